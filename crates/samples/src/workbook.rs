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
    use crate::drawing::{DrawnCell, DrawnRow};
    use crate::plan::Plan;
    use crate::truth::record::planted_at;
    use crate::world::project::Project;
    use crate::world::projects_of;
    use crate::world::units::synthetic_unit;
    use model::cell_address::CellAddress;
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

    /// What stands in a cell of a sheet.
    fn text_at(drawing: &Drawing, sheet: &str, at: CellAddress) -> Option<String> {
        let page = drawing.book.pages.iter().find(|page| page.name == sheet)?;
        let found = page.cells.iter().rev().find(|(row, col, _)| (*row, *col) == (at.row, at.col));
        found.map(|(_, _, content)| content.raw())
    }

    #[test]
    fn the_truth_names_the_cells_that_were_written() {
        for layout in Layout::ALL {
            for seed in 9..13 {
                let drawing = drawing(*layout, &sheet(seed, 6));
                for row in &drawing.rows {
                    for cell in row.cells.iter().filter(|cell| cell.at != "(sheet)") {
                        check_cell(*layout, &drawing, row, cell);
                    }
                    let by_name = row.cells.iter().filter(|cell| cell.at == "(sheet)");
                    assert!(by_name.into_iter().all(|cell| cell.raw == row.sheet), "{layout:?}");
                }
            }
        }
    }

    fn check_cell(layout: Layout, drawing: &Drawing, row: &DrawnRow, cell: &DrawnCell) {
        assert_eq!(cell.at.split('|').count(), cell.raw.split('|').count(), "{layout:?} {}", cell.at);
        for (at, raw) in cell.at.split('|').zip(cell.raw.split('|')) {
            let at: CellAddress = at.parse().unwrap();
            assert_eq!(text_at(drawing, &row.sheet, at).as_deref(), Some(raw), "{layout:?} {}", cell.at);
            let is_said_above =
                matches!(cell.field, Field::EventYear | Field::IndustryRaw | Field::StatusRaw)
                    && at.row < row.area.first.row;
            assert!(is_said_above || row.area.contains(at.row, at.col), "{layout:?} {}", cell.at);
        }
    }

    #[test]
    fn the_truth_names_the_cells_of_totals_and_what_they_sum() {
        for layout in Layout::ALL {
            for seed in 0..4 {
                let (right, mut wrong) = (sheet(seed, 9), sheet(seed, 9));
                wrong.wrong_totals = true;
                for (sheet, n_wrong) in [(right, 0), (wrong, 1)] {
                    let drawing = drawing(*layout, &sheet);
                    for total in &drawing.totals {
                        let found = text_at(&drawing, &total.sheet, total.at.parse().unwrap());
                        assert_eq!(found.as_ref(), Some(&total.raw), "{layout:?} {}", total.at);
                    }
                    let differs =
                        drawing.totals.iter().filter(|total| total.value != total.sum_of_rows).count();
                    assert!(differs >= n_wrong.min(drawing.totals.len()), "{layout:?}");
                    assert!(n_wrong == 1 || differs == 0, "{layout:?}");
                }
            }
        }
    }

    #[test]
    fn planted_errors_stand_in_the_cells_that_the_truth_names() {
        let mut n_planted = 0;
        for layout in Layout::ALL {
            let plan = Plan { seed: 3, n_projects: 40, n_units: 1, ..Plan::default() };
            let plan = Plan { errors_per_thousand_cells: 300, ..plan };
            let projects = projects_of(&plan, 1);
            let own: Vec<&Project> = projects.iter().collect();
            let sheet = ReturnSheet::of(&plan, *layout, 0, &synthetic_unit(1), plan.last, &own);
            let drawing = drawing(*layout, &sheet);
            for row in &drawing.rows {
                let line = &sheet.lines[row.line];
                for cell in row.cells.iter().filter(|cell| planted_at(line, cell.field).is_some()) {
                    let right = &planted_at(line, cell.field).unwrap().right;
                    assert_ne!(&cell.value, right, "{layout:?} {:?}", cell);
                    n_planted += 1;
                }
                for cell in row.cells.iter().filter(|cell| cell.at != "(sheet)") {
                    check_cell(*layout, &drawing, row, cell);
                }
            }
        }
        assert!(n_planted > 10 * Layout::ALL.len());
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
