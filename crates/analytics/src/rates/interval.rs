//! The two limits of an interval (区间上下限).

/// From the lower to the upper limit, both of them included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower limit.
    pub low: f64,
    /// Upper limit, never below the lower one.
    pub high: f64,
}

impl Interval {
    /// `margin` to both sides of `centre`.
    pub fn around(centre: f64, margin: f64) -> Self {
        Self { low: centre - margin, high: centre + margin }
    }

    /// What of it lies between `least` and `most`: 0 and 1 for shares, −1 and 1 for their differences.
    pub fn kept_within(self, least: f64, most: f64) -> Self {
        Self { low: self.low.clamp(least, most), high: self.high.clamp(least, most) }
    }

    /// Whether the value lies in it.
    pub fn holds(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_kept_within_what_is_possible() {
        let interval = Interval::around(0.1, 0.2).kept_within(0.0, 1.0);
        assert_eq!(interval.low, 0.0);
        assert!(interval.holds(0.3) && interval.holds(0.0) && !interval.holds(0.4));
    }
}
