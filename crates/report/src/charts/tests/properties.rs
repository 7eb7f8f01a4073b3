//! Laws of all charts (图的通则): any rows give valid XML without a number that is none, and the same bytes again.

use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::capital_triangle::CapitalTriangleCell;
use model::datasets::rankings::Ranking;
use model::datasets::start_curves::StartCurve;
use proptest::prelude::*;

use crate::charts::bridge::bridge;
use crate::charts::capital_by_age::capital_by_age;
use crate::charts::funnel::funnel;
use crate::charts::months::months;
use crate::charts::start_curves::start_curves;
use crate::charts::tests::{
    EVENT, capital_cell, change, check_chart, curve_row, forecast_row, july, metric, ranking,
};
use crate::lang::Lang;
use crate::style::Style;
use crate::unit_names::UnitNames;

fn check(chart: Option<String>, again: Option<String>) {
    assert_eq!(chart, again);
    if let Some(chart) = chart {
        check_chart(&chart);
    }
}

fn style(is_english: bool) -> Style {
    Style { lang: if is_english { Lang::En } else { Lang::Zh }, ..Style::default() }
}

fn share() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![Just(None), Just(Some(f64::NAN)), (0.0..=1.0).prop_map(Some), any::<f64>().prop_map(Some)]
}

fn cohort() -> impl Strategy<Value = String> {
    prop_oneof!["20[12][0-9]", Just("all".to_owned()), Just("unknown".to_owned()), any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn curves(rows in prop::collection::vec((cohort(), any::<i32>(), share(), share(), share()), 0..60), en: bool) {
        let row = |(cohort, age, cif_start, low, high): (String, i32, _, _, _)| StartCurve {
            cif_start, low, high, ..curve_row(&cohort, age % 90, 0.5, 3)
        };
        let rows: Vec<StartCurve> = rows.into_iter().map(row).collect();
        let draw = || start_curves(&rows, EVENT, july(), &style(en));
        check(draw(), draw());
    }

    #[test]
    fn capital(
        rows in prop::collection::vec((cohort(), -2..70_i32, any::<Option<i64>>(), any::<i64>(), any::<bool>()), 0..80),
        forecast in prop::collection::vec((cohort(), any::<Option<i64>>(), any::<Option<i64>>()), 0..8),
        en: bool,
    ) {
        let cell = |(cohort, age, capital, contract_yuan, whole): (String, i32, _, _, bool)| CapitalTriangleCell {
            contract_yuan, ..capital_cell(&cohort, age, capital, if whole { "complete" } else { "partial" })
        };
        let cells: Vec<CapitalTriangleCell> = rows.into_iter().map(cell).collect();
        let row = |(cohort, ultimate, low_yuan): (String, _, _)| CapitalForecast {
            low_yuan, high_yuan: low_yuan, ..forecast_row(&cohort, "mack", ultimate)
        };
        let forecast: Vec<CapitalForecast> = forecast.into_iter().map(row).collect();
        let draw = || capital_by_age(&cells, &forecast, EVENT, july(), &style(en));
        check(draw(), draw());
    }

    #[test]
    fn bridges(opening in any::<i64>(), steps in prop::collection::vec(("[a-z_]{1,12}|new|revised", any::<i32>()), 0..14), en: bool) {
        let sum: i64 = steps.iter().map(|(_, amount)| i64::from(*amount)).sum();
        let mut rows = vec![change("opening", opening), change("closing", opening.saturating_add(sum))];
        rows.extend(steps.iter().map(|(name, amount)| change(name, i64::from(*amount))));
        let draw = || bridge(&rows, EVENT, "capital_yuan", july(), &style(en));
        check(draw(), draw());
    }

    #[test]
    fn rates_by_month(rows in prop::collection::vec((2010..2030_i32, 1..=12_u32, cohort(), any::<i64>(), any::<i64>()), 0..60), en: bool) {
        let row = |(year, month, cohort, started, projects): (i32, u32, String, i64, i64)| {
            metric(&format!("{year}-{month:02}-28"), &cohort, started, projects)
        };
        let rows: Vec<_> = rows.into_iter().map(row).collect();
        let draw = || months(&rows, EVENT, &style(en));
        check(draw(), draw());
    }

    #[test]
    fn funnels(rows in prop::collection::vec((any::<String>(), any::<i64>(), share(), share(), any::<bool>()), 0..60), en: bool) {
        let row = |(unit, n, value, low_95, outside): (String, i64, _, _, bool)| Ranking {
            value, low_95, verdict: outside.then(|| "far_above".to_owned()), ..ranking(&unit, n % 400, 0.5)
        };
        let rows: Vec<Ranking> = rows.into_iter().map(row).collect();
        let draw = || funnel(&rows, july(), &UnitNames::new(), &style(en));
        check(draw(), draw());
    }
}
