//! Industries (产业) in the words of returns.

use model::reference::Industry;

use crate::cell_rules::outcome::Outcome;
use crate::cell_rules::text::{missing_rule, plain};

/// The classes of `industries.csv`.
#[derive(Debug, Clone, Default)]
pub struct Industries {
    /// Name in one spelling and the code it stands for, in the order of the table.
    classes: Vec<(String, String)>,
}

/// Ends that do not change which industry is meant.
const ENDS: [&str; 6] = ["制造业", "服务业", "产业", "行业", "制造", "业"];
/// Words of returns that no class name holds, and the word of a class they stand for.
const OTHER_WORDS: [(&str, &str); 9] = [
    ("人工智能", "AI"),
    ("机器人", "AI"),
    ("信息技术服务", "软件信息服务"),
    ("软件", "软件信息服务"),
    ("大数据", "软件信息服务"),
    ("摩托车", "摩托车"),
    ("储能", "新型储能"),
    ("新能源汽车", "智能网联新能源汽车"),
    ("电子信息", "新一代电子信息"),
];

impl Industries {
    /// The classes of a table.
    pub fn new(classes: &[Industry]) -> Industries {
        let mut named = Vec::new();
        for class in classes {
            let code = if class.maps_to.is_empty() { &class.code } else { &class.maps_to };
            for name in class.name.split('/') {
                named.push((spelling(name), code.clone()));
            }
        }
        Industries { classes: named }
    }

    /// The code of the industry that a cell names, of the first where it names several.
    ///
    /// Missing: it says nothing, or no class goes by that name.
    pub fn read(&self, text: &str) -> Outcome<String> {
        let whole = plain(text);
        if let Some(rule) = missing_rule(&whole) {
            return Outcome::missing(rule);
        }
        let whole = spelling(text);
        if let Some(code) = self.exact(&whole) {
            return Outcome::read("industry_name", code);
        }
        let parts: Vec<&str> =
            whole.split(['/', '、', ',', ';', '|', '-', '(']).filter(|part| !part.is_empty()).collect();
        let several = parts.len() > 1;
        for part in parts {
            if let Some(outcome) = self.read_part(part.trim_end_matches(')')) {
                return if several { outcome.flag("several") } else { outcome };
            }
        }
        Outcome::missing("industry_unknown").confidence(0.0)
    }

    fn read_part(&self, part: &str) -> Option<Outcome<String>> {
        let exact = self.exact(part).map(|code| Outcome::read("industry_name", code));
        exact
            .or_else(|| {
                self.exact_by_stem(part).map(|code| Outcome::read("industry_stem", code).confidence(0.9))
            })
            .or_else(|| {
                self.containing(part).map(|code| Outcome::read("industry_contained", code).confidence(0.7))
            })
            .or_else(|| {
                self.by_other_word(part).map(|code| Outcome::read("industry_word", code).confidence(0.7))
            })
    }

    fn exact(&self, name: &str) -> Option<String> {
        self.classes.iter().find(|(known, _)| known == name).map(|(_, code)| code.clone())
    }

    fn exact_by_stem(&self, name: &str) -> Option<String> {
        let stem = stem(name);
        let found = self.classes.iter().find(|(known, _)| self::stem(known) == stem);
        found.filter(|_| stem.chars().count() >= 2).map(|(_, code)| code.clone())
    }

    /// The longest class name inside the text, else the first class whose name holds the text.
    fn containing(&self, part: &str) -> Option<String> {
        let long = |text: &str| text.chars().count() >= 2;
        let inside = self.classes.iter().filter(|(known, _)| long(stem(known)) && part.contains(stem(known)));
        let longest = inside.reduce(|best, next| if next.0.len() > best.0.len() { next } else { best });
        let starting =
            |word: &str| self.classes.iter().find(|(known, _)| long(word) && known.starts_with(word));
        let around = |word: &str| self.classes.iter().find(|(known, _)| long(word) && known.contains(word));
        let by_word = |word: &str| starting(word).or_else(|| around(word));
        longest.or_else(|| by_word(part)).or_else(|| by_word(stem(part))).map(|(_, code)| code.clone())
    }

    fn by_other_word(&self, part: &str) -> Option<String> {
        let (_, word) = OTHER_WORDS.iter().find(|(word, _)| part.contains(word))?;
        self.classes.iter().find(|(known, _)| known.contains(word)).map(|(_, code)| code.clone())
    }
}

fn spelling(text: &str) -> String {
    plain(text).to_uppercase()
}

fn stem(name: &str) -> &str {
    ENDS.iter()
        .find_map(|end| name.strip_suffix(end))
        .filter(|stem| stem.chars().count() >= 2)
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn industries_are_found_by_their_names() {
        let class = |code: &str, name: &str, maps_to: &str| Industry {
            taxonomy: String::new(),
            code: code.to_owned(),
            name: name.to_owned(),
            maps_to: maps_to.to_owned(),
        };
        let industries = Industries::new(&[
            class("A1", "智能网联新能源汽车", ""),
            class("A2", "新一代电子信息制造业", ""),
            class("B1", "智能装备及智能制造", ""),
            class("B3", "软件信息服务", ""),
            class("C5", "生物医药", ""),
            class("D8", "AI及机器人", ""),
            class("H2", "新一代电子信息", "A2"),
            class("Z", "其他/未归类", ""),
        ]);
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(industries.read(text).value.as_deref(), expected, "{text}")
        };
        check("智能网联新能源汽车", Some("A1"));
        check("新一代电子信息", Some("A2"));
        check("智能网联新能源汽车/软件", Some("A1"));
        check("软件和信息技术服务业", Some("B3"));
        check("医药", Some("C5"));
        check("汽车", Some("A1"));
        check("智能制造", Some("B1"));
        check("人工智能", Some("D8"));
        check("其他", Some("Z"));
        check("旅游", None);
        check("/", None);
    }
}
