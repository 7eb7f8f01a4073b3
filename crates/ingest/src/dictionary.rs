//! Header texts and the fields they mean (表头词典): one text at a time, exact, contained or alike.

use std::collections::HashMap;
use std::sync::Arc;

use model::field::Field;
use model::reference::HeaderSynonym;

use crate::builtin::built_in;
use crate::concept::is_partial;
use crate::header_text::{HeaderText, read_header, without_brackets};
use crate::lexicon::cut;
use crate::meaning::Meaning;
use crate::memory::Memory;

/// Header texts and the fields they mean.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    /// Sheets that repeat others keep their records: a ledger lists its projects several times on purpose.
    pub keeps_repeated_sheets: bool,
    exact: HashMap<String, Field>,
    bare: HashMap<String, Field>,
    patterns: HashMap<String, Field>,
    /// Keys without words that change nothing; nothing where two fields share one.
    cores: HashMap<String, Option<Field>>,
    /// Keys by length, longest first: for texts that contain one, or are like one.
    by_length: Vec<(Vec<char>, Field)>,
    memory: Memory<Meaning>,
    known_labels: Memory<bool>,
    partial_labels: Memory<bool>,
    headers: Memory<Arc<HeaderText>>,
}

/// Characters that may stand around a known text without changing what it means.
const HARMLESS: &str =
    "项目的情况本该主要基本具体详细目前最新当前截至如有填写预总额各及等个月表请（）()-、:,，。0123456789";

/// Characters that change the meaning when one more or another one stands there.
const DECISIVE: &str = "月年上下本当计划预拟未实际一二期否已不前后内外率比数人名号位时间日累去今其他入出备注开完竣投注签拿供升进达产建停终";

impl Dictionary {
    /// The dictionary of `header_synonyms.csv`, together with what is built in.
    pub fn new(synonyms: &[HeaderSynonym]) -> Dictionary {
        let mut dictionary = Dictionary::default();
        for synonym in synonyms {
            let Ok(field) = synonym.canonical.parse::<Field>() else { continue };
            let text = read_header(&synonym.variant);
            if synonym.matching == "pattern" {
                dictionary.patterns.entry(number_pattern(&text.key)).or_insert(field);
            }
            dictionary.add(&text.key, field);
        }
        built_in().for_each(|(field, text)| dictionary.add(&read_header(text).key, field));
        dictionary.index();
        dictionary
    }

    /// The same dictionary for ledgers, whose sheets list the same projects on purpose.
    pub fn for_ledgers(mut self) -> Dictionary {
        self.keeps_repeated_sheets = true;
        self
    }

    /// The meaning of a path that was asked before.
    pub fn remembered(&self, path: &str) -> Option<Meaning> {
        self.memory.get(path)
    }

    /// Remembers the meaning of a path.
    pub fn remember(&self, path: String, meaning: &Meaning) {
        self.memory.put(path, meaning);
    }

    /// Whether a text is a known one, word for word.
    pub fn is_known(&self, text: &str) -> bool {
        if let Some(known) = self.known_labels.get(text) {
            return known;
        }
        let header = read_header(text);
        let known = self.exact(&header).is_some();
        self.known_labels.put(text.to_owned(), &known);
        known
    }

    /// A header text in the form in which it is looked up.
    pub fn header(&self, text: &str) -> Arc<HeaderText> {
        if let Some(known) = self.headers.get(text) {
            return known;
        }
        let header = Arc::new(read_header(text));
        self.headers.put(text.to_owned(), &header);
        header
    }

    /// Whether a text says something only under a group: `累计`, `本年`, `计划`.
    pub fn needs_group(&self, text: &str) -> bool {
        if let Some(known) = self.partial_labels.get(text) {
            return known;
        }
        let header = read_header(text);
        let needs = is_partial(&header.key) && self.exact(&header).is_none();
        self.partial_labels.put(text.to_owned(), &needs);
        needs
    }

    fn add(&mut self, key: &str, field: Field) {
        if key.is_empty() {
            return;
        }
        self.exact.entry(key.to_owned()).or_insert(field);
        let bare = without_brackets(key);
        if bare != key && !bare.is_empty() {
            self.bare.entry(bare).or_insert(field);
        }
    }

    fn index(&mut self) {
        let mut keys: Vec<(Vec<char>, Field)> =
            self.exact.iter().map(|(key, field)| (key.chars().collect(), *field)).collect();
        keys.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        for (key, field) in &keys {
            let entry = self.cores.entry(core_of(&key.iter().collect::<String>())).or_insert(Some(*field));
            *entry = entry.filter(|known| known == field);
        }
        self.by_length = keys;
    }

    /// A known text.
    pub fn exact(&self, text: &HeaderText) -> Option<Field> {
        let known = |key: &str| self.exact.get(key).copied();
        known(&text.key)
            .or_else(|| known(&text.bare).filter(|_| !text.bare.is_empty()))
            .or_else(|| self.bare.get(&text.bare).copied())
            .or_else(|| self.pattern(&text.key))
            .or_else(|| self.bilingual(&text.bare))
    }

    fn pattern(&self, key: &str) -> Option<Field> {
        let has_digit = key.bytes().any(|byte| byte.is_ascii_digit());
        if has_digit { self.patterns.get(&number_pattern(key)).copied() } else { None }
    }

