//! Returns that came late, and months that a unit has not sent (迟报与漏报): findings by the calendar of the pipeline.

use std::collections::BTreeSet;

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::finding::identity;
use model::findings::{T507_LATE, T508_MISSING};
use model::month::Month;
use model::reference::Reference;
use transform::accounts::count_findings;
use transform::transformed::Transformed;

use crate::gates::{Evidence, expected_units};
use crate::plan::Plan;
use crate::status::due::Due;
use crate::summary::BalanceSheet;

/// Adds the findings of the calendar, from the first month that a return speaks of to the last. Until when a month is
/// open, no clock is asked: what was received decides.
pub fn add_calendar_findings(transformed: &mut Transformed, plan: &Plan, reference: &Reference) {
    let due = Due { due_day: plan.calendar.due_day, zone: plan.time_zone };
    let mut found: Vec<Finding> = transformed.returns.iter().filter_map(|row| late(row, due)).collect();
    found.extend(missing(transformed, plan, reference));
    if found.is_empty() {
        return;
    }
    for finding in &mut found {
        finding.finding_id = identity(finding);
    }
    transformed.findings.extend(found);
    transformed.findings.sort_by(|a, b| a.finding_id.cmp(&b.finding_id));
    count_findings(&mut transformed.returns, &transformed.findings);
}

fn late(row: &ReturnRow, due: Due) -> Option<Finding> {
    if !matches!(row.status.as_str(), "accepted" | "superseded") {
        return None;
    }
    let month = Month::of(row.period?);
    due.is_late(month, row.received_at.as_deref()).filter(|late| *late)?;
    let next = month.plus(1);
    let expected = format!("{}-{:02}-{:02}", next.year(), next.month(), due.due_day);
    let received = row.received_at.as_deref().unwrap_or_default();
    let mut finding = T507_LATE.draft(&row.return_id).raw(received).expected(expected).finish();
    finding.file = Some(row.file.clone());
    finding.unit_code.clone_from(&row.unit_code);
    finding.period = row.period;
    Some(finding)
}

fn missing(transformed: &Transformed, plan: &Plan, reference: &Reference) -> Vec<Finding> {
    let sent = transformed.returns.iter().filter(|row| row.status != "skipped");
    let sent: BTreeSet<(Month, &str)> =
        sent.filter_map(|row| Some((Month::of(row.period?), row.unit_code.as_deref()?))).collect();
    let months = || sent.iter().map(|(month, _)| *month);
    let (Some(first), Some(last)) = (months().min(), months().max()) else { return Vec::new() };
    let mut found = Vec::new();
    for month in first.through(last) {
        let evidence = Evidence {
            returns: &transformed.returns,
            ledger_entries: &transformed.ledger_entries,
            units: &reference.units,
            as_of: Some(month.last_day()),
            reconciliation: &[],
            balance: &BalanceSheet::default(),
        };
        let expected = expected_units(plan, &evidence);
        let absent = expected.into_iter().filter(|unit| !sent.contains(&(month, *unit)));
        found.extend(absent.map(|unit| not_sent(unit, month, reference)));
    }
    found
}

fn not_sent(unit: &str, month: Month, reference: &Reference) -> Finding {
    let known = reference.units.iter().find(|row| row.unit_id == unit);
    let name = known.map_or(unit, |row| row.short_name.as_str());
    let mut finding = T508_MISSING.draft("").detail(format!("{name} {month}")).finish();
    finding.return_id = None;
    finding.unit_code = Some(unit.to_owned());
    finding.period = Some(month.last_day());
    finding
}
