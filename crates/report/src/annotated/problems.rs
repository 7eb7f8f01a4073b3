//! The order of the list (问题排序): causes first, with what follows from them; what is to be done before all else.

use std::collections::BTreeMap;

use model::cell_address::CellAddress;
use model::datasets::findings::Finding;
use model::severity::Severity;

use crate::annotated::sent_return::ReturnFeedback;
use crate::annotated::words::{is_settled, severity_of};

/// A cause leads to a cause at most so often.
const LONGEST_CHAIN: usize = 20;
/// A longer list is not read by anybody.
pub(crate) const MOST_PROBLEMS: usize = 3_000;

/// A part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Section {
    /// Errors and warnings that are open.
    ToDo,
    /// Hints.
    Hints,
    /// What was put right later, or accepted.
    Settled,
    /// What the return before had, and this one has not.
    FixedSince,
}

/// A cell of the workbook.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Target {
    /// Place of its sheet in the workbook, as it was sent.
    pub(crate) sheet_index: usize,
    /// The cell.
    pub(crate) cell: CellAddress,
}

/// One line of the list.
#[derive(Debug, Clone)]
pub(crate) struct Problem<'a> {
    /// `3`, or `3.1` for what follows from number 3.
    pub(crate) number: String,
    /// What it is.
    pub(crate) finding: &'a Finding,
    /// Where it is marked.
    pub(crate) target: Option<Target>,
}

/// A cause and what follows from it, each with its place.
type Group<'a> = (Section, Vec<(Option<Target>, &'a Finding)>);

/// The lines of the list by section, numbered through.
pub(crate) fn problems<'a>(
    feedback: &ReturnFeedback<'a>,
    target_of: &dyn Fn(&Finding) -> Option<Target>,
) -> BTreeMap<Section, Vec<Problem<'a>>> {
    let groups = groups(&feedback.findings);
    let mut ordered: Vec<Group> = Vec::new();
    for (root, members) in groups {
        let mut members: Vec<_> = members.into_iter().map(|finding| (target_of(finding), finding)).collect();
        members.sort_by_key(|(target, finding)| {
            (finding.finding_id != root, target.clone(), &finding.finding_id)
        });
        let section = members.iter().map(|(_, finding)| section(finding)).min();
        ordered.extend(section.map(|section| (section, members)));
    }
    ordered.sort_by_key(|(section, members)| {
        let gravity = members.iter().map(|(_, finding)| severity_of(finding)).min();
        let first = members.first().map(|(target, finding)| (target.clone(), finding.finding_id.clone()));
        (*section, gravity, first)
    });
    let was_asked = |finding: &&&Finding| severity_of(finding) != Severity::Info;
    let fixed = feedback.fixed.iter().filter(was_asked);
    let since = fixed.map(|finding| (Section::FixedSince, vec![(None, *finding)]));
    numbered(ordered.into_iter().chain(since))
}

/// Findings by the id of the one that causes them.
fn groups<'a>(findings: &[&'a Finding]) -> BTreeMap<&'a str, Vec<&'a Finding>> {
    let by_id: BTreeMap<&str, &Finding> =
        findings.iter().map(|finding| (finding.finding_id.as_str(), *finding)).collect();
    let mut groups: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        groups.entry(root_of(finding, &by_id)).or_default().push(finding);
    }
    groups
}

/// The first cause among the findings of this return. A circle of causes has none.
fn root_of<'a>(finding: &'a Finding, by_id: &BTreeMap<&'a str, &'a Finding>) -> &'a str {
    let mut root = finding;
    for _ in 0..LONGEST_CHAIN {
        match root.root_id.as_deref().and_then(|id| by_id.get(id)) {
            Some(cause) => root = cause,
            None => return &root.finding_id,
        }
    }
    &finding.finding_id
}

fn section(finding: &Finding) -> Section {
    match severity_of(finding) {
        _ if is_settled(finding) => Section::Settled,
        Severity::Info => Section::Hints,
        _ => Section::ToDo,
    }
}

fn numbered<'a>(groups: impl Iterator<Item = Group<'a>>) -> BTreeMap<Section, Vec<Problem<'a>>> {
    let mut list: BTreeMap<Section, Vec<Problem>> = BTreeMap::new();
    for (number, (section, members)) in (1..=MOST_PROBLEMS).zip(groups) {
        let lines = (0..).zip(members).map(|(index, (target, finding))| Problem {
            number: if index == 0 { number.to_string() } else { format!("{number}.{index}") },
            finding,
            target,
        });
        list.entry(section).or_default().extend(lines);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(id: &str, severity: &str, state: &str, root: Option<&str>) -> Finding {
        Finding {
            finding_id: id.to_owned(),
            severity: severity.to_owned(),
            state: state.to_owned(),
            root_id: root.map(str::to_owned),
            ..Finding::default()
        }
    }

    fn order(findings: &[Finding], fixed: &[Finding]) -> Vec<(Section, String, String)> {
        let feedback = ReturnFeedback {
            findings: findings.iter().collect(),
            fixed: fixed.iter().collect(),
            ..ReturnFeedback::default()
        };
        let list = problems(&feedback, &|_| None);
        let line = |section: Section, line: &Problem| {
            (section, line.number.clone(), line.finding.finding_id.clone())
        };
        list.iter().flat_map(|(section, lines)| lines.iter().map(move |of| line(*section, of))).collect()
    }

    #[test]
    fn what_follows_stands_under_its_cause() {
        let found = order(
            &[
                finding("a", "info", "new", None),
                finding("b", "warning", "open", Some("d")),
                finding("c", "error", "fixed", None),
                finding("d", "error", "new", Some("elsewhere")),
                finding("e", "warning", "new", None),
                finding("f", "info", "new", Some("b")),
            ],
            &[finding("g", "error", "fixed", None)],
        );
        let expected = [
            (Section::ToDo, "1", "d"),
            (Section::ToDo, "1.1", "b"),
            (Section::ToDo, "1.2", "f"),
            (Section::ToDo, "2", "e"),
            (Section::Hints, "3", "a"),
            (Section::Settled, "4", "c"),
            (Section::FixedSince, "5", "g"),
        ];
        assert_eq!(found, expected.map(|(section, number, id)| (section, number.to_owned(), id.to_owned())));
    }

    #[test]
    fn a_circle_of_causes_ends() {
        let found =
            order(&[finding("a", "error", "new", Some("b")), finding("b", "error", "new", Some("a"))], &[]);
        assert_eq!(found.len(), 2);
        assert!(order(&[], &[]).is_empty());
    }
}
