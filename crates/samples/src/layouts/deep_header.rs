//! A deep header (多级表头): four or five rows that begin at C5, 投资情况 over 到位资金 over 其中 over 2023年到位.

use model::field::Field;

use crate::column::UnitPlace;
use crate::column_sets::columns_of;
use crate::drawing::Drawing;
use crate::frame::Frame;
use crate::phrases::title;
use crate::return_sheet::ReturnSheet;
use crate::table::shape::Table;
use crate::table::totals::Total;

const FIELDS: [Field; 13] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::ArrivedMonth,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProductionDate,
    Field::Note,
];

/// The column and the row where the header begins.
const FIRST: (u32, u32) = (3, 5);

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["附表1", "Sheet1"]), "data");
    let unit = habit.pick_unit();
    let n_levels = 4 + u32::from(habit.chance(500));
    let fields: Vec<Field> =
        FIELDS.into_iter().filter(|field| n_levels == 5 || *field != Field::ArrivedMonth).collect();
    let columns = columns_of(&fields, unit, UnitPlace::Caption, &mut habit);
    let table = Table { page, number: 1, first_col: FIRST.0, columns };
    let money = unit.to_string();
    let frame = Frame { page, columns: (FIRST.0, table.last_col()), scope: "", money: &money };
    frame.draw_title(&mut drawing, 2, &title(&sheet.unit, sheet.period, "", &mut habit));
    frame.draw_caption(&mut drawing, sheet, 3, &mut habit);
    let year = format!("{}年到位", sheet.period.year());
    let paths: Vec<Vec<String>> = table
        .columns
        .iter()
        .map(|column| match levels(column.field, n_levels, &year).as_slice() {
            [] => vec![column.heading.clone()],
            words => words.iter().map(|word| (*word).to_owned()).collect(),
        })
        .collect();
    let row = table.draw_header_tree(&mut drawing, FIRST.1, &paths, n_levels);
    let row = table.draw_lines(&mut drawing, row, sheet, &sheet.all(), &mut random);
    let (rows, wrong) = (0..drawing.rows.len(), sheet.wrong_totals);
    let total = Total { label: "合计", scope: "total", rows, formula: None, wrong };
    table.draw_total(&mut drawing, row, &total);
    frame.draw_below(&mut drawing, row + 1, &mut habit);
    drawing
}

/// The words above a field; none where its heading stands alone.
fn levels(field: Field, n_levels: u32, year: &str) -> Vec<&str> {
    match field {
        Field::ContractValue => vec!["投资情况", "合同投资额"],
        Field::ArrivedTotal => vec!["投资情况", "到位资金", "累计到位"],
        Field::ArrivedYear if n_levels == 4 => vec!["投资情况", "到位资金", "其中", year],
        Field::ArrivedYear => vec!["投资情况", "到位资金", "其中", year, "本年累计"],
        Field::ArrivedMonth => vec!["投资情况", "到位资金", "其中", year, "本月"],
        Field::StatusRaw => vec!["进展情况", "当前阶段"],
        Field::StartDate => vec!["进展情况", "重要节点", "开工时间"],
        Field::ProductionDate => vec!["进展情况", "重要节点", "投产时间"],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_header_begins_at_c5_and_every_word_of_a_path_stands_in_its_cell() {
        let mut depths = BTreeSet::new();
        for seed in 0..8 {
            let sheet = ReturnSheet::synthetic(seed, "2023-07".parse().unwrap(), 3);
            let drawing = draw(&sheet);
            assert_eq!(drawing.columns[0].header_cells, "C5");
            for column in &drawing.columns {
                let words: Vec<&str> = column.header_path.split('/').collect();
                for (word, at) in words.iter().zip(column.header_cells.split('|')) {
                    let at: model::cell_address::CellAddress = at.parse().unwrap();
                    let found =
                        drawing.book.pages[0].cells.iter().find(|cell| (cell.0, cell.1) == (at.row, at.col));
                    assert_eq!(found.unwrap().2.raw(), *word);
                }
            }
            depths.insert(drawing.rows[0].area.first.row - 5);
        }
        assert_eq!(depths.into_iter().collect::<Vec<u32>>(), [4, 5]);
    }
}
