//! A summary sheet before the detail (汇总表与明细表); the detail says its status in ticks.

use model::field::Field;

use crate::book::Content;
use crate::column_sets::{TICKED, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;
use crate::table::totals::printed_value;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let summary = drawing.add_page(habit.pick(&["汇总表", "汇总", "总体情况"]), "summary");
    let page = drawing.add_page(habit.pick(&["明细表", "项目明细", "清单"]), "data");
    let columns = columns_of_mixed_units(&TICKED, &mut habit);
    let framed =
        Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::Below };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_flat_header(drawing, row)
    });
    draw_summary(&mut drawing, summary, sheet);
    drawing
}

/// One row for each edition: how many projects, contract value and capital in 亿元.
fn draw_summary(drawing: &mut Drawing, page: usize, sheet: &ReturnSheet) {
    drawing.write(page, 1, 1, &format!("{}智博会签约项目汇总表", sheet.unit.name));
    drawing.merge(page, (1, 1), (1, 4));
    for (place, heading) in
        ["届次", "项目数（个）", "合同额（亿元）", "累计到位资金（亿元）"].iter().enumerate()
    {
        drawing.write(page, 2, place as u32 + 1, heading);
    }
    let mut row = 3;
    for edition in sheet.editions() {
        draw_summary_row(drawing, (page, row), sheet, &format!("{edition}年"), |of| of == edition);
        row += 1;
    }
    draw_summary_row(drawing, (page, row), sheet, "合计", |_| true);
}

fn draw_summary_row(
    drawing: &mut Drawing,
    (page, row): (usize, u32),
    sheet: &ReturnSheet,
    label: &str,
    wanted: impl Fn(i32) -> bool,
) {
    let of_edition = |place: usize| sheet.lines.get(place).is_some_and(|line| wanted(line.edition));
    let sum = |field: Field| -> i64 {
        let rows = drawing.rows.iter().filter(|drawn| of_edition(drawn.line));
        rows.filter_map(|drawn| printed_value(drawn, field)).fold(0, i64::saturating_add)
    };
    let yi = |yuan: i64| ((yuan as f64 / 1e8) * 100.0).round() / 100.0;
    let n_projects = drawing.rows.iter().filter(|drawn| of_edition(drawn.line)).count();
    let (contract, capital) = (yi(sum(Field::ContractValue)), yi(sum(Field::ArrivedTotal)));
    drawing.write(page, row, 1, label);
    for (col, number) in [(2, n_projects as f64), (3, contract), (4, capital)] {
        drawing.put(page, row, col, Content::Number(number));
    }
}
