//! What one return says of one project (项目行), as values, before anything is spelled.

use model::amount_unit::AmountUnit;
use model::date::Date;
use model::field::Field;
use model::stage::Stage;

/// A value before it is spelled.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A name or free text.
    Text(String),
    /// Money in yuan.
    Amount(i64),
    /// A day that has been.
    Date(Date),
    /// A planned day: may be spelled as a month, quarter, half or year.
    Planned(Date),
    /// A stage, spelled as one of its words.
    Stage(Stage),
    /// A tick.
    Tick(bool),
    /// A number that is no money (area of land).
    Number(i64),
    /// A text that stands as it is; what it says is given beside it, empty when it cannot be read.
    Verbatim {
        /// What stands in the cell.
        text: String,
        /// What a literal reader takes from it.
        value: String,
    },
}

/// A wrong value that was put in on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planted {
    /// Field that is wrong.
    pub field: Field,
    /// Kind of the error.
    pub kind: &'static str,
    /// What would be right, as in `rows.csv`.
    pub right: String,
    /// A careful reader could see it in the return alone.
    pub alone: bool,
    /// A careful reader could see it by the unit's earlier returns.
    pub earlier: bool,
    /// A careful reader could see it by the ledger.
    pub ledger: bool,
}

/// What the row is for the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineRole {
    /// A tracked project.
    #[default]
    Project,
    /// Signed at the event, but not in the tracked set.
    Untracked,
    /// A project of another event.
    OtherEvent,
    /// The same project listed once more.
    DuplicateRow,
}

impl LineRole {
    /// The word in `rows.csv`.
    pub const fn as_str(self) -> &'static str {
        match self {
            LineRole::Project => "project",
            LineRole::Untracked => "untracked",
            LineRole::OtherEvent => "other_event",
            LineRole::DuplicateRow => "duplicate_row",
        }
    }
}

/// A month's capital, for layouts with a column for each month.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CapitalByMonth {
    /// Arrived before the year of the period, in yuan.
    pub before_year: i64,
    /// Arrived in January, February … up to the period, in yuan.
    pub months: Vec<i64>,
}

/// What one return says of one project.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The project's true id.
    pub true_id: String,
    /// The project's name in the ledger, however the return spells it.
    pub signed_name: String,
    /// What the row is for the count.
    pub role: LineRole,
    /// Event.
    pub event: String,
    /// Edition (year).
    pub edition: i32,
    /// The stage at the end of the month.
    pub stage: Stage,
    /// Values by field.
    pub values: Vec<(Field, Value)>,
    /// Capital by month.
    pub capital: CapitalByMonth,
    /// Wrong values among them.
    pub planted: Vec<Planted>,
}

impl Line {
    /// The value of a field, where the project has one.
    pub fn value(&self, field: Field) -> Option<&Value> {
        self.values.iter().find(|(of, _)| *of == field).map(|(_, value)| value)
    }

    /// The text of a field, where it is one.
    pub fn text(&self, field: Field) -> &str {
        match self.value(field) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The money of a field in yuan, where it is money.
    pub fn amount(&self, field: Field) -> Option<i64> {
        match self.value(field) {
            Some(Value::Amount(yuan)) => Some(*yuan),
            _ => None,
        }
    }

    /// The stage that the return gives, which may be planted wrong.
    pub(crate) fn reported_stage(&self) -> Stage {
        match self.value(Field::StatusRaw) {
            Some(Value::Stage(stage)) => *stage,
            _ => self.stage,
        }
    }

    /// Puts another value in place of a field's.
    pub(crate) fn replace(&mut self, field: Field, value: Value) {
        match self.values.iter_mut().find(|(of, _)| *of == field) {
            Some((_, old)) => *old = value,
            None => self.values.push((field, value)),
        }
    }
}

/// Yuan as a decimal number of a unit, with at most so many decimals: the printed text, and the yuan it says.
pub(crate) fn printed(yuan: i64, unit: AmountUnit, decimals: u32) -> (String, i64) {
    let step = (unit.scale / 10_i64.pow(decimals.min(8))).max(1);
    let steps = yuan.saturating_add(yuan.signum() * step / 2) / step;
    let rounded = steps.saturating_mul(step);
    let (whole, rest) = (rounded / unit.scale, (rounded % unit.scale).abs());
    if rest == 0 {
        return (whole.to_string(), rounded);
    }
    let width = unit.scale.to_string().len() - 1;
    let fraction = format!("{rest:0width$}");
    let sign = if rounded < 0 && whole == 0 { "-" } else { "" };
    (format!("{sign}{whole}.{}", fraction.trim_end_matches('0')), rounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(yuan: i64, unit: AmountUnit, decimals: u32, text: &str, value: i64) {
        assert_eq!(printed(yuan, unit, decimals), (text.to_owned(), value));
    }

    #[test]
    fn amounts_are_rounded_as_printed() {
        check(520_000_000, AmountUnit::YI, 4, "5.2", 520_000_000);
        check(521_540_000, AmountUnit::YI, 2, "5.22", 522_000_000);
        check(521_540_000, AmountUnit::WAN, 0, "52154", 521_540_000);
        check(5, AmountUnit::YUAN, 2, "5", 5);
        check(0, AmountUnit::YI, 2, "0", 0);
        check(-30_000, AmountUnit::YI, 4, "-0.0003", -30_000);
    }
}
