//! Districts and other units (分区县): figures, group, rank, each name opening the unit's own page.

use std::collections::BTreeMap;

use maud::{Markup, html};
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::rankings::Ranking;

use crate::charts::funnel::funnel;
use crate::figures::{ALL, at};
use crate::page::address::percent_encoded;
use crate::page::bilingual::both;
use crate::page::chart_figure::chart;
use crate::page::figure_table::{FigureRow, FigureTable};
use crate::page::printing::Printing;

/// The table of units and the funnel.
pub fn unit_section(event: &str, suffix: &str, printing: &Printing<'_>) -> Markup {
    let (rows, as_of) = (printing.release.rows, printing.release.as_of);
    let is_shown = |row: &&CohortMetric| {
        row.event == event && row.cohort == ALL && matches!(row.dimension.as_str(), "unit" | ALL)
    };
    let mut metrics: Vec<&CohortMetric> = at(rows.metrics, as_of).filter(is_shown).collect();
    metrics.sort_by_key(|row| (row.dimension == ALL, row.value == "unknown", &row.value));
    let places = Places::of(printing);
    let rows_of_table: Vec<FigureRow<'_>> =
        metrics.into_iter().map(|metric| row(metric, &places, printing)).collect();
    let table = FigureTable {
        id: format!("units{suffix}"),
        caption: ("各区县（单位）签约项目情况", "Figures by unit"),
        first: ("区县（单位）", "unit"),
        extra: vec![("分组", "group"), ("组内开工率名次", "rank by start rate")],
        is_long: true,
    };
    html! {
        @if suffix.is_empty() {
            @if let Some(drawing) = chart(|style| funnel(rows.rankings, as_of, &printing.unit_names, style), printing) { (drawing) }
        }
        (table.draw(&rows_of_table, printing))
        p.note { (both(
            "名次后的括号为偶然波动下的名次范围（95%），“并列”指同率同名次；范围宽的名次不宜用来分先后。点击单位名称看该单位的项目。",
            "In brackets the ranks that chance alone allows (95 %); a wide range does not tell who is better. A name opens the unit's projects.",
        )) }
    }
}

/// Where each unit stands: its group and its rank there.
struct Places<'a> {
    ranks: BTreeMap<&'a str, &'a Ranking>,
    groups: BTreeMap<&'a str, &'a str>,
}

impl<'a> Places<'a> {
    fn of(printing: &Printing<'a>) -> Places<'a> {
        let release = printing.release;
        let is_shown =
            |row: &&Ranking| row.as_of == release.as_of && row.metric == "start_rate" && row.group != ALL;
        let ranks = release.rows.rankings.iter().filter(is_shown);
        let groups = release.reference.units.iter();
        Places {
            ranks: ranks.map(|row| (row.unit_code.as_str(), row)).collect(),
            groups: groups.map(|unit| (unit.unit_id.as_str(), unit.unit_group.as_str())).collect(),
        }
    }
}

fn row<'a>(metric: &'a CohortMetric, places: &Places<'_>, printing: &Printing<'_>) -> FigureRow<'a> {
    let is_total = metric.dimension == ALL;
    let label = match is_total {
        true => both("合计", "total"),
        false => {
            html! { a href={ "#unit/" (percent_encoded(&metric.value)) } { (printing.unit(&metric.value)) } }
        }
    };
    let unit = Some(metric.value.as_str()).filter(|_| !is_total);
    let group = unit.and_then(|unit| places.groups.get(unit).copied()).unwrap_or_default();
    let rank = unit.and_then(|unit| places.ranks.get(unit).copied());
    FigureRow { label, words: vec![html! { (group) }, rank_words(rank)], metric, is_total }
}

/// `3（1—9）`, with how many share it.
fn rank_words(row: Option<&Ranking>) -> Markup {
    let Some((row, rank)) = row.and_then(|row| Some((row, row.rank?))) else { return html! { "—" } };
    let shared = row.n_sharing.is_some_and(|n| n > 1);
    let range = row.rank_low.zip(row.rank_high);
    html! {
        (rank)
        @if shared { (both("并列", " shared")) }
        @if let Some((low, high)) = range { (both(&format!("（{low}—{high}）"), &format!(" ({low}–{high})"))) }
    }
}
