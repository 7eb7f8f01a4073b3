//! Picks the steps of a bridge (取数): opening, each component over all projects, closing, in a fixed order.

use model::datasets::changes::Change;
use model::date::Date;

use crate::figures::ALL;
use crate::lang::Lang;

/// The components between opening and closing, in the order in which they are drawn: code, Chinese, English.
const COMPONENTS: [(&str, &str, &str); 14] = [
    ("new", "新签约", "newly signed"),
    ("listed_late", "补录、调入", "listed late"),
    ("re_signed", "重新签约", "signed again"),
    ("reclassified", "调整活动或届次", "reclassified"),
    ("reinstated", "恢复", "reinstated"),
    ("revised", "合同额调整", "value revised"),
    ("started", "新开工", "started"),
    ("produced", "新投产", "in production"),
    ("arrived", "新到位", "arrived"),
    ("corrected", "核减", "corrected"),
    ("retracted", "撤回", "taken back"),
    ("suspended", "停工", "suspended"),
    ("terminated", "终止", "terminated"),
    ("removed", "清退、调出", "removed"),
];

/// A bridge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bridge<'a> {
    /// The month that it starts from.
    pub from_as_of: Date,
    /// The figure then.
    pub opening: i64,
    /// What changed, in order.
    pub steps: Vec<Step<'a>>,
    /// The figure now.
    pub closing: i64,
}

/// One component, summed over the projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// Its code.
    pub component: &'a str,
    /// What it adds.
    pub amount: i64,
    /// Rows that it sums.
    pub n_rows: usize,
}

/// The bridge of all editions of an event from the month before to `as_of`. Nothing where nothing changed, and where
/// the steps do not lead from opening to closing.
pub fn bridge<'a>(changes: &'a [Change], event: &str, measure: &str, as_of: Date) -> Option<Bridge<'a>> {
    let leads_here: Vec<&Change> = changes
        .iter()
        .filter(|row| row.to_as_of == as_of && row.from_as_of < as_of)
        .filter(|row| row.from_known_at.is_none() && row.to_known_at.is_none())
        .filter(|row| row.event == event && row.cohort == ALL && row.measure == measure)
        .collect();
    let from_as_of = leads_here.iter().map(|row| row.from_as_of).max()?;
    let own: Vec<&Change> = leads_here.into_iter().filter(|row| row.from_as_of == from_as_of).collect();
    let end = |name: &str| own.iter().find(|row| row.component == name).map(|row| row.amount);
    let (opening, closing) = (end("opening")?, end("closing")?);
    let mut steps: Vec<Step<'a>> = components(&own).into_iter().filter_map(|name| step(&own, name)).collect();
    steps.sort_by_key(|step| (position(step.component), step.component));
    let sum = steps.iter().try_fold(opening, |sum, step| sum.checked_add(step.amount))?;
    (sum == closing && !steps.is_empty()).then_some(Bridge { from_as_of, opening, steps, closing })
}

fn components<'a>(rows: &[&'a Change]) -> Vec<&'a str> {
    let mut names: Vec<&str> = rows.iter().map(|row| row.component.as_str()).collect();
    names.retain(|name| !matches!(*name, "opening" | "closing"));
    names.sort_unstable();
    names.dedup();
    names
}

fn step<'a>(rows: &[&'a Change], component: &'a str) -> Option<Step<'a>> {
    let own = || rows.iter().filter(|row| row.component == component);
    let amount = own().try_fold(0_i64, |sum, row| sum.checked_add(row.amount))?;
    Some(Step { component, amount, n_rows: own().count() })
}

/// Its place in the order; what is not in the table comes last.
fn position(component: &str) -> usize {
    COMPONENTS.iter().position(|(code, ..)| *code == component).unwrap_or(COMPONENTS.len())
}

/// A component in words; an unknown one stands for itself.
pub fn component_words(component: &str, lang: Lang) -> &str {
    let known = COMPONENTS.iter().find(|(code, ..)| *code == component);
    known.map_or(component, |(_, zh, en)| lang.pick(zh, en))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::change;

    #[test]
    fn components_are_summed_in_their_order() {
        let rows = [
            change("opening", 100),
            change("terminated", -30),
            change("arrived", 5),
            change("arrived", 7),
            change("closing", 82),
        ];
        let july = "2023-07-31".parse().unwrap();
        let found = bridge(&rows, "智博会", "capital_yuan", july).unwrap();
        let steps: Vec<(&str, i64, usize)> =
            found.steps.iter().map(|step| (step.component, step.amount, step.n_rows)).collect();
        assert_eq!(steps, [("arrived", 12, 2), ("terminated", -30, 1)]);
        assert_eq!((found.opening, found.closing), (100, 82));
    }

    #[test]
    fn a_bridge_that_does_not_close_is_not_drawn() {
        let july = "2023-07-31".parse().unwrap();
        let gap = [change("opening", 100), change("arrived", 5), change("closing", 106)];
        assert_eq!(bridge(&gap, "智博会", "capital_yuan", july), None);
        let over = [change("opening", i64::MAX), change("arrived", 5), change("closing", 0)];
        assert_eq!(bridge(&over, "智博会", "capital_yuan", july), None);
        let still = [change("opening", 100), change("closing", 100)];
        assert_eq!(bridge(&still, "智博会", "capital_yuan", july), None);
    }
}
