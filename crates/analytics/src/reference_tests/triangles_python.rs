//! Every triangle file that chainladder-python 0.10.1 computed (逐个三角形对照).

use std::path::Path;

use serde_json::Value;

use crate::reference_tests::compared::{Compared, figures, reference_folder, say};
use crate::reference_tests::triangle_files::{NAMES, exposures, triangle};
use crate::reference_tests::triangles_expected::{check_cape_cod, check_expected, rates};
use crate::reference_tests::triangles_ladder::check_ladder;
use crate::reference_tests::triangles_mack::{check_mack, check_mack_quarterly};
use crate::reference_tests::triangles_munich::check_munich;
use crate::triangles::cape_cod::{OriginExposure, Resemblance};

#[test]
fn triangles_agree_with_chainladder_python() {
    let Some(folder) = reference_folder() else { return };
    let n_agree: usize = NAMES.iter().map(|name| check_file(&folder, name)).sum();
    say(&format!("triangles of chainladder-python: {n_agree} figures agree in {} files", NAMES.len()));
}

fn check_file(folder: &Path, name: &str) -> usize {
    let file = format!("triangles/{name}.expected.json");
    let all = figures(folder, &file);
    let mut compared = Compared::new(&file);
    for (measure, want) in all.as_object().unwrap() {
        match measure.as_str() {
            "munich" => check_munich(&mut compared, folder, want),
            "cape_cod_with_sample_exposure" => check_sample(&mut compared, folder, want),
            measure => check_measure(&mut compared, folder, name, measure, want),
        }
    }
    compared.finish(&all)
}

fn check_measure(compared: &mut Compared, folder: &Path, name: &str, measure: &str, want: &Value) {
    let triangle = triangle(folder, name, measure);
    check_ladder(compared, &triangle, want);
    if name == "quarterly" {
        check_mack_quarterly(compared, &triangle, want, measure == "paid");
    } else {
        check_mack(compared, &triangle, want);
    }
    check_expected(compared, &triangle, want);
}

fn check_sample(compared: &mut Compared, folder: &Path, want: &Value) {
    let exposure = |contract_value| OriginExposure { contract_value, years_before_newest: 0.0 };
    let exposures: Vec<OriginExposure> = exposures(folder).into_iter().map(exposure).collect();
    let found = rates(&triangle(folder, "cc_sample", "loss"), &exposures, Resemblance::ALIKE);
    check_cape_cod(compared, &found, want, "apriori");
}
