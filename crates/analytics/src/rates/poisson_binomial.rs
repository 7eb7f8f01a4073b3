//! How many of several projects have an event when each has its own chance (泊松二项分布): by convolution.
//! Sources: Hoeffding 1956; Hong 2013.

use crate::confidence::Confidence;

/// Counts at either end that are less likely than this are dropped: a figure that is shown does not move.
const LEAST_SHARE: f64 = 1e-15;

/// Of more projects than this the limits follow from mean, variance and skewness (Cornish and Fisher 1938), which costs
/// nothing and is off by one count at most.
const MOST_EXACT: usize = 1_000;

/// The number of events, each count with its probability.
#[derive(Debug, Clone, PartialEq)]
pub struct EventCounts {
    first: usize,
    shares: Vec<f64>,
}

/// The counts between which the number of events lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountLimits {
    /// The lowest count.
    pub low: u64,
    /// The highest count.
    pub high: u64,
}

/// The limits of the number of events: exact up to 1,000 projects, beyond them as good as exact.
pub fn event_limits(chances: &[f64], confidence: Confidence) -> CountLimits {
    if chances.len() <= MOST_EXACT {
        return EventCounts::of(chances).limits(confidence);
    }
    let sum =
        |part: fn(f64) -> f64| -> f64 { chances.iter().map(|chance| part(within_a_share(*chance))).sum() };
    let (mean, variance) = (sum(|chance| chance), sum(|chance| chance * (1.0 - chance)));
    let third_moment = sum(|chance| chance * (1.0 - chance) * (1.0 - 2.0 * chance));
    let z = confidence.z();
    let reach = z * variance.sqrt();
    let skew = if variance > 0.0 { (z * z - 1.0) / 6.0 * third_moment / variance } else { 0.0 };
    // half a count to each side, since counts are whole
    let low = (mean + skew - reach - 0.5).ceil().max(0.0);
    let high = (mean + skew + reach + 0.5).floor().min(chances.len() as f64);
    CountLimits { low: low as u64, high: high.max(low) as u64 }
}

fn within_a_share(chance: f64) -> f64 {
    if chance.is_nan() { 0.0 } else { chance.clamp(0.0, 1.0) }
}

impl EventCounts {
    /// From the chance of each project, 0 to 1; what lies outside counts as the nearer end, no number as 0.
    pub fn of(chances: &[f64]) -> EventCounts {
        let mut sorted: Vec<f64> = chances.iter().map(|chance| within_a_share(*chance)).collect();
        sorted.sort_by(f64::total_cmp);
        // Projects of one age share a chance, so that there are few parts even of many projects.
        let parts = sorted.chunk_by(|left, right| left == right);
        let repeated =
            parts.map(|part| EventCounts::repeated(part.first().copied().unwrap_or(0.0), part.len()));
        repeated.fold(EventCounts::none(), |sum, part| sum.plus(&part))
    }

    fn none() -> EventCounts {
        EventCounts { first: 0, shares: vec![1.0] }
    }

    /// So many projects of one chance: half of them twice, and the odd one.
    fn repeated(chance: f64, n_projects: usize) -> EventCounts {
        if n_projects == 0 {
            return EventCounts::none();
        }
        let half = EventCounts::repeated(chance, n_projects / 2);
        let both = half.plus(&half);
        let one = EventCounts { first: 0, shares: vec![1.0 - chance, chance] };
        if n_projects.is_multiple_of(2) { both } else { both.plus(&one) }
    }

    /// The events of two sets of projects together.
    fn plus(&self, other: &EventCounts) -> EventCounts {
        let (long, short) =
            if self.shares.len() < other.shares.len() { (other, self) } else { (self, other) };
        let mut shares = vec![0.0; long.shares.len() + short.shares.len() - 1];
        for (place, factor) in short.shares.iter().enumerate() {
            let from_there = shares.iter_mut().skip(place);
            from_there.zip(&long.shares).for_each(|(sum, share)| *sum += factor * share);
        }
        EventCounts { first: self.first + other.first, shares }.without_rare_ends()
    }

    fn without_rare_ends(mut self) -> EventCounts {
        while self.shares.len() > 1 && self.shares.last().is_some_and(|share| *share < LEAST_SHARE) {
            self.shares.pop();
        }
        let most = self.shares.len().saturating_sub(1);
        let n_rare = self.shares.iter().take(most).take_while(|share| **share < LEAST_SHARE).count();
        self.first += n_rare;
        self.shares.drain(..n_rare);
        self
    }

