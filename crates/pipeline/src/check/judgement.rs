//! What is right and wrong in one workbook (判定): every value through its rule, every record through its checks, and
//! the whole through the stage transform as if nothing else had been received.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::datasets::records::Record;
use model::datasets::values::ValueRow;
use model::month::Month;
use model::reading::Reading;
use model::severity::Family;
use transform::checks::cross_field::check_record;
use transform::read_return::{TypedReturn, read_return};
use transform::received::ReceivedFile;
use transform::transform::{Depth, transform};
use transform::transformed::Transformed;

use crate::check::rules::Rules;
use crate::error::PipelineError;

/// What was found out about one workbook.
pub(crate) struct Judgement {
    /// Its unit.
    pub(crate) unit_code: Option<String>,
    /// Its month.
    pub(crate) period: Option<Month>,
    /// Every value.
    pub(crate) values: Vec<ValueRow>,
    /// Rows of projects by what becomes of them.
    pub(crate) records: BTreeMap<String, u64>,
    /// Totals and counts by how they fit their rows.
    pub(crate) totals: BTreeMap<String, u64>,
    /// Everything wrong or doubtful, each once.
    pub(crate) findings: Vec<Finding>,
}

/// Judges one workbook by itself.
pub(crate) fn judge(
    received: &ReceivedFile,
    reading: &Reading,
    rules: &Rules,
) -> Result<Judgement, PipelineError> {
    let mut typed = read_return(received, reading, &rules.vocabulary, &rules.settings);
    let mut findings = std::mem::take(&mut typed.findings);
    for record in &mut typed.records {
        findings.extend(check_record(record, &rules.vocabulary.thresholds));
    }
    let (alone, ledgers) = (vec![received.clone()], rules.ledgers.clone());
    let whole = transform(alone, ledgers, &rules.reference, &rules.settings, Depth::Records)?;
    findings.extend(whole.findings.iter().filter(|finding| is_of(finding, received)).cloned());
    let mut totals = BTreeMap::new();
    for row in &typed.totals {
        *totals.entry(row.grade.clone()).or_default() += 1;
    }
    Ok(Judgement {
        totals,
        unit_code: typed.unit_code.clone(),
        period: typed.period,
        values: values(typed),
        records: dispositions(&whole),
        findings: each_once(findings),
    })
}

/// A finding about this workbook, and not about the months before it: nobody has shown them.
fn is_of(finding: &Finding, received: &ReceivedFile) -> bool {
    finding.file.as_ref() == Some(&received.file) && finding.family != Family::Time.as_str()
}

fn values(typed: TypedReturn) -> Vec<ValueRow> {
    typed.records.into_iter().flat_map(|record| record.values).collect()
}

fn dispositions(whole: &Transformed) -> BTreeMap<String, u64> {
    let mut counted = BTreeMap::new();
    for record in &whole.records {
        *counted.entry(word(record)).or_default() += 1;
    }
    counted
}

fn word(record: &Record) -> String {
    record.reason.clone().unwrap_or_else(|| record.disposition.clone())
}

/// The same thing said of the same place twice is one finding.
fn each_once(findings: Vec<Finding>) -> Vec<Finding> {
    let mut known = BTreeSet::new();
    let key = |finding: &Finding| {
        (finding.code.clone(), finding.sheet.clone(), finding.address.clone(), finding.message_en.clone())
    };
    findings.into_iter().filter(|finding| known.insert(key(finding))).collect()
}
