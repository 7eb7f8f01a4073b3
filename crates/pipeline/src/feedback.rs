//! Annotated returns (退回批注表): each unit's workbooks of a month, marked, with a covering summary beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use model::datasets::cells::CellRow;
use model::datasets::returns::ReturnRow;
use model::date::Date;
use model::month::Month;
use model::reading::Reading;
use rayon::prelude::*;
use report::annotated::annotate;
use report::annotated::feedback_index::FeedbackIndex;
use report::annotated::sent_return::{Occasion, SentReturn};
use report::covering_summary::{Cover, covering_summary};
use report::release::Release;
use store::releases::Store;
use transform::received::FileContent;

use crate::cache::Cache;
use crate::error::PipelineError;
use crate::file_name::file_name;
use crate::open_release::open_release;
use crate::prepare::{Prepared, prepare};
use crate::process::describe_process;
use crate::progress::Silent;
use crate::reference::reference_of;
use crate::release_rows::ReleaseRows;
use crate::scan::ScannedFile;
use crate::stages::report::{ReportGround, release_of, style_of};
use crate::status::due::Due;
use crate::unit_choice::chosen_units;
use crate::workspace::Workspace;

/// Folder of the annotated returns in a release.
pub const FOLDER: &str = "feedback";

/// Folder of returns whose sender is not known.
const UNKNOWN_UNIT: &str = "unknown";

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct FeedbackQuestion {
    /// Codes or names of units; none: all.
    pub units: Vec<String>,
    /// The month of the returns; nothing: the last of the release.
    pub month: Option<Month>,
    /// Where they go; nothing: `data/feedback` below the workspace, in a folder of the month.
    pub output: Option<PathBuf>,
}

/// Writes the annotated returns of the current release. Gives their paths.
pub fn feedback(workspace: &Workspace, question: &FeedbackQuestion) -> Result<Vec<PathBuf>, PipelineError> {
    let found = open_release(&workspace.store, None)?;
    let store = Store::open(&workspace.store)?;
    let _lock = store.lock(&describe_process(workspace.plan.time_zone))?;
    let rows = ReleaseRows::read(&found.folder)?;
    let prepared = prepare(workspace, &Silent)?;
    let reference = reference_of(workspace)?;
    let style = style_of(&workspace.plan, workspace.plan.report.lang);
    let ground = ReportGround {
        as_of: question.month.or(workspace.as_of).map(Month::last_day),
        release_id: &found.id,
        reference: &reference,
        reference_folder: &workspace.reference,
        plan: &workspace.plan,
        style: &style,
    };
    let release = release_of(rows.rows(), ground);
    let units = match question.units.as_slice() {
        [] => None,
        typed => Some(chosen_units(typed, &reference)?),
    };
    let usual = || workspace.root.join("data").join(FOLDER).join(Month::of(release.as_of).to_string());
    let folder = question.output.clone().unwrap_or_else(usual);
    let sent = Sent { store: &store, workspace, prepared: &prepared };
    write_feedback(&folder, &release, &sent, units.as_deref())
}

/// Where the workbooks are that were sent.
#[derive(Clone, Copy)]
pub struct Sent<'a> {
    /// The store, with the cells that were read.
    pub store: &'a Store,
    /// The pipeline.
    pub workspace: &'a Workspace,
    /// What was received.
    pub prepared: &'a Prepared,
}

/// Writes the annotated returns of the month of a release, a folder for each unit, and each unit's covering summary.
/// A return whose file is not there any more, or not as it was, is passed over with a warning.
pub fn write_feedback(
    folder: &Path,
    release: &Release<'_>,
    sent: &Sent<'_>,
    units: Option<&[String]>,
) -> Result<Vec<PathBuf>, PipelineError> {
    let index = FeedbackIndex::new(release);
    let by_unit = returns_by_unit(release, units);
    let wanted: BTreeSet<&str> = by_unit.values().flatten().map(|row| row.return_id.as_str()).collect();
    let cache = Cache::open(&sent.store.cells_folder(), &sent.prepared.reading)?;
    let readings = cache.load(&wanted);
    let of_unit = |(unit, returns): (&&str, &Vec<&ReturnRow>)| {
        let desk = Desk { release, index: &index, sent, readings: &readings };
        desk.serve(folder, unit, returns)
    };
    let written: Vec<Vec<PathBuf>> = by_unit.par_iter().map(of_unit).collect::<Result<_, PipelineError>>()?;
    Ok(written.into_iter().flatten().collect())
}

/// The returns of the month that can be answered, by unit; the unit is empty where it is not known.
fn returns_by_unit<'a>(
    release: &Release<'a>,
    units: Option<&[String]>,
) -> BTreeMap<&'a str, Vec<&'a ReturnRow>> {
    let mut by_unit: BTreeMap<&str, Vec<&ReturnRow>> = BTreeMap::new();
    let of_month = |row: &&ReturnRow| row.period == Some(release.as_of);
    let answered = |row: &&ReturnRow| matches!(row.status.as_str(), "accepted" | "superseded" | "rejected");
    for row in release.rows.returns.iter().filter(of_month).filter(answered) {
        let unit = row.unit_code.as_deref().unwrap_or_default();
        if units.is_none_or(|units| units.iter().any(|wanted| wanted == unit)) {
            by_unit.entry(unit).or_default().push(row);
        }
    }
    by_unit
}

