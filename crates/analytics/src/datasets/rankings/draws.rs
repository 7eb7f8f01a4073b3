//! How far ranks may move by chance (名次区间): the projects of each unit are drawn again, for all groups and metrics at
//! once. Seeded.

use crate::confidence::Confidence;
use crate::datasets::rankings::month_units::{GroupUnits, UnitProjects, sums_of};
use crate::datasets::rankings::scores::drawn_scores;
use crate::datasets::rankings::settings::{Drawing, Marks};
use crate::datasets::rankings::standings::{Share, standings};
use crate::datasets::rankings::unit_sums::{RankedRate, UnitSums};
use crate::random_draws::stream::RandomStream;
use crate::ranks::ties::Rank;

/// The three rates in their order, then the score.
pub const N_METRICS: usize = RankedRate::ALL.len() + 1;

/// How often a unit stood at each place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceCounts {
    best: Vec<u32>,
    worst: Vec<u32>,
}

impl PlaceCounts {
    fn new(n_units: usize) -> PlaceCounts {
        PlaceCounts { best: vec![0; n_units + 1], worst: vec![0; n_units + 1] }
    }

    fn count(&mut self, rank: Rank) {
        for (counts, place) in [(&mut self.best, rank.rank), (&mut self.worst, rank.last_place())] {
            counts.get_mut(place).into_iter().for_each(|count| *count += 1);
        }
    }

    /// The best and the worst place in all but the rarest draws. Missing when it never had a place.
    pub fn interval(&self, confidence: Confidence) -> Option<(i32, i32)> {
        let low = percentile(&self.best, confidence.tail())?.floor();
        let high = percentile(&self.worst, 1.0 - confidence.tail())?.ceil();
        Some((low as i32, high as i32))
    }
}

/// As [`crate::percentiles`], from counts.
fn percentile(counts: &[u32], share: f64) -> Option<f64> {
    let n: u32 = counts.iter().sum();
    let place = share * f64::from(n.checked_sub(1)?);
    let value_at = |place: f64| {
        let mut passed = 0.0;
        let found = counts.iter().position(|count| {
            passed += f64::from(*count);
            passed > place
        });
        found.map(|value| value as f64)
    };
    let (below, above) = (value_at(place.floor())?, value_at(place.ceil())?);
    Some(below + (above - below) * place.fract())
}

/// The places of each unit of each group, by metric.
pub type DrawnPlaces = Vec<[Vec<PlaceCounts>; N_METRICS]>;

/// Draws. `is_ranked` says of each group which of its units take part.
pub fn draw(
    units: &[UnitProjects],
    groups: &[GroupUnits],
    is_ranked: &[Vec<bool>],
    marks: &Marks,
    drawing: Drawing,
) -> DrawnPlaces {
    let empty = |group: &GroupUnits| {
        std::array::from_fn(|_| vec![PlaceCounts::new(group.units.len()); group.units.len()])
    };
    let mut drawn: DrawnPlaces = groups.iter().map(empty).collect();
    let n_projects = units.iter().map(|unit| unit.projects.len()).sum();
    let mut stream = RandomStream::from_seed(drawing.seed);
    for _ in 0..drawing.n_rounds_for(n_projects) {
        let again: Vec<UnitSums> =
            units.iter().map(|unit| drawn_again(&unit.projects, &mut stream)).collect();
        for ((group, is_ranked), counts) in groups.iter().zip(is_ranked).zip(&mut drawn) {
            let sums = sums_of(group, &again);
            let kept = sums.into_iter().zip(is_ranked).map(|(sums, is_ranked)| is_ranked.then_some(sums));
            count_places(&kept.collect::<Vec<_>>(), marks, counts);
        }
    }
    drawn
}

fn drawn_again(projects: &[UnitSums], stream: &mut RandomStream) -> UnitSums {
    let n_projects = projects.len() as u128;
    let mut sums = UnitSums::default();
    for _ in projects {
        // 64 random bits as a share of the list: no place is favoured by more than one in 2^64 / n.
        let place = (u128::from(stream.bits()) * n_projects) >> 64;
        projects.get(place as usize).iter().for_each(|project| sums.add(project));
    }
    sums
}

fn count_places(units: &[Option<UnitSums>], marks: &Marks, counts: &mut [Vec<PlaceCounts>; N_METRICS]) {
    let [capital_rate, start_rate, start_rate_by_value, score] = counts;
    let rates = RankedRate::ALL.into_iter().zip([capital_rate, start_rate, start_rate_by_value]);
    for (rate, counts) in rates {
        let shares: Vec<Option<Share>> = units.iter().map(|unit| unit.as_ref()?.share(rate)).collect();
        count_ranks(&standings(&shares, Share::cmp), counts);
    }
    count_ranks(&standings(&drawn_scores(units, marks), f64::total_cmp), score);
}

fn count_ranks(ranks: &[Option<Rank>], counts: &mut [PlaceCounts]) {
    let ranked = ranks.iter().zip(counts);
    ranked.for_each(|(rank, counts)| rank.iter().for_each(|rank| counts.count(*rank)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::percentiles::Ordered;

    #[test]
    fn percentiles_of_counts_are_those_of_the_list() {
        let ordered = Ordered::from(vec![1.0, 1.0, 2.0, 4.0, 4.0, 4.0]).unwrap();
        for share in [0.0, 0.025, 0.3, 0.5, 0.975, 1.0] {
            assert_eq!(percentile(&[0, 2, 1, 0, 3], share), Some(ordered.percentile(share)));
        }
        assert_eq!(percentile(&[0, 0], 0.5), None);
    }
}
