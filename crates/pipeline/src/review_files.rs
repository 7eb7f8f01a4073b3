//! The tables that wait for a person (待定清单): `review/links.csv` and `review/ids.csv` of a release. A line that is settled
//! goes into the table of the same name in the decisions folder; columns that only inform are passed over there.

use std::path::Path;

use model::decisions::IdDecision;
use serde::Serialize;
use transform::review::{DoubtfulLink, Review};

use crate::error::PipelineError;

/// One line of `review/links.csv`: a decision to be, and what it rests on.
#[derive(Serialize)]
struct LinkLine<'a> {
    unit_code: &'a str,
    project_name: &'a str,
    investor: &'a str,
    project_id: &'a str,
    author: &'a str,
    reason: &'a str,
    score: String,
    runner_up: &'a str,
    runner_up_score: String,
    place: &'a str,
}

/// Writes both tables, with a heading alone where nothing waits.
pub fn write_review(folder: &Path, review: &Review) -> Result<(), PipelineError> {
    let folder = folder.join("review");
    fs_err::create_dir_all(&folder).map_err(|error| PipelineError::io(&folder, error))?;
    let lines: Vec<LinkLine<'_>> = review.links.iter().map(link_line).collect();
    let link_head = [
        "unit_code",
        "project_name",
        "investor",
        "project_id",
        "author",
        "reason",
        "score",
        "runner_up",
        "runner_up_score",
        "place",
    ];
    write_table(&folder.join("links.csv"), &link_head, &lines)?;
    write_table::<IdDecision>(&folder.join("ids.csv"), &["identity", "project_id"], &review.ids)
}

fn link_line(link: &DoubtfulLink) -> LinkLine<'_> {
    LinkLine {
        unit_code: &link.decision.unit_code,
        project_name: &link.decision.project_name,
        investor: &link.decision.investor,
        project_id: &link.decision.project_id,
        author: "",
        reason: "",
        score: format!("{:.3}", link.score),
        runner_up: &link.runner_up,
        runner_up_score: link.runner_up_score.map(|score| format!("{score:.3}")).unwrap_or_default(),
        place: &link.place,
    }
}

fn write_table<R: Serialize>(file: &Path, head: &[&str], rows: &[R]) -> Result<(), PipelineError> {
    let refuse =
        |error: csv::Error| PipelineError::Table { file: file.to_owned(), problem: error.to_string() };
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    writer.write_record(head).map_err(refuse)?;
    rows.iter().try_for_each(|row| writer.serialize(row)).map_err(refuse)?;
    let text = writer.into_inner().map_err(|error| refuse(csv::Error::from(error.into_error())))?;
    fs_err::write(file, text).map_err(|error| PipelineError::io(file, error))
}
