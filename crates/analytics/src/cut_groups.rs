//! The population of a month cut into groups (分组): each edition and all together, whole or by a dimension.

use crate::cut_key::{ALL, CutKey};
use crate::names::{Name, Names};
use crate::panel::{Panel, PanelMonth, Word};
use crate::standings::Standing;

/// By what the last month is cut besides the whole.
pub const DIMENSIONS: &[Dimension] = &[
    Dimension { name: "unit", value: |row| row.unit },
    Dimension { name: "unit_group", value: |row| row.unit_group },
    Dimension { name: "industry", value: |row| row.industry },
    Dimension { name: "size_band", value: |row| row.size_band },
];

/// One way to cut.
#[derive(Debug, Clone, Copy)]
pub struct Dimension {
    /// Its name in the datasets.
    pub name: &'static str,
    /// Its value in a month of the panel.
    pub value: fn(&PanelMonth) -> Word,
}

/// The dimension with this name.
pub fn dimension(name: &str) -> Option<&'static Dimension> {
    DIMENSIONS.iter().find(|dimension| dimension.name == name)
}

/// The projects of one edition, whole or with one value of a dimension.
#[derive(Debug, Clone)]
pub struct EditionGroup {
    /// What it is: never all editions.
    pub key: CutKey,
    /// Who belongs to it.
    pub members: Vec<Standing>,
}

/// The editions of a month, whole, sorted by key.
///
/// `month` is sorted by event and edition, as [`crate::standings::Standings::months`] gives it.
pub fn editions(month: &[Standing], names: &Names) -> Vec<EditionGroup> {
    let group = |members: &[Standing]| {
        let first = members.first()?;
        Some(EditionGroup { key: key(first, names, ALL, ALL), members: members.to_vec() })
    };
    month.chunk_by(are_of_one_edition).filter_map(group).collect()
}

/// The editions of a month by the values of a dimension, sorted by event, edition and value.
pub fn editions_by(
    dimension: &Dimension,
    month: &[Standing],
    panel: &Panel,
    names: &Names,
) -> Vec<EditionGroup> {
    let mut valued: Vec<(Name, Standing)> =
        month.iter().map(|standing| (value_of(dimension, standing, panel, names), *standing)).collect();
    valued.sort_by_key(|(value, standing)| (standing.event, standing.cohort, *value, standing.row));
    let is_same = |left: &(Name, Standing), right: &(Name, Standing)| {
        left.0 == right.0 && are_of_one_edition(&left.1, &right.1)
    };
    let group = |members: &[(Name, Standing)]| {
        let (value, first) = members.first()?;
        let key = key(first, names, dimension.name, names.text(*value));
        Some(EditionGroup { key, members: members.iter().map(|(_, standing)| *standing).collect() })
    };
    valued.chunk_by(is_same).filter_map(group).collect()
}

/// The value of a dimension for a project in its month.
pub fn value_of(dimension: &Dimension, standing: &Standing, panel: &Panel, names: &Names) -> Name {
    panel.months.get(standing.row as usize).map_or(0, |row| names.name((dimension.value)(row)))
}

fn are_of_one_edition(left: &Standing, right: &Standing) -> bool {
    left.event == right.event && left.cohort == right.cohort
}

fn key(first: &Standing, names: &Names, dimension: &'static str, value: &str) -> CutKey {
    CutKey {
        event: names.text(first.event).to_owned(),
        cohort: names.text(first.cohort).to_owned(),
        dimension,
        value: value.to_owned(),
    }
}
