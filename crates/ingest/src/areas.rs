//! Areas of header cells (表头区域): of one cell, and several as one address.

use model::cell_address::{Area, CellAddress};
use model::reading::Cell;

use crate::grid::Grid;

/// Areas as an address: neighbours below each other as one range.
pub fn join_addresses(areas: &[Area]) -> String {
    let mut joined: Vec<Area> = Vec::new();
    for area in areas {
        match joined.last_mut() {
            Some(last)
                if last.first.col == area.first.col
                    && last.last.col == area.last.col
                    && last.last.row + 1 == area.first.row =>
            {
                last.last = area.last;
            }
            _ => joined.push(*area),
        }
    }
    joined.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// The area of a cell: its merged range, or itself.
pub fn area_of(grid: &Grid<'_>, cell: &Cell) -> Area {
    let merge = grid.merge_at(cell.row, cell.col).filter(|merge| merge.first == cell.address());
    merge.copied().unwrap_or_else(|| Area::new(cell.address(), CellAddress::new(cell.row, cell.col)))
}
