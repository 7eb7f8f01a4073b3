//! Interval-censored curves against a certified optimum and R survival (区间删失曲线对照): `survival/turnbull_kkt.json`,
//! `survival/turnbull_SET.csv`.

use std::path::Path;

use serde_json::Value;

use crate::reference_tests::comparison::{Comparison, absolute, conclude, relative};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::samples::groups_in;
use crate::reference_tests::table::{Row, Table};
use crate::survival::innermost_intervals::EventInterval;
use crate::survival::turnbull::{IntervalCurve, IntervalMass, interval_curve};

/// An event interval with the group that it belongs to.
type Grouped = (String, EventInterval);

#[test]
fn certified_curves_are_those_of_the_reference() {
    let Some(folder) = reference_folder("certified curves") else { return };
    let file = "survival/turnbull_kkt.json";
    let sets: Value = serde_json::from_str(&std::fs::read_to_string(folder.join(file)).unwrap()).unwrap();
    let mut comparison = Comparison::of(file);
    compare_certified(&mut comparison, &sets["diabetes"], &diabetes(&folder));
    compare_certified(&mut comparison, &sets["expo207"], &expo207_with_first_returns(&folder));
    conclude(&[comparison]);
}

fn compare_certified(comparison: &mut Comparison, theirs: &Value, observed: &[Grouped]) {
    let ours = curve_of(observed, "ALL");
    let list = |name: &str| -> Vec<f64> {
        theirs[name].as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
    };
    let (after, by, mass) = (list("interval_left_open"), list("interval_right_closed"), list("mass"));
    assert_eq!(ours.falls.len(), mass.len(), "number of falls");
    for (index, fall) in ours.falls.iter().enumerate() {
        comparison.check_known("left end", fall.place.after, after[index], absolute(1e-12));
        comparison.check_known("right end", fall.place.by, by[index], absolute(1e-12));
        comparison.check_known(&format!("mass at {}", by[index]), fall.mass, mass[index], absolute(1e-7));
    }
    let log_likelihood = theirs["loglik"].as_f64().unwrap();
    comparison.check_known("log-likelihood", ours.log_likelihood, log_likelihood, relative(1e-12));
    comparison.check_known("KKT excess", ours.excess, 0.0, absolute(1e-9));
}

#[test]
fn interval_censored_curves_are_those_of_r() {
    let Some(folder) = reference_folder("interval-censored curves of R") else { return };
    let diabetes = compare_with_r(&folder, "diabetes", &diabetes(&folder));
    let expo207 = compare_with_r(&folder, "expo207", &expo207_by_month(&folder));
    conclude(&diabetes.into_iter().chain(expo207).collect::<Vec<_>>());
}

/// R's EM stops when the estimate moves less than 5e-5; the README found it 2.4e-7 away from the optimum.
const NEAR_OPTIMUM: f64 = 2.5e-7;
/// The men of `diabetes` are the one group in which it stopped earlier: 3.1e-6 away.
const STOPPED_EARLY: f64 = 5e-6;

fn compare_with_r(folder: &Path, set: &str, observed: &[Grouped]) -> Vec<Comparison> {
    let file = format!("survival/turnbull_{set}.csv");
    let table = Table::read(folder, &file);
    let compare_group = |group: String| {
        let curve = curve_of(observed, &group);
        let rows: Vec<Row<'_>> = table.rows().filter(|row| row.text("group") == group).collect();
        let stopped_early = stopped_early(&intervals_of(observed, &group), &curve, &rows);
        let within = if stopped_early { STOPPED_EARLY } else { NEAR_OPTIMUM };
        let mut comparison = Comparison::of(&format!("{file} of {group} within {within:e}"));
        for row in rows {
            let figure = format!("survival at {}", row.text("time"));
            let ours = Some(survival_in_the_middle(&curve, row.known("time")));
            comparison.check(&figure, ours, row.figure("survival"), absolute(within));
        }
        comparison
    };
    groups_in(&table).into_iter().map(compare_group).collect()
}

