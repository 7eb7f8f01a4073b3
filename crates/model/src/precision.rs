//! How exact a date in a return is (精度): a day, or only the span it lies in.

use std::fmt;

use crate::date::Date;
use crate::month::Month;

/// The span that a written date names. The date itself is stored as the first day of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day (日).
    Day,
    /// A month (月); also 上旬, 中旬, 月底.
    Month,
    /// A quarter (季度).
    Quarter,
    /// Half a year (上半年, 下半年).
    Half,
    /// A year (年).
    Year,
}

impl Precision {
    /// The word in the datasets.
    pub const fn as_str(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Month => "month",
            Precision::Quarter => "quarter",
            Precision::Half => "half",
            Precision::Year => "year",
        }
    }

    /// The last day of the span that begins on `first`.
    pub fn last_day(self, first: Date) -> Date {
        let months = match self {
            Precision::Day => return first,
            Precision::Month => 1,
            Precision::Quarter => 3,
            Precision::Half => 6,
            Precision::Year => 12,
        };
        Month::of(first).plus(months - 1).last_day()
    }
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
