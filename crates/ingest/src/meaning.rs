//! What a header text means (含义): the field, the way it was found, and how sure that is.

use model::field::Field;

use crate::composed::Concept;

/// How a field was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Not found.
    None,
    /// By likeness.
    Fuzzy,
    /// By the same column of the unit's previous return.
    Memory,
    /// From the words of the label, or from a known text inside it.
    Contained,
    /// A known text.
    Exact,
    /// Written in the form.
    Override,
}

impl Method {
    /// The word in the dataset.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::None => "none",
            Method::Fuzzy => "fuzzy",
            Method::Memory => "memory",
            Method::Contained => "contained",
            Method::Exact => "exact",
            Method::Override => "override",
        }
    }
}

/// The meaning of a header path.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    /// The field, where one was found.
    pub field: Option<Field>,
    /// How.
    pub method: Method,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// It could be the total, the year or the month.
    pub ambiguous: bool,
    /// Year and month of a column of a month matrix.
    pub month: Option<(Option<i32>, u32)>,
    /// Year of a column about one year.
    pub year: Option<i32>,
    /// The known text that a fuzzy match was taken for.
    pub alike: Option<String>,
    /// The unit of its numbers, where somebody settled it.
    pub unit: Option<String>,
    /// One of several columns that hold the field together: year, month and day; stages of which one is ticked.
    pub is_part: bool,
}

impl Meaning {
    /// Not understood.
    pub const UNKNOWN: Meaning = Meaning {
        field: None,
        method: Method::None,
        confidence: 0.0,
        ambiguous: false,
        month: None,
        year: None,
        alike: None,
        unit: None,
        is_part: false,
    };

    /// A field, found so.
    pub fn new(field: Field, method: Method, confidence: f64) -> Meaning {
        Meaning { field: Some(field), method, confidence, ..Meaning::UNKNOWN }
    }

    /// A field that the words of a label make.
    pub fn composed(concept: Concept) -> Meaning {
        Meaning {
            ambiguous: concept.ambiguous,
            month: concept.month,
            year: concept.year,
            ..Meaning::new(concept.field, Method::Contained, concept.confidence)
        }
    }
}
