//! The truth of the world itself (项目与单位真值): `projects.csv` and `units.csv`.

use std::path::Path;

use model::reference::UnitRow;

use crate::error::SampleError;
use crate::line::LineRole;
use crate::truth::header;
use crate::truth::truth_table::{TruthTable, flag};
use crate::world::project::Project;

/// Writes the projects.
pub(crate) fn write_projects(
    folder: &Path,
    projects: &[Project],
    units: &[UnitRow],
) -> Result<(), SampleError> {
    let mut table = TruthTable::of(folder, header::PROJECTS)?;
    for project in projects {
        let names = &project.names;
        let unit = units.get(project.unit).map_or("", |unit| &unit.unit_id);
        let (edition, signed) = (project.edition.to_string(), project.life.signed.to_string());
        let (contract, tracked) =
            (project.contract_yuan.to_string(), flag(project.role == LineRole::Project));
        table.write(&[
            &project.true_id,
            &project.ledger_no,
            project.event,
            &edition,
            tracked,
            project.not_tracked_reason,
            &names.project,
            &names.investor,
            &names.local_entity,
            unit,
            &signed,
            &contract,
            project.industry,
            &project.true_id,
            "",
            "",
            "",
            "",
            "",
        ])?;
    }
    table.finish()
}

/// Writes the units, as `data/reference/units.csv` has them.
pub(crate) fn write_units(folder: &Path, units: &[UnitRow]) -> Result<(), SampleError> {
    let mut table = TruthTable::of(folder, header::UNITS)?;
    for unit in units {
        table.write(&[
            &unit.unit_id,
            &unit.gbt2260,
            &unit.name,
            &unit.short_name,
            &unit.kind,
            &unit.unit_group,
            &unit.valid_from,
            &unit.valid_to,
        ])?;
    }
    table.finish()
}
