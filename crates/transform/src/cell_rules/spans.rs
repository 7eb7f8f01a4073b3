//! Spans of time (时间段): a day, a month, a quarter, half a year, a year, and what makes one impossible.

use model::date::Date;
use model::month::Month;
use model::precision::Precision;

/// Years that a date in a return may lie in.
pub const FIRST_YEAR: i32 = 2000;
/// The last of them.
pub const LAST_YEAR: i32 = 2060;

/// A span of time as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: Date,
    /// How long it is.
    pub precision: Precision,
    /// The text says its end (底).
    pub to_end: bool,
    /// The year is not written: it follows from the month of the return.
    pub year_assumed: bool,
}

/// Why a written date names no span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// The calendar has no such day or month.
    NoSuchDay,
    /// The year lies outside the years that a return can speak of.
    Year(i32),
    /// A year that was taken for a day number: the year.
    YearAsSerial(i32),
    /// The month of the return is not known, so a date without a year names none.
    NoYear,
}

/// A date in a text: a span, or why it is none.
pub type Written = Result<Span, Impossible>;

impl Span {
    const fn new(first: Date, precision: Precision) -> Span {
        Span { first, precision, to_end: false, year_assumed: false }
    }

    /// The same, with its end meant.
    pub const fn to_end(mut self) -> Span {
        self.to_end = true;
        self
    }

    /// The same, with a year that is not written.
    pub const fn year_assumed(mut self) -> Span {
        self.year_assumed = true;
        self
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.precision.last_day(self.first)
    }
}

/// A year.
pub fn year_span(year: i32) -> Written {
    check_year(year)?;
    Date::new(year, 1, 1).map(|first| Span::new(first, Precision::Year)).ok_or(Impossible::NoSuchDay)
}

/// Half a year, 1 or 2.
pub fn half_span(year: i32, half: u32) -> Written {
    check_year(year)?;
    let first = if (1..=2).contains(&half) { Date::new(year, 6 * half - 5, 1) } else { None };
    first.map(|first| Span::new(first, Precision::Half)).ok_or(Impossible::NoSuchDay)
}

/// A quarter, 1 to 4.
pub fn quarter_span(year: i32, quarter: u32) -> Written {
    check_year(year)?;
    let first = if (1..=4).contains(&quarter) { Date::new(year, 3 * quarter - 2, 1) } else { None };
    first.map(|first| Span::new(first, Precision::Quarter)).ok_or(Impossible::NoSuchDay)
}

/// A month.
pub fn month_span(year: i32, month: u32) -> Written {
    check_year(year)?;
    Date::new(year, month, 1).map(|first| Span::new(first, Precision::Month)).ok_or(Impossible::NoSuchDay)
}

/// A day. A day in the middle of 1905 is a year that was taken for a day number.
pub fn day_span(year: i32, month: u32, day: u32) -> Written {
    let date = Date::new(year, month, day);
    if let Some(year_number) = date.and_then(year_as_serial) {
        return Err(Impossible::YearAsSerial(year_number));
    }
    match (check_year(year), date) {
        (_, None) => Err(Impossible::NoSuchDay),
        (Err(doubt), _) => Err(doubt),
        (Ok(()), Some(first)) => Ok(Span::new(first, Precision::Day)),
    }
}

/// A day whose Excel serial is a year: 1905-07-14 is the number 2022.
fn year_as_serial(date: Date) -> Option<i32> {
    let serial = date.days() + 25_569;
    (FIRST_YEAR..=LAST_YEAR).contains(&serial).then_some(serial)
}

fn check_year(year: i32) -> Result<(), Impossible> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&year) { Ok(()) } else { Err(Impossible::Year(year)) }
}

/// A month whose year is not written: the newest that does not lie after the month of the return.
pub fn month_of_period(month: u32, period: Option<Month>, ahead: bool) -> Written {
    let period = period.ok_or(Impossible::NoYear)?;
    let year = if month > period.month() && !ahead { period.year() - 1 } else { period.year() };
    month_span(year, month).map(Span::year_assumed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: Written, expected: Result<(&str, Precision), Impossible>) {
        let shown = written.map(|span| (span.first.to_string(), span.precision));
        assert_eq!(shown, expected.map(|(first, precision)| (first.to_owned(), precision)));
    }

    #[test]
    fn spans_are_made_or_refused() {
        check(day_span(2023, 7, 15), Ok(("2023-07-15", Precision::Day)));
        check(month_span(2023, 7), Ok(("2023-07-01", Precision::Month)));
        check(quarter_span(2023, 3), Ok(("2023-07-01", Precision::Quarter)));
        check(half_span(2023, 2), Ok(("2023-07-01", Precision::Half)));
        check(day_span(2022, 2, 30), Err(Impossible::NoSuchDay));
        check(month_span(2023, 13), Err(Impossible::NoSuchDay));
        check(day_span(1905, 7, 14), Err(Impossible::YearAsSerial(2022)));
        check(day_span(2203, 7, 14), Err(Impossible::Year(2203)));
    }

    #[test]
    fn a_month_without_a_year_does_not_lie_after_the_return() {
        let period = "2023-02".parse().ok();
        check(month_of_period(2, period, false), Ok(("2023-02-01", Precision::Month)));
        check(month_of_period(12, period, false), Ok(("2022-12-01", Precision::Month)));
        check(month_of_period(12, period, true), Ok(("2023-12-01", Precision::Month)));
        check(month_of_period(12, None, false), Err(Impossible::NoYear));
    }
}
