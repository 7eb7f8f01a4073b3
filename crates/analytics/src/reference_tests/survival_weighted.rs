//! Curves by value against R survival (按金额加权曲线对照): `survival/km_weighted_expo207.csv`,
//! `survival/aj_weighted_expo207.csv`.

use std::path::Path;

use crate::confidence::Confidence;
use crate::reference_tests::comparison::{Comparison, absolute, conclude};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::samples::{groups_in, samples, weighted_spells_of};
use crate::reference_tests::table::{Row, Table};
use crate::survival::aalen_johansen::aalen_johansen;
use crate::survival::limits::{LimitScale, limits_of_share};
use crate::survival::weighted_kaplan_meier::{WeightedStep, weighted_kaplan_meier};

#[test]
fn curves_by_value_are_those_of_other_programs() {
    let Some(folder) = reference_folder("curves by value") else { return };
    conclude(&[compare_kaplan_meier(&folder), compare_aalen_johansen(&folder)]);
}

fn compare_kaplan_meier(folder: &Path) -> Comparison {
    let file = "survival/km_weighted_expo207.csv";
    let (table, samples) = (Table::read(folder, file), samples(folder, "expo207"));
    let mut comparison = Comparison::of(file);
    for group in groups_in(&table) {
        let steps = weighted_kaplan_meier(&weighted_spells_of(&samples, &group), 1).steps;
        let rows: Vec<Row<'_>> = table.rows().filter(|row| row.text("group") == group).collect();
        assert_eq!(steps.len(), rows.len(), "steps of {group}");
        for (step, row) in steps.iter().zip(rows) {
            compare_step(&mut comparison, row, step);
        }
    }
    comparison
}

fn compare_step(comparison: &mut Comparison, row: Row<'_>, step: &WeightedStep) {
    let error = Some(step.standard_error);
    let limits = limits_of_share(step.survival, error, LimitScale::LogLog, Confidence::P95);
    let figures = [
        ("time", Some(step.age_months)),
        ("w_risk", Some(step.weight_at_risk)),
        ("w_event", Some(step.weight_of_events)),
        ("survival", Some(step.survival)),
        ("se_robust", error),
        ("lo_loglog", limits.map(|limits| limits.low)),
        ("hi_loglog", limits.map(|limits| limits.high)),
    ];
    for (column, ours) in figures {
        let figure = format!("{column} of {} at {}", row.text("group"), row.text("time"));
        comparison.check(&figure, ours, row.figure(column), absolute(1e-10));
    }
}

#[test]
fn where_nobody_is_lost_the_curve_by_value_is_the_share_of_value() {
    let Some(folder) = reference_folder("the share of value") else { return };
    let samples = samples(&folder, "expo207");
    let spells = weighted_spells_of(&samples, "2020");
    // nobody of 2020 is lost before the last month: all have started or been terminated by then
    let whole: f64 = spells.iter().map(|spell| spell.weight).sum();
    let started: f64 = spells.iter().filter(|spell| spell.status == 1).map(|spell| spell.weight).sum();
    let last = aalen_johansen(&spells, 2).steps.last().unwrap().incidence[0].share;
    let mut comparison = Comparison::of("metrics.md §5, 0.936590072907027 both ways");
    comparison.check_known("by the curve", last, 0.936590072907027, absolute(1e-12));
    comparison.check_known("by the share", started / whole, 0.936590072907027, absolute(1e-12));
    conclude(&[comparison]);
}

fn compare_aalen_johansen(folder: &Path) -> Comparison {
    let file = "survival/aj_weighted_expo207.csv";
    let (table, samples) = (Table::read(folder, file), samples(folder, "expo207"));
    let mut comparison = Comparison::of(file);
    for group in groups_in(&table) {
        let steps = aalen_johansen(&weighted_spells_of(&samples, &group), 2).steps;
        let rows: Vec<Row<'_>> = table.rows().filter(|row| row.text("group") == group).collect();
        assert_eq!(steps.len(), rows.len(), "steps of {group}");
        for (step, row) in steps.iter().zip(rows) {
            let [start, terminated] = step.incidence[..] else { panic!("two causes") };
            let figures = [
                ("time", step.age_months),
                ("cif_start", start.share),
                ("cif_terminated", terminated.share),
                ("se_start", start.standard_error),
                ("se_terminated", terminated.standard_error),
            ];
            for (column, ours) in figures {
                let figure = format!("{column} of {group} at {}", row.text("time"));
                comparison.check(&figure, Some(ours), row.figure(column), absolute(1e-10));
            }
        }
    }
    comparison
}
