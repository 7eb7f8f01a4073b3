//! The values of one row by the names of its columns (按列取值), for whoever treats every column alike.

use std::fmt;

use crate::date::Date;
use crate::row::{Row, Sink};

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowValue {
    /// Nothing.
    Missing,
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Float(f64),
    /// Yes or no.
    Boolean(bool),
    /// A day.
    Date(Date),
}

impl RowValue {
    /// As a number; nothing where it is none.
    pub fn number(&self) -> Option<f64> {
        match self {
            RowValue::Whole(number) => Some(*number as f64),
            RowValue::Float(number) => Some(*number),
            _ => None,
        }
    }
}

/// As text, numbers exact and as short as possible; empty where there is nothing.
impl fmt::Display for RowValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RowValue::Missing => Ok(()),
            RowValue::Text(text) => f.write_str(text),
            RowValue::Whole(number) => number.fmt(f),
            RowValue::Float(number) => number.fmt(f),
            RowValue::Boolean(answer) => answer.fmt(f),
            RowValue::Date(date) => date.fmt(f),
        }
    }
}

/// Every value of a row with the name of its column, in the declared order.
pub fn row_values<R: Row>(row: &R) -> Vec<(&'static str, RowValue)> {
    let mut collected = Collected::default();
    row.write(&mut collected);
    R::DATASET.columns.iter().map(|column| column.name).zip(collected.values).collect()
}

/// The value of one column; nothing where the dataset has no such column.
pub fn row_value<R: Row>(row: &R, column: &str) -> Option<RowValue> {
    row_values(row).into_iter().find(|(name, _)| *name == column).map(|(_, value)| value)
}

#[derive(Default)]
struct Collected {
    values: Vec<RowValue>,
}

impl Collected {
    fn take<T>(&mut self, value: Option<T>, wrap: impl Fn(T) -> RowValue) {
        self.values.push(value.map_or(RowValue::Missing, wrap));
    }
}

impl Sink for Collected {
    fn text(&mut self, value: Option<&str>) {
        self.take(value, |text| RowValue::Text(text.to_owned()));
    }

    fn int32(&mut self, value: Option<i32>) {
        self.take(value, |number| RowValue::Whole(i64::from(number)));
    }

    fn int64(&mut self, value: Option<i64>) {
        self.take(value, RowValue::Whole);
    }

    fn float64(&mut self, value: Option<f64>) {
        self.take(value, RowValue::Float);
    }

    fn boolean(&mut self, value: Option<bool>) {
        self.take(value, RowValue::Boolean);
    }

    fn date(&mut self, value: Option<Date>) {
        self.take(value, RowValue::Date);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::datasets::project_months::ProjectMonth;

    #[test]
    fn every_column_has_its_value() {
        let row = ProjectMonth {
            project_id: "P1".to_owned(),
            as_of: "2023-07-31".parse().unwrap(),
            tracked: true,
            contract_yuan: Some(9_007_199_254_740_993),
            ..ProjectMonth::default()
        };
        let check = |column: &str, expected: &str| {
            assert_eq!(row_value(&row, column).unwrap().to_string(), expected, "{column}");
        };
        check("project_id", "P1");
        check("as_of", "2023-07-31");
        check("tracked", "true");
        check("contract_yuan", "9007199254740993");
        check("stage", "");
        assert_eq!(row_value(&row, "colour"), None);
        assert_eq!(row_values(&row).len(), ProjectMonth::DATASET.columns.len());
    }
}
