//! Capital month by month (逐月到位资金): a column for each month of the year between the fixed columns.

use model::amount_unit::AmountUnit;
use model::cell_address::column_letters;
use model::field::Field;
use model::month::Month;

use crate::column::{UnitPlace, unit_code};
use crate::column_sets::columns_of;
use crate::drawing::{Drawing, DrawnColumn, DrawnRow, address, area};
use crate::frame::Frame;
use crate::line::Line;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::spelling::amounts::{AmountShape, spell_amount};
use crate::subject::Subject;
use crate::table::body::drawn_cell;
use crate::table::shape::Table;

const LEFT: [Field; 5] =
    [Field::RowNo, Field::ProjectCodeLocal, Field::ProjectName, Field::SignDate, Field::ContractValue];
const RIGHT: [Field; 4] = [Field::ArrivedTotal, Field::StatusRaw, Field::StartDate, Field::Note];

/// The table in three parts: fixed columns, months, fixed columns.
struct Matrix {
    left: Table,
    first_month: u32,
    n_months: u32,
    unit: AmountUnit,
    right: Table,
}

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("资金到位", "data");
    let unit = habit.pick_unit();
    let left = columns_of(&LEFT, unit, UnitPlace::Caption, &mut habit);
    let right = columns_of(&RIGHT, unit, UnitPlace::Caption, &mut habit);
    let first_month = LEFT.len() as u32 + 1;
    let n_months = sheet.period.month() + 1;
    let matrix = Matrix {
        left: Table { page, number: 1, first_col: 1, columns: left },
        first_month,
        n_months,
        unit,
        right: Table { page, number: 1, first_col: first_month + n_months, columns: right },
    };
    let money = unit.to_string();
    let frame = Frame { page, columns: (1, matrix.right.last_col()), scope: "", money: &money };
    let row = frame.draw_above(&mut drawing, sheet, &mut habit);
    let row = matrix.draw_header(&mut drawing, row, first_of_year(sheet.period));
    for (place, line) in sheet.lines.iter().enumerate() {
        matrix.draw_line(&mut drawing, row + place as u32, (place, line), &mut random);
    }
    frame.draw_below(&mut drawing, row + sheet.lines.len() as u32, &mut habit);
    drawing
}

/// January of the year of a month.
fn first_of_year(month: Month) -> Month {
    month.plus(1 - month.month() as i32)
}

impl Matrix {
    fn draw_header(&self, drawing: &mut Drawing, row: u32, january: Month) -> u32 {
        let year = january.year();
        for table in [&self.left, &self.right] {
            for (col, column) in table.placed() {
                let text = column.heading_text();
                drawing.write(table.page, row, col, &text);
                drawing.merge(table.page, (row, col), (row + 1, col));
                table.note_column(drawing, col, column, text, address(row, col));
            }
        }
        let page = self.left.page;
        let before = format!("{}年底前", year - 1);
        drawing.write(page, row, self.first_month, &before);
        self.note_capital(drawing, (row, self.first_month), before, Subject::ArrivedBeforeYear);
        drawing.merge(page, (row, self.first_month), (row + 1, self.first_month));
        let group = format!("{year}年逐月到位资金");
        drawing.write(page, row, self.first_month + 1, &group);
        drawing.merge(page, (row, self.first_month + 1), (row, self.first_month + self.n_months - 1));
        for month in 1..self.n_months {
            let col = self.first_month + month;
            drawing.write(page, row + 1, col, &format!("{month}月"));
            let subject = Subject::ArrivedIn(january.plus(month as i32 - 1));
            self.note_capital(drawing, (row + 1, col), format!("{group}/{month}月"), subject);
        }
        row + 2
    }

    fn note_capital(
        &self,
        drawing: &mut Drawing,
        (row, col): (u32, u32),
        header_path: String,
        subject: Subject,
    ) {
        let sheet = drawing.sheet_name(self.left.page);
        drawing.columns.push(DrawnColumn {
            sheet,
            table: 1,
            orientation: "down",
            header_path,
            header_cells: address(row, col),
            column: column_letters(col),
            subject: Some(subject),
            unit: unit_code(self.unit),
            unit_from: "caption",
        });
    }

    fn draw_line(&self, drawing: &mut Drawing, row: u32, (place, line): (usize, &Line), random: &mut Random) {
        let mut cells = self.left.draw_cells(drawing, row, place + 1, line, random);
        let months = [line.capital.before_year].into_iter().chain(line.capital.months.iter().copied());
        for (offset, yuan) in months.enumerate() {
            let col = self.first_month + offset as u32;
            let spelled = spell_amount(yuan, self.unit, AmountShape::Number);
            if offset as u32 + 1 == self.n_months {
                cells.push(drawn_cell(Field::ArrivedMonth, address(row, col), &spelled));
            }
            drawing.put(self.left.page, row, col, spelled.content);
        }
        cells.extend(self.right.draw_cells(drawing, row, place + 1, line, random));
        let area = area((row, 1), (row, self.right.last_col()));
        let sheet = drawing.sheet_name(self.left.page);
        drawing.rows.push(DrawnRow { line: place, sheet, table: 1, area, hidden: false, cells });
    }
}
