//! Units of money (金额单位): 元, 万元, 亿元 and their foreign cousins.

use std::fmt;
use std::str::FromStr;

/// A unit in which money is written: so many full units of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AmountUnit {
    /// Full currency units in one of it: 1 for 元, 10⁴ for 万元, 10⁸ for 亿元.
    pub scale: i64,
    /// ISO code of the currency; `CNY` for yuan.
    pub currency: &'static str,
}

/// A text that is no unit of money.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no unit of money")]
pub struct NotAnAmountUnit(String);

/// Words before the currency, longest first.
const SCALES: [(&str, i64); 8] = [
    ("百亿", 10_000_000_000),
    ("十亿", 1_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
    ("", 1),
];

/// Words for the currency, longest first.
const CURRENCIES: [(&str, &str); 16] = [
    ("元人民币", "CNY"),
    ("人民币元", "CNY"),
    ("人民币", "CNY"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("日元", "JPY"),
    ("英镑", "GBP"),
    ("新加坡元", "SGD"),
    ("新元", "SGD"),
    ("韩元", "KRW"),
    ("台币", "TWD"),
    ("块", "CNY"),
    ("元", "CNY"),
];

impl AmountUnit {
    /// 元.
    pub const YUAN: AmountUnit = AmountUnit { scale: 1, currency: "CNY" };
    /// 万元.
    pub const WAN: AmountUnit = AmountUnit { scale: 10_000, currency: "CNY" };
    /// 百万元.
    pub const MILLION: AmountUnit = AmountUnit { scale: 1_000_000, currency: "CNY" };
    /// 亿元.
    pub const YI: AmountUnit = AmountUnit { scale: 100_000_000, currency: "CNY" };

    /// The unit at the beginning of a text, and how many bytes it takes. A bare 亿 or 万 counts as yuan.
    pub fn at_start_of(text: &str) -> Option<(AmountUnit, usize)> {
        for (scale_word, scale) in SCALES {
            let Some(rest) = text.strip_prefix(scale_word) else { continue };
            for (word, currency) in CURRENCIES {
                if rest.starts_with(word) {
                    return Some((AmountUnit { scale, currency }, scale_word.len() + word.len()));
                }
            }
            if scale > 1 {
                return Some((AmountUnit { scale, currency: "CNY" }, scale_word.len()));
            }
        }
        None
    }
}

impl FromStr for AmountUnit {
    type Err = NotAnAmountUnit;

    fn from_str(text: &str) -> Result<AmountUnit, NotAnAmountUnit> {
        match AmountUnit::at_start_of(text) {
            Some((unit, length)) if length == text.len() => Ok(unit),
            _ => Err(NotAnAmountUnit(text.to_owned())),
        }
    }
}

impl fmt::Display for AmountUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = SCALES.iter().find(|(_, scale)| *scale == self.scale).map_or("", |(word, _)| word);
        let currency = match self.currency {
            "CNY" => "元",
            code => CURRENCIES.iter().find(|(_, known)| *known == code).map_or(code, |(word, _)| word),
        };
        write!(f, "{scale}{currency}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, scale: i64, currency: &str) {
        let unit: AmountUnit = text.parse().unwrap();
        assert_eq!((unit.scale, unit.currency), (scale, currency), "{text}");
    }

    #[test]
    fn units_are_recognised() {
        check("亿元", 100_000_000, "CNY");
        check("亿", 100_000_000, "CNY");
        check("万元", 10_000, "CNY");
        check("百万元", 1_000_000, "CNY");
        check("万美元", 10_000, "USD");
        check("元", 1, "CNY");
        for wrong in ["", "个", "亩", "亿元整", "万人"] {
            assert!(wrong.parse::<AmountUnit>().is_err(), "{wrong}");
        }
        assert_eq!(AmountUnit::WAN.to_string(), "万元");
    }
}
