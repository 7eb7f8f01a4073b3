//! The answer to a query (查询结果), as plain values.

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// Its columns.
    pub columns: Vec<AnswerColumn>,
    /// Its rows, one value for each column.
    pub rows: Vec<Vec<Value>>,
    /// How many rows the query has, with those that are left out here.
    pub n_rows: usize,
}

/// One column of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerColumn {
    /// Its name.
    pub name: String,
    /// It holds numbers.
    pub is_number: bool,
}

/// One value of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Missing,
    /// True or false.
    Boolean(bool),
    /// A whole number, exact.
    Whole(i128),
    /// Any other number.
    Float(f64),
    /// A text, or a day as `2023-07-31`.
    Text(String),
}

impl Value {
    /// As text: numbers exact and as short as possible; nothing where nothing is.
    pub fn text(&self) -> Option<String> {
        match self {
            Value::Missing => None,
            Value::Boolean(answer) => Some(answer.to_string()),
            Value::Whole(number) => Some(number.to_string()),
            Value::Float(number) => Some(number.to_string()),
            Value::Text(text) => Some(text.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_short() {
        let check = |value: Value, expected: &str| assert_eq!(value.text().as_deref(), Some(expected));
        check(Value::Whole(687_600_000_000), "687600000000");
        check(Value::Float(0.1 + 0.2), "0.30000000000000004");
        check(Value::Float(0.618), "0.618");
        check(Value::Boolean(true), "true");
        assert_eq!(Value::Missing.text(), None);
    }
}
