//! The month a return speaks of (报告期), found in titles, captions and file names.

use std::ops::Range;

use model::month::Month;

/// How a text names the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// 截至2023年2月28日.
    AsOf,
    /// 2023年2月.
    Month,
    /// A day of sending (20230305, 填报日期): the month before is meant.
    SentOn,
}

/// The month that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPeriod {
    /// The month the return speaks of.
    pub month: Month,
    /// How the text names it.
    pub kind: PeriodKind,
    /// The bytes of the text that say so.
    pub span: Range<usize>,
}

/// The month that a text names. `received` is the month of receipt: it gives the year where the text has none.
///
/// Missing: the text names no month.
pub fn find_period(text: &str, received: Option<Month>) -> Option<FoundPeriod> {
    let _ = (text, received);
    None
}
