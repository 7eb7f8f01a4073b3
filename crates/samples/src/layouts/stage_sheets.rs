//! One sheet for each class of stages (分阶段工作表): 未开工, 在建, 已投产 …; only its name says the status.

use model::field::Field;

use crate::column_sets::{UNSTAGED, columns_of_mixed_units};
use crate::drawing::{Drawing, DrawnCell};
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;
use crate::spelling::stages::{STAGE_CLASSES, class_of};

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let suffix = habit.pick(&["", "项目", ""]);
    let columns = columns_of_mixed_units(&UNSTAGED, &mut habit);
    for (word, class) in STAGE_CLASSES {
        let places = sheet.indices(|line| class_of(line.reported_stage()) == class);
        if places.is_empty() {
            continue;
        }
        let name = format!("{word}{suffix}");
        let page = drawing.add_page(&name, "data");
        let first = drawing.rows.len();
        let (columns, total) = (columns.clone(), TotalPlace::Below);
        let framed = Framed { page, columns, scope: "", money: "", places, total };
        framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
            table.draw_flat_header(drawing, row)
        });
        note_stage(&mut drawing, first, &name, class.as_str());
    }
    drawing.add_page("Sheet1", "empty");
    drawing
}

/// The name of the sheet says the stage of its rows.
fn note_stage(drawing: &mut Drawing, first: usize, name: &str, stage: &str) {
    for row in drawing.rows.iter_mut().skip(first) {
        let (at, raw, value) = ("(sheet)".to_owned(), name.to_owned(), stage.to_owned());
        row.cells.push(DrawnCell { field: Field::StatusRaw, at, raw, kind: "text", value });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_its_sheet_says_the_stage_of_a_project() {
        let sheet = ReturnSheet::synthetic(3, "2023-07".parse().unwrap(), 20);
        let drawing = draw(&sheet);
        assert!(drawing.book.pages.len() > 3);
        for row in &drawing.rows {
            let status = row.cells.iter().find(|cell| cell.field == Field::StatusRaw).unwrap();
            let (word, _) = STAGE_CLASSES.iter().find(|(_, class)| class.as_str() == status.value).unwrap();
            assert!(row.sheet.starts_with(word) && status.raw == row.sheet && status.at == "(sheet)");
            assert_eq!(class_of(sheet.lines[row.line].stage).as_str(), status.value);
        }
        assert!(drawing.columns.iter().all(|column| !column.header_path.contains("阶段")));
    }
}
