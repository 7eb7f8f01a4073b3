//! Link ratios, factors and chain ladder against chainladder-python 0.10.1 (链梯法对照).

use serde_json::Value;

use crate::reference_tests::compared::{Compared, options};
use crate::triangles::chain_ladder::{chain_ladder, completed_square};
use crate::triangles::development::remaining_factors;
use crate::triangles::forecast::{Forecast, total_to_come, total_ultimate};
use crate::triangles::link_factors::{Average, Averaging, LinkFactor, link_factors, link_ratios};
use crate::triangles::triangle::Triangle;

const RELATIVE: f64 = 1e-12;

pub(crate) fn check_ladder(compared: &mut Compared, triangle: &Triangle, want: &Value) {
    let origins: Vec<&str> = triangle.origins().iter().map(String::as_str).collect();
    compared.holds("origins", want["origin"] == Value::from(origins));
    let ages: Vec<Option<f64>> = triangle.ages_months().iter().map(|age| Some(f64::from(*age))).collect();
    compared.list("age", &ages, &want["age"], 0.0);
    check_ratios(compared, triangle, &want["link_ratio"]);
    check_factors(compared, triangle, want);
    let factors = link_factors(triangle, Averaging::CHAIN_LADDER);
    check_forecasts(compared, &chain_ladder(triangle, &remaining_factors(&factors)), want);
    check_square(compared, triangle, &factors, want);
}

fn check_square(compared: &mut Compared, triangle: &Triangle, factors: &[LinkFactor], want: &Value) {
    for (origin_index, row) in completed_square(triangle, factors).iter().enumerate() {
        let want_row = want["completed_square"][origin_index].as_array().unwrap();
        let latest = triangle.latest(origin_index).unwrap().age_index;
        let last = row.len() - 1;
        for (age_index, (got, want_cell)) in row.iter().zip(want_row).enumerate() {
            let is_between = latest < age_index && age_index < last;
            if is_between && is_rounding_noise(want, origin_index) {
                compared.left_out(want_cell, "the peer shares out an amount to come that is rounding noise");
            } else {
                compared.figure("completed_square", *got, want_cell, RELATIVE);
            }
        }
    }
}

/// The peer fills a row by sharing out what is to come. Of the quarterly origin 1996 that is −2.3e-13 of 1300.
fn is_rounding_noise(want: &Value, origin_index: usize) -> bool {
    let figure = |name: &str| want[name][origin_index].as_f64().unwrap();
    figure("ibnr").abs() < 1e-15 * figure("ultimate")
}

fn check_ratios(compared: &mut Compared, triangle: &Triangle, want: &Value) {
    let ratios = link_ratios(triangle);
    for (origin_index, want) in want.as_array().unwrap().iter().enumerate() {
        compared.list("link_ratio", &ratios[origin_index], want, RELATIVE);
    }
}

fn check_factors(compared: &mut Compared, triangle: &Triangle, want: &Value) {
    let kinds =
        [("volume", Average::Volume), ("simple", Average::Simple), ("regression", Average::Regression)];
    for (name, average) in kinds {
        let factors = link_factors(triangle, Averaging { average, newest: None });
        compared.list(name, &growths(&factors), &want[format!("ldf_{name}")], RELATIVE);
        let mut remaining = remaining_factors(&factors);
        remaining.pop(); // the last age has nothing left, which the peer does not print
        compared.list(name, &options(&remaining), &want[format!("cdf_{name}")], RELATIVE);
    }
    for newest in [3, 5] {
        let averaging = Averaging { average: Average::Volume, newest: Some(newest) };
        let name = format!("ldf_volume_latest{newest}");
        compared.list(&name, &growths(&link_factors(triangle, averaging)), &want[&name], RELATIVE);
    }
}

fn check_forecasts(compared: &mut Compared, forecasts: &[Forecast], want: &Value) {
    let latest: Vec<_> =
        forecasts.iter().map(|forecast| forecast.latest.ok().map(|latest| latest.cumulative)).collect();
    compared.list("latest", &latest, &want["latest"], RELATIVE);
    compared.list("ultimate", &ultimates(forecasts), &want["ultimate"], RELATIVE);
    check_to_come(compared, forecasts, &want["ibnr"], RELATIVE);
    compared.figure("ibnr_total", total_to_come(forecasts).ok(), &want["ibnr_total"], RELATIVE);
    compared.figure("ultimate_total", total_ultimate(forecasts).ok(), &want["ultimate_total"], RELATIVE);
}

/// What is to come. The peer leaves it out where nothing is: ours is 0 there.
pub(crate) fn check_to_come(compared: &mut Compared, forecasts: &[Forecast], want: &Value, relative: f64) {
    for (forecast, want) in forecasts.iter().zip(want.as_array().unwrap()) {
        let to_come = forecast.to_come().ok();
        let got = if want.is_null() && to_come == Some(0.0) { None } else { to_come };
        compared.figure("ibnr", got, want, relative);
    }
}

pub(crate) fn ultimates(forecasts: &[Forecast]) -> Vec<Option<f64>> {
    forecasts.iter().map(|forecast| forecast.ultimate.ok()).collect()
}

pub(crate) fn growths(factors: &[LinkFactor]) -> Vec<Option<f64>> {
    factors.iter().map(|link| link.factor.ok()).collect()
}
