//! What stands around the cells of a sheet (工作表外围): its size, views, columns, and where a drawing is named.

use model::cell_address::{Area, CellAddress};

use crate::annotated::relations::namespace;
use crate::annotated::xml::{Kind, Piece};
use crate::annotated::xml_text::attributes;

/// What comes after the drawing of comments in a sheet.
const AFTER_DRAWING: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

/// The frame of a sheet while it is copied.
pub(crate) struct Frame<'a> {
    new_drawing: Option<&'a str>,
    /// The reference to the drawing of comments that the sheet had already.
    pub(crate) drawing: Option<String>,
    columns: Vec<(u32, u32, u32)>,
    prefix: String,
    is_strict: bool,
    /// The cells have been passed.
    pub(crate) after_cells: bool,
}

/// The smallest rectangle that also holds a cell.
pub(crate) fn widened(
    corners: Option<(CellAddress, CellAddress)>,
    cell: CellAddress,
) -> (CellAddress, CellAddress) {
    let (first, last) = corners.unwrap_or((cell, cell));
    (
        CellAddress::new(first.row.min(cell.row), first.col.min(cell.col)),
        CellAddress::new(last.row.max(cell.row), last.col.max(cell.col)),
    )
}

impl<'a> Frame<'a> {
    /// A frame that gets a new drawing, where one is named.
    pub(crate) fn new(new_drawing: Option<&'a str>) -> Frame<'a> {
        Frame {
            new_drawing,
            drawing: None,
            columns: Vec::new(),
            prefix: String::new(),
            is_strict: false,
            after_cells: false,
        }
    }

    /// The style of a column.
    pub(crate) fn column_style(&self, column: u32) -> Option<u32> {
        let of_column = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&column));
        of_column.map(|(_, _, style)| *style)
    }

    /// Copies a piece that is no cell.
    pub(crate) fn take(
        &mut self,
        piece: &Piece,
        marked: Option<(CellAddress, CellAddress)>,
        out: &mut String,
    ) {
        if piece.opens("worksheet", 0) || piece.opens("chartsheet", 0) {
            self.prefix = piece.prefix().to_owned();
            self.is_strict |= piece.raw.contains("purl.oclc.org/ooxml/spreadsheetml");
        }
        if piece.opens("col", 2) {
            self.columns.extend(column(piece));
        }
        if piece.opens("legacyDrawing", 1) {
            self.drawing = piece.prefixed_attribute("id");
        }
        let is_later = AFTER_DRAWING.iter().any(|name| piece.opens(name, 1));
        let is_end = piece.kind == Kind::End && piece.depth == 0;
        if is_end || (self.after_cells && is_later) {
            self.name_drawing(out);
        }
        if piece.opens("sheetView", 2) && piece.attribute("tabSelected").is_some() {
            out.push_str(&piece.with(&[("tabSelected", None)]));
        } else if let Some(size) = size(piece, marked) {
            out.push_str(&piece.with(&[("ref", Some(&size))]));
        } else {
            out.push_str(piece.raw);
        }
    }

    fn name_drawing(&mut self, out: &mut String) {
        if let Some(id) = self.new_drawing.take().filter(|_| self.drawing.is_none()) {
            let prefix = &self.prefix;
            let pairs = attributes(&[("xmlns:luodi", namespace(self.is_strict)), ("luodi:id", id)]);
            out.push_str(&format!("<{prefix}legacyDrawing{pairs}/>"));
        }
    }
}

fn column(piece: &Piece) -> Option<(u32, u32, u32)> {
    let number = |name: &str| piece.attribute(name)?.parse().ok();
    Some((number("min")?, number("max")?, number("style")?))
}

/// The stated size of the sheet, where marks lie outside of it.
fn size(piece: &Piece, marked: Option<(CellAddress, CellAddress)>) -> Option<String> {
    let stated = piece.attribute("ref").filter(|_| piece.opens("dimension", 1))?;
    let (first, last) = stated.split_once(':').unwrap_or((&stated, &stated));
    let stated: (CellAddress, CellAddress) = (first.parse().ok()?, last.parse().ok()?);
    let (first, last) = marked?;
    let wider = widened(Some(widened(Some(stated), first)), last);
    (wider != stated).then(|| Area::new(wider.0, wider.1).to_string())
}
