//! Restricted means against R survival (限制平均时间对照): `survival/rmst_SET.csv`.

use std::path::Path;

use crate::not_estimable::NotEstimable;
use crate::reference_tests::comparison::{Comparison, absolute, conclude};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::samples::{samples, spells_of};
use crate::reference_tests::table::{Row, Table};
use crate::survival::kaplan_meier::{SurvivalStep, kaplan_meier};
use crate::survival::restricted_mean::{RestrictedMean, restricted_mean};
use crate::survival::risk_sets::risk_sets_of_spells;
use crate::survival::spells::Spell;

const SETS: [&str; 6] = ["waltons", "rossi", "larynx", "leukemia", "expo207", "expo207_late_entry"];

#[test]
fn restricted_means_are_those_of_other_programs() {
    let Some(folder) = reference_folder("restricted means") else { return };
    conclude(&SETS.iter().flat_map(|set| compare_set(&folder, set)).collect::<Vec<_>>());
}

fn compare_set(folder: &Path, set: &str) -> Vec<Comparison> {
    let file = format!("survival/rmst_{set}.csv");
    let (table, samples) = (Table::read(folder, &file), samples(folder, set));
    let mut comparison = Comparison::of(&file);
    let mut refused = Comparison::of(&format!("{file}, refused by us, drawn on by R"));
    for row in table.rows() {
        let spells = spells_of(&samples, row.text("group"));
        let of_cause: Vec<Spell> = spells.iter().map(|spell| spell.of_cause(1)).collect();
        let curve = kaplan_meier(&risk_sets_of_spells(&of_cause, 1));
        let tau = row.known("tau");
        match restricted_mean(&curve, tau) {
            Err(NotEstimable::BeyondFollowUp) => {
                compare_row(&mut refused, row, restricted_mean(&drawn_on(&curve, tau), tau));
            }
            ours => compare_row(&mut comparison, row, ours),
        }
    }
    [comparison, refused].into_iter().filter(|comparison| !comparison.is_empty()).collect()
}

/// R draws a curve on beyond the last exit where we refuse (larynx stage 4, expo207 of 2022): its figures are ours when
/// the curve is drawn on by hand.
fn drawn_on(curve: &[SurvivalStep], tau: f64) -> Vec<SurvivalStep> {
    let last = curve.last().unwrap();
    let end = SurvivalStep { age_months: tau, n_event: 0, ..*last };
    [curve, &[end]].concat()
}

fn compare_row(comparison: &mut Comparison, row: Row<'_>, ours: Result<RestrictedMean, NotEstimable>) {
    let place = format!("of {} up to {}: {ours:?}", row.text("group"), row.text("tau"));
    let (months, error) = (ours.map(|mean| mean.months).ok(), ours.map(|mean| mean.standard_error).ok());
    comparison.check(&format!("rmst {place}"), months, row.figure("rmst"), absolute(1e-9));
    comparison.check(&format!("se {place}"), error, row.figure("se"), absolute(1e-9));
}
