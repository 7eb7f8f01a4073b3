//! The steps of the bridge (变动明细): which project moved which figure by how much.

use model::datasets::changes::Change;

use crate::excel::book::Book;
use crate::excel::bridge_parts::component_words;
use crate::excel::cell::Cell;
use crate::excel::grid::Heading;
use crate::excel::labels::Dimension;

/// The heading of the steps.
pub fn detail_heading(book: &Book<'_>) -> Heading {
    Heading::of([
        book.pick("指标", "figure"),
        book.pick("变动项", "change"),
        book.pick("变动数（个、元）", "by (projects, yuan)"),
        book.pick("项目编号", "project"),
        book.pick("项目名称", "name"),
        book.pick("届次", "edition"),
        book.pick("区县（单位）", "unit"),
    ])
}

/// One row a step.
pub fn detail_row<'a>(book: &Book<'a>, step: &'a Change, measure: &str) -> Vec<Cell> {
    let id = step.project_id.as_deref().unwrap_or_default();
    let month = book.counted.iter().map(|one| one.month).find(|month| month.project_id == id);
    let of = |dimension: Dimension| {
        month.map(|month| book.labels.word(dimension, dimension.value_of(month))).unwrap_or_default()
    };
    vec![
        Cell::words(measure),
        Cell::words(component_words(&step.component, book.lang())),
        Cell::count(step.amount).in_thousands(),
        Cell::words(id).leading_to(book.project_target(id)),
        Cell::words(book.project_name(id)),
        Cell::words(of(Dimension::Edition)),
        Cell::words(of(Dimension::Unit)),
    ]
}