    /// `项目名称project name`: the Chinese part or the English part alone.
    fn bilingual(&self, key: &str) -> Option<Field> {
        let is_latin = |c: &char| c.is_ascii_alphabetic();
        if key.is_ascii() || key.chars().filter(is_latin).count() < 3 {
            return None;
        }
        let chinese: String =
            key.chars().filter(|c| !c.is_ascii_alphabetic() && !matches!(c, '/' | '.' | '\'')).collect();
        let english: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
        self.exact.get(&chinese).or_else(|| self.exact.get(&english)).copied()
    }

    /// The longest known text in a longer one, where what is left says nothing else. The head of a Chinese label
    /// stands at its end.
    pub fn contained(&self, text: &HeaderText) -> Option<Field> {
        let characters: Vec<char> = text.bare.chars().collect();
        if !(3..=24).contains(&characters.len()) {
            return None;
        }
        let candidates = self
            .by_length
            .iter()
            .filter(|(key, _)| (2..characters.len()).contains(&key.len()) && !key[0].is_ascii());
        for (key, field) in candidates {
            if characters.ends_with(key) && is_plain(&characters[..characters.len() - key.len()]) {
                return Some(*field);
            }
            let Some(at) = find(&characters, key) else { continue };
            let around = characters[..at].iter().chain(&characters[at + key.len()..]);
            if around.into_iter().all(|c| HARMLESS.contains(*c)) {
                return Some(*field);
            }
            let joined = at == 0 && matches!(characters[key.len()], '及' | '和' | '与' | '、' | '/' | '(');
            if joined && key.len() > 2 {
                return Some(*field);
            }
        }
        None
    }

    /// A known text with other filling words: `目前存在的主要困难和问题`.
    pub fn same_core(&self, text: &HeaderText) -> Option<Field> {
        let core = core_of(&text.bare);
        if core.chars().count() < 3 { None } else { self.cores.get(&core).copied().flatten() }
    }

    /// The known text that differs in one or two characters that decide nothing, with it as it is known.
    pub fn alike(&self, text: &HeaderText) -> Option<(Field, String)> {
        let characters: Vec<char> = text.bare.chars().collect();
        let allowed = match characters.len() {
            5..9 => 1,
            9..=20 => 2,
            _ => return None,
        };
        let near = self
            .by_length
            .iter()
            .filter(|(key, _)| key.len().abs_diff(characters.len()) <= allowed && key.len() >= 4);
        let mut found: Option<(usize, Field, String)> = None;
        for (key, field) in near {
            if !only_harmless_differences(key, &characters) {
                continue;
            }
            let known: String = key.iter().collect();
            let distance = strsim::levenshtein(&known, &text.bare);
            if distance > allowed {
                continue;
            }
            match &found {
                Some((best, other, _)) if *best == distance && other != field => return None,
                Some((best, ..)) if *best <= distance => {}
                _ => found = Some((distance, *field, known)),
            }
        }
        found.map(|(_, field, known)| (field, known))
    }
}

/// A key without words that change nothing.
fn core_of(key: &str) -> String {
    let mut core = key.to_owned();
    for word in ["目前", "主要", "项目", "具体", "有关", "相关", "当前", "的", "和", "及", "与", "、", "/"]
    {
        core = core.replace(word, "");
    }
    core
}

/// Words before the head of a label that say whose it is: short, and mostly known.
fn is_plain(before: &[char]) -> bool {
    before.len() <= 5 && cut(&before.iter().collect::<String>()).unexplained * 2 <= before.len()
}

fn find(text: &[char], part: &[char]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

/// No decisive character stands in one text and not in the other.
fn only_harmless_differences(known: &[char], text: &[char]) -> bool {
    let lacks = |a: &[char], b: &[char]| {
        a.iter().any(|c| !b.contains(c) && (DECISIVE.contains(*c) || c.is_ascii_digit()))
    };
    !lacks(known, text) && !lacks(text, known)
}

/// Numbers and the sign `X` as one sign.
fn number_pattern(key: &str) -> String {
    let mut pattern = String::with_capacity(key.len());
    for c in key.chars() {
        let c = if c.is_ascii_digit() || c == 'x' { 'x' } else { c };
        if !(c == 'x' && pattern.ends_with('x')) {
            pattern.push(c);
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::dictionary;

    fn check(text: &str, expected: Option<Field>) {
        let dictionary = dictionary();
        let text = read_header(text);
        let found = dictionary.exact(&text).or_else(|| dictionary.contained(&text));
        assert_eq!(found.or_else(|| dictionary.alike(&text).map(|(field, _)| field)), expected, "{text:?}");
    }

    #[test]
    fn texts_are_found_exact_contained_or_alike() {
        check("实际开工时间（发改）", Some(Field::StartDate));
        check("实际开工时间", Some(Field::StartDate));
        check("1-7月到位资金", Some(Field::ArrivedYear));
        check("项目名称 Project Name", Some(Field::ProjectName));
        check("投资方联系人", Some(Field::Contact));
        check("项目负责人电话", Some(Field::Phone));
        check("项目主要建设内容", Some(Field::Content));
        check("存在的困难与问题", Some(Field::ProblemText));
        check("咖啡馆数量统计", None);
        check("实际完工时间", None);
    }
}
