//! The parts of the bridges between two months (变动构成): opening, each component with its steps, closing.

use model::datasets::changes::Change;

use crate::figures::{ALL, main_event};
use crate::lang::Lang;
use crate::release::Release;

/// A figure that is bridged.
#[derive(Debug, PartialEq, Eq)]
pub struct BridgedMeasure {
    /// Its name in `changes`.
    pub name: &'static str,
    zh: &'static str,
    en: &'static str,
    /// It is an amount.
    pub is_money: bool,
}

/// One part of a bridge: a whole at its ends, or all steps of one component.
#[derive(Debug)]
pub struct Part<'a> {
    /// The figure.
    pub measure: &'static BridgedMeasure,
    /// Opening, closing, or what changed.
    pub component: &'a str,
    /// What it adds; of opening and closing the figure itself.
    pub amount: i64,
    /// The figure at the beginning of the bridge.
    pub opening: i64,
    /// The figure after this part.
    pub level: i64,
    /// Its steps; none at the ends.
    pub steps: Vec<&'a Change>,
}

/// In the order of the sheet.
const MEASURES: [BridgedMeasure; 6] = [
    measure("n_projects", "项目数", "projects", false),
    measure("n_started", "已开工或投产", "started", false),
    measure("n_production", "投产", "in production", false),
    measure("contract_yuan", "正式合同额", "contract", true),
    measure("contract_started_yuan", "已开工项目合同额", "contract of started", true),
    measure("capital_yuan", "累计到位资金", "capital arrived", true),
];

/// Name, Chinese, English.
const COMPONENTS: [(&str, &str, &str); 16] = [
    ("opening", "期初", "opening"),
    ("new", "新签约", "newly signed"),
    ("listed_late", "补录、调入", "listed late"),
    ("re_signed", "重新签约", "signed again"),
    ("reclassified", "调整活动或届次", "reclassified"),
    ("reinstated", "恢复", "reinstated"),
    ("started", "新开工", "started"),
    ("produced", "新投产", "in production"),
    ("arrived", "新到位", "arrived"),
    ("revised", "合同额调整", "revised"),
    ("retracted", "撤回", "retracted"),
    ("corrected", "核减", "corrected"),
    ("suspended", "停工", "suspended"),
    ("terminated", "终止", "terminated"),
    ("removed", "清退、调出", "removed"),
    ("closing", "期末", "closing"),
];

const fn measure(name: &'static str, zh: &'static str, en: &'static str, is_money: bool) -> BridgedMeasure {
    BridgedMeasure { name, zh, en, is_money }
}

impl BridgedMeasure {
    /// Its name in words.
    pub fn words(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

impl Part<'_> {
    /// Whether it is a whole.
    pub fn is_end(&self) -> bool {
        is_end(self.component)
    }
}

/// A component in words; an unknown one stands for itself.
pub fn component_words(component: &str, lang: Lang) -> &str {
    let known = COMPONENTS.iter().find(|(name, ..)| *name == component);
    known.map_or(component, |(_, zh, en)| lang.pick(zh, en))
}

/// The bridges of the main event that lead to the month of the report, all editions together.
pub fn bridge_parts<'a>(release: &Release<'a>) -> Vec<Part<'a>> {
    let Some(event) = main_event(release.rows.metrics, release.as_of) else { return Vec::new() };
    let is_it = |row: &&Change| {
        row.to_as_of == release.as_of
            && row.event == event
            && row.cohort == ALL
            && row.from_known_at.is_none()
            && row.to_known_at.is_none()
    };
    let of_month: Vec<&Change> = release.rows.changes.iter().filter(is_it).collect();
    MEASURES.iter().flat_map(|measure| parts_of(&of_month, measure)).collect()
}

fn parts_of<'a>(of_month: &[&'a Change], measure: &'static BridgedMeasure) -> Vec<Part<'a>> {
    let mut steps: Vec<&Change> =
        of_month.iter().copied().filter(|row| row.measure == measure.name).collect();
    steps.sort_by_key(|row| row.step);
    let opening = steps.iter().find(|row| row.component == "opening").map_or(0, |row| row.amount);
    let mut parts: Vec<Part<'a>> = Vec::new();
    for step in steps {
        match parts.iter_mut().find(|part| part.component == step.component) {
            Some(part) => {
                part.amount = part.amount.saturating_add(step.amount);
                part.steps.push(step);
            }
            None => {
                let own = if is_end(&step.component) { Vec::new() } else { vec![step] };
                let component = step.component.as_str();
                parts.push(Part { measure, component, amount: step.amount, opening, level: 0, steps: own });
            }
        }
    }
    let mut level = 0_i64;
    for part in &mut parts {
        level = if part.is_end() { part.amount } else { level.saturating_add(part.amount) };
        part.level = level;
    }
    parts
}

fn is_end(component: &str) -> bool {
    matches!(component, "opening" | "closing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_one_component_are_one_part_and_levels_lead_to_closing() {
        let step = |step, component: &str, amount| Change {
            measure: "n_started".to_owned(),
            step,
            component: component.to_owned(),
            amount,
            ..Change::default()
        };
        let steps = [
            step(0, "opening", 5),
            step(1, "started", 1),
            step(2, "retracted", -2),
            step(3, "started", 1),
            step(4, "closing", 5),
        ];
        let steps: Vec<&Change> = steps.iter().collect();
        let parts = parts_of(&steps, &MEASURES[1]);
        let told: Vec<(&str, i64, i64, usize)> =
            parts.iter().map(|part| (part.component, part.amount, part.level, part.steps.len())).collect();
        assert_eq!(
            told,
            [("opening", 5, 5, 0), ("started", 2, 7, 2), ("retracted", -2, 5, 1), ("closing", 5, 5, 0)]
        );
    }
}
