//! Columns that hold one field together (分列): a date in year, month and day, a stage ticked in one of several columns.

use model::field::{Field, ValueType};

use crate::header_text::squeeze;
use crate::leaves::Leaf;
use crate::meaning::{Meaning, Method};

/// A group of stages has so many columns at least.
const LEAST_STAGES: usize = 3;

/// Marks columns of years, months and days that stand side by side under one heading of a date.
pub fn mark_date_parts(leaves: &mut [Leaf]) {
    let mut start = 0;
    while start < leaves.len() {
        let run = leaves[start..].iter().take_while(|leaf| is_date_part(&leaves[start], leaf)).count();
        let has_year = leaves[start..start + run].iter().any(|leaf| is_word(leaf, &YEAR));
        if run >= 2 && has_year {
            leaves[start..start + run].iter_mut().for_each(|leaf| leaf.meaning.is_part = true);
        }
        start += run.max(1);
    }
}

const YEAR: [&str; 3] = ["年", "年份", "year"];
const PARTS: [&str; 8] = ["年", "年份", "月", "月份", "日", "year", "month", "day"];

fn is_date_part(first: &Leaf, leaf: &Leaf) -> bool {
    let is_date = leaf.meaning.field.is_some_and(|field| field.value_type() == ValueType::Date);
    is_date
        && leaf.meaning.field == first.meaning.field
        && groups(leaf) == groups(first)
        && is_word(leaf, &PARTS)
}

fn is_word(leaf: &Leaf, words: &[&str]) -> bool {
    words.contains(&leaf.key.as_str())
}

fn groups(leaf: &Leaf) -> &[String] {
    leaf.path.split_last().map_or(&[], |(_, groups)| groups)
}

/// Reads columns of ticks under a heading of stages (`项目阶段` over `签约`, `前期`, `在建` …): a tick says that the
/// project has the stage in the heading. `has_only_ticks` tells whether the column at a place holds ticks and blanks.
pub fn mark_ticked_stages(leaves: &mut [Leaf], has_only_ticks: &dyn Fn(&Leaf) -> bool) {
    let mut start = 0;
    while start < leaves.len() {
        let of_group = groups(&leaves[start]).to_vec();
        let run = leaves[start..].iter().take_while(|leaf| groups(leaf) == of_group).count();
        let members = &mut leaves[start..start + run];
        if run >= LEAST_STAGES && names_stages(&of_group) && members.iter().all(has_only_ticks) {
            for leaf in members
                .iter_mut()
                .filter(|leaf| matches!(leaf.meaning.field, None | Some(Field::IsLandSupplied)))
            {
                let stage = Meaning::new(Field::StatusRaw, Method::Contained, 0.85);
                leaf.meaning = Meaning { is_part: true, ..stage };
            }
        }
        start += run.max(1);
    }
}

/// `项目阶段`, `进展情况（打√）`: a group of stages.
fn names_stages(groups: &[String]) -> bool {
    let Some(group) = groups.last().map(|text| squeeze(text)) else { return false };
    let names = ["阶段", "进展", "状态", "进度", "stage", "status"];
    names.iter().any(|word| group.contains(word)) && !group.contains("时间")
}
