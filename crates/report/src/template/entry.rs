//! What stands in a cell of a template (单元格内容), typed: amounts are numbers, dates are dates, words stay words.

use model::date::Date;
use model::precision::Precision;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Entry {
    /// Nothing.
    #[default]
    Empty,
    /// Words; never a formula, whatever they begin with.
    Words(String),
    /// A whole number.
    Number(i64),
    /// An amount in full units of the currency, shown in ten thousands.
    Amount(i64),
    /// A day.
    Day(Date),
    /// A month, as its first day: the number format says that no day is known.
    Month(Date),
}

impl Entry {
    /// Words, or nothing.
    pub fn words(text: Option<&str>) -> Entry {
        text.filter(|text| !text.is_empty()).map_or(Entry::Empty, |text| Entry::Words(text.to_owned()))
    }

    /// An amount, or nothing: a blank is no zero.
    pub fn amount(yuan: Option<i64>) -> Entry {
        yuan.map_or(Entry::Empty, Entry::Amount)
    }

    /// An edition: a year as a number, another word as it is.
    pub fn edition(cohort: Option<&str>) -> Entry {
        let number = cohort.and_then(|text| text.parse().ok());
        number.map_or_else(|| Entry::words(cohort), Entry::Number)
    }

    /// A date, no more exact than it is known: `2023年三季度` is words, for no cell holds a quarter.
    pub fn date(first: Date, precision: Precision) -> Entry {
        let (year, month, _) = first.civil();
        let quarter = ["一", "二", "三", "四"].get(month.saturating_sub(1) as usize / 3).unwrap_or(&"四");
        match precision {
            Precision::Day => Entry::Day(first),
            Precision::Month => Entry::Month(first),
            Precision::Quarter => Entry::Words(format!("{year}年{quarter}季度")),
            Precision::Half => Entry::Words(format!("{year}年{}半年", if month <= 6 { "上" } else { "下" })),
            Precision::Year => Entry::Words(format!("{year}年")),
        }
    }

    /// Nothing stands there.
    pub fn is_empty(&self) -> bool {
        *self == Entry::Empty
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_no_more_exact_than_it_is_known() {
        let day: Date = "2023-07-01".parse().unwrap();
        assert_eq!(Entry::date(day, Precision::Day), Entry::Day(day));
        assert_eq!(Entry::date(day, Precision::Month), Entry::Month(day));
        assert_eq!(Entry::date(day, Precision::Quarter), Entry::Words("2023年三季度".to_owned()));
        assert_eq!(Entry::date(day, Precision::Half), Entry::Words("2023年下半年".to_owned()));
        assert_eq!(Entry::date(day, Precision::Year), Entry::Words("2023年".to_owned()));
    }

    #[test]
    fn a_blank_is_no_zero() {
        assert_eq!(Entry::amount(None), Entry::Empty);
        assert_eq!(Entry::amount(Some(0)), Entry::Amount(0));
        assert_eq!(Entry::edition(Some("2021")), Entry::Number(2021));
        assert_eq!(Entry::edition(Some("首届")), Entry::Words("首届".to_owned()));
    }
}
