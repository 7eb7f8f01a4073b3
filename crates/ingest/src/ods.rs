//! The cells of an ods workbook, with merges, hidden rows and budgets, straight from its content part.

use model::cell_address::{Area, CellAddress};
use model::reading::{Cell, Content, Role, Sheet};

use crate::error::ReadError;
use crate::limits::Limits;
use crate::markup::{Piece, Pieces, attribute, pieces, unescape};
use crate::meter::Meter;
use crate::package::Package;
use crate::serial::{from_iso, iso_text};

/// Reads the sheets of an ods.
///
/// # Errors
/// A broken workbook, an encrypted one, or one over the limits.
pub fn read_ods(package: &Package, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    if package.text("META-INF/manifest.xml").is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ReadError::Encrypted);
    }
    let content = package.text("content.xml").ok_or_else(|| ReadError::damaged("content.xml"))?;
    if !content.trim_end().ends_with("document-content>") {
        return Err(ReadError::damaged("content.xml is cut off"));
    }
    let hidden_styles = hidden_table_styles(content);
    let mut sheets = Vec::new();
    let mut meter = Meter::new(*limits);
    let mut rest = pieces(content);
    while let Some(piece) = rest.next() {
        let Piece::Open { name: "table", attributes, empty: false } = piece else { continue };
        let name = unescape(attribute(attributes, "name").unwrap_or_default()).into_owned();
        let style = attribute(attributes, "style-name").unwrap_or_default();
        let hidden = hidden_styles.contains(&style);
        let mut table = TableReader { row: 1, col: 1, ..TableReader::new(hidden, &mut meter) };
        table.read(&mut rest)?;
        sheets.push(Sheet { name, hidden, cells: table.cells, merges: table.merges });
        if sheets.len() as u64 > limits.sheets {
            return Err(ReadError::over("sheets", limits.sheets));
        }
    }
    Ok(sheets)
}

/// Names of the table styles that are not displayed.
fn hidden_table_styles(content: &str) -> Vec<&str> {
    let mut hidden = Vec::new();
    let mut style = "";
    for piece in pieces(content) {
        match piece {
            Piece::Open { name: "style", attributes, .. } => {
                style = attribute(attributes, "name").unwrap_or_default()
            }
            Piece::Open { name: "table-properties", attributes, .. }
                if attribute(attributes, "display") == Some("false") =>
            {
                hidden.push(style)
            }
            Piece::Open { name: "body", .. } => break,
            _ => {}
        }
    }
    hidden
}

/// Where reading stands in a table.
struct TableReader<'m> {
    meter: &'m mut Meter,
    cells: Vec<Cell>,
    merges: Vec<Area>,
    row: u32,
    col: u32,
    hidden_sheet: bool,
    hidden_row: bool,
    hidden_columns: Vec<(u32, u32)>,
}

