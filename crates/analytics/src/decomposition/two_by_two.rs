//! Two groups in one stratum (四格表): hits and misses on each side.

use crate::hits::Hits;
use crate::not_estimable::NotEstimable;

/// The same stratum of two groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoGroups {
    /// The first group.
    pub first: Hits,
    /// The second group.
    pub second: Hits,
}

/// The four counts of a stratum, as numbers to calculate with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FourCounts {
    /// First group, with the event.
    pub first_hits: f64,
    /// First group, without.
    pub first_misses: f64,
    /// Second group, with the event.
    pub second_hits: f64,
    /// Second group, without.
    pub second_misses: f64,
}

impl FourCounts {
    /// All projects of the stratum.
    pub fn n(&self) -> f64 {
        self.first_n() + self.second_hits + self.second_misses
    }

    /// The projects of the first group.
    pub fn first_n(&self) -> f64 {
        self.first_hits + self.first_misses
    }

    /// The projects with the event.
    pub fn hits(&self) -> f64 {
        self.first_hits + self.second_hits
    }
}

/// The counts of each stratum that has projects. Refused when a group has more hits than projects, or when nothing
/// is left.
pub fn four_counts(strata: &[TwoGroups]) -> Result<Vec<FourCounts>, NotEstimable> {
    let mut counts = Vec::new();
    for stratum in strata {
        if stratum.first.n_projects + stratum.second.n_projects == 0 {
            continue;
        }
        counts.push(FourCounts {
            first_hits: stratum.first.n_hits as f64,
            first_misses: stratum.first.n_misses()? as f64,
            second_hits: stratum.second.n_hits as f64,
            second_misses: stratum.second.n_misses()? as f64,
        });
    }
    if counts.is_empty() { Err(NotEstimable::NothingObserved) } else { Ok(counts) }
}
