//! What a header path means (含义): groups and leaf together to a field, with the way it was found.

use model::field::{Field, ValueType};

use crate::concept::{Concept, concept, is_partial};
use crate::dictionary::Dictionary;
use crate::header_text::{read_header, squeeze};
use crate::lexicon::{Word, cut};

/// How a field was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Not found.
    None,
    /// By likeness.
    Fuzzy,
    /// From the words of the label, or from a known text inside it.
    Contained,
    /// A known text.
    Exact,
    /// Written in the form.
    Override,
}

impl Method {
    /// The word in the dataset.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::None => "none",
            Method::Fuzzy => "fuzzy",
            Method::Contained => "contained",
            Method::Exact => "exact",
            Method::Override => "override",
        }
    }
}

/// The meaning of a header path.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    /// The field, where one was found.
    pub field: Option<Field>,
    /// How.
    pub method: Method,
    /// How sure, 0 to 1.
    pub confidence: f64,
    /// It could be the total, the year or the month.
    pub ambiguous: bool,
    /// Year and month of a column of a month matrix.
    pub month: Option<(Option<i32>, u32)>,
    /// Year of a column about one year.
    pub year: Option<i32>,
    /// The known text that a fuzzy match was taken for.
    pub alike: Option<String>,
}

impl Meaning {
    /// Not understood.
    pub const UNKNOWN: Meaning = Meaning {
        field: None,
        method: Method::None,
        confidence: 0.0,
        ambiguous: false,
        month: None,
        year: None,
        alike: None,
    };

    fn new(field: Field, method: Method, confidence: f64) -> Meaning {
        Meaning { field: Some(field), method, confidence, ..Meaning::UNKNOWN }
    }

    fn composed(concept: Concept) -> Meaning {
        Meaning {
            ambiguous: concept.ambiguous,
            month: concept.month,
            year: concept.year,
            ..Meaning::new(concept.field, Method::Contained, concept.confidence)
        }
    }
}

/// The meaning of one label that stands alone.
pub fn meaning_of_label(dictionary: &Dictionary, label: &str) -> Meaning {
    meaning(dictionary, &[label])
}

/// The meaning of a path, outer group first.
pub fn meaning(dictionary: &Dictionary, path: &[&str]) -> Meaning {
    let Some((leaf, groups)) = path.split_last() else { return Meaning::UNKNOWN };
    if let Some(field) = own(dictionary, path) {
        return Meaning::new(field, Method::Override, 1.0);
    }
    let leaf_text = read_header(leaf);
    let group = groups.iter().map(|text| read_header(text).key).collect::<String>();
    if leaf_text.key.is_empty() || leaf_text.key.chars().count() > 30 || is_count(&leaf_text.key) {
        return Meaning::UNKNOWN;
    }
    if !group.is_empty()
        && let Some(found) = together(dictionary, groups, leaf)
    {
        return found;
    }
    let known = dictionary.exact(&leaf_text);
    let composed = concept(&leaf_text.key, &group).or_else(|| concept(&leaf_text.bare, &group));
    if let Some(field) = known {
        return in_context(field, &leaf_text.key, &group, composed);
    }
    if let Some(composed) = composed {
        return Meaning::composed(composed);
    }
    if cut(&leaf_text.bare).has_any(&[Word::Share, Word::Next]) {
        return Meaning::UNKNOWN;
    }
    if let Some(field) = dictionary.contained(&leaf_text).filter(|field| may_be_contained(*field)) {
        return Meaning::new(field, Method::Contained, 0.85);
    }
    match dictionary.alike(&leaf_text) {
        Some((field, known)) => Meaning { alike: Some(known), ..Meaning::new(field, Method::Fuzzy, 0.7) },
        None => Meaning::UNKNOWN,
    }
}

fn own(dictionary: &Dictionary, path: &[&str]) -> Option<Field> {
    let leaf = path.last()?;
    let whole = || squeeze(&path.join("/"));
    dictionary.own(&squeeze(leaf)).or_else(|| if path.len() > 1 { dictionary.own(&whole()) } else { None })
}

