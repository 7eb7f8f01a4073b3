//! A column for each stage (阶段打勾): a merged heading 项目阶段（打√） over them, and one tick in each row.

use model::field::Field;

use crate::banded::Banded;
use crate::column_sets::columns_of_mixed_units;
use crate::drawing::{Drawing, DrawnCell, address};
use crate::line::Line;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::spelling::spelled::Spelled;
use crate::spelling::stages::{STAGES_OF_A_FORM, place_in_form};
use crate::subject::Subject;
use crate::table::band::{Band, draw_group_over};
use crate::table::body::drawn_cell;
use crate::table::shape::Table;

const LEFT: [Field; 8] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedYear,
];
const RIGHT: [Field; 3] = [Field::StartDate, Field::ProductionDate, Field::Note];

/// A column for each stage.
struct StageTicks {
    page: usize,
    first_col: u32,
    heading: &'static str,
}

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["Sheet1", "阶段统计"]), "data");
    let left = Table { page, number: 1, first_col: 1, columns: columns_of_mixed_units(&LEFT, &mut habit) };
    let heading = habit.pick(&["项目阶段（打√）", "项目阶段（打√）", "项目阶段\n（在相应栏打√）"]);
    let ticks = StageTicks { page, first_col: left.last_col() + 1, heading };
    let columns = columns_of_mixed_units(&RIGHT, &mut habit);
    let right = Table { page, number: 1, first_col: ticks.last_col() + 1, columns };
    let bands: [&dyn Band; 3] = [&left, &ticks, &right];
    let banded = Banded { page, bands: &bands, n_header_rows: 2, money: "" };
    banded.draw(&mut drawing, sheet, (&mut habit, &mut random));
    drawing
}

impl Band for StageTicks {
    fn last_col(&self) -> u32 {
        self.first_col + STAGES_OF_A_FORM.len() as u32 - 1
    }

    fn draw_header(&self, drawing: &mut Drawing, row: u32, _n_rows: u32) {
        let leaves = STAGES_OF_A_FORM.map(|(_, word)| word);
        let subject = Subject::Of(Field::StatusRaw);
        draw_group_over(drawing, (self.page, row, self.first_col), self.heading, &leaves, subject);
    }

    fn draw_cells(
        &self,
        drawing: &mut Drawing,
        row: u32,
        _number: usize,
        line: &Line,
        _random: &mut Random,
    ) -> Vec<DrawnCell> {
        let stage = line.reported_stage();
        let Some(place) = place_in_form(stage) else { return Vec::new() };
        let col = self.first_col + place as u32;
        let spelled = Spelled::text("√", stage.as_str());
        let cell = drawn_cell(Field::StatusRaw, address(row, col), &spelled);
        drawing.put(self.page, row, col, spelled.content);
        vec![cell]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::cell_address::CellAddress;

    #[test]
    fn the_one_tick_of_a_row_stands_below_the_word_of_its_stage() {
        let sheet = ReturnSheet::synthetic(2, "2023-07".parse().unwrap(), 15);
        let drawing = draw(&sheet);
        for row in &drawing.rows {
            let status = row.cells.iter().find(|cell| cell.field == Field::StatusRaw).unwrap();
            let at: CellAddress = status.at.parse().unwrap();
            let letters = model::cell_address::column_letters(at.col);
            let column = drawing.columns.iter().find(|column| column.column == letters).unwrap();
            let stage =
                STAGES_OF_A_FORM.iter().find(|(_, word)| column.header_path.ends_with(&format!("/{word}")));
            assert_eq!(stage.unwrap().0.as_str(), status.value);
            let ticks = drawing.book.pages[0].cells.iter();
            let ticks = ticks.filter(|(of, _, content)| *of == at.row && content.raw() == "√");
            assert_eq!(ticks.count(), 1);
        }
    }
}
