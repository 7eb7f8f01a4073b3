//! The figures of each industry and of each size band (分产业).

use model::datasets::cohort_metrics::CohortMetric;

use crate::excel::book::Book;
use crate::excel::grid::{Block, Grid};
use crate::excel::labels::Dimension;
use crate::excel::sheets::cuts::{CutRow, cut_heading, cut_notes, cut_rows, of_dimension, total_row};
use crate::figures::{events, whole};

/// One row an industry, then one row a size band, each with the whole of its event.
pub fn industries(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("分产业", "Industries"),
        book.pick("各产业签约项目落地情况", "Follow-up by industry"),
        true,
    );
    let by_industry = ("industry", Dimension::Industry, book.pick("产业", "industry"), "");
    let caption = book.pick("按投资规模", "By size of contract");
    let by_size = ("size_band", Dimension::SizeBand, book.pick("投资规模", "size"), caption);
    for (dimension, column, name, caption) in [by_industry, by_size] {
        let block = block(book, &grid, (dimension, column), name, caption);
        if !block.rows.is_empty() || grid.blocks.is_empty() {
            grid.blocks.push(block);
        }
    }
    grid
}

fn block(
    book: &Book<'_>,
    grid: &Grid,
    (dimension, column): (&str, Dimension),
    name: &str,
    caption: &str,
) -> Block {
    let heading = cut_heading(book, &[name]);
    let events = events(book.release.rows.metrics);
    let rows: Vec<CutRow> =
        events.into_iter().flat_map(|event| of_event(book, event, dimension, column)).collect();
    let metrics: Vec<&CohortMetric> = rows.iter().map(|row| row.metric).collect();
    let rows = cut_rows(book, rows, grid.next_body_row(&heading, !caption.is_empty()));
    let notes = cut_notes(book, &rows, &metrics);
    Block { caption: caption.to_owned(), heading, rows, notes, room: 0 }
}

fn of_event<'a>(book: &Book<'a>, event: &'a str, dimension: &str, column: Dimension) -> Vec<CutRow<'a>> {
    let mut metrics = of_dimension(book, event, dimension);
    if column == Dimension::SizeBand {
        metrics.sort_by_key(|metric| size_order(&metric.value));
    }
    let row = |metric: &'a CohortMetric| CutRow {
        words: vec![book.labels.word(column, &metric.value)],
        metric,
        cut: vec![(Dimension::Event, metric.event.as_str()), (column, metric.value.as_str())],
        is_total: false,
    };
    let total = whole(book.release.rows.metrics, book.release.as_of, event).filter(|_| !metrics.is_empty());
    let total = total.map(|metric| total_row(book, metric, vec![String::new()]));
    metrics.into_iter().map(row).chain(total).collect()
}

/// The largest first.
fn size_order(band: &str) -> usize {
    [">=100", "50-100", "30-50", "10-30", "<10"].iter().position(|known| *known == band).unwrap_or(5)
}
