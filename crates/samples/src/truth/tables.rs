//! Writes the truth tables return by return (真值表写出), without keeping them in memory.

use std::path::Path;

use model::cell_address::column_letters;
use model::field::Field;
use model::month::Month;
use model::stage::Stage;

use crate::drawing::{Drawing, DrawnRow};
use crate::error::SampleError;
use crate::line::{Line, LineRole, Planted, Value};
use crate::return_sheet::ReturnSheet;
use crate::subject::Subject;
use crate::submissions::Submission;
use crate::truth::header::{self, FIELDS, row_columns};
use crate::truth::record::{cell_of, flags_of, planted_at};
use crate::truth::truth_table::{TruthTable, flag};

/// The truth tables that grow with each return.
pub(crate) struct TruthTables {
    rows: TruthTable,
    returns: TruthTable,
    columns: TruthTable,
    totals: TruthTable,
    planted: TruthTable,
    sheets: TruthTable,
    headline: TruthTable,
    first: Month,
}

impl TruthTables {
    /// Creates the tables in a folder.
    pub(crate) fn create(folder: &Path, first: Month) -> Result<TruthTables, SampleError> {
        fs_err::create_dir_all(folder)?;
        Ok(TruthTables {
            rows: TruthTable::create(folder, "rows.csv", &row_columns())?,
            returns: TruthTable::of(folder, header::RETURNS)?,
            columns: TruthTable::of(folder, header::COLUMNS)?,
            totals: TruthTable::of(folder, header::TOTALS)?,
            planted: TruthTable::of(folder, header::PLANTED)?,
            sheets: TruthTable::of(folder, header::SHEETS)?,
            headline: TruthTable::of(folder, header::HEADLINE)?,
            first,
        })
    }

    /// Writes what stands in a return.
    pub(crate) fn write_return(&mut self, sent: &Submission) -> Result<(), SampleError> {
        self.write_return_line(sent)?;
        let (path, sheet, drawing) = (sent.path.as_str(), &sent.sheet, &sent.drawing);
        for page in &drawing.book.pages {
            self.sheets.write(&[path, &page.name, page.role, flag(page.hidden)])?;
        }
        for row in &drawing.rows {
            let Some(line) = sheet.lines.get(row.line) else { continue };
            self.rows.write(&row_line(path, sheet, row, line))?;
            for planted in &line.planted {
                self.write_planted(path, sheet.period, (row, line), planted)?;
            }
            self.write_duplicate(path, row, line)?;
        }
        self.write_columns(path, drawing)?;
        self.write_totals(path, drawing)
    }

    /// Printed totals; one that differs from its rows is a planted error as well.
    fn write_totals(&mut self, path: &str, drawing: &Drawing) -> Result<(), SampleError> {
        for total in &drawing.totals {
            let (value, sum) = (total.value.to_string(), total.sum_of_rows.to_string());
            let agrees = flag(total.value == total.sum_of_rows);
            let subject = total.subject.name();
            let cells =
                [path, &total.sheet, &total.at, total.scope, &subject, &total.raw, &value, &sum, agrees];
            self.totals.write(&cells)?;
            if total.value != total.sum_of_rows {
                let kind = "total_mismatch";
                self.planted.write(&[
                    path,
                    &total.sheet,
                    &total.at,
                    "",
                    &subject,
                    kind,
                    &total.raw,
                    &value,
                    &sum,
                    "1",
                    "0",
                    "0",
                    "",
                ])?;
            }
        }
        Ok(())
    }

    /// A project that is listed once more: the whole row is wrong.
    fn write_duplicate(&mut self, path: &str, row: &DrawnRow, line: &Line) -> Result<(), SampleError> {
        if line.role != LineRole::DuplicateRow {
            return Ok(());
        }
        let address = format!("{0}:{0}", row.area.first.row);
        let (kind, id) = ("duplicate_row", line.true_id.as_str());
        self.planted.write(&[
            path,
            &row.sheet,
            &address,
            id,
            "",
            kind,
            "",
            "",
            id,
            "1",
            "0",
            "1",
            "listed twice",
        ])
    }

    fn write_return_line(&mut self, sent: &Submission) -> Result<(), SampleError> {
        let at = sent.drawing.title_at.as_deref().unwrap_or("(file)");
        let (unit, period) = (&sent.sheet.unit.unit_id, sent.sheet.period.to_string());
        let (revision, family) = (sent.revision.to_string(), sent.layout.name());
        let status = if sent.superseded { "superseded" } else { "accepted" };
        self.returns.write(&[
            &sent.path,
            unit,
            &period,
            &sent.received_at,
            &revision,
            status,
            "",
            family,
            "synthetic",
            "xlsx",
            at,
            at,
            "",
        ])
    }

