//! Mack's errors against chainladder-python 0.10.1 (马克误差对照).

use serde_json::Value;

use crate::not_estimable::NotEstimable;
use crate::reference_tests::compared::{Compared, options};
use crate::triangles::link_factors::{Averaging, link_factors};
use crate::triangles::mack::{Mack, PredictionError, mack, mack_with};
use crate::triangles::spreads::{LastSpread, spreads};
use crate::triangles::triangle::Triangle;

const RELATIVE: f64 = 1e-9;

pub(crate) fn check_mack(compared: &mut Compared, triangle: &Triangle, want: &Value) {
    check_rule(compared, &mack(triangle, LastSpread::LogLinear), &want["mack_loglinear"]);
    check_rule(compared, &mack(triangle, LastSpread::Mack), &want["mack_mack"]);
}

fn check_rule(compared: &mut Compared, mack: &Mack, want: &Value) {
    compared.list("sigma", &with_tail(&mack.spreads), &want["sigma"], RELATIVE);
    compared.list("ldf_std_err", &with_tail(&mack.factor_errors), &want["ldf_std_err"], RELATIVE);
    check_errors(compared, mack, want);
}

/// The peer prints one step more than there are ages, with a spread of 0.
fn with_tail(steps: &[Result<f64, NotEstimable>]) -> Vec<Option<f64>> {
    let mut steps = options(steps);
    steps.push(Some(0.0));
    steps
}

fn check_errors(compared: &mut Compared, mack: &Mack, want: &Value) {
    let part = |part: fn(&PredictionError) -> f64| -> Vec<Option<f64>> {
        mack.errors.iter().map(|error| error.as_ref().ok().map(part)).collect()
    };
    compared.list("process_risk", &part(|error| error.process), &want["process_risk"], RELATIVE);
    compared.list("parameter_risk", &part(|error| error.parameter), &want["parameter_risk"], RELATIVE);
    let totals = part(PredictionError::total);
    for (got, want) in totals.iter().zip(want["mack_std_err"].as_array().unwrap()) {
        // An origin that has reached the last age has no error: ours is 0, the peer prints nothing.
        let got = if want.is_null() && *got == Some(0.0) { None } else { *got };
        compared.figure("mack_std_err", got, want, RELATIVE);
    }
    let total = mack.total.ok();
    let sum = total.map(|total| total.total());
    compared.figure("total_mack_std_err", sum, &want["total_mack_std_err"], RELATIVE);
    let (process, parameter) = (total.map(|total| total.process), total.map(|total| total.parameter));
    compared.figure("total_process_risk", process, &want["total_process_risk"], RELATIVE);
    compared.figure("total_parameter_risk", parameter, &want["total_parameter_risk"], RELATIVE);
}

/// Twelve origins at 45 quarterly ages: four spreads are unknown, and the product says so.
///
/// Asserted: all spreads that can be estimated, and with Mack's rule the paid errors; there the two spreads before
/// the unknown ones are 0, so that the rule gives 0 for every unknown one.
pub(crate) fn check_mack_quarterly(
    compared: &mut Compared,
    triangle: &Triangle,
    want: &Value,
    is_paid: bool,
) {
    let n_known = 40;
    for (rule, last) in [("mack_loglinear", LastSpread::LogLinear), ("mack_mack", LastSpread::Mack)] {
        let ours = mack(triangle, last);
        let unknown = vec![Err(NotEstimable::SeveralSpreadsMissing); 4];
        assert_eq!(ours.spreads[n_known..], unknown);
        assert_eq!(ours.total, Err(NotEstimable::SeveralSpreadsMissing));
        check_known(compared, &ours.spreads, &want[rule]["sigma"], n_known);
        check_known(compared, &ours.factor_errors, &want[rule]["ldf_std_err"], n_known);
        if is_paid && last == LastSpread::Mack {
            check_errors(compared, &with_zero_spreads(triangle), &want[rule]);
        } else {
            leave_errors_out(compared, &want[rule]);
        }
    }
}

fn check_known(compared: &mut Compared, steps: &[Result<f64, NotEstimable>], want: &Value, n_known: usize) {
    let want = want.as_array().unwrap();
    for (got, want) in options(steps).into_iter().zip(want).take(n_known) {
        let is_stand_in = got == Some(0.0) && want.as_f64().is_none_or(|want| want < 1e-300);
        if is_stand_in {
            compared.left_out(want, "the peer writes 1e-320 or nothing for a spread of 0");
        } else {
            compared.figure("sigma", got, want, RELATIVE);
        }
    }
    let unknown = Value::from(want[n_known..].to_vec());
    compared.left_out(&unknown, "several spreads are unknown: not estimable in the product");
}

fn with_zero_spreads(triangle: &Triangle) -> Mack {
    let factors = link_factors(triangle, Averaging::CHAIN_LADDER);
    let known = spreads(triangle, &factors, LastSpread::Mack);
    assert_eq!(known[38..40], [Ok(0.0), Ok(0.0)]);
    mack_with(triangle, factors, known.into_iter().map(|spread| spread.or(Ok(0.0))).collect())
}

fn leave_errors_out(compared: &mut Compared, want: &Value) {
    let names = ["mack_std_err", "process_risk", "parameter_risk", "total_mack_std_err"];
    for name in names.into_iter().chain(["total_process_risk", "total_parameter_risk"]) {
        compared.left_out(&want[name], "several spreads are unknown: not estimable in the product");
    }
}
