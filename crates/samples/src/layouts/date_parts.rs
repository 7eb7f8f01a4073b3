//! Dates over three columns (日期分列): year, month and day of start and production under a merged heading.

use model::field::Field;

use crate::banded::Banded;
use crate::column_sets::columns_of_mixed_units;
use crate::drawing::{Drawing, DrawnCell, address};
use crate::headings::headings;
use crate::line::{Line, Value};
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::spelling::spelled::Spelled;
use crate::subject::Subject;
use crate::table::band::{Band, draw_group_over};
use crate::table::body::{drawn_cell, joined_cell};
use crate::table::shape::Table;

const LEFT: [Field; 8] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::StatusRaw,
];
const RIGHT: [Field; 2] = [Field::ProgressText, Field::Note];

/// A date over three columns.
struct DateParts {
    page: usize,
    first_col: u32,
    field: Field,
    heading: &'static str,
    /// Texts such as `07` in place of numbers.
    padded: bool,
    /// Stands in each of the three cells where there is no date yet.
    missing: &'static str,
}

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["项目进度", "Sheet1"]), "data");
    let left = Table { page, number: 1, first_col: 1, columns: columns_of_mixed_units(&LEFT, &mut habit) };
    let (padded, missing) = (habit.chance(300), habit.pick(&["", "", "/", "—"]));
    let [start, production] = [Field::StartDate, Field::ProductionDate].map(|field| {
        let heading = habit.pick(headings(field));
        DateParts { page, first_col: 0, field, heading, padded, missing }
    });
    let start = DateParts { first_col: left.last_col() + 1, ..start };
    let production = DateParts { first_col: start.last_col() + 1, ..production };
    let columns = columns_of_mixed_units(&RIGHT, &mut habit);
    let right = Table { page, number: 1, first_col: production.last_col() + 1, columns };
    let bands: [&dyn Band; 4] = [&left, &start, &production, &right];
    let banded = Banded { page, bands: &bands, n_header_rows: 2, money: "" };
    banded.draw(&mut drawing, sheet, (&mut habit, &mut random));
    drawing
}

impl Band for DateParts {
    fn last_col(&self) -> u32 {
        self.first_col + 2
    }

    fn draw_header(&self, drawing: &mut Drawing, row: u32, _n_rows: u32) {
        let subject = Subject::Of(self.field);
        draw_group_over(
            drawing,
            (self.page, row, self.first_col),
            self.heading,
            &["年", "月", "日"],
            subject,
        );
    }

    fn draw_cells(
        &self,
        drawing: &mut Drawing,
        row: u32,
        _number: usize,
        line: &Line,
        _random: &mut Random,
    ) -> Vec<DrawnCell> {
        let Some((parts, value)) = self.spell(line) else { return Vec::new() };
        let mut cells = Vec::new();
        for (place, spelled) in parts.into_iter().enumerate() {
            let col = self.first_col + place as u32;
            cells.push(drawn_cell(self.field, address(row, col), &spelled));
            drawing.put(self.page, row, col, spelled.content);
        }
        vec![joined_cell(self.field, &cells, value)]
    }
}

impl DateParts {
    /// Year, month and day, and the date that they say together; a wrong text such as `2022-02-30` is parted as well.
    fn spell(&self, line: &Line) -> Option<(Vec<Spelled>, String)> {
        let (text, value) = match line.value(self.field) {
            Some(Value::Date(day)) => (day.to_string(), day.to_string()),
            Some(Value::Verbatim { text, value }) => (text.clone(), value.clone()),
            _ if self.missing.is_empty() => return None,
            _ => return Some((vec![Spelled::text(self.missing, ""); 3], String::new())),
        };
        let part = |part: &str| match part.parse::<i32>() {
            Ok(number) if !self.padded => Spelled::number(f64::from(number), ""),
            _ => Spelled::text(part, ""),
        };
        Some((text.splitn(3, '-').map(part).collect(), value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn year_month_and_day_carry_the_date_together() {
        let sheet = ReturnSheet::synthetic(4, "2023-07".parse().unwrap(), 12);
        let drawing = draw(&sheet);
        let started = drawing.rows.iter().filter_map(|row| {
            let cell = row.cells.iter().find(|cell| cell.field == Field::StartDate)?;
            (!cell.value.is_empty()).then_some((row, cell))
        });
        let mut n_started = 0;
        for (row, cell) in started {
            let parts: Vec<u32> = cell.raw.split('|').map(|part| part.parse().unwrap()).collect();
            assert_eq!(cell.value, format!("{:04}-{:02}-{:02}", parts[0], parts[1], parts[2]));
            let at = [9, 10, 11].map(|col| address(row.area.first.row, col)).join("|");
            assert_eq!(cell.at, at);
            n_started += 1;
        }
        assert!(n_started > 0);
    }

    #[test]
    fn an_impossible_date_is_parted_and_says_nothing() {
        let mut sheet = ReturnSheet::synthetic(4, "2023-07".parse().unwrap(), 1);
        let wrong = Value::Verbatim { text: "2022-02-30".to_owned(), value: String::new() };
        sheet.lines[0].replace(Field::StartDate, wrong);
        let (missing, heading) = ("", "开工时间");
        let parts =
            DateParts { page: 0, first_col: 1, field: Field::StartDate, heading, padded: false, missing };
        let (spelled, value) = parts.spell(&sheet.lines[0]).unwrap();
        let raws: Vec<String> = spelled.iter().map(|part| part.content.raw()).collect();
        assert_eq!((raws.join("|").as_str(), value.as_str()), ("2022|2|30", ""));
    }
}
