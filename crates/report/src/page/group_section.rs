//! Industries, groups of units, size bands, origins (分产业、分片区、分规模): one table a dimension.

use maud::{Markup, html};
use model::datasets::cohort_metrics::CohortMetric;

use crate::figures::{ALL, at};
use crate::page::bilingual::both;
use crate::page::figure_table::{FigureRow, FigureTable};
use crate::page::printing::{Printing, value};

/// A dimension: its name, the caption, the header of the first column.
type Dimension = (&'static str, (&'static str, &'static str), (&'static str, &'static str));

/// The industries.
pub const INDUSTRIES: [Dimension; 1] =
    [("industry", ("分产业签约项目情况", "Figures by industry"), ("产业", "industry"))];

/// The other dimensions.
pub const OTHERS: [Dimension; 3] = [
    ("unit_group", ("分片区签约项目情况", "Figures by group of units"), ("片区", "group of units")),
    (
        "size_band",
        ("分规模签约项目情况", "Figures by size"),
        ("合同额（亿）", "contract value (100 million)"),
    ),
    (
        "investor_origin",
        ("分投资来源地签约项目情况", "Figures by origin of the investor"),
        ("投资来源地", "origin"),
    ),
];

/// One table for each dimension that tells anything apart.
pub fn group_section(dimensions: &[Dimension], event: &str, suffix: &str, printing: &Printing<'_>) -> Markup {
    let tables: Vec<Markup> =
        dimensions.iter().filter_map(|dimension| table(dimension, event, suffix, printing)).collect();
    html! {
        @if tables.is_empty() {
            p.empty { (both("报表未载明，无法分组。", "The returns do not say, nothing can be told apart.")) }
        }
        @for table in tables { (table) }
    }
}

fn table(
    (name, caption, first): &Dimension,
    event: &str,
    suffix: &str,
    printing: &Printing<'_>,
) -> Option<Markup> {
    let release = printing.release;
    let is_shown = |row: &&CohortMetric| {
        row.event == event && row.cohort == ALL && (row.dimension == *name || row.dimension == ALL)
    };
    let mut metrics: Vec<&CohortMetric> = at(release.rows.metrics, release.as_of).filter(is_shown).collect();
    let says_nothing = metrics.iter().all(|row| row.dimension == ALL || row.value == "unknown");
    if says_nothing {
        return None;
    }
    metrics.sort_by_key(|row| (row.dimension == ALL, row.value == "unknown", band(&row.value), &row.value));
    let rows: Vec<FigureRow<'_>> = metrics
        .into_iter()
        .map(|metric| FigureRow {
            label: label(name, &metric.value, printing),
            words: Vec::new(),
            metric,
            is_total: metric.dimension == ALL,
        })
        .collect();
    let table = FigureTable {
        id: format!("{name}{suffix}"),
        caption: *caption,
        first: *first,
        extra: Vec::new(),
        is_long: rows.len() > 12,
    };
    Some(table.draw(&rows, printing))
}

fn label(dimension: &str, text: &str, printing: &Printing<'_>) -> Markup {
    match (dimension, text) {
        ("industry", code) => printing.industry(code),
        ("size_band", ">=100") => both("100及以上", "100 and more"),
        ("size_band", "<10") => both("10以下", "below 10"),
        (_, text) => value(text),
    }
}

/// Bands from large to small; other values stand in their own order.
fn band(value: &str) -> usize {
    ["unit", ">=100", "50-100", "30-50", "10-30", "<10"]
        .iter()
        .position(|known| *known == value)
        .unwrap_or_default()
}
