//! What a unit has done about a finding (问题状态): new, still open, fixed in its next return, or accepted by a decision.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::date::Date;
use model::decisions::FindingDecision;

/// What makes two findings of one unit the same matter: the code, the field, and the project or the place.
type Matter = (String, String, String);

/// One submission of a unit: what it sent for a month, before or after revisions.
type Submission = (Date, i32);

/// Sets the state of every finding: `fixed` when the unit's next submission no longer has it, else `open` when the one
/// before had it already, else `new`. What a decision accepts is `accepted`. `project_of` gives the project of a record.
pub fn set_states(
    findings: &mut [Finding],
    returns: &[ReturnRow],
    project_of: &BTreeMap<&str, &str>,
    decisions: &[FindingDecision],
) {
    let submissions: BTreeMap<&str, (&str, Submission)> =
        returns.iter().filter_map(|row| Some((row.file.as_str(), submission(row)?))).collect();
    let mut order: BTreeMap<&str, BTreeSet<Submission>> = BTreeMap::new();
    for (unit, at) in submissions.values() {
        order.entry(unit).or_default().insert(*at);
    }
    let mut known: BTreeSet<(&str, Submission, Matter)> = BTreeSet::new();
    for finding in findings.iter() {
        if let Some((unit, at)) = finding.file.as_deref().and_then(|file| submissions.get(file)) {
            known.insert((*unit, *at, matter(finding, project_of)));
        }
    }
    for finding in findings.iter_mut() {
        let sent = finding.file.as_deref().and_then(|file| submissions.get(file));
        let state = match sent {
            _ if decisions.iter().any(|decision| accepts(decision, finding, project_of)) => "accepted",
            None => "new",
            Some((unit, at)) => {
                let matter = matter(finding, project_of);
                let has_it = |other: &Submission| known.contains(&(*unit, *other, matter.clone()));
                let all = &order[unit];
                let next = all.range((std::ops::Bound::Excluded(*at), std::ops::Bound::Unbounded)).next();
                let before = all.range(..*at).next_back();
                match (next.is_some_and(|next| !has_it(next)), before.is_some_and(has_it)) {
                    (true, _) => "fixed",
                    (false, true) => "open",
                    (false, false) => "new",
                }
            }
        };
        finding.state = state.to_owned();
    }
}

/// The unit and place in its sequence of submissions. What was replaced comes before what is in force.
fn submission(row: &ReturnRow) -> Option<(&str, Submission)> {
    let revision = match row.status.as_str() {
        "superseded" => row.revision.unwrap_or(0),
        "accepted" => i32::MAX,
        _ => return None,
    };
    Some((row.unit_code.as_deref()?, (row.period?, revision)))
}

fn matter(finding: &Finding, project_of: &BTreeMap<&str, &str>) -> Matter {
    let subject = match project(finding, project_of) {
        Some(project) => project.to_owned(),
        None => {
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            format!("{}!{}", text(&finding.sheet), text(&finding.raw))
        }
    };
    (finding.code.clone(), finding.field.clone().unwrap_or_default(), subject)
}

fn project<'a>(finding: &'a Finding, project_of: &BTreeMap<&str, &'a str>) -> Option<&'a str> {
    let of_record = finding.record_id.as_deref().and_then(|record| project_of.get(record)).copied();
    finding.project_id.as_deref().or(of_record)
}

/// Whether a decision speaks of a finding: everything that it names is so.
pub fn accepts(decision: &FindingDecision, finding: &Finding, project_of: &BTreeMap<&str, &str>) -> bool {
    let is = |wanted: &str, found: Option<&str>| wanted.is_empty() || Some(wanted) == found;
    is(&decision.finding_id, Some(finding.finding_id.as_str()))
        && is(&decision.code, Some(finding.code.as_str()))
        && is(&decision.unit_code, finding.unit_code.as_deref())
        && is(&decision.project_id, project(finding, project_of))
        && is(&decision.field, finding.field.as_deref())
        && is(&decision.raw, finding.raw.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(file: &str, month: &str, status: &str, revision: i32) -> ReturnRow {
        ReturnRow {
            file: file.to_owned(),
            unit_code: Some("CQ500105".to_owned()),
            period: Some(month.parse().unwrap()),
            status: status.to_owned(),
            revision: Some(revision),
            ..ReturnRow::default()
        }
    }

    fn finding(file: &str, code: &str, project: &str) -> Finding {
        Finding {
            finding_id: format!("{file}-{code}"),
            code: code.to_owned(),
            file: Some(file.to_owned()),
            unit_code: Some("CQ500105".to_owned()),
            project_id: Some(project.to_owned()),
            ..Finding::default()
        }
    }

    fn states(findings: &mut [Finding], decisions: &[FindingDecision]) -> Vec<String> {
        let returns = [
            sent("1", "2023-05-31", "accepted", 1),
            sent("2", "2023-06-30", "superseded", 1),
            sent("3", "2023-06-30", "accepted", 2),
        ];
        set_states(findings, &returns, &BTreeMap::new(), decisions);
        findings.iter().map(|finding| finding.state.clone()).collect()
    }

    #[test]
    fn a_finding_is_new_open_or_fixed() {
        let mut findings = [
            finding("1", "T501", "P"),
            finding("2", "T501", "P"),
            finding("3", "T501", "P"),
            finding("2", "X401", "P"),
        ];
        assert_eq!(states(&mut findings, &[]), ["new", "open", "open", "fixed"]);
    }

    #[test]
    fn a_decision_accepts_what_it_names() {
        let decision = FindingDecision {
            code: "T501".to_owned(),
            project_id: "P".to_owned(),
            author: "甲".to_owned(),
            reason: "核减属实".to_owned(),
            ..FindingDecision::default()
        };
        let mut findings = [finding("3", "T501", "P"), finding("3", "T501", "Q")];
        assert_eq!(states(&mut findings, &[decision]), ["accepted", "new"]);
    }
}
