//! Tests of whole bridges (整体检验): hand-made panels, random histories of edits, and panels that have nothing.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::changes::Change;
use model::datasets::project_months::ProjectMonth;
use model::date::Date;
use model::month::Month;
use model::policy::{KeepOrDrop, Policy, Scope, Start};
use proptest::prelude::*;

use crate::datasets::changes::bridges::{Bridges, Stand, changes};
use crate::datasets::hand_made::{month, months, panel, start};
use crate::panel::Panel;

fn none() -> BTreeSet<String> {
    BTreeSet::new()
}

/// `cohort measure component amount project`, for one bridge, without what is 0.
fn told(rows: &[Change], from: &str) -> Vec<String> {
    let from = from.parse::<Month>().unwrap().last_day();
    let of_bridge = rows.iter().filter(|row| row.from_as_of == from && row.amount != 0);
    let tell = |row: &Change| {
        let project = row.project_id.as_deref().unwrap_or("-");
        format!("{} {} {} {} {project}", row.cohort, row.measure, row.component, row.amount)
    };
    of_bridge.map(tell).collect()
}

#[test]
fn a_month_is_told_project_by_project() {
    let mut rows = months("A", "2022-12", 3, |age, row| start(row, age, 2));
    rows.extend(months("B", "2023-01", 2, |_, _| {}));
    let rows = changes(&panel(&rows), &none());
    let january = told(&rows, "2023-01");
    let started: Vec<&String> = january.iter().filter(|row| row.starts_with("2020 n_started")).collect();
    assert_eq!(started, ["2020 n_started started 1 A", "2020 n_started closing 1 -"]);
    let december = told(&rows, "2022-12");
    let projects: Vec<&String> = december.iter().filter(|row| row.starts_with("all n_projects")).collect();
    assert_eq!(
        projects,
        ["all n_projects opening 1 -", "all n_projects new 1 B", "all n_projects closing 2 -"]
    );
}

#[test]
fn a_move_between_editions_is_nothing_for_all() {
    let moved = |age, row: &mut ProjectMonth| {
        if age == 1 {
            row.cohort = Some("2021".to_owned());
        }
    };
    let rows = changes(&panel(&months("A", "2023-01", 2, moved)), &none());
    let told = told(&rows, "2023-01");
    assert!(told.contains(&"2020 n_projects reclassified -1 A".to_owned()), "{told:#?}");
    assert!(told.contains(&"2021 n_projects reclassified 1 A".to_owned()));
    assert!(!told.iter().any(|row| row.starts_with("all") && row.contains("reclassified")));
}

#[test]
fn two_vintages_of_one_month_are_bridged() {
    let before = panel(&[month("A", "2023-01"), month("C", "2023-01")]);
    let late = ProjectMonth { contract_yuan: Some(70), ..month("A", "2023-01") };
    let listed = ProjectMonth { months_since_signing: Some(4), ..month("B", "2023-01") };
    let after = panel(&[late, listed]);
    let stand =
        |known_at: &str| Stand { as_of: "2023-01".parse().unwrap(), known_at: Some(known_at.to_owned()) };
    let bridges = Bridges::between_vintages((&before, stand("2023-02")), (&after, stand("2023-03")), &none());
    let rows: Vec<Change> = bridges.rows().filter(|row| row.cohort == "all").collect();
    let contract: Vec<String> =
        told(&rows, "2023-01").into_iter().filter(|row| row.contains(" contract_yuan")).collect();
    let expected = [
        "all contract_yuan opening 200 -",
        "all contract_yuan listed_late 100 B",
        "all contract_yuan removed -100 C",
        "all contract_yuan revised -30 A",
        "all contract_yuan closing 170 -",
    ];
    assert_eq!(contract, expected);
    assert_eq!(rows[0].from_known_at.as_deref(), Some("2023-02"));
}

#[test]
fn who_was_signed_again_goes_and_comes_as_such() {
    let rows = [month("A", "2023-01"), month("B", "2023-02")];
    let again = ["A", "B"].map(str::to_owned).into();
    let told = told(&changes(&panel(&rows), &again), "2023-01");
    assert!(told.contains(&"all n_projects re_signed -1 A".to_owned()), "{told:#?}");
    assert!(told.contains(&"all n_projects re_signed 1 B".to_owned()));
}

#[test]
fn panels_with_nothing_have_no_bridge() {
    assert!(changes(&Panel::default(), &none()).is_empty());
    assert!(changes(&panel(&[month("A", "2023-01")]), &none()).is_empty());
    let bare = |as_of| ProjectMonth {
        event: None,
        cohort: None,
        months_since_signing: None,
        contract_yuan: None,
        terminated: true,
        ..month("A", as_of)
    };
    let rows = changes(&panel(&[bare("2023-01"), bare("2023-04")]), &none());
    assert!(rows.iter().all(|row| row.event == "unknown"));
    assert_eq!(
        told(&rows, "2023-01").len(),
        4,
        "opening and closing of n_projects, of the unknown and of all"
    );
    let untracked = ProjectMonth { tracked: false, ..month("A", "2023-01") };
    assert!(changes(&panel(&[untracked]), &none()).is_empty());
}

