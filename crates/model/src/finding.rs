//! What a finding is (问题): a declared code, filled in with the place where it stands.

use crate::cell_address::CellAddress;
use crate::datasets::findings::Finding;
use crate::digest::short_digest;
use crate::field::Field;
use crate::severity::{Family, Severity};

/// One thing that can be wrong, declared once. The texts may hold `{raw}`, `{expected}` and `{detail}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingCode {
    /// Stable code: a letter for the family and a number.
    pub code: &'static str,
    /// What it does to the value it stands at.
    pub severity: Severity,
    /// What it is about.
    pub family: Family,
    /// The message in Chinese.
    pub zh: &'static str,
    /// The message in English.
    pub en: &'static str,
    /// What to do about it, in Chinese.
    pub fix_zh: &'static str,
    /// What to do about it, in English.
    pub fix_en: &'static str,
}

/// A finding that is being filled in.
#[derive(Debug, Clone)]
pub struct Draft {
    code: FindingCode,
    detail: String,
    finding: Finding,
}

impl FindingCode {
    /// Begins a finding of this code in a return.
    pub fn draft(&self, return_id: &str) -> Draft {
        let finding = Finding {
            code: self.code.to_owned(),
            severity: self.severity.as_str().to_owned(),
            family: self.family.as_str().to_owned(),
            return_id: Some(return_id.to_owned()).filter(|id| !id.is_empty()),
            state: "new".to_owned(),
            ..Finding::default()
        };
        Draft { code: *self, detail: String::new(), finding }
    }
}

impl Draft {
    /// The sheet.
    pub fn sheet(mut self, sheet: &str) -> Draft {
        self.finding.sheet = Some(sheet.to_owned());
        self
    }

    /// One cell.
    pub fn cell(self, cell: CellAddress) -> Draft {
        self.address(&cell.to_string())
    }

    /// A cell, a range, or several joined by `,`.
    pub fn address(mut self, address: &str) -> Draft {
        self.finding.address = Some(address.to_owned()).filter(|address| !address.is_empty());
        self
    }

    /// The field.
    pub fn field(mut self, field: Field) -> Draft {
        self.finding.field = Some(field.name().to_owned());
        self
    }

    /// The text that stands there.
    pub fn raw(mut self, raw: &str) -> Draft {
        self.finding.raw = Some(raw.to_owned());
        self
    }

    /// What would be expected.
    pub fn expected(mut self, expected: impl Into<String>) -> Draft {
        self.finding.expected = Some(expected.into());
        self
    }

    /// The record.
    pub fn record(mut self, record_id: &str) -> Draft {
        self.finding.record_id = Some(record_id.to_owned());
        self
    }

    /// The project.
    pub fn project(mut self, project_id: &str) -> Draft {
        self.finding.project_id = Some(project_id.to_owned());
        self
    }

    /// The other cell of a contradiction in the same sheet.
    pub fn related_cells(mut self, address: &str) -> Draft {
        self.finding.related_address = Some(address.to_owned()).filter(|address| !address.is_empty());
        self
    }

    /// The other cell of a contradiction in another file.
    pub fn related(mut self, file: &str, sheet: &str, address: &str) -> Draft {
        self.finding.related_file = Some(file.to_owned());
        self.finding.related_sheet = Some(sheet.to_owned());
        self.finding.related_address = Some(address.to_owned());
        self
    }

    /// What fills `{detail}` in the texts.
    pub fn detail(mut self, detail: impl Into<String>) -> Draft {
        self.detail = detail.into();
        self
    }

    /// The finding that causes this one.
    pub fn because_of(mut self, root: &Finding) -> Draft {
        self.finding.root_id = Some(root.finding_id.clone());
        self
    }

    /// Another severity than the declared one, where a threshold grades it.
    pub fn severity(mut self, severity: Severity) -> Draft {
        self.finding.severity = severity.as_str().to_owned();
        self
    }

    /// The finding, with its id and its texts.
    pub fn finish(self) -> Finding {
        let Draft { code, detail, mut finding } = self;
        finding.message_zh = fill(code.zh, &finding, &detail);
        finding.message_en = fill(code.en, &finding, &detail);
        finding.finding_id = identity(&finding);
        finding
    }
}

/// The id of a finding: what it says and where, and nothing of the run that found it.
pub fn identity(finding: &Finding) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let digest = short_digest(&[
        &text(&finding.return_id),
        &text(&finding.sheet),
        &text(&finding.address),
        &text(&finding.field),
        &text(&finding.record_id),
        &text(&finding.project_id),
        &finding.period.map(|period| period.to_string()).unwrap_or_default(),
        &text(&finding.unit_code),
        &text(&finding.file),
        &finding.message_en,
    ]);
    format!("{}-{digest}", finding.code)
}

fn fill(template: &str, finding: &Finding, detail: &str) -> String {
    template
        .replace("{raw}", finding.raw.as_deref().unwrap_or(""))
        .replace("{expected}", finding.expected.as_deref().unwrap_or(""))
        .replace("{detail}", detail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{ALL, C302_AMOUNT_IS_A_RANGE};

    #[test]
    fn a_finding_says_where_and_what() {
        let draft =
            || C302_AMOUNT_IS_A_RANGE.draft("abc").sheet("台账").cell(CellAddress::new(12, 8)).raw("5-8亿");
        let finding = draft().finish();
        assert_eq!(finding.address.as_deref(), Some("H12"));
        assert!(finding.message_zh.contains("5-8亿"));
        assert_eq!(finding.finding_id, draft().finish().finding_id);
        assert_ne!(finding.finding_id, draft().cell(CellAddress::new(13, 8)).finish().finding_id);
    }

    #[test]
    fn codes_are_unique_and_begin_with_the_letter_of_their_family() {
        for (index, code) in ALL.iter().enumerate() {
            assert!(ALL[..index].iter().all(|other| other.code != code.code), "{}", code.code);
            let letter = match code.family {
                Family::Return => 'R',
                Family::Header => 'H',
                Family::Cell => 'C',
                Family::CrossField => 'X',
                Family::Time => 'T',
                Family::Link => 'L',
                Family::Sum => 'S',
            };
            assert!(code.code.starts_with(letter), "{}", code.code);
        }
    }
}
