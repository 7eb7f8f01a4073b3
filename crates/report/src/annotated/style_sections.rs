//! The sections of a styles part (样式分节): fonts, fills, borders, styles of cells, and where they stand.

use std::collections::BTreeMap;

use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::xml::{Kind, pieces};

/// The sections that marks add to, in their order in the part.
const NAMES: [&str; 4] = ["fonts", "fills", "borders", "cellXfs"];

/// One section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section {
    /// Where its first tag begins and ends.
    tag: (usize, usize),
    /// Where its last tag begins.
    end: usize,
    /// The first tag as it stands.
    raw: String,
    /// How many elements it holds.
    pub(crate) n_children: usize,
}

/// The sections of a part.
pub(crate) fn sections(text: &str) -> Result<BTreeMap<&'static str, Section>, Unpatchable> {
    let mut found: BTreeMap<&'static str, Section> = BTreeMap::new();
    let mut open: Option<(&'static str, Section)> = None;
    for piece in pieces(text) {
        let piece = piece?;
        let name = NAMES.into_iter().find(|name| *name == piece.local);
        match (piece.kind, piece.depth, name) {
            (Kind::Start, 1, Some(name)) => {
                let (tag, raw) = ((piece.at, piece.end()), piece.raw.to_owned());
                open = Some((name, Section { tag, end: piece.end(), raw, n_children: 0 }));
            }
            (Kind::Start | Kind::Empty, 2, _) => {
                if let Some((_, section)) = &mut open {
                    section.n_children += 1;
                }
            }
            (Kind::End, 1, _) => {
                if let Some((name, section)) = open.take() {
                    found.insert(name, Section { end: piece.at, ..section });
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

/// The elements of a section, each as it stands.
pub(crate) fn child_elements(text: &str, section: &Section) -> Result<Vec<String>, Unpatchable> {
    let inner = text.get(section.tag.1..section.end).unwrap_or_default();
    let (mut found, mut begins) = (Vec::new(), None);
    for piece in pieces(inner) {
        let piece = piece?;
        match (piece.kind, piece.depth) {
            (Kind::Start, 0) => begins = Some(piece.at),
            (Kind::Empty, 0) => found.push(piece.raw.to_owned()),
            (Kind::End, 0) => {
                let whole = begins.take().and_then(|begin| inner.get(begin..piece.end()));
                found.extend(whole.map(str::to_owned));
            }
            _ => {}
        }
    }
    Ok(found)
}

impl Section {
    /// Adds elements at its end, and counts them.
    pub(crate) fn extend(&self, text: &mut String, elements: &[String]) {
        let count = (self.n_children + elements.len()).to_string();
        let tag = pieces(&self.raw).flatten().next().map(|tag| tag.with(&[("count", Some(&count))]));
        if text.is_char_boundary(self.end) {
            text.insert_str(self.end, &elements.concat());
        }
        if text.is_char_boundary(self.tag.0) && text.is_char_boundary(self.tag.1) {
            text.replace_range(self.tag.0..self.tag.1, tag.as_deref().unwrap_or(&self.raw));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_grows_at_its_end_and_counts() {
        let mut text =
            "<s><fonts x=\"1\" count=\"1\" y=\"2\"><font><b/></font></fonts><fills><fill/></fills></s>"
                .to_owned();
        let sections = sections(&text).unwrap();
        assert_eq!(child_elements(&text, &sections["fonts"]).unwrap(), ["<font><b/></font>"]);
        sections["fills"].extend(&mut text, &["<fill a=\"1\"/>".to_owned()]);
        sections["fonts"].extend(&mut text, &["<font/>".to_owned(), "<font/>".to_owned()]);
        assert_eq!(
            text,
            "<s><fonts x=\"1\" count=\"3\" y=\"2\"><font><b/></font><font/><font/></fonts>\
             <fills count=\"2\"><fill/><fill a=\"1\"/></fills></s>"
        );
    }
}
