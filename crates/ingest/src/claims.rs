//! Columns that claim the same field (争用): the most specific one has it.

use std::collections::HashMap;

use model::field::Field;

use crate::leaves::Leaf;
use crate::meaning::Method;

/// What is doubtful about a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing.
    None,
    /// It could be the total, the year or the month.
    Ambiguous,
    /// Another column means the same field.
    Twice(Field),
}

/// Lets every field have one column: the most specific, the surest, the first.
pub fn settle_claims(leaves: &mut [Leaf]) -> Vec<Doubt> {
    let mut best: HashMap<Field, usize> = HashMap::new();
    for (index, leaf) in leaves.iter().enumerate() {
        let Some(field) = leaf.meaning.field.filter(|_| stands_alone(leaf)) else { continue };
        let holder = best.entry(field).or_insert(index);
        if strength(leaf) > strength(&leaves[*holder]) {
            *holder = index;
        }
    }
    let has_parts = has(leaves, Field::ArrivedYear)
        || has(leaves, Field::ArrivedMonth)
        || has(leaves, Field::ArrivedPrev);
    let settled = leaves.iter_mut().enumerate().map(|(index, leaf)| match leaf.meaning.field {
        Some(field) if stands_alone(leaf) && best.get(&field) != Some(&index) => {
            leaf.meaning.field = None;
            if leaf.meaning.ambiguous { Doubt::Ambiguous } else { Doubt::Twice(field) }
        }
        Some(_) if leaf.meaning.ambiguous && !has_parts => Doubt::Ambiguous,
        _ => Doubt::None,
    });
    settled.collect()
}

/// Whether a column claims its field for itself: not as one of several months, or as a part.
const fn stands_alone(leaf: &Leaf) -> bool {
    leaf.meaning.month.is_none() && !leaf.meaning.is_part
}

/// How strongly a leaf claims its field.
fn strength(leaf: &Leaf) -> (bool, u8, Method, u32) {
    let meaning = &leaf.meaning;
    let key = &leaf.key;
    let specific = match meaning.field {
        Some(Field::ContractValue) => ["总投资", "投资总额", "投资", "签约", "协议", "合同", "正式"]
            .iter()
            .rposition(|word| key.contains(word))
            .map_or(0, |rank| rank as u8 + 1),
        Some(Field::StartDate | Field::ProductionDate | Field::CompletionDate) => {
            u8::from(key.contains("实际"))
        }
        Some(Field::ResponsibleUnit) => {
            u8::from(!key.contains('地') || key.contains("落地") || key.contains("属地"))
        }
        Some(Field::ProjectName) => u8::from(key.contains("名")),
        Some(Field::Note) => u8::from(key == "备注") * 2,
        Some(Field::IndustryRaw) => u8::from(!key.contains("项目类")),
        Some(Field::SignDate) => u8::from(key.contains("签")),
        _ => 0,
    };
    (!meaning.ambiguous, specific, meaning.method, (meaning.confidence * 100.0) as u32)
}

/// Whether a field has a column.
pub fn has(leaves: &[Leaf], field: Field) -> bool {
    leaves.iter().any(|leaf| leaf.meaning.field == Some(field))
}
