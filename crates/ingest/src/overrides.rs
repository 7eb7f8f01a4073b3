//! What somebody settled about headings and sheets (表头决定): the form, `decisions/headers.csv`, and what the unit's
//! previous return lends. It comes before everything that a heading says by itself.

use model::field::Field;

use crate::header_text::squeeze;
use crate::meaning::{Meaning, Method};

/// How sure a heading is that the previous return of its unit explains.
const CONFIDENCE_OF_MEMORY: f64 = 0.8;

/// Who says what a heading means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// A person: the form or a decision.
    Person,
    /// The same column of the unit's previous return.
    Memory,
}

/// What is settled about one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The sheet that it is about; nothing: every sheet.
    pub sheet: Option<String>,
    /// The heading: its last text, or its whole path with `/`.
    pub header: String,
    /// The field that it means; nothing: none at all.
    pub field: Option<Field>,
    /// The unit of its numbers, where that is settled too.
    pub unit: Option<String>,
    /// The heading of the previous return that it is taken for, where memory says so.
    pub known: Option<String>,
    /// Who says so.
    pub authority: Authority,
}

/// What is settled about headings and sheets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    headings: Vec<Heading>,
    sheets: Vec<(String, bool)>,
}

impl Overrides {
    /// Settles a heading. What was settled before it about the same heading stays.
    pub fn heading(&mut self, heading: Heading) {
        self.headings.push(Heading { header: squeeze(&heading.header), ..heading });
    }

    /// Settles whether a sheet counts.
    pub fn sheet(&mut self, name: &str, counts: bool) {
        self.sheets.push((name.to_owned(), counts));
    }

    /// Whether a person said that a sheet counts, or does not.
    pub fn counts(&self, sheet: &str) -> Option<bool> {
        self.sheets.iter().find(|(name, _)| name == sheet).map(|(_, counts)| *counts)
    }

    /// Whether nothing is settled.
    pub fn is_empty(&self) -> bool {
        self.headings.is_empty() && self.sheets.is_empty()
    }

    /// These, and behind them others.
    pub fn and(mut self, others: Overrides) -> Overrides {
        self.headings.extend(others.headings);
        self.sheets.extend(others.sheets);
        self
    }

    /// What is settled about a heading of a sheet, by its path, outer group first.
    pub fn of(&self, sheet: &str, path: &[&str]) -> Option<&Heading> {
        if self.headings.is_empty() {
            return None;
        }
        let leaf = squeeze(path.last()?);
        let whole = squeeze(&path.join("/"));
        self.headings.iter().find(|heading| {
            (heading.header == leaf || heading.header == whole)
                && heading.sheet.as_deref().is_none_or(|name| name == sheet)
        })
    }
}

impl Heading {
    /// As the meaning of a heading.
    pub fn meaning(&self) -> Meaning {
        let Some(field) = self.field else { return Meaning::UNKNOWN };
        let (method, confidence) = match self.authority {
            Authority::Person => (Method::Override, 1.0),
            Authority::Memory => (Method::Memory, CONFIDENCE_OF_MEMORY),
        };
        Meaning {
            unit: self.unit.clone(),
            alike: self.known.clone(),
            ..Meaning::new(field, method, confidence)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(sheet: Option<&str>, header: &str, field: Option<Field>) -> Heading {
        let sheet = sheet.map(str::to_owned);
        Heading {
            sheet,
            header: header.to_owned(),
            field,
            unit: None,
            known: None,
            authority: Authority::Person,
        }
    }

    #[test]
    fn a_heading_is_found_by_its_leaf_or_its_path_and_its_sheet() {
        let mut overrides = Overrides::default();
        overrides.heading(heading(None, "资金情况/到位", Some(Field::ArrivedYear)));
        overrides.heading(heading(Some("台账"), "引资（亿元）", Some(Field::ContractValue)));
        overrides.heading(heading(None, "备用", None));
        let of = |sheet: &str, path: &[&str]| overrides.of(sheet, path).map(|heading| heading.field);
        assert_eq!(of("台账", &["资金情况", " 到 位"]), Some(Some(Field::ArrivedYear)));
        assert_eq!(of("台账", &["到位"]), None);
        assert_eq!(of("台账", &["引资(亿元)"]), Some(Some(Field::ContractValue)));
        assert_eq!(of("汇总", &["引资(亿元)"]), None);
        assert_eq!(of("汇总", &["备用"]), Some(None));
    }
}
