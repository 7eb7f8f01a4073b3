//! Ledger number and name in one column (项目编号及名称): `ZB2021-0021 ××项目`.

use model::cell_address::column_letters;
use model::field::Field;

use crate::banded::Banded;
use crate::column_sets::columns_of_mixed_units;
use crate::drawing::{Drawing, DrawnCell, DrawnColumn, address};
use crate::line::Line;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::spelling::spelled::Spelled;
use crate::subject::Subject;
use crate::table::band::Band;
use crate::table::body::drawn_cell;
use crate::table::shape::Table;

/// The fields to the right of number and name.
const RIGHT: [Field; 9] = [
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProductionDate,
    Field::Note,
];

/// A column that holds ledger number and name.
struct CodeAndName {
    page: usize,
    col: u32,
    heading: &'static str,
    between: &'static str,
}

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["Sheet1", "签约项目"]), "data");
    let table = |first_col: u32, fields: &[Field], habit: &mut Random| Table {
        page,
        number: 1,
        first_col,
        columns: columns_of_mixed_units(fields, habit),
    };
    let numbers = table(1, &[Field::RowNo], &mut habit);
    let heading = habit.pick(&["项目编号及名称", "项目编号及名称", "项目编号及项目名称", "项目编码、名称"]);
    let between = habit.pick(&[" ", " ", "　", "\n"]);
    let joined = CodeAndName { page, col: 2, heading, between };
    let right = table(3, &RIGHT, &mut habit);
    let bands: [&dyn Band; 3] = [&numbers, &joined, &right];
    let banded = Banded { page, bands: &bands, n_header_rows: 1, money: "" };
    banded.draw(&mut drawing, sheet, (&mut habit, &mut random));
    drawing
}

impl Band for CodeAndName {
    fn last_col(&self) -> u32 {
        self.col
    }

    fn draw_header(&self, drawing: &mut Drawing, row: u32, _n_rows: u32) {
        drawing.write(self.page, row, self.col, self.heading);
        let sheet = drawing.sheet_name(self.page);
        for field in [Field::ProjectCodeLocal, Field::ProjectName] {
            drawing.columns.push(DrawnColumn {
                sheet: sheet.clone(),
                table: 1,
                orientation: "down",
                header_path: self.heading.to_owned(),
                header_cells: address(row, self.col),
                column: column_letters(self.col),
                subject: Some(Subject::Of(field)),
                unit: "",
                unit_from: "",
            });
        }
    }

    /// Both fields point at the one cell; a project that has no ledger number has its name alone.
    fn draw_cells(
        &self,
        drawing: &mut Drawing,
        row: u32,
        _number: usize,
        line: &Line,
        _random: &mut Random,
    ) -> Vec<DrawnCell> {
        let (code, name) = (line.text(Field::ProjectCodeLocal), line.text(Field::ProjectName));
        let text = if code.is_empty() { name.to_owned() } else { format!("{code}{}{name}", self.between) };
        drawing.write(self.page, row, self.col, &text);
        [(Field::ProjectCodeLocal, code), (Field::ProjectName, name)]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(field, value)| {
                drawn_cell(field, address(row, self.col), &Spelled::text(text.as_str(), value))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_name_are_in_one_cell() {
        let sheet = ReturnSheet::synthetic(8, "2023-07".parse().unwrap(), 6);
        for row in &draw(&sheet).rows {
            let cell = |field: Field| row.cells.iter().find(|cell| cell.field == field).unwrap();
            let (code, name) = (cell(Field::ProjectCodeLocal), cell(Field::ProjectName));
            assert_eq!((&code.at, &code.raw), (&name.at, &name.raw));
            assert!(code.raw.starts_with(&code.value) && code.raw.ends_with(&name.value));
        }
    }
}
