//! The over-dispersed Poisson model against a quasi-Poisson GLM and a bootstrap (过离散泊松对照).

use serde_json::Value;

use crate::reference_tests::compared::{Compared, figures, reference_folder};
use crate::reference_tests::triangle_files::triangle;
use crate::triangles::poisson::{PoissonFit, poisson_fit};
use crate::triangles::poisson_bootstrap::{Rounds, poisson_bootstrap};
use crate::triangles::poisson_error::poisson_errors;

const RELATIVE: f64 = 1e-8;

/// The bootstrap is random on both sides.
const STOCHASTIC: f64 = 0.03;

#[test]
fn poisson_errors_agree_with_a_glm_and_its_bootstrap() {
    let Some(folder) = reference_folder() else { return };
    let file = "triangles/odp.expected.json";
    let all = figures(&folder, file);
    let mut compared = Compared::new(file);
    for (name, want) in all.as_object().unwrap() {
        let fit = poisson_fit(&triangle(&folder, name, "values")).unwrap();
        check_fit(&mut compared, &fit, want);
        check_bootstrap(&mut compared, &fit, &want["bootstrap_chainladder_python"]);
    }
    compared.finish(&all);
}

fn check_fit(compared: &mut Compared, fit: &PoissonFit, want: &Value) {
    compared.figure("dispersion", Some(fit.dispersion), &want["dispersion_pearson"], RELATIVE);
    compared.figure("df", Some(fit.degrees_of_freedom as f64), &want["df_resid"], 0.0);
    compared.figure("negative", Some(fit.n_negative as f64), &want["negative_increments"], 0.0);
    let errors = poisson_errors(fit).unwrap();
    let reserves: Vec<_> = errors.origins.iter().map(|origin| Some(origin.to_come)).collect();
    compared.list("reserve", &reserves, &want["reserve"], RELATIVE);
    let spreads: Vec<_> = errors.origins.iter().map(|origin| Some(origin.error)).collect();
    compared.list("prediction_error", &spreads, &want["prediction_error"], RELATIVE);
    compared.figure("total", Some(errors.total.to_come), &want["reserve_total"], RELATIVE);
    compared.figure("total error", Some(errors.total.error), &want["prediction_error_total"], RELATIVE);
}

fn check_bootstrap(compared: &mut Compared, fit: &PoissonFit, want: &Value) {
    compared.inputs(&want["n_sims"]);
    compared.inputs(&want["random_state"]);
    let rounds = Rounds { n: 20_000, seed: 20_230_731 };
    let sums = poisson_bootstrap(fit, rounds).unwrap().to_come;
    compared.figure("mean", Some(sums.mean()), &want["mean"], STOCHASTIC);
    compared.figure("sd", sums.standard_deviation().ok(), &want["sd"], STOCHASTIC);
    for (name, share) in [("p50", 0.5), ("p75", 0.75), ("p95", 0.95)] {
        compared.figure(name, Some(sums.percentile(share)), &want[name], STOCHASTIC);
    }
}
