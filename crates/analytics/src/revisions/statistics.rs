//! Mean, mean absolute and relative mean absolute revision (平均修订、平均绝对修订、相对平均绝对修订): MR, MAR, RMAR.
//!
//! Source: McKenzie and Gamba 2008 (OECD); the Office for National Statistics uses the same.

use crate::finite::{finite_sum, ratio};
use crate::not_estimable::NotEstimable;
use crate::revisions::at_lag::Revision;
use crate::revisions::mean_test::{MeanTest, mean_test};

/// The revisions at one lag, in the unit of the figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RevisionStatistics {
    /// Periods with a revision.
    pub n_periods: usize,
    /// MR: the mean of later less first. Away from 0 it is a bias.
    pub mean: f64,
    /// MAR: the mean size, whatever the direction.
    pub mean_absolute: f64,
    /// RMAR: Σ |later − first| / Σ |later|. Not estimable when all later figures are 0.
    pub relative_mean_absolute: Result<f64, NotEstimable>,
    /// Whether the mean differs from 0 by more than chance. Not estimable with fewer than eight periods.
    pub test: Result<MeanTest, NotEstimable>,
}

/// The statistics. Refused without revisions, or when a figure is no number.
pub fn revision_statistics(revisions: &[Revision]) -> Result<RevisionStatistics, NotEstimable> {
    if revisions.is_empty() {
        return Err(NotEstimable::NothingObserved);
    }
    let n = revisions.len() as f64;
    let amounts: Vec<f64> = revisions.iter().map(Revision::amount).collect();
    let size = finite_sum(amounts.iter().map(|amount| amount.abs()))?;
    let later = finite_sum(revisions.iter().map(|revision| revision.later.abs()))?;
    Ok(RevisionStatistics {
        n_periods: revisions.len(),
        mean: finite_sum(amounts.iter().copied())? / n,
        mean_absolute: size / n,
        relative_mean_absolute: ratio(size, later),
        test: mean_test(&amounts),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_periods_have_means_but_no_test() {
        let revision = |period, first, later| Revision { period, first, later };
        let found = revision_statistics(&[revision(1, 10.0, 12.0), revision(2, 20.0, 19.0)]).unwrap();
        assert_eq!((found.mean, found.mean_absolute), (0.5, 1.5));
        assert_eq!(found.relative_mean_absolute, Ok(3.0 / 31.0));
        assert_eq!(found.test, Err(NotEstimable::TooFewPeriods));
        assert_eq!(revision_statistics(&[]), Err(NotEstimable::NothingObserved));
        let gone = revision_statistics(&[revision(1, 10.0, 0.0)]).unwrap();
        assert_eq!(gone.relative_mean_absolute, Err(NotEstimable::NoDenominator));
    }
}
