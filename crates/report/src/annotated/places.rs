//! Where a finding stands (问题所在): its cells, as far as they can be marked.

use std::collections::BTreeMap;

use model::cell_address::{Area, CellAddress};
use model::datasets::cells::CellRow;

/// More cells of one finding are not coloured.
const MOST_CELLS: usize = 512;
/// The last cell that Excel has.
const LAST: CellAddress = CellAddress::new(1_048_576, 16_384);

/// The merged ranges of a workbook by sheet: of such a range only the first cell is seen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Merges(BTreeMap<String, Vec<Area>>);

impl Merges {
    /// The merged ranges that the cells name.
    pub(crate) fn of(cells: &[CellRow]) -> Merges {
        let mut merges: BTreeMap<String, Vec<Area>> = BTreeMap::new();
        for cell in cells {
            if let Some(area) = cell.merge.as_deref().and_then(area) {
                merges.entry(cell.sheet.clone()).or_default().push(area);
            }
        }
        Merges(merges)
    }

    /// Adds those that the part of a sheet names itself: blank cells may be merged too.
    pub(crate) fn read(&mut self, sheet: &str, part: &str) {
        let stated = |tag: &str| {
            let inside = tag.split('>').next()?;
            area(inside.split_once("ref=")?.1.get(1..)?.split(['"', '\'']).next()?)
        };
        let areas = part.split("mergeCell ").skip(1).filter_map(stated);
        self.0.entry(sheet.to_owned()).or_default().extend(areas);
    }

    /// The cell itself, or the first one of its merged range.
    pub(crate) fn visible(&self, sheet: &str, cell: CellAddress) -> CellAddress {
        let areas = self.0.get(sheet).map(Vec::as_slice).unwrap_or_default();
        areas.iter().find(|area| area.contains(cell.row, cell.col)).map_or(cell, |area| area.first)
    }
}

/// The rectangles of an address: a cell, a range, or several joined by `,`. What is none is passed over.
pub(crate) fn areas(address: &str) -> Vec<Area> {
    address.split(',').filter_map(area).collect()
}

/// The cells of some rectangles, in order; of a very large one the first cell alone.
pub(crate) fn cells(areas: &[Area]) -> Vec<CellAddress> {
    let mut found = Vec::new();
    for area in areas {
        let n_rows = (area.last.row - area.first.row + 1) as usize;
        let n_cols = (area.last.col - area.first.col + 1) as usize;
        if found.len() + n_rows.saturating_mul(n_cols) > MOST_CELLS {
            found.push(area.first);
            continue;
        }
        for row in area.first.row..=area.last.row {
            found.extend((area.first.col..=area.last.col).map(|col| CellAddress::new(row, col)));
        }
    }
    found
}

/// One rectangle.
pub(crate) fn area(text: &str) -> Option<Area> {
    let plain = text.trim().replace('$', "");
    let (first, last) = plain.split_once(':').unwrap_or((&plain, &plain));
    let (one, other): (CellAddress, CellAddress) = (first.parse().ok()?, last.parse().ok()?);
    let first = CellAddress::new(one.row.min(other.row), one.col.min(other.col));
    let last = CellAddress::new(one.row.max(other.row), one.col.max(other.col));
    (last.row <= LAST.row && last.col <= LAST.col).then(|| Area::new(first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        let check = |address: &str, expected: &[&str]| {
            let found: Vec<String> = cells(&areas(address)).iter().map(ToString::to_string).collect();
            assert_eq!(found, expected, "{address}");
        };
        check("H12", &["H12"]);
        check("K3:L3, L4", &["K3", "L3", "L4"]);
        check("B2:A1", &["A1", "B1", "A2", "B2"]);
        check("A1:XFD1048576", &["A1"]);
        check("$C$4", &["C4"]);
        check("XFE1,A1048577,(file),A:A,", &[]);
    }

    #[test]
    fn of_a_merged_range_the_first_cell_is_seen() {
        let head = CellRow { sheet: "a".to_owned(), merge: Some("B2:B4".to_owned()), ..CellRow::default() };
        let cells = [head];
        let merges = Merges::of(&cells);
        let seen = |sheet: &str, row: u32| merges.visible(sheet, CellAddress::new(row, 2)).to_string();
        let mut read = Merges::default();
        read.read(
            "a",
            "<x:mergeCells count='1'><x:mergeCell ref='C1:D2'/><mergeCell ref=\"(\"/></x:mergeCells>",
        );
        assert_eq!(read.visible("a", CellAddress::new(2, 4)), CellAddress::new(1, 3));
        assert_eq!((seen("a", 3), seen("a", 5), seen("b", 3)), ("B2".into(), "B5".into(), "B3".into()));
    }
}
