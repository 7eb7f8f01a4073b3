//! One workbook, read (读数): what `ingest` gives and `transform` takes; the datasets `cells`, `columns` and
//! `records` of one return, in memory.

use crate::cell_address::{Area, CellAddress};
use crate::datasets::cells::CellRow;
use crate::datasets::columns::ColumnRow;
use crate::datasets::findings::Finding;
use crate::datasets::records::Record;
use crate::row::Sink;

/// What one workbook became.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Content hash.
    pub return_id: String,
    /// What the content is: `xlsx`, `xls`, `ods` …
    pub format: String,
    /// Its sheets, in order, hidden ones too.
    pub sheets: Vec<Sheet>,
    /// Its header leaves, sorted by key.
    pub columns: Vec<ColumnRow>,
    /// Its project rows, sorted by key.
    pub records: Vec<Record>,
    /// What is wrong in it as far as its structure goes.
    pub findings: Vec<Finding>,
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Not shown in Excel.
    pub hidden: bool,
    /// Non-empty cells, sorted by row, then column.
    pub cells: Vec<Cell>,
    /// Merged ranges.
    pub merges: Vec<Area>,
}

/// One non-empty cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Row from 1.
    pub row: u32,
    /// Column from 1.
    pub col: u32,
    /// What stood there.
    pub content: Content,
    /// Number format, where it is not General.
    pub number_format: Option<std::sync::Arc<str>>,
    /// The cell holds a formula.
    pub has_formula: bool,
    /// The sheet, the row or the column is hidden.
    pub hidden: bool,
    /// What the cell is in its sheet.
    pub role: Role,
}

/// The content of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A text, word for word.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// A date: the serial of the 1900 system, and the day and time as ISO text.
    Date(f64, String),
    /// An error value (`#REF!`), or a formula without a stored value (the formula itself, with `=`).
    Error(String),
}

impl Content {
    /// The word for the dataset column `kind`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Content::Text(_) => "text",
            Content::Number(_) => "number",
            Content::Boolean(_) => "boolean",
            Content::Date(..) => "date",
            Content::Error(_) => "error",
        }
    }

    /// What stood there, as text.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        match self {
            Content::Text(text) | Content::Date(_, text) | Content::Error(text) => text.as_str().into(),
            Content::Number(number) => number.to_string().into(),
            Content::Boolean(true) => "TRUE".into(),
            Content::Boolean(false) => "FALSE".into(),
        }
    }

    /// The number, or the serial of a date.
    pub const fn number(&self) -> Option<f64> {
        match self {
            Content::Number(number) | Content::Date(number, _) => Some(*number),
            _ => None,
        }
    }
}

/// What a cell is in its sheet (角色).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Role {
    /// 标题: the title of the table.
    Title,
    /// 表头说明: unit line, reporting unit, dates above or below the table.
    Caption,
    /// 表头.
    Header,
    /// 栏次: the row of column numbers under a header.
    ColumnNumber,
    /// 分组: a group row inside the body.
    Group,
    /// 数据: a mapped cell of a record.
    Data,
    /// 未识别列: a cell of a record in a column that was not understood.
    Extra,
    /// 小计.
    Subtotal,
    /// 合计.
    Total,
    /// 备注: notes and sources around the table.
    Note,
    /// 签章: signatures below the table.
    Signature,
    /// 汇总: a cell of a summary table that repeats the detail.
    Summary,
    /// 字典: a list that feeds drop-downs.
    Dictionary,
    /// 其他: outside every table.
    #[default]
    Other,
}

impl Role {
    /// The word in the dataset.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Title => "title",
            Role::Caption => "caption",
            Role::Header => "header",
            Role::ColumnNumber => "column_number",
            Role::Group => "group",
            Role::Data => "data",
            Role::Extra => "extra",
            Role::Subtotal => "subtotal",
            Role::Total => "total",
            Role::Note => "note",
            Role::Signature => "signature",
            Role::Summary => "summary",
            Role::Dictionary => "dictionary",
            Role::Other => "other",
        }
    }
}

impl Cell {
    /// Its address.
    pub const fn address(&self) -> CellAddress {
        CellAddress::new(self.row, self.col)
    }
}

impl Sheet {
    /// The cell that stands in a row and column.
    pub fn cell(&self, row: u32, col: u32) -> Option<&Cell> {
        let place = self.cells.binary_search_by_key(&(row, col), |cell| (cell.row, cell.col)).ok()?;
        Some(&self.cells[place])
    }

    /// The cells of a row, from left to right.
    pub fn cells_of_row(&self, row: u32) -> impl Iterator<Item = &Cell> {
        let start = self.cells.partition_point(|cell| cell.row < row);
        self.cells[start..].iter().take_while(move |cell| cell.row == row)
    }

    /// The merged range that holds a row and column.
    pub fn merge_at(&self, row: u32, col: u32) -> Option<&Area> {
        self.merges.iter().find(|merge| merge.contains(row, col))
    }

    /// The cell whose content is seen in a row and column: the cell itself, or the head of its merged range.
    pub fn seen_at(&self, row: u32, col: u32) -> Option<&Cell> {
        let own = self.cell(row, col);
        own.or_else(|| self.merge_at(row, col).and_then(|merge| self.cell(merge.first.row, merge.first.col)))
    }
}

impl Reading {
    /// The sheet with this name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }

    /// Gives every cell as a row of the dataset `cells`, in sheet order, without copying texts.
    pub fn write_cells(&self, sink: &mut dyn Sink) {
        for sheet in &self.sheets {
            for cell in &sheet.cells {
                let merge = sheet.merges.iter().find(|merge| merge.first == cell.address());
                sink.text(Some(&self.return_id));
                sink.text(Some(&sheet.name));
                sink.int32(Some(cell.row as i32));
                sink.int32(Some(cell.col as i32));
                sink.text(Some(&cell.address().to_string()));
                sink.text(Some(cell.content.kind()));
                sink.text(Some(&cell.content.text()));
                sink.float64(cell.content.number());
                sink.text(cell.number_format.as_deref());
                sink.boolean(Some(cell.has_formula));
                sink.text(merge.map(ToString::to_string).as_deref());
                sink.boolean(Some(cell.hidden));
                sink.text(Some(cell.role.as_str()));
            }
        }
    }

    /// How many rows [`Reading::write_cells`] gives.
    pub fn n_cells(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.cells.len()).sum()
    }
}

/// The declaration that [`Reading::write_cells`] follows.
pub type CellDeclaration = CellRow;
