//! One return in one layout as the bytes of an .xlsx file (单份报表), for tests and benches.

use crate::book_writer::write_book;
use crate::drawing::Drawing;
use crate::error::SampleError;
use crate::layout::Layout;
use crate::layouts::draw;
use crate::return_sheet::ReturnSheet;

/// The bytes of a return in a layout.
pub fn workbook(layout: Layout, sheet: &ReturnSheet) -> Result<Vec<u8>, SampleError> {
    workbook_of(layout, &drawing(layout, sheet))
}

/// A return in a layout before it is written: the cells, and the truth of what stands where.
pub fn drawing(layout: Layout, sheet: &ReturnSheet) -> Drawing {
    draw(layout, sheet)
}

/// The bytes of a return that has been drawn.
pub fn workbook_of(layout: Layout, drawing: &Drawing) -> Result<Vec<u8>, SampleError> {
    write_book(&drawing.book)
        .map_err(|source| SampleError::Workbook { layout: layout.name(), source: Box::new(source) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::field::Field;
    use std::collections::BTreeSet;

    fn sheet(seed: u64, n_projects: usize) -> ReturnSheet {
        ReturnSheet::synthetic(seed, "2023-07".parse().unwrap(), n_projects)
    }

    #[test]
    fn every_layout_writes_a_workbook_that_is_the_same_twice() {
        for layout in Layout::ALL {
            let one = workbook(*layout, &sheet(5, 7)).unwrap();
            assert!(one.starts_with(b"PK"), "{layout:?}");
            assert_eq!(one, workbook(*layout, &sheet(5, 7)).unwrap(), "{layout:?}");
        }
    }

    #[test]
    fn every_layout_draws_each_line_once_and_bears_few_lines() {
        for layout in Layout::ALL {
            for n_projects in [0, 1, 2, 13] {
                for seed in 0..6 {
                    let sheet = sheet(seed, n_projects);
                    let drawing = drawing(*layout, &sheet);
                    let lines: BTreeSet<usize> = drawing.rows.iter().map(|row| row.line).collect();
                    assert_eq!(lines.len(), n_projects, "{layout:?}");
                    assert_eq!(drawing.rows.len(), n_projects, "{layout:?}");
                    workbook_of(*layout, &drawing).unwrap();
                }
            }
        }
    }

    #[test]
    fn the_truth_names_the_cell_that_was_written() {
        for layout in Layout::ALL {
            let drawing = drawing(*layout, &sheet(9, 6));
            for row in &drawing.rows {
                let page = drawing.book.pages.iter().find(|page| page.name == row.sheet).unwrap();
                for cell in row.cells.iter().filter(|cell| !cell.at.contains('|')) {
                    let at: model::cell_address::CellAddress = cell.at.parse().unwrap();
                    let found =
                        page.cells.iter().rev().find(|(row, col, _)| (*row, *col) == (at.row, at.col));
                    assert_eq!(found.unwrap().2.raw(), cell.raw, "{layout:?} {}", cell.at);
                    let from_above = matches!(cell.field, Field::EventYear | Field::IndustryRaw);
                    assert!(from_above || row.area.contains(at.row, at.col), "{layout:?} {}", cell.at);
                }
            }
        }
    }

    #[test]
    fn no_cell_is_written_twice() {
        for layout in Layout::ALL {
            for page in drawing(*layout, &sheet(11, 9)).book.pages {
                let places: BTreeSet<(u32, u32)> = page.cells.iter().map(|cell| (cell.0, cell.1)).collect();
                assert_eq!(places.len(), page.cells.len(), "{layout:?} {}", page.name);
            }
        }
    }
}
