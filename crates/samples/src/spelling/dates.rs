//! Spellings of dates (日期写法): date cells, numbers and texts, by day or by longer spans.

use model::date::Date;

use crate::book::Content;
use crate::spelling::spelled::Spelled;

/// How a date is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum DateShape {
    #[default]
    Cell,
    CellSlash,
    CellChinese,
    /// A date cell that shows year and month only.
    CellMonth,
    Dashes,
    Dots,
    Chinese,
    Compact,
    MonthChinese,
    MonthDots,
    MonthNumber,
    MonthCompact,
    MonthDash,
    MonthEnd,
    Quarter,
    Half,
    Year,
}

/// Shapes for days that have been.
pub(crate) const PAST: [DateShape; 14] = [
    DateShape::Cell,
    DateShape::CellSlash,
    DateShape::CellChinese,
    DateShape::CellMonth,
    DateShape::Dashes,
    DateShape::Dots,
    DateShape::Chinese,
    DateShape::Compact,
    DateShape::MonthChinese,
    DateShape::MonthDots,
    DateShape::MonthNumber,
    DateShape::MonthCompact,
    DateShape::MonthDash,
    DateShape::MonthEnd,
];

/// Shapes for days that have been where only the month is asked for.
pub(crate) const MONTHS: [DateShape; 5] = [
    DateShape::CellMonth,
    DateShape::MonthChinese,
    DateShape::MonthDots,
    DateShape::MonthCompact,
    DateShape::MonthDash,
];

/// Shapes for planned days.
pub(crate) const PLANNED: [DateShape; 6] = [
    DateShape::Cell,
    DateShape::MonthChinese,
    DateShape::MonthDots,
    DateShape::Quarter,
    DateShape::Half,
    DateShape::Year,
];

/// A day in a shape.
pub(crate) fn spell_date(date: Date, shape: DateShape) -> Spelled {
    let (year, month, day) = date.civil();
    let by_day = date.to_string();
    let by_month = format!("{year:04}-{month:02}");
    let cell = |format: &'static str, value: String| Spelled { content: Content::Date(date, format), value };
    match shape {
        DateShape::Cell => cell("yyyy-mm-dd", by_day),
        DateShape::CellSlash => cell("yyyy/m/d", by_day),
        DateShape::CellChinese => cell("yyyy\"年\"m\"月\"d\"日\"", by_day),
        DateShape::CellMonth => cell("yyyy\"年\"m\"月\"", by_month),
        DateShape::Dashes => Spelled::text(by_day.clone(), by_day),
        DateShape::Dots => Spelled::text(format!("{year}.{month}.{day}"), by_day),
        DateShape::Chinese => Spelled::text(format!("{year}年{month}月{day}日"), by_day),
        DateShape::Compact => Spelled::text(format!("{year}{month:02}{day:02}"), by_day),
        DateShape::MonthChinese => Spelled::text(format!("{year}年{month}月"), by_month),
        DateShape::MonthDots => Spelled::text(format!("{year}.{month:02}"), by_month),
        DateShape::MonthNumber if matches!(month, 1 | 10) => {
            Spelled::text(format!("{year}.{month}."), by_month)
        }
        DateShape::MonthNumber => {
            Spelled::number(format!("{year}.{month}").parse().unwrap_or_default(), by_month)
        }
        DateShape::MonthCompact => Spelled::number(f64::from(year * 100 + month as i32), by_month),
        DateShape::MonthDash => Spelled::text(by_month.clone(), by_month),
        DateShape::MonthEnd => Spelled::text(format!("{year}年{month}月底"), by_month),
        DateShape::Quarter => {
            let quarter = (month as usize - 1) / 3;
            let word = ["一", "二", "三", "四"].get(quarter).copied().unwrap_or_default();
            Spelled::text(format!("{year}年{word}季度"), format!("{year}-Q{}", quarter + 1))
        }
        DateShape::Half => {
            let (word, half) = if month <= 6 { ("上", 1) } else { ("下", 2) };
            Spelled::text(format!("{year}年{word}半年"), format!("{year}-H{half}"))
        }
        DateShape::Year => Spelled::text(format!("{year}年"), year.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shape: DateShape, raw: &str, value: &str) {
        let spelled = spell_date("2022-10-05".parse().unwrap(), shape);
        assert_eq!((spelled.content.raw().as_str(), spelled.value.as_str()), (raw, value));
    }

    #[test]
    fn a_date_says_what_its_shape_can_hold() {
        check(DateShape::Cell, "2022-10-05", "2022-10-05");
        check(DateShape::Dots, "2022.10.5", "2022-10-05");
        check(DateShape::MonthNumber, "2022.10.", "2022-10");
        check(DateShape::MonthCompact, "202210", "2022-10");
        check(DateShape::Quarter, "2022年四季度", "2022-Q4");
        check(DateShape::Half, "2022年下半年", "2022-H2");
        check(DateShape::Year, "2022年", "2022");
    }
}
