//! What a column or a printed total is of (所指), as the truth tables name it.

use model::field::Field;
use model::month::Month;

/// What a column or a printed total is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A field of the return.
    Of(Field),
    /// How many projects there are.
    Count,
    /// Capital that arrived before the year of the period (以前年度到位).
    ArrivedBeforeYear,
    /// Capital that arrived in one month.
    ArrivedIn(Month),
}

impl Subject {
    /// The name in `columns.csv` and `totals.csv`.
    pub fn name(self) -> String {
        match self {
            Subject::Of(field) => field.name().to_owned(),
            Subject::Count => "count".to_owned(),
            Subject::ArrivedBeforeYear => "arrived_before_year".to_owned(),
            Subject::ArrivedIn(month) => format!("arrived_{}_{:02}", month.year(), month.month()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_of_capital_has_a_name_of_its_own() {
        assert_eq!(Subject::ArrivedIn("2023-01".parse().unwrap()).name(), "arrived_2023_01");
        assert_eq!(Subject::Of(Field::StatusRaw).name(), "status_raw");
    }
}
