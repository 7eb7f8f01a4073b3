//! The rules of the lights (亮灯规则), row by row as they stand in `data/reference/supervision_rules.csv`.

use serde::Deserialize;

/// One rule: when the measure stands so to the value, the light shines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct SupervisionRule {
    /// Id, unique within the set.
    pub id: String,
    /// Set of rules that are used together.
    pub set: String,
    /// yellow or red. The worst light wins; green is what no rule makes yellow or red.
    pub light: String,
    /// What is measured: months_overdue, months_unchanged, yellow_streak …
    pub measure: String,
    /// `>=`, `>`, `<=`, `<` or `=`.
    pub op: String,
    /// What it is compared with, as a decimal.
    pub value: String,
    /// What is to be done; empty when nothing but the light.
    pub action: String,
    /// The rule in Chinese.
    pub note_zh: String,
    /// The rule in English.
    pub note_en: String,
}
