//! Puts the marks into a package (批注整本工作簿): sheets, comments, styles, and the list as the first sheet.

use std::collections::{BTreeMap, BTreeSet};

use model::cell_address::CellAddress;
use model::severity::Severity;

use crate::annotated::comments_part::{Notes, with_notes};
use crate::annotated::content_types::{add_drawings, add_part};
use crate::annotated::drawing_part::{CommentBox, LINE_WIDTH, with_boxes};
use crate::annotated::list::{ListSource, list_lines};
use crate::annotated::list_sheet::list_sheet;
use crate::annotated::marks::{MarksOfSheet, Places, marks};
use crate::annotated::package::Package;
use crate::annotated::places::Merges;
use crate::annotated::problems::problems;
use crate::annotated::relations::{Relation, add_relation, free_id, relations};
use crate::annotated::sent_return::{Occasion, Origin, ReturnFeedback};
use crate::annotated::sheet_part::{SheetMarks, mark_sheet};
use crate::annotated::styles_part::StylesPart;
use crate::annotated::threaded_part::reply;
use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::workbook_part::WorkbookPart;
use crate::excel::widths::lines_of;
use crate::lang::Lang;

/// What is to be marked, and in what.
#[derive(Clone, Copy)]
pub(crate) struct Job<'a> {
    /// What is said.
    pub(crate) feedback: &'a ReturnFeedback<'a>,
    /// For whom and when.
    pub(crate) occasion: &'a Occasion<'a>,
    /// Merged ranges by the names under which findings know the sheets.
    pub(crate) merges: &'a Merges,
    /// What became of the workbook.
    pub(crate) origin: Origin<'a>,
    /// Names of sheets that had to be changed, by the names under which findings know them.
    pub(crate) renamed: &'a BTreeMap<String, String>,
}

/// A workbook with its marks.
pub(crate) struct Marked {
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// It holds macros.
    pub(crate) has_macros: bool,
}

/// Marks a workbook in place.
pub(crate) fn mark(bytes: &[u8], job: &Job) -> Result<Marked, Unpatchable> {
    let mut package = Package::open(bytes)?;
    let workbook = WorkbookPart::read(&mut package)?;
    let mut styles = StylesPart::read(&mut package, &workbook)?;
    let has_macros = workbook.has_macros(&mut package)?;
    let lang = job.occasion.lang;
    let merges = merges(&mut package, &workbook, job)?;
    let places = Places { sheets: known_sheets(&workbook, job), merges: &merges };
    let problems = problems(job.feedback, &|finding| places.target(finding));
    let mut all = marks(problems.values().flatten(), &places, job.feedback, lang);
    for (index, sheet) in workbook.sheets.iter().enumerate() {
        let marks = all.remove(&index).unwrap_or_default();
        mark_one(&mut package, &workbook, &mut styles, (&sheet.part, &marks), job.occasion)?;
    }
    let lines = list_lines(&ListSource {
        problems: &problems,
        feedback: job.feedback,
        occasion: job.occasion,
        origin: job.origin,
        sheets: workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect(),
        has_macros,
    });
    let name = workbook.free_sheet_name(lang.pick("问题清单", "Problems"));
    let list = list_sheet(&lines, &styles, workbook.namespace(), lang);
    workbook.add_first_sheet(&mut package, &name, list)?;
    styles.finish(&mut package)?;
    Ok(Marked { bytes: package.finish()?, has_macros })
}

/// Merged ranges, those that the sheets with findings name themselves included.
fn merges(package: &mut Package, workbook: &WorkbookPart, job: &Job) -> Result<Merges, Unpatchable> {
    let mut merges = job.merges.clone();
    let is_spoken_of =
        |name: &str| job.feedback.findings.iter().any(|finding| finding.sheet.as_deref() == Some(name));
    for sheet in workbook.sheets.iter().filter(|sheet| sheet.has_cells && is_spoken_of(&sheet.name)) {
        if let Some(text) = package.text(&sheet.part)? {
            merges.read(&sheet.name, &text);
        }
    }
    Ok(merges)
}

