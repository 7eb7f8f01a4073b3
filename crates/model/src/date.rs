//! A calendar day (日期), counted from 1970-01-01 as Parquet's `Date` does.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar.
///
/// Stored as days since 1970-01-01, so that it is the same number in Parquet and in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Date(i32);

/// A text that is no calendar day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day of the form YYYY-MM-DD")]
pub struct NotADate(String);

impl Date {
    /// The day with this year, month and day, or nothing when the calendar has no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        let exists = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        exists.then(|| Date(days_from_civil(year, month, day)))
    }

    /// The day so many days after 1970-01-01.
    pub const fn from_days(days: i32) -> Date {
        Date(days)
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.0
    }

    /// The day that Excel's 1900 date system shows for a serial number (the whole part is the day).
    ///
    /// Serials below 61 are shifted by one: Excel believes in 29 February 1900.
    pub fn from_excel_serial(serial: f64) -> Option<Date> {
        let in_range = (1.0..=2_958_465.0).contains(&serial);
        let day = serial.floor() as i32;
        let shift = if day < 60 { 25_568 } else { 25_569 };
        in_range.then(|| Date(day - shift))
    }

    /// Year, month 1–12, day 1–31.
    pub fn civil(self) -> (i32, u32, u32) {
        civil_from_days(self.0)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.civil().0
    }

    /// The month, 1–12.
    pub fn month(self) -> u32 {
        self.civil().1
    }

    /// The day of the month, 1–31.
    pub fn day(self) -> u32 {
        self.civil().2
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Date, NotADate> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<i32>().ok());
        let mut next = || parts.next().flatten();
        match (next(), next(), next()) {
            (Some(year), Some(month), Some(day)) if month > 0 && day > 0 => {
                Date::new(year, month as u32, day as u32).ok_or_else(|| NotADate(text.to_owned()))
            }
            _ => Err(NotADate(text.to_owned())),
        }
    }
}

/// How many days a month has, 0 for a month that does not exist.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Days since 1970-01-01 of a proleptic Gregorian day: years are counted from March, so that the leap day is the last.
fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let march_year = if month > 2 { year } else { year - 1 };
    let era = march_year.div_euclid(400);
    let year_of_era = march_year.rem_euclid(400);
    let day_of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        for days in -150_000..150_000 {
            let (year, month, day) = Date(days).civil();
            assert_eq!(Date::new(year, month, day), Some(Date(days)));
        }
    }

    #[test]
    fn text_comes_back_and_impossible_days_are_refused() {
        assert_eq!("2023-07-31".parse::<Date>().unwrap().to_string(), "2023-07-31");
        assert!("2022-02-30".parse::<Date>().is_err());
        assert!("2023-7".parse::<Date>().is_err());
    }

    #[test]
    fn excel_serials_follow_the_1900_system() {
        assert_eq!(Date::from_excel_serial(45108.0).unwrap().to_string(), "2023-07-01");
        assert_eq!(Date::from_excel_serial(1.0).unwrap().to_string(), "1900-01-01");
        assert_eq!(Date::from_excel_serial(2022.0).unwrap().to_string(), "1905-07-14");
        assert_eq!(Date::from_excel_serial(0.0), None);
    }
}
