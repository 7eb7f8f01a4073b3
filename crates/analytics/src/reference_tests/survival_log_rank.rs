//! Log-rank tests against R survival and three Python packages (时序检验对照): `survival/logrank.csv`,
//! `survival/logrank_python.json`.

use std::path::Path;

use serde_json::Value;

use crate::reference_tests::comparison::{Comparison, Tolerance, conclude, relative};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::samples::{members_of, samples};
use crate::reference_tests::table::{Row, Table};
use crate::survival::log_rank::{AgeWeight, CurveTest, TiedVariance, compare_curves};

const STATISTIC: Tolerance = relative(1e-9);
const P_VALUE: Tolerance = relative(1e-7);

#[test]
fn comparisons_are_those_of_r() {
    let Some(folder) = reference_folder("comparisons of R") else { return };
    let file = "survival/logrank.csv";
    let table = Table::read(&folder, file);
    let mut comparison = Comparison::of(file);
    for row in table.rows() {
        compare_row(&mut comparison, &folder, row);
    }
    conclude(&[comparison]);
}

fn compare_row(comparison: &mut Comparison, folder: &Path, row: Row<'_>) {
    let set = row.text("set");
    // R's survdiff knows no late entry: those two rows are score tests of a Cox model with Breslow's ties
    let is_cox = row.text("expected") == "cox-score-breslow";
    let ties = if is_cox { TiedVariance::Breslow } else { TiedVariance::Hypergeometric };
    let weight =
        if row.known("rho") == 0.0 { AgeWeight::One } else { AgeWeight::SurvivalPower(row.known("rho")) };
    let ours = compared(folder, set, !row.text("strata").is_empty(), weight, ties);
    let place = format!("{set} {} {}", row.text("rho"), row.text("strata"));
    let freedom = Some(ours.test.degrees_of_freedom as f64);
    comparison.check(&format!("df {place}"), freedom, row.figure("df"), STATISTIC);
    comparison.check(&format!("chisq {place}"), Some(ours.test.statistic), row.figure("chisq"), STATISTIC);
    comparison.check(&format!("p {place}"), Some(ours.test.p_value), row.figure("p"), P_VALUE);
    if !is_cox {
        check_list(comparison, &format!("observed {place}"), &ours.observed, &numbers(row.text("observed")));
        check_list(comparison, &format!("expected {place}"), &ours.expected, &numbers(row.text("expected")));
    }
}

fn compared(folder: &Path, set: &str, in_strata: bool, weight: AgeWeight, ties: TiedVariance) -> CurveTest {
    let (members, n_groups) = members_of(&samples(folder, set), in_strata);
    compare_curves(&members, n_groups, 1, weight, ties).unwrap()
}

fn numbers(text: &str) -> Vec<f64> {
    text.split('|').map(|number| number.trim().parse().unwrap()).collect()
}

fn check_list(comparison: &mut Comparison, figure: &str, ours: &[f64], theirs: &[f64]) {
    assert_eq!(ours.len(), theirs.len(), "{figure}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        comparison.check_known(figure, *ours, *theirs, STATISTIC);
    }
}

#[test]
fn comparisons_are_those_of_python() {
    let Some(folder) = reference_folder("comparisons of Python") else { return };
    let file = "survival/logrank_python.json";
    let sets: Value = serde_json::from_str(&std::fs::read_to_string(folder.join(file)).unwrap()).unwrap();
    let mut comparison = Comparison::of(file);
    for (set, tests) in sets.as_object().unwrap() {
        for (test, theirs) in tests.as_object().unwrap() {
            compare_test(&mut comparison, &folder, (set, test), theirs);
        }
    }
    conclude(&[comparison]);
}

fn compare_test(comparison: &mut Comparison, folder: &Path, (set, test): (&str, &str), theirs: &Value) {
    let weight = match test {
        "lifelines_fh_p1_q0" | "lifelines_peto" => AgeWeight::SurvivalPower(1.0),
        "lifelines_wilcoxon" | "wilcoxon_by_definition" => AgeWeight::AtRisk,
        "lifelines_tarone-ware" | "tarone_ware_by_definition" => AgeWeight::RootAtRisk,
        _ => AgeWeight::One,
    };
    let ours = compared(folder, set, false, weight, TiedVariance::Hypergeometric);
    let place = format!("{set} {test}");
    let chisq = theirs.get("chisq").unwrap_or(theirs).as_f64().unwrap();
    if test == "lifelines_peto" {
        // another weight than R's rho = 1 and ours: a known disagreement
        assert!((ours.test.statistic - chisq).abs() > 1e-3, "{place} should be another test");
        return;
    }
    comparison.check_known(&format!("chisq {place}"), ours.test.statistic, chisq, STATISTIC);
    compare_p_value(comparison, &place, &ours, theirs);
    if let Some(freedom) = theirs.get("df").and_then(Value::as_f64) {
        comparison.check_known(
            &format!("df {place}"),
            ours.test.degrees_of_freedom as f64,
            freedom,
            STATISTIC,
        );
    }
    for (name, ours) in [("observed", &ours.observed), ("expected", &ours.expected)] {
        if let Some(list) = theirs.get(name).and_then(Value::as_array) {
            let list: Vec<f64> = list.iter().map(|number| number.as_f64().unwrap()).collect();
            check_list(comparison, &format!("{name} {place}"), ours, &list);
        }
    }
}

fn compare_p_value(comparison: &mut Comparison, place: &str, ours: &CurveTest, theirs: &Value) {
    // statsmodels takes 1 less the distribution, which leaves 0 of 2e-28
    let Some(p_value) = theirs.get("p").and_then(Value::as_f64).filter(|p_value| *p_value > 0.0) else {
        return;
    };
    comparison.check_known(&format!("p {place}"), ours.test.p_value, p_value, P_VALUE);
}
