//! Group rows that say the stage (分阶段分组): `一、已投产项目（3个）` over its projects, and no status column.

use model::field::Field;

use crate::column_sets::{UNSTAGED, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::frame::Frame;
use crate::return_sheet::ReturnSheet;
use crate::spelling::ordinals::ordinal;
use crate::spelling::stages::{STAGE_CLASSES, class_of};
use crate::table::shape::Table;
use crate::table::totals::Total;

/// The classes in the order of the group rows, by their places: production first.
const ORDER: [usize; 6] = [3, 2, 1, 0, 4, 5];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["Sheet1", "推进情况"]), "data");
    let columns = columns_of_mixed_units(&UNSTAGED, &mut habit);
    let table = Table { page, number: 1, first_col: 1, columns };
    let frame = Frame { page, columns: (1, table.last_col()), scope: "", money: "" };
    let row = frame.draw_above(&mut drawing, sheet, &mut habit);
    let mut row = table.draw_flat_header(&mut drawing, row);
    let merged = habit.chance(600);
    let mut n_groups = 0;
    for (word, class) in ORDER.iter().filter_map(|place| STAGE_CLASSES.get(*place)) {
        let places = sheet.indices(|line| class_of(line.reported_stage()) == *class);
        if places.is_empty() {
            continue;
        }
        let text = format!("{}、{word}项目（{}个）", ordinal(n_groups), places.len());
        drawing.write(page, row, 1, &text);
        if merged {
            drawing.merge(page, (row, 1), (row, table.last_col()));
        }
        let first = drawing.rows.len();
        let next = table.draw_lines(&mut drawing, row + 1, sheet, &places, &mut random);
        let rows = first..drawing.rows.len();
        table.note_count(&mut drawing, row, &text, &rows);
        table.note_from_above(&mut drawing, rows, (row, &text), (Field::StatusRaw, class.as_str()));
        row = next;
        n_groups += 1;
    }
    let (rows, wrong) = (0..drawing.rows.len(), sheet.wrong_totals);
    let total = Total { label: "合计", scope: "total", rows, formula: None, wrong };
    table.draw_total(&mut drawing, row, &total);
    frame.draw_below(&mut drawing, row + 1, &mut habit);
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_group_row_above_says_the_stage_and_counts_its_projects() {
        let sheet = ReturnSheet::synthetic(3, "2023-07".parse().unwrap(), 20);
        let drawing = draw(&sheet);
        let status = |row: &crate::drawing::DrawnRow| {
            row.cells.iter().find(|cell| cell.field == Field::StatusRaw).cloned().unwrap()
        };
        for row in &drawing.rows {
            let (word, _) =
                STAGE_CLASSES.iter().find(|(_, class)| class.as_str() == status(row).value).unwrap();
            assert!(status(row).raw.contains(&format!("、{word}项目（")));
        }
        let counts: Vec<_> = drawing.totals.iter().filter(|total| total.scope == "group_count").collect();
        assert!(counts.len() > 2);
        for count in counts {
            let n_rows = drawing.rows.iter().filter(|row| status(row).at == count.at).count() as i64;
            assert_eq!((count.value, count.sum_of_rows), (n_rows, n_rows));
            assert!(count.raw.ends_with(&format!("（{n_rows}个）")));
        }
    }
}
