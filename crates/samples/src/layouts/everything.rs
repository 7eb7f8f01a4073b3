//! Everything at once (综合难表): three header levels, column numbers, merged industries, subtotals, hidden parts.

use model::field::Field;

use crate::column::UnitPlace;
use crate::column_sets::columns_of;
use crate::drawing::{Drawing, address};
use crate::frame::Frame;
use crate::return_sheet::ReturnSheet;
use crate::table::shape::Table;
use crate::table::totals::Total;

const FIELDS: [Field; 12] = [
    Field::RowNo,
    Field::IndustryRaw,
    Field::ProjectName,
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
    Field::FixedInvest,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::StatusRaw,
    Field::StartDate,
    Field::Note,
];

/// Up to three header levels of a field; none where its heading stands alone.
const fn levels(field: Field) -> &'static [&'static str] {
    match field {
        Field::ContractValue => &["投资情况", "合同投资额"],
        Field::FixedInvest => &["投资情况", "其中", "固定资产投资"],
        Field::ArrivedTotal => &["投资情况", "到位资金", "累计"],
        Field::ArrivedYear => &["投资情况", "到位资金", "本年"],
        Field::StatusRaw => &["进展情况", "当前阶段"],
        Field::StartDate => &["进展情况", "开工日期"],
        _ => &[],
    }
}

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("台账", "data");
    let unit = habit.pick_unit();
    let columns = columns_of(&FIELDS, unit, UnitPlace::Caption, &mut habit);
    let table = Table { page, number: 1, first_col: 1, columns };
    let money = unit.to_string();
    let frame = Frame { page, columns: (1, table.last_col()), scope: "", money: &money };
    let row = frame.draw_above(&mut drawing, sheet, &mut habit);
    let row = draw_three_levels(&table, &mut drawing, row);
    let first_row = table.draw_column_numbers(&mut drawing, row, false);
    let mut row = first_row;
    let industries: std::collections::BTreeSet<&str> =
        sheet.lines.iter().map(|line| line.text(Field::IndustryRaw)).collect();
    for industry in industries {
        let places = sheet.indices(|line| line.text(Field::IndustryRaw) == industry);
        let first = drawing.rows.len();
        let next = table.draw_lines(&mut drawing, row, sheet, &places, &mut random);
        let rows = first..drawing.rows.len();
        merge_industry(&table, &mut drawing, rows.clone(), (row, next - 1));
        let subtotal = Total { label: "小计", scope: "subtotal", rows, formula: None, wrong: false };
        table.draw_total(&mut drawing, next, &subtotal);
        row = next + 1;
    }
    let total = Total {
        label: "合计",
        scope: "total",
        rows: 0..drawing.rows.len(),
        formula: None,
        wrong: sheet.wrong_totals,
    };
    table.draw_total(&mut drawing, row, &total);
    frame.draw_below(&mut drawing, row + 1, &mut habit);
    hide_parts(&mut drawing, page, first_row);
    drawing
}

fn draw_three_levels(table: &Table, drawing: &mut Drawing, row: u32) -> u32 {
    let paths: Vec<Vec<String>> = table
        .columns
        .iter()
        .map(|column| match levels(column.field) {
            [] => vec![column.heading.clone()],
            words => words.iter().map(|word| (*word).to_owned()).collect(),
        })
        .collect();
    table.draw_header_tree(drawing, row, &paths, 3)
}

/// The industry stands once, merged down over its projects.
fn merge_industry(
    table: &Table,
    drawing: &mut Drawing,
    rows: std::ops::Range<usize>,
    (first, last): (u32, u32),
) {
    let found = table.placed().find(|(_, column)| column.field == Field::IndustryRaw);
    let Some(col) = found.map(|(col, _)| col) else { return };
    for drawn in drawing.rows.get_mut(rows).unwrap_or_default() {
        for cell in drawn.cells.iter_mut().filter(|cell| cell.field == Field::IndustryRaw) {
            cell.at = address(first, col);
        }
    }
    if let Some(page) = drawing.page(table.page) {
        page.cells.retain(|(row, of, _)| *of != col || *row <= first || *row > last);
    }
    drawing.merge(table.page, (first, col), (last, col));
}

fn hide_parts(drawing: &mut Drawing, page: usize, first_row: u32) {
    for row in &mut drawing.rows {
        row.hidden = row.area.first.row == first_row;
    }
    let hides_a_row = drawing.rows.iter().any(|row| row.hidden);
    if let Some(sheet) = drawing.page(page) {
        sheet.hidden_rows.extend(hides_a_row.then_some(first_row));
        sheet.hidden_columns.push(4);
    }
    let lists = drawing.add_page("_list", "dictionary");
    for (place, word) in ["是", "否", "已开工", "未开工", "已投产"].iter().enumerate() {
        drawing.write(lists, place as u32 + 1, 1, word);
    }
    if let Some(sheet) = drawing.page(lists) {
        sheet.hidden = true;
    }
}
