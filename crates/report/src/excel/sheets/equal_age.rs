//! The editions at equal age (同龄比较): start rate and capital rate by months since signing; what is not whole is marked.

use std::collections::BTreeMap;

use model::datasets::cohort_ages::CohortAge;

use crate::excel::book::Book;
use crate::excel::cell::{Cell, Ground};
use crate::excel::charts::{NamedArea, lines};
use crate::excel::grid::{Block, Grid, Heading, PlacedChart};
use crate::excel::labels::Dimension;
use crate::excel::sheets::cuts::names_events;
use crate::figures::ALL;

/// The ages are half years.
const STEP: i32 = 6;
/// No more ages than these are shown: ten years.
const MOST_AGES: usize = 20;

type Editions<'a> = BTreeMap<(&'a str, bool, &'a str), BTreeMap<i32, &'a CohortAge>>;

/// One block for each rate: rows are editions, columns are ages.
pub fn equal_age(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("同龄比较", "Equal age"),
        book.pick("各届签约项目同龄比较", "Editions at equal age"),
        false,
    );
    grid.pages = (1, 1);
    grid.right = book.pick("单位：%", "per cent").to_owned();
    let editions = editions(book);
    let ages = ages(&editions);
    let start = (book.pick("开工率（%）", "start rate (%)"), start_cell as CellOf);
    let capital = (book.pick("资金到位率（%）", "capital rate (%)"), capital_cell as CellOf);
    for (place, (name, cell)) in [start, capital].into_iter().enumerate() {
        let heading = heading(book, &ages, name);
        let rows = editions.iter().map(|(key, cells)| row(book, key, cells, &ages, cell)).collect();
        let notes = if place == 1 { vec![book.pick(NOTE_ZH, NOTE_EN).to_owned()] } else { Vec::new() };
        grid.blocks.push(Block { heading, rows, notes, ..Block::default() });
    }
    if !editions.is_empty() {
        grid.blocks.push(chart_block(book, &editions));
    }
    grid.charts.extend(chart(book, &grid));
    grid
}

const NOTE_ZH: &str = "白底：该届项目全部满该龄；灰底并带“°”：仅部分项目满该龄，只计满龄项目；“—”：尚无项目满该龄；“无报送”：当时没有报表。各届年龄不同，应在同一列内比较。";
const NOTE_EN: &str = "White: all projects have reached the age; grey with °: only some have, and only those are counted; —: none has; no return: none had come by then. Compare within a column.";

type CellOf = fn(&Book<'_>, &CohortAge) -> (String, String);

fn editions<'a>(book: &Book<'a>) -> Editions<'a> {
    let ages: &'a [CohortAge] = book.release.rows.ages;
    let of_month = ages.iter().filter(|row| row.as_of == book.release.as_of && row.dimension == ALL);
    let mut editions = Editions::new();
    for row in of_month {
        let key = (row.event.as_str(), row.cohort == ALL, row.cohort.as_str());
        editions.entry(key).or_default().insert(row.age_months, row);
    }
    editions
}

/// Every half year that somebody has reached.
fn ages(editions: &Editions<'_>) -> Vec<i32> {
    let reached = editions.values().flat_map(BTreeMap::values).filter(|row| row.cell != "future");
    let last = reached.map(|row| row.age_months).max().unwrap_or(0);
    (1..).map(|half_years| half_years * STEP).take_while(|age| *age <= last).take(MOST_AGES).collect()
}

fn heading(book: &Book<'_>, ages: &[i32], name: &str) -> Heading {
    let event = names_events(book).then(|| book.pick("签约活动", "event").to_owned());
    let words = [book.pick("届次", "edition").to_owned(), book.pick("项目数（个）", "projects").to_owned()];
    let names: Vec<String> = event.into_iter().chain(words).collect();
    let n_words = names.len();
    let months =
        ages.iter().map(|age| format!("{}{age}{}", book.pick("满", ""), book.pick("个月", " months")));
    let names: Vec<String> = names.into_iter().chain(months).collect();
    let mut heading = Heading::of(names.iter().map(String::as_str));
    for column in heading.columns.iter_mut().skip(n_words) {
        name.clone_into(&mut column.group);
    }
    heading
}

