//! The score interval of a difference of two shares (差的得分区间). Miettinen & Nurminen 1985, Stat. Med. 4: 213–226;
//! without the factor N/(N − 1) it is Mee's of 1984.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::rates::restricted_shares::restricted_shares;
use crate::rates::share::Share;

/// Whether the variance is that of Miettinen and Nurminen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScoreVariance {
    /// With the factor N/(N − 1), N = n₁ + n₂.
    MiettinenNurminen,
    /// Without it.
    Mee,
}

/// The differences that a score test would not refuse, within −1 and 1; it exists also where a share is 0 or 1.
pub fn score_difference(
    first: Share,
    second: Share,
    confidence: Confidence,
    variance: ScoreVariance,
) -> Interval {
    let most = confidence.z();
    let observed = first.rate() - second.rate();
    let refused = |difference: f64| score(first, second, difference, variance).abs() > most;
    Interval { low: last_accepted(observed, -1.0, refused), high: last_accepted(observed, 1.0, refused) }
}

/// (p₁ − p₂ − δ) / √Var at the shares that fit best under δ. 0 where nothing is observed to differ from δ.
fn score(first: Share, second: Share, difference: f64, variance: ScoreVariance) -> f64 {
    let distance = first.rate() - second.rate() - difference;
    if distance == 0.0 {
        return 0.0;
    }
    let (rate_1, rate_2) = restricted_shares(first, second, difference);
    let total = first.n() + second.n();
    let factor = match variance {
        ScoreVariance::MiettinenNurminen => total / (total - 1.0),
        ScoreVariance::Mee => 1.0,
    };
    let spread = rate_1 * (1.0 - rate_1) / first.n() + rate_2 * (1.0 - rate_2) / second.n();
    distance / (factor * spread).max(0.0).sqrt()
}

/// Where acceptance ends on the way from the observed difference to the end, by halving.
fn last_accepted(observed: f64, end: f64, refused: impl Fn(f64) -> bool) -> f64 {
    if !refused(end) {
        return end;
    }
    let (mut accepted, mut beyond) = (observed, end);
    loop {
        let middle = f64::midpoint(accepted, beyond);
        if middle == accepted || middle == beyond {
            return accepted;
        }
        if refused(middle) { beyond = middle } else { accepted = middle }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(first: (u64, u64), second: (u64, u64)) -> Interval {
        let share = |(k, n)| Share::new(k, n).unwrap();
        score_difference(share(first), share(second), Confidence::P95, ScoreVariance::MiettinenNurminen)
    }

    #[test]
    fn the_limits_are_the_published_ones() {
        // Newcombe 1998, table II, 56 of 70 against 48 of 80: methods 6 (Miettinen–Nurminen) and 5 (Mee).
        // statsmodels is no anchor here: its restricted shares are wrong (its issue 10269).
        let published = limits((56, 70), (48, 80));
        assert!((published.low - 0.0528).abs() < 5e-5 && (published.high - 0.3382).abs() < 5e-5);
        let (first, second) = (Share::new(56, 70).unwrap(), Share::new(48, 80).unwrap());
        let mee = score_difference(first, second, Confidence::P95, ScoreVariance::Mee);
        assert!((mee.low - 0.0533).abs() < 5e-5 && (mee.high - 0.3377).abs() < 5e-5);
    }

    #[test]
    fn it_exists_where_other_programs_crash() {
        let seen = limits((0, 10), (3, 10));
        assert!(-1.0 < seen.low && seen.low < -0.3 && -0.3 < seen.high && seen.high < 1.0, "{seen:?}");
        let nothing = limits((0, 5), (0, 5));
        assert!(nothing.low < 0.0 && (nothing.low + nothing.high).abs() < 1e-12);
        assert_eq!(limits((5, 5), (0, 5)).high, 1.0);
        assert_eq!(limits((1, 1), (0, 1)).high, 1.0);
    }

    #[test]
    fn exchange_of_the_sides_turns_it_round() {
        let (there, back) = (limits((7, 20), (3, 31)), limits((3, 31), (7, 20)));
        assert!((there.low + back.high).abs() < 1e-12 && (there.high + back.low).abs() < 1e-12);
    }
}
