//! The rows of a sheet by role (行的角色): which are title, header, projects, totals, notes.

use std::collections::BTreeMap;

use model::datasets::records::Record;
use model::reading::{Role, Sheet};

use crate::check::checked::RowBand;

/// Roles from the one that decides what a row is to the one that decides last.
const BY_RANK: [Role; 14] = [
    Role::Total,
    Role::Subtotal,
    Role::Data,
    Role::Extra,
    Role::Header,
    Role::ColumnNumber,
    Role::Group,
    Role::Title,
    Role::Caption,
    Role::Summary,
    Role::Dictionary,
    Role::Signature,
    Role::Note,
    Role::Other,
];

/// The rows of a sheet, those of one role that follow each other as one; blank rows between them do not part them.
pub(crate) fn row_bands(sheet: &Sheet, records: &[&Record]) -> Vec<RowBand> {
    let mut ranks: BTreeMap<u32, usize> = BTreeMap::new();
    for cell in &sheet.cells {
        let rank = BY_RANK.iter().position(|role| *role == cell.role).unwrap_or(BY_RANK.len());
        let known = ranks.entry(cell.row).or_insert(rank);
        *known = rank.min(*known);
    }
    let mut bands: Vec<RowBand> = Vec::new();
    for (row, rank) in ranks {
        let role = word(rank);
        match bands.last_mut().filter(|band| band.role == role) {
            Some(band) => band.last = row,
            None => bands.push(RowBand { role: role.to_owned(), first: row, last: row, n_records: 0 }),
        }
    }
    for band in &mut bands {
        let begins = |record: &&&Record| {
            u32::try_from(record.row_first).is_ok_and(|row| (band.first..=band.last).contains(&row))
        };
        band.n_records = records.iter().filter(begins).count();
    }
    bands
}

/// A row of a record is a row of projects, whether or not all its columns were understood.
fn word(rank: usize) -> &'static str {
    match BY_RANK.get(rank) {
        Some(Role::Extra) => Role::Data.as_str(),
        Some(role) => role.as_str(),
        None => Role::Other.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use model::reading::{Cell, Content};

    use super::*;

    fn cell(row: u32, col: u32, role: Role) -> Cell {
        let content = Content::Text("x".to_owned());
        Cell { row, col, content, number_format: None, has_formula: false, hidden: false, role }
    }

    #[test]
    fn rows_of_one_role_are_one_band() {
        let cells = vec![
            cell(1, 1, Role::Title),
            cell(3, 1, Role::Header),
            cell(4, 1, Role::Data),
            cell(4, 2, Role::Extra),
            cell(6, 1, Role::Extra),
            cell(7, 1, Role::Total),
        ];
        let sheet = Sheet { cells, ..Sheet::default() };
        let records = [4, 6].map(|row| Record { row_first: row, row_last: row, ..Record::default() });
        let bands = row_bands(&sheet, &records.iter().collect::<Vec<_>>());
        let told: Vec<(&str, u32, u32, usize)> =
            bands.iter().map(|band| (band.role.as_str(), band.first, band.last, band.n_records)).collect();
        assert_eq!(told, [("title", 1, 1, 0), ("header", 3, 3, 0), ("data", 4, 6, 2), ("total", 7, 7, 0)]);
    }
}
