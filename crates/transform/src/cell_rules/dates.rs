//! Dates (时间) with the span they name, and whether they are fact or plan.

use model::date::Date;
use model::findings::{
    C303_ERROR_CELL, C311_DATE_IMPOSSIBLE, C312_DATE_MONTH_LOST, C313_DATE_IS_A_YEAR, C314_DATE_UNREADABLE,
    C315_DATE_ONLY_PLANNED, C316_DATE_DOUBTFUL_YEAR, C352_FORMULA_UNKNOWN,
};
use model::month::Month;
use model::precision::Precision;
use model::reading::Content;

use crate::cell_rules::date_cells::{NumberDate, span_of_number, span_of_serial};
use crate::cell_rules::date_texts::{FoundDate, dates_in};
use crate::cell_rules::date_words::{
    PLAN_WORDS, confidence, date_text, is_planned, is_range, is_stage_words, said_by_words, serial_text,
    touches_digits,
};
use crate::cell_rules::outcome::{Outcome, Problem};
use crate::cell_rules::spans::{FIRST_YEAR, Impossible, LAST_YEAR, Span, Written};
use crate::cell_rules::text::{missing_rule, plain};

/// What a column of dates is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateMeaning {
    /// Something that has happened.
    Fact,
    /// Something that is planned.
    Plan,
}

/// A date as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadDate {
    /// First day of the span.
    pub date: Date,
    /// The span.
    pub precision: Precision,
    /// The text says that it is a plan.
    pub planned: bool,
    /// The text says the end of the span (底).
    pub to_end: bool,
    /// First day of a second date in the same cell (`2021.3/2022.5`).
    pub second: Option<Date>,
}

/// Reads a date. `period` is the month of the return, from which `7月`, `去年11月`, `上月` are counted.
///
/// Missing: the cell says that nothing is known, holds a status word, or cannot be read (then a problem says why).
pub fn read_date(
    content: &Content,
    number_format: Option<&str>,
    meaning: DateMeaning,
    period: Option<Month>,
) -> Outcome<ReadDate> {
    match content {
        Content::Date(serial, _) => outcome_of("date_cell", span_of_serial(*serial, number_format)),
        Content::Number(number) => read_number(*number, number_format),
        Content::Text(text) => read_text(text, meaning, period),
        Content::Boolean(_) => Outcome::missing("status_word"),
        Content::Error(formula) if formula.starts_with('=') => {
            Outcome::refused("formula_without_result", Problem::new(C352_FORMULA_UNKNOWN))
        }
        Content::Error(_) => Outcome::refused("error_cell", Problem::new(C303_ERROR_CELL)),
    }
}

/// What a status word in a column of dates says: it has happened, or it has not. Missing: it is no such word.
pub fn stage_hint(text: &str) -> Option<bool> {
    said_by_words(&plain(text))
}

fn read_number(number: f64, number_format: Option<&str>) -> Outcome<ReadDate> {
    match span_of_number(number, number_format) {
        NumberDate::Written(rule, written) => outcome_of(rule, written),
        NumberDate::JanuaryOrOctober => Outcome::refused("month_lost", Problem::new(C312_DATE_MONTH_LOST)),
        NumberDate::NoDate if number == 0.0 => {
            Outcome::refused("serial_zero", Problem::new(C311_DATE_IMPOSSIBLE))
        }
        NumberDate::NoDate => Outcome::refused("number", Problem::new(C314_DATE_UNREADABLE)),
    }
}

fn outcome_of(rule: &'static str, written: Written) -> Outcome<ReadDate> {
    match written {
        Ok(span) => Outcome::read(rule, as_read(span)),
        Err(doubt) => Outcome::refused(rule, problem_of(doubt)),
    }
}

fn problem_of(doubt: Impossible) -> Problem {
    match doubt {
        Impossible::NoSuchDay => Problem::new(C311_DATE_IMPOSSIBLE),
        Impossible::Year(_) => {
            Problem::expecting(C316_DATE_DOUBTFUL_YEAR, format!("{FIRST_YEAR}–{LAST_YEAR}"))
        }
        Impossible::YearAsSerial(year) => Problem::expecting(C313_DATE_IS_A_YEAR, year.to_string()),
        Impossible::NoYear => Problem::new(C314_DATE_UNREADABLE),
    }
}

