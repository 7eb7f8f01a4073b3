//! Masses of the greatest likelihood (极大似然的概率质量), by an interior-point method (内点法): Σ w ln Σ_j A_j p_j over
//! p ≥ 0 with Σ p = 1.
//!
//! The likelihood is concave, so that a point whose gradient nowhere exceeds the total weight is the optimum: that
//! excess is the certificate (Karush, Kuhn and Tucker). Slow EM steps are not needed.

use crate::survival::linear_system::{SquareMatrix, solve_positive};

/// Steps before giving up; 20 to 40 are usual.
const MOST_STEPS: usize = 300;
/// How near a step may come to the boundary.
const TO_BOUNDARY: f64 = 0.99;
/// By how much the barrier falls with a full step.
const BARRIER_FALL: f64 = 0.1;
/// The excess that is good enough, well below what the callers ask for.
const GOOD_EXCESS: f64 = 1e-13;

/// What one observation says: the places in which its event may have happened, in a row from the first to before `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Places {
    /// The first place.
    pub first: usize,
    /// The place after the last one.
    pub end: usize,
}

/// The masses and how good they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Masses {
    /// By place; they add up to 1.
    pub masses: Vec<f64>,
    /// Σ w ln of the chance of each observation.
    pub log_likelihood: f64,
    /// The largest gradient, over the total weight, less 1: 0 at the optimum.
    pub excess: f64,
    /// Steps taken.
    pub n_steps: usize,
}

/// The best masses of `n_places` places for observations with weights above 0. The caller judges the excess.
pub fn likeliest_masses(observed: &[(Places, f64)], n_places: usize) -> Masses {
    let total: f64 = observed.iter().map(|(_, weight)| weight).sum();
    let mut masses = vec![1.0 / n_places.max(1) as f64; n_places];
    // 1 less the gradient over the total weight, held above 0 on the way
    let mut slacks = vec![1.0; n_places];
    let mut best = judged(observed, total, &masses, 0);
    for n_steps in 1..=MOST_STEPS {
        if best.excess <= GOOD_EXCESS || !step(observed, total, &mut masses, &mut slacks) {
            break;
        }
        let here = judged(observed, total, &masses, n_steps);
        if here.excess < best.excess {
            best = here;
        }
    }
    best
}

/// The masses scaled to 1, with likelihood and excess.
fn judged(observed: &[(Places, f64)], total: f64, masses: &[f64], n_steps: usize) -> Masses {
    let whole: f64 = masses.iter().sum();
    let masses: Vec<f64> = masses.iter().map(|mass| mass / whole).collect();
    let chances = observed.iter().map(|(places, weight)| (chance(*places, &masses), weight));
    let log_likelihood = chances.map(|(chance, weight)| weight * chance.ln()).sum();
    let largest = gradient(observed, total, &masses).into_iter().fold(0.0, f64::max);
    Masses { masses, log_likelihood, excess: largest - 1.0, n_steps }
}

fn chance(places: Places, masses: &[f64]) -> f64 {
    masses.get(places.first..places.end).unwrap_or_default().iter().sum()
}

/// Σ w A_j / chance over the total weight, by place.
fn gradient(observed: &[(Places, f64)], total: f64, masses: &[f64]) -> Vec<f64> {
    let mut gradient = vec![0.0; masses.len()];
    for (places, weight) in observed {
        let part = weight / (total * chance(*places, masses));
        for value in gradient.get_mut(places.first..places.end).unwrap_or_default() {
            *value += part;
        }
    }
    gradient
}

/// Minus the second derivatives, over the total weight.
fn curvature(observed: &[(Places, f64)], total: f64, masses: &[f64]) -> SquareMatrix {
    let mut curvature = SquareMatrix::zeros(masses.len());
    for (places, weight) in observed {
        let part = weight / (total * chance(*places, masses).powi(2));
        for row in places.first..places.end {
            for column in places.first..places.end {
                curvature.add(row, column, part);
            }
        }
    }
    curvature
}

/// One Newton step for: slack = 1 − gradient, mass · slack = barrier. False when it cannot be taken.
fn step(observed: &[(Places, f64)], total: f64, masses: &mut [f64], slacks: &mut [f64]) -> bool {
    let gradient = gradient(observed, total, masses);
    let products: f64 = masses.iter().zip(&*slacks).map(|(mass, slack)| mass * slack).sum();
    let barrier = BARRIER_FALL * products / masses.len() as f64;
    let mut matrix = curvature(observed, total, masses);
    let mut right = Vec::with_capacity(masses.len());
    for (place, ((mass, slack), slope)) in masses.iter().zip(&*slacks).zip(&gradient).enumerate() {
        matrix.add(place, place, slack / mass);
        right.push(slope - 1.0 + barrier / mass);
    }
    let Some(change) = solve_positive(&matrix, &right) else { return false };
    let slack_change: Vec<f64> = masses
        .iter()
        .zip(&*slacks)
        .zip(&change)
        .map(|((mass, slack), change)| barrier / mass - slack - slack / mass * change)
        .collect();
    let length = within_boundary(masses, &change).min(within_boundary(slacks, &slack_change));
    move_by(masses, &change, length);
    move_by(slacks, &slack_change, length);
    length > 0.0
}

/// The part of a step that keeps all values above 0, at most 1.
fn within_boundary(values: &[f64], change: &[f64]) -> f64 {
    let allowed = values.iter().zip(change).filter(|(_, change)| **change < 0.0);
    allowed.map(|(value, change)| -TO_BOUNDARY * value / change).fold(1.0, f64::min)
}

fn move_by(values: &mut [f64], change: &[f64], length: f64) {
    values.iter_mut().zip(change).for_each(|(value, change)| *value += length * change);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_are_known_get_their_share() {
        let place = |first: usize, weight| (Places { first, end: first + 1 }, weight);
        let best = likeliest_masses(&[place(0, 3.0), place(1, 1.0)], 2);
        assert!((best.masses[0] - 0.75).abs() < 1e-12 && best.excess <= 1e-12);
        let all = (Places { first: 0, end: 2 }, 5.0);
        let best = likeliest_masses(&[place(0, 3.0), all], 2);
        assert!((best.masses[0] - 1.0).abs() < 1e-9 && best.excess <= 1e-9);
    }
}
