//! Returns that say the same as the month before, value for value (照抄上月): rule A15.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::field::Field;
use model::findings::T509_SAME_AS_LAST_MONTH;
use model::month::Month;
use model::severity::Severity;

use crate::judged_record::JudgedRecord;
use crate::thresholds::Thresholds;
use crate::typed_record::{Progress, TypedRecord};

/// Fields that tell how a project goes on.
const MOVING: [Field; 5] =
    [Field::ArrivedTotal, Field::InvestDone, Field::ProgressText, Field::ProblemText, Field::NextStep];

/// What a return says of one project.
#[derive(PartialEq)]
struct Said<'a> {
    project_id: &'a str,
    progress: Progress,
    raw: Vec<String>,
}

/// A finding for each return in force of which every project stands as in the unit's return of the month before. Of
/// few projects, and where all are finished, that is nothing unusual.
pub fn identical_returns(
    judged: &[JudgedRecord],
    returns: &[ReturnRow],
    thresholds: &Thresholds,
) -> Vec<Finding> {
    let mut said: BTreeMap<(&str, i32), Vec<(&JudgedRecord, Said<'_>)>> = BTreeMap::new();
    for judged in judged.iter().filter(|judged| judged.counts()) {
        let (Some(month), Some(unit)) = (judged.record.period, judged.record.unit_code.as_deref()) else {
            continue;
        };
        said.entry((unit, month.index())).or_default().push((judged, says(judged)));
    }
    for records in said.values_mut() {
        records.sort_by_key(|(_, said)| said.project_id);
    }
    let mut findings = Vec::new();
    for row in returns.iter().filter(|row| row.status == "accepted") {
        let (Some(unit), Some(period)) = (row.unit_code.as_deref(), row.period) else { continue };
        let month = Month::of(period).index();
        let (Some(now), Some(then)) = (said.get(&(unit, month)), said.get(&(unit, month - 1))) else {
            continue;
        };
        let at_work = now.iter().filter(|(judged, _)| is_at_work(&judged.record)).count();
        let same = now.len() == then.len() && now.iter().zip(then).all(|(now, then)| now.1 == then.1);
        if same && at_work > 0 {
            findings.push(same_as_last_month(
                row,
                then[0].0,
                at_work as f64 >= thresholds.identical_projects,
            ));
        }
    }
    findings
}

fn says(judged: &JudgedRecord) -> Said<'_> {
    let record = &judged.record;
    let raw = |field: &Field| match record.amount(*field) {
        Some(yuan) => yuan.to_string(),
        None => record.text(*field).unwrap_or_default().to_owned(),
    };
    Said {
        project_id: &judged.linked.link.project_id,
        progress: record.progress,
        raw: MOVING.iter().map(raw).collect(),
    }
}

/// Whether money or works should move: started, and neither in production nor terminated.
fn is_at_work(record: &TypedRecord) -> bool {
    let progress = record.good_progress();
    progress.started == Some(true)
        && progress.in_production != Some(true)
        && progress.terminated != Some(true)
}

fn same_as_last_month(row: &ReturnRow, before: &JudgedRecord, is_unusual: bool) -> Finding {
    let severity = if is_unusual { Severity::Warning } else { Severity::Info };
    let draft = T509_SAME_AS_LAST_MONTH.draft(&row.return_id).detail(&before.record.file).severity(severity);
    let mut finding = draft.related(&before.record.file, "", "").finish();
    finding.related_sheet = None;
    finding.related_address = None;
    finding.file = Some(row.file.clone());
    finding
}
