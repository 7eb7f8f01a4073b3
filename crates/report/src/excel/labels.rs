//! The words under which values are counted (分组用词): what a reader sees in the data sheet is what a formula asks for.
//!
//! A formula compares loosely: `*` stands for any text, `>5` is a condition, `a` equals `A`, `1e3` equals `1000`. So
//! every value gets a word that means itself alone: its own where that is plain, else one with a number in front.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::reference::Reference;

use crate::excel::texts::cell_text;
use crate::lang::Lang;

/// Longer words make formulas that no office takes.
const LONGEST_WORD: usize = 60;
const MAIN_TAXONOMY: &str = "33618";
const UNKNOWN: &str = "unknown";

/// What a project is cut by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// 签约活动.
    Event,
    /// 届次.
    Edition,
    /// 区县（单位）.
    Unit,
    /// 单位分组.
    UnitGroup,
    /// 产业.
    Industry,
    /// 规模档.
    SizeBand,
}

/// The word of every value of every dimension.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    words: BTreeMap<(Dimension, String), String>,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Dimension; 6] = [
        Dimension::Event,
        Dimension::Edition,
        Dimension::Unit,
        Dimension::UnitGroup,
        Dimension::Industry,
        Dimension::SizeBand,
    ];

    /// The value of a project; `unknown` where nothing says.
    pub fn value_of(self, month: &ProjectMonth) -> &str {
        let value = match self {
            Dimension::Event => &month.event,
            Dimension::Edition => &month.cohort,
            Dimension::Unit => &month.unit_code,
            Dimension::UnitGroup => &month.unit_group,
            Dimension::Industry => &month.industry_code,
            Dimension::SizeBand => &month.size_band,
        };
        value.as_deref().unwrap_or(UNKNOWN)
    }

    /// The value that a row of figures is about, where it is about one.
    fn value_of_metric(self, metric: &CohortMetric) -> Option<&str> {
        let of_dimension = |name: &str| (metric.dimension == name).then_some(metric.value.as_str());
        match self {
            Dimension::Event => Some(&metric.event),
            Dimension::Edition => (metric.cohort != "all").then_some(&metric.cohort),
            Dimension::Unit => of_dimension("unit"),
            Dimension::UnitGroup => of_dimension("unit_group"),
            Dimension::Industry => of_dimension("industry"),
            Dimension::SizeBand => of_dimension("size_band"),
        }
    }
}

impl Labels {
    /// The words of all values that the projects and the figures have.
    pub fn of<'a>(
        months: impl Iterator<Item = &'a ProjectMonth> + Clone,
        metrics: &'a [CohortMetric],
        reference: &Reference,
        lang: Lang,
    ) -> Labels {
        let mut words = BTreeMap::new();
        for dimension in Dimension::ALL {
            let counted = months.clone().map(|month| dimension.value_of(month));
            let figured = metrics.iter().filter_map(|metric| dimension.value_of_metric(metric));
            let values: BTreeSet<&str> = counted.chain(figured).collect();
            let mut taken = BTreeSet::new();
            for (place, value) in (1_usize..).zip(values) {
                let word = distinct(&people_say(dimension, value, reference, lang), place, &mut taken);
                words.insert((dimension, value.to_owned()), word);
            }
        }
        Labels { words }
    }

    /// The word of a value; the value itself where nobody counts under it.
    pub fn word(&self, dimension: Dimension, value: &str) -> String {
        let known = self.words.get(&(dimension, value.to_owned()));
        known.cloned().unwrap_or_else(|| cell_text(value))
    }
}

