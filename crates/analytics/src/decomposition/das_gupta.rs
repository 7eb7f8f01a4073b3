//! A difference of figures that are made of several factors (达斯古普塔分解). Source: Das Gupta 1993, US Census
//! Bureau P23-186.
//!
//! Each factor is moved from its first to its second value while the others stand at every mixture of both; the
//! effect is the mean over all orders in which the factors can move. The effects sum to the difference.

use crate::finite::finite;
use crate::not_estimable::NotEstimable;

/// Each factor doubles the work; beyond this the figure is a table, not a comparison.
const MOST_FACTORS: usize = 16;

/// The effect of each factor on a figure, in the unit of the figure. `from` and `to` hold the factors of both sides.
///
/// Refused when the sides have not the same factors, when there are more than 16, or when the figure of some mixture
/// is no finite number.
pub fn das_gupta(from: &[f64], to: &[f64], figure: impl Fn(&[f64]) -> f64) -> Result<Vec<f64>, NotEstimable> {
    if from.len() != to.len() || from.is_empty() {
        return Err(NotEstimable::InputsDisagree);
    }
    if from.len() > MOST_FACTORS {
        return Err(NotEstimable::TooManyFactors);
    }
    let figures = figures_of_mixtures(from, to, figure)?;
    Ok((0..from.len()).map(|factor_index| effect(&figures, factor_index, from.len())).collect())
}

/// The effects on a product of the factors.
pub fn das_gupta_product(from: &[f64], to: &[f64]) -> Result<Vec<f64>, NotEstimable> {
    das_gupta(from, to, |factors| factors.iter().product())
}

/// The effects on a sum over cells of products. Shape of both sides: cells × factors.
pub fn das_gupta_cells(from: &[Vec<f64>], to: &[Vec<f64>]) -> Result<Vec<f64>, NotEstimable> {
    let n_factors = from.first().map_or(0, Vec::len);
    if from.len() != to.len() || n_factors == 0 {
        return Err(NotEstimable::InputsDisagree);
    }
    let mut sums = vec![0.0; n_factors];
    for (from, to) in from.iter().zip(to) {
        let effects = das_gupta_product(from, to)?;
        if effects.len() != n_factors {
            return Err(NotEstimable::InputsDisagree);
        }
        sums.iter_mut().zip(effects).for_each(|(sum, effect)| *sum += effect);
    }
    Ok(sums)
}

/// The figure of every mixture. Bit i of the place says that factor i stands at its second value.
fn figures_of_mixtures(
    from: &[f64],
    to: &[f64],
    figure: impl Fn(&[f64]) -> f64,
) -> Result<Vec<f64>, NotEstimable> {
    let mixture = |place: usize| -> Vec<f64> {
        let value =
            |factor_index: usize| if place >> factor_index & 1 == 1 { to } else { from }[factor_index];
        (0..from.len()).map(value).collect()
    };
    (0..1_usize << from.len()).map(|place| finite(figure(&mixture(place)))).collect()
}

fn effect(figures: &[f64], factor_index: usize, n_factors: usize) -> f64 {
    let bit = 1_usize << factor_index;
    let weights: Vec<f64> = (0..n_factors).map(|n_moved| order_weight(n_moved, n_factors)).collect();
    let without = (0..figures.len()).filter(|place| place & bit == 0);
    without.map(|place| weights[place.count_ones() as usize] * (figures[place | bit] - figures[place])).sum()
}

/// The share of the orders in which just these other factors have moved: n_moved! · (n − 1 − n_moved)! / n!
fn order_weight(n_moved: usize, n_factors: usize) -> f64 {
    let mut n_choices = 1.0;
    for step in 0..n_moved {
        n_choices *= (n_factors - 1 - step) as f64 / (step + 1) as f64;
    }
    1.0 / (n_choices * n_factors as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn impossible_comparisons_are_refused() {
        assert_eq!(das_gupta_product(&[1.0], &[1.0, 2.0]), Err(NotEstimable::InputsDisagree));
        assert_eq!(das_gupta_product(&[1.0; 17], &[2.0; 17]), Err(NotEstimable::TooManyFactors));
        assert_eq!(das_gupta_product(&[f64::NAN], &[2.0]), Err(NotEstimable::NotANumber));
        assert_eq!(das_gupta_cells(&[], &[]), Err(NotEstimable::InputsDisagree));
    }

    #[test]
    fn cells_add_up() {
        let from = [vec![2.0, 3.0], vec![1.0, 5.0]];
        let to = [vec![4.0, 3.0], vec![1.0, 4.0]];
        assert_eq!(das_gupta_cells(&from, &to), Ok(vec![6.0, -1.0]));
    }

    proptest! {
        #[test]
        fn the_effects_sum_to_the_difference(
            sides in proptest::collection::vec((-5.0..5.0_f64, -5.0..5.0_f64), 1..7),
        ) {
            let (from, to): (Vec<f64>, Vec<f64>) = sides.into_iter().unzip();
            let sum: f64 = das_gupta_product(&from, &to).unwrap().iter().sum();
            let difference = to.iter().product::<f64>() - from.iter().product::<f64>();
            prop_assert!((sum - difference).abs() < 1e-9 * (1.0 + difference.abs()));
        }
    }
}
