//! What one sheet turned out to be (工作表读数).

use model::datasets::columns::ColumnRow;
use model::datasets::findings::Finding;
use model::datasets::records::Record;
use model::reading::Role;

/// What a sheet turned out to be.
#[derive(Debug, Clone, Default)]
pub struct SheetReading {
    /// Header leaves.
    pub columns: Vec<ColumnRow>,
    /// Records.
    pub records: Vec<Record>,
    /// Findings.
    pub findings: Vec<Finding>,
    /// The role of every cell, in the order of the sheet.
    pub roles: Vec<Role>,
    /// The last month that name and title speak of, as months since year 0.
    pub month: Option<i32>,
}

impl SheetReading {
    /// Says what the cell in a place of the sheet's list is.
    pub fn set(&mut self, place: usize, role: Role) {
        if let Some(known) = self.roles.get_mut(place) {
            *known = role;
        }
    }
}
