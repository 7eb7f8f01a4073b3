//! Who has reported when (报送情况): a grid of units and months.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use model::datasets::returns::ReturnRow;
use model::date::Date;
use model::findings::{T507_LATE, T508_MISSING};

use crate::page::address::percent_encoded;
use crate::page::bilingual::both;
use crate::page::printing::{Printing, short_month};
use crate::page::table_frame::scrolled;

const CAPTION: (&str, &str) = ("各单位各月报送情况", "Returns by unit and month");

/// The returns by unit and month, which of them came late, and the units that should have sent one.
struct Grid<'a> {
    returns: BTreeMap<(&'a str, Date), Vec<&'a ReturnRow>>,
    late: BTreeSet<&'a str>,
    units: BTreeSet<&'a str>,
    months: BTreeSet<Date>,
}

/// What a unit sent for a month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sent {
    Accepted,
    Late,
    Again,
    Rejected,
    Nothing,
}

/// The grid, with how many have reported in each month.
pub fn coverage_section(printing: &Printing<'_>) -> Markup {
    let grid = grid(printing);
    if grid.returns.is_empty() {
        return html! { p.empty { (both("没有可按单位和月份排列的报表。", "No return names a unit and a month.")) } };
    }
    html! { (scrolled(CAPTION, &table(&grid, printing))) (legend()) }
}

fn grid<'a>(printing: &Printing<'a>) -> Grid<'a> {
    let rows = printing.release.rows;
    let mut returns: BTreeMap<(&str, Date), Vec<&ReturnRow>> = BTreeMap::new();
    for row in rows.returns.iter().filter(|row| row.status != "skipped") {
        if let (Some(unit), Some(period)) = (row.unit_code.as_deref(), row.period) {
            returns.entry((unit, period)).or_default().push(row);
        }
    }
    let of_code = |code: &'static str| rows.findings.iter().filter(move |finding| finding.code == code);
    let missing = of_code(T508_MISSING.code).filter_map(|finding| finding.unit_code.as_deref());
    Grid {
        late: of_code(T507_LATE.code).filter_map(|finding| finding.file.as_deref()).collect(),
        units: returns.keys().map(|(unit, _)| *unit).chain(missing).collect(),
        months: returns.keys().map(|(_, month)| *month).collect(),
        returns,
    }
}

fn table(grid: &Grid<'_>, printing: &Printing<'_>) -> Markup {
    let Grid { units, months, .. } = grid;
    let sent_in = |month: Date| units.iter().filter(|unit| has_reported(sent(grid, unit, month))).count();
    html! {
        table.coverage id="coverage-table" {
            caption { (both(CAPTION.0, CAPTION.1)) }
            thead { tr {
                th scope="col" { (both("区县（单位）", "unit")) }
                @for month in months { th.m scope="col" { (month_header(*month)) } }
                th.n scope="col" { (both("已报月数", "months reported")) }
            } }
            tbody { @for unit in units { tr {
                th scope="row" { a href={ "#unit/" (percent_encoded(unit)) } { (printing.unit(unit)) } }
                @for month in months { (cell(sent(grid, unit, *month))) }
                @let n = months.iter().filter(|month| has_reported(sent(grid, unit, **month))).count();
                td.n { (n) "/" (months.len()) }
            } } }
            tfoot { tr {
                th scope="row" { (both("已报单位", "units reported")) }
                @for month in months { td.m { (sent_in(*month)) span.of { "/" (units.len()) } } }
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
    matches!(sent, Sent::Accepted | Sent::Late | Sent::Again)
}

fn sent(grid: &Grid<'_>, unit: &str, month: Date) -> Sent {
    let rows = grid.returns.get(&(unit, month)).map(Vec::as_slice).unwrap_or_default();
    let is_late = rows.iter().any(|row| row.status == "accepted" && grid.late.contains(row.file.as_str()));
    let n = |status: &str| rows.iter().filter(|row| row.status == status).count();
    match (n("accepted"), n("superseded"), n("rejected")) {
        (0, _, 0) => Sent::Nothing,
        (0, _, _) => Sent::Rejected,
        _ if is_late => Sent::Late,
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
        Sent::Late => ("late", "◐", "迟报", "reported late"),
        Sent::Again => ("again", "◉", "已报，有重报", "reported, sent again"),
        Sent::Rejected => ("rejected", "✕", "退回", "rejected"),
        Sent::Nothing => ("missing", "–", "未报", "no return"),
    }
}

fn legend() -> Markup {
    html! { p.note { @for one in [Sent::Accepted, Sent::Late, Sent::Again, Sent::Rejected, Sent::Nothing] {
        @let (class, sign, zh, en) = words(one);
        span class={ "key " (class) } { (sign) } " " (both(zh, en)) "　"
    } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_return_is_told_from_one_in_time_and_one_sent_again() {
        let month: Date = "2023-07-31".parse().unwrap();
        let row = |file: &str, status: &str| ReturnRow {
            file: file.to_owned(),
            status: status.to_owned(),
            ..ReturnRow::default()
        };
        let rows = [row("in time", "accepted"), row("late", "accepted"), row("old", "superseded")];
        let check = |rows: &[&ReturnRow], expected: Sent| {
            let grid = Grid {
                returns: BTreeMap::from([(("U1", month), rows.to_vec())]),
                late: BTreeSet::from(["late"]),
                units: BTreeSet::from(["U1", "U2"]),
                months: BTreeSet::from([month]),
            };
            assert!(sent(&grid, "U1", month) == expected, "{}", words(sent(&grid, "U1", month)).2);
            assert!(sent(&grid, "U2", month) == Sent::Nothing);
        };
        check(&[&rows[0]], Sent::Accepted);
        check(&[&rows[1]], Sent::Late);
        check(&[&rows[0], &rows[2]], Sent::Again);
        check(&[&rows[2]], Sent::Nothing);
    }
}