fn row(
    book: &Book<'_>,
    (event, is_total, cohort): &(&str, bool, &str),
    cells: &BTreeMap<i32, &CohortAge>,
    ages: &[i32],
    cell: CellOf,
) -> Vec<Cell> {
    let event = names_events(book).then(|| Cell::words(book.labels.word(Dimension::Event, event)));
    let n_projects = cells.values().next().map(|row| row.n_projects);
    let before = [Cell::words(book.edition(cohort)), Cell::count_or_blank(n_projects)];
    let of_ages = ages.iter().map(|age| match cells.get(age) {
        Some(row) => age_cell(book, row, cell),
        None => Cell::mark("—"),
    });
    let all = event.into_iter().chain(before).chain(of_ages);
    all.map(|cell| cell.in_total(*is_total)).collect()
}

fn age_cell(book: &Book<'_>, row: &CohortAge, cell: CellOf) -> Cell {
    let (whole, matured) = cell(book, row);
    match row.cell.as_str() {
        "complete" => Cell::number(whole),
        "partial" if matured.is_empty() => Cell::blank().on(Ground::Grey),
        "partial" => Cell::number(matured).followed_by("°").on(Ground::Grey),
        "unobserved" => Cell::mark(book.pick("无报送", "no return")),
        _ => Cell::mark("—"),
    }
}

/// Of all projects, and of those that have reached the age.
fn start_cell(book: &Book<'_>, row: &CohortAge) -> (String, String) {
    let percent = |part, whole| book.style().percent(part, whole).unwrap_or_default();
    (percent(row.n_started, row.n_projects), percent(row.n_started_matured, row.n_matured))
}

fn capital_cell(book: &Book<'_>, row: &CohortAge) -> (String, String) {
    let percent = |part: Option<i64>, whole| {
        part.and_then(|part| book.style().percent(part, whole)).unwrap_or_default()
    };
    let matured = percent(row.capital_matured_yuan, row.contract_matured_yuan);
    (percent(row.capital_yuan, row.contract_yuan), matured)
}

/// What the chart shows: month by month, where every project of an edition has reached the age.
fn chart_block(book: &Book<'_>, editions: &Editions<'_>) -> Block {
    let single: Vec<(String, &BTreeMap<i32, &CohortAge>)> = editions
        .iter()
        .filter(|((_, is_total, _), _)| !is_total)
        .map(|((event, _, cohort), cells)| (series_name(book, event, cohort), cells))
        .collect();
    let is_whole = |row: &&&CohortAge| row.cell == "complete";
    let whole = single.iter().flat_map(|(_, cells)| cells.values().filter(is_whole));
    let last = whole.map(|row| row.age_months).max().unwrap_or(-1);
    let rows = (0..=last.min(STEP * MOST_AGES as i32)).map(|age| {
        let rates =
            single.iter().map(|(_, cells)| match cells.get(&age).filter(|row| row.cell == "complete") {
                Some(row) => Cell::number(start_cell(book, row).0).on(Ground::Grey),
                None => Cell::blank().on(Ground::Grey),
            });
        [Cell::count(age).on(Ground::Grey)].into_iter().chain(rates).collect()
    });
    let rows = rows.collect();
    let names = single.iter().map(|(name, _)| name.as_str());
    Block {
        caption: book.pick(CHART_ZH, CHART_EN).to_owned(),
        heading: Heading::of([book.pick("签约后月数", "months since signing")].into_iter().chain(names)),
        rows,
        ..Block::default()
    }
}

const CHART_ZH: &str = "图表数据：逐月开工率（%），仅列该届项目全部满该龄者";
const CHART_EN: &str = "For the chart: start rate (%) by month, where the whole edition has reached the age";

fn series_name(book: &Book<'_>, event: &str, cohort: &str) -> String {
    let edition = book.edition(cohort);
    match names_events(book) {
        true => format!("{} {edition}", book.labels.word(Dimension::Event, event)),
        false => edition,
    }
}

/// It stands at the right of its data.
fn chart(book: &Book<'_>, grid: &Grid) -> Option<PlacedChart> {
    let block = grid.blocks.get(2).filter(|block| block.rows.len() > 1)?;
    let top = grid.row_of_block(2);
    let first = top + 1 + block.heading.depth();
    let last = first + block.rows.len() as u32 - 1;
    let columns = (1_u16..).zip(block.heading.columns.iter().skip(1));
    let series: Vec<NamedArea> =
        columns.map(|(column, heading)| (heading.name.clone(), (first, column, last, column))).collect();
    let title = book.pick("同龄开工率", "Start rate at equal age");
    let axes = (book.pick("签约后月数", "months since signing"), "%");
    let chart = lines(&grid.name, title, axes, (first, 0, last, 0), &series);
    let x = 90 * (block.heading.columns.len() as u32 + 1);
    Some(PlacedChart { chart, row: top + 1, x })
}
