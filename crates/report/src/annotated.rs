//! Annotated returns (退回批注表): the workbook that a unit sent, given back with its wrong cells coloured and
//! commented, and a list of problems as its first sheet.
//!
//! An .xlsx or .xlsm is changed inside its package: only marked cells, their styles, comments and the list are new. What
//! cannot be changed like that (.xls, .ods, .csv, encrypted, damaged) comes back as an .xlsx with the same cells.

mod comments_part;
mod content_types;
mod drawing_part;
pub mod feedback_index;
pub(crate) mod file_names;
mod list;
mod list_lines;
mod list_sheet;
mod looks;
mod mark;
mod marks;
mod package;
mod places;
mod problems;
mod rebuild;
mod rebuilt_cells;
mod rebuilt_grid;
mod relations;
pub mod sent_return;
mod sheet_frame;
mod sheet_part;
mod style_sections;
mod styles_part;
#[cfg(test)]
mod tests;
mod threaded_part;
mod unpatchable;
pub(crate) mod words;
mod workbook_part;
mod xml;
mod xml_text;

use std::collections::BTreeMap;

use crate::annotated::file_names::annotated_name;
use crate::annotated::mark::{Job, mark};
use crate::annotated::places::Merges;
use crate::annotated::rebuild::rebuild;
use crate::annotated::sent_return::{Occasion, Origin, SentReturn};
use crate::annotated::unpatchable::Unpatchable;
use crate::error::ReportError;

/// A return with its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotated {
    /// What the file is to be called.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Why it is a rebuilt copy and not the file itself; nothing where it is the file itself.
    pub why_rebuilt: Option<String>,
}

/// Gives a return back with its marks. The same return and findings give the same bytes.
///
/// # Errors
/// The copy of a return that cannot be marked in place could not be written either.
pub fn annotate(sent: &SentReturn<'_>, occasion: &Occasion<'_>) -> Result<Annotated, ReportError> {
    let merges = Merges::of(sent.cells);
    let job = Job {
        feedback: sent.feedback,
        occasion,
        merges: &merges,
        origin: Origin::AsSent,
        renamed: &BTreeMap::new(),
    };
    match mark_as_sent(sent, &job) {
        Ok((bytes, ending)) => {
            let file_name = annotated_name(sent.file, ending, occasion.lang);
            Ok(Annotated { file_name, bytes, why_rebuilt: None })
        }
        Err(why) => annotate_copy(sent, &job, &why),
    }
}

fn mark_as_sent(sent: &SentReturn<'_>, job: &Job<'_>) -> Result<(Vec<u8>, &'static str), Unpatchable> {
    if sent.format != "xlsx" {
        return Err(Unpatchable::because(format!("a file of the kind {} takes no marks", sent.format)));
    }
    let marked = mark(sent.bytes, job)?;
    Ok((marked.bytes, if marked.has_macros { "xlsm" } else { "xlsx" }))
}

fn annotate_copy(sent: &SentReturn<'_>, job: &Job<'_>, why: &Unpatchable) -> Result<Annotated, ReportError> {
    let failed = |reason: String| ReportError::Annotate { file: sent.file.to_owned(), reason };
    let copy = rebuild(sent.cells, job.occasion.period, job.occasion.lang);
    let copy = copy.map_err(|error| failed(error.to_string()))?;
    let origin = if sent.cells.is_empty() { Origin::Unread } else { Origin::Rebuilt(sent.format) };
    let marked = mark(&copy.bytes, &Job { origin, renamed: &copy.renamed, ..*job });
    let marked = marked.map_err(|error| failed(error.to_string()))?;
    Ok(Annotated {
        file_name: annotated_name(sent.file, "xlsx", job.occasion.lang),
        bytes: marked.bytes,
        why_rebuilt: Some(why.to_string()),
    })
}
