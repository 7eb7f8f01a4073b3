//! Tests of the lights (亮灯检验): the rule sets of the reference table over small panels.

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::datasets::supervision::Supervision;
use model::month::Month;
use model::supervision_rule::SupervisionRule;
use proptest::prelude::*;

use crate::datasets::hand_made::{month, months, panel, start};
use crate::datasets::supervision::plans::Plans;
use crate::datasets::supervision::rows::supervision;
use crate::datasets::supervision::rules::RuleSet;
use crate::panel::Panel;

const TABLE: &str = include_str!("../../../../../data/reference/supervision_rules.csv");

fn rules(set: &str) -> RuleSet {
    let rows: Vec<SupervisionRule> =
        csv::Reader::from_reader(TABLE.as_bytes()).deserialize().map(Result::unwrap).collect();
    RuleSet::of(&rows, set).unwrap()
}

fn lit(rows: &[ProjectMonth], set: &str, plans: &Plans) -> Vec<Supervision> {
    supervision(&panel(rows), &rules(set), plans)
}

fn at(month: &str) -> Month {
    month.parse().unwrap()
}

/// `light rules streak` of each row.
fn told(rows: &[Supervision]) -> Vec<String> {
    let rules = |row: &Supervision| row.rules.clone().unwrap_or_else(|| "-".to_owned());
    rows.iter().map(|row| format!("{} {} {}", row.light, rules(row), row.streak)).collect()
}

#[test]
fn yinchuan_turns_red_after_three_months_overdue() {
    let rows = months("A", "2023-01", 6, |age, row| start(row, age, 5));
    let plans = Plans::of_starts([("A".to_owned(), at("2023-02"))].into());
    let found = lit(&rows, "yinchuan", &plans);
    let expected =
        ["green - 1", "yellow due 1", "yellow due 2", "yellow due 3", "red due,overdue_3 1", "green - 1"];
    assert_eq!(told(&found), expected);
    let overdue: Vec<_> = found.iter().map(|row| row.months_overdue).collect();
    assert_eq!(overdue, [None, Some(0), Some(1), Some(2), Some(3), None]);
    assert_eq!(found[4].actions.as_deref(), Some("督办函"));
}

#[test]
fn yinchuan_looks_at_progress_and_statistics() {
    let project = |age, row: &mut ProjectMonth| {
        start(row, age, 0);
        row.capital_cumulative_yuan = Some(10);
    };
    let plans = Plans {
        start: [("A".to_owned(), at("2023-01"))].into(),
        production: [("A".to_owned(), at("2023-11"))].into(),
        in_statistics: Some([("A".to_owned(), at("2023-03"))].into()),
        ..Plans::default()
    };
    let found = lit(&months("A", "2023-01", 6, project), "yinchuan", &plans);
    let expected = [
        "green - 1",
        "yellow not_in_statistics_1 1",
        "yellow behind_10 2",
        "yellow behind_10 3",
        "yellow behind_10 4",
        "red behind_10,behind_30 1",
    ];
    assert_eq!(told(&found), expected);
}

#[test]
fn sanya_summons_after_the_second_yellow() {
    let arrived =
        |age, row: &mut ProjectMonth| row.capital_cumulative_yuan = Some([10, 15, 25, 26, 27][age as usize]);
    let plans =
        Plans { year_investment_yuan: [("A".to_owned(), [(2023, 120)].into())].into(), ..Plans::default() };
    let found = lit(&months("A", "2023-01", 5, arrived), "sanya", &plans);
    let behind = "investment_behind";
    let expected = [
        "green - 1".to_owned(),
        format!("yellow {behind} 1"),
        format!("yellow {behind},yellow_2 2"),
        format!("yellow {behind},yellow_2 3"),
        format!("yellow {behind},yellow_2 4"),
    ];
    assert_eq!(told(&found), expected);
    assert_eq!((found[2].actions.as_deref(), found[2].yellow_streak), (Some("约谈"), 2));
    let unknown = lit(&months("A", "2022-06", 5, arrived), "sanya", &plans);
    assert!(unknown.iter().all(|row| row.light == "green"));
}

#[test]
fn handan_counts_months_without_progress_from_the_last_change() {
    let stage = |age, row: &mut ProjectMonth| {
        row.stage = Some(if age < 1 { "signed" } else { "registered" }.to_owned());
        if age == 7 {
            row.terminated = true;
        }
    };
    let found = lit(&months("A", "2023-01", 8, stage), "handan", &Plans::default());
    let expected = [
        "green - 1",
        "green - 2",
        "green - 3",
        "yellow unchanged_2 1",
        "red unchanged_2,unchanged_3 1",
        "red unchanged_2,unchanged_3 2",
        "red unchanged_2,unchanged_3 3",
        "none - 1",
    ];
    assert_eq!(told(&found), expected);
    assert_eq!(found[7].months_unchanged, 6);
}

