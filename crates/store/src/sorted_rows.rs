//! Rows in the order of their key, as `write_rows` wants them.

use model::date::Date;
use model::row::{Row, Sink};

use crate::arrow_schema::key_places;

/// Sorts rows by the key of their dataset: texts byte by byte, a missing value first. Rows with the same key keep
/// their order.
pub fn sort_rows<R: Row>(rows: &mut [R]) {
    let places = key_places(&R::DATASET);
    rows.sort_by_cached_key(|row| {
        let mut values = KeyValues { places: &places, next: 0, taken: Vec::with_capacity(places.len()) };
        row.write(&mut values);
        values.taken.sort_by_key(|(rank, _)| *rank);
        values.taken
    });
}

/// Takes the values of one row and keeps those of the key, each with its rank in the key.
struct KeyValues<'a> {
    places: &'a [usize],
    next: usize,
    taken: Vec<(usize, KeyValue)>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum KeyValue {
    Missing,
    Number(i64),
    Text(String),
}

impl KeyValues<'_> {
    fn take(&mut self, value: impl FnOnce() -> Option<KeyValue>) {
        let rank = self.places.iter().position(|place| *place == self.next);
        self.next += 1;
        if let Some(rank) = rank {
            self.taken.push((rank, value().unwrap_or(KeyValue::Missing)));
        }
    }
}

impl Sink for KeyValues<'_> {
    fn text(&mut self, value: Option<&str>) {
        self.take(|| value.map(|text| KeyValue::Text(text.to_owned())));
    }
    fn int32(&mut self, value: Option<i32>) {
        self.take(|| value.map(|number| KeyValue::Number(i64::from(number))));
    }
    fn int64(&mut self, value: Option<i64>) {
        self.take(|| value.map(KeyValue::Number));
    }
    /// No key holds floating point (tested in `arrow_schema`).
    fn float64(&mut self, _: Option<f64>) {
        self.take(|| None);
    }
    fn boolean(&mut self, value: Option<bool>) {
        self.take(|| value.map(|answer| KeyValue::Number(i64::from(answer))));
    }
    fn date(&mut self, value: Option<Date>) {
        self.take(|| value.map(|date| KeyValue::Number(i64::from(date.days()))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::datasets::cells::CellRow;
    use model::datasets::ledger_entries::LedgerEntry;

    #[test]
    fn the_key_decides_in_its_own_order() {
        let cell =
            |sheet: &str, row, col| CellRow { sheet: sheet.to_owned(), row, col, ..CellRow::default() };
        let mut cells = [cell("台账", 1, 1), cell("a", 10, 1), cell("a", 2, 9), cell("a", 2, -1)];
        sort_rows(&mut cells);
        let order: Vec<_> = cells.iter().map(|cell| (cell.sheet.as_str(), cell.row, cell.col)).collect();
        assert_eq!(order, [("a", 2, -1), ("a", 2, 9), ("a", 10, 1), ("台账", 1, 1)]);
    }

    #[test]
    fn the_order_of_the_key_is_not_the_order_of_the_columns() {
        let line = |ledger_no: &str, file: &str| LedgerEntry {
            ledger_no: ledger_no.to_owned(),
            file: file.to_owned(),
            ..LedgerEntry::default()
        };
        let mut lines = [line("2", "a"), line("1", "b"), line("1", "a")];
        sort_rows(&mut lines);
        assert_eq!(lines.map(|line| line.ledger_no + &line.file), ["1a", "1b", "2a"]);
    }
}
