//! What is to be said about each return of a release (逐表反馈): its findings, what was fixed since the return before,
//! and what had stood in the same place. Looked up once for all returns.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::datasets::records::Record;
use model::datasets::returns::ReturnRow;
use model::datasets::values::ValueRow;
use model::date::Date;
use model::field::Field;

use crate::annotated::sent_return::{Earlier, ReturnFeedback};
use crate::release::Release;

/// A place in a file: sheet and address.
type Place<'a> = (&'a str, &'a str, &'a str);

/// The returns, findings, records and values of a release by what they are asked for.
pub struct FeedbackIndex<'a> {
    findings: BTreeMap<&'a str, Vec<&'a Finding>>,
    previous: BTreeMap<&'a str, &'a str>,
    records: BTreeMap<&'a str, &'a Record>,
    files: BTreeMap<&'a str, &'a str>,
    projects: BTreeMap<&'a str, &'a str>,
    /// The record of a project in a return.
    of_project: BTreeMap<(&'a str, &'a str), &'a str>,
    values: BTreeMap<(&'a str, &'a str), &'a ValueRow>,
    by_place: BTreeMap<Place<'a>, &'a str>,
}

impl<'a> FeedbackIndex<'a> {
    /// Looks through a release.
    pub fn new(release: &Release<'a>) -> FeedbackIndex<'a> {
        let rows = release.rows;
        let mut findings: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in rows.findings {
            if let Some(file) = finding.file.as_deref() {
                findings.entry(file).or_default().push(finding);
            }
        }
        let read = rows.returns.iter().filter(|row| matches!(row.status.as_str(), "accepted" | "superseded"));
        let files: BTreeMap<&str, &str> =
            read.map(|row| (row.return_id.as_str(), row.file.as_str())).collect();
        let records: BTreeMap<&str, &Record> =
            rows.records.iter().map(|record| (record.record_id.as_str(), record)).collect();
        let projects: BTreeMap<&str, &str> =
            rows.links.iter().map(|link| (link.record_id.as_str(), link.project_id.as_str())).collect();
        let file_of = |record: &Record| files.get(record.return_id.as_str()).copied();
        let of_project =
            records.iter().filter_map(|(id, record)| Some(((file_of(record)?, *projects.get(id)?), *id)));
        let values =
            rows.values.iter().map(|value| ((value.record_id.as_str(), value.field.as_str()), value));
        let place = |value: &'a ValueRow| {
            let record = records.get(value.record_id.as_str())?;
            let place = (file_of(record)?, record.sheet.as_str(), value.address.as_str());
            Some((place, value.raw.as_str()))
        };
        FeedbackIndex {
            findings,
            previous: previous_files(rows.returns),
            of_project: of_project.collect(),
            by_place: rows.values.iter().filter_map(place).collect(),
            values: values.collect(),
            records,
            files,
            projects,
        }
    }

    /// What is to be said about the return with this file.
    pub fn of(&self, file: &str) -> ReturnFeedback<'a> {
        let findings = self.findings.get(file).cloned().unwrap_or_default();
        let previous_file = self.previous.get(file).copied();
        let before = previous_file.and_then(|file| self.findings.get(file)).cloned().unwrap_or_default();
        let earlier = findings.iter().filter_map(|finding| {
            let earlier = self.related(finding).or_else(|| self.before(finding, previous_file?));
            Some((finding.finding_id.as_str(), earlier?))
        });
        let projects =
            findings.iter().filter_map(|finding| Some((finding.finding_id.as_str(), self.name(finding)?)));
        ReturnFeedback {
            earlier: earlier.collect(),
            projects: projects.collect(),
            fixed: before.into_iter().filter(|finding| finding.state == "fixed").collect(),
            previous_file,
            findings,
        }
    }

    /// The name that the return gives to the project of a finding.
    fn name(&self, finding: &'a Finding) -> Option<&'a str> {
        self.records.get(finding.record_id.as_deref()?)?.raw(Field::ProjectName)
    }

    /// What stands in the cell of another file that the finding names.
    fn related(&self, finding: &'a Finding) -> Option<Earlier<'a>> {
        let file = finding.related_file.as_deref()?;
        let (sheet, address) = (finding.related_sheet.as_deref()?, finding.related_address.as_deref()?);
        let raw = self.by_place.get(&(file, sheet, address))?;
        Some(Earlier { raw, file, sheet, address })
    }

    /// What the return before said of the same project in the same field.
    fn before(&self, finding: &'a Finding, file: &'a str) -> Option<Earlier<'a>> {
        let project = self.projects.get(finding.record_id.as_deref()?)?;
        let record = self.of_project.get(&(file, *project))?;
        let value = self.values.get(&(*record, finding.field.as_deref()?))?;
        let sheet = self.records.get(record)?.sheet.as_str();
        self.files.get(self.records.get(record)?.return_id.as_str())?;
        Some(Earlier { raw: &value.raw, file, sheet, address: &value.address })
    }
}

/// The return that the same unit sent before, in the order in which the states of findings are told.
fn previous_files(returns: &[ReturnRow]) -> BTreeMap<&str, &str> {
    let mut sent: Vec<(&str, Date, i32, &str)> = returns.iter().filter_map(submission).collect();
    sent.sort();
    let pairs = sent.iter().zip(sent.iter().skip(1));
    pairs.filter(|(before, next)| before.0 == next.0).map(|(before, next)| (next.3, before.3)).collect()
}

fn submission(row: &ReturnRow) -> Option<(&str, Date, i32, &str)> {
    let revision = match row.status.as_str() {
        "superseded" => row.revision.unwrap_or(0),
        "accepted" => i32::MAX,
        _ => return None,
    };
    Some((row.unit_code.as_deref()?, row.period?, revision, row.file.as_str()))
}
