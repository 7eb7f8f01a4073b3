//! A header path to its meaning (匹配): groups and leaf together, exact before composed, composed before alike.

use model::field::{Field, ValueType};

use crate::composed::Concept;
use crate::concept::{concept, is_partial};
use crate::dictionary::Dictionary;
use crate::header_text::read_header;
use crate::lexicon::cut;
use crate::meaning::{Meaning, Method};
use crate::nouns::{CONFIDENCE, noun};
use crate::words::Word;

/// A label has so many characters at most.
const LONGEST_LABEL: usize = 30;

/// The meaning of a path, outer group first.
pub fn meaning(dictionary: &Dictionary, path: &[&str]) -> Meaning {
    let key = path.join("\u{1}");
    if let Some(known) = dictionary.remembered(&key) {
        return known;
    }
    let found = find_meaning(dictionary, path);
    dictionary.remember(key, &found);
    found
}

fn find_meaning(dictionary: &Dictionary, path: &[&str]) -> Meaning {
    let Some((leaf, groups)) = path.split_last() else { return Meaning::UNKNOWN };
    let mut leaf_text = read_header(leaf);
    if leaf_text.key.chars().count() > LONGEST_LABEL {
        leaf_text.key.clone_from(&leaf_text.bare); // a legend in brackets
    }
    let group = groups.iter().map(|text| read_header(text).key).collect::<String>();
    if leaf_text.key.is_empty() || leaf_text.key.chars().count() > LONGEST_LABEL || is_count(&leaf_text.key) {
        return Meaning::UNKNOWN;
    }
    if is_code_and_name(&leaf_text.bare) {
        return Meaning::new(Field::ProjectName, Method::Contained, 0.9);
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
    if let Some(field) = noun(&leaf_text.bare) {
        return Meaning::new(field, Method::Contained, CONFIDENCE);
    }
    if cut(&leaf_text.bare).has_any(&[Word::Share, Word::Next]) {
        return Meaning::UNKNOWN;
    }
    let inside = || dictionary.same_core(&leaf_text).or_else(|| dictionary.contained(&leaf_text));
    if let Some(field) = inside().filter(|field| may_be_contained(*field)) {
        return Meaning::new(field, Method::Contained, 0.85);
    }
    match dictionary.alike(&leaf_text) {
        Some((field, known)) => Meaning { alike: Some(known), ..Meaning::new(field, Method::Fuzzy, 0.7) },
        None => Meaning::UNKNOWN,
    }
}

/// `项目编号及名称`: one column holds both, and the name is what a project is told by.
fn is_code_and_name(bare: &str) -> bool {
    let code = ["编号", "编码", "代码"].iter().any(|word| bare.contains(word));
    code && bare.contains("名称") && !["企业", "公司", "单位", "投资"].iter().any(|word| bare.contains(word))
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
        _ if is_partial(leaf)
            && composed.is_some_and(|concept| concept.field != field && !concept.ambiguous)
            && !group.is_empty() =>
        {
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
        check(&["投资方及到位情况", "投资方"], Some(Field::Investor));
        check(&["项目编号及名称"], Some(Field::ProjectName));
        check(
            &["项目阶段代码（1签约 2注册 3前期 4拿地 5开工 6在建 7部分投产 8投产 9达产）"],
            Some(Field::StatusRaw),
        );
        check(&["Capital Arrived, Cumulative(10,000 yuan)"], Some(Field::ArrivedTotal));
        check(&["Capital Arrived, This Year (10,000 yuan)"], Some(Field::ArrivedYear));
    }

    #[test]
    fn a_bare_arrival_is_ambiguous() {
        let found = meaning(&dictionary(), &["到位资金（万元）"]);
        assert_eq!((found.field, found.ambiguous), (Some(Field::ArrivedTotal), true));
    }
}
