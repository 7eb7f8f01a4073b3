//! Mack, Merz–Wüthrich and Munich against R ChainLadder 0.2.21 (与 R 对照).

use std::path::Path;

use serde_json::Value;

use crate::reference_tests::compared::{Compared, figures, options, reference_folder};
use crate::reference_tests::triangle_files::triangle;
use crate::reference_tests::triangles_ladder::{growths, ultimates};
use crate::reference_tests::triangles_munich::check_munich_of_r;
use crate::triangles::forecast::{Forecast, total_to_come};
use crate::triangles::mack::{Mack, PredictionError, mack};
use crate::triangles::next_step_error::next_step_error;
use crate::triangles::spreads::LastSpread;

const RELATIVE: f64 = 1e-9;

#[test]
fn errors_agree_with_r_chainladder() {
    let Some(folder) = reference_folder() else { return };
    let file = "triangles/r_chainladder.expected.json";
    let all = figures(&folder, file);
    let mut compared = Compared::new(file);
    for (name, want) in all.as_object().unwrap() {
        if name.starts_with("mcl/munich") {
            check_munich_of_r(&mut compared, &folder, want);
        } else {
            check_mack_of_r(&mut compared, &folder, name, want);
        }
    }
    compared.finish(&all);
}

fn check_mack_of_r(compared: &mut Compared, folder: &Path, name: &str, want: &Value) {
    let (name, rule) = name.split_once('/').unwrap();
    // R puts Mack's spread in place of the line's where the line fits badly, and says so.
    let is_line = rule == "log-linear" && want["sigma_overridden"] == Value::Bool(false);
    let last = if is_line { LastSpread::LogLinear } else { LastSpread::Mack };
    let ours = mack(&triangle(folder, name, "values"), last);
    let mut factors = growths(&ours.factors);
    factors.push(Some(1.0)); // R's tail
    compared.list("f", &factors, &want["f"], RELATIVE);
    compared.list("sigma", &options(&ours.spreads), &want["sigma"], RELATIVE);
    compared.list("f_se", &options(&ours.factor_errors), &want["f_se"], RELATIVE);
    compared.list("ultimate", &ultimates(&ours.forecasts), &want["ultimate"], RELATIVE);
    check_risks(compared, &ours, want);
    check_next_step(compared, &ours, want);
}

fn check_risks(compared: &mut Compared, ours: &Mack, want: &Value) {
    let part = |part: fn(&PredictionError) -> f64| -> Vec<Option<f64>> {
        ours.errors.iter().map(|error| error.as_ref().ok().map(part)).collect()
    };
    compared.list("mack_se", &part(PredictionError::total), &want["mack_se"], RELATIVE);
    compared.list("process_risk", &part(|error| error.process), &want["process_risk"], RELATIVE);
    compared.list("parameter_risk", &part(|error| error.parameter), &want["parameter_risk"], RELATIVE);
    let total = ours.total.ok().map(|total| total.total());
    compared.list("total_se", &[total], &want["total_se"], RELATIVE);
}

fn check_next_step(compared: &mut Compared, ours: &Mack, want: &Value) {
    let mut to_come: Vec<Option<f64>> =
        ours.forecasts.iter().map(|forecast: &Forecast| forecast.to_come().ok()).collect();
    to_come.push(total_to_come(&ours.forecasts).ok());
    compared.list("ibnr", &to_come, &want["ibnr"], RELATIVE);
    let next = next_step_error(ours);
    let mut errors = options(&next.origins);
    errors.push(next.total.ok());
    compared.list("cdr1_se", &errors, &want["cdr1_se"], RELATIVE);
}