    /// The probability of just so many.
    pub fn share(&self, n_events: usize) -> f64 {
        n_events.checked_sub(self.first).and_then(|place| self.shares.get(place)).copied().unwrap_or(0.0)
    }

    /// The lowest and the highest count, each end missing at most half of α.
    pub fn limits(&self, confidence: Confidence) -> CountLimits {
        let tail = confidence.tail();
        let from_below = n_passed(self.shares.iter(), tail);
        let from_above = n_passed(self.shares.iter().rev(), tail);
        let last = (self.first + self.shares.len()).saturating_sub(1);
        CountLimits { low: (self.first + from_below) as u64, high: last.saturating_sub(from_above) as u64 }
    }
}

/// How many counts together are at most so likely. The last one is never passed.
fn n_passed<'a>(shares: impl Iterator<Item = &'a f64>, most: f64) -> usize {
    let mut sum = 0.0;
    let passed = shares.take_while(|share| {
        sum += **share;
        sum <= most
    });
    passed.count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use statrs::distribution::{Binomial, Discrete};

    use super::*;

    #[test]
    fn equal_chances_give_the_binomial_distribution() {
        let counts = EventCounts::of(&[0.3; 40]);
        let binomial = Binomial::new(0.3, 40).unwrap();
        for n_events in 0..=40_usize {
            assert!((counts.share(n_events) - binomial.pmf(n_events as u64)).abs() < 1e-13, "{n_events}");
        }
        // qbinom(c(0.025, 0.975), 40, 0.3) of R
        assert_eq!(counts.limits(Confidence::P95), CountLimits { low: 7, high: 18 });
    }

    #[test]
    fn what_is_certain_has_one_count() {
        #[track_caller]
        fn check(chances: &[f64], low: u64, high: u64) {
            assert_eq!(EventCounts::of(chances).limits(Confidence::P95), CountLimits { low, high });
        }
        check(&[], 0, 0);
        check(&[1.0, 1.0, 0.0], 2, 2);
        check(&[2.0, -1.0, f64::NAN], 1, 1);
        check(&[0.5], 0, 1);
        check(&[0.01, 0.01], 0, 0);
    }

    #[test]
    fn of_many_projects_the_limits_are_off_by_one_count_at_most() {
        for least in [0.0, 0.002, 0.2, 0.6] {
            let chances: Vec<f64> =
                (0..3000).map(|place| least + 0.3 * f64::from(place % 36) / 36.0).collect();
            let (near, exact) =
                (event_limits(&chances, Confidence::P95), EventCounts::of(&chances).limits(Confidence::P95));
            assert!(
                near.low.abs_diff(exact.low) <= 1 && near.high.abs_diff(exact.high) <= 1,
                "{near:?} {exact:?}"
            );
        }
        let certain = event_limits(&[1.0; 2000], Confidence::P95);
        assert_eq!(certain, CountLimits { low: 2000, high: 2000 });
        assert_eq!(event_limits(&[0.0; 2000], Confidence::P95), CountLimits { low: 0, high: 0 });
        assert_eq!(event_limits(&[0.3; 40], Confidence::P95), CountLimits { low: 7, high: 18 });
    }

    proptest! {
        #[test]
        fn the_mean_is_the_sum_of_the_chances_and_lies_within(
            chances in prop::collection::vec(0.0..=1.0_f64, 0..60),
        ) {
            let counts = EventCounts::of(&chances);
            let sum: f64 = counts.shares.iter().sum();
            let mean: f64 = (0..=chances.len()).map(|n| n as f64 * counts.share(n)).sum();
            let expected: f64 = chances.iter().sum();
            prop_assert!((sum - 1.0).abs() < 1e-12 && (mean - expected).abs() < 1e-10);
            let limits = counts.limits(Confidence::P95);
            prop_assert!(limits.low as f64 <= expected + 1.0 && expected - 1.0 <= limits.high as f64);
            let held: f64 = (limits.low..=limits.high).map(|n| counts.share(n as usize)).sum();
            prop_assert!(held >= 0.95 - 1e-12);
        }
    }
}
