//! The units of one month with their projects (当月各单位).

use std::collections::BTreeMap;

use crate::datasets::month_order::Place;
use crate::datasets::rankings::unit_sums::UnitSums;
use crate::datasets::spelling::{Ranks, Spelling};
use crate::panel::{Panel, Word};

/// The projects of one unit in one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitProjects {
    /// The rank of the group.
    pub group: Word,
    /// The rank of the unit.
    pub unit: Word,
    /// What each project counts for.
    pub projects: Vec<UnitSums>,
}

/// The population of a month, by group and unit, in order.
pub fn month_units(panel: &Panel, ranks: Ranks<'_>, places: &[Place]) -> Vec<UnitProjects> {
    let mut units: BTreeMap<(Word, Word), Vec<UnitSums>> = BTreeMap::new();
    let months = places.iter().filter_map(|place| panel.months.get(place.row as usize));
    for month in months.filter(|month| month.counted) {
        let key = (ranks.of(month.unit_group), ranks.of(month.unit));
        units.entry(key).or_default().push(UnitSums::of(month));
    }
    let of_unit = |((group, unit), projects)| UnitProjects { group, unit, projects };
    units.into_iter().map(of_unit).collect()
}

/// One group, or all units together: its units in order, each with its places among [`UnitProjects`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupUnits {
    /// The rank of the group, or of all.
    pub group: Word,
    /// The rank of each unit, and where its projects stand.
    pub units: Vec<(Word, Vec<usize>)>,
}

/// Each group, and all units together, in the order of their names.
pub fn groups(units: &[UnitProjects], spelling: &Spelling) -> Vec<GroupUnits> {
    let mut groups: BTreeMap<Word, BTreeMap<Word, Vec<usize>>> = BTreeMap::new();
    for (place, unit) in units.iter().enumerate() {
        for group in [unit.group, spelling.all()] {
            groups.entry(group).or_default().entry(unit.unit).or_default().push(place);
        }
    }
    let of_group =
        |(group, units): (Word, BTreeMap<_, _>)| GroupUnits { group, units: units.into_iter().collect() };
    groups.into_iter().map(of_group).collect()
}

/// The sums of each unit of a group, from those of its places.
pub fn sums_of(group: &GroupUnits, sums: &[UnitSums]) -> Vec<UnitSums> {
    let of_unit = |(_, places): &(Word, Vec<usize>)| {
        let mut whole = UnitSums::default();
        places.iter().filter_map(|place| sums.get(*place)).for_each(|part| whole.add(part));
        whole
    };
    group.units.iter().map(of_unit).collect()
}

/// The sums of all projects.
pub fn sum(projects: &[UnitSums]) -> UnitSums {
    let mut whole = UnitSums::default();
    projects.iter().for_each(|project| whole.add(project));
    whole
}
