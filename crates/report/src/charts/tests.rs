//! Tests of all charts together (图的检验): rows to draw from, and what holds for every chart.

mod degenerate;
mod hostile;
mod numbers;
mod properties;

use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::capital_triangle::CapitalTriangleCell;
use model::datasets::changes::Change;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::rankings::Ranking;
use model::datasets::start_curves::StartCurve;
use model::date::Date;

use crate::figures::ALL;

pub(crate) const EVENT: &str = "智博会";

pub(crate) fn july() -> Date {
    "2023-07-31".parse().unwrap()
}

pub(crate) fn curve_row(cohort: &str, age_months: i32, share: f64, n_risk: i64) -> StartCurve {
    StartCurve {
        as_of: july(),
        event: EVENT.to_owned(),
        cohort: cohort.to_owned(),
        dimension: ALL.to_owned(),
        value: ALL.to_owned(),
        method: "aj".to_owned(),
        age_months,
        n_risk: Some(n_risk),
        n_start: Some(1),
        n_terminated: Some(0),
        n_censored: Some(0),
        n_left_out: 0,
        survival: Some(1.0 - share),
        cif_start: Some(share),
        cif_terminated: Some(0.0),
        cumulative_hazard: None,
        se: Some(0.01),
        low: Some((share - 0.1).max(0.0)),
        high: Some((share + 0.1).min(1.0)),
        note: None,
    }
}

pub(crate) fn capital_cell(
    cohort: &str,
    age_months: i32,
    capital_yuan: Option<i64>,
    cell: &str,
) -> CapitalTriangleCell {
    CapitalTriangleCell {
        as_of: july(),
        event: EVENT.to_owned(),
        cohort: cohort.to_owned(),
        dimension: ALL.to_owned(),
        value: ALL.to_owned(),
        age_months,
        n_projects: 10,
        n_matured: 10,
        n_observed: 10,
        contract_yuan: 100,
        capital_yuan,
        capital_month_yuan: None,
        cell: cell.to_owned(),
    }
}

pub(crate) fn forecast_row(cohort: &str, method: &str, ultimate_yuan: Option<i64>) -> CapitalForecast {
    CapitalForecast {
        as_of: july(),
        event: EVENT.to_owned(),
        cohort: cohort.to_owned(),
        dimension: ALL.to_owned(),
        value: ALL.to_owned(),
        method: method.to_owned(),
        latest_age_months: Some(3),
        ultimate_age_months: Some(9),
        latest_yuan: Some(5),
        ultimate_yuan,
        to_come_yuan: ultimate_yuan.map(|yuan| yuan.saturating_sub(5)),
        standard_error_yuan: None,
        low_yuan: None,
        high_yuan: None,
        n_links: Some(3),
        note: ultimate_yuan.is_none().then(|| "too_few_links".to_owned()),
    }
}

pub(crate) fn change(component: &str, amount: i64) -> Change {
    Change {
        from_as_of: "2023-06-30".parse().unwrap(),
        to_as_of: july(),
        from_known_at: None,
        to_known_at: None,
        event: EVENT.to_owned(),
        cohort: ALL.to_owned(),
        measure: "capital_yuan".to_owned(),
        step: 0,
        component: component.to_owned(),
        amount,
        project_id: None,
    }
}

pub(crate) fn metric(as_of: &str, cohort: &str, n_started: i64, n_projects: i64) -> CohortMetric {
    let rate = (n_projects > 0).then(|| n_started as f64 / n_projects as f64);
    CohortMetric {
        as_of: as_of.parse().unwrap(),
        event: EVENT.to_owned(),
        cohort: cohort.to_owned(),
        dimension: ALL.to_owned(),
        value: ALL.to_owned(),
        n_projects,
        n_started,
        n_production: 0,
        n_suspended: 0,
        n_terminated: 0,
        n_unreported: 0,
        contract_yuan: 0,
        contract_started_yuan: 0,
        capital_yuan: 0,
        capital_month_yuan: 0,
        start_rate: rate,
        start_rate_low: None,
        start_rate_high: None,
        start_rate_by_value: None,
        production_rate: None,
        fulfilment_rate: None,
        capital_rate: None,
        median_months_to_start: None,
        new_started: 0,
    }
}

pub(crate) fn ranking(unit_code: &str, n: i64, rate: f64) -> Ranking {
    Ranking {
        as_of: july(),
        group: ALL.to_owned(),
        unit_code: unit_code.to_owned(),
        metric: "start_rate".to_owned(),
        n,
        value: Some(rate),
        shrunk: None,
        low_95: Some(0.3),
        high_95: Some(0.8),
        low_998: Some(0.1),
        high_998: Some(0.95),
        verdict: Some("within".to_owned()),
        rank: None,
        n_sharing: None,
        rank_low: None,
        rank_high: None,
        note: None,
    }
}

/// Reads a chart back and asserts what holds for every chart.
#[track_caller]
pub(crate) fn check_chart(text: &str) {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let view_box = root.attribute("viewBox").unwrap_or_default();
    let numbers: Vec<f64> = view_box.split(' ').filter_map(|number| number.parse().ok()).collect();
    assert!(
        matches!(numbers.as_slice(), [_, _, width, height] if *width > 0.0 && *height > 0.0),
        "{view_box}"
    );
    for name in ["title", "desc"] {
        let content =
            root.children().find(|node| node.tag_name().name() == name).and_then(|node| node.text());
        assert!(content.is_some_and(|content| !content.trim().is_empty()), "no {name}");
    }
    let drawn = ["d", "x", "y", "cx", "cy", "r", "width", "height", "points"];
    for value in
        document.descendants().flat_map(|node| drawn.map(|name| node.attribute(name).unwrap_or_default()))
    {
        assert!(!value.contains("NaN") && !value.contains("inf"), "{value}");
    }
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    let names: Vec<&str> = elements.map(|node| node.tag_name().name()).collect();
    let known = ["svg", "title", "desc", "style", "text", "path", "rect", "circle"];
    assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
    assert!(text.len() < 60_000, "{} bytes", text.len());
}