#[test]
fn the_default_set_escalates_a_third_yellow() {
    let rows = months("A", "2023-01", 3, |_, row| row.suspended = true);
    let found = lit(&rows, "default", &Plans::default());
    let expected = ["yellow suspended_1 1", "yellow suspended_1 2", "red suspended_1,yellow_3 1"];
    assert_eq!(told(&found), expected);
    let streaks: Vec<i32> = found.iter().map(|row| row.yellow_streak).collect();
    assert_eq!(streaks, [1, 2, 3]);
}

#[test]
fn a_chance_is_told_only_to_who_waits() {
    let mut rows = Vec::new();
    for (project, at) in [("A", 3), ("B", 6), ("C", 9), ("D", 20), ("E", 99), ("F", 99), ("G", 99), ("H", 99)]
    {
        rows.extend(months(project, "2022-01", 24, |age, row| start(row, age, at)));
    }
    let found = lit(&rows, "default", &Plans::default());
    let last: Vec<&Supervision> = found.iter().filter(|row| row.as_of == at("2023-12").last_day()).collect();
    assert_eq!((last[0].expected_start_12, &last[0].expected_start_note), (None, &None));
    let waits = last[4].expected_start_note.as_deref();
    assert_eq!(waits, Some("beyond_follow_up"));
    let late = months("I", "2023-12", 1, |_, _| {});
    rows.extend(late);
    let found = lit(&rows, "default", &Plans::default());
    // 3 of 8 start in the first 12 months; the ninth is censored at 0.
    assert_eq!(found.last().unwrap().expected_start_12, Some(0.375));
}

#[test]
fn panels_with_nothing_have_no_light_and_no_panic() {
    assert!(supervision(&Panel::default(), &rules("default"), &Plans::default()).is_empty());
    let bare = ProjectMonth {
        months_since_signing: None,
        contract_yuan: Some(0),
        unit_code: None,
        terminated: true,
        ..month("A", "2023-01")
    };
    let found = lit(std::slice::from_ref(&bare), "default", &Plans::default());
    assert_eq!((told(&found), &found[0].unit_code), (vec!["none - 1".to_owned()], &None));
    let waiting = ProjectMonth { terminated: false, ..bare };
    let found = lit(&[waiting], "sanya", &Plans::default());
    assert_eq!(found[0].expected_start_note.as_deref(), Some("signing_unknown"));
}

fn any_row() -> impl Strategy<Value = (u8, i32, ProjectMonth)> {
    let flags = any::<[bool; 5]>();
    (0..4_u8, 0..12_i32, flags, -2..20_i32, prop::option::of(0..9_i64)).prop_map(
        |(project, age, flags, at, capital)| {
            let mut row = month(&format!("P{project}"), &Month::new(2023, 1).unwrap().plus(age).to_string());
            row.months_since_signing = flags[0].then_some(age);
            start(&mut row, age, at);
            row.in_production = Some(flags[1] && flags[2]);
            row.terminated = flags[3] && flags[4];
            row.tracked = flags[0] || flags[4];
            row.capital_cumulative_yuan = capital;
            (project, age, row)
        },
    )
}

proptest! {
    #[test]
    fn lights_are_sorted_streaks_add_up_and_chances_are_shares(rows in prop::collection::vec(any_row(), 0..40)) {
        let rows: BTreeMap<(u8, i32), ProjectMonth> = rows.into_iter().map(|(one, two, row)| ((one, two), row)).collect();
        let rows: Vec<ProjectMonth> = rows.into_values().collect();
        let n_counted = rows.iter().filter(|row| row.tracked).count();
        let found = lit(&rows, "default", &Plans::of_starts([("P1".to_owned(), at("2023-03"))].into()));
        prop_assert_eq!(found.len(), n_counted);
        prop_assert!(found.windows(2).all(|two| (two[0].as_of, &two[0].project_id) < (two[1].as_of, &two[1].project_id)));
        for row in &found {
            prop_assert!(row.streak >= 1 && row.months_unchanged >= 0 && row.yellow_streak <= 12);
            prop_assert!(row.expected_start_12.is_none_or(|share| (0.0..=1.0).contains(&share)));
            prop_assert!(row.expected_start_12.is_none() || row.expected_start_note.is_none());
            prop_assert_eq!(row.light == "green" || row.light == "none", row.rules.is_none());
        }
    }
}
