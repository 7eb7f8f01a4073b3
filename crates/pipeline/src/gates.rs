//! The gates (门槛): what has to hold before figures are published.

use std::collections::BTreeSet;

use model::calendar::{ExpectedRule, ExpectedUnits};
use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::reconciliation::Reconciliation;
use model::datasets::returns::ReturnRow;
use model::date::Date;
use model::form::UnitNaming;
use model::policy::Scope;
use model::reference::UnitRow;

use crate::plan::Plan;
use crate::summary::{BalanceSheet, Gate};

/// States of a return that show that its unit has reported.
const REPORTED: [&str; 3] = ["accepted", "superseded", "duplicate"];

/// What the gates look at.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// Every received file.
    pub returns: &'a [ReturnRow],
    /// Every line of the ledger.
    pub ledger_entries: &'a [LedgerEntry],
    /// The reporting units.
    pub units: &'a [UnitRow],
    /// The as-of month, as its last day; nothing when no return speaks of any.
    pub as_of: Option<Date>,
    /// The totals and counts that returns state.
    pub reconciliation: &'a [Reconciliation],
    /// The balance.
    pub balance: &'a BalanceSheet,
}

/// Measures every gate.
pub fn measure(plan: &Plan, evidence: &Evidence<'_>) -> Vec<Gate> {
    let coverage = coverage(plan, evidence);
    let reconciled = reconciled(evidence.reconciliation);
    let rejected = evidence.balance.rejected_share();
    let limits = &plan.gates;
    vec![
        Gate {
            name: "min_coverage".to_owned(),
            measured: coverage,
            limit: limits.min_coverage,
            passed: coverage.is_none_or(|share| share >= limits.min_coverage),
            blocks: true,
        },
        Gate {
            name: "min_reconciled".to_owned(),
            measured: reconciled,
            limit: limits.min_reconciled,
            passed: reconciled.is_none_or(|share| share >= limits.min_reconciled),
            blocks: true,
        },
        Gate {
            name: "max_rejected_share".to_owned(),
            measured: rejected,
            limit: limits.max_rejected_share,
            passed: rejected.is_none_or(|share| share <= limits.max_rejected_share),
            blocks: false,
        },
    ]
}

/// Share of the stated totals and counts that the rows make, within rounding; nothing when none could be checked.
fn reconciled(rows: &[Reconciliation]) -> Option<f64> {
    let graded = |grades: &[&str]| rows.iter().filter(|row| grades.contains(&row.grade.as_str())).count();
    let (good, bad) = (graded(&["exact", "rounding"]), graded(&["partial", "error"]));
    (good + bad > 0).then(|| good as f64 / (good + bad) as f64)
}

/// Share of the expected units that reported in the as-of month; nothing when nobody is expected.
fn coverage(plan: &Plan, evidence: &Evidence<'_>) -> Option<f64> {
    let expected = expected_units(plan, evidence);
    let is_in_month = |row: &&ReturnRow| row.period.is_some() && row.period == evidence.as_of;
    let in_month = evidence.returns.iter().filter(is_in_month);
    let reported: BTreeSet<&str> = in_month
        .filter(|row| REPORTED.contains(&row.status.as_str()))
        .filter_map(|row| row.unit_code.as_deref())
        .collect();
    let n_reported = expected.iter().filter(|unit| reported.contains(*unit)).count();
    (!expected.is_empty()).then(|| n_reported as f64 / expected.len() as f64)
}

/// The units that are expected to report in the as-of month.
pub fn expected_units<'a>(plan: &'a Plan, evidence: &Evidence<'a>) -> BTreeSet<&'a str> {
    match &plan.calendar.units {
        ExpectedUnits::List(units) => units.iter().map(String::as_str).collect(),
        ExpectedUnits::Rule(ExpectedRule::FromLedger) => {
            let entries = evidence.ledger_entries.iter().filter(|entry| is_in_scope(entry, &plan.scope));
            entries.filter_map(|entry| entry.unit_code.as_deref()).collect()
        }
        ExpectedUnits::Rule(ExpectedRule::All) if plan.form.unit_naming == UnitNaming::AsItComes => {
            BTreeSet::new()
        }
        ExpectedUnits::Rule(ExpectedRule::All) => {
            let valid = evidence.units.iter().filter(|unit| is_valid(unit, evidence.as_of));
            valid.map(|unit| unit.unit_id.as_str()).collect()
        }
    }
}

