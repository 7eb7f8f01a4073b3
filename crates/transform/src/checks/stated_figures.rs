//! Figures that a return states about its own rows (自报合计): totals and counts, and how well they fit.

use model::datasets::columns::ColumnRow;
use model::datasets::findings::Finding;
use model::datasets::reconciliation::Reconciliation;
use model::field::Field;
use model::reading::Sheet;

use crate::checks::total_scopes::Extent;
use crate::typed_record::TypedRecord;

/// No table that people fill in has more sums or groups; those behind them are not checked.
pub const MOST_MARKS: usize = 1_000;

/// What the totals of a return turned out to be.
#[derive(Debug, Clone, Default)]
pub struct CheckedTotals {
    /// Every stated figure with its grade.
    pub rows: Vec<Reconciliation>,
    /// Those that are wrong.
    pub findings: Vec<Finding>,
}

/// One table of a return, with its records and its understood columns.
#[derive(Debug)]
pub struct TableOfReturn<'t, 'a> {
    /// Its sheet.
    pub sheet: &'t Sheet,
    /// Where it stands.
    pub extent: Extent,
    /// Its records.
    pub records: Vec<&'a TypedRecord>,
    /// Those of every table of the sheet.
    pub of_sheet: Vec<&'a TypedRecord>,
    /// Its understood columns.
    pub columns: Vec<(Field, &'t ColumnRow)>,
}

/// How well a total fits its rows, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Equal.
    Exact,
    /// Apart by no more than the rounding of the printed figures.
    Rounding,
    /// Larger, and some rows name no figure.
    Partial,
    /// It or one of its rows cannot be read.
    Unknown,
    /// It is not their sum.
    Error,
}

impl Grade {
    /// The word in the dataset.
    pub const fn as_str(self) -> &'static str {
        match self {
            Grade::Exact => "exact",
            Grade::Rounding => "rounding",
            Grade::Partial => "partial",
            Grade::Unknown => "unknown",
            Grade::Error => "error",
        }
    }
}