fn people_say(dimension: Dimension, value: &str, reference: &Reference, lang: Lang) -> String {
    let is_year = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    match dimension {
        _ if value == UNKNOWN => lang.pick("不明", "unknown").to_owned(),
        Dimension::Edition if is_year => format!("{value}{}", lang.pick("年", " edition")),
        Dimension::Unit => {
            let unit = reference.units.iter().find(|unit| unit.unit_id == value);
            unit.map_or(value, |unit| unit.name.as_str()).to_owned()
        }
        Dimension::Industry => {
            let of_code = |taxonomy: Option<&str>| {
                let is_it = |known: &&str| taxonomy.is_none_or(|taxonomy| *known == taxonomy);
                reference.industries.iter().find(|row| row.code == value && is_it(&row.taxonomy.as_str()))
            };
            let known = of_code(Some(MAIN_TAXONOMY)).or_else(|| of_code(None));
            known.map_or(value, |row| row.name.as_str()).to_owned()
        }
        Dimension::SizeBand => size_words(value, lang),
        _ => value.to_owned(),
    }
}

fn size_words(value: &str, lang: Lang) -> String {
    let words = match value {
        ">=100" => ("百亿元以上", "100 and more"),
        "50-100" => ("五十至百亿元", "50 to 100"),
        "30-50" => ("三十至五十亿元", "30 to 50"),
        "10-30" => ("十至三十亿元", "10 to 30"),
        "<10" => ("十亿元以下", "below 10"),
        other => (other, other),
    };
    lang.pick(words.0, words.1).to_owned()
}

/// The words themselves where they are plain and nobody else has them.
fn distinct(words: &str, place: usize, taken: &mut BTreeSet<String>) -> String {
    let short: String = words.chars().take(LONGEST_WORD).collect();
    let is_free =
        short == words && cell_text(words) == words && is_plain(words) && !taken.contains(&folded(words));
    let word = if is_free { short } else { cell_text(&format!("№{place} {short}")) };
    taken.insert(folded(&word));
    word
}

fn folded(word: &str) -> String {
    word.to_lowercase()
}

/// Whether a formula takes the text for itself and not for a number, a date, a truth, a condition or a pattern.
fn is_plain(text: &str) -> bool {
    let is_edition = ["年", " edition"]
        .iter()
        .any(|end| text.strip_suffix(end).is_some_and(|year| year.len() == 4 && year.parse::<u16>().is_ok()));
    let begins_as_a_word = text.starts_with(char::is_alphabetic);
    let lower = folded(text);
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let could_be_a_date = has_digit && MONTHS.iter().any(|month| lower.starts_with(month));
    let is_truth = matches!(lower.as_str(), "true" | "false" | "nan" | "inf");
    let has_pattern = text.contains(['*', '?', '~', '"', '\n']);
    is_edition || (begins_as_a_word && !could_be_a_date && !is_truth && !has_pattern)
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_and_others_get_a_number() {
        let mut taken = BTreeSet::new();
        let mut check = |words: &str, place: usize, expected: &str| {
            assert_eq!(distinct(words, place, &mut taken), expected, "{words}");
        };
        check("万州区", 1, "万州区");
        check("万州区", 2, "№2 万州区");
        check("2020年", 3, "2020年");
        check("FY15", 4, "FY15");
        check("fy15", 5, "№5 fy15");
        check("1e3", 6, "№6 1e3");
        check("May 2020", 7, "№7 May 2020");
        check("=cmd|x", 8, "№8 =cmd|x");
        check(">=100", 9, "№9 >=100");
        check("A*", 10, "№10 A*");
        check(&"长".repeat(99), 11, &format!("№11 {}", "长".repeat(60)));
    }

    #[test]
    fn two_long_names_with_one_beginning_are_kept_apart() {
        let months = ["甲", "乙"].map(|end| ProjectMonth {
            unit_code: Some(format!("{}{end}", "长".repeat(80))),
            ..ProjectMonth::default()
        });
        let labels = Labels::of(months.iter(), &[], &Reference::default(), Lang::Zh);
        let word = |month: &ProjectMonth| labels.word(Dimension::Unit, Dimension::Unit.value_of(month));
        assert_ne!(word(&months[0]), word(&months[1]));
        assert_eq!(labels.word(Dimension::Event, "unknown"), "不明");
    }
}
