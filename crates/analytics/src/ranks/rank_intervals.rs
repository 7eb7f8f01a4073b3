//! How far a rank may move by chance (名次区间), by drawing the projects of each unit again; seeded.
//!
//! A rank of units with few projects is mostly chance (Goldstein and Spiegelhalter 1996); the interval shows it.

use crate::confidence::Confidence;
use crate::hits::{Hits, LEAST_PROJECTS};
use crate::not_estimable::NotEstimable;
use crate::percentiles::Ordered;
use crate::random_draws::stream::RandomStream;
use crate::ranks::ties::{Rank, ranks};

/// A rank with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankInterval {
    /// The rank as it stands.
    pub rank: Rank,
    /// The best place in all but the rarest draws.
    pub best: usize,
    /// The worst place.
    pub worst: usize,
    /// Fewer than five projects: shown with a mark.
    pub is_small: bool,
}

/// How the projects are drawn again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankDrawing {
    /// How many times.
    pub n_rounds: usize,
    /// The same seed gives the same intervals.
    pub seed: u64,
    /// Such as 95 %.
    pub confidence: Confidence,
}

/// The intervals. A unit without projects has no rank; one with more hits than projects is refused, and not drawn.
pub fn rank_intervals(units: &[Hits], drawing: RankDrawing) -> Vec<Result<RankInterval, NotEstimable>> {
    let kept: Vec<Hits> = units.iter().map(|unit| unit.counted().unwrap_or(NOT_RANKED)).collect();
    let standing = ranks(&kept);
    let mut drawn: Vec<Vec<Rank>> = vec![Vec::new(); units.len()];
    let mut stream = RandomStream::from_seed(drawing.seed);
    for _ in 0..drawing.n_rounds {
        let again: Vec<Hits> = kept.iter().map(|unit| drawn_again(*unit, &mut stream)).collect();
        drawn.iter_mut().zip(ranks(&again)).for_each(|(drawn, rank)| drawn.extend(rank));
    }
    let interval = |((unit, rank), drawn): ((&Hits, &Option<Rank>), Vec<Rank>)| {
        unit.counted()?;
        let rank = rank.ok_or(NotEstimable::NoDenominator)?;
        let (best, worst) = places(&drawn, drawing.confidence)?;
        Ok(RankInterval { rank, best, worst, is_small: unit.n_projects < LEAST_PROJECTS })
    };
    units.iter().zip(&standing).zip(drawn).map(interval).collect()
}

const NOT_RANKED: Hits = Hits { n_hits: 0, n_projects: 0 };

fn drawn_again(unit: Hits, stream: &mut RandomStream) -> Hits {
    let n_projects = usize::try_from(unit.n_projects).unwrap_or(usize::MAX);
    let hits = (0..unit.n_projects).filter(|_| (stream.place(n_projects) as u64) < unit.n_hits);
    Hits { n_hits: hits.count() as u64, n_projects: unit.n_projects }
}

/// The best places by their first rank, the worst by the last place that is shared.
fn places(drawn: &[Rank], confidence: Confidence) -> Result<(usize, usize), NotEstimable> {
    let tail = confidence.tail();
    let first = Ordered::from(drawn.iter().map(|rank| rank.rank as f64).collect())?;
    let last = Ordered::from(drawn.iter().map(|rank| rank.last_place() as f64).collect())?;
    Ok((first.percentile(tail).floor() as usize, last.percentile(1.0 - tail).ceil() as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWING: RankDrawing = RankDrawing { n_rounds: 2000, seed: 3, confidence: Confidence::P95 };

    fn units(counts: &[(u64, u64)]) -> Vec<Hits> {
        counts.iter().map(|&(n_hits, n_projects)| Hits { n_hits, n_projects }).collect()
    }

    #[test]
    fn few_projects_leave_the_rank_open() {
        let found = rank_intervals(&units(&[(90, 100), (2, 4), (10, 100), (0, 0), (3, 2)]), DRAWING);
        let places =
            |index: usize| found[index].map(|one| (one.best, one.rank.rank, one.worst, one.is_small));
        assert_eq!(places(0), Ok((1, 1, 2, false)));
        assert_eq!(places(1), Ok((1, 2, 3, true)));
        assert_eq!(places(2), Ok((2, 3, 3, false)));
        assert_eq!(found[3], Err(NotEstimable::NoDenominator));
        assert_eq!(found[4], Err(NotEstimable::MoreHitsThanProjects));
    }

    #[test]
    fn the_same_seed_gives_the_same_places() {
        let units = units(&[(5, 9), (4, 9), (3, 9), (6, 9)]);
        assert_eq!(rank_intervals(&units, DRAWING), rank_intervals(&units, DRAWING));
        let none = rank_intervals(&units, RankDrawing { n_rounds: 0, ..DRAWING });
        assert_eq!(none[0], Err(NotEstimable::NothingObserved));
    }
}
