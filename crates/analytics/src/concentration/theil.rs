//! The Theil index T (泰尔指数): Σ share · ln(n · share), from 0 to ln n. A holder with nothing adds nothing.

use crate::concentration::shares::Shares;

/// The index.
pub fn theil(shares: &Shares) -> f64 {
    let n = shares.n() as f64;
    let holding = shares.largest_first().iter().filter(|share| **share > 0.0);
    holding.map(|share| share * (n * share).ln()).sum()
}
