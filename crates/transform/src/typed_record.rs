//! One record with its values read (读出的项目行): what linking, checks and observations work on.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::records::Record;
use model::datasets::values::ValueRow;
use model::date::Date;
use model::field::Field;
use model::month::Month;
use model::precision::Precision;
use model::stage::Stage;

/// A date with the span it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpannedDate {
    /// First day of the span.
    pub date: Date,
    /// The span.
    pub precision: Precision,
}

impl SpannedDate {
    /// One day.
    pub fn on(date: Date) -> SpannedDate {
        SpannedDate { date, precision: Precision::Day }
    }

    /// Last day of the span.
    pub fn last_day(&self) -> Date {
        self.precision.last_day(self.date)
    }
}

/// What the record says of the project's progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Stage.
    pub stage: Option<Stage>,
    /// Has started.
    pub started: Option<bool>,
    /// Is in production.
    pub in_production: Option<bool>,
    /// Is terminated.
    pub terminated: Option<bool>,
}

/// A record with its values read.
#[derive(Debug, Clone, Default)]
pub struct TypedRecord {
    /// The record as it stands.
    pub record: Record,
    /// Place of its return in the list of returns.
    pub return_index: usize,
    /// Path of the file.
    pub file: String,
    /// Unit that reported it.
    pub unit_code: Option<String>,
    /// Month of the return.
    pub period: Option<Month>,
    /// Event, as the return says it.
    pub event: Option<String>,
    /// The row, its group or its sheet names the event; else only the title, the file or the form does.
    pub event_is_own: bool,
    /// Edition, as the return says it.
    pub cohort: Option<String>,
    /// Industry.
    pub industry_code: Option<String>,
    /// Texts: names, codes, remarks.
    pub texts: BTreeMap<Field, String>,
    /// Money in full currency units.
    pub amounts: BTreeMap<Field, i64>,
    /// What one unit of the last printed digit is worth, by field.
    pub last_digits: BTreeMap<Field, i64>,
    /// Dates that are facts or, in planned columns, plans.
    pub dates: BTreeMap<Field, SpannedDate>,
    /// Progress.
    pub progress: Progress,
    /// Whether the progress in words says that it has started, where another field told the progress.
    pub started_in_text: Option<bool>,
    /// Field that told the progress.
    pub progress_field: Option<Field>,
    /// Where each value stood.
    pub places: BTreeMap<Field, String>,
    /// The rows of the dataset `values`.
    pub values: Vec<ValueRow>,
    /// Fields at which an error stands.
    pub withheld: BTreeSet<Field>,
}

impl TypedRecord {
    /// A text.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.texts.get(&field).map(String::as_str)
    }

    /// Money.
    pub fn amount(&self, field: Field) -> Option<i64> {
        self.amounts.get(&field).copied()
    }

    /// Money at which no error stands.
    pub fn good_amount(&self, field: Field) -> Option<i64> {
        if self.withheld.contains(&field) { None } else { self.amount(field) }
    }

    /// A date.
    pub fn date(&self, field: Field) -> Option<SpannedDate> {
        self.dates.get(&field).copied()
    }

    /// A date at which no error stands.
    pub fn good_date(&self, field: Field) -> Option<SpannedDate> {
        if self.withheld.contains(&field) { None } else { self.date(field) }
    }

    /// Where a value stood, empty when it stands nowhere.
    pub fn place(&self, field: Field) -> &str {
        self.places.get(&field).map_or("", String::as_str)
    }

    /// Whether an amount is only approximate, or printed in a unit of its own beside the column's.
    pub fn is_loose(&self, field: Field) -> bool {
        self.values.iter().filter(|value| value.field == field.name()).any(|value| {
            let says = |word: &str| value.flags.as_deref().is_some_and(|flags| flags.contains(word));
            says("approx") || says("own_unit") || value.unit_source.as_deref() == Some("cell")
        })
    }

    /// The raw text of a field.
    pub fn raw(&self, field: Field) -> &str {
        self.values.iter().find(|value| value.field == field.name()).map_or("", |value| value.raw.as_str())
    }

    /// The progress, unless an error stands at the field that told it.
    pub fn good_progress(&self) -> Progress {
        let doubted = self.progress_field.is_some_and(|field| self.withheld.contains(&field));
        if doubted { Progress::default() } else { self.progress }
    }
}
