//! Who has reported when (报送情况): a grid of units and months.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use model::datasets::returns::ReturnRow;
use model::date::Date;

use crate::page::address::percent_encoded;
use crate::page::bilingual::both;
use crate::page::printing::{Printing, short_month};
use crate::page::table_frame::scrolled;

const CAPTION: (&str, &str) = ("各单位各月报送情况", "Returns by unit and month");

type Grid<'a> = BTreeMap<(&'a str, Date), Vec<&'a ReturnRow>>;

/// What a unit sent for a month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sent {
    Accepted,
    Again,
    Rejected,
    Nothing,
}

/// The grid, with how many have reported in each month.
pub fn coverage_section(printing: &Printing<'_>) -> Markup {
    let mut grid: Grid<'_> = BTreeMap::new();
    for row in printing.release.rows.returns.iter().filter(|row| row.status != "skipped") {
        if let (Some(unit), Some(period)) = (row.unit_code.as_deref(), row.period) {
            grid.entry((unit, period)).or_default().push(row);
        }
    }
    if grid.is_empty() {
        return html! { p.empty { (both("没有可按单位和月份排列的报表。", "No return names a unit and a month.")) } };
    }
    html! { (scrolled(CAPTION, &table(&grid, printing))) (legend()) }
}

fn table(grid: &Grid<'_>, printing: &Printing<'_>) -> Markup {
    let units: BTreeSet<&str> = grid.keys().map(|(unit, _)| *unit).collect();
    let months: BTreeSet<Date> = grid.keys().map(|(_, month)| *month).collect();
    let sent_in = |month: Date| units.iter().filter(|unit| has_reported(sent(grid, unit, month))).count();
    html! {
        table.coverage id="coverage-table" {
            caption { (both(CAPTION.0, CAPTION.1)) }
            thead { tr {
                th scope="col" { (both("区县（单位）", "unit")) }
                @for month in &months { th.m scope="col" { (month_header(*month)) } }
                th.n scope="col" { (both("已报月数", "months reported")) }
            } }
            tbody { @for unit in &units { tr {
                th scope="row" { a href={ "#unit/" (percent_encoded(unit)) } { (printing.unit(unit)) } }
                @for month in &months { (cell(sent(grid, unit, *month))) }
                @let n = months.iter().filter(|month| has_reported(sent(grid, unit, **month))).count();
                td.n { (n) "/" (months.len()) }
            } } }
            tfoot { tr {
                th scope="row" { (both("已报单位", "units reported")) }
                @for month in &months { td.m { (sent_in(*month)) span.of { "/" (units.len()) } } }
                td {}
            } }
        }
    }
}

fn month_header(month: Date) -> Markup {
    let words = short_month(month);
    let (year, number) = words.split_once('-').unwrap_or((&words, ""));
    html! { span.year { (year) } span.number { (number) } }
}

fn has_reported(sent: Sent) -> bool {
    matches!(sent, Sent::Accepted | Sent::Again)
}

fn sent(grid: &Grid<'_>, unit: &str, month: Date) -> Sent {
    let rows = grid.get(&(unit, month)).map(Vec::as_slice).unwrap_or_default();
    let n = |status: &str| rows.iter().filter(|row| row.status == status).count();
    match (n("accepted"), n("superseded"), n("rejected")) {
        (0, _, 0) => Sent::Nothing,
        (0, _, _) => Sent::Rejected,
        (_, 0, _) => Sent::Accepted,
        _ => Sent::Again,
    }
}

fn cell(sent: Sent) -> Markup {
    let (class, sign, zh, en) = words(sent);
    html! { td class={ "m " (class) } { span aria-hidden="true" { (sign) } span.hidden { (both(zh, en)) } } }
}

fn words(sent: Sent) -> (&'static str, &'static str, &'static str, &'static str) {
    match sent {
        Sent::Accepted => ("sent", "●", "已报", "reported"),
        Sent::Again => ("again", "◉", "已报，有重报", "reported, sent again"),
        Sent::Rejected => ("rejected", "✕", "退回", "rejected"),
        Sent::Nothing => ("missing", "–", "未报", "no return"),
    }
}

fn legend() -> Markup {
    html! { p.note { @for one in [Sent::Accepted, Sent::Again, Sent::Rejected, Sent::Nothing] {
        @let (class, sign, zh, en) = words(one);
        span class={ "key " (class) } { (sign) } " " (both(zh, en)) "　"
    } } }
}
