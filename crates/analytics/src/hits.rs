//! Projects with a milestone, of all projects (达成数与总数): what every rate by count starts from.

use crate::not_estimable::NotEstimable;

/// Fewer projects than this say nothing of a unit: one of one is 100 %.
pub const LEAST_PROJECTS: u64 = 5;

/// The count of a unit, cohort or stratum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hits {
    /// Projects with the milestone.
    pub n_hits: u64,
    /// All projects.
    pub n_projects: u64,
}

impl Hits {
    /// The rate, 0 to 1. Not estimable without projects, or with more hits than projects.
    pub fn rate(&self) -> Result<f64, NotEstimable> {
        let counted = self.counted()?;
        if counted.n_projects == 0 {
            return Err(NotEstimable::NoDenominator);
        }
        Ok(counted.n_hits as f64 / counted.n_projects as f64)
    }

    /// Projects without the milestone. Refused when there are more hits than projects.
    pub fn n_misses(&self) -> Result<u64, NotEstimable> {
        self.n_projects.checked_sub(self.n_hits).ok_or(NotEstimable::MoreHitsThanProjects)
    }

    /// The same counts, when they can be true.
    pub fn counted(self) -> Result<Hits, NotEstimable> {
        self.n_misses().map(|_| self)
    }
}

/// All units together. Refused when one has more hits than projects.
pub fn pooled(units: &[Hits]) -> Result<Hits, NotEstimable> {
    let mut sum = Hits { n_hits: 0, n_projects: 0 };
    for unit in units {
        sum.n_hits += unit.counted()?.n_hits;
        sum.n_projects += unit.n_projects;
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_counts_have_no_rate() {
        let hits = |n_hits, n_projects| Hits { n_hits, n_projects };
        assert_eq!(hits(3, 4).rate(), Ok(0.75));
        assert_eq!(hits(0, 0).rate(), Err(NotEstimable::NoDenominator));
        assert_eq!(hits(5, 4).rate(), Err(NotEstimable::MoreHitsThanProjects));
        assert_eq!(pooled(&[hits(3, 4), hits(1, 4)]), Ok(hits(4, 8)));
        assert_eq!(pooled(&[hits(5, 4)]), Err(NotEstimable::MoreHitsThanProjects));
    }
}
