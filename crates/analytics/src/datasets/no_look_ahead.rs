//! No figure knows a later month (不用后来的数据检验): what the datasets say of a month is the same whether the panel ends with
//! it or goes on.

use std::fmt::Debug;

use model::date::Date;
use model::row::Row;
use proptest::prelude::*;

use crate::datasets::capital_forecast::capital_forecast;
use crate::datasets::capital_triangle::capital_triangle;
use crate::datasets::cohort_ages::cohort_ages;
use crate::datasets::comparisons::comparisons;
use crate::datasets::curve_quartiles::curve_quartiles;
use crate::datasets::expected_starts::expected_starts;
use crate::datasets::rankings::rows::rankings;
use crate::datasets::rankings::settings::{Drawing, RankedMonths, RankingSettings};
use crate::datasets::start_curves::start_curves;
use crate::panel::Panel;
use crate::profiles::profiles;
use crate::standings::Standings;
use crate::test_panels::{EXPO, TestProject, panel_until};

/// The months of the shorter panel, counted after the first expo.
const SHORTER: i32 = 5;

fn projects() -> impl Strategy<Value = Vec<TestProject>> {
    let life = (0..5_i32, prop::option::of(0..9_i32), prop::option::of(0..9_i32), 0..6_usize, -2..9_i64);
    prop::collection::vec(life, 1..14).prop_map(|lives| {
        let project = |(place, (signed, started_at, terminated_at, group, capital_a_month))| TestProject {
            signed,
            started_at,
            terminated_at,
            cohort: ["2020", "2021", "2022"][group % 3],
            unit: ["U1", "U2"][group % 2],
            capital_a_month,
            ..TestProject::new(format!("P{place:02}"))
        };
        lives.into_iter().enumerate().map(project).collect()
    })
}

/// The rows about the last month of the shorter panel that both panels have.
fn of_that_month<R: Row>(rows: Vec<R>, as_of: fn(&R) -> Date, is_everyday: fn(&R) -> bool) -> Vec<R> {
    let month = model::month::Month::from_index(EXPO + SHORTER).last_day();
    rows.into_iter().filter(|row| as_of(row) == month && is_everyday(row)).collect()
}

fn same<R: Row + PartialEq + Debug>(
    rows_of: impl Fn(&Panel) -> Vec<R>,
    panels: &[Panel; 2],
    as_of: fn(&R) -> Date,
    is_everyday: fn(&R) -> bool,
) -> Result<(), TestCaseError> {
    let [shorter, longer] = panels.each_ref().map(|panel| of_that_month(rows_of(panel), as_of, is_everyday));
    prop_assert!(!shorter.is_empty(), "{} says nothing", R::DATASET.name);
    prop_assert_eq!(shorter, longer, "{}", R::DATASET.name);
    Ok(())
}

/// Ranks of every month, with few draws.
fn every_month() -> RankingSettings {
    let drawing = Drawing { seed: 7, n_rounds: 20, n_drawn: 1_000_000 };
    RankingSettings { months: RankedMonths::Every, drawing, ..RankingSettings::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_month_is_told_alike_whatever_comes_after_it(projects in projects()) {
        let panels = [SHORTER, SHORTER + 4].map(|last| panel_until(&projects, last));
        let profiles_of = |panel: &Panel| profiles(panel, &Standings::of(panel));
        same(|panel| cohort_ages(&profiles_of(panel)), &panels, |row| row.as_of, |row| row.dimension == "all")?;
        same(
            |panel| start_curves(panel, &Standings::of(panel), &profiles_of(panel)),
            &panels,
            |row| row.as_of,
            |row| row.dimension == "all" && row.method != "turnbull",
        )?;
        same(|panel| curve_quartiles(&profiles_of(panel)), &panels, |row| row.as_of, |row| row.dimension == "all")?;
        same(|panel| capital_triangle(&profiles_of(panel)), &panels, |row| row.as_of, |row| row.dimension == "all")?;
        let everyday = ["bornhuetter_ferguson", "cape_cod", "chain_ladder", "mack", "odp"];
        let all = |panel: &Panel| {
            let mut rows = capital_forecast(&profiles_of(panel));
            rows.retain(|row| everyday.contains(&&*row.method));
            rows
        };
        same(all, &panels, |row| row.as_of, |row| row.dimension == "all")?;
        same(
            |panel| expected_starts(panel, &Standings::of(panel)),
            &panels,
            |row| row.as_of,
            |row| row.dimension == "all",
        )?;
        same(|panel| rankings(panel, &every_month()), &panels, |row| row.as_of, |_| true)?;
    }

    #[test]
    fn editions_are_compared_alike_whatever_comes_after(projects in projects()) {
        let panels = [SHORTER, SHORTER + 4].map(|last| panel_until(&projects, last));
        let pairs = |panel: &Panel| {
            let standings = Standings::of(panel);
            comparisons(panel, &standings, &profiles(panel, &standings))
        };
        let [shorter, longer] = panels.each_ref().map(|panel| {
            let strata = ["_industry", "_size_band"];
            let is_everyday = |method: &str| !strata.iter().any(|strata| method.ends_with(strata));
            let mut rows = of_that_month(pairs(panel), |row| row.as_of, |row| row.dimension == "cohort");
            rows.retain(|row| is_everyday(&row.method));
            rows
        });
        prop_assert_eq!(shorter, longer);
    }
}
