//! Kitagawa against Das Gupta's example 5.1 and statsmodels 0.15 (基塔加瓦对照).

use serde_json::Value;

use crate::decomposition::cells::{RatedCell, SideRate};
use crate::decomposition::kitagawa::{TwoParts, kitagawa_three_parts, kitagawa_two_parts};
use crate::reference_tests::compared::{Compared, numbers};

const RELATIVE: f64 = 1e-10;

pub(crate) fn check_kitagawa(compared: &mut Compared, want: &Value) {
    let (from, to) = (sides(compared, want, "0"), sides(compared, want, "1"));
    let forth = cells(&from, &to);
    let two = kitagawa_two_parts(&forth).unwrap();
    check_two_parts(compared, &two, want);
    let three = kitagawa_three_parts(&forth).unwrap();
    let parts = &want["three_part"];
    compared.figure("rate_at_base", Some(three.rate), &parts["rate_at_base"], RELATIVE);
    compared.figure("composition", Some(three.composition), &parts["composition_at_base"], RELATIVE);
    compared.figure("interaction", Some(three.interaction), &parts["interaction"], RELATIVE);
    check_oaxaca(compared, &cells(&to, &from), want);
    if let Some(printed) = want["published"].as_object() {
        compared.printed("rate", Some(two.rate), &printed["rate"]);
        compared.printed("composition", Some(two.composition), &printed["composition"]);
        compared.printed("diff", Some(two.difference()), &printed["diff"]);
    }
}

fn check_two_parts(compared: &mut Compared, two: &TwoParts, want: &Value) {
    compared.figure("R0", Some(two.from_rate), &want["R0"], RELATIVE);
    compared.figure("R1", Some(two.to_rate), &want["R1"], RELATIVE);
    compared.figure("diff", Some(two.difference()), &want["diff"], RELATIVE);
    compared.figure("rate", Some(two.rate), &want["rate_effect"], RELATIVE);
    compared.figure("composition", Some(two.composition), &want["composition_effect"], RELATIVE);
    let rates: Vec<_> = two.cells.iter().map(|cell| Some(cell.rate)).collect();
    compared.list("rate by cell", &rates, &want["rate_effect_by_cell"], RELATIVE);
    let mixes: Vec<_> = two.cells.iter().map(|cell| Some(cell.composition)).collect();
    compared.list("composition by cell", &mixes, &want["composition_effect_by_cell"], RELATIVE);
}

/// Oaxaca–Blinder takes the first side less the second: the sides are exchanged.
fn check_oaxaca(compared: &mut Compared, back: &[RatedCell], want: &Value) {
    let (two, three) = (kitagawa_two_parts(back).unwrap(), kitagawa_three_parts(back).unwrap());
    if let Some(fold) = want["statsmodels_oaxaca_two_fold_w0.5"].as_object() {
        compared.figure("unexplained", Some(two.rate), &fold["unexplained"], RELATIVE);
        compared.figure("explained", Some(two.composition), &fold["explained"], RELATIVE);
        compared.figure("gap", Some(two.difference()), &fold["gap"], RELATIVE);
    }
    if let Some(fold) = want["statsmodels_oaxaca_three_fold"].as_object() {
        compared.figure("coefficients", Some(three.rate), &fold["coefficients"], RELATIVE);
        compared.figure("endowments", Some(three.composition), &fold["endowments"], RELATIVE);
        compared.figure("interaction", Some(three.interaction), &fold["interaction"], RELATIVE);
        compared.figure("gap", Some(two.difference()), &fold["gap"], RELATIVE);
    }
}

fn sides(compared: &mut Compared, want: &Value, side: &str) -> Vec<SideRate> {
    let (weights, rates) = (&want[format!("w{side}")], &want[format!("r{side}")]);
    compared.inputs(weights);
    compared.inputs(rates);
    let side = |(weight, rate)| SideRate { n_projects: 0, weight, rate: Some(rate) };
    numbers(weights).into_iter().zip(numbers(rates)).map(side).collect()
}

fn cells(from: &[SideRate], to: &[SideRate]) -> Vec<RatedCell> {
    let cell = |(from, to): (&SideRate, &SideRate)| RatedCell { cell: String::new(), from: *from, to: *to };
    from.iter().zip(to).map(cell).collect()
}
