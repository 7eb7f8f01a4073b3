//! One group of units in one month (一组单位的排名).

use crate::confidence::Confidence;
use crate::datasets::rankings::draws::{N_METRICS, PlaceCounts};
use crate::datasets::rankings::scores::scores;
use crate::datasets::rankings::settings::Marks;
use crate::datasets::rankings::spreads::Spread;
use crate::datasets::rankings::standings::{Share, standings};
use crate::datasets::rankings::unit_sums::{RankedRate, UnitSums};
use crate::funnel::dispersion::dispersion;
use crate::hits::{Hits, pooled};
use crate::not_estimable::NotEstimable;
use crate::ranks::ties::Rank;

/// A unit in one metric.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The rate, or the score in points.
    pub value: Result<f64, NotEstimable>,
    /// Its rank.
    pub rank: Option<Rank>,
    /// The best and the worst rank in all but the rarest draws. Missing too where drawing again says nothing.
    pub interval: Option<(i32, i32)>,
}

/// The units of a group, in its order.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// What their projects sum to.
    pub sums: Vec<UnitSums>,
    /// What drawing their projects again can say.
    pub spreads: Vec<Spread>,
    /// The start rate of the whole group.
    pub rate: Result<f64, NotEstimable>,
    /// Units differ more than chance allows.
    pub is_overdispersed: bool,
    /// By metric: the three rates, then the score.
    pub entries: [Vec<Entry>; N_METRICS],
}

/// Of the units at each end, this share is drawn in to its neighbours before units are said to differ.
const WINSORISED: f64 = 0.1;

/// The board. Units that do not take part have values, and no rank.
pub fn board(
    sums: Vec<UnitSums>,
    spreads: Vec<Spread>,
    is_ranked: &[bool],
    marks: &Marks,
    places: &[Vec<PlaceCounts>; N_METRICS],
) -> Board {
    let hits: Vec<Hits> = sums.iter().map(UnitSums::hits).collect();
    let rate = pooled(&hits).and_then(|hits| hits.rate());
    let found = rate.and_then(|rate| dispersion(&hits, rate, WINSORISED));
    let [capital_rate, start_rate, start_rate_by_value, score] = places;
    let of_rate = |rate, places| rate_entries(&sums, is_ranked, rate, places);
    let mut entries = [
        of_rate(RankedRate::CapitalRate, capital_rate),
        of_rate(RankedRate::StartRate, start_rate),
        of_rate(RankedRate::StartRateByValue, start_rate_by_value),
        score_entries(&sums, is_ranked, marks, score),
    ];
    for (metric, entries) in entries.iter_mut().enumerate() {
        keep_honest_intervals(entries, &spreads, metric);
    }
    Board { sums, spreads, rate, is_overdispersed: found.is_ok_and(|found| found.is_clear), entries }
}

/// A unit with few projects, or with projects that are all alike, would seem to stand still.
fn keep_honest_intervals(entries: &mut [Entry], spreads: &[Spread], metric: usize) {
    for (entry, spread) in entries.iter_mut().zip(spreads) {
        entry.interval = entry.interval.filter(|_| spread.allows_interval(metric));
    }
}

fn rate_entries(
    sums: &[UnitSums],
    is_ranked: &[bool],
    rate: RankedRate,
    places: &[PlaceCounts],
) -> Vec<Entry> {
    let shares: Vec<Option<Share>> = sums.iter().map(|sums| sums.share(rate)).collect();
    let kept: Vec<Option<Share>> =
        shares.iter().zip(is_ranked).map(|(share, is_ranked)| share.filter(|_| *is_ranked)).collect();
    let value = |share: &Option<Share>| share.map(|share| share.value()).ok_or(NotEstimable::NoDenominator);
    let values = shares.iter().map(value).collect();
    entries(values, standings(&kept, Share::cmp), places)
}

fn score_entries(sums: &[UnitSums], is_ranked: &[bool], marks: &Marks, places: &[PlaceCounts]) -> Vec<Entry> {
    let kept: Vec<Option<UnitSums>> =
        sums.iter().zip(is_ranked).map(|(sums, is_ranked)| is_ranked.then_some(*sums)).collect();
    let scored = scores(&kept, marks);
    let hundredths: Vec<Option<i64>> =
        scored.iter().map(|score| score.and_then(|score| score.ok())).collect();
    // A unit that does not take part has no score, and says so by itself.
    let points = |score: Option<Result<i64, NotEstimable>>| {
        score.unwrap_or(Err(NotEstimable::NothingObserved)).map(|score| score as f64 / 100.0)
    };
    let values = scored.into_iter().map(points).collect();
    entries(values, standings(&hundredths, i64::cmp), places)
}

fn entries(
    values: Vec<Result<f64, NotEstimable>>,
    ranks: Vec<Option<Rank>>,
    places: &[PlaceCounts],
) -> Vec<Entry> {
    let entry = |((value, rank), places): ((_, Option<Rank>), &PlaceCounts)| Entry {
        value,
        rank,
        interval: rank.and_then(|_| places.interval(Confidence::P95)),
    };
    values.into_iter().zip(ranks).zip(places).map(entry).collect()
}
