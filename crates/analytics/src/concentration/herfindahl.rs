//! The Herfindahl–Hirschman index (赫芬达尔指数): Σ share², from 1/n to 1.

use crate::concentration::shares::Shares;
use crate::finite::ratio;
use crate::not_estimable::NotEstimable;

/// Σ share². Times 10,000 it is the index of the competition authorities.
pub fn herfindahl(shares: &Shares) -> f64 {
    shares.largest_first().iter().map(|share| share * share).sum()
}

/// The index between 0 (all alike) and 1 (all with one): (index − 1/n) / (1 − 1/n). Not estimable for one holder.
pub fn herfindahl_normalised(shares: &Shares) -> Result<f64, NotEstimable> {
    if shares.n() < 2 {
        return Err(NotEstimable::NoSpread);
    }
    let least = 1.0 / shares.n() as f64;
    Ok((herfindahl(shares) - least) / (1.0 - least))
}

/// How many equal holders would give the same index: 1 / index.
pub fn effective_number(shares: &Shares) -> Result<f64, NotEstimable> {
    ratio(1.0, herfindahl(shares))
}
