//! The figures of each unit by group (分区县), with ranks and how far chance may move them.

use std::collections::BTreeMap;

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::rankings::Ranking;

use crate::excel::book::Book;
use crate::excel::cell::Cell;
use crate::excel::grid::{Block, Grid, HeadingColumn};
use crate::excel::labels::Dimension;
use crate::excel::sheets::cuts::{CutRow, cut_heading, cut_notes, cut_rows, of_dimension, total_row};
use crate::figures::{events, whole};
use crate::reason_words::reason_words;

/// One row a unit, group by group with their part-sums, and the whole of each event last.
pub fn units(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("分区县", "Units"),
        book.pick("各区县（单位）签约项目落地情况", "Follow-up by unit"),
        true,
    );
    grid.frozen_columns = 2;
    let mut heading = cut_heading(book, &[book.pick("单位分组", "group"), book.pick("区县（单位）", "unit")]);
    heading.columns.extend(rank_headings(book));
    let rows: Vec<CutRow> =
        events(book.release.rows.metrics).into_iter().flat_map(|event| of_event(book, event)).collect();
    let metrics: Vec<&CohortMetric> = rows.iter().map(|row| row.metric).collect();
    let first = grid.next_body_row(&heading, false);
    let mut cells = cut_rows(book, rows, first);
    let ranks = ranks(book);
    for (row, metric) in cells.iter_mut().zip(&metrics) {
        row.extend(rank_cells(book, metric, &ranks));
    }
    let mut notes = cut_notes(book, &cells, &metrics);
    if !metrics.is_empty() {
        notes.push(book.pick(RANK_ZH, RANK_EN).to_owned());
    }
    grid.blocks.push(Block { heading, rows: cells, notes, ..Block::default() });
    grid
}

const RANK_ZH: &str =
    "名次按开工率在组内排列，并列者同名次；名次区间为95%的模拟中最好与最差名次，区间越宽，名次越不可靠。";
const RANK_EN: &str = "Ranks are by start rate within the group, equal rates share a rank; the interval holds 95 % of the draws.";

fn of_event<'a>(book: &Book<'a>, event: &'a str) -> Vec<CutRow<'a>> {
    let mut by_group: BTreeMap<(bool, String), Vec<&CohortMetric>> = BTreeMap::new();
    let mut metrics = of_dimension(book, event, "unit");
    metrics.sort_by_key(|metric| is_zone(book, &metric.value));
    for metric in metrics {
        let group = group_of(book, &metric.value);
        by_group
            .entry((group.is_none(), group.unwrap_or_else(|| "unknown".to_owned())))
            .or_default()
            .push(metric);
    }
    let sums = of_dimension(book, event, "unit_group");
    let mut rows = Vec::new();
    for ((_, group), metrics) in by_group {
        let word = book.labels.word(Dimension::UnitGroup, &group);
        rows.extend(metrics.into_iter().map(|metric| unit_row(book, metric, &word)));
        rows.extend(sums.iter().filter(|sum| sum.value == group).map(|sum| sum_row(book, sum, &word)));
    }
    let total = whole(book.release.rows.metrics, book.release.as_of, event);
    rows.extend(total.map(|metric| total_row(book, metric, vec![String::new(); 2])));
    rows
}

/// Zones stand after the districts and counties of their group.
fn is_zone(book: &Book<'_>, unit: &str) -> bool {
    book.release.reference.units.iter().any(|row| row.unit_id == unit && row.kind == "zone")
}

/// The group under which the projects of a unit are counted.
fn group_of(book: &Book<'_>, unit: &str) -> Option<String> {
    let known = book.release.reference.units.iter().find(|row| row.unit_id == unit);
    let group = known.map(|row| row.unit_group.as_str()).filter(|group| !group.is_empty());
    group.map(str::to_owned)
}

fn unit_row<'a>(book: &Book<'a>, metric: &'a CohortMetric, group: &str) -> CutRow<'a> {
    let name = book.labels.word(Dimension::Unit, &metric.value);
    let cut = vec![(Dimension::Event, metric.event.as_str()), (Dimension::Unit, metric.value.as_str())];
    CutRow { words: vec![group.to_owned(), name], metric, cut, is_total: false }
}

fn sum_row<'a>(book: &Book<'a>, metric: &'a CohortMetric, group: &str) -> CutRow<'a> {
    let cut = vec![(Dimension::Event, metric.event.as_str()), (Dimension::UnitGroup, metric.value.as_str())];
    let words = vec![group.to_owned(), book.pick("小计", "part-sum").to_owned()];
    CutRow { words, metric, cut, is_total: true }
}

fn rank_headings(book: &Book<'_>) -> Vec<HeadingColumn> {
    let group = book.pick("开工率排名", "rank by start rate");
    let names = [
        book.pick("95%区间下限（%）", "95 % low (%)"),
        book.pick("95%区间上限（%）", "95 % high (%)"),
        book.pick("组内名次", "rank in group"),
        book.pick("名次区间", "interval of rank"),
        book.pick("说明", "note"),
    ];
    let column = |(number, name): (usize, &str)| HeadingColumn {
        group: group.to_owned(),
        name: name.to_owned(),
        rule: number.to_string(),
    };
    (18..).zip(names).map(column).collect()
}

/// The ranks by start rate of the month within groups.
fn ranks<'a>(book: &Book<'a>) -> BTreeMap<&'a str, &'a Ranking> {
    let of_month =
        |row: &&Ranking| row.as_of == book.release.as_of && row.metric == "start_rate" && row.group != "all";
    let rankings: &'a [Ranking] = book.release.rows.rankings;
    rankings.iter().filter(of_month).map(|row| (row.unit_code.as_str(), row)).collect()
}

fn rank_cells(book: &Book<'_>, metric: &CohortMetric, ranks: &BTreeMap<&str, &Ranking>) -> Vec<Cell> {
    let is_total = metric.dimension != "unit";
    let limit =
        |share: Option<f64>| Cell::number(share.map(|share| share_words(book, share)).unwrap_or_default());
    let ranking = ranks.get(metric.value.as_str()).filter(|_| !is_total);
    let interval = ranking.and_then(|row| Some(format!("{}—{}", row.rank_low?, row.rank_high?)));
    let notes = ranking.and_then(|row| row.note.as_deref()).unwrap_or_default();
    let words: Vec<&str> = notes
        .split(',')
        .filter(|note| !note.is_empty())
        .map(|note| reason_words(note, book.lang()))
        .collect();
    let cells = [
        limit(metric.start_rate_low),
        limit(metric.start_rate_high),
        Cell::count_or_blank(ranking.and_then(|row| row.rank)),
        Cell::mark(interval.unwrap_or_default()),
        Cell::words(words.join(book.pick("；", "; "))),
    ];
    cells.into_iter().map(|cell| cell.in_total(is_total)).collect()
}

/// A limit is no quotient of whole numbers; millionths decide its printed digit.
fn share_words(book: &Book<'_>, share: f64) -> String {
    let millionths = (share * 1e9).round() as i64;
    book.style().percent(millionths, 1_000_000_000).unwrap_or_default()
}
