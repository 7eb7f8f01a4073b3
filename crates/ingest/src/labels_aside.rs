//! Labels that stand beside their values (左侧标签): what cards and sideways tables share.

use model::cell_address::CellAddress;
use model::field::Field;
use model::reading::{Cell, Role};

use crate::columns::{Around, Settled};
use crate::grid::Grid;
use crate::labels::Labels;
use crate::rows::{Origin, column_finding, column_row};
use crate::sheet_reading::SheetReading;

/// A label and where its values stand.
#[derive(Debug, Clone, Copy)]
pub struct Label<'a> {
    /// Its cell.
    pub cell: &'a Cell,
    /// What it means.
    pub field: Option<Field>,
    /// First column to the right of the label.
    pub right: u32,
}

/// Reads one block of labels.
#[derive(Debug)]
pub struct BlockReader<'r, 'a> {
    /// The sheet.
    pub grid: &'r Grid<'a>,
    /// Looks labels up.
    pub labels: &'r Labels<'r>,
    /// Where rows come from.
    pub origin: Origin<'r>,
    /// What the captions say.
    pub caption: &'r Around,
    /// The last row of the block.
    pub last_row: u32,
}

impl BlockReader<'_, '_> {
    /// Writes the columns and marks their header cells.
    pub fn write_columns(&self, settled: &[Settled], orientation: &str, reading: &mut SheetReading) {
        for column in settled {
            let row = column.leaf.areas.last().map(|area| area.first.row);
            reading.columns.push(column_row(&self.origin, column, orientation, row));
            reading.findings.extend(column_finding(&self.origin, column));
            column.leaf.areas.iter().for_each(|area| self.set_role(area.first, Role::Header, reading));
        }
    }

    /// Says what a cell is.
    pub fn set_role(&self, address: CellAddress, role: Role, reading: &mut SheetReading) {
        let cells = self.grid.cells_of(address.row);
        let Some(index) = cells.iter().position(|cell| cell.col == address.col) else { return };
        if let Some(known) = reading.roles.get_mut(self.grid.start_of(address.row) + index) {
            *known = role;
        }
    }
}

/// Whether a record says which project it is about.
pub fn names_project(raw: &[(Field, String)]) -> bool {
    raw.iter().any(|(field, _)| matches!(field, Field::ProjectName | Field::ProjectCodeLocal))
}
