//! A table of figures (指标表): sortable, searchable, each figure opening its projects.

use maud::{Markup, html};
use model::datasets::cohort_metrics::CohortMetric;

use crate::page::bilingual::both;
use crate::page::measures::{cells, headers};
use crate::page::printing::Printing;
use crate::page::table_frame::{scrolled, search_box};
use crate::tables::figure_columns::small_number_note;

/// One row: what stands before its figures.
#[derive(Debug)]
pub struct FigureRow<'a> {
    /// The heading of the row.
    pub label: Markup,
    /// Words between the heading and the figures, one for each extra column.
    pub words: Vec<Markup>,
    /// The figures.
    pub metric: &'a CohortMetric,
    /// A total stays below when the table is sorted.
    pub is_total: bool,
}

/// What is around the rows.
#[derive(Debug)]
pub struct FigureTable<'a> {
    /// Id in the page, unique.
    pub id: String,
    /// What the table is about, for those who cannot see where it stands.
    pub caption: (&'a str, &'a str),
    /// The header of the first column.
    pub first: (&'a str, &'a str),
    /// The headers of the extra columns.
    pub extra: Vec<(&'a str, &'a str)>,
    /// Whether it can be searched.
    pub is_long: bool,
}

impl FigureTable<'_> {
    /// Draws it.
    pub fn draw(&self, rows: &[FigureRow<'_>], printing: &Printing<'_>) -> Markup {
        if rows.is_empty() {
            return html! { p.empty { (both("没有项目可列。", "There is no project to list.")) } };
        }
        let metrics: Vec<&CohortMetric> = rows.iter().map(|row| row.metric).collect();
        let body = html! {
            table.figures.sortable id=(self.id) {
                caption { (both(self.caption.0, self.caption.1)) }
                thead { tr {
                    th scope="col" { (both(self.first.0, self.first.1)) }
                    @for (zh, en) in &self.extra { th scope="col" { (both(zh, en)) } }
                    @for header in headers(printing) { th.n scope="col" { (header) } }
                } }
                tbody { @for row in rows { (self.row(row, printing)) } }
            }
        };
        html! {
            @if self.is_long { (search_box(&self.id)) }
            (scrolled(self.caption, &body))
            @if let Some(zh) = small_number_note(&metrics, &printing.zh) {
                p.note { (both(&zh, &small_number_note(&metrics, &printing.en).unwrap_or_default())) }
            }
        }
    }

    fn row(&self, row: &FigureRow<'_>, printing: &Printing<'_>) -> Markup {
        let few = row.metric.n_projects < 5 && !row.is_total;
        html! {
            tr.total[row.is_total] .few[few] data-value=(row.metric.value) data-cohort=(row.metric.cohort) {
                th scope="row" { (row.label) }
                @for words in &row.words { td.w { (words) } }
                (cells(row.metric, printing))
            }
        }
    }
}
