//! A share that comes as a fraction (比率印制), printed by the rounding rule of the page.

use crate::style::Style;

/// Parts of a share that are kept before it is rounded: more than a share of projects ever needs.
const PARTS: f64 = 1e12;

/// A share in per cent, without the sign; nothing for what is no number.
pub fn share_text(share: f64, style: &Style) -> Option<String> {
    let parts = (share * PARTS).round();
    let is_a_number = parts.is_finite() && parts.abs() < 1e30;
    is_a_number.then(|| style.rounding.quotient(parts as i128 * 100, PARTS as i128, style.rate_decimals))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_as_quotients_are() {
        let text = |share| share_text(share, &Style::default());
        assert_eq!(text(0.6183574879).as_deref(), Some("61.8"));
        assert_eq!(text(0.0005).as_deref(), Some("0.1"));
        assert_eq!(text(f64::NAN), None);
    }
}
