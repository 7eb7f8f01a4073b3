//! The overview (总体情况): the figures of the whole of each event, one below the other.

use model::datasets::cohort_metrics::CohortMetric;
use model::date::Date;

use crate::calendar_words::as_of_words;
use crate::figures::{events, whole};
use crate::lang::Lang;
use crate::style::Style;
use crate::table::{ReportColumn, ReportTable};
use crate::tables::figure_columns::{FIGURE_COLUMNS, small_number_note};

/// One row a figure, one column an event.
pub fn overview(metrics: &[CohortMetric], as_of: Date, style: &Style) -> ReportTable {
    let wholes: Vec<&CohortMetric> =
        events(metrics).into_iter().filter_map(|event| whole(metrics, as_of, event)).collect();
    let event_columns = wholes.iter().map(|row| ReportColumn::figures(&row.event, &row.event));
    let rows = FIGURE_COLUMNS.iter().map(|column| {
        let name = column.header(style).header(style.lang).to_owned();
        std::iter::once(name).chain(wholes.iter().map(|row| (column.text)(row, style))).collect()
    });
    ReportTable {
        title_zh: format!("签约项目总体情况（截至{}）", as_of_words(as_of, Lang::Zh)),
        title_en: format!("Overview (by {})", as_of_words(as_of, Lang::En)),
        notes: small_number_note(&wholes, style).into_iter().collect(),
        columns: std::iter::once(ReportColumn::words("指标", "figure")).chain(event_columns).collect(),
        rows: rows.collect(),
    }
}
