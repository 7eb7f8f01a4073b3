//! The currency of the amounts (币种): what is printed after 亿 and after billion.

use serde::{Deserialize, Serialize};

use crate::lang::Lang;

/// A currency, as its ISO code; yuan by default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Currency(String);

/// Code, Chinese word, English word.
const WORDS: [(&str, &str, &str); 8] = [
    ("CNY", "元", "yuan"),
    ("USD", "美元", "US dollars"),
    ("EUR", "欧元", "euros"),
    ("HKD", "港元", "Hong Kong dollars"),
    ("JPY", "日元", "yen"),
    ("GBP", "英镑", "pounds"),
    ("SGD", "新加坡元", "Singapore dollars"),
    ("KRW", "韩元", "won"),
];

impl Currency {
    /// The currency with this ISO code; another text is printed as it stands.
    pub fn new(code: &str) -> Currency {
        Currency(code.trim().to_uppercase())
    }

    /// `元` or `yuan`; the code itself where no word is known.
    pub fn word(&self, lang: Lang) -> &str {
        let known = WORDS.iter().find(|(code, ..)| *code == self.0);
        known.map_or(self.0.as_str(), |(_, zh, en)| lang.pick(zh, en))
    }
}

impl Default for Currency {
    fn default() -> Currency {
        Currency::new("CNY")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_have_words_and_unknown_ones_their_code() {
        assert_eq!(Currency::default().word(Lang::Zh), "元");
        assert_eq!(Currency::new(" usd ").word(Lang::En), "US dollars");
        assert_eq!(Currency::new("CHF").word(Lang::Zh), "CHF");
    }
}
