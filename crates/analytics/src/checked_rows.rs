//! What must hold of the rows of every dataset (数据集行检验): for tests only, whatever the dataset is.

use std::collections::HashSet;

use model::date::Date;
use model::row::{Row, Sink};
use model::schema::Column;

/// What is wrong with rows: a number that is none, a null without the note that its rule promises, a key that comes
/// twice. Empty when nothing is.
pub(crate) fn problems<R: Row>(rows: &[R]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut keys = HashSet::new();
    for row in rows {
        let mut seen = SeenRow { columns: R::DATASET.columns, ..SeenRow::default() };
        row.write(&mut seen);
        let key: Vec<String> = R::DATASET.key.iter().map(|name| seen.text_of(name)).collect();
        problems.extend(seen.problems().map(|problem| format!("{} {key:?}: {problem}", R::DATASET.name)));
        if !keys.insert(key.clone()) {
            problems.push(format!("{} {key:?}: the key comes twice", R::DATASET.name));
        }
    }
    problems
}

/// The values of one row, as texts; nothing where one is missing.
#[derive(Default)]
struct SeenRow {
    columns: &'static [Column],
    values: Vec<Option<String>>,
    not_numbers: Vec<&'static str>,
}

impl SeenRow {
    fn take(&mut self, value: Option<String>) {
        self.values.push(value);
    }

    fn named(&self) -> impl Iterator<Item = (&'static Column, &Option<String>)> {
        self.columns.iter().zip(&self.values)
    }

    fn text_of(&self, name: &str) -> String {
        let found = self.named().find(|(column, _)| column.name == name);
        found.and_then(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn problems(&self) -> impl Iterator<Item = String> {
        let has_note = self.named().any(|(column, value)| column.name == "note" && value.is_some());
        let unexplained = self.named().filter(move |(column, value)| {
            value.is_none() && !has_note && column.missing.is_some_and(promises_a_note)
        });
        let not_numbers = self.not_numbers.iter().map(|name| format!("{name} is no number"));
        not_numbers.chain(unexplained.map(|(column, _)| format!("{} is missing without a note", column.name)))
    }
}

/// Not where a method has no such figure at all: that needs no note.
fn promises_a_note(missing: &str) -> bool {
    missing.ends_with(": see note") && !missing.starts_with("the method")
}

impl Sink for SeenRow {
    fn text(&mut self, value: Option<&str>) {
        self.take(value.map(str::to_owned));
    }
    fn int32(&mut self, value: Option<i32>) {
        self.take(value.map(|value| value.to_string()));
    }
    fn int64(&mut self, value: Option<i64>) {
        self.take(value.map(|value| value.to_string()));
    }
    fn float64(&mut self, value: Option<f64>) {
        if value.is_some_and(|value| !value.is_finite()) {
            let name = self.columns.get(self.values.len()).map_or("", |column| column.name);
            self.not_numbers.push(name);
        }
        self.take(value.map(|value| value.to_string()));
    }
    fn boolean(&mut self, value: Option<bool>) {
        self.take(value.map(|value| value.to_string()));
    }
    fn date(&mut self, value: Option<Date>) {
        self.take(value.map(|value| value.to_string()));
    }
}

#[test]
fn each_problem_is_seen() {
    use model::datasets::curve_quartiles::CurveQuartile;
    let row = |percent, months, note: Option<&str>| CurveQuartile {
        percent,
        months,
        note: note.map(str::to_owned),
        ..CurveQuartile::default()
    };
    assert!(problems(&[row(25, Some(1.0), None), row(50, None, Some("why"))]).is_empty());
    assert_eq!(problems(&[row(25, None, None)]).len(), 1);
    assert_eq!(problems(&[row(25, Some(f64::NAN), None)]).len(), 1);
    assert_eq!(problems(&[row(25, Some(1.0), None), row(25, Some(2.0), None)]).len(), 1);
}
