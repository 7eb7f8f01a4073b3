//! Degenerate rows (退化输入): one point, no point, equal and huge values give a chart or nothing, never a panic.

use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::capital_triangle::CapitalTriangleCell;
use model::datasets::rankings::Ranking;
use model::datasets::start_curves::StartCurve;

use crate::charts::bridge::bridge;
use crate::charts::capital_by_age::capital_by_age;
use crate::charts::funnel::funnel;
use crate::charts::months::months;
use crate::charts::start_curves::start_curves;
use crate::charts::tests::{
    EVENT, capital_cell, change, check_chart, curve_row, forecast_row, july, metric, ranking,
};
use crate::style::Style;
use crate::unit_names::UnitNames;

#[track_caller]
fn check(chart: Option<String>, is_drawn: bool) {
    assert_eq!(chart.is_some(), is_drawn);
    if let Some(chart) = chart {
        check_chart(&chart);
    }
}

#[test]
fn without_rows_there_is_no_chart() {
    let style = Style::default();
    check(start_curves(&[], EVENT, july(), &style), false);
    check(capital_by_age(&[], &[], EVENT, july(), &style), false);
    check(bridge(&[], EVENT, "capital_yuan", july(), &style), false);
    check(months(&[], EVENT, &style), false);
    check(funnel(&[], july(), &UnitNames::new(), &style), false);
}

#[test]
fn curves_may_be_one_point_or_none() {
    let style = Style::default();
    let draw = |rows: &[StartCurve]| start_curves(rows, EVENT, july(), &style);
    check(draw(&[curve_row("2021", 0, 0.0, 1)]), true);
    check(draw(&[StartCurve { low: None, high: None, ..curve_row("2021", 5, 1.0, 1) }]), true);
    check(draw(&[curve_row("2021", i32::MAX, 1.0, i64::MAX)]), true);
    check(draw(&[curve_row("2021", -4, 0.5, 1)]), false);
    let noted = StartCurve {
        note: Some("nothing_observed".to_owned()),
        cif_start: None,
        ..curve_row("2022", 0, 0.0, 0)
    };
    check(draw(std::slice::from_ref(&noted)), false);
    let drawn = draw(&[curve_row("2021", 3, 0.4, 9), noted]).unwrap();
    assert!(drawn.contains("2022届无法估计：没有任何观察"));
}

#[test]
fn capital_may_be_missing_equal_huge_or_negative() {
    let style = Style::default();
    let draw = |rows: &[CapitalTriangleCell], forecast: &[CapitalForecast]| {
        capital_by_age(rows, forecast, EVENT, july(), &style)
    };
    check(draw(&[capital_cell("2021", 0, None, "unobserved")], &[]), false);
    check(
        draw(
            &[CapitalTriangleCell { contract_yuan: 0, ..capital_cell("2021", 0, Some(1), "complete") }],
            &[],
        ),
        false,
    );
    let equal: Vec<_> = (0..5).map(|age| capital_cell("2021", age, Some(0), "complete")).collect();
    check(draw(&equal, &[]), true);
    let huge =
        CapitalTriangleCell { contract_yuan: 1, ..capital_cell("2021", 3, Some(i64::MAX), "complete") };
    let limits = CapitalForecast {
        low_yuan: Some(i64::MIN),
        high_yuan: Some(i64::MAX),
        ..forecast_row("2021", "mack", Some(i64::MAX))
    };
    check(draw(&[huge], &[limits]), true);
    check(draw(&[capital_cell("2021", 3, Some(i64::MIN), "partial")], &[]), true);
    let gap = [capital_cell("2021", 3, Some(4), "complete"), capital_cell("2021", 7, Some(6), "complete")];
    check(draw(&gap, &[]), true);
}

#[test]
fn bridges_may_be_tiny_huge_or_negative() {
    let style = Style::default();
    for amounts in [[100, 5], [i64::MAX - 5, 5], [0, -7], [-9, 3], [1_000_000_000_000, 1], [5, -5], [4, 0]] {
        let [opening, amount] = amounts;
        let rows = [change("opening", opening), change("new", amount), change("closing", opening + amount)];
        check(bridge(&rows, EVENT, "capital_yuan", july(), &style), true);
    }
}

#[test]
fn months_and_units_may_be_single_or_extreme() {
    let style = Style::default();
    check(months(&[metric("2023-07-31", "2021", 0, 0)], EVENT, &style), false);
    check(months(&[metric("2023-07-31", "2021", i64::MAX, i64::MAX)], EVENT, &style), true);
    let far = [metric("0001-01-31", "2021", 1, 2), metric("9999-12-31", "2021", 1, 2)];
    check(months(&far, EVENT, &style), true);
    let names = UnitNames::new();
    check(funnel(&[ranking("A", i64::MAX, 0.5)], july(), &names, &style), true);
    check(funnel(&[Ranking { value: None, ..ranking("A", 3, 0.5) }], july(), &names, &style), false);
    let bare = Ranking { low_95: None, high_998: Some(f64::NAN), ..ranking("A", 3, 0.5) };
    check(funnel(&[bare], july(), &names, &style), true);
}
