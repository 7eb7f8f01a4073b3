//! The Gini coefficient (基尼系数) of a whole population: 0 when all hold the same, near 1 when one holds all.

use crate::concentration::shares::Shares;

/// Σ over ranks, from the smallest: (2 · rank − n − 1) · share / n. Without the correction n / (n − 1) of samples.
pub fn gini(shares: &Shares) -> f64 {
    let n = shares.n() as f64;
    let from_smallest = shares.largest_first().iter().rev().enumerate();
    from_smallest.map(|(rank, share)| (2.0 * (rank as f64 + 1.0) - n - 1.0) * share).sum::<f64>() / n
}
