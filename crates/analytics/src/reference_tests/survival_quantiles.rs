//! Quantiles with limits against R survival (分位数对照): `survival/quantiles_SET.csv`.

use std::path::Path;

use crate::confidence::Confidence;
use crate::reference_tests::comparison::{Comparison, absolute, conclude};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::samples::{samples, spells_of};
use crate::reference_tests::table::Table;
use crate::survival::kaplan_meier::kaplan_meier;
use crate::survival::limits::LimitScale;
use crate::survival::quantiles::quantile_with_limits;
use crate::survival::risk_sets::risk_sets_of_spells;
use crate::survival::spells::Spell;

const SETS: [&str; 7] =
    ["waltons", "rossi", "larynx", "leukemia", "expo207", "aids_late_entry", "expo207_late_entry"];

#[test]
fn quantiles_are_those_of_other_programs() {
    let Some(folder) = reference_folder("quantiles") else { return };
    conclude(&SETS.map(|set| compare_set(&folder, set)));
}

fn compare_set(folder: &Path, set: &str) -> Comparison {
    let file = format!("survival/quantiles_{set}.csv");
    let (table, samples) = (Table::read(folder, &file), samples(folder, set));
    let mut comparison = Comparison::of(&file);
    for row in table.rows() {
        let spells = spells_of(&samples, row.text("group"));
        let of_cause: Vec<Spell> = spells.iter().map(|spell| spell.of_cause(1)).collect();
        let curve = kaplan_meier(&risk_sets_of_spells(&of_cause, 1));
        let scale = match row.text("conf") {
            "log" => LimitScale::Log,
            "loglog" => LimitScale::LogLog,
            other => panic!("unknown limits `{other}`"),
        };
        let ours = quantile_with_limits(&curve, row.known("quantile"), scale, Confidence::P95);
        for (column, ours) in [("estimate", ours.age_months), ("lo", ours.low), ("hi", ours.high)] {
            let figure =
                format!("{column} of {} {} {}", row.text("group"), row.text("quantile"), row.text("conf"));
            comparison.check(&figure, ours, row.figure(column), absolute(1e-9));
        }
    }
    comparison
}