/// `已开工（个）` counts projects.
fn is_count(key: &str) -> bool {
    ["(个)", "(家)", "(项)", "(%)", "(宗)", "(户)", "(‰)"].iter().any(|unit| key.ends_with(unit))
}

/// A leaf that is a known text only together with its groups: `投资方` over `名称`, `签约` over `时间`.
fn together(dictionary: &Dictionary, groups: &[&str], leaf: &str) -> Option<Meaning> {
    let leaf_text = read_header(leaf);
    let inner = read_header(groups.last()?);
    let is_short = leaf_text.key.chars().count() <= 2;
    if !is_short && dictionary.exact(&leaf_text).is_some() {
        return None;
    }
    let joined = read_header(&format!("{}{}", inner.bare, leaf_text.key));
    let field = dictionary.exact(&joined)?;
    Some(Meaning::new(field, Method::Exact, 0.95))
}

/// A known leaf in the light of its group: `计划` over `开工时间` is a plan, `到位资金` alone is ambiguous.
fn in_context(field: Field, leaf: &str, group: &str, composed: Option<Concept>) -> Meaning {
    let exact = Meaning::new(field, Method::Exact, 1.0);
    match (field, composed) {
        (Field::ArrivedTotal, Some(concept)) if concept.ambiguous => {
            Meaning { ambiguous: true, ..Meaning::new(Field::ArrivedTotal, Method::Exact, 0.6) }
        }
        (Field::ArrivedTotal, Some(concept)) if concept.field != field => Meaning::composed(concept),
        (Field::ArrivedMonth | Field::ArrivedYear, Some(concept)) if concept.field == field => {
            Meaning { month: concept.month, year: concept.year, ..exact }
        }
        (Field::StartDate | Field::ProductionDate | Field::CompletionDate, Some(concept))
            if matches!(concept.field, Field::PlannedStart | Field::PlannedProduction) =>
        {
            Meaning::composed(concept)
        }
        _ if is_partial(leaf) && composed.is_some_and(|concept| concept.field != field) && !group.is_empty() => {
            composed.map_or(exact, Meaning::composed)
        }
        _ => exact,
    }
}

/// Money and dates are composed, never guessed from a part of a label.
fn may_be_contained(field: Field) -> bool {
    !matches!(field.value_type(), ValueType::Amount | ValueType::Date | ValueType::Bool | ValueType::Int)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::dictionary;

    fn check(path: &[&str], expected: Option<Field>) {
        assert_eq!(meaning(&dictionary(), path).field, expected, "{path:?}");
    }

    #[test]
    fn groups_and_leaves_are_read_together() {
        check(&["到位资金（万元）", "截至上月累计"], Some(Field::ArrivedPrev));
        check(&["到位资金（万元）", "累计"], Some(Field::ArrivedTotal));
        check(&["投资方", "名称"], Some(Field::Investor));
        check(&["签约", "时间"], Some(Field::SignDate));
        check(&["计划", "开工时间"], Some(Field::PlannedStart));
        check(&["项目进展（打√）", "开工"], Some(Field::IsStarted));
        check(&["投资情况", "总投资"], Some(Field::ContractValue));
        check(&["联系人", "电话"], Some(Field::Phone));
        check(&["到位资金", "累计完成投资"], Some(Field::InvestDone));
        check(&["基本情况", "项目名称"], Some(Field::ProjectName));
        check(&["进展情况", "是否开工"], Some(Field::IsStarted));
        check(&["进展情况", "开工日期"], Some(Field::StartDate));
        check(&["签约项目数（个）"], None);
        check(&["已开工（个）"], None);
        check(&["资金到位率（%）"], None);
    }

    #[test]
    fn a_bare_arrival_is_ambiguous() {
        let found = meaning(&dictionary(), &["到位资金（万元）"]);
        assert_eq!((found.field, found.ambiguous), (Some(Field::ArrivedTotal), true));
    }
}
