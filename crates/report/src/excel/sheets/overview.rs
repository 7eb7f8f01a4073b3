//! The overview (总体情况): the headline, its bounds, the editions at equal age, and every figure with its formula.

use model::datasets::cohort_metrics::CohortMetric;

use crate::doubt_sentence::doubt_sentence;
use crate::equal_age_sentence::equal_age_sentence;
use crate::excel::book::Book;
use crate::excel::cell::Cell;
use crate::excel::figure_cells::{FigureRow, few_note, figure_cell, is_few};
use crate::excel::figure_columns::{FIGURES, FigureColumn, number_of};
use crate::excel::formulas::address;
use crate::excel::grid::{Block, Grid, Heading};
use crate::excel::labels::Dimension;
use crate::excel::tally::Measure;
use crate::figures::{events, main_event, whole};
use crate::headline::headline;

/// Number, name and unit stand before the figures.
const WORDS_BEFORE: usize = 3;

/// One row a figure, one column an event.
pub fn overview(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("总体情况", "Overview"),
        book.pick("签约项目落地总体情况", "Follow-up of signed projects"),
        true,
    );
    grid.pages = (1, 1);
    grid.leads = sentences(book);
    grid.frozen_columns = 0;
    let metrics = book.release.rows.metrics;
    let wholes: Vec<&CohortMetric> =
        events(metrics).into_iter().filter_map(|event| whole(metrics, book.release.as_of, event)).collect();
    let heading = heading(book, &wholes);
    let first = grid.next_body_row(&heading, false);
    let rows = (1_usize..).zip(FIGURES).map(|(number, figure)| row(book, &wholes, number, figure, first));
    let rows = rows.collect();
    let mut notes = vec![book.pick(LIVE_ZH, LIVE_EN).to_owned()];
    if wholes.iter().any(|metric| is_few(metric)) {
        notes.insert(0, few_note(book).to_owned());
    }
    grid.blocks.push(Block { heading, rows, notes, ..Block::default() });
    grid
}

const LIVE_ZH: &str =
    "数值为公式，由“项目数据”逐项复算，与发布数一致；点击项目数打开项目数据。口径见“口径说明”。";
const LIVE_EN: &str = "The values are formulas over the sheet Projects and give the published figures; the count of projects opens them.";

/// The headline, between which bounds it lies, and how the editions compare at equal age.
fn sentences(book: &Book<'_>) -> Vec<String> {
    let rows = book.release.rows;
    let (as_of, style) = (book.release.as_of, book.style());
    let Some(event) = main_event(rows.metrics, as_of) else {
        let nothing = book.pick("本期没有纳入统计的项目。", "No project is counted in this month.");
        return vec![nothing.to_owned()];
    };
    let headline = headline(rows.metrics, Some(as_of)).map(|headline| headline.sentence(style));
    let doubt = doubt_sentence(rows.ranges, as_of, event, style);
    let ages = equal_age_sentence(rows.ages, as_of, event, style);
    [headline, doubt, ages].into_iter().flatten().collect()
}

fn heading(book: &Book<'_>, wholes: &[&CohortMetric]) -> Heading {
    let before = [book.pick("栏次", "no."), book.pick("指标", "figure"), book.pick("单位", "unit")];
    let events = wholes.iter().map(|metric| book.labels.word(Dimension::Event, &metric.event));
    let events: Vec<String> = events.collect();
    let rule = book.pick("计算关系", "rule");
    Heading::of(before.into_iter().chain(events.iter().map(String::as_str)).chain([rule]))
}

fn row(
    book: &Book<'_>,
    wholes: &[&CohortMetric],
    number: usize,
    figure: &FigureColumn,
    first: u32,
) -> Vec<Cell> {
    let words = [
        Cell::mark(number.to_string()),
        Cell::words(figure.name(book.lang())),
        Cell::mark(figure.unit(book)),
    ];
    let values = (WORDS_BEFORE..).zip(wholes).map(|(column, metric)| {
        let at = |measure: Measure| address(column, first + number_of(measure).unwrap_or(1) as u32 - 1);
        let cut = Some(vec![(Dimension::Event, metric.event.as_str())]);
        figure_cell(book, &FigureRow { metric, cut, is_total: false }, figure.kind, &at)
    });
    let rule = figure.rule().map(|rule| format!("{number}={rule}"));
    words.into_iter().chain(values).chain([Cell::mark(rule.unwrap_or_default())]).collect()
}
