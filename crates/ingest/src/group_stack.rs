//! Groups inside a body (分组), nested: a new group of the same kind replaces the old one.

use model::cell_address::CellAddress;

use crate::header_text::squeeze;
use crate::row_roles::group_level;

/// A group row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its text, word for word.
    pub text: String,
    /// Its cell.
    pub address: CellAddress,
    kind: u8,
}

/// The groups that are open.
#[derive(Debug, Clone, Default)]
pub struct GroupStack {
    /// Titles of the table, which hold for all of it.
    titles: Vec<Group>,
    groups: Vec<Group>,
    has_records: bool,
}

impl GroupStack {
    /// No group is open yet; the titles of the table stand above all of them.
    pub fn below<'a>(titles: impl Iterator<Item = (&'a str, CellAddress)>) -> GroupStack {
        let group = |(text, address): (&str, CellAddress)| {
            let kind = kind_of(&squeeze(text));
            Group { text: text.trim().to_owned(), address, kind }
        };
        GroupStack { titles: titles.map(group).collect(), ..GroupStack::default() }
    }

    /// The titles of the table and the open groups, outer first.
    pub fn current(&self) -> Vec<Group> {
        self.titles.iter().chain(&self.groups).cloned().collect()
    }

    /// A record stands in the open groups.
    pub fn note_record(&mut self) {
        self.has_records = true;
    }

    /// Closes every group.
    pub fn clear(&mut self) {
        self.groups.clear();
    }

    /// Opens a group.
    pub fn push(&mut self, text: &str, address: CellAddress) {
        let kind = kind_of(&squeeze(text));
        match self.groups.iter().position(|group| group.kind == kind) {
            Some(place) => self.groups.truncate(place),
            None if self.has_records && kind == 1 => self.groups.clear(),
            None if self.has_records && kind > 2 => self.groups.retain(|group| group.kind <= 2),
            None => {}
        }
        self.groups.push(Group { text: text.trim().to_owned(), address, kind });
        self.has_records = false;
    }
}

/// Groups of one kind stand on one level: the numbering, an edition, or something else.
fn kind_of(squeezed: &str) -> u8 {
    match group_level(squeezed) {
        9 if squeezed.contains("智博会") || squeezed.contains("年") || squeezed.contains('届') => 3,
        9 => 4,
        level => level,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_group_replaces_its_like_and_what_stands_in_it() {
        let mut stack = GroupStack::default();
        let mut open = |text: &str| {
            stack.push(text, CellAddress::new(1, 1));
            stack.note_record();
            stack.current().iter().map(|group| group.text.clone()).collect::<Vec<_>>().join("/")
        };
        assert_eq!(open("一、2020年智博会"), "一、2020年智博会");
        assert_eq!(open("（一）软件"), "一、2020年智博会/（一）软件");
        assert_eq!(open("（二）汽车"), "一、2020年智博会/（二）汽车");
        assert_eq!(open("二、2021年智博会"), "二、2021年智博会");
    }
}
