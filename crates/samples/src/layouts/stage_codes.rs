//! The status as a bare number (阶段代码): its heading explains the numbers, `项目阶段代码（1签约 2注册 3前期 …）`.

use model::field::Field;

use crate::column_sets::{SLIM, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::spelling::stages::STAGES_OF_A_FORM;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["Sheet1", "报表"]), "data");
    let heading = heading(&mut habit);
    let columns = columns_of_mixed_units(&SLIM, &mut habit)
        .into_iter()
        .map(|column| if column.field == Field::StatusRaw { column.coded(heading.clone()) } else { column })
        .collect();
    let framed =
        Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::Below };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_flat_header(drawing, row)
    });
    drawing
}

/// The heading with its legend.
fn heading(habit: &mut Random) -> String {
    let (mark, between) = habit.pick(&[("", " "), ("", " "), (".", "；"), ("-", "、"), ("", "\n")]);
    let stages = STAGES_OF_A_FORM.iter().enumerate();
    let legend: Vec<String> = stages.map(|(place, (_, word))| format!("{}{mark}{word}", place + 1)).collect();
    format!("项目阶段代码（{}）", legend.join(between))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legend_explains_every_number() {
        let sheet = ReturnSheet::synthetic(6, "2023-07".parse().unwrap(), 20);
        let drawing = draw(&sheet);
        let status =
            drawing.columns.iter().find(|column| column.header_path.starts_with("项目阶段代码")).unwrap();
        for row in &drawing.rows {
            let cell = row.cells.iter().find(|cell| cell.field == Field::StatusRaw).unwrap();
            let code: usize = cell.raw.parse().unwrap();
            let (stage, word) = STAGES_OF_A_FORM[code - 1];
            assert_eq!((cell.kind, cell.value.as_str()), ("number", stage.as_str()));
            assert!(
                ["", ".", "-"].iter().any(|mark| status.header_path.contains(&format!("{code}{mark}{word}")))
            );
        }
    }
}
