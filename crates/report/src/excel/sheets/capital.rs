//! Capital by edition and age (资金): the triangle with its open cells, and where it is heading or why nobody knows.

use std::collections::BTreeMap;

use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::capital_triangle::CapitalTriangleCell;

use crate::excel::book::Book;
use crate::excel::cell::{Cell, Ground};
use crate::excel::grid::{Block, Grid, Heading};
use crate::excel::labels::Dimension;
use crate::excel::sheets::cuts::names_events;
use crate::figures::ALL;
use crate::method_words::{method_place, method_words};
use crate::reason_words::reason_words;

/// The ages are quarters.
const STEP: i32 = 3;
/// No more ages than these are shown: ten years.
const MOST_AGES: usize = 40;

type Triangle<'a> = BTreeMap<(&'a str, bool, &'a str), BTreeMap<i32, &'a CapitalTriangleCell>>;

/// The triangle, then one row for each edition and method.
pub fn capital(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("资金", "Capital"),
        book.pick("各届次到位资金进度与预测", "Capital by edition and age"),
        true,
    );
    let triangle = triangle(book);
    let ages = ages(&triangle);
    grid.blocks.push(Block {
        heading: triangle_heading(book, &ages),
        rows: triangle.iter().map(|(key, cells)| triangle_row(book, key, cells, &ages)).collect(),
        notes: vec![book.pick(TRIANGLE_ZH, TRIANGLE_EN).to_owned()],
        ..Block::default()
    });
    grid.blocks.push(Block {
        caption: book.pick("到位资金预测", "Forecast of the capital").to_owned(),
        heading: forecast_heading(book),
        rows: forecasts(book).into_iter().map(|row| forecast_row(book, row)).collect(),
        notes: vec![book.pick(FORECAST_ZH, FORECAST_EN).to_owned()],
        room: 0,
    });
    grid
}

const TRIANGLE_ZH: &str = "累计到位资金。白底：该届项目全部满该龄；灰底并带“°”：仅部分项目满该龄，其余按已到位数计；“—”：尚无项目满该龄；“无数据”：当时到位资金不明。";
const TRIANGLE_EN: &str = "Capital since signing. White: all projects have reached the age; grey with °: only some have; —: none has; no data: no capital is known.";
const FORECAST_ZH: &str = "预测以各届次同龄进度外推，届次少、口径变动时不可靠；无预测的，方法后写明原因。";
const FORECAST_EN: &str = "Forecasts carry on the progress of older editions and are weak with few editions; where there is none, the method is followed by the reason.";

fn triangle<'a>(book: &Book<'a>) -> Triangle<'a> {
    let cells: &'a [CapitalTriangleCell] = book.release.rows.triangle;
    let of_month = cells.iter().filter(|cell| cell.as_of == book.release.as_of && cell.dimension == ALL);
    let mut triangle = Triangle::new();
    for cell in of_month {
        let key = (cell.event.as_str(), cell.cohort == ALL, cell.cohort.as_str());
        triangle.entry(key).or_default().insert(cell.age_months, cell);
    }
    triangle
}

fn ages(triangle: &Triangle<'_>) -> Vec<i32> {
    let reached = triangle.values().flat_map(BTreeMap::values).filter(|cell| cell.cell != "future");
    let last = reached.map(|cell| cell.age_months).max().unwrap_or(-1);
    (0..).map(|quarters| quarters * STEP).take_while(|age| *age <= last).take(MOST_AGES).collect()
}

fn triangle_heading(book: &Book<'_>, ages: &[i32]) -> Heading {
    let event = names_events(book).then(|| book.pick("签约活动", "event").to_owned());
    let words = [book.pick("届次", "edition"), book.pick("合同额", "contract")].map(str::to_owned);
    let names: Vec<String> = event.into_iter().chain(words).collect();
    let n_words = names.len();
    let months = ages.iter().map(ToString::to_string);
    let names: Vec<String> = names.into_iter().chain(months).collect();
    let mut heading = Heading::of(names.iter().map(String::as_str));
    for column in heading.columns.iter_mut().skip(n_words) {
        book.pick("签约后月数", "months since signing").clone_into(&mut column.group);
    }
    heading
}

