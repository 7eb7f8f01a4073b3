//! Hostile names (恶意文本): they are texts, whatever they hold.

use crate::charts::bridge::bridge;
use crate::charts::capital_by_age::capital_by_age;
use crate::charts::funnel::funnel;
use crate::charts::months::months;
use crate::charts::start_curves::start_curves;
use crate::charts::tests::{
    capital_cell, change, check_chart, curve_row, forecast_row, july, metric, ranking,
};
use crate::lang::Lang;
use crate::style::Style;
use crate::unit_names::UnitNames;

use model::datasets::changes::Change;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::rankings::Ranking;

const HOSTILE: [&str; 7] = [
    "<script>alert(1)</script>",
    "\"'&amp;]]>--><svg onload=x>",
    "🏗️👩‍👩‍👧 会",
    "مؤتمر الصناعة الذكية",
    "a\u{0}\u{1b}b\u{202e}c\u{ffff}d\n\r\t",
    "",
    "unknown",
];

/// Every chart of rows whose event, edition, unit and component have this name.
fn charts(name: &str, lang: Lang) -> Vec<String> {
    let style = Style { lang, ..Style::default() };
    let mut curve = curve_row(name, 4, 0.5, 9);
    curve.event = name.to_owned();
    let mut cell = capital_cell(name, 3, Some(5), "complete");
    cell.event = name.to_owned();
    let mut forecast = forecast_row(name, "mack", None);
    forecast.event = name.to_owned();
    forecast.note = Some(name.to_owned());
    let of_event = |row: Change| Change { event: name.to_owned(), ..row };
    let changes = [("opening", 9), (name, 2), ("closing", 11)].map(|(step, n)| of_event(change(step, n)));
    let rate = CohortMetric { event: name.to_owned(), ..metric("2023-07-31", name, 1, 2) };
    let outside = Ranking { verdict: Some("far_below".to_owned()), ..ranking("U", 9, 0.1) };
    let names = UnitNames::from([("U".to_owned(), name.to_owned())]);
    let charts = [
        start_curves(&[curve], name, july(), &style),
        capital_by_age(&[cell], &[forecast], name, july(), &style),
        bridge(&changes, name, "capital_yuan", july(), &style),
        months(&[rate], name, &style),
        funnel(&[outside], july(), &names, &style),
    ];
    charts.into_iter().flatten().collect()
}

#[test]
fn hostile_names_stay_texts() {
    let long = "很长的名称<b>".repeat(70);
    for lang in [Lang::Zh, Lang::En] {
        for name in HOSTILE.into_iter().chain([long.as_str()]) {
            let charts = charts(name, lang);
            assert_eq!(charts.len(), 5, "{name}");
            for chart in charts {
                check_chart(&chart);
                assert!(
                    !chart.contains("<script") && !chart.contains("<b>") && !chart.contains("<svg onload")
                );
            }
        }
    }
}

#[test]
fn a_name_is_shown_as_it_is_written() {
    let charts = charts("<script>", Lang::Zh);
    assert!(charts.iter().all(|chart| chart.contains("&lt;script&gt;")));
}
