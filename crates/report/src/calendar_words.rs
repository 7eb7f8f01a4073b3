//! Months and days in words (年月): `2023年7月`, `July 2023`.

use model::date::Date;
use model::month::Month;

use crate::lang::Lang;

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month of a day: `2023年7月` or `July 2023`.
pub fn month_words(day: Date, lang: Lang) -> String {
    let (year, month, _) = day.civil();
    let english = ENGLISH_MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or_default();
    match lang {
        Lang::Zh => format!("{year}年{month}月"),
        Lang::En => format!("{english} {year}"),
    }
}

/// Until when figures speak: `2023年7月底` and `the end of July 2023` for a month end, else the day itself.
pub fn as_of_words(as_of: Date, lang: Lang) -> String {
    let is_month_end = Month::of(as_of).last_day() == as_of;
    let (year, month, day) = as_of.civil();
    match (lang, is_month_end) {
        (Lang::Zh, true) => format!("{}底", month_words(as_of, lang)),
        (Lang::Zh, false) => format!("{year}年{month}月{day}日"),
        (Lang::En, true) => format!("the end of {}", month_words(as_of, lang)),
        (Lang::En, false) => format!("{day} {}", month_words(as_of, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(day: &str, zh: &str, en: &str) {
        let day: Date = day.parse().unwrap();
        assert_eq!(as_of_words(day, Lang::Zh), zh);
        assert_eq!(as_of_words(day, Lang::En), en);
    }

    #[test]
    fn month_ends_are_said_as_such() {
        check("2023-07-31", "2023年7月底", "the end of July 2023");
        check("2024-02-29", "2024年2月底", "the end of February 2024");
        check("2023-12-05", "2023年12月5日", "5 December 2023");
    }
}
