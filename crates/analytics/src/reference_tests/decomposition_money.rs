//! LMDI, concentration and the headline of the synthetic projects, by definition (金额分解与集中度对照).

use std::collections::BTreeMap;

use serde_json::Value;

use crate::concentration::gini::gini;
use crate::concentration::herfindahl::{effective_number, herfindahl, herfindahl_normalised};
use crate::concentration::largest::share_of_largest;
use crate::concentration::shares::Shares;
use crate::concentration::theil::theil;
use crate::decomposition::lmdi::{MoneyCell, lmdi_additive, lmdi_multiplicative};
use crate::finite::ratio;
use crate::money_parts::{MoneyPart, money_rate};
use crate::money_rates::linearised::linearised_error;
use crate::reference_tests::compared::Compared;
use crate::reference_tests::expo_projects::Project;

const RELATIVE: f64 = 1e-10;

pub(crate) fn check_lmdi(compared: &mut Compared, projects: &[Project], want: &Value) {
    let cells = industry_cells(projects);
    let from: f64 = cells.iter().map(|cell| cell.capital_from).sum();
    let to: f64 = cells.iter().map(|cell| cell.capital_to).sum();
    compared.figure("C0", Some(from), &want["C0"], RELATIVE);
    compared.figure("C1", Some(to), &want["C1"], RELATIVE);
    let (sum, parts) = (lmdi_additive(&cells).unwrap(), &want["additive"]);
    compared.figure("volume", Some(sum.volume), &parts["activity(contract value)"], RELATIVE);
    compared.figure("mix", Some(sum.mix), &parts["structure(industry mix)"], RELATIVE);
    compared.figure("rate", Some(sum.rate), &parts["intensity(arrival rate)"], RELATIVE);
    compared.figure("sum", Some(sum.volume + sum.mix + sum.rate), &parts["sum"], RELATIVE);
    let (factors, parts) = (lmdi_multiplicative(&cells).unwrap(), &want["multiplicative"]);
    compared.figure("activity", Some(factors.volume), &parts["activity"], RELATIVE);
    compared.figure("structure", Some(factors.mix), &parts["structure"], RELATIVE);
    compared.figure("intensity", Some(factors.rate), &parts["intensity"], RELATIVE);
    let product = factors.volume * factors.mix * factors.rate;
    compared.figure("product", Some(product), &parts["product"], RELATIVE);
    compared.figure("ratio", Some(to / from), &parts["ratio"], RELATIVE);
}

fn industry_cells(projects: &[Project]) -> Vec<MoneyCell> {
    let mut cells: BTreeMap<&str, MoneyCell> = BTreeMap::new();
    for project in projects {
        let empty = MoneyCell { volume_from: 0.0, volume_to: 0.0, capital_from: 0.0, capital_to: 0.0 };
        let cell = cells.entry(&project.industry).or_insert(empty);
        if project.cohort == "2020" {
            cell.volume_from += project.contract_value;
            cell.capital_from += project.capital;
        } else if project.cohort == "2022" {
            cell.volume_to += project.contract_value;
            cell.capital_to += project.capital;
        }
    }
    cells.into_values().collect()
}

pub(crate) fn check_concentration(compared: &mut Compared, projects: &[Project], want: &Value) {
    let values = |value: fn(&Project) -> f64| projects.iter().map(value).collect::<Vec<f64>>();
    let held_by = |holder: fn(&Project) -> &str| -> Vec<f64> {
        let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
        for project in projects {
            *sums.entry(holder(project)).or_default() += project.contract_value;
        }
        sums.into_values().collect()
    };
    let distributions = [
        ("project_contract_value", values(|project| project.contract_value)),
        ("project_capital", values(|project| project.capital)),
        ("district_contract_value", held_by(|project| &project.district)),
        ("industry_contract_value", held_by(|project| &project.industry)),
        ("equal_4", vec![5.0; 4]),
        ("single", vec![5.0]),
        ("with_zero", vec![0.0, 3.0, 1.0]),
    ];
    for (name, values) in distributions {
        check_distribution(compared, &values, &want[name]);
    }
}

