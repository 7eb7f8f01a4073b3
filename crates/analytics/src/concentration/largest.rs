//! The share of the largest few (前几名占比): CR1, CR3, CR10.

use crate::concentration::shares::Shares;

/// The share of the `n_largest` holders; 1 when there are no more than these.
pub fn share_of_largest(shares: &Shares, n_largest: usize) -> f64 {
    shares.largest_first().iter().take(n_largest).sum()
}