impl<'m> TableReader<'m> {
    fn new(hidden_sheet: bool, meter: &'m mut Meter) -> TableReader<'m> {
        TableReader {
            meter,
            cells: Vec::new(),
            merges: Vec::new(),
            row: 1,
            col: 1,
            hidden_sheet,
            hidden_row: false,
            hidden_columns: Vec::new(),
        }
    }

    fn read(&mut self, rest: &mut Pieces<'_>) -> Result<(), ReadError> {
        let mut column = 1;
        let mut row_repeats = 1;
        while let Some(piece) = rest.next() {
            match piece {
                Piece::Close("table") => break,
                Piece::Open { name: "table-column", attributes, .. } => {
                    let repeats = repeats(attributes, "number-columns-repeated");
                    if is_hidden(attributes) {
                        self.hidden_columns.push((column, column.saturating_add(repeats - 1)));
                    }
                    column = column.saturating_add(repeats);
                }
                Piece::Open { name: "table-row", attributes, empty } => {
                    row_repeats = repeats(attributes, "number-rows-repeated");
                    (self.col, self.hidden_row) = (1, is_hidden(attributes));
                    if empty {
                        self.row = self.row.saturating_add(row_repeats);
                    }
                }
                Piece::Close("table-row") => self.end_row(row_repeats)?,
                Piece::Open { name: "table-cell" | "covered-table-cell", attributes, empty } => {
                    let text = if empty { String::new() } else { cell_text(rest) };
                    self.take(attributes, text)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Goes on to the next row; a row that stands for several is written out.
    fn end_row(&mut self, row_repeats: u32) -> Result<(), ReadError> {
        let start = self.cells.partition_point(|cell| cell.row < self.row);
        if start < self.cells.len() {
            for offset in 1..row_repeats {
                let row = self.row.saturating_add(offset);
                for index in start..self.cells.len().min(start + self.width(start)) {
                    let cell = Cell { row, ..self.cells[index].clone() };
                    self.meter.count_in_row(row, &cell.content)?;
                    self.cells.push(cell);
                }
            }
        }
        self.row = self.row.saturating_add(row_repeats);
        Ok(())
    }

    /// How many cells the row that begins at a place has.
    fn width(&self, start: usize) -> usize {
        let row = self.cells.get(start).map(|cell| cell.row);
        self.cells[start..].iter().take_while(|cell| Some(cell.row) == row).count()
    }

    fn take(&mut self, attributes: &str, text: String) -> Result<(), ReadError> {
        let counts = |name| if attributes.contains("number-") { repeats(attributes, name) } else { 1 };
        let n_cells = counts("number-columns-repeated");
        let first = self.col;
        self.col = self.col.saturating_add(n_cells);
        let (wide, high) = (counts("number-columns-spanned"), counts("number-rows-spanned"));
        if wide > 1 || high > 1 {
            self.meter.count_merges(1)?;
            let last = CellAddress::new(self.row.saturating_add(high - 1), first.saturating_add(wide - 1));
            self.merges.push(Area::new(CellAddress::new(self.row, first), last));
        }
        let has_formula = attributes.contains("formula") && attribute(attributes, "formula").is_some();
        let Some(content) = content(attributes, text, has_formula) else { return Ok(()) };
        for col in first..self.col {
            self.meter.count_in_row(self.row, &content)?;
            let column_hidden = self.hidden_columns.iter().any(|(from, to)| (*from..=*to).contains(&col));
            self.cells.push(Cell {
                row: self.row,
                col,
                content: content.clone(),
                number_format: None,
                has_formula,
                hidden: self.hidden_sheet || self.hidden_row || column_hidden,
                role: Role::Other,
            });
        }
        Ok(())
    }
}

fn repeats(attributes: &str, name: &str) -> u32 {
    attribute(attributes, name).and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, 1 << 24)
}

fn is_hidden(attributes: &str) -> bool {
    matches!(attribute(attributes, "visibility"), Some("collapse" | "filter"))
}

/// The text of a cell: its paragraphs, one to a line; notes are left out.
fn cell_text(rest: &mut Pieces<'_>) -> String {
    let mut text = String::new();
    let (mut depth, mut in_note, mut paragraphs) = (0, false, 0);
    for piece in rest.by_ref() {
        match piece {
            Piece::Close("table-cell" | "covered-table-cell") => break,
            Piece::Open { name: "annotation", empty: false, .. } => in_note = true,
            Piece::Close("annotation") => in_note = false,
            _ if in_note => {}
            Piece::Open { name: "p" | "h", empty, .. } => {
                if paragraphs > 0 {
                    text.push('\n');
                }
                paragraphs += 1;
                depth += u32::from(!empty);
            }
            Piece::Close("p" | "h") => depth = depth.saturating_sub(1),
            Piece::Open { name: "s", attributes, .. } => {
                (0..repeats(attributes, "c").min(10_000)).for_each(|_| text.push(' '));
            }
            Piece::Open { name: "line-break", .. } => text.push('\n'),
            Piece::Open { name: "tab", .. } => text.push('\t'),
            Piece::Text(part) if depth > 0 => text.push_str(&unescape(part)),
            Piece::Verbatim(part) if depth > 0 => text.push_str(part),
            _ => {}
        }
    }
    text
}

fn content(attributes: &str, text: String, has_formula: bool) -> Option<Content> {
    if attributes.is_empty() {
        return (!text.trim().is_empty()).then_some(Content::Text(text));
    }
    let value = attribute(attributes, "value");
    let number = || value.and_then(|value| value.parse::<f64>().ok());
    let known = match attribute(attributes, "value-type") {
        Some("float" | "currency" | "percentage") => number().map(Content::Number),
        Some("boolean") => {
            attribute(attributes, "boolean-value").map(|value| Content::Boolean(value == "true"))
        }
        Some("date") => {
            let serial = attribute(attributes, "date-value").and_then(from_iso);
            serial.map(|serial| Content::Date(serial, iso_text(serial)))
        }
        _ => None,
    };
    if known.is_some() {
        return known;
    }
    if text.starts_with('#') && text.ends_with(['!', '?', 'A']) && has_formula {
        return Some(Content::Error(text));
    }
    if !text.trim().is_empty() {
        return Some(Content::Text(text));
    }
    let formula = attribute(attributes, "formula")?;
    let is_blank_result = attribute(attributes, "value-type") == Some("string");
    (!is_blank_result).then(|| Content::Error(plain_formula(&unescape(formula))))
}

/// `of:=SUM([.A1:.A2])` as it is written in Excel: `=SUM(A1:A2)`.
fn plain_formula(formula: &str) -> String {
    let bare = formula.split_once(":=").map_or(formula, |(_, rest)| rest).trim_start_matches('=');
    format!("={}", bare.replace("[.", "").replace(":.", ":").replace(']', "").replace(';', ","))
}
