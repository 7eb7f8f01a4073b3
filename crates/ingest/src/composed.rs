//! The meaning of a label that is composed of words (组合含义).

use model::field::Field;

/// The meaning of a composed label.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concept {
    /// The field.
    pub field: Field,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// It could be the total, the year or the month.
    pub ambiguous: bool,
    /// Year and month of a column of a month matrix.
    pub month: Option<(Option<i32>, u32)>,
    /// Year of a column about one year.
    pub year: Option<i32>,
}

/// A meaning without doubt about the period.
pub fn sure(field: Field, confidence: f64) -> Option<Concept> {
    Some(Concept { field, confidence, ambiguous: false, month: None, year: None })
}