fn check_distribution(compared: &mut Compared, values: &[f64], want: &Value) {
    let shares = Shares::of(values).unwrap();
    let index = herfindahl(&shares);
    compared.figure("n", Some(shares.n() as f64), &want["n"], 0.0);
    compared.figure("hhi", Some(index), &want["hhi"], RELATIVE);
    compared.figure("hhi_10000", Some(index * 10_000.0), &want["hhi_10000"], RELATIVE);
    let normalised = herfindahl_normalised(&shares).ok();
    compared.figure("normalised", normalised, &want["hhi_normalised"], RELATIVE);
    compared.figure("effective", effective_number(&shares).ok(), &want["effective_number"], RELATIVE);
    for (name, n_largest) in [("top1", 1), ("top3", 3), ("top10", 10)] {
        compared.figure(name, Some(share_of_largest(&shares, n_largest)), &want[name], RELATIVE);
    }
    compared.figure("gini", Some(gini(&shares)), &want["gini"], RELATIVE);
    compared.figure("theil", Some(theil(&shares)), &want["theil_t"], RELATIVE);
}

pub(crate) fn check_headline(compared: &mut Compared, projects: &[Project], want: &Value) {
    for (name, want) in want.as_object().unwrap() {
        if name == "by_district" {
            for (district, want) in want.as_object().unwrap() {
                check_line(compared, projects, want, |project| project.district == *district);
            }
        } else {
            check_line(compared, projects, want, |project| name == "ALL" || project.cohort == *name);
        }
    }
}

fn check_line(compared: &mut Compared, projects: &[Project], want: &Value, is_in: impl Fn(&Project) -> bool) {
    let projects: Vec<&Project> = projects.iter().filter(|project| is_in(project)).collect();
    let n = projects.len() as f64;
    let n_started = projects.iter().filter(|project| project.is_started).count() as f64;
    let n_terminated = projects.iter().filter(|project| project.is_terminated).count() as f64;
    compared.figure("projects", Some(n), &want["projects"], 0.0);
    compared.figure("started", Some(n_started), &want["started"], 0.0);
    compared.figure("terminated", Some(n_terminated), &want["terminated"], 0.0);
    compared.figure("start_rate", ratio(n_started, n).ok(), &want["start_rate"], RELATIVE);
    let kept = ratio(n_started, n - n_terminated).ok();
    compared.figure("kept", kept, &want["start_rate_ex_terminated"], RELATIVE);
    check_money(compared, &projects, want);
}

fn check_money(compared: &mut Compared, projects: &[&Project], want: &Value) {
    let parts = |numerator: fn(&Project) -> f64| -> Vec<MoneyPart> {
        let part = |project: &&Project| MoneyPart {
            numerator: numerator(project),
            denominator: project.contract_value,
        };
        projects.iter().map(part).collect()
    };
    let started = parts(|project| if project.is_started { project.contract_value } else { 0.0 });
    let capital = parts(|project| project.capital);
    let sum = |value: fn(&MoneyPart) -> f64, parts: &[MoneyPart]| Some(parts.iter().map(value).sum::<f64>());
    compared.figure("value", sum(|part| part.denominator, &capital), &want["contract_value"], RELATIVE);
    compared.figure("started", sum(|part| part.numerator, &started), &want["started_value"], RELATIVE);
    compared.figure("capital", sum(|part| part.numerator, &capital), &want["capital"], RELATIVE);
    for (name, parts) in [("start_rate_by_value", &started), ("capital_rate", &capital)] {
        compared.figure(name, money_rate(parts).ok(), &want[name], RELATIVE);
        let error = linearised_error(parts).ok();
        compared.figure(name, error, &want[format!("{name}_se_linearised")], RELATIVE);
    }
    let rates: f64 = capital.iter().map(|part| part.numerator / part.denominator).sum();
    let mean = ratio(rates, capital.len() as f64).ok();
    compared.figure("mean", mean, &want["mean_of_project_capital_rates"], RELATIVE);
}
