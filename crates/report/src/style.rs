//! How figures are printed (印制口径): language, rounding, decimals, currency.

use serde::{Deserialize, Serialize};

use crate::currency::Currency;
use crate::lang::Lang;
use crate::rounding::Rounding;

/// How figures are printed: the `[report]` of a pipeline, and what its `[scope]` allows to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Style {
    /// The language.
    pub lang: Lang,
    /// How the last digit is found.
    pub rounding: Rounding,
    /// Decimals of rates in per cent.
    pub rate_decimals: u8,
    /// Decimals of amounts in 亿; English prints one more, because it prints billions.
    pub money_decimals: u8,
    /// The currency of every `…_yuan`.
    pub currency: Currency,
    /// The population is the tracked set (跟踪督办), and the sentence may say so.
    pub tracked_only: bool,
}

impl Default for Style {
    fn default() -> Style {
        Style {
            lang: Lang::default(),
            rounding: Rounding::default(),
            rate_decimals: 1,
            money_decimals: 1,
            currency: Currency::default(),
            tracked_only: true,
        }
    }
}

impl Style {
    /// An amount without its unit: in 亿 or in billions, equally exact.
    pub fn money(&self, yuan: i64) -> String {
        match self.lang {
            Lang::Zh => self.rounding.yi(yuan, self.money_decimals),
            Lang::En => self.rounding.billion(yuan, self.money_decimals.saturating_add(1)),
        }
    }

    /// The unit of [`Style::money`]: `亿元` or `billion yuan`.
    pub fn money_unit(&self) -> String {
        format!("{}{}", self.lang.pick("亿", "billion "), self.currency.word(self.lang))
    }

    /// A share in per cent, without the sign; nothing when there is nothing to divide by.
    pub fn percent(&self, numerator: i64, denominator: i64) -> Option<String> {
        self.rounding.percent(numerator, denominator, self.rate_decimals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_print_the_same_digits() {
        let chinese = Style::default();
        let english = Style { lang: Lang::En, ..Style::default() };
        let amount = 110_220_000_000;
        assert_eq!(format!("{}{}", chinese.money(amount), chinese.money_unit()), "1102.2亿元");
        assert_eq!(format!("{} {}", english.money(amount), english.money_unit()), "110.22 billion yuan");
        assert_eq!(chinese.percent(1, 0), None);
    }
}