/// Sheets with cells by the names under which findings know them.
fn known_sheets<'a>(workbook: &'a WorkbookPart, job: &Job<'a>) -> BTreeMap<&'a str, usize> {
    let place = |name: &str| workbook.sheets.iter().position(|sheet| sheet.has_cells && sheet.name == name);
    let named = workbook.sheets.iter().filter_map(|sheet| Some((sheet.name.as_str(), place(&sheet.name)?)));
    let renamed = job.renamed.iter().filter_map(|(old, new)| Some((old.as_str(), place(new)?)));
    named.chain(renamed).collect()
}

fn mark_one(
    package: &mut Package,
    workbook: &WorkbookPart,
    styles: &mut StylesPart,
    (part, marks): (&str, &MarksOfSheet),
    occasion: &Occasion,
) -> Result<(), Unpatchable> {
    let Some(text) = package.text(part)? else { return Ok(()) };
    if marks.notes.is_empty() && !text.contains("tabSelected") {
        return Ok(());
    }
    let cells: Vec<(CellAddress, Severity)> = marks.cells.iter().map(|(cell, of)| (*cell, *of)).collect();
    let known = relations(package, part)?;
    // The id that the reference to a new drawing will have; nothing is added where the sheet has a drawing already.
    let drawing = if marks.notes.is_empty() { None } else { Some(free_id(&known)) };
    let marked = mark_sheet(&text, SheetMarks { cells: &cells, drawing: drawing.as_deref() }, styles)?;
    package.set(part, marked.text);
    if marks.notes.is_empty() {
        return Ok(());
    }
    let old = marked.drawing.and_then(|id| known.iter().find(|relation| relation.id == id));
    reply(package, &workbook.relations, &known, &marks.notes, occasion.period)?;
    let drawing = match old {
        Some(relation) => relation.part.clone(),
        None => {
            let name = package.free_name(&format!("{}drawings/vmlDrawing", workbook.folder()), ".vml");
            add_relation(package, part, ("vmlDrawing", &name), workbook.is_strict)?;
            add_drawings(package)?;
            name
        }
    };
    comment(package, workbook, (part, &known), &drawing, (&marks.notes, occasion.lang))
}

/// Comments and their boxes.
fn comment(
    package: &mut Package,
    workbook: &WorkbookPart,
    (part, known): (&str, &[Relation]),
    drawing: &str,
    (notes, lang): (&Notes, Lang),
) -> Result<(), Unpatchable> {
    let comments = match known.iter().find(|relation| relation.kind == "comments") {
        Some(relation) => relation.part.clone(),
        None => {
            let name = package.free_name(&format!("{}comments", workbook.folder()), ".xml");
            add_relation(package, part, ("comments", &name), workbook.is_strict)?;
            add_part(package, &name, "comments")?;
            name
        }
    };
    let old = package.text(&comments)?;
    let settled = lang.pick("上次批注的问题已不存在。", "The problem noted here before is gone.");
    let marked = with_notes(old, notes, workbook.namespace(), settled)?;
    package.set(&comments, marked.text);
    let old = package.text(drawing)?;
    let unboxed = |cell: &&CellAddress| old.is_none() || !marked.known.contains(*cell);
    let all: BTreeSet<CellAddress> = marked.known.iter().chain(notes.keys()).copied().collect();
    let boxes: Vec<CommentBox> = all.iter().filter(unboxed).map(|cell| box_of(*cell, notes)).collect();
    package.set(drawing, with_boxes(old, &boxes)?);
    Ok(())
}

fn box_of(cell: CellAddress, notes: &Notes) -> CommentBox {
    let said = notes.get(&cell).map(Vec::as_slice).unwrap_or_default();
    let lines = said.iter().map(|note| lines_of(&format!("{} {}", note.tag, note.body), LINE_WIDTH));
    CommentBox { cell, n_lines: lines.sum() }
}
