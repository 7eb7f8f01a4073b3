//! The tables of a report (分届次、分区县、各月): rows of `cohort_metrics`, printed.

pub mod definitions;
pub mod figure_columns;
pub mod findings_list;

use model::datasets::cohort_metrics::CohortMetric;
use model::date::Date;

use crate::calendar_words::{as_of_words, month_words};
use crate::figures::{ALL, at, events};
use crate::lang::Lang;
use crate::style::Style;
use crate::table::{ReportColumn, ReportTable};
use crate::tables::figure_columns::{FIGURE_COLUMNS, small_number_note};
use crate::unit_names::UnitNames;

/// One row an edition, and the whole of each event last (分届次).
pub fn by_edition(metrics: &[CohortMetric], as_of: Date, style: &Style) -> ReportTable {
    let mut rows: Vec<&CohortMetric> = at(metrics, as_of).filter(|row| row.dimension == ALL).collect();
    rows.sort_by_key(|row| (&row.event, row.cohort == ALL, &row.cohort));
    let label = |row: &CohortMetric| value_words(&row.cohort, style.lang);
    let first = ReportColumn::words("届次", "edition");
    table(("各届次签约项目情况", "By edition"), Some(as_of), first, metrics, &rows, &label, style)
}

/// One row a unit, all editions together, and the whole last (分区县). A code without a name stands for itself.
pub fn by_unit(metrics: &[CohortMetric], as_of: Date, names: &UnitNames, style: &Style) -> ReportTable {
    let is_shown = |row: &&CohortMetric| row.cohort == ALL && matches!(row.dimension.as_str(), "unit" | ALL);
    let mut rows: Vec<&CohortMetric> = at(metrics, as_of).filter(is_shown).collect();
    rows.sort_by_key(|row| (&row.event, row.dimension == ALL, row.value == "unknown", &row.value));
    let label = |row: &CohortMetric| match names.get(&row.value) {
        Some(name) => name.clone(),
        None => value_words(&row.value, style.lang),
    };
    let first = ReportColumn::words("区县（单位）", "unit");
    table(("各区县签约项目情况", "By unit"), Some(as_of), first, metrics, &rows, &label, style)
}

/// One row a month, all editions together (各月).
pub fn by_month(metrics: &[CohortMetric], style: &Style) -> ReportTable {
    let is_whole = |row: &&CohortMetric| row.cohort == ALL && row.dimension == ALL;
    let mut rows: Vec<&CohortMetric> = metrics.iter().filter(is_whole).collect();
    rows.sort_by_key(|row| (&row.event, row.as_of));
    let label = |row: &CohortMetric| month_words(row.as_of, style.lang);
    let first = ReportColumn::words("月份", "month");
    table(("各月签约项目情况", "By month"), None, first, metrics, &rows, &label, style)
}

fn table(
    (zh, en): (&str, &str),
    as_of: Option<Date>,
    first: ReportColumn,
    metrics: &[CohortMetric],
    rows: &[&CohortMetric],
    label: &dyn Fn(&CohortMetric) -> String,
    style: &Style,
) -> ReportTable {
    let names_event = events(metrics).len() > 1;
    let event_column = names_event.then(|| ReportColumn::words("签约活动", "event"));
    let until = |lang| as_of.map(|day| as_of_words(day, lang));
    ReportTable {
        title_zh: until(Lang::Zh).map_or(zh.to_owned(), |words| format!("{zh}（截至{words}）")),
        title_en: until(Lang::En).map_or(en.to_owned(), |words| format!("{en} (by {words})")),
        notes: small_number_note(rows, style).into_iter().collect(),
        columns: event_column.into_iter().chain([first]).chain(columns(style)).collect(),
        rows: rows.iter().map(|row| texts(row, names_event, label(row), style)).collect(),
    }
}

fn columns(style: &Style) -> impl Iterator<Item = ReportColumn> {
    FIGURE_COLUMNS.iter().map(|column| column.header(style))
}

fn texts(row: &CohortMetric, names_event: bool, label: String, style: &Style) -> Vec<String> {
    let event = names_event.then(|| value_words(&row.event, style.lang));
    let figures = FIGURE_COLUMNS.iter().map(|column| (column.text)(row, style));
    event.into_iter().chain([label]).chain(figures).collect()
}

/// A value of a dimension as people say it.
fn value_words(value: &str, lang: Lang) -> String {
    match value {
        ALL => lang.pick("合计", "total").to_owned(),
        "unknown" => lang.pick("不明", "unknown").to_owned(),
        value => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metric(as_of: &str, cohort: &str, dimension: &str, value: &str, n_projects: i64) -> CohortMetric {
        CohortMetric {
            as_of: as_of.parse().unwrap(),
            event: "智博会".to_owned(),
            cohort: cohort.to_owned(),
            dimension: dimension.to_owned(),
            value: value.to_owned(),
            n_projects,
            n_started: 2,
            contract_yuan: 250_000_000,
            ..CohortMetric::default()
        }
    }

    fn first_column(table: &ReportTable) -> Vec<&str> {
        table.rows.iter().map(|row| row[0].as_str()).collect()
    }

    #[test]
    fn the_whole_stands_last_and_units_have_names() {
        let july = "2023-07-31".parse().unwrap();
        let metrics = [
            metric("2023-07-31", "all", "all", "all", 12),
            metric("2023-07-31", "2021", "all", "all", 5),
            metric("2023-07-31", "2020", "all", "all", 7),
            metric("2023-07-31", "all", "unit", "unknown", 1),
            metric("2023-07-31", "all", "unit", "CQ500101", 11),
            metric("2023-06-30", "all", "all", "all", 12),
        ];
        let style = Style::default();
        assert_eq!(first_column(&by_edition(&metrics, july, &style)), ["2020", "2021", "合计"]);
        let names = UnitNames::from([("CQ500101".to_owned(), "万州区".to_owned())]);
        assert_eq!(first_column(&by_unit(&metrics, july, &names, &style)), ["万州区", "不明", "合计"]);
        assert_eq!(first_column(&by_month(&metrics, &style)), ["2023年6月", "2023年7月"]);
    }

    #[test]
    fn rates_of_few_projects_carry_a_mark_and_a_note() {
        let july = "2023-07-31".parse().unwrap();
        let few = [metric("2023-07-31", "2020", "all", "all", 4)];
        let table = by_edition(&few, july, &Style::default());
        assert!(table.rows[0].contains(&"50.0*".to_owned()), "{:?}", table.rows);
        assert_eq!(table.notes.len(), 1);
        let many = [metric("2023-07-31", "2020", "all", "all", 5)];
        assert!(by_edition(&many, july, &Style::default()).notes.is_empty());
    }

    #[test]
    fn two_events_get_a_column_of_their_own() {
        let mut other = metric("2023-07-31", "2020", "all", "all", 9);
        other.event = "西洽会".to_owned();
        let metrics = [metric("2023-07-31", "2020", "all", "all", 9), other];
        let table = by_edition(&metrics, "2023-07-31".parse().unwrap(), &Style::default());
        assert_eq!(first_column(&table), ["智博会", "西洽会"]);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    }
}