fn is_in_scope(entry: &LedgerEntry, scope: &Scope) -> bool {
    scope.holds(entry.event.as_deref(), entry.cohort.as_deref(), entry.tracked == Some(true))
}

fn is_valid(unit: &UnitRow, day: Option<Date>) -> bool {
    let Some(day) = day else { return true };
    let limit = |text: &str| text.parse::<Date>().ok();
    limit(&unit.valid_from).is_none_or(|from| from <= day) && limit(&unit.valid_to).is_none_or(|to| day <= to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "name = \"a\"\n[inputs]\nreceived = [\"x\"]\n";

    fn unit(unit_id: &str, valid_from: &str) -> UnitRow {
        UnitRow {
            unit_id: unit_id.to_owned(),
            gbt2260: String::new(),
            name: String::new(),
            short_name: String::new(),
            kind: String::new(),
            unit_group: String::new(),
            valid_from: valid_from.to_owned(),
            valid_to: String::new(),
        }
    }

    fn returned(unit: &str, period: &str, status: &str) -> ReturnRow {
        ReturnRow {
            unit_code: Some(unit.to_owned()),
            period: period.parse().ok(),
            status: status.to_owned(),
            ..ReturnRow::default()
        }
    }

    fn check(more: &str, expected: Option<f64>) {
        let plan: Plan = toml::from_str(&format!("{PLAN}{more}")).unwrap();
        let july = "2023-07-31";
        let returns = [
            returned("A", july, "accepted"),
            returned("B", july, "rejected"),
            returned("B", "2023-06-30", "accepted"),
            returned("C", july, "superseded"),
        ];
        let entry =
            LedgerEntry { unit_code: Some("A".to_owned()), tracked: Some(true), ..LedgerEntry::default() };
        let evidence = Evidence {
            returns: &returns,
            ledger_entries: &[entry],
            units: &[unit("A", ""), unit("B", ""), unit("D", "2025-11-06")],
            as_of: july.parse().ok(),
            reconciliation: &[],
            balance: &BalanceSheet::default(),
        };
        assert_eq!(coverage(&plan, &evidence), expected, "{more}");
    }

    #[test]
    fn partial_and_wrong_totals_count_against_and_unknown_ones_not_at_all() {
        let row = |grade: &str| Reconciliation { grade: grade.to_owned(), ..Reconciliation::default() };
        let share = |grades: &[&str]| reconciled(&grades.iter().map(|grade| row(grade)).collect::<Vec<_>>());
        assert_eq!(share(&["exact", "rounding", "partial", "error", "unknown"]), Some(0.5));
        assert_eq!(share(&["unknown"]), None);
    }

    #[test]
    fn only_units_that_exist_in_the_month_are_expected() {
        check("", Some(0.5));
        check("[calendar]\nunits = \"from_ledger\"\n", Some(1.0));
        check("[calendar]\nunits = [\"A\", \"B\", \"C\", \"E\"]\n", Some(0.5));
        check("[form]\nunit_naming = \"as_it_comes\"\n", None);
    }

    #[test]
    fn too_many_rejected_records_do_not_block() {
        let plan: Plan = toml::from_str(PLAN).unwrap();
        let balance = BalanceSheet {
            records_seen: 10,
            records_rejected: [("no name".to_owned(), 1)].into(),
            ..BalanceSheet::default()
        };
        let evidence = Evidence {
            returns: &[],
            ledger_entries: &[],
            units: &[],
            as_of: None,
            reconciliation: &[],
            balance: &balance,
        };
        let gates = measure(&plan, &evidence);
        assert!(gates[0].passed && gates[1].passed && !gates[2].passed && !gates[2].blocks);
    }
}
