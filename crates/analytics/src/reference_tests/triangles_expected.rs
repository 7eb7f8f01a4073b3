//! Bornhuetter–Ferguson, Benktander and Cape Cod against chainladder-python 0.10.1 (先验法对照).

use serde_json::Value;

use crate::reference_tests::compared::{Compared, options};
use crate::reference_tests::triangles_ladder::{check_to_come, ultimates};
use crate::triangles::benktander::{benktander, bornhuetter_ferguson};
use crate::triangles::cape_cod::{CapeCod, OriginExposure, Resemblance, cape_cod};
use crate::triangles::development::remaining_factors;
use crate::triangles::link_factors::{Averaging, link_factors};
use crate::triangles::triangle::Triangle;

const RELATIVE: f64 = 1e-10;

pub(crate) fn check_expected(compared: &mut Compared, triangle: &Triangle, want: &Value) {
    let remaining = remaining_factors(&link_factors(triangle, Averaging::CHAIN_LADDER));
    let n_origins = triangle.origins().len();
    let bf = &want["bf"];
    let expected = vec![input(compared, &bf["apriori"]) * input(compared, &bf["exposure_each"]); n_origins];
    let forecasts = bornhuetter_ferguson(triangle, &remaining, &expected);
    compared.list("bf", &ultimates(&forecasts), &bf["ultimate"], RELATIVE);
    check_to_come(compared, &forecasts, &bf["ibnr"], RELATIVE);
    let twice = &want["benktander_k2"];
    compared.inputs(&twice["apriori"]);
    compared.inputs(&twice["exposure_each"]);
    let forecasts = benktander(triangle, &remaining, &expected, 2);
    compared.list("benktander", &ultimates(&forecasts), &twice["ultimate"], RELATIVE);
    check_cape_cods(compared, triangle, want);
}

fn input(compared: &mut Compared, figure: &Value) -> f64 {
    compared.inputs(figure);
    figure.as_f64().unwrap()
}

fn check_cape_cods(compared: &mut Compared, triangle: &Triangle, want: &Value) {
    let plain = &want["cape_cod"];
    let exposures = exposures(triangle, input(compared, &plain["exposure_each"]));
    check_cape_cod(compared, &rates(triangle, &exposures, Resemblance::ALIKE), plain, "apriori");
    let near = &want["cape_cod_decay0.9_trend0.03"];
    compared.inputs(&near["exposure_each"]);
    let resemblance = Resemblance { decay: 0.9, trend_per_year: 0.03 };
    check_cape_cod(compared, &rates(triangle, &exposures, resemblance), near, "detrended_apriori");
}

pub(crate) fn rates(triangle: &Triangle, exposures: &[OriginExposure], resemblance: Resemblance) -> CapeCod {
    let remaining = remaining_factors(&link_factors(triangle, Averaging::CHAIN_LADDER));
    cape_cod(triangle, &remaining, exposures, resemblance)
}

pub(crate) fn check_cape_cod(compared: &mut Compared, found: &CapeCod, want: &Value, rate_name: &str) {
    compared.list(rate_name, &options(&found.expected_rates), &want[rate_name], RELATIVE);
    compared.list("cape_cod", &ultimates(&found.forecasts), &want["ultimate"], RELATIVE);
}

/// The same contract value for every year. The peer counts years from the end of each to the day of the triangle, so
/// that an origin of which only the first quarter is known stands a quarter of a year after the one before it.
fn exposures(triangle: &Triangle, contract_value: f64) -> Vec<OriginExposure> {
    let first_age = f64::from(triangle.ages_months()[0]);
    let years_between = |distance: usize| (distance as f64 - 1.0 + first_age / 12.0).max(0.0);
    let n_origins = triangle.origins().len();
    (0..n_origins)
        .map(|origin_index| n_origins - 1 - origin_index)
        .map(|distance| OriginExposure { contract_value, years_before_newest: years_between(distance) })
        .collect()
}
