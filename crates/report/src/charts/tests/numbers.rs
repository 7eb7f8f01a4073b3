//! Printed numbers (图中数字): those of the datasets, rounded by the style, at the place that their value has.

use crate::charts::bridge::bridge;
use crate::charts::capital_by_age::capital_by_age;
use crate::charts::funnel::funnel;
use crate::charts::months::months;
use crate::charts::start_curves::start_curves;
use crate::charts::tests::{EVENT, capital_cell, change, curve_row, forecast_row, july, metric, ranking};
use crate::lang::Lang;
use crate::rounding::Rounding;
use crate::style::Style;
use crate::unit_names::UnitNames;

use model::datasets::capital_triangle::CapitalTriangleCell;
use model::datasets::rankings::Ranking;

/// The texts that are drawn, without title and description.
fn texts(chart: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(chart).unwrap();
    let shown = document.descendants().filter(|node| node.tag_name().name() == "text");
    shown.filter_map(|node| node.text().map(str::to_owned)).collect()
}

#[track_caller]
fn check_shows(chart: &str, expected: &[&str]) {
    let texts = texts(chart);
    for text in expected {
        assert!(texts.iter().any(|shown| shown == text), "{text} is not in {texts:?}");
    }
}

#[test]
fn curves_show_their_last_share_and_who_is_at_risk() {
    let rows = [
        curve_row("2020", 2, 0.25, 60),
        curve_row("2020", 35, 0.75, 5),
        curve_row("2022", 12, 28.0 / 63.0, 1),
    ];
    let chart = start_curves(&rows, EVENT, july(), &Style::default()).unwrap();
    check_shows(&chart, &["2020届 75.0%", "2022届 44.4%", "60", "5", "签约后月数"]);
    assert!(chart.contains("2020届签约满35个月累计开工75.0%（95%置信区间65.0%至85.0%）"));
}

#[test]
fn rounding_is_that_of_the_pipeline() {
    let rows = [metric("2023-06-30", "2020", 1, 4), metric("2023-07-31", "2020", 2, 3)];
    let cut = Style { rounding: Rounding::Truncate, rate_decimals: 2, ..Style::default() };
    check_shows(&months(&rows, EVENT, &cut).unwrap(), &["2020届 66.66%"]);
    let english = Style { lang: Lang::En, ..Style::default() };
    check_shows(&months(&rows, EVENT, &english).unwrap(), &["2020 66.7 %"]);
}

#[test]
fn months_show_every_edition_and_the_whole() {
    let rows = [
        metric("2023-07-31", "2020", 45, 60),
        metric("2023-07-31", "2021", 55, 84),
        metric("2023-07-31", "2022", 28, 63),
        metric("2023-07-31", "all", 128, 207),
    ];
    let chart = months(&rows, EVENT, &Style::default()).unwrap();
    check_shows(&chart, &["2020届 75.0%", "2021届 65.5%", "2022届 44.4%", "合计 61.8%"]);
}

#[test]
fn bridges_show_every_amount() {
    let yi = 100_000_000;
    let rows = [
        change("opening", 104_935_600_000),
        change("arrived", 53 * yi),
        change("corrected", -15_700_000),
        change("closing", 104_935_600_000 + 53 * yi - 15_700_000),
    ];
    let chart = bridge(&rows, EVENT, "capital_yuan", july(), &Style::default()).unwrap();
    check_shows(&chart, &["1049.4", "+53.0", "-0.2", "1102.2", "新到位", "核减"]);
    assert!(chart.contains("横轴不从0起") && chart.contains("新到位1个项目"));
}

#[test]
fn an_amount_that_rounds_to_nothing_is_said_so() {
    let rows = [change("opening", 0), change("arrived", 9), change("corrected", -4), change("closing", 5)];
    let chart = bridge(&rows, EVENT, "capital_yuan", july(), &Style::default()).unwrap();
    check_shows(&chart, &["不足+0.1", "不足-0.1", "0.0"]);
    let whole = Style { lang: Lang::En, money_decimals: 0, ..Style::default() };
    check_shows(&bridge(&rows, EVENT, "capital_yuan", july(), &whole).unwrap(), &["under +0.1"]);
}

#[test]
fn capital_shows_rate_forecast_and_reason() {
    let contract = |row: CapitalTriangleCell| CapitalTriangleCell { contract_yuan: 248_100_000_000, ..row };
    let cells = [
        contract(capital_cell("2020", 3, Some(55_868_400_000), "complete")),
        contract(capital_cell("2021", 3, Some(24_810_000_000), "complete")),
    ];
    let forecast = [forecast_row("2020", "mack", None), forecast_row("2021", "mack", None)];
    let chart = capital_by_age(&cells, &forecast, EVENT, july(), &Style::default()).unwrap();
    check_shows(&chart, &["2020届 22.5%", "2021届 10.0%"]);
    assert!(texts(&chart).join("").contains("2020届、2021届无法预测：链梯不足两个环节。"));
    let bare = [forecast_row("2020", "bornhuetter_ferguson", Some(62_025_000_000))];
    let chart = capital_by_age(&cells, &bare, EVENT, july(), &Style::default()).unwrap();
    assert!(chart.contains("预测满9个月为620.3亿元，25.0%"));
}

#[test]
fn the_funnel_names_those_outside_only() {
    let outside = Ranking { verdict: Some("below".to_owned()), ..ranking("A", 20, 0.2) };
    let names =
        UnitNames::from([("A".to_owned(), "北碚区".to_owned()), ("B".to_owned(), "万州区".to_owned())]);
    let chart = funnel(&[outside, ranking("B", 20, 0.5)], july(), &names, &Style::default()).unwrap();
    check_shows(&chart, &["北碚区 20.0%", "99.8%", "95%"]);
    assert!(!chart.contains("万州区"));
}

#[test]
fn the_same_rows_give_the_same_bytes_in_any_order() {
    let mut rows: Vec<_> = (0..30).map(|age| curve_row("2020", age, f64::from(age) / 30.0, 60)).collect();
    let chart = start_curves(&rows, EVENT, july(), &Style::default());
    rows.reverse();
    assert_eq!(start_curves(&rows, EVENT, july(), &Style::default()), chart);
}
