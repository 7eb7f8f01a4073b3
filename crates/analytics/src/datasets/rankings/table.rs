//! A board as rows (排名表).

use model::datasets::rankings::Ranking;
use model::date::Date;

use crate::confidence::Confidence;
use crate::datasets::rankings::board::{Board, Entry};
use crate::datasets::rankings::draws::N_METRICS;
use crate::datasets::rankings::spreads::Spread;
use crate::datasets::rankings::unit_sums::UnitSums;
use crate::funnel::limits::count_limits;
use crate::funnel::verdicts::{Verdict, verdict};
use crate::hits::{Hits, LEAST_PROJECTS};
use crate::not_estimable::NotEstimable;
use crate::shrinkage::posterior::shrunken_rate;
use crate::shrinkage::prior::RatePrior;

/// The start rate among the entries of a board.
const START_RATE: usize = 1;

/// The metrics in the order of their names, each with its place among the entries of a board.
const METRICS: [(usize, &str); N_METRICS] =
    [(0, "capital_rate"), (3, "score"), (START_RATE, "start_rate"), (2, "start_rate_by_value")];

/// What the rows of one group need.
pub struct Table<'a> {
    /// The month.
    pub as_of: Date,
    /// The name of the group.
    pub group: &'a str,
    /// The codes of its units, in order.
    pub units: Vec<&'a str>,
    /// Which of them take part.
    pub is_ranked: &'a [bool],
    /// Their figures.
    pub board: &'a Board,
    /// How the true start rates of all units scatter.
    pub prior: Result<RatePrior, NotEstimable>,
}

/// A unit in one metric.
#[derive(Clone, Copy)]
struct Seat<'a> {
    unit: &'a str,
    is_ranked: bool,
    sums: &'a UnitSums,
    spread: &'a Spread,
    entry: &'a Entry,
}

impl<'a> Table<'a> {
    /// The rows, by metric and unit.
    pub fn rows(&self) -> Vec<Ranking> {
        METRICS
            .iter()
            .flat_map(|(metric, name)| self.seats(*metric).map(|seat| self.row(*metric, name, &seat)))
            .collect()
    }

    fn seats(&self, metric: usize) -> impl Iterator<Item = Seat<'_>> {
        let entries = self.board.entries.get(metric).into_iter().flatten();
        let figures = self.board.sums.iter().zip(&self.board.spreads).zip(entries);
        let units = self.units.iter().zip(self.is_ranked).zip(figures);
        units.map(|((unit, is_ranked), ((sums, spread), entry))| Seat {
            unit,
            is_ranked: *is_ranked,
            sums,
            spread,
            entry,
        })
    }

    fn row(&self, metric: usize, name: &str, seat: &Seat<'_>) -> Ranking {
        let (rank, interval) = (seat.entry.rank, seat.entry.interval);
        let plain = Ranking {
            as_of: self.as_of,
            group: self.group.to_owned(),
            unit_code: seat.unit.to_owned(),
            metric: name.to_owned(),
            n: seat.sums.n_projects,
            value: seat.entry.value.ok(),
            rank: rank.map(|rank| rank.rank as i32),
            n_sharing: rank.map(|rank| rank.n_sharing as i32),
            rank_low: interval.map(|(low, _)| low),
            rank_high: interval.map(|(_, high)| high),
            note: self.note(metric, seat),
            ..Ranking::default()
        };
        if metric == START_RATE { self.with_funnel(plain, seat.sums.hits()) } else { plain }
    }

    /// The start rate against what chance allows around the rate of the group, and drawn towards that of all units.
    fn with_funnel(&self, row: Ranking, hits: Hits) -> Ranking {
        let limits = |confidence| {
            let limits =
                self.board.rate.and_then(|rate| count_limits(hits.n_projects, rate, confidence)).ok()?;
            let share = |count: u64| count as f64 / hits.n_projects as f64;
            Some((share(limits.least), share(limits.most)))
        };
        let (near, far) = (limits(Confidence::P95), limits(Confidence::P998));
        let verdict = self.board.rate.and_then(|rate| verdict(hits, rate)).ok();
        Ranking {
            shrunk: self
                .prior
                .and_then(|prior| shrunken_rate(hits, prior))
                .ok()
                .map(|shrunken| shrunken.rate),
            low_95: near.map(|(low, _)| low),
            high_95: near.map(|(_, high)| high),
            low_998: far.map(|(low, _)| low),
            high_998: far.map(|(_, high)| high),
            verdict: verdict.map(|verdict| word_of(verdict).to_owned()),
            ..row
        }
    }

    fn note(&self, metric: usize, seat: &Seat<'_>) -> Option<String> {
        let n = seat.sums.hits().n_projects;
        let is_asked = seat.is_ranked || metric != N_METRICS - 1;
        let reason = seat.entry.value.err().filter(|_| is_asked).map(NotEstimable::code);
        let is_alike = !seat.spread.varies.get(metric).copied().unwrap_or(true);
        let notes = [
            (!seat.is_ranked).then_some("excluded"),
            (n == 1).then_some("one_project"),
            (1 < n && n < LEAST_PROJECTS).then_some("small_n"),
            (n >= LEAST_PROJECTS && seat.entry.rank.is_some() && is_alike).then_some("alike"),
            (n > 1 && metric != START_RATE && seat.spread.is_dominated).then_some("dominated"),
            (self.units.len() == 1).then_some("one_unit"),
            (metric == START_RATE && self.board.is_overdispersed).then_some("overdispersed"),
            reason,
        ];
        let said: Vec<&str> = notes.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(","))
    }
}

/// The word of a verdict in the dataset.
fn word_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::FarBelow => "far_below",
        Verdict::Below => "below",
        Verdict::Within => "within",
        Verdict::Above => "above",
        Verdict::FarAbove => "far_above",
    }
}
