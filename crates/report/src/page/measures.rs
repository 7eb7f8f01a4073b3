//! The figures that can be opened (可下钻指标): the columns of every table of figures, each with the name of its metric.

use maud::{Markup, html};
use model::datasets::cohort_metrics::CohortMetric;

use crate::page::bilingual::both;
use crate::page::printing::Printing;
use crate::tables::figure_columns::FIGURE_COLUMNS;

/// The metric of each column, in the order of [`FIGURE_COLUMNS`].
pub const MEASURES: [&str; 15] = [
    "n_projects",
    "contract_yuan",
    "n_started",
    "start_rate",
    "start_rate_by_value",
    "n_production",
    "n_suspended",
    "n_terminated",
    "fulfilment_rate",
    "capital_yuan",
    "capital_rate",
    "capital_month_yuan",
    "new_started",
    "n_unreported",
    "median_months_to_start",
];

/// The headers of the figures.
pub fn headers(printing: &Printing<'_>) -> Vec<Markup> {
    let header = |style| FIGURE_COLUMNS.iter().map(move |column| column.header(style));
    header(&printing.zh).map(|column| both(&column.zh, &column.en)).collect()
}

/// The cells of one row, each one opening the projects behind it.
pub fn cells(row: &CohortMetric, printing: &Printing<'_>) -> Markup {
    let number = printing.cuts.number(row);
    let columns = FIGURE_COLUMNS.iter().zip(MEASURES);
    html! {
        @for (column, measure) in columns {
            @let zh = (column.text)(row, &printing.zh);
            @let text = both(&zh, &(column.text)(row, &printing.en));
            td.n data-m=(measure) {
                @match number {
                    _ if zh.is_empty() => "—",
                    Some(number) if zh != "0" => (link(number, measure, &text)),
                    _ => (text),
                }
            }
        }
    }
}

/// A figure that opens the projects behind it.
pub fn link(cut: usize, measure: &str, text: &Markup) -> Markup {
    html! { a.f href={ "#figure/" (cut) "/" (measure) } { (text) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Style;

    #[test]
    fn every_column_has_the_name_of_its_own_metric() {
        let row = CohortMetric {
            n_projects: 97,
            contract_yuan: 200_000_000,
            n_started: 3,
            contract_started_yuan: 100_000_000,
            n_production: 5,
            n_suspended: 6,
            n_terminated: 7,
            capital_yuan: 900_000_000,
            capital_month_yuan: 1_100_000_000,
            new_started: 12,
            n_unreported: 13,
            median_months_to_start: Some(14.5),
            ..CohortMetric::default()
        };
        let texts: Vec<String> =
            FIGURE_COLUMNS.iter().map(|column| (column.text)(&row, &Style::default())).collect();
        let expected = [
            "97", "2.0", "3", "3.1", "50.0", "5", "6", "7", "92.8", "9.0", "450.0", "11.0", "12", "13",
            "14.5",
        ];
        assert_eq!(texts, expected, "the order of the columns is that of the names");
        assert_eq!(texts.len(), MEASURES.len());
    }
}
