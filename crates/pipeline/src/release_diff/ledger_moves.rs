//! What the ledger says differently (台账变动), project by project and column by column.

use std::collections::BTreeMap;

use model::datasets::ledger_entries::LedgerEntry;
use model::row_values::{RowValue, row_values};
use serde::Serialize;

use crate::release_diff::inputs::Change;

/// A column of a line of the ledger that does not say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LedgerMove {
    /// What became of the line.
    pub change: Change,
    /// Its number.
    pub ledger_no: String,
    /// Name of the project.
    pub name: Option<String>,
    /// The column; of a whole line that came or went `ledger_no`.
    pub column: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
    /// File › sheet › cells before.
    pub place_before: Option<String>,
    /// File › sheet › cells after.
    pub place_after: Option<String>,
}

/// Where a line stands is not what it says.
const PLACE: [&str; 5] = ["ledger_no", "file", "sheet", "address", "known_from"];

type Pair<'a> = [Option<&'a LedgerEntry>; 2];

/// Everything that differs. Lines of one number in one ledger are compared sheet by sheet.
pub fn ledger_moves(before: &[LedgerEntry], after: &[LedgerEntry]) -> Vec<LedgerMove> {
    let mut lines: BTreeMap<(&str, &str, &str), Pair<'_>> = BTreeMap::new();
    for (side, entries) in [before, after].into_iter().enumerate() {
        for entry in entries {
            let sides = lines.entry((&entry.ledger_no, &entry.file, &entry.sheet)).or_default();
            if let Some(own) = sides.get_mut(side) {
                own.get_or_insert(entry);
            }
        }
    }
    lines.into_values().flat_map(moves_of).collect()
}

fn moves_of(sides: Pair<'_>) -> Vec<LedgerMove> {
    let [Some(old), Some(new)] = sides else { return whole_line(sides).into_iter().collect() };
    let differing = row_values(old)
        .into_iter()
        .zip(row_values(new))
        .filter(|((name, old), (_, new))| !PLACE.contains(name) && old != new);
    differing.map(|((column, old), (_, new))| moved(sides, Change::Changed, column, (old, new))).collect()
}

fn whole_line(sides: Pair<'_>) -> Option<LedgerMove> {
    let [old, new] = sides;
    let number = |entry: &LedgerEntry| RowValue::Text(entry.ledger_no.clone());
    let value = |entry: Option<&LedgerEntry>| entry.map_or(RowValue::Missing, number);
    let change = if old.is_some() { Change::Gone } else { Change::New };
    old.or(new).map(|_| moved(sides, change, "ledger_no", (value(old), value(new))))
}

fn moved(sides: Pair<'_>, change: Change, column: &str, (old, new): (RowValue, RowValue)) -> LedgerMove {
    let [before, after] = sides;
    let place = |entry: &LedgerEntry| format!("{} › {} › {}", entry.file, entry.sheet, entry.address);
    let either = after.or(before);
    LedgerMove {
        change,
        ledger_no: either.map(|entry| entry.ledger_no.clone()).unwrap_or_default(),
        name: either.and_then(|entry| entry.name.clone()),
        column: column.to_owned(),
        before: old.to_string(),
        after: new.to_string(),
        place_before: before.map(place),
        place_after: after.map(place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: &str, contract_yuan: Option<i64>, address: &str) -> LedgerEntry {
        LedgerEntry {
            ledger_no: number.to_owned(),
            contract_yuan,
            address: address.to_owned(),
            ..LedgerEntry::default()
        }
    }

    #[test]
    fn a_line_that_only_moved_says_the_same() {
        let before = [line("P1", Some(5), "A3"), line("P2", Some(7), "A4"), line("P3", None, "A5")];
        let after = [line("P1", Some(5), "A9"), line("P2", Some(8), "A4"), line("P4", None, "A5")];
        let told: Vec<String> = ledger_moves(&before, &after)
            .iter()
            .map(|one| format!("{} {} {}→{}", one.ledger_no, one.column, one.before, one.after))
            .collect();
        assert_eq!(told, ["P2 contract_yuan 7→8", "P3 ledger_no P3→", "P4 ledger_no →P4"]);
        assert!(ledger_moves(&before, &before).is_empty());
    }
}