/// A project in a month, drawn from few values, so that moves, gaps and corrections happen all the time.
fn any_month() -> impl Strategy<Value = ProjectMonth> {
    let place = (0..5_u8, 0..6_i32, 0..2_u8, 0..3_u8, 0..9_i32);
    let flags = (any::<[bool; 5]>(), prop::option::of(-5..60_i64), prop::option::of(0..9_i64));
    (place, flags).prop_map(|((project, at, event, cohort, age), (flags, contract, capital))| {
        let month = Month::new(2023, 1).unwrap().plus(at);
        ProjectMonth {
            event: (event > 0).then(|| "智博会".to_owned()),
            cohort: (cohort > 0).then(|| (2020 + i32::from(cohort)).to_string()),
            tracked: flags[0] || flags[1],
            started: Some(flags[2]),
            in_production: Some(flags[3]),
            terminated: flags[4],
            months_since_signing: Some(age),
            contract_yuan: contract,
            capital_cumulative_yuan: capital,
            ..self::month(&format!("P{project}"), &month.to_string())
        }
    })
}

fn any_panel() -> impl Strategy<Value = Panel> {
    let policy = (any::<bool>(), any::<bool>()).prop_map(|(drops, is_current)| Policy {
        terminated: if drops { KeepOrDrop::Drop } else { KeepOrDrop::Keep },
        start: if is_current { Start::Current } else { Start::Ever },
        ..Policy::default()
    });
    (prop::collection::vec(any_month(), 0..40), policy).prop_map(|(months, policy)| {
        let unique: BTreeMap<_, _> =
            months.into_iter().map(|row| ((row.project_id.clone(), row.as_of), row)).collect();
        let rows: Vec<ProjectMonth> = unique.into_values().collect();
        Panel::new(&rows, &policy, &Scope { tracked_only: true, ..Scope::default() })
    })
}

/// Opening and all steps less closing, for each bridge, cell and measure.
fn gaps(rows: &[Change]) -> Vec<i64> {
    let mut sums: BTreeMap<_, i64> = BTreeMap::new();
    for row in rows {
        let key = (row.from_as_of, &row.event, &row.cohort, &row.measure);
        let sign = if row.component == "closing" { -1 } else { 1 };
        *sums.entry(key).or_default() += sign * row.amount;
    }
    sums.into_values().collect()
}

fn key(row: &Change) -> (Date, Date, &str, &str, &str, i32) {
    (row.from_as_of, row.to_as_of, &row.event, &row.cohort, &row.measure, row.step)
}

fn is_sorted_and_unique(rows: &[Change]) -> bool {
    rows.windows(2).all(|pair| key(&pair[0]) < key(&pair[1]))
}

/// What a cell of a month counts, by definition.
fn figure(panel: &Panel, month: i32, cohort: &str, value: impl Fn(&crate::panel::PanelMonth) -> i64) -> i64 {
    let counted = panel.months.iter().filter(|row| row.counted && row.month == month);
    let inside = counted.filter(|row| {
        let own = panel.words.text(row.cohort);
        panel.words.text(row.event) == "智博会" && (cohort == "all" || own == cohort)
    });
    inside.map(value).sum()
}

proptest! {
    #[test]
    fn every_bridge_closes_over_random_edits(panel in any_panel()) {
        let rows = changes(&panel, &["P1".to_owned()].into());
        prop_assert!(gaps(&rows).iter().all(|gap| *gap == 0));
        prop_assert!(is_sorted_and_unique(&rows));
        prop_assert!(rows.iter().all(|row| row.project_id.is_none() || row.amount != 0));
    }

    #[test]
    fn both_ends_are_the_figures_of_the_panel(panel in any_panel()) {
        for row in changes(&panel, &none()) {
            let at = if row.component == "opening" { row.from_as_of } else { row.to_as_of };
            let is_end = row.project_id.is_none() && row.event == "智博会" && row.cohort != "unknown";
            if is_end && row.measure == "n_started" {
                let started = |month: &crate::panel::PanelMonth| i64::from(month.started);
                prop_assert_eq!(row.amount, figure(&panel, Month::of(at).index(), &row.cohort, started));
            }
        }
    }

    #[test]
    fn vintages_close_too_and_the_way_back_is_the_opposite(one in any_panel(), other in any_panel()) {
        let stand = |month: &str| Stand { as_of: month.parse().unwrap(), known_at: Some(month.to_owned()) };
        let there = Bridges::between_vintages((&one, stand("2023-02")), (&other, stand("2023-03")), &none());
        let back = Bridges::between_vintages((&other, stand("2023-03")), (&one, stand("2023-02")), &none());
        let (there, back): (Vec<Change>, Vec<Change>) = (there.rows().collect(), back.rows().collect());
        prop_assert!(gaps(&there).iter().chain(&gaps(&back)).all(|gap| *gap == 0));
        prop_assert!(is_sorted_and_unique(&there) && is_sorted_and_unique(&back));
    }
}
