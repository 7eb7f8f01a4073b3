//! Incidences against R survival and cmprsk (累积发生率对照): `survival/aj_SET.csv`, `survival/cuminc_cmprsk_SET.csv`.

use std::path::Path;

use crate::confidence::Confidence;
use crate::reference_tests::comparison::{Comparison, absolute, conclude};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::samples::{groups_in, samples, spells_of};
use crate::reference_tests::table::{Row, Table};
use crate::survival::aalen_johansen::{IncidenceStep, aalen_johansen};
use crate::survival::aalen_variance::incidence_with_aalen_variance;
use crate::survival::risk_sets::risk_sets_of_spells;

const CAUSES: [&str; 2] = ["start", "terminated"];

#[test]
fn incidences_are_those_of_other_programs() {
    let Some(folder) = reference_folder("incidences") else { return };
    conclude(&["bmt", "expo207", "expo207_late_entry"].map(|set| compare_set(&folder, set)));
}

fn compare_set(folder: &Path, set: &str) -> Comparison {
    let file = format!("survival/aj_{set}.csv");
    let (table, samples) = (Table::read(folder, &file), samples(folder, set));
    let mut comparison = Comparison::of(&file);
    for group in groups_in(&table) {
        let steps = aalen_johansen(&spells_of(&samples, &group), 2).steps;
        let rows: Vec<Row<'_>> = table.rows().filter(|row| row.text("group") == group).collect();
        assert_eq!(steps.len(), rows.len(), "steps of {group}");
        for (step, row) in steps.iter().zip(rows) {
            compare_step(&mut comparison, row, step);
        }
    }
    comparison
}

fn compare_step(comparison: &mut Comparison, row: Row<'_>, step: &IncidenceStep) {
    let place = format!("of {} at {}", row.text("group"), row.text("time"));
    let n_risk = step.set.n_risk as f64;
    let plain = [("time", step.age_months), ("n_risk", n_risk), ("p_event_free", step.event_free)];
    for (column, ours) in plain {
        comparison.check(&format!("{column} {place}"), Some(ours), row.figure(column), absolute(1e-12));
    }
    for (index, cause) in CAUSES.into_iter().enumerate() {
        let incidence = step.incidence[index];
        let limits = incidence.limits(Confidence::P95);
        let figures = [
            (format!("n_{cause}"), Some(step.set.events_of(index + 1).n as f64), 1e-12),
            (format!("cif_{cause}"), Some(incidence.share), 1e-12),
            (format!("se_{cause}"), Some(incidence.standard_error), 1e-10),
            (format!("lo_{cause}_loglog"), limits.map(|limits| limits.low), 1e-10),
            (format!("hi_{cause}_loglog"), limits.map(|limits| limits.high), 1e-10),
        ];
        for (column, ours, within) in figures {
            comparison.check(&format!("{column} {place}"), ours, row.figure(&column), absolute(within));
        }
    }
}

#[test]
fn the_variances_of_cmprsk_are_those_of_aalen() {
    let Some(folder) = reference_folder("variances of cmprsk") else { return };
    conclude(&["bmt", "expo207"].map(|set| compare_cmprsk(&folder, set)));
}

fn compare_cmprsk(folder: &Path, set: &str) -> Comparison {
    let file = format!("survival/cuminc_cmprsk_{set}.csv");
    let (table, samples) = (Table::read(folder, &file), samples(folder, set));
    let mut comparison = Comparison::of(&file);
    for row in table.rows() {
        let sets = risk_sets_of_spells(&spells_of(&samples, row.text("group")), 2);
        let steps = incidence_with_aalen_variance(&sets, row.count("cause") as usize);
        let step = steps.iter().find(|step| step.age_months == row.known("time"));
        let place = format!("of {} {} at {}", row.text("group"), row.text("cause"), row.text("time"));
        let share = step.map(|step| step.share);
        comparison.check(&format!("est {place}"), share, row.figure("est"), absolute(1e-12));
        let variance = step.map(|step| step.variance);
        comparison.check(&format!("var_aalen {place}"), variance, row.figure("var_aalen"), absolute(1e-12));
    }
    comparison
}
