//! Limits of a share on three scales (置信限): plain, log, log-log.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;

/// The scale on which a limit is as far above as below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitScale {
    /// p ± z · se.
    Plain,
    /// p · exp(± z · se/p): that of the cumulative hazard.
    Log,
    /// p^exp(± z · se/(p ln p)): never outside 0 to 1. Kalbfleisch & Prentice 1980.
    LogLog,
}

/// The limits of a share p with its standard error, kept within 0 and 1.
///
/// Missing: when the share is 0 or the standard error is missing; on the scale log-log also when the share is 1.
pub fn limits_of_share(
    share: f64,
    standard_error: Option<f64>,
    scale: LimitScale,
    confidence: Confidence,
) -> Option<Interval> {
    let standard_error = standard_error.filter(|_| share > 0.0)?;
    let margin = confidence.z() * standard_error;
    let limits = match scale {
        LimitScale::Plain => Interval::around(share, margin),
        LimitScale::Log => {
            let factor = (margin / share).exp();
            Interval { low: share / factor, high: share * factor }
        }
        LimitScale::LogLog if share < 1.0 => {
            let power = (margin / (share * share.ln())).abs().exp();
            Interval { low: share.powf(power), high: share.powf(1.0 / power) }
        }
        LimitScale::LogLog => return None,
    };
    Some(limits.kept_within(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_missing_where_the_scale_has_no_place() {
        let limits = |share, error, scale| limits_of_share(share, Some(error), scale, Confidence::P95);
        let whole = Some(Interval { low: 1.0, high: 1.0 });
        assert_eq!(limits(1.0, 0.0, LimitScale::Plain), whole);
        assert_eq!(limits(1.0, 0.0, LimitScale::Log), whole);
        assert_eq!(limits(1.0, 0.0, LimitScale::LogLog), None);
        for scale in [LimitScale::Plain, LimitScale::Log, LimitScale::LogLog] {
            assert_eq!(limits(0.0, 0.1, scale), None);
            assert_eq!(limits_of_share(0.5, None, scale, Confidence::P95), None);
            let wide = limits(0.5, 0.4, scale).unwrap();
            assert!(0.0 <= wide.low && wide.low < 0.5 && 0.5 < wide.high && wide.high <= 1.0);
        }
    }
}
