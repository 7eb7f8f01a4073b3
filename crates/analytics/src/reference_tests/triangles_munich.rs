//! The Munich chain ladder against two programs (慕尼黑链梯法对照). They differ in the spread of the last step, so
//! that each is asserted with its own rule.

use std::path::Path;

use serde_json::Value;

use crate::reference_tests::compared::{Compared, options};
use crate::reference_tests::triangle_files::triangle;
use crate::triangles::munich::{Munich, MunichSide, munich};
use crate::triangles::spreads::{LastSpread, with_last};

const RELATIVE: f64 = 1e-8;

/// chainladder-python: the last spread lies on a line.
pub(crate) fn check_munich(compared: &mut Compared, folder: &Path, want: &Value) {
    let ours = both(folder, LastSpread::LogLinear);
    compared.list("incurred", &options(&ours.incurred.ultimates), &want["ultimate"][0], RELATIVE);
    compared.list("paid", &options(&ours.paid.ultimates), &want["ultimate"][1], RELATIVE);
    let ratios: Vec<Option<f64>> = [ratio_spreads(&ours.incurred), ratio_spreads(&ours.paid)].concat();
    compared.list("rho", &ratios, &want["rho"]["Total"], RELATIVE);
    compared.list("lambda", &[ours.incurred.lambda.ok()], &want["lambda"]["incurred"], RELATIVE);
    compared.list("lambda", &[ours.paid.lambda.ok()], &want["lambda"]["paid"], RELATIVE);
}

/// R ChainLadder: the last spread follows Mack's rule, under both of its settings.
pub(crate) fn check_munich_of_r(compared: &mut Compared, folder: &Path, want: &Value) {
    let ours = both(folder, LastSpread::Mack);
    for (name, side) in [("paid", &ours.paid), ("incurred", &ours.incurred)] {
        compared.list(name, &options(&side.ultimates), &want[format!("{name}_ultimate")], RELATIVE);
        compared.list("lambda", &[side.lambda.ok()], &want[format!("lambda_{name}")], RELATIVE);
        compared.list("rho", &ratio_spreads(side), &want[format!("rho_{name}")], RELATIVE);
    }
}

fn both(folder: &Path, last: LastSpread) -> Munich {
    munich(&triangle(folder, "mcl", "paid"), &triangle(folder, "mcl", "incurred"), last).unwrap()
}

/// Both programs print a last spread of the ratios, on a line through their logarithms. No forecast needs it.
fn ratio_spreads(side: &MunichSide) -> Vec<Option<f64>> {
    let known = side.ratios.iter().map(|ratio| ratio.spread).collect();
    options(&with_last(known, LastSpread::LogLinear))
}
