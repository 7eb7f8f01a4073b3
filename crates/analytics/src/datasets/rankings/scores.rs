//! The score of each unit of a group (功效系数得分): 60 % of the marks for all, 40 % by where it stands between the ends.

use crate::datasets::rankings::settings::Marks;
use crate::datasets::rankings::standings::Share;
use crate::datasets::rankings::unit_sums::{RankedRate, UnitSums};
use crate::not_estimable::NotEstimable;
use crate::ranks::efficacy_score::efficacy_score;

impl Marks {
    /// The full mark of a rate.
    pub fn of(&self, rate: RankedRate) -> u32 {
        match rate {
            RankedRate::CapitalRate => self.capital_rate,
            RankedRate::StartRate => self.start_rate,
            RankedRate::StartRateByValue => self.start_rate_by_value,
        }
    }
}

/// The scores in hundredths of a point; nothing for units that are not ranked.
///
/// Not estimable for a unit that lacks one of the rates, and for all when they are alike in one. A rate with a mark of
/// 0 is left out.
pub fn scores(units: &[Option<UnitSums>], marks: &Marks) -> Vec<Option<Result<i64, NotEstimable>>> {
    let mut sums: Vec<Option<Result<i64, NotEstimable>>> =
        units.iter().map(|unit| unit.map(|_| Ok(0))).collect();
    for rate in RankedRate::ALL.into_iter().filter(|rate| marks.of(*rate) > 0) {
        let shares: Vec<Option<Share>> =
            units.iter().map(|unit| unit.as_ref().and_then(|unit| unit.share(rate))).collect();
        let ends = shares.iter().flatten().min().zip(shares.iter().flatten().max());
        for (sum, share) in sums.iter_mut().zip(&shares) {
            let scored = score(marks.of(rate), share.as_ref(), ends);
            *sum = sum.map(|sum| Ok(sum?.saturating_add(scored?)));
        }
    }
    sums
}

fn score(mark: u32, share: Option<&Share>, ends: Option<(&Share, &Share)>) -> Result<i64, NotEstimable> {
    let share = share.ok_or(NotEstimable::NoDenominator)?;
    let (least, best) = ends.ok_or(NotEstimable::NoDenominator)?;
    let fraction = |share: &Share| share.scored().ok_or(NotEstimable::TooLarge);
    efficacy_score(mark, fraction(share)?, fraction(least)?, fraction(best)?)
}

/// The same for drawn units, in floating point: only their order matters.
pub fn drawn_scores(units: &[Option<UnitSums>], marks: &Marks) -> Vec<Option<f64>> {
    let mut sums: Vec<Option<f64>> = units.iter().map(|unit| unit.map(|_| 0.0)).collect();
    for rate in RankedRate::ALL.into_iter().filter(|rate| marks.of(*rate) > 0) {
        let mark = f64::from(marks.of(rate));
        let shares: Vec<Option<f64>> =
            units.iter().map(|unit| unit.as_ref()?.share(rate).map(|share| share.value())).collect();
        let least = shares.iter().flatten().copied().fold(f64::INFINITY, f64::min);
        let best = shares.iter().flatten().copied().fold(f64::NEG_INFINITY, f64::max);
        for (sum, share) in sums.iter_mut().zip(shares) {
            let scored = share
                .filter(|_| best > least)
                .map(|share| mark * (0.6 + 0.4 * (share - least) / (best - least)));
            *sum = sum.zip(scored).map(|(sum, scored)| sum + scored);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_unit_in_all_rates_has_all_points() {
        let unit = |n_started, contract_started_yuan, capital_yuan| {
            Some(UnitSums {
                n_projects: 10,
                n_started,
                contract_yuan: 1000,
                contract_started_yuan,
                capital_yuan,
            })
        };
        let marks = Marks { start_rate: 40, start_rate_by_value: 20, capital_rate: 40 };
        let units = [unit(9, 900, 300), unit(1, 100, 100), unit(5, 500, 200), None];
        assert_eq!(scores(&units, &marks), [Some(Ok(10_000)), Some(Ok(6000)), Some(Ok(8000)), None]);
        assert_eq!(drawn_scores(&units, &marks)[1..], [Some(60.0), Some(80.0), None]);
        let alike = scores(&[units[0], units[0]], &marks);
        assert_eq!(alike, vec![Some(Err(NotEstimable::NoSpread)); 2]);
        assert_eq!(drawn_scores(&[units[0], units[0]], &marks), [None, None]);
        let penniless = Some(UnitSums { contract_yuan: 0, ..UnitSums::default() });
        assert_eq!(
            scores(&[units[0], units[1], penniless], &marks)[2],
            Some(Err(NotEstimable::NoDenominator))
        );
    }
}
