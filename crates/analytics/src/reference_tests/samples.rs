//! The data sets of the reference figures (对照数据集): who was watched how long, and to which group it belongs.

use std::collections::BTreeSet;
use std::path::Path;

use crate::reference_tests::table::{Row, Table};
use crate::survival::groups::Member;
use crate::survival::spells::Spell;

/// One row of a data set. The weight is 1 where the set has none.
pub(crate) struct Sample {
    pub(crate) group: String,
    pub(crate) stratum: String,
    pub(crate) spell: Spell,
    pub(crate) contract_value: f64,
}

/// A data set by the name that the files of figures carry; `…_late_entry` heeds the entries.
pub(crate) fn samples(folder: &Path, set: &str) -> Vec<Sample> {
    let file = match set {
        "expo207" | "expo207_late_entry" => "expo207_synthetic",
        "bmt" => "bmt_competing",
        other => other,
    };
    let table = Table::read(folder, &format!("survival/data/{file}.csv"));
    let late_entry = set.ends_with("_late_entry");
    table.rows().enumerate().map(|(project, row)| sample(project, row, file, late_entry)).collect()
}

fn sample(project: usize, row: Row<'_>, file: &str, late_entry: bool) -> Sample {
    let is_expo = file == "expo207_synthetic";
    let status = if is_expo || file == "bmt_competing" { "status" } else { "event" };
    let spell = Spell {
        project,
        entry: if late_entry { row.figure("entry") } else { None },
        exit: row.known("time"),
        status: row.count(status) as usize,
        weight: 1.0,
    };
    Sample {
        group: row.text(if is_expo { "cohort" } else { "group" }).to_owned(),
        stratum: if is_expo { row.text("district").to_owned() } else { String::new() },
        spell,
        contract_value: if is_expo { row.known("contract_value") } else { 1.0 },
    }
}

/// The spells of a group; those of all for `ALL`.
pub(crate) fn spells_of(samples: &[Sample], group: &str) -> Vec<Spell> {
    samples
        .iter()
        .filter(|sample| group == "ALL" || sample.group == group)
        .map(|sample| sample.spell)
        .collect()
}

/// The same, weighed by contract value.
pub(crate) fn weighted_spells_of(samples: &[Sample], group: &str) -> Vec<Spell> {
    let of_group = samples.iter().filter(|sample| group == "ALL" || sample.group == group);
    of_group.map(|sample| Spell { weight: sample.contract_value, ..sample.spell }).collect()
}

/// The members of all groups, numbered in the order of their names, and how many groups there are.
pub(crate) fn members_of(samples: &[Sample], in_strata: bool) -> (Vec<Member>, usize) {
    let groups: BTreeSet<&str> = samples.iter().map(|sample| sample.group.as_str()).collect();
    let strata: BTreeSet<&str> = samples.iter().map(|sample| sample.stratum.as_str()).collect();
    let number = |names: &BTreeSet<&str>, name: &str| names.iter().position(|known| *known == name).unwrap();
    let member = |sample: &Sample| Member {
        spell: sample.spell,
        group: number(&groups, &sample.group),
        stratum: if in_strata { number(&strata, &sample.stratum) } else { 0 },
    };
    (samples.iter().map(member).collect(), groups.len())
}

/// The groups of a file of figures, in its order, each once.
pub(crate) fn groups_in(table: &Table) -> Vec<String> {
    let mut groups: Vec<String> = table.rows().map(|row| row.text("group").to_owned()).collect();
    groups.dedup();
    groups
}
