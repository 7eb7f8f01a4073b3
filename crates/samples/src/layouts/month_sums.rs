//! Capital before the year and month by month (分月到位): no column holds its total or that of the year.

use model::amount_unit::AmountUnit;
use model::cell_address::column_letters;
use model::field::Field;
use model::month::Month;

use crate::banded::Banded;
use crate::column::{UnitPlace, unit_code};
use crate::column_sets::columns_of;
use crate::drawing::{Drawing, DrawnCell, DrawnColumn, DrawnTotal, address};
use crate::line::{CapitalByMonth, Line, printed};
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::sentences::month_text;
use crate::spelling::amounts::{AmountShape, spell_amount};
use crate::subject::Subject;
use crate::table::band::Band;
use crate::table::body::{drawn_cell, joined_cell, sum_of};
use crate::table::shape::Table;
use crate::table::totals::Total;

const LEFT: [Field; 6] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
];
const RIGHT: [Field; 4] = [Field::StatusRaw, Field::StartDate, Field::ProductionDate, Field::Note];

/// A column for what arrived before the year, and one for each month of it.
struct MonthColumns {
    page: usize,
    first_col: u32,
    period: Month,
    unit: AmountUnit,
}

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["资金到位情况", "Sheet1"]), "data");
    let unit = habit.pick_unit();
    let mut table = |first_col: u32, fields: &[Field]| {
        let columns = columns_of(fields, unit, UnitPlace::Caption, &mut habit);
        Table { page, number: 1, first_col, columns }
    };
    let left = table(1, &LEFT);
    let months = MonthColumns { page, first_col: left.last_col() + 1, period: sheet.period, unit };
    let right = table(months.last_col() + 1, &RIGHT);
    let bands: [&dyn Band; 3] = [&left, &months, &right];
    let banded = Banded { page, bands: &bands, n_header_rows: 1, money: &unit.to_string() };
    banded.draw(&mut drawing, sheet, (&mut habit, &mut random));
    drawing
}

impl MonthColumns {
    /// What each column is of, with its heading.
    fn headed(&self) -> Vec<(Subject, String)> {
        let january = self.period.plus(1 - self.period.month() as i32);
        let months = january.through(self.period);
        let of_months = months.map(|month| (Subject::ArrivedIn(month), month_text(month)));
        [(Subject::ArrivedBeforeYear, "以前年度到位".to_owned())].into_iter().chain(of_months).collect()
    }
}

/// What arrived before the year, and in each month of it.
fn amounts(capital: &CapitalByMonth) -> impl Iterator<Item = i64> {
    [capital.before_year].into_iter().chain(capital.months.iter().copied())
}

impl Band for MonthColumns {
    fn last_col(&self) -> u32 {
        self.first_col + self.period.month()
    }

    fn draw_header(&self, drawing: &mut Drawing, row: u32, _n_rows: u32) {
        for (col, (subject, heading)) in (self.first_col..).zip(self.headed()) {
            drawing.write(self.page, row, col, &heading);
            let sheet = drawing.sheet_name(self.page);
            drawing.columns.push(DrawnColumn {
                sheet,
                table: 1,
                orientation: "down",
                header_path: heading,
                header_cells: address(row, col),
                column: column_letters(col),
                subject: Some(subject),
                unit: unit_code(self.unit),
                unit_from: "caption",
            });
        }
    }

    /// The total of all cells, the year's total of all but the first, the month's the last.
    fn draw_cells(
        &self,
        drawing: &mut Drawing,
        row: u32,
        _number: usize,
        line: &Line,
        _random: &mut Random,
    ) -> Vec<DrawnCell> {
        let mut parts = Vec::new();
        for (col, yuan) in (self.first_col..).zip(amounts(&line.capital)) {
            let spelled = spell_amount(yuan, self.unit, AmountShape::Number);
            parts.push(drawn_cell(Field::ArrivedTotal, address(row, col), &spelled));
            drawing.put(self.page, row, col, spelled.content);
        }
        let last = parts.len().saturating_sub(1);
        [(Field::ArrivedTotal, 0), (Field::ArrivedYear, 1), (Field::ArrivedMonth, last)]
            .into_iter()
            .filter_map(|(field, from)| {
                let carrying = parts.get(from..)?;
                Some(joined_cell(field, carrying, sum_of(carrying)?.to_string()))
            })
            .collect()
    }

    fn draw_total(&self, drawing: &mut Drawing, row: u32, total: &Total<'_>, sheet: &ReturnSheet) {
        for (place, (subject, _)) in self.headed().into_iter().enumerate() {
            let rows = drawing.rows.get(total.rows.clone()).unwrap_or_default();
            let lines = rows.iter().filter_map(|drawn| sheet.lines.get(drawn.line));
            let sum = lines.filter_map(|line| amounts(&line.capital).nth(place)).sum();
            let (text, value) = printed(sum, self.unit, 8);
            let spelled = spell_amount(value, self.unit, AmountShape::Number);
            let col = self.first_col + place as u32;
            drawing.totals.push(DrawnTotal {
                sheet: drawing.sheet_name(self.page),
                at: address(row, col),
                scope: total.scope,
                subject,
                raw: text,
                value,
                sum_of_rows: sum,
            });
            drawing.put(self.page, row, col, spelled.content);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn total_and_year_are_carried_by_the_cells_together() {
        let sheet = ReturnSheet::synthetic(4, "2023-07".parse().unwrap(), 9);
        let drawing = draw(&sheet);
        for row in &drawing.rows {
            let line = &sheet.lines[row.line];
            for (field, n_cells) in
                [(Field::ArrivedTotal, 8), (Field::ArrivedYear, 7), (Field::ArrivedMonth, 1)]
            {
                let cell = row.cells.iter().find(|cell| cell.field == field).unwrap();
                assert_eq!(cell.at.split('|').count(), n_cells);
                assert_eq!(cell.raw.split('|').count(), n_cells);
                assert_eq!(cell.value, line.amount(field).unwrap().to_string());
            }
        }
        let subjects: Vec<String> =
            drawing.columns.iter().filter_map(|column| Some(column.subject?.name())).collect();
        assert_eq!(subjects[6..9], ["arrived_before_year", "arrived_2023_01", "arrived_2023_02"]);
        assert!(!subjects.iter().any(|name| name == "arrived_total" || name == "arrived_year"));
    }

    #[test]
    fn in_january_the_year_is_its_one_month() {
        let sheet = ReturnSheet::synthetic(4, "2023-01".parse().unwrap(), 3);
        let cells = &draw(&sheet).rows[0].cells;
        let at = |field: Field| cells.iter().find(|cell| cell.field == field).unwrap().at.clone();
        assert_eq!(at(Field::ArrivedYear), at(Field::ArrivedMonth));
        assert!(at(Field::ArrivedTotal).ends_with(&format!("|{}", at(Field::ArrivedYear))));
    }
}
