//! A calendar month (月份): the clock of every return and every metric.

use std::fmt;
use std::str::FromStr;

use crate::date::{Date, days_in_month};

/// A month, counted as 12 · year + month − 1, so that ages are differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// A text that is no month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a month of the form YYYY-MM")]
pub struct NotAMonth(String);

impl Month {
    /// The month with this year and month 1–12.
    pub fn new(year: i32, month: u32) -> Option<Month> {
        (1..=12).contains(&month).then(|| Month(12 * year + month as i32 - 1))
    }

    /// The month in which a day lies.
    pub fn of(date: Date) -> Month {
        let (year, month, _) = date.civil();
        Month(12 * year + month as i32 - 1)
    }

    /// The month with this index.
    pub const fn from_index(index: i32) -> Month {
        Month(index)
    }

    /// 12 · year + month − 1: the difference of two is an age in months.
    pub const fn index(self) -> i32 {
        self.0
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month, 1–12.
    pub const fn month(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// The month so many months later (earlier when negative).
    pub const fn plus(self, months: i32) -> Month {
        Month(self.0 + months)
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        Date::new(self.year(), self.month(), 1).unwrap_or_default()
    }

    /// Its last day: how `period` and `as_of` are stored.
    pub fn last_day(self) -> Date {
        let last = days_in_month(self.year(), self.month());
        Date::new(self.year(), self.month(), last).unwrap_or_default()
    }

    /// All months from this one to `last`, both included.
    pub fn through(self, last: Month) -> impl Iterator<Item = Month> {
        (self.0..=last.0).map(Month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Month, NotAMonth> {
        let month = text.split_once('-').and_then(|(year, month)| {
            let well_formed = year.len() == 4 && month.len() == 2;
            let month = Month::new(year.parse().ok()?, month.parse().ok()?)?;
            well_formed.then_some(month)
        });
        month.ok_or_else(|| NotAMonth(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_written_and_read() {
        let july: Month = "2023-07".parse().unwrap();
        assert_eq!(july.to_string(), "2023-07");
        assert_eq!(july.last_day().to_string(), "2023-07-31");
        assert_eq!(july.plus(-7).to_string(), "2022-12");
        assert!("2023-13".parse::<Month>().is_err());
        assert!("2023-7".parse::<Month>().is_err());
    }

    #[test]
    fn a_range_of_months_holds_both_ends() {
        let first: Month = "2022-11".parse().unwrap();
        let months: Vec<String> = first.through(first.plus(2)).map(|month| month.to_string()).collect();
        assert_eq!(months, ["2022-11", "2022-12", "2023-01"]);
    }
}