    fn write_columns(&mut self, path: &str, drawing: &Drawing) -> Result<(), SampleError> {
        for column in &drawing.columns {
            let table = column.table.to_string();
            let subject = column.subject.map(Subject::name).unwrap_or_default();
            self.columns.write(&[
                path,
                &column.sheet,
                &table,
                column.orientation,
                &column.header_path,
                &column.header_cells,
                &column.column,
                &subject,
                column.unit,
                column.unit_from,
            ])?;
        }
        Ok(())
    }

    /// A planted error is in the truth only where its field was drawn.
    fn write_planted(
        &mut self,
        path: &str,
        period: Month,
        (row, line): (&DrawnRow, &Line),
        planted: &Planted,
    ) -> Result<(), SampleError> {
        let Some(cell) = cell_of(row, planted.field) else { return Ok(()) };
        let needs = match planted.kind {
            "start_before_signing" => Some(Field::SignDate),
            "status_conflicts_with_date" => Some(Field::StartDate),
            "capital_above_contract" => Some(Field::ContractValue),
            _ => None,
        };
        let alone = planted.alone && needs.is_none_or(|field| cell_of(row, field).is_some());
        let earlier = planted.earlier && period > self.first;
        self.planted.write(&[
            path,
            &row.sheet,
            &cell.at,
            &line.true_id,
            planted.field.name(),
            planted.kind,
            &cell.raw,
            &cell.value,
            &planted.right,
            flag(alone),
            flag(earlier),
            flag(planted.ledger),
            "",
        ])
    }

    /// Writes the headline of a month.
    pub(crate) fn write_headline(&mut self, lines: &[Vec<String>]) -> Result<(), SampleError> {
        lines.iter().try_for_each(|line| self.headline.write(line))
    }

    /// Completes the files.
    pub(crate) fn finish(self) -> Result<(), SampleError> {
        let grown =
            [self.rows, self.returns, self.columns, self.totals, self.planted, self.sheets, self.headline];
        grown.into_iter().try_for_each(TruthTable::finish)
    }
}

fn row_line(path: &str, sheet: &ReturnSheet, row: &DrawnRow, line: &Line) -> Vec<String> {
    let (first, last) = (row.area.first, row.area.last);
    let flags = flags_of(row, line.stage);
    let says = |said: Option<bool>| said.map_or("", flag).to_owned();
    let is = |field: Field| flag(line.value(field) == Some(&Value::Tick(true))).to_owned();
    let mut cells = vec![
        path.to_owned(),
        row.sheet.clone(),
        row.table.to_string(),
        first.row.to_string(),
        last.row.to_string(),
        column_letters(first.col),
        column_letters(last.col),
        line.true_id.clone(),
        line.true_id.clone(),
        line.text(Field::ProjectCodeLocal).to_owned(),
        sheet.period.to_string(),
        sheet.unit.unit_id.clone(),
        line.event.clone(),
        line.edition.to_string(),
        flag(line.role == LineRole::Project).to_owned(),
        line.role.as_str().to_owned(),
        line.stage.as_str().to_owned(),
        is(Field::IsStarted),
        is(Field::IsProduction),
        flag(line.stage == Stage::Terminated).to_owned(),
        flag(row.hidden).to_owned(),
        says(flags.started),
        says(flags.in_production),
        says(flags.terminated),
    ];
    for field in FIELDS {
        match cell_of(row, field) {
            Some(cell) => {
                let value = if field == Field::ProjectName { &line.signed_name } else { &cell.value };
                cells.extend([&cell.at, &cell.raw, cell.kind, value].map(|text: &str| text.to_owned()));
            }
            None => cells.extend([const { String::new() }; 4]),
        }
    }
    cells
}

/// How many planted errors of a return are visible in it.
pub(crate) fn count_planted(sheet: &ReturnSheet, drawing: &Drawing) -> usize {
    let rows = drawing.rows.iter().filter_map(|row| Some((row, sheet.lines.get(row.line)?)));
    let wrong_values = rows
        .flat_map(|(row, line)| row.cells.iter().map(move |cell| (line, cell.field)))
        .filter(|(line, field)| planted_at(line, *field).is_some())
        .count();
    let repeated = sheet.lines.iter().filter(|line| line.role == LineRole::DuplicateRow).count();
    let wrong_totals = drawing.totals.iter().filter(|total| total.value != total.sum_of_rows).count();
    wrong_values + repeated + wrong_totals
}
