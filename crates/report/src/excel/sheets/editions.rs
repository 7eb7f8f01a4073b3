//! The figures of each edition (分届次), with a chart of counts and start rates.

use model::datasets::cohort_metrics::CohortMetric;

use crate::excel::book::Book;
use crate::excel::charts::{ChartRows, counts_and_rate};
use crate::excel::figure_columns::number_of;
use crate::excel::grid::{Block, Grid, PlacedChart};
use crate::excel::labels::Dimension;
use crate::excel::sheets::cuts::{CutRow, cut_heading, cut_notes, cut_rows, names_events, total_row};
use crate::excel::tally::Measure;
use crate::figures::{ALL, at};

/// One row an edition, the whole of each event last.
pub fn editions(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("分届次", "Editions"),
        book.pick("各届次签约项目落地情况", "Follow-up by edition"),
        true,
    );
    grid.pages = (1, 1);
    let heading = cut_heading(book, &[book.pick("届次", "edition")]);
    let metrics = metrics(book);
    let first = grid.next_body_row(&heading, false);
    let rows = cut_rows(book, metrics.iter().map(|metric| row_of(book, metric)).collect(), first);
    let notes = cut_notes(book, &rows, &metrics);
    let n_editions = metrics.iter().take_while(|metric| metric.cohort != ALL).count();
    grid.blocks.push(Block { heading, rows, notes, ..Block::default() });
    grid.charts.extend(chart(book, &grid, first, n_editions));
    grid
}

fn metrics<'a>(book: &Book<'a>) -> Vec<&'a CohortMetric> {
    let wholes = at(book.release.rows.metrics, book.release.as_of).filter(|row| row.dimension == ALL);
    let mut rows: Vec<&CohortMetric> = wholes.collect();
    rows.sort_by_key(|row| (&row.event, row.cohort == ALL, row.cohort == "unknown", &row.cohort));
    rows
}

fn row_of<'a>(book: &Book<'a>, metric: &'a CohortMetric) -> CutRow<'a> {
    if metric.cohort == ALL {
        return total_row(book, metric, vec![String::new()]);
    }
    let cut = vec![(Dimension::Event, metric.event.as_str()), (Dimension::Edition, metric.cohort.as_str())];
    CutRow { words: vec![book.edition(&metric.cohort)], metric, cut, is_total: false }
}

fn chart(book: &Book<'_>, grid: &Grid, first: u32, n_rows: usize) -> Option<PlacedChart> {
    let labels = u16::from(names_events(book));
    let column = |measure| labels + number_of(measure).unwrap_or(1) as u16;
    let rows =
        ChartRows { sheet: &grid.name, first, last: first + u32::try_from(n_rows).ok()?.checked_sub(1)? };
    let title = book.pick("各届次项目数与开工率", "Projects and start rate by edition");
    let columns = [
        (book.pick("项目数", "projects"), column(Measure::Projects)),
        (book.pick("已开工或投产", "started"), column(Measure::Started)),
    ];
    let rate = (book.pick("开工率（%）", "start rate (%)"), column(Measure::Started) + 1);
    let chart = counts_and_rate(&rows, title, labels, &columns, rate);
    Some(PlacedChart { chart, row: grid.end_row(), x: 20 })
}
