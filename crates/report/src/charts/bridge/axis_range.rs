//! From where to where the axis of a bridge runs (横轴范围): from zero, unless the changes would vanish beside the
//! totals.

use crate::charts::bridge::steps::Bridge;
use crate::charts::scale::round_step;

/// Changes that span less than this share of the largest total would hardly be seen on an axis from zero.
const LEAST_SHARE: f64 = 0.35;

/// The range of the axis, in its units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AxisRange {
    /// Its left end.
    pub low: f64,
    /// Its right end.
    pub high: f64,
    /// It does not hold zero.
    pub is_cut: bool,
}

/// The range that shows every level of a bridge.
pub fn axis_range(bridge: &Bridge<'_>, unit_size: f64) -> AxisRange {
    let mut levels = vec![bridge.opening, bridge.closing];
    let mut level = bridge.opening;
    for step in &bridge.steps {
        level = level.saturating_add(step.amount);
        levels.push(level);
    }
    let units = levels.iter().map(|level| *level as f64 / unit_size);
    let low = units.clone().fold(f64::INFINITY, f64::min);
    let high = units.fold(f64::NEG_INFINITY, f64::max);
    let span = high - low;
    if low <= 0.0 || span <= 0.0 || span >= LEAST_SHARE * high {
        return AxisRange { low: low.min(0.0), high: high.max(0.0), is_cut: false };
    }
    let step = round_step(span / 3.0);
    let start = ((low - 0.6 * span) / step).floor() * step;
    AxisRange { low: start.max(0.0), high, is_cut: start > 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::bridge::steps::Step;

    #[track_caller]
    fn check(opening: i64, amounts: &[i64], low: f64, is_cut: bool) {
        let steps = amounts.iter().map(|amount| Step { component: "new", amount: *amount, n_rows: 1 });
        let closing = opening + amounts.iter().sum::<i64>();
        let bridge =
            Bridge { from_as_of: "2023-06-30".parse().unwrap(), opening, steps: steps.collect(), closing };
        let range = axis_range(&bridge, 1.0);
        assert_eq!((range.low, range.is_cut), (low, is_cut), "{opening} {amounts:?}");
        assert!(range.high >= opening as f64 && range.high >= closing as f64);
    }

    #[test]
    fn the_axis_is_cut_only_where_changes_would_vanish() {
        check(0, &[5], 0.0, false);
        check(10, &[10], 0.0, false);
        check(10, &[-30], -20.0, false);
        check(1000, &[50], 960.0, true);
        check(1000, &[0], 0.0, false);
        check(207, &[3, -3], 205.0, true);
        check(-10, &[1], -10.0, false);
    }
}
