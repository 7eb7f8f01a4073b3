//! Kaplan–Meier curves and hazards against R survival (生存曲线对照): `survival/km_SET.csv`.

use std::path::Path;

use crate::confidence::Confidence;
use crate::reference_tests::comparison::{Comparison, absolute, conclude};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::samples::{groups_in, samples, spells_of};
use crate::reference_tests::table::{Row, Table};
use crate::survival::fleming_harrington::fleming_harrington;
use crate::survival::kaplan_meier::{SurvivalStep, kaplan_meier};
use crate::survival::limits::{LimitScale, limits_of_share};
use crate::survival::nelson_aalen::{HazardStep, nelson_aalen};
use crate::survival::risk_sets::{RiskSet, risk_sets_of_spells};
use crate::survival::spells::Spell;

const SETS: [&str; 7] =
    ["waltons", "rossi", "larynx", "leukemia", "expo207", "aids_late_entry", "expo207_late_entry"];
const SCALES: [(&str, LimitScale); 3] =
    [("plain", LimitScale::Plain), ("log", LimitScale::Log), ("loglog", LimitScale::LogLog)];

#[test]
fn curves_and_hazards_are_those_of_other_programs() {
    let Some(folder) = reference_folder("curves and hazards") else { return };
    conclude(&SETS.map(|set| compare_set(&folder, set)));
}

fn compare_set(folder: &Path, set: &str) -> Comparison {
    let file = format!("survival/km_{set}.csv");
    let (table, samples) = (Table::read(folder, &file), samples(folder, set));
    let mut comparison = Comparison::of(&file);
    for group in groups_in(&table) {
        // status 2 of expo207, terminated, is censored here
        let spells: Vec<Spell> = spells_of(&samples, &group).iter().map(|spell| spell.of_cause(1)).collect();
        let rows: Vec<Row<'_>> = table.rows().filter(|row| row.text("group") == group).collect();
        compare_group(&mut comparison, &rows, &risk_sets_of_spells(&spells, 1));
    }
    comparison
}

fn compare_group(comparison: &mut Comparison, rows: &[Row<'_>], sets: &[RiskSet]) {
    assert_eq!(sets.len(), rows.len(), "steps of {}", rows[0].text("group"));
    let (nelson, fleming) = (nelson_aalen(sets), fleming_harrington(sets));
    for (index, (step, row)) in kaplan_meier(sets).iter().zip(rows).enumerate() {
        compare_counts(comparison, *row, &sets[index]);
        compare_step(comparison, *row, step);
        compare_hazard(comparison, *row, "nelson_aalen", &nelson[index]);
        compare_hazard(comparison, *row, "fleming_harrington", &fleming[index]);
    }
}

/// The column `n_enter` is left out: R prints 0 in all rows, with late entry too; `n_risk` holds the entries.
fn compare_counts(comparison: &mut Comparison, row: Row<'_>, set: &RiskSet) {
    let counts = [("n_risk", set.n_risk), ("n_event", set.n_event), ("n_censor", set.n_censored)];
    comparison.check("time", Some(set.age_months), row.figure("time"), absolute(1e-12));
    for (column, ours) in counts {
        let figure = format!("{column} of {} at {}", row.text("group"), row.text("time"));
        comparison.check(&figure, Some(ours as f64), row.figure(column), absolute(1e-12));
    }
}

fn compare_step(comparison: &mut Comparison, row: Row<'_>, step: &SurvivalStep) {
    let place = format!("of {} at {}", row.text("group"), row.text("time"));
    let survival = format!("survival {place}");
    comparison.check(&survival, Some(step.survival), row.figure("survival"), absolute(1e-12));
    let error = format!("standard error {place}");
    comparison.check(&error, step.standard_error, row.figure("se_greenwood"), absolute(1e-12));
    for (name, scale) in SCALES {
        let limits = limits_of_share(step.survival, step.standard_error, scale, Confidence::P95);
        let ends = [("lo", limits.map(|limits| limits.low)), ("hi", limits.map(|limits| limits.high))];
        for (end, ours) in ends {
            let column = format!("{end}_{name}");
            comparison.check(&format!("{column} {place}"), ours, row.figure(&column), absolute(1e-10));
        }
    }
}

fn compare_hazard(comparison: &mut Comparison, row: Row<'_>, name: &str, step: &HazardStep) {
    let figures = [(format!("cumhaz_{name}"), step.hazard), (format!("se_{name}"), step.standard_error)];
    for (column, ours) in figures {
        let figure = format!("{column} of {} at {}", row.text("group"), row.text("time"));
        comparison.check(&figure, Some(ours), row.figure(&column), absolute(1e-12));
    }
}
