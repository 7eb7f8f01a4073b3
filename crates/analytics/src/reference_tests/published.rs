//! The audit of published headlines (公布数据核验对照), exact.

use serde_json::Value;

use crate::audit::additivity::{AdditivityGrade, PrintedKind, additivity};
use crate::audit::denominators::{Denominators, possible_denominators};
use crate::audit::money_range::{MoneyRange, money_range};
use crate::audit::printed_number::PrintedNumber;
use crate::audit::rounding::Rounding;
use crate::reference_tests::compared::{Compared, figures, reference_folder};

#[test]
fn the_audit_finds_what_is_wrong_in_published_figures() {
    let Some(folder) = reference_folder() else { return };
    let file = "published/headline_audit.json";
    let all = figures(&folder, file);
    let mut compared = Compared::new(file);
    let anhui = &all["anhui_wmc"];
    for edition in anhui["editions"].as_object().unwrap().values() {
        check_edition(&mut compared, edition);
    }
    check_sums(&mut compared, anhui);
    check_headline(&mut compared, &all["expo_2020_2022"]);
    compared.finish(&all);
}

fn check_edition(compared: &mut Compared, edition: &Value) {
    let registered = denominators(compared, edition, "registered");
    let started = denominators(compared, edition, "started");
    check_list(compared, &registered, &edition["feasible_n_from_registered"]);
    check_list(compared, &started, &edition["feasible_n_from_started"]);
    check_list(compared, &registered.also(&started), &edition["feasible_n_both"]);
    check_range(compared, edition);
}

fn denominators(compared: &mut Compared, figures: &Value, name: &str) -> Denominators {
    compared.inputs(&figures[name]);
    let printed = number(&figures[format!("{name}_pct")]);
    possible_denominators(figures[name].as_u64().unwrap(), printed, Rounding::HalfUp).unwrap()
}

fn check_list(compared: &mut Compared, found: &Denominators, want: &Value) {
    let found: Vec<_> = (found.least..=found.most.unwrap()).map(|n| Some(n as f64)).collect();
    compared.list("denominators", &found, want, 0.0);
}

fn check_range(compared: &mut Compared, figures: &Value) -> MoneyRange {
    let (amount, printed) = (number(&figures["capital"]), number(&figures["capital_pct"]));
    let range = money_range(amount, printed, Rounding::HalfUp).unwrap();
    let ends = [range.low(1).unwrap(), range.high(1).unwrap().unwrap()];
    let ends = ends.map(|end| end.to_string().parse().ok());
    compared.list("range", &ends, &figures["contract_value_range_from_capital_rate"], 0.0);
    range
}

fn check_sums(compared: &mut Compared, anhui: &Value) {
    let mut n_failures = 0;
    for (name, kind) in [
        ("registered", PrintedKind::Counts),
        ("started", PrintedKind::Counts),
        ("capital", PrintedKind::Rounded),
    ] {
        let printed = |edition: &str| number(&anhui["editions"][edition][name]);
        let found = additivity(&["2018", "2019", "2020"].map(printed), printed("ALL"), kind).unwrap();
        let want = &anhui["additivity"][name];
        compared.inputs(want); // texts and numbers, compared as printed
        compared.holds(name, found.sum == number(&want[0]) && found.total == number(&want[1]));
        n_failures += usize::from(found.grade == AdditivityGrade::Failure);
    }
    compared.holds("three failures", n_failures == 3);
}

fn check_headline(compared: &mut Compared, headline: &Value) {
    let found = denominators(compared, headline, "started");
    check_list(compared, &found, &headline["feasible_n_from_started"]);
    compared.figure("projects", Some(found.least as f64), &headline["projects"], 0.0);
    let range = check_range(compared, headline);
    compared.holds("6876 lies inside", range.contains(number(&headline["contract_value"])));
}

fn number(value: &Value) -> PrintedNumber {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    PrintedNumber::read(&text).unwrap()
}