fn triangle_row(
    book: &Book<'_>,
    (event, is_total, cohort): &(&str, bool, &str),
    cells: &BTreeMap<i32, &CapitalTriangleCell>,
    ages: &[i32],
) -> Vec<Cell> {
    let event = names_events(book).then(|| Cell::words(book.labels.word(Dimension::Event, event)));
    let contract = cells.values().next().map(|cell| book.style().money(cell.contract_yuan));
    let before = [Cell::words(book.edition(cohort)), Cell::number(contract.unwrap_or_default())];
    let of_ages = ages.iter().map(|age| match cells.get(age) {
        Some(cell) => age_cell(book, cell),
        None => Cell::mark("—"),
    });
    let all = event.into_iter().chain(before).chain(of_ages);
    all.map(|cell| cell.in_total(*is_total)).collect()
}

fn age_cell(book: &Book<'_>, cell: &CapitalTriangleCell) -> Cell {
    match (cell.cell.as_str(), cell.capital_yuan) {
        ("complete", Some(capital)) => Cell::number(book.style().money(capital)),
        ("partial", Some(capital)) => {
            Cell::number(book.style().money(capital)).followed_by("°").on(Ground::Grey)
        }
        ("future", _) => Cell::mark("—"),
        _ => Cell::mark(book.pick("无数据", "no data")),
    }
}

fn forecasts<'a>(book: &Book<'a>) -> Vec<&'a CapitalForecast> {
    let forecasts: &'a [CapitalForecast] = book.release.rows.forecast;
    let is_it = |row: &&CapitalForecast| row.as_of == book.release.as_of && row.dimension == ALL;
    let mut rows: Vec<&CapitalForecast> = forecasts.iter().filter(is_it).collect();
    rows.sort_by_key(|row| (&row.event, row.cohort == ALL, &row.cohort, method_place(&row.method)));
    rows
}

fn forecast_heading(book: &Book<'_>) -> Heading {
    let event = names_events(book).then(|| book.pick("签约活动", "event"));
    let names = [
        book.pick("届次", "edition"),
        book.pick("方法（说明）", "method (note)"),
        book.pick("最近完整龄期（月）", "latest age"),
        book.pick("已到位", "arrived"),
        book.pick("预测龄期（月）", "forecast to age"),
        book.pick("预测累计", "forecast"),
        book.pick("尚待到位", "to come"),
        book.pick("标准误", "standard error"),
        book.pick("95%下限", "95 % low"),
        book.pick("95%上限", "95 % high"),
    ];
    Heading::of(event.into_iter().chain(names))
}

fn forecast_row(book: &Book<'_>, row: &CapitalForecast) -> Vec<Cell> {
    let event = names_events(book).then(|| Cell::words(book.labels.word(Dimension::Event, &row.event)));
    let money =
        |yuan: Option<i64>| Cell::number(yuan.map(|yuan| book.style().money(yuan)).unwrap_or_default());
    let method = method_words(&row.method, book.lang());
    let method = match row.note.as_deref().map(|note| reason_words(note, book.lang())) {
        Some(note) => [method, book.pick("（", " ("), note, book.pick("）", ")")].concat(),
        None => method.to_owned(),
    };
    let cells = [
        Cell::words(book.edition(&row.cohort)),
        Cell::words(method),
        Cell::count_or_blank(row.latest_age_months),
        money(row.latest_yuan),
        Cell::count_or_blank(row.ultimate_age_months),
        money(row.ultimate_yuan),
        money(row.to_come_yuan),
        money(row.standard_error_yuan),
        money(row.low_yuan),
        money(row.high_yuan),
    ];
    event.into_iter().chain(cells).map(|cell| cell.in_total(row.cohort == ALL)).collect()
}
