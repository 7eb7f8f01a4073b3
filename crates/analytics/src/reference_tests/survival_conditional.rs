//! Chances of a start against R survival (条件开工概率对照): `survival/conditional_expo207.csv`.

use crate::reference_tests::comparison::{Comparison, absolute, conclude};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::samples::{samples, spells_of};
use crate::reference_tests::table::Table;
use crate::survival::kaplan_meier::kaplan_meier;
use crate::survival::risk_sets::risk_sets_of_spells;
use crate::survival::spells::Spell;
use crate::survival::start_within::start_within;

#[test]
fn chances_of_a_start_are_those_of_other_programs() {
    let Some(folder) = reference_folder("chances of a start") else { return };
    let file = "survival/conditional_expo207.csv";
    let (table, samples) = (Table::read(&folder, file), samples(&folder, "expo207"));
    let mut comparison = Comparison::of(file);
    for row in table.rows() {
        let spells = spells_of(&samples, row.text("group"));
        let of_cause: Vec<Spell> = spells.iter().map(|spell| spell.of_cause(1)).collect();
        let curve = kaplan_meier(&risk_sets_of_spells(&of_cause, 1));
        let ours = start_within(&curve, row.known("not_started_at"), row.known("within"), 1);
        let figure = format!("{} {}: {ours:?}", row.text("group"), row.text("not_started_at"));
        comparison.check(&figure, ours.ok(), row.figure("p"), absolute(1e-12));
    }
    conclude(&[comparison]);
}
