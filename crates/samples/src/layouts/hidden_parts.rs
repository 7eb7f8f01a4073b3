//! Hidden parts (隐藏行列与字典): a hidden row and column, a hidden sheet that feeds the drop-downs of the status.

use model::field::Field;

use crate::column_sets::{SLIM, columns_of_mixed_units};
use crate::drawing::{Drawing, area};
use crate::framed::{Drawn, Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

const WORDS: [&str; 7] = ["已签约", "前期工作", "已开工", "在建", "部分投产", "已投产", "终止"];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("填报表", "data");
    let columns = columns_of_mixed_units(&SLIM, &mut habit);
    let framed =
        Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::Below };
    let drawn = framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_flat_header(drawing, row)
    });
    add_dictionary(&mut drawing, &drawn, habit.pick(&["数据字典", "下拉选项", "dict"]));
    hide_row_and_column(&mut drawing, &drawn);
    drawing
}

fn add_dictionary(drawing: &mut Drawing, drawn: &Drawn, name: &str) {
    let dictionary = drawing.add_page(name, "dictionary");
    drawing.write(dictionary, 1, 1, "项目状态");
    for (place, word) in WORDS.iter().enumerate() {
        drawing.write(dictionary, place as u32 + 2, 1, word);
    }
    if let Some(page) = drawing.page(dictionary) {
        page.hidden = true;
    }
    let status =
        drawn.table.placed().find(|(_, column)| column.field == Field::StatusRaw).map(|(col, _)| col);
    if let (Some(col), Some(page)) = (status, drawing.page(drawn.table.page)) {
        let last = drawn.next_row.saturating_sub(1).max(drawn.first_row);
        let source = format!("='{name}'!$A$2:$A${}", WORDS.len() + 1);
        page.drop_downs.push((area((drawn.first_row, col), (last, col)), source));
    }
}

fn hide_row_and_column(drawing: &mut Drawing, drawn: &Drawn) {
    let hidden_row = drawn.first_row + 1;
    let investor =
        drawn.table.placed().find(|(_, column)| column.field == Field::Investor).map(|(col, _)| col);
    for row in &mut drawing.rows {
        row.hidden = row.area.first.row == hidden_row;
    }
    let hides_a_row = drawing.rows.iter().any(|row| row.hidden);
    if let Some(page) = drawing.page(drawn.table.page) {
        page.hidden_rows.extend(hides_a_row.then_some(hidden_row));
        page.hidden_columns.extend(investor);
    }
}
