//! What a check says of one workbook (自查结果): how it was understood and what is wrong with it, ready to be drawn.
//! Personal data are masked in every text.

use std::collections::BTreeMap;

use serde::Serialize;

/// One workbook that was checked.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CheckedWorkbook {
    /// The file, as it was found.
    pub file: String,
    /// What the content is: `xlsx`, `xls` …; empty for a file that was passed over.
    pub format: String,
    /// Its size.
    pub bytes: i64,
    /// The file could not be read; the finding says why.
    pub is_refused: bool,
    /// Why the file is no return by its name.
    pub passed_over: Option<String>,
    /// The unit that sends it.
    pub unit: Option<FoundIn>,
    /// The month it speaks of.
    pub period: Option<FoundIn>,
    /// Its sheets, in order.
    pub sheets: Vec<CheckedSheet>,
    /// Rows of projects.
    pub n_records: usize,
    /// Rows of projects by what becomes of them: `accepted`, or why not. Empty where unit or month is not known.
    pub records: BTreeMap<String, u64>,
    /// Totals and counts by how they fit their rows: exact, rounding, partial, error, unknown.
    pub totals: BTreeMap<String, u64>,
    /// It was also compared with a ledger.
    pub has_ledger: bool,
    /// Errors.
    pub n_errors: usize,
    /// Warnings.
    pub n_warnings: usize,
    /// Remarks.
    pub n_infos: usize,
    /// Everything wrong or doubtful, gravest first, then as the workbook reads.
    pub findings: Vec<CheckedFinding>,
}

/// Something that the workbook says of itself, and where.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FoundIn {
    /// Code of the unit, or month as `YYYY-MM`.
    pub value: String,
    /// As people say it.
    pub name: String,
    /// title, file_name, sheet, column, folder.
    pub place: String,
    /// The cell, where it is one.
    pub address: Option<String>,
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CheckedSheet {
    /// Its name.
    pub name: String,
    /// Not shown in Excel.
    pub is_hidden: bool,
    /// The title above its first table.
    pub title: Option<String>,
    /// Filled cells.
    pub n_cells: usize,
    /// Hidden rows with something in them.
    pub hidden_rows: Vec<u32>,
    /// Letters of hidden columns with something in them.
    pub hidden_columns: Vec<String>,
    /// Its tables.
    pub tables: Vec<CheckedTable>,
    /// Its rows by role.
    pub bands: Vec<RowBand>,
}

/// One table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CheckedTable {
    /// Number in its sheet, from 1.
    pub table: i32,
    /// Its range, header included.
    pub range: String,
    /// down, across or card.
    pub orientation: String,
    /// Rows of projects.
    pub n_records: usize,
    /// Its columns, in order.
    pub columns: Vec<CheckedColumn>,
}

/// One heading and what it was understood as.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CheckedColumn {
    /// Letters of the column; number of the row where the values stand beside the heading.
    pub place: String,
    /// The heading, groups before it.
    pub header: String,
    /// Where the heading stands.
    pub header_address: String,
    /// Canonical field; nothing where the heading was not understood.
    pub field: Option<String>,
    /// The field in Chinese.
    pub field_zh: String,
    /// The field in English.
    pub field_en: String,
    /// Its values are personal and are never shown.
    pub is_personal: bool,
    /// Unit of the numbers.
    pub unit: Option<String>,
    /// Where the unit comes from: cell, header, caption, format, form.
    pub unit_source: Option<String>,
    /// The cell that names the unit.
    pub unit_address: Option<String>,
    /// The month that the column is about, where it is not that of the return.
    pub month: Option<String>,
    /// exact, contained, fuzzy, override or none.
    pub method: String,
    /// 0 to 1.
    pub confidence: f64,
    /// How often the same heading stands in the table: more than once on cards.
    pub n_times: usize,
}

/// Rows that follow each other and are the same thing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RowBand {
    /// title, caption, header, data, total …
    pub role: String,
    /// First row.
    pub first: u32,
    /// Last row.
    pub last: u32,
    /// Projects that begin in them.
    pub n_records: usize,
}

/// One finding, with the cells around it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CheckedFinding {
    /// Code.
    pub code: String,
    /// error, warning or info.
    pub severity: String,
    /// Sheet.
    pub sheet: Option<String>,
    /// Cell, cells or range.
    pub address: Option<String>,
    /// The other cell of a contradiction in the same sheet.
    pub related_address: Option<String>,
    /// Canonical field.
    pub field: Option<String>,
    /// The field in Chinese.
    pub field_zh: String,
    /// What stands there.
    pub raw: Option<String>,
    /// How it was read; nothing where it could not be.
    pub read_as: Option<ReadAs>,
    /// What would be expected.
    pub expected: Option<String>,
    /// What is wrong, in Chinese.
    pub message_zh: String,
    /// What is wrong, in English.
    pub message_en: String,
    /// What to do, in Chinese.
    pub fix_zh: String,
    /// What to do, in English.
    pub fix_en: String,
    /// The cell is in a hidden sheet, row or column.
    pub is_hidden: bool,
    /// The cells around it.
    pub grid: Option<CellGrid>,
}

/// How a cell was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReadAs {
    /// The value: whole yuan, ISO dates, codes.
    pub value: String,
    /// Unit that the number was read in.
    pub unit: Option<String>,
    /// Name of the rule.
    pub rule: String,
}

/// A few cells around a cell. Rows and columns between which others are left out follow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CellGrid {
    /// The columns.
    pub columns: Vec<GridColumn>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// A column of a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GridColumn {
    /// Number, from 1.
    pub col: u32,
    /// Letters.
    pub letters: String,
    /// Heading above it.
    pub header: String,
}

/// A row of a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GridRow {
    /// Number, from 1.
    pub row: u32,
    /// One for each column.
    pub cells: Vec<GridCell>,
}

/// A cell of a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GridCell {
    /// What stands there; empty for a blank.
    pub text: String,
    /// The finding is about it.
    pub is_marked: bool,
    /// The other cell of the contradiction.
    pub is_related: bool,
}

impl CheckedWorkbook {
    /// With its findings counted.
    pub fn counted(mut self) -> CheckedWorkbook {
        let count =
            |severity: &str| self.findings.iter().filter(|finding| finding.severity == severity).count();
        (self.n_errors, self.n_warnings, self.n_infos) = (count("error"), count("warning"), count("info"));
        self
    }

    /// Tables understood.
    pub fn n_tables(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.tables.len()).sum()
    }
}
