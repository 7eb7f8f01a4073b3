//! A workbook in memory (工作簿): cells with what stands in them, merges, hidden parts. Rows and columns from 1.

use model::cell_address::Area;
use model::date::Date;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A number with a number format.
    Shaped(f64, &'static str),
    /// A day, as a date cell with a number format.
    Date(Date, &'static str),
    /// A formula and its stored result.
    Formula(String, f64),
}

impl Content {
    /// The stored value as text, as `rows.csv` writes it.
    pub fn raw(&self) -> String {
        match self {
            Content::Text(text) => text.clone(),
            Content::Number(number) | Content::Shaped(number, _) | Content::Formula(_, number) => {
                number.to_string()
            }
            Content::Date(day, _) => day.to_string(),
        }
    }

    /// The word for its kind in `rows.csv`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Content::Text(_) => "text",
            Content::Number(_) | Content::Shaped(..) => "number",
            Content::Date(..) => "date",
            Content::Formula(..) => "formula",
        }
    }
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Its name.
    pub name: String,
    /// What it is: data, summary, dictionary, empty or stale_copy.
    pub role: &'static str,
    /// Not shown in Excel.
    pub hidden: bool,
    /// Row, column, content; a later entry replaces an earlier one.
    pub cells: Vec<(u32, u32, Content)>,
    /// Merged ranges.
    pub merges: Vec<Area>,
    /// Rows that are not shown.
    pub hidden_rows: Vec<u32>,
    /// Columns that are not shown.
    pub hidden_columns: Vec<u32>,
    /// Cells with a drop-down, and the range that feeds it.
    pub drop_downs: Vec<(Area, String)>,
}

/// A workbook.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    /// Its sheets, in order.
    pub pages: Vec<Page>,
}
