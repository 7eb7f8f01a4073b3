//! The editions at one date (分届次): the cohort table of the month.

use maud::{Markup, html};
use model::datasets::cohort_metrics::CohortMetric;

use crate::figures::{ALL, at};
use crate::page::bilingual::both;
use crate::page::figure_table::{FigureRow, FigureTable};
use crate::page::printing::{Printing, value};

/// One row an edition, the whole last.
pub fn edition_section(event: &str, suffix: &str, printing: &Printing<'_>) -> Markup {
    let release = printing.release;
    let is_shown = |row: &&CohortMetric| row.event == event && row.dimension == ALL;
    let mut rows: Vec<&CohortMetric> = at(release.rows.metrics, release.as_of).filter(is_shown).collect();
    rows.sort_by_key(|row| (row.cohort == ALL, &row.cohort));
    let rows: Vec<FigureRow<'_>> = rows
        .into_iter()
        .map(|metric| FigureRow {
            label: value(&metric.cohort),
            words: Vec::new(),
            metric,
            is_total: metric.cohort == ALL,
        })
        .collect();
    let table = FigureTable {
        id: format!("editions{suffix}"),
        caption: ("各届次签约项目情况", "Figures by edition"),
        first: ("届次", "edition"),
        extra: Vec::new(),
        is_long: false,
    };
    html! {
        h3 { (both("同一截至日期", "At equal date")) }
        (table.draw(&rows, printing))
    }
}