/// Whether R's own masses fail, by more than 1e-4, the certificate that ours pass to 1e-9. They are never likelier than
/// ours.
fn stopped_early(observed: &[EventInterval], curve: &IntervalCurve, rows: &[Row<'_>]) -> bool {
    let survival = |when: &dyn Fn(f64) -> bool| {
        rows.iter().rfind(|row| when(row.known("time"))).map_or(1.0, |row| row.known("survival"))
    };
    let mass =
        |fall: &IntervalMass| survival(&|time| time < middle(fall)) - survival(&|time| time <= middle(fall));
    let theirs: Vec<f64> = curve.falls.iter().map(mass).collect();
    let chance = |interval: &EventInterval| -> f64 {
        let held = curve.falls.iter().zip(&theirs).filter(|(fall, _)| interval.may_hold(&fall.place));
        held.map(|(_, mass)| mass).sum()
    };
    let gradient = |fall: &IntervalMass| -> f64 {
        let may = observed.iter().filter(|interval| interval.may_hold(&fall.place));
        may.map(|interval| 1.0 / chance(interval)).sum::<f64>() / observed.len() as f64
    };
    let log_likelihood: f64 = observed.iter().map(|interval| chance(interval).ln()).sum();
    assert!(log_likelihood <= curve.log_likelihood + 1e-9, "R found something likelier");
    curve.falls.iter().map(gradient).fold(0.0, f64::max) - 1.0 > 1e-4
}

fn middle(fall: &IntervalMass) -> f64 {
    let (after, by) = (fall.place.after, fall.place.by);
    if after.is_finite() { f64::midpoint(after, by) } else { by }
}

/// R lets the curve fall in the middle of a place.
fn survival_in_the_middle(curve: &IntervalCurve, time: f64) -> f64 {
    let fallen = curve.falls.iter().filter(|fall| middle(fall) <= time);
    1.0 - fallen.map(|fall| fall.mass).sum::<f64>()
}

fn curve_of(observed: &[Grouped], group: &str) -> IntervalCurve {
    interval_curve(&intervals_of(observed, group)).unwrap()
}

fn intervals_of(observed: &[Grouped], group: &str) -> Vec<EventInterval> {
    let of_group = observed.iter().filter(|(name, _)| group == "ALL" || name == group);
    of_group.map(|(_, interval)| *interval).collect()
}

fn diabetes(folder: &Path) -> Vec<Grouped> {
    let table = Table::read(folder, "survival/data/diabetes_interval.csv");
    let interval =
        |row: Row<'_>| EventInterval { after: row.figure("left"), by: row.figure("right"), weight: 1.0 };
    table.rows().map(|row| (row.text("gender").to_owned(), interval(row))).collect()
}

/// A start in month t lies in (t − 1, t]: with monthly returns without gaps. That of month 1 is known by 1 only.
fn expo207_by_month(folder: &Path) -> Vec<Grouped> {
    expo207(folder, |_, time| (time > 1.0).then_some(time - 1.0))
}

/// The same, except that a start seen in the first return of a project that came in late (its entry + 1) lies in
/// (0, t]. The README does not say so; the masses and the log-likelihood of the file follow from this rule.
fn expo207_with_first_returns(folder: &Path) -> Vec<Grouped> {
    expo207(folder, |entry, time| {
        let is_first_return = entry > 0.0 && time == entry + 1.0;
        Some(if is_first_return { 0.0 } else { time - 1.0 })
    })
}

fn expo207(folder: &Path, after_of: fn(f64, f64) -> Option<f64>) -> Vec<Grouped> {
    let table = Table::read(folder, "survival/data/expo207_synthetic.csv");
    let interval = |row: Row<'_>| {
        let (entry, time) = (row.known("entry"), row.known("time"));
        let started = row.text("status") == "1";
        let after = if started { after_of(entry, time) } else { Some(time) };
        EventInterval { after, by: started.then_some(time), weight: 1.0 }
    };
    table.rows().map(|row| (row.text("cohort").to_owned(), interval(row))).collect()
}
