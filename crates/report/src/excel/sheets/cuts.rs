//! Rows of figures by a dimension (分组指标行): what the tables by edition, unit and industry have in common.

use model::datasets::cohort_metrics::CohortMetric;

use crate::excel::book::Book;
use crate::excel::cell::Cell;
use crate::excel::figure_cells::{FigureRow, few_note, is_few};
use crate::excel::figure_columns::{figure_headings, figure_row};
use crate::excel::grid::{Heading, HeadingColumn};
use crate::excel::labels::Dimension;
use crate::excel::tally::Cut;
use crate::figures::{ALL, events};

/// One row before it is written.
pub struct CutRow<'a> {
    /// Its words, before the figures.
    pub words: Vec<String>,
    /// Its figures.
    pub metric: &'a CohortMetric,
    /// What it counts.
    pub cut: Cut<'a>,
    /// It is a whole or a part-sum.
    pub is_total: bool,
}

/// The heading: the event where there are several, then the words, then the figures.
pub fn cut_heading(book: &Book<'_>, words: &[&str]) -> Heading {
    let event = names_events(book).then(|| book.pick("签约活动", "event"));
    let marks = [book.pick("甲", "a"), book.pick("乙", "b"), book.pick("丙", "c")];
    let before = event.into_iter().chain(words.iter().copied()).zip(marks).map(|(name, mark)| {
        let (name, rule) = (name.to_owned(), mark.to_owned());
        HeadingColumn { name, rule, ..HeadingColumn::default() }
    });
    Heading { columns: before.chain(figure_headings(book)).collect() }
}

/// The rows as cells, of which the first stands in the row `first`.
pub fn cut_rows(book: &Book<'_>, rows: Vec<CutRow<'_>>, first: u32) -> Vec<Vec<Cell>> {
    let with_event = names_events(book);
    let cells = (first..).zip(rows).map(|(at, row)| {
        let event = with_event.then(|| book.labels.word(Dimension::Event, &row.metric.event));
        let target = book.cut_target(&row.cut).filter(|_| row.metric.n_projects > 0);
        let words = event.into_iter().chain(row.words);
        let mut cells: Vec<Cell> = words.map(|word| Cell::words(word).in_total(row.is_total)).collect();
        if let Some(last) = cells.pop() {
            cells.push(last.leading_to(target));
        }
        let figures = FigureRow { metric: row.metric, cut: Some(row.cut), is_total: row.is_total };
        let n_words = cells.len();
        cells.extend(figure_row(book, &figures, at, n_words));
        cells
    });
    cells.collect()
}

/// Whether the figures are about several events.
pub fn names_events(book: &Book<'_>) -> bool {
    events(book.release.rows.metrics).len() > 1
}

/// The whole of an event as the last row of its table.
pub fn total_row<'a>(book: &Book<'a>, metric: &'a CohortMetric, words: Vec<String>) -> CutRow<'a> {
    let mut words = words;
    if let Some(first) = words.first_mut() {
        *first = book.pick("合计", "total").to_owned();
    }
    CutRow { words, metric, cut: vec![(Dimension::Event, &metric.event)], is_total: true }
}

/// The rows of one event and dimension, all editions together, what is not known last.
pub fn of_dimension<'a>(book: &Book<'a>, event: &str, dimension: &str) -> Vec<&'a CohortMetric> {
    let metrics: &'a [CohortMetric] = book.release.rows.metrics;
    let is_it = |row: &&CohortMetric| {
        row.as_of == book.release.as_of
            && row.event == event
            && row.cohort == ALL
            && row.dimension == dimension
    };
    let mut rows: Vec<&CohortMetric> = metrics.iter().filter(is_it).collect();
    rows.sort_by_key(|row| (row.value == "unknown", &row.value));
    rows
}

/// The notes of such a table.
pub fn cut_notes(book: &Book<'_>, rows: &[Vec<Cell>], metrics: &[&CohortMetric]) -> Vec<String> {
    let mut notes = Vec::new();
    if metrics.iter().any(|metric| is_few(metric)) {
        notes.push(few_note(book).to_owned());
    }
    if rows.iter().flatten().any(|cell| cell.target.is_some()) {
        notes.push(book.pick(LIVE_ZH, LIVE_EN).to_owned());
    }
    notes
}

const LIVE_ZH: &str =
    "个数、金额、比率均为公式，由“项目数据”逐项复算；点击名称或项目数，打开所含项目的首行。";
const LIVE_EN: &str = "Counts, amounts and rates are formulas over the sheet Projects; a name or a count opens its first project.";
