//! The list of red lights (红灯项目清单): which project of which unit, how late, why, and what is asked for.

use std::cmp::Reverse;

use model::datasets::supervision::Supervision;
use model::supervision_rule::SupervisionRule;

use crate::bulletin::document::{Block, BulletinTable, LineKind};
use crate::bulletin::speaker::{Speaker, short};
use crate::error::ReportError;
use crate::table::ReportColumn;

/// A bulletin with more lines is not read; the dataset `supervision` holds them all.
const MOST_ROWS: usize = 300;

/// Caption and table, by unit, the latest first.
pub fn add_red_list(
    blocks: &mut Vec<Block>,
    speaker: &Speaker,
    lights: &[&Supervision],
    mut red: Vec<&Supervision>,
) -> Result<(), ReportError> {
    let unit = |row: &Supervision| row.unit_code.clone().unwrap_or_default();
    red.sort_by_cached_key(|row| {
        (speaker.unit_place(&unit(row)), unit(row), Reverse(row.months_overdue), row.project_id.clone())
    });
    let rules = rules_in_use(&speaker.release.reference.supervision_rules, lights);
    let mut caption = speaker.say("table_red", &[("as_of", speaker.as_of_words())])?;
    if red.len() > MOST_ROWS {
        let values = [("shown", MOST_ROWS.to_string()), ("total", red.len().to_string())];
        caption.push_str(&speaker.say("table_red_cut", &values)?);
    }
    blocks.push(Block::Line(LineKind::Caption, caption));
    let rows = (1_usize..).zip(red.iter().take(MOST_ROWS));
    blocks.push(Block::Table(BulletinTable {
        columns: vec![
            ReportColumn::words("序号", "no."),
            ReportColumn::words("单位", "unit"),
            ReportColumn::words("项目名称", "project"),
            ReportColumn::figures("逾期月数", "months overdue"),
            ReportColumn::words("亮灯原因", "why"),
            ReportColumn::words("督办措施", "measure"),
        ],
        shares: vec![8, 14, 32, 12, 21, 13],
        rows: rows.map(|(number, row)| cells(speaker, &rules, number, row)).collect(),
        has_total: false,
    }));
    Ok(())
}

/// The rules of the first set that knows every rule that has fired; ids of different sets may be the same word.
fn rules_in_use<'a>(rules: &'a [SupervisionRule], lights: &[&Supervision]) -> Vec<&'a SupervisionRule> {
    let fired = || lights.iter().flat_map(|row| ids(row));
    let knows_all = |set: &str| fired().all(|id| rules.iter().any(|rule| rule.set == set && rule.id == id));
    let set = rules.iter().map(|rule| rule.set.as_str()).find(|set| knows_all(set));
    rules.iter().filter(|rule| Some(rule.set.as_str()) == set).collect()
}

fn ids(row: &Supervision) -> impl Iterator<Item = &str> {
    row.rules.iter().flat_map(|rules| rules.split(','))
}

fn cells(speaker: &Speaker, rules: &[&SupervisionRule], number: usize, row: &Supervision) -> Vec<String> {
    let none = || "—".to_owned();
    vec![
        number.to_string(),
        speaker.unit(row.unit_code.as_deref().unwrap_or_default()),
        speaker.project(&row.project_id),
        row.months_overdue.map_or_else(none, |months| months.to_string()),
        reasons(speaker, rules, row),
        row.actions.as_deref().map_or_else(none, |actions| action_words(speaker, actions)),
    ]
}

/// What made the light red, in the words of the rules; the ids where the rules are not at hand.
fn reasons(speaker: &Speaker, rules: &[&SupervisionRule], row: &Supervision) -> String {
    let words = |id: &str| {
        let rule = rules.iter().find(|rule| rule.id == id);
        match rule {
            Some(rule) if rule.light != "red" => None,
            Some(rule) => Some(short(speaker.lang().pick(&rule.note_zh, &rule.note_en))),
            None => Some(short(id)),
        }
    };
    let reasons: Vec<String> = ids(row).filter_map(words).collect();
    if reasons.is_empty() { "—".to_owned() } else { reasons.join(speaker.lang().pick("；", "; ")) }
}

/// The measures of one project in words.
pub fn action_words(speaker: &Speaker, actions: &str) -> String {
    let actions: Vec<String> = actions.split(',').map(short).collect();
    speaker.list(&actions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_those_of_the_set_that_knows_all_that_fired() {
        let rule = |set: &str, id: &str| SupervisionRule {
            set: set.to_owned(),
            id: id.to_owned(),
            ..SupervisionRule::default()
        };
        let rules = [rule("one", "due"), rule("one", "old"), rule("two", "due"), rule("two", "new")];
        let check = |fired: &str, expected: &[&SupervisionRule]| {
            let light = Supervision { rules: Some(fired.to_owned()), ..Supervision::default() };
            assert_eq!(rules_in_use(&rules, &[&light]), expected, "{fired}");
        };
        check("due", &[&rules[0], &rules[1]]);
        check("new,due", &[&rules[2], &rules[3]]);
        check("old,new", &[]);
    }
}
