//! A set of rules (规则集), read once: when a measure stands so to a value, a light shines.

use std::collections::BTreeSet;

use model::supervision_rule::SupervisionRule;

use crate::datasets::supervision::lights::Light;
use crate::datasets::supervision::measured::{Measured, Values};
use crate::datasets::supervision::rule_error::RuleError;

/// The rules that fired: one bit each, in the order of the table.
pub type Fired = u64;

/// More rules do not fit into [`Fired`].
const MOST_RULES: usize = 64;

/// One set of rules.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleSet {
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq)]
struct Rule {
    id: String,
    action: String,
    light: Light,
    measured: Measured,
    comparison: Comparison,
    value: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    AtLeast,
    Above,
    AtMost,
    Below,
    Equal,
}

impl RuleSet {
    /// The rules of one set of the table. Refused when there is none, when a word is not known, or an id stands twice.
    pub fn of(rows: &[SupervisionRule], set: &str) -> Result<RuleSet, RuleError> {
        let of_set = rows.iter().filter(|row| row.set == set);
        let rules: Vec<Rule> = of_set.map(rule).collect::<Result<_, _>>()?;
        let mut ids = BTreeSet::new();
        if let Some(repeated) = rules.iter().find(|rule| !ids.insert(&rule.id)) {
            return Err(RuleError::Repeated(repeated.id.clone()));
        }
        match rules.len() {
            0 => Err(RuleError::NoSuchSet(set.to_owned())),
            n_rules if n_rules > MOST_RULES => Err(RuleError::TooMany(set.to_owned())),
            _ => Ok(RuleSet { rules }),
        }
    }

    /// The rules that fire, and the light that they make together. Those about streaks are asked only when told so.
    pub fn judge(&self, values: &Values, asks_streaks: bool) -> (Light, Fired) {
        let mut judged = (Light::Green, 0);
        for (place, rule) in self.rules.iter().enumerate() {
            if (asks_streaks || !rule.measured.is_streak()) && rule.fires(values) {
                judged = (judged.0.max(rule.light), judged.1 | 1 << place);
            }
        }
        judged
    }

    /// Whether a rule looks back at lights.
    pub fn asks_streaks(&self) -> bool {
        self.rules.iter().any(|rule| rule.measured.is_streak())
    }

    /// The ids of the rules that fired, joined.
    pub fn ids(&self, fired: Fired) -> Option<String> {
        joined(self.fired(fired).map(|rule| rule.id.as_str()))
    }

    /// What they ask for, each thing once.
    pub fn actions(&self, fired: Fired) -> Option<String> {
        let mut said = BTreeSet::new();
        let actions = self.fired(fired).map(|rule| rule.action.as_str());
        joined(actions.filter(|action| !action.is_empty() && said.insert(action.to_owned())))
    }

    fn fired(&self, fired: Fired) -> impl Iterator<Item = &Rule> {
        self.rules.iter().enumerate().filter(move |(place, _)| fired >> place & 1 == 1).map(|(_, rule)| rule)
    }
}

impl Rule {
    fn fires(&self, values: &Values) -> bool {
        let Some(found) = values.get(self.measured) else { return false };
        match self.comparison {
            Comparison::AtLeast => found >= self.value,
            Comparison::Above => found > self.value,
            Comparison::AtMost => found <= self.value,
            Comparison::Below => found < self.value,
            Comparison::Equal => found == self.value,
        }
    }
}

fn rule(row: &SupervisionRule) -> Result<Rule, RuleError> {
    let unknown = |kind: &'static str, word: &str| {
        let (id, word) = (row.id.clone(), word.to_owned());
        move || RuleError::UnknownWord { id, word, kind }
    };
    let value: Option<f64> = row.value.trim().parse().ok().filter(|value: &f64| value.is_finite());
    Ok(Rule {
        id: row.id.clone(),
        action: row.action.trim().to_owned(),
        light: Light::of_rule(row.light.trim()).ok_or_else(unknown("light", &row.light))?,
        measured: Measured::named(row.measure.trim()).ok_or_else(unknown("measure", &row.measure))?,
        comparison: comparison(row.op.trim()).ok_or_else(unknown("op", &row.op))?,
        value: value.ok_or_else(unknown("number", &row.value))?,
    })
}

fn comparison(op: &str) -> Option<Comparison> {
    match op {
        ">=" | "≥" => Some(Comparison::AtLeast),
        ">" => Some(Comparison::Above),
        "<=" | "≤" => Some(Comparison::AtMost),
        "<" => Some(Comparison::Below),
        "=" => Some(Comparison::Equal),
        _ => None,
    }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let joined = words.collect::<Vec<_>>().join(",");
    (!joined.is_empty()).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, light: &str, measure: &str, op: &str, value: &str) -> SupervisionRule {
        let [id, light, measure, op, value] = [id, light, measure, op, value].map(str::to_owned);
        let set = "one".to_owned();
        SupervisionRule { id, set, light, measure, op, value, ..SupervisionRule::default() }
    }

    #[test]
    fn the_worst_light_of_the_rules_that_fire_shines() {
        let rows = [
            row("Y", "yellow", "months_unchanged", ">=", "2"),
            row("R", "red", "months_unchanged", "≥", "3"),
            row("S", "red", "yellow_streak", ">", "1"),
        ];
        let set = RuleSet::of(&rows, "one").unwrap();
        let judge = |months: Option<i32>| {
            let mut values = Values::default();
            values.set_months(Measured::MonthsUnchanged, months);
            values.set_months(Measured::YellowStreak, Some(9));
            let (light, fired) = set.judge(&values, false);
            (light, set.ids(fired))
        };
        assert_eq!(judge(None), (Light::Green, None));
        assert_eq!(judge(Some(2)), (Light::Yellow, Some("Y".to_owned())));
        assert_eq!(judge(Some(3)), (Light::Red, Some("Y,R".to_owned())));
        assert!(set.asks_streaks());
    }

    #[test]
    fn a_rule_that_says_nothing_known_is_refused_with_its_id() {
        let refused = |row: SupervisionRule| RuleSet::of(&[row], "one").unwrap_err().to_string();
        assert_eq!(refused(row("A", "blue", "capital_rate", "<", "1")), "rule `A`: `blue` is no known light");
        assert_eq!(refused(row("A", "red", "mood", "<", "1")), "rule `A`: `mood` is no known measure");
        assert_eq!(refused(row("A", "red", "capital_rate", "!", "1")), "rule `A`: `!` is no known op");
        assert_eq!(
            refused(row("A", "red", "capital_rate", "<", "NaN")),
            "rule `A`: `NaN` is no known number"
        );
        let rows = vec![row("A", "red", "capital_rate", "<", "1"); 2];
        assert_eq!(RuleSet::of(&rows, "one"), Err(RuleError::Repeated("A".to_owned())));
        assert_eq!(RuleSet::of(&rows, "two"), Err(RuleError::NoSuchSet("two".to_owned())));
    }
}
