//! Scales and ticks (刻度): from values to places.

/// A straight scale from values to places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// Values from `low` to `high` on places from `from` to `to`. Where the values do not span anything, the span is 1.
    pub fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Scale {
        let low = if low.is_finite() { low } else { 0.0 };
        let spans = high.is_finite() && (high - low).is_finite() && high > low;
        let least = low.abs().max(1.0);
        Scale { low, high: if spans { high } else { low + least }, from, to }
    }

    /// The place of a value; a value outside stands at the edge.
    pub fn at(&self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        let share = if share.is_nan() { 0.0 } else { share };
        self.from + share * (self.to - self.from)
    }

    /// The least and the greatest value.
    pub const fn span(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Round values within the scale, about so many.
    pub fn ticks(&self, about: usize) -> Vec<f64> {
        let step = round_step((self.high - self.low) / about.max(1) as f64);
        let first = (self.low / step).ceil();
        let values = (0..=2 * about.max(1)).map(|index| (first + index as f64) * step);
        let slack = step * 1e-9;
        values.filter(|value| *value <= self.high + slack).map(|value| value + 0.0).collect()
    }
}

/// The least round number (1, 2 or 5 times a power of ten) that is not below `least`.
pub fn round_step(least: f64) -> f64 {
    if !least.is_finite() || least <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(least.log10().floor());
    let round = [1.0, 2.0, 5.0, 10.0].into_iter().map(|digit| digit * power);
    round.into_iter().find(|step| *step >= least * (1.0 - 1e-9)).unwrap_or(least)
}

/// A share axis ends here: at the round number above the greatest share.
pub fn share_top(greatest: f64) -> f64 {
    let greatest = if greatest.is_finite() && greatest > 0.0 { greatest } else { 1.0 };
    if (0.6..=1.0).contains(&greatest) {
        return 1.0;
    }
    let step = round_step(greatest / 5.0);
    (greatest / step).ceil() * step
}

/// Ages, or months counted, at which people look: multiples of 1, 2, 3, 6, 12 … months, at most `most` of them after
/// the first.
pub fn month_step(n_months: i32, most: i32) -> i32 {
    let round = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200];
    let most = most.max(1);
    let fits = |step: &i32| n_months / step <= most;
    round.into_iter().find(fits).unwrap_or(n_months / most + 1)
}

/// The multiples of a step from `first` to `last`.
pub fn multiples(first: i32, last: i32, step: i32) -> Vec<i32> {
    let step = i64::from(step.max(1));
    let (first, last) = (i64::from(first), i64::from(last));
    let start = first.div_euclid(step) * step + if first.rem_euclid(step) == 0 { 0 } else { step };
    let values = (0..64).map(|index| start + index * step).take_while(|value| *value <= last);
    values.filter_map(|value| i32::try_from(value).ok()).collect()
}

/// A tick as it is printed; ticks are round, so the shortest decimal is exact.
pub fn tick_text(value: f64) -> String {
    if value.abs() >= 1e7 {
        return format!("{value:e}");
    }
    let rounded = (value * 1e6).round() / 1e6;
    format!("{}", rounded + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_ticks(low: f64, high: f64, expected: &[&str]) {
        let scale = Scale::new((low, high), (0.0, 100.0));
        let ticks: Vec<String> = scale.ticks(5).into_iter().map(tick_text).collect();
        assert_eq!(ticks, expected);
    }

    #[test]
    fn ticks_are_round() {
        check_ticks(0.0, 1.0, &["0", "0.2", "0.4", "0.6", "0.8", "1"]);
        check_ticks(0.0, 0.3, &["0", "0.1", "0.2", "0.3"]);
        check_ticks(-3.0, 7.0, &["-2", "0", "2", "4", "6"]);
        check_ticks(1037.0, 1104.0, &["1040", "1060", "1080", "1100"]);
        check_ticks(0.0, 9e20, &["0", "2e20", "4e20", "6e20", "8e20"]);
    }

    #[test]
    fn no_span_and_no_number_still_give_places() {
        for (low, high) in [(3.0, 3.0), (f64::NAN, 1.0), (0.0, f64::INFINITY), (1e300, -1e300), (0.0, 0.0)] {
            let scale = Scale::new((low, high), (10.0, 20.0));
            for value in [low, high, 0.0, f64::NAN] {
                assert!((10.0..=20.0).contains(&scale.at(value)), "{low} {high} {value}");
            }
            assert!(scale.ticks(4).iter().all(|tick| tick.is_finite()));
        }
    }

    #[test]
    fn months_step_by_what_people_count_in() {
        assert_eq!(month_step(35, 6), 6);
        assert_eq!(month_step(11, 6), 2);
        assert_eq!(month_step(0, 6), 1);
        assert_eq!(multiples(0, 35, 6), [0, 6, 12, 18, 24, 30]);
        assert_eq!(multiples(7, 25, 12), [12, 24]);
        assert_eq!(multiples(-5, 5, 5), [-5, 0, 5]);
        assert!(multiples(0, i32::MAX, month_step(i32::MAX, 6)).len() <= 7);
    }

    #[test]
    fn share_axes_end_at_a_round_share() {
        assert_eq!(share_top(0.78), 1.0);
        assert!((share_top(0.227) - 0.25).abs() < 1e-9);
        assert_eq!(share_top(0.0), 1.0);
        assert_eq!(share_top(f64::NAN), 1.0);
        assert!(share_top(1.02) > 1.02);
    }
}
