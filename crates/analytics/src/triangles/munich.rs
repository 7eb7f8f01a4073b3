//! The Munich chain ladder (慕尼黑链梯法): two triangles that pull each other together. Source: Quarg and Mack 2004.
//!
//! A cohort whose capital lags behind its contract value catches up later: the factor of the next step is corrected
//! by λ · σ / ρ · (ratio − mean ratio). λ is what all agree on. The forecasts hang on the spread of the last step,
//! for which programs differ: with [`LastSpread::Mack`] they are those of R ChainLadder, with
//! [`LastSpread::LogLinear`] those of chainladder-python; about 1 % lies between.

use crate::finite::ratio;
use crate::not_estimable::NotEstimable;
use crate::triangles::link_factors::{Averaging, LinkFactor, link_factors};
use crate::triangles::munich_ratios::{AgeRatio, age_ratios};
use crate::triangles::spreads::{LastSpread, spreads};
use crate::triangles::triangle::Triangle;

/// One of the two triangles.
#[derive(Debug, Clone, PartialEq)]
pub struct MunichSide {
    /// How strongly its growth answers to the ratio, from −1 to 1 in spirit.
    pub lambda: Result<f64, NotEstimable>,
    /// The ratio of the other triangle to this one, at each age.
    pub ratios: Vec<AgeRatio>,
    /// Its capital at the last age, for each origin.
    pub ultimates: Vec<Result<f64, NotEstimable>>,
}

/// Both triangles.
#[derive(Debug, Clone, PartialEq)]
pub struct Munich {
    /// What was paid: capital arrived.
    pub paid: MunichSide,
    /// What was reported: contract value.
    pub incurred: MunichSide,
}

/// The Munich chain ladder. Refused when the triangles have not the same origins and ages.
pub fn munich(paid: &Triangle, incurred: &Triangle, last: LastSpread) -> Result<Munich, NotEstimable> {
    if paid.origins() != incurred.origins() || paid.ages_months() != incurred.ages_months() {
        return Err(NotEstimable::InputsDisagree);
    }
    let paid_ladder = ladder(paid, incurred, last);
    let incurred_ladder = ladder(incurred, paid, last);
    let grown: Vec<_> = (0..paid.origins().len())
        .map(|origin_index| grown(paid, incurred, origin_index, &paid_ladder, &incurred_ladder))
        .collect();
    let side =
        |ladder: Ladder, ultimates| MunichSide { lambda: ladder.lambda, ratios: ladder.ratios, ultimates };
    Ok(Munich {
        paid: side(paid_ladder, grown.iter().map(|grown| grown.map(|pair| pair.0)).collect()),
        incurred: side(incurred_ladder, grown.iter().map(|grown| grown.map(|pair| pair.1)).collect()),
    })
}

/// The chain ladder of one triangle, with its answer to the other.
struct Ladder {
    factors: Vec<LinkFactor>,
    spreads: Vec<Result<f64, NotEstimable>>,
    ratios: Vec<AgeRatio>,
    lambda: Result<f64, NotEstimable>,
}

fn ladder(own: &Triangle, other: &Triangle, last: LastSpread) -> Ladder {
    let factors = link_factors(own, Averaging::CHAIN_LADDER);
    let spreads = spreads(own, &factors, last);
    let ratios = age_ratios(other, own);
    let lambda = lambda(own, other, &factors, &spreads, &ratios);
    Ladder { factors, spreads, ratios, lambda }
}

/// Σ residual of growth · residual of ratio / Σ residual of ratio², over all observed steps.
fn lambda(
    own: &Triangle,
    other: &Triangle,
    factors: &[LinkFactor],
    spreads: &[Result<f64, NotEstimable>],
    ratios: &[AgeRatio],
) -> Result<f64, NotEstimable> {
    let (mut together, mut alone) = (0.0, 0.0);
    for (age_index, ((link, spread), age_ratio)) in factors.iter().zip(spreads).zip(ratios).enumerate() {
        // The filled-in spread of a step with one link has no residual of its own.
        let known =
            link.factor.and_then(|factor| Ok((factor, (*spread)?, age_ratio.mean?, age_ratio.spread?)));
        let Ok((factor, spread, mean, ratio_spread)) = known else { continue };
        if link.n_links < 2 || spread <= 0.0 || ratio_spread <= 0.0 {
            continue;
        }
        for origin_index in 0..own.origins().len() {
            let cells =
                (own.cumulative(origin_index, age_index), own.cumulative(origin_index, age_index + 1));
            let (Some(here), Some(next)) = cells else { continue };
            let Some(beside) = other.cumulative(origin_index, age_index) else { continue };
            let growth = (next / here - factor) / spread * here.sqrt();
            let gap = (beside / here - mean) / ratio_spread * here.sqrt();
            together += growth * gap;
            alone += gap * gap;
        }
    }
    ratio(together, alone)
}

/// Both capitals of an origin at the last age.
fn grown(
    paid: &Triangle,
    incurred: &Triangle,
    origin_index: usize,
    paid_ladder: &Ladder,
    incurred_ladder: &Ladder,
) -> Result<(f64, f64), NotEstimable> {
    let from = paid.latest(origin_index).ok_or(NotEstimable::NothingObserved)?;
    let beside = incurred.latest(origin_index).ok_or(NotEstimable::NothingObserved)?;
    if from.age_index != beside.age_index {
        return Err(NotEstimable::CellsMissing);
    }
    let (mut paid_money, mut incurred_money) = (from.cumulative, beside.cumulative);
    for age_index in from.age_index..paid_ladder.factors.len() {
        let paid_factor = corrected(paid_ladder, age_index, ratio(incurred_money, paid_money)?)?;
        let incurred_factor = corrected(incurred_ladder, age_index, ratio(paid_money, incurred_money)?)?;
        paid_money *= paid_factor;
        incurred_money *= incurred_factor;
    }
    Ok((paid_money, incurred_money))
}

/// The factor of a step for an origin whose ratio is known.
fn corrected(ladder: &Ladder, age_index: usize, own_ratio: f64) -> Result<f64, NotEstimable> {
    let link = ladder.factors.get(age_index).ok_or(NotEstimable::InputsDisagree)?;
    let spread = ladder.spreads.get(age_index).copied().ok_or(NotEstimable::InputsDisagree)??;
    let age_ratio = ladder.ratios.get(age_index).ok_or(NotEstimable::InputsDisagree)?;
    let strength = ratio(ladder.lambda? * spread, age_ratio.spread?)?;
    Ok(link.factor? + strength * (own_ratio - age_ratio.mean?))
}
