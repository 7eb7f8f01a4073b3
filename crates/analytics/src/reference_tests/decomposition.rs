//! Every figure of the decomposition file (分解对照): Das Gupta's examples, Kitagawa, LMDI, concentration, Simpson, and
//! the headline of the synthetic 207 projects.

use serde_json::Value;

use crate::decomposition::das_gupta::das_gupta_product;
use crate::reference_tests::compared::{Compared, figures, numbers, reference_folder};
use crate::reference_tests::decomposition_kitagawa::check_kitagawa;
use crate::reference_tests::decomposition_money::{check_concentration, check_headline, check_lmdi};
use crate::reference_tests::decomposition_strata::check_strata;
use crate::reference_tests::expo_projects::projects;

#[test]
fn decompositions_agree_with_books_and_programs() {
    let Some(folder) = reference_folder() else { return };
    let file = "decomposition/decomposition.json";
    let all = figures(&folder, file);
    let projects = projects(&folder);
    let mut compared = Compared::new(file);
    for (name, want) in all.as_object().unwrap() {
        match name.as_str() {
            "lmdi_expo207_capital_2020_2022_by_industry" => check_lmdi(&mut compared, &projects, want),
            "concentration_expo207" => check_concentration(&mut compared, &projects, want),
            "headline_expo207" => check_headline(&mut compared, &projects, want),
            "simpson_kidney_stones" => check_strata(&mut compared, want),
            name if name.starts_with("dasgupta") => check_das_gupta(&mut compared, want),
            name if name.starts_with("kitagawa") => check_kitagawa(&mut compared, want),
            name => panic!("{name} is not compared"),
        }
    }
    compared.finish(&all);
}

fn check_das_gupta(compared: &mut Compared, want: &Value) {
    compared.inputs(&want["a"]);
    compared.inputs(&want["b"]);
    let effects = das_gupta_product(&numbers(&want["a"]), &numbers(&want["b"])).unwrap();
    let got: Vec<Option<f64>> = effects.iter().map(|effect| Some(*effect)).collect();
    compared.list("effects", &got, &want["effects"], 1e-10);
    for (effect, printed) in got.iter().zip(want["published"].as_array().unwrap()) {
        compared.printed("published", *effect, printed);
    }
}
