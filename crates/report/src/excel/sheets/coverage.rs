//! Which unit sent which month (报送情况): one word and one colour a month, with live counts.

use std::collections::{BTreeMap, BTreeSet};

use model::date::Date;
use model::findings::{T507_LATE, T508_MISSING};
use model::month::Month;

use crate::excel::book::Book;
use crate::excel::cell::{Cell, Ground};
use crate::excel::formulas::address;
use crate::excel::grid::{Block, Grid, Heading};
use crate::lang::Lang;

/// No more months than these are shown: three years.
const MOST_MONTHS: usize = 36;

/// What became of the return of a unit and month. The first that holds is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sent {
    Replaced,
    Late,
    InTime,
    Rejected,
    Missing,
}

type Table<'a> = BTreeMap<(&'a str, Date), Sent>;

/// One row a unit, one column a month.
pub fn coverage(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("报送情况", "Returns"),
        book.pick("各区县（单位）报表报送情况", "Returns by unit and month"),
        false,
    );
    let table = table(book);
    let units: BTreeSet<(usize, &str)> = table.keys().map(|(unit, _)| (order(book, unit), *unit)).collect();
    let months: BTreeSet<Date> = table.keys().map(|(_, month)| *month).collect();
    let months: Vec<Date> = months.into_iter().rev().take(MOST_MONTHS).collect();
    let months: Vec<Date> = months.into_iter().rev().collect();
    let heading = heading(book, &months);
    let first = grid.next_body_row(&heading, false);
    let rows = (first..).zip(&units).map(|(at, (_, unit))| row(book, &table, unit, &months, at)).collect();
    let notes = vec![book.pick(NOTE_ZH, NOTE_EN).to_owned()];
    grid.blocks.push(Block { heading, rows, notes, ..Block::default() });
    grid
}

const NOTE_ZH: &str = "报：按时或未登记时间；迟：迟报；更：有更正报，以后报为准；退：报表被退回，没有采用；缺：应报未报；空白：无需报送。";
const NOTE_EN: &str = "in: in time, or not registered; late: after the due day; new: replaced by a later return; rej: rejected; miss: expected and not sent.";

/// Its place in the table of units: districts and counties before zones.
fn order(book: &Book<'_>, unit: &str) -> usize {
    let units = &book.release.reference.units;
    units.iter().position(|row| row.unit_id == unit).unwrap_or(units.len())
}

/// From the returns, and from the findings of the calendar.
fn table<'a>(book: &Book<'a>) -> Table<'a> {
    let rows = book.release.rows;
    let late: BTreeSet<&str> = (rows.findings.iter())
        .filter(|finding| finding.code == T507_LATE.code)
        .filter_map(|finding| finding.file.as_deref())
        .collect();
    let mut table = Table::new();
    let mut note = |unit: &'a Option<String>, month: Option<Date>, sent: Sent| {
        let (Some(unit), Some(month)) = (unit.as_deref(), month) else { return };
        if month <= book.release.as_of {
            let known = table.entry((unit, month)).or_insert(sent);
            *known = sent.min(*known);
        }
    };
    for row in rows.returns {
        let sent = match row.status.as_str() {
            "superseded" => Sent::Replaced,
            "accepted" if late.contains(row.file.as_str()) => Sent::Late,
            "accepted" => Sent::InTime,
            "rejected" => Sent::Rejected,
            _ => continue,
        };
        note(&row.unit_code, row.period, sent);
    }
    for finding in rows.findings.iter().filter(|finding| finding.code == T508_MISSING.code) {
        note(&finding.unit_code, finding.period, Sent::Missing);
    }
    table
}

impl Sent {
    const ALL: [Sent; 5] = [Sent::InTime, Sent::Late, Sent::Replaced, Sent::Rejected, Sent::Missing];

    fn word(self, lang: Lang) -> &'static str {
        match self {
            Sent::Replaced => lang.pick("更", "new"),
            Sent::Late => lang.pick("迟", "late"),
            Sent::InTime => lang.pick("报", "in"),
            Sent::Rejected => lang.pick("退", "rej"),
            Sent::Missing => lang.pick("缺", "miss"),
        }
    }

    fn total(self, lang: Lang) -> &'static str {
        match self {
            Sent::Replaced => lang.pick("更正", "replaced"),
            Sent::Late => lang.pick("迟报", "late"),
            Sent::InTime => lang.pick("按时", "in time"),
            Sent::Rejected => lang.pick("退回", "rejected"),
            Sent::Missing => lang.pick("缺报", "missing"),
        }
    }

    fn ground(self) -> Ground {
        match self {
            Sent::InTime => Ground::Green,
            Sent::Late => Ground::Yellow,
            Sent::Replaced => Ground::Grey,
            Sent::Rejected | Sent::Missing => Ground::Red,
        }
    }
}

fn heading(book: &Book<'_>, months: &[Date]) -> Heading {
    let of_months = months.iter().map(|month| Month::of(*month).month().to_string());
    let totals = Sent::ALL.map(|sent| sent.total(book.lang()).to_owned());
    let names: Vec<String> = of_months.chain(totals).collect();
    let unit = book.pick("区县（单位）", "unit");
    let mut heading = Heading::of([unit].into_iter().chain(names.iter().map(String::as_str)));
    let columns = heading.columns.iter_mut().skip(1);
    let years = months.iter().map(|month| format!("{}{}", month.year(), book.pick("年", "")));
    let sums = std::iter::repeat_n(book.pick("合计（月）", "months").to_owned(), Sent::ALL.len());
    for (column, group) in columns.zip(years.chain(sums)) {
        column.group = group;
    }
    heading
}

fn row(book: &Book<'_>, table: &Table<'_>, unit: &str, months: &[Date], at: u32) -> Vec<Cell> {
    let sent: Vec<Option<Sent>> = months.iter().map(|month| table.get(&(unit, *month)).copied()).collect();
    let marks = sent.iter().map(|sent| match sent {
        Some(sent) => Cell::mark(sent.word(book.lang())).on(sent.ground()),
        None => Cell::blank(),
    });
    let range = format!("{}:{}", address(1, at), address(months.len(), at));
    let totals = Sent::ALL.into_iter().map(|kind| {
        let count = sent.iter().filter(|sent| **sent == Some(kind)).count();
        let formula = format!("COUNTIF({range},\"{}\")", kind.word(book.lang()));
        Cell::formula(formula, count.to_string()).in_total(true)
    });
    [Cell::words(book.unit_name(Some(unit)))].into_iter().chain(marks).chain(totals).collect()
}