const fn as_read(span: Span) -> ReadDate {
    ReadDate {
        date: span.first,
        precision: span.precision,
        planned: false,
        to_end: span.to_end,
        second: None,
    }
}

fn read_text(text: &str, meaning: DateMeaning, period: Option<Month>) -> Outcome<ReadDate> {
    let text = date_text(text);
    if let Some(rule) = missing_rule(&text) {
        return Outcome::missing(rule);
    }
    if text.starts_with('#') {
        return Outcome::refused("error_cell", Problem::new(C303_ERROR_CELL));
    }
    if let Some(serial) = serial_text(&text) {
        return outcome_of("serial_text", span_of_serial(serial, None));
    }
    let ahead = meaning == DateMeaning::Plan || PLAN_WORDS.iter().any(|word| text.contains(word));
    let found = dates_in(&text, period, ahead);
    match found.as_slice() {
        [] if stage_hint(&text).is_some() || is_stage_words(&text) => Outcome::missing("status_word"),
        [] => Outcome::refused("text", Problem::new(C314_DATE_UNREADABLE)),
        [first, others @ ..] => read_found(&text, first, others, meaning),
    }
}

fn read_found(
    text: &str,
    first: &FoundDate,
    others: &[FoundDate],
    meaning: DateMeaning,
) -> Outcome<ReadDate> {
    if let Some(doubt) = [first].into_iter().chain(others).find_map(|found| found.written.err()) {
        return Outcome::refused("text", problem_of(doubt));
    }
    let Ok(span) = first.written else { return Outcome::refused("text", Problem::new(C314_DATE_UNREADABLE)) };
    let (before, after) = (&text[..first.place.start], &text[first.place.end..]);
    let year_beside = before.ends_with('年')
        || others.iter().any(|found| found.written.is_ok_and(|other| other.precision == Precision::Year));
    if touches_digits(before, after) || (span.year_assumed && year_beside) {
        return Outcome::refused("text", Problem::new(C314_DATE_UNREADABLE));
    }
    let planned = is_planned(before, after);
    let between = others.first().map_or("", |next| &text[first.place.end..next.place.start]);
    let second = others.first().and_then(|found| found.written.ok()).map(|span| span.first);
    let read = ReadDate { planned, second, ..as_read(span) };
    let mut outcome = Outcome::read("text", read).confidence(confidence(before, after, others.is_empty()));
    if span.year_assumed {
        outcome = outcome.flag("year_assumed").confidence(0.8);
    }
    if second.is_some() {
        outcome = outcome.flag(if text.contains('期') || !is_range(between) { "phases" } else { "range" });
    }
    if planned {
        outcome = outcome.flag("planned");
    }
    if planned && meaning == DateMeaning::Fact {
        outcome = outcome.problem(Problem::new(C315_DATE_ONLY_PLANNED));
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell_rules::date_cells::short_form;

    fn shown(text: &str, meaning: DateMeaning, period: &str) -> String {
        let outcome = read_date(&Content::Text(text.to_owned()), None, meaning, period.parse().ok());
        if let Some(problem) = outcome.problems.iter().find(|problem| problem.code != C315_DATE_ONLY_PLANNED)
        {
            return problem.code.code.to_owned();
        }
        let Some(read) = outcome.value else { return outcome.rule.to_owned() };
        let span = Span { first: read.date, precision: read.precision, to_end: false, year_assumed: false };
        let second = read.second.map_or(String::new(), |second| format!(" {second}"));
        let plan = if read.planned { " plan" } else { "" };
        let end = if read.to_end { " end" } else { "" };
        format!("{}{end}{plan}{second}", short_form(span))
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text, DateMeaning::Fact, "2023-02"), expected, "{text}");
    }

    #[test]
    fn every_spelling_of_a_date_is_read() {
        for text in [
            "2023.7",
            "2023.7.",
            " 2023 年 7 月",
            "2023-7",
            "2023/07",
            "202307",
            "23.7",
            "23年7月",
            "２０２３年７月",
        ] {
            check(text, "2023-07");
        }
        for text in
            ["2023.07.15", "2023/7/15", "20230715", "2023年7月15日", "2023-07-15 00:00:00", "2023年7月15号"]
        {
            check(text, "2023-07-15");
        }
        check("2019-06-28T00:00:00Z", "2019-06-28");
        check("12/30/2022 12:00:00 AM", "2022-12-30");
        check("Jun-23", "2023-06");
        check("二〇二三年七月十五日", "2023-07-15");
        check("2023年7月份", "2023-07");
        check("2023.10", "2023-10");
        check("45108", "2023-07-01");
        check("2023", "2023");
        check("2023年", "2023");
        check("2023年7月底", "2023-07 end");
        check("2023年7月中旬", "2023-07");
        check("2023年7月下旬", "2023-07");
        check("2023年三季度", "2023-Q3");
        check("2023年第3季度", "2023-Q3");
        check("2023Q3", "2023-Q3");
        check("2023年上半年", "2023-H1");
        check("2023年底", "2023 end");
        check("2023.7底", "2023-07 end");
    }

    #[test]
    fn words_are_counted_from_the_period() {
        check("2月", "2023-02");
        check("12月", "2022-12");
        check("12月底", "2022-12 end");
        check("1月15日", "2023-01-15");
        check("今年1月", "2023-01");
        check("去年11月", "2022-11");
        check("上月", "2023-01");
        check("本月", "2023-02");
        check("前年", "2021");
        check("三季度", "2022-Q3");
        check("去年底", "2022 end");
        assert_eq!(shown("7月", DateMeaning::Plan, "2023-02"), "2023-07");
        assert_eq!(shown("7月", DateMeaning::Fact, ""), "C314");
    }

    #[test]
    fn plans_are_no_facts() {
        check("预计2023年10月", "2023-10 plan");
        check("拟2023.10", "2023-10 plan");
        check("预计于2023年三季度", "2023-Q3 plan");
        check("未开工，计划2023年12月底前开工", "2023-12 end plan");
        check("预计7月", "2023-07 plan");
        check("已于2022年5月开工", "2022-05");
        check("未开工", "status_word");
        check("是", "status_word");
        check("待定", "missing_word");
        check("待开工", "status_word");
        check("正在办理前期手续", "status_word");
        check("建设中", "status_word");
        assert_eq!(stage_hint("已开工"), Some(true));
        assert_eq!(stage_hint("尚未开工"), Some(false));
        assert_eq!(stage_hint("2023年"), None);
    }

    #[test]
    fn two_dates_and_impossible_ones_are_told() {
        check("2021.3/2022.5", "2021-03 2022-05-01");
        check("一期2021年3月，二期2022年5月", "2021-03 2022-05-01");
        check("2021年3月-2022年5月", "2021-03 2022-05-01");
        check("2022-02-30", "C311");
        check("2022.13", "C311");
        check("1900-01-00", "C311");
        check("1905-07-14", "C313");
        check("2203-07-14", "C316");
        check("项目正常", "C314");
        check("Q3 2023", "C314");
        check("2023。7。15", "2023-07-15");
        check("12345678901", "C314");
        check("#VALUE!", "C303");
    }

    #[test]
    fn cells_are_as_exact_as_their_format() {
        let read = |content: Content, format: Option<&str>| {
            let outcome = read_date(&content, format, DateMeaning::Fact, None);
            outcome.value.map(|read| (read.date.to_string(), read.precision))
        };
        let cell = || Content::Date(45_122.0, "2023-07-15".to_owned());
        assert_eq!(read(cell(), None), Some(("2023-07-15".to_owned(), Precision::Day)));
        assert_eq!(
            read(cell(), Some("yyyy\"年\"m\"月\"")),
            Some(("2023-07-01".to_owned(), Precision::Month))
        );
        assert_eq!(read(Content::Date(2022.0, String::new()), None), None);
        assert_eq!(read(Content::Number(2023.1), None), None);
    }
}