/// Answers one unit.
struct Desk<'a> {
    release: &'a Release<'a>,
    index: &'a FeedbackIndex<'a>,
    sent: &'a Sent<'a>,
    readings: &'a BTreeMap<String, FileContent>,
}

impl Desk<'_> {
    fn serve(
        &self,
        folder: &Path,
        unit: &str,
        returns: &[&ReturnRow],
    ) -> Result<Vec<PathBuf>, PipelineError> {
        let name = self.name(unit);
        let folder = folder.join(file_name(if unit.is_empty() { UNKNOWN_UNIT } else { name }));
        fs_err::create_dir_all(&folder).map_err(|error| PipelineError::io(&folder, error))?;
        let mut written = Vec::new();
        let mut attachments = Vec::new();
        for row in returns {
            let Some((file_name, bytes)) = self.annotated(row, name)? else { continue };
            let file_name = unlike(file_name, &attachments);
            written.push(write(&folder, &file_name, &bytes)?);
            attachments.push(file_name);
        }
        if !unit.is_empty() {
            let attachments: Vec<&str> = attachments.iter().map(String::as_str).collect();
            let cover = Cover { unit_code: unit, due: self.due(), attachments: &attachments };
            let summary = covering_summary(self.release, self.index, &cover)?;
            written.push(write(&folder, &summary.file_name, &summary.bytes)?);
        }
        Ok(written)
    }

    fn annotated(
        &self,
        row: &ReturnRow,
        unit_name: &str,
    ) -> Result<Option<(String, Vec<u8>)>, PipelineError> {
        let is_it = |file: &&ScannedFile| file.file == row.file && file.sha256 == row.return_id;
        let Some(scanned) = self.sent.prepared.inputs.received.iter().find(is_it) else {
            tracing::warn!(file = row.file, "passed over a return that is not there as it was read");
            return Ok(None);
        };
        let bytes = fs_err::read(&scanned.path).map_err(|error| PipelineError::io(&scanned.path, error))?;
        let cells = match self.readings.get(&row.return_id) {
            Some(FileContent::Read(reading)) => cells_of(reading),
            _ => Vec::new(),
        };
        let feedback = self.index.of(&row.file);
        let sent = SentReturn {
            file: &row.file,
            format: &row.format,
            bytes: &bytes,
            cells: &cells,
            feedback: &feedback,
        };
        let occasion = Occasion {
            lang: self.release.style.lang,
            unit_name,
            period: row.period,
            due: self.due(),
            is_synthetic: self.release.is_synthetic,
        };
        match annotate(&sent, &occasion) {
            Ok(annotated) => Ok(Some((annotated.file_name, annotated.bytes))),
            Err(error) => {
                tracing::warn!(file = row.file, %error, "passed over a return that could not be marked");
                Ok(None)
            }
        }
    }

    fn name<'a>(&'a self, unit: &'a str) -> &'a str {
        let known = self.release.reference.units.iter().find(|row| row.unit_id == unit);
        known.map_or(unit, |row| row.name.as_str())
    }

    /// The due day of the next return: until then the answer is asked for.
    fn due(&self) -> Option<Date> {
        let plan = &self.sent.workspace.plan;
        let due = Due { due_day: plan.calendar.due_day, zone: plan.time_zone };
        due.date(Month::of(self.release.as_of).plus(1))
    }
}

/// The name, with a number before it where a workbook of the same unit and month has it already.
fn unlike(name: String, taken: &[String]) -> String {
    let numbered = (2..).map(|n| format!("{n}-{name}"));
    std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(name)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, PipelineError> {
    let file = folder.join(name);
    fs_err::write(&file, bytes).map_err(|error| PipelineError::io(&file, error))?;
    Ok(file)
}

/// The rows of `cells` of a reading.
fn cells_of(reading: &Reading) -> Vec<CellRow> {
    let of_sheet = |sheet: &model::reading::Sheet| {
        let row = |cell: &model::reading::Cell| {
            let merge = sheet.merges.iter().find(|merge| merge.first == cell.address());
            CellRow {
                return_id: reading.return_id.clone(),
                sheet: sheet.name.clone(),
                row: cell.row as i32,
                col: cell.col as i32,
                address: cell.address().to_string(),
                kind: cell.content.kind().to_owned(),
                text: cell.content.text().into_owned(),
                number: cell.content.number(),
                number_format: cell.number_format.as_deref().map(str::to_owned),
                has_formula: cell.has_formula,
                merge: merge.map(ToString::to_string),
                hidden: cell.hidden,
                role: cell.role.as_str().to_owned(),
            }
        };
        sheet.cells.iter().map(row).collect::<Vec<CellRow>>()
    };
    reading.sheets.iter().flat_map(of_sheet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_returns_of_one_name_do_not_overwrite_each_other() {
        let taken = ["x-批注.xlsx".to_owned(), "2-x-批注.xlsx".to_owned()];
        assert_eq!(unlike("x-批注.xlsx".to_owned(), &taken), "3-x-批注.xlsx");
        assert_eq!(unlike("y-批注.xlsx".to_owned(), &taken), "y-批注.xlsx");
    }
}
