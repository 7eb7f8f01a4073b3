//! The figures of every month (各月), with a chart of counts and start rates.

use model::datasets::cohort_metrics::CohortMetric;

use crate::calendar_words::month_words;
use crate::excel::book::Book;
use crate::excel::cell::Cell;
use crate::excel::charts::{ChartRows, counts_and_rate};
use crate::excel::figure_cells::FigureRow;
use crate::excel::figure_columns::{figure_row, number_of};
use crate::excel::grid::{Block, Grid, PlacedChart};
use crate::excel::labels::Dimension;
use crate::excel::sheets::cuts::{cut_heading, names_events};
use crate::excel::tally::Measure;
use crate::figures::ALL;

/// One row a month, all editions together; the last month is that of the report.
pub fn months(book: &Book<'_>) -> Grid {
    let mut grid =
        book.grid(book.pick("各月", "Months"), book.pick("各月签约项目落地情况", "Follow-up by month"), true);
    grid.pages = (1, 1);
    let is_whole =
        |row: &&CohortMetric| row.cohort == ALL && row.dimension == ALL && row.as_of <= book.release.as_of;
    let metrics: &[CohortMetric] = book.release.rows.metrics;
    let mut wholes: Vec<&CohortMetric> = metrics.iter().filter(is_whole).collect();
    wholes.sort_by_key(|row| (&row.event, row.as_of));
    let heading = cut_heading(book, &[book.pick("月份", "month")]);
    let first = grid.next_body_row(&heading, false);
    let rows = (first..).zip(&wholes).map(|(at, metric)| row(book, metric, at)).collect();
    let note = book.pick(NOTE_ZH, NOTE_EN).to_owned();
    grid.blocks.push(Block { heading, rows, notes: vec![note], ..Block::default() });
    let n_months = wholes.chunk_by(|left, right| left.event == right.event).next().map_or(0, <[_]>::len);
    grid.charts.extend(chart(book, &grid, first, n_months));
    grid
}

const NOTE_ZH: &str = "当月各数由“项目数据”复算，以前各月为当时数据下的数值。";
const NOTE_EN: &str =
    "The month of the report is made from the sheet Projects; the months before are given as figures.";

fn row(book: &Book<'_>, metric: &CohortMetric, at: u32) -> Vec<Cell> {
    let event = names_events(book).then(|| Cell::words(book.labels.word(Dimension::Event, &metric.event)));
    let month = Cell::words(month_words(metric.as_of, book.lang()));
    let mut cells: Vec<Cell> = event.into_iter().chain([month]).collect();
    let is_last = metric.as_of == book.release.as_of;
    let cut = is_last.then(|| vec![(Dimension::Event, metric.event.as_str())]);
    let n_words = cells.len();
    cells.extend(figure_row(book, &FigureRow { metric, cut, is_total: false }, at, n_words));
    cells
}

fn chart(book: &Book<'_>, grid: &Grid, first: u32, n_months: usize) -> Option<PlacedChart> {
    let labels = u16::from(names_events(book));
    let last = first + u32::try_from(n_months).ok()?.checked_sub(2)? + 1;
    let rows = ChartRows { sheet: &grid.name, first, last };
    let column = |measure| labels + number_of(measure).unwrap_or(1) as u16;
    let title = book.pick("各月项目数与开工率", "Projects and start rate by month");
    let counts = [
        (book.pick("项目数", "projects"), column(Measure::Projects)),
        (book.pick("已开工或投产", "started"), column(Measure::Started)),
    ];
    let rate = (book.pick("开工率（%）", "start rate (%)"), column(Measure::Started) + 1);
    Some(PlacedChart {
        chart: counts_and_rate(&rows, title, labels, &counts, rate),
        row: grid.end_row(),
        x: 20,
    })
}
