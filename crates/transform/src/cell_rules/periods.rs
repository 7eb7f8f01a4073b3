//! The month a return speaks of (报告期), found in titles, captions and file names.

use std::ops::Range;

use model::month::Month;

use crate::cell_rules::english_periods::english_as_of;
use crate::cell_rules::period_marks::{Mark, MarkedMonth, marked_months};
use crate::cell_rules::positions::Positions;

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

/// From this day on a return that is sent speaks of the month itself, before it of the month before.
const FIRST_DAY_OF_OWN_MONTH: u32 = 25;

/// The month that a text names. `received` is the month of receipt: it gives the year where the text has none.
///
/// Of several, an as-of day comes first, then a month with its year, a month without, a day of sending.
/// Missing: the text names no month.
pub fn find_period(text: &str, received: Option<Month>) -> Option<FoundPeriod> {
    if let Some((month, span)) = english_as_of(text) {
        return Some(FoundPeriod { month, kind: PeriodKind::AsOf, span });
    }
    let positions = Positions::new(text);
    let marked = marked_months(&positions.text);
    let sent = marked.iter().find_map(sent_month);
    let found: Vec<FoundPeriod> =
        marked.iter().filter_map(|mark| period_of(mark, received.or(sent), &positions)).collect();
    let with_year = |period: &FoundPeriod| {
        marked.iter().any(|mark| mark.year.is_some() && positions.original(&mark.place) == period.span)
    };
    let rank = |period: &FoundPeriod| (period.kind, !with_year(period), period.span.start);
    found.iter().min_by_key(|period| rank(period)).cloned()
}

fn period_of(mark: &MarkedMonth, reference: Option<Month>, positions: &Positions) -> Option<FoundPeriod> {
    let kind = match mark.mark {
        Mark::AsOf => PeriodKind::AsOf,
        Mark::Sent => PeriodKind::SentOn,
        Mark::Bare => PeriodKind::Month,
    };
    let month = match mark.mark {
        Mark::Sent => sent_month(mark)?,
        _ => with_year(mark, reference)?,
    };
    Some(FoundPeriod { month, kind, span: positions.original(&mark.place) })
}

/// The month that a day of sending speaks of.
fn sent_month(mark: &MarkedMonth) -> Option<Month> {
    let (Mark::Sent, Some(year)) = (mark.mark, mark.year) else { return None };
    let month = Month::new(year, mark.month)?;
    Some(if mark.day.is_some_and(|day| day < FIRST_DAY_OF_OWN_MONTH) { month.plus(-1) } else { month })
}

/// A month without a year is the newest that does not lie after the month of receipt.
fn with_year(mark: &MarkedMonth, reference: Option<Month>) -> Option<Month> {
    if let Some(year) = mark.year {
        return Month::new(year, mark.month);
    }
    let reference = reference?;
    let same_year = Month::new(reference.year(), mark.month)?;
    Some(if same_year > reference { same_year.plus(-12) } else { same_year })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, PeriodKind)>) {
        let found = find_period(text, "2023-03".parse().ok());
        let shown = found.map(|period| (period.month.to_string(), period.kind));
        assert_eq!(shown, expected.map(|(month, kind)| (month.to_owned(), kind)), "{text}");
    }

    #[test]
    fn titles_name_the_month() {
        let as_of = |month| Some((month, PeriodKind::AsOf));
        check("截至2023年2月28日", as_of("2023-02"));
        check("推进情况表\n（截至 2023 年 2 月底）", as_of("2023-02"));
        check("（截止2023.2.28）", as_of("2023-02"));
        check("数据截至2月底", as_of("2023-02"));
        check("北碚区2020—2022年智博会签约项目推进情况表（截至2023年2月28日）", as_of("2023-02"));
        let month = |month| Some((month, PeriodKind::Month));
        check("南川区2023年2月智博会签约项目推进情况表", month("2023-02"));
        check("2022年1-12月报表", month("2022-12"));
        check("２０２３年２月份", month("2023-02"));
        check("二〇二三年二月", month("2023-02"));
        check("2023年1月至2月推进情况", month("2023-02"));
        check("2023年一季度报表", month("2023-03"));
    }

    #[test]
    fn file_names_name_the_month() {
        let month = |month| Some((month, PeriodKind::Month));
        check("渝中-智博会项目台账202302", month("2023-02"));
        check("2023.2 酉阳 智博会项目推进表", month("2023-02"));
        check("2023.2 2020年智博会项目", month("2023-02"));
        check("2023-02-酉阳", month("2023-02"));
        check("开州2月报", month("2023-02"));
        check("大渡口12月报", month("2022-12"));
        check("智博会签约项目推进情况表（2月）-南岸区", month("2023-02"));
        check("20230305北碚2月报送", month("2023-02"));
        let sent = |month| Some((month, PeriodKind::SentOn));
        check("20230305北碚招商局报送", sent("2023-02"));
        check("20230228北碚招商局报送", sent("2023-02"));
        check("填报日期：2023年3月5日", sent("2023-02"));
    }

    #[test]
    fn other_dates_are_not_taken() {
        for text in [
            "2020—2022年智博会签约项目",
            "2022年四季度集中签约",
            "附件1",
            "2020年智博会",
            "Sheet1",
            "2022年智博会项目12个",
            "",
        ] {
            check(text, None);
        }
        assert_eq!(find_period("开州2月报", None), None);
        assert_eq!(find_period("开州 2 月报", "2023-03".parse().ok()).unwrap().span, 7..12);
    }
}
