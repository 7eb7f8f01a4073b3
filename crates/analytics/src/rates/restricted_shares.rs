//! The two shares that fit best when their difference is given (约束极大似然). Miettinen & Nurminen 1985, appendix I.

use crate::rates::share::Share;

/// The likeliest shares of both sides with p₁ − p₂ = `difference`, which lies within −1 and 1.
///
/// The derivative of the log-likelihood only falls, so its zero is found by halving.
pub fn restricted_shares(first: Share, second: Share, difference: f64) -> (f64, f64) {
    let (mut low, mut high) = ((-difference).max(0.0), (1.0 - difference).min(1.0));
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            let within = |rate: f64| rate.clamp(0.0, 1.0);
            return (within(middle + difference), within(middle));
        }
        if rises(first, second, middle + difference, middle) { low = middle } else { high = middle }
    }
}

/// Whether a larger second share would be likelier.
fn rises(first: Share, second: Share, rate_1: f64, rate_2: f64) -> bool {
    slope(first, rate_1) + slope(second, rate_2) > 0.0
}

/// k/p − (n − k)/(1 − p), where a side without projects pulls nowhere.
fn slope(share: Share, rate: f64) -> f64 {
    let up = if share.is_none() { 0.0 } else { share.k() / rate };
    let down = if share.is_all() { 0.0 } else { (share.n() - share.k()) / (1.0 - rate) };
    up - down
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_observed_difference_gives_the_observed_shares() {
        let (first, second) = (Share::new(53, 58).unwrap(), Share::new(44, 66).unwrap());
        let (rate_1, rate_2) = restricted_shares(first, second, first.rate() - second.rate());
        assert!((rate_1 - first.rate()).abs() < 1e-12 && (rate_2 - second.rate()).abs() < 1e-12);
    }

    #[test]
    fn no_difference_gives_the_pooled_share() {
        let (first, second) = (Share::new(3, 10).unwrap(), Share::new(0, 7).unwrap());
        let (rate_1, rate_2) = restricted_shares(first, second, 0.0);
        assert!((rate_1 - 3.0 / 17.0).abs() < 1e-12 && (rate_2 - 3.0 / 17.0).abs() < 1e-12);
    }
}
