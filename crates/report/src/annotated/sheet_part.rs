//! The part of a sheet (工作表部件): marked cells get another style; rows and cells that are not there are put in.

use std::collections::VecDeque;

use model::cell_address::CellAddress;
use model::severity::Severity;

use crate::annotated::sheet_frame::{Frame, widened};
use crate::annotated::styles_part::StylesPart;
use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::xml::{Kind, Piece, pieces};
use crate::annotated::xml_text::attributes;

/// What is to be marked on a sheet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SheetMarks<'a> {
    /// Cells to be coloured, by row and column.
    pub(crate) cells: &'a [(CellAddress, Severity)],
    /// The reference to the drawing of comments, where the sheet needs one.
    pub(crate) drawing: Option<&'a str>,
}

/// A sheet with its marks.
pub(crate) struct MarkedSheet {
    /// The part.
    pub(crate) text: String,
    /// The reference to the drawing of comments that the sheet had already.
    pub(crate) drawing: Option<String>,
}

/// Puts the marks into the part of a sheet. The sheet is no longer the one that opens first.
pub(crate) fn mark_sheet(
    text: &str,
    marks: SheetMarks,
    styles: &mut StylesPart,
) -> Result<MarkedSheet, Unpatchable> {
    let mut walk = Walk {
        frame: Frame::new(marks.drawing),
        styles,
        pending: marks.cells.iter().copied().collect(),
        out: String::with_capacity(text.len() + 1024),
        prefix: "",
        row: Row::default(),
        in_cells: false,
    };
    let area = marks.cells.iter().map(|(cell, _)| *cell);
    let corner = area.fold(None, |corner, cell| Some(widened(corner, cell)));
    for piece in pieces(text) {
        walk.take(&piece?, corner)?;
    }
    if !walk.pending.is_empty() {
        return Err(Unpatchable::because("a sheet has no place for cells"));
    }
    Ok(MarkedSheet { text: walk.out, drawing: walk.frame.drawing })
}

/// The row that is open, or the last one that was.
#[derive(Default)]
struct Row {
    number: u32,
    style: Option<u32>,
    last_column: u32,
}

struct Walk<'a, 'b> {
    frame: Frame<'a>,
    styles: &'b mut StylesPart,
    pending: VecDeque<(CellAddress, Severity)>,
    out: String,
    prefix: &'a str,
    row: Row,
    in_cells: bool,
}

impl<'a> Walk<'a, '_> {
    fn take(
        &mut self,
        piece: &Piece<'a>,
        corner: Option<(CellAddress, CellAddress)>,
    ) -> Result<(), Unpatchable> {
        match (piece.kind, piece.depth, piece.local) {
            (Kind::Start, 1, "sheetData") => {
                self.in_cells = true;
                self.prefix = piece.prefix();
                self.out.push_str(piece.raw);
            }
            (Kind::Empty, 1, "sheetData") => self.fill_empty_sheet(piece),
            (Kind::End, 1, "sheetData") => {
                self.in_cells = false;
                self.frame.after_cells = true;
                self.add_rows_before(u32::MAX);
                self.out.push_str(piece.raw);
            }
            (Kind::Start | Kind::Empty, 2, "row") if self.in_cells => self.open_row(piece)?,
            (Kind::End, 2, "row") if self.in_cells => {
                self.add_cells_before(u32::MAX);
                self.out.push_str(piece.raw);
            }
            (Kind::Start | Kind::Empty, 3, "c") if self.in_cells => self.cell(piece)?,
            _ if self.in_cells => self.out.push_str(piece.raw),
            _ => self.frame.take(piece, corner, &mut self.out),
        }
        Ok(())
    }

    fn fill_empty_sheet(&mut self, piece: &Piece<'a>) {
        self.prefix = piece.prefix();
        self.frame.after_cells = true;
        if self.pending.is_empty() {
            self.out.push_str(piece.raw);
            return;
        }
        self.out.push_str(&piece.opened());
        self.add_rows_before(u32::MAX);
        self.out.push_str(&format!("</{}sheetData>", self.prefix));
    }

    fn open_row(&mut self, piece: &Piece<'a>) -> Result<(), Unpatchable> {
        let stated = piece.attribute("r").and_then(|number| number.parse().ok());
        let number = stated.unwrap_or(self.row.number.saturating_add(1));
        if number <= self.row.number {
            return Err(Unpatchable::because("rows of a sheet are out of order"));
        }
        self.add_rows_before(number);
        let has_style = piece.attribute("customFormat").is_some_and(|value| value == "1" || value == "true");
        let style = piece.attribute("s").filter(|_| has_style).and_then(|style| style.parse().ok());
        self.row = Row { number, style, last_column: 0 };
        let is_marked = self.pending.front().is_some_and(|(cell, _)| cell.row == number);
        if !is_marked {
            self.out.push_str(piece.raw);
            return Ok(());
        }
        // The span of a row is a hint that cells put in would belie.
        let tag = piece.with(&[("spans", None)]);
        if piece.kind == Kind::Start {
            self.out.push_str(&tag);
            return Ok(());
        }
        self.out.push_str(tag.trim_end_matches("/>"));
        self.out.push('>');
        self.add_cells_before(u32::MAX);
        self.out.push_str(&format!("</{}row>", self.prefix));
        Ok(())
    }

    fn cell(&mut self, piece: &Piece<'a>) -> Result<(), Unpatchable> {
        let next = CellAddress::new(self.row.number, self.row.last_column.saturating_add(1));
        let stated = piece.attribute("r").and_then(|address| address.replace('$', "").parse().ok());
        let address: CellAddress = stated.unwrap_or(next);
        if address.row != self.row.number || address.col < next.col {
            return Err(Unpatchable::because("cells of a sheet are out of order"));
        }
        self.add_cells_before(address.col);
        self.row.last_column = address.col;
        let marked = self.pending.front().copied().filter(|(cell, _)| *cell == address);
        let Some((_, severity)) = marked else {
            self.out.push_str(piece.raw);
            return Ok(());
        };
        self.pending.pop_front();
        let style = piece.attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0);
        let style = self.styles.marked(style, severity).to_string();
        self.out.push_str(&piece.with(&[("s", Some(&style))]));
        Ok(())
    }

    /// Rows that are marked and not there, up to a row.
    fn add_rows_before(&mut self, before: u32) {
        while let Some(number) = self.pending.front().map(|(cell, _)| cell.row).filter(|row| *row < before) {
            self.row = Row { number, style: None, last_column: 0 };
            let prefix = self.prefix;
            self.out.push_str(&format!("<{prefix}row{}>", attributes(&[("r", &number.to_string())])));
            self.add_cells_before(u32::MAX);
            self.out.push_str(&format!("</{prefix}row>"));
        }
    }

    /// Cells of the open row that are marked and not there, up to a column.
    fn add_cells_before(&mut self, before: u32) {
        let row = self.row.number;
        while let Some((cell, severity)) =
            self.pending.front().copied().filter(|(cell, _)| cell.row == row && cell.col < before)
        {
            self.pending.pop_front();
            let own = self.row.style.or(self.frame.column_style(cell.col)).unwrap_or(0);
            let style = self.styles.marked(own, severity).to_string();
            let pairs = attributes(&[("r", &cell.to_string()), ("s", &style)]);
            self.out.push_str(&format!("<{}c{pairs}/>", self.prefix));
        }
    }
}
