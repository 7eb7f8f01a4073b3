//! What ledgers that follow each other say differently (台账变动), and what it does to the tracked set.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::ledger_changes::LedgerChange;
use model::datasets::ledger_entries::LedgerEntry;
use model::date::Date;
use model::field::Field;

use crate::ledger_book::{LedgerProject, of_lines};

/// The changes from each ledger workbook to the next by date, sorted by key. One workbook has none.
pub fn ledger_changes(entries: &[LedgerEntry]) -> Vec<LedgerChange> {
    let mut files: BTreeMap<(Option<Date>, &str), Vec<LedgerEntry>> = BTreeMap::new();
    for entry in entries {
        files.entry((entry.known_from, &entry.file)).or_default().push(entry.clone());
    }
    let ledgers: Vec<Ledger<'_>> = files
        .iter()
        .map(|((known, file), lines)| Ledger { file, known: *known, projects: of_lines(lines) })
        .collect();
    let mut changes: Vec<LedgerChange> =
        ledgers.windows(2).flat_map(|pair| between(&pair[0], &pair[1])).collect();
    changes.sort_by(|a, b| key(a).cmp(&key(b)));
    changes
}

fn key(change: &LedgerChange) -> (&str, &str, &str) {
    (&change.to_file, &change.ledger_no, &change.field)
}

/// One ledger workbook by number.
struct Ledger<'a> {
    file: &'a str,
    known: Option<Date>,
    projects: BTreeMap<String, LedgerProject>,
}

fn between(before: &Ledger<'_>, after: &Ledger<'_>) -> Vec<LedgerChange> {
    let numbers: BTreeSet<&String> = before.projects.keys().chain(after.projects.keys()).collect();
    let mut changes = Vec::new();
    for number in numbers {
        let (then, now) = (before.projects.get(number), after.projects.get(number));
        for (field, told) in TOLD {
            let (said, says) = (then.and_then(told), now.and_then(told));
            if said == says || (field != "listed" && (then.is_none() || now.is_none())) {
                continue;
            }
            let mut change = LedgerChange {
                from_file: before.file.to_owned(),
                from_known: before.known,
                to_file: after.file.to_owned(),
                to_known: after.known,
                ledger_no: number.clone(),
                field: field.to_owned(),
                before: said,
                after: says,
                ..LedgerChange::default()
            };
            add_effect(&mut change, then, now);
            changes.push(change);
        }
    }
    changes
}

/// What a ledger tells of a project in one field.
type Telling = fn(&LedgerProject) -> Option<String>;

/// What a ledger tells of a project, by field. An edition is named by its event too.
const TOLD: [(&str, Telling); 9] = [
    ("listed", |_| Some("true".to_owned())),
    ("tracked", |project| Some(project.tracked.to_string())),
    (Field::ProjectName.name(), |project| project.names.first().cloned()),
    (Field::Investor.name(), |project| project.investor.clone()),
    (Field::ResponsibleUnit.name(), |project| project.unit_code.clone()),
    (Field::EventYear.name(), |project| {
        project.cohort.as_ref().map(|cohort| [project.event.as_deref().unwrap_or(""), cohort].concat())
    }),
    (Field::SignDate.name(), |project| project.sign_date.map(|date| date.to_string())),
    (Field::ContractValue.name(), |project| project.contract_yuan.map(|yuan| yuan.to_string())),
    (Field::ContractAtSigning.name(), |project| {
        project.contract_at_signing_yuan.map(|yuan| yuan.to_string())
    }),
];

/// The effect on the tracked set: of a project listed, left out, taken in, removed, or of another value.
fn add_effect(change: &mut LedgerChange, then: Option<&LedgerProject>, now: Option<&LedgerProject>) {
    let counts = |project: Option<&LedgerProject>| i64::from(project.is_some_and(|project| project.tracked));
    let value = |project: Option<&LedgerProject>| {
        project.filter(|project| project.tracked).and_then(|project| project.contract_yuan).unwrap_or(0)
    };
    match change.field.as_str() {
        "listed" | "tracked" => {
            change.projects_effect = counts(now) - counts(then);
            let stays = change.projects_effect == 0;
            change.contract_effect_yuan = if stays { 0 } else { value(now) - value(then) };
        }
        field if field == Field::ContractValue.name() && counts(then) == counts(now) => {
            change.contract_effect_yuan = value(now) - value(then);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(file: &str, known: &str, number: &str, tracked: bool, contract: i64) -> LedgerEntry {
        LedgerEntry {
            ledger_no: number.to_owned(),
            file: file.to_owned(),
            known_from: Some(known.parse().unwrap()),
            tracked: Some(tracked),
            contract_yuan: Some(contract),
            ..LedgerEntry::default()
        }
    }

    #[test]
    fn changes_are_listed_with_their_effect() {
        let old = |number, tracked, contract| line("a.xlsx", "2022-12-31", number, tracked, contract);
        let new = |number, tracked, contract| line("b.xlsx", "2023-06-30", number, tracked, contract);
        let entries = [
            old("1", true, 100),
            old("2", true, 50),
            old("4", true, 7),
            new("1", true, 120),
            new("2", false, 50),
            new("3", true, 30),
        ];
        let found = ledger_changes(&entries);
        let told: Vec<_> = found
            .iter()
            .map(|change| {
                (
                    change.ledger_no.as_str(),
                    change.field.as_str(),
                    change.projects_effect,
                    change.contract_effect_yuan,
                )
            })
            .collect();
        let expected = [
            ("1", "contract_value", 0, 20),
            ("2", "tracked", -1, -50),
            ("3", "listed", 1, 30),
            ("4", "listed", -1, -7),
        ];
        assert_eq!(told, expected);
        let (tracked_then, tracked_now) = (157, 150);
        let effect: i64 = found.iter().map(|change| change.contract_effect_yuan).sum();
        assert_eq!(tracked_then + effect, tracked_now);
    }

    #[test]
    fn one_ledger_has_no_changes() {
        assert!(ledger_changes(&[line("a.xlsx", "2022-12-31", "1", true, 100)]).is_empty());
    }
}
