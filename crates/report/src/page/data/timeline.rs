//! The months of one project (项目时间线), one sign a month.

use model::datasets::project_months::ProjectMonth;
use model::datasets::supervision::Supervision;
use model::month::Month;
use model::population::counts_as_started;
use model::stage::Stage;
use serde::Serialize;
use std::collections::BTreeMap;

use crate::page::data::yuan::Yuan;
use model::policy::Policy;

/// The signs of numbers below 64.
const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The months from the first to the last, one sign each.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct Timeline {
    /// The first month: 12 · year + month − 1.
    pub from: i32,
    /// Place of the stage in the list of stages, from 1; 0 for none.
    pub stages: String,
    /// Started 1, in production 2, suspended 4, terminated 8, reported 16, spoken of by then 32.
    pub flags: String,
    /// `r`, `y`, `g`, `n` or `-`.
    pub lights: String,
    /// Where the capital changes: place of the month, amount.
    pub capital: Vec<(usize, Option<Yuan>)>,
    /// Where the contract value changes.
    pub contract: Vec<(usize, Option<Yuan>)>,
}

/// Of the months of one project, in order.
pub fn timeline(
    months: &[&ProjectMonth],
    lights: &BTreeMap<(&str, i32), &Supervision>,
    policy: &Policy,
) -> Timeline {
    let light = |month: &ProjectMonth| {
        let row = lights.get(&(month.project_id.as_str(), Month::of(month.as_of).index()));
        row.and_then(|row| row.light.chars().next()).unwrap_or('-')
    };
    Timeline {
        from: months.first().map_or(0, |month| Month::of(month.as_of).index()),
        stages: months.iter().map(|month| sign(stage_place(month))).collect(),
        flags: months.iter().map(|month| sign(flags(month, policy))).collect(),
        lights: months.iter().map(|month| light(month)).collect(),
        capital: changes(months, |month| month.capital_cumulative_yuan),
        contract: changes(months, |month| month.contract_yuan),
    }
}

fn stage_place(month: &ProjectMonth) -> usize {
    let stage = month.stage.as_deref().and_then(|word| word.parse::<Stage>().ok());
    stage.and_then(|stage| Stage::ALL.iter().position(|known| *known == stage)).map_or(0, |place| place + 1)
}

fn flags(month: &ProjectMonth, policy: &Policy) -> usize {
    let marks = [
        counts_as_started(month, policy),
        month.in_production == Some(true),
        month.suspended,
        month.terminated,
        month.reported,
        month.months_unreported.is_some(),
    ];
    marks.iter().enumerate().map(|(place, is_set)| usize::from(*is_set) << place).sum()
}

fn sign(number: usize) -> char {
    SIGNS.get(number).map_or('A', |sign| char::from(*sign))
}

fn changes(
    months: &[&ProjectMonth],
    amount: impl Fn(&ProjectMonth) -> Option<i64>,
) -> Vec<(usize, Option<Yuan>)> {
    let mut last = None;
    let mut changes = Vec::new();
    for (place, month) in months.iter().enumerate() {
        let now = amount(month);
        if now != last {
            changes.push((place, now.map(Yuan)));
            last = now;
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_has_its_signs_and_amounts_stand_where_they_change() {
        let month = |day: &str, stage: Option<&str>, capital| ProjectMonth {
            project_id: "p".to_owned(),
            as_of: day.parse().unwrap(),
            stage: stage.map(str::to_owned),
            started: Some(stage == Some("started")),
            capital_cumulative_yuan: capital,
            reported: stage.is_some(),
            ..ProjectMonth::default()
        };
        let months = [
            month("2023-05-31", None, None),
            month("2023-06-30", Some("signed"), Some(5)),
            month("2023-07-31", Some("started"), Some(5)),
        ];
        let rows: Vec<&ProjectMonth> = months.iter().collect();
        let line = timeline(&rows, &BTreeMap::new(), &Policy::default());
        assert_eq!((line.from, line.stages.as_str(), line.flags.as_str()), (2023 * 12 + 4, "AEK", "AQR"));
        assert_eq!((line.lights.as_str(), line.capital), ("---", vec![(1, Some(Yuan(5)))]));
    }
}
