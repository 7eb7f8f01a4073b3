//! The reporting units of a plan (填报单位): the given ones, and synthetic ones beyond them.

use model::reference::UnitRow;

/// So many units. Given units that have ended or come twice under one name are not left out: the caller chooses.
pub(crate) fn units_of(n_units: usize, given: &[UnitRow]) -> Vec<UnitRow> {
    let mut units: Vec<UnitRow> = given.iter().take(n_units).cloned().collect();
    for number in units.len()..n_units {
        units.push(synthetic_unit(number + 1));
    }
    units
}

/// A unit that does not exist.
pub(crate) fn synthetic_unit(number: usize) -> UnitRow {
    UnitRow {
        unit_id: format!("SY{number:05}"),
        gbt2260: String::new(),
        name: format!("虚拟{number:05}区"),
        short_name: format!("虚拟{number:05}"),
        kind: "district".to_owned(),
        unit_group: "虚拟分组".to_owned(),
        valid_from: String::new(),
        valid_to: String::new(),
    }
}
