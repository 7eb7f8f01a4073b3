//! The check of single workbooks (报前自查): what is understood in each and what is wrong with it. Nothing is written.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use model::findings::R107_READER_FAILED;
use transform::received::{FileContent, ReceivedFile};

use crate::check::checked::CheckedWorkbook;
use crate::check::described_findings::describe_findings;
use crate::check::found_in::{period_found, unit_found};
use crate::check::judgement::judge;
use crate::check::masking::Masking;
use crate::check::rules::Rules;
use crate::check::sheet_shapes::sheet_shapes;
use crate::check::typed_paths::workbooks;
use crate::error::PipelineError;
use crate::progress::Progress;
use crate::scan::ScannedFile;
use crate::stages::headings::settle_headings;
use crate::stages::ingest::read_file;
use crate::workspace::Workspace;

pub mod checked;

mod cell_grids;
mod described_findings;
mod found_in;
mod judgement;
pub(crate) mod masking;
pub(crate) mod places;
mod row_bands;
mod rules;
mod sheet_shapes;
mod typed_paths;

/// Checks workbooks, each by itself: files, folders, patterns. A pipeline gives its own tables, form and ledger;
/// a ledger that is named comes before that of the pipeline.
pub fn check(
    typed: &[String],
    workspace: Option<&Workspace>,
    ledger: Option<&Path>,
    progress: &dyn Progress,
) -> Result<Vec<CheckedWorkbook>, PipelineError> {
    let files = workbooks(typed)?;
    let rules = Rules::new(workspace, ledger)?;
    progress.begin("check", files.len() as u64);
    let mut checked = Vec::with_capacity(files.len());
    for file in &files {
        checked.push(check_file(file, &rules)?);
        progress.step();
    }
    progress.end();
    Ok(checked)
}

fn check_file(file: &ScannedFile, rules: &Rules) -> Result<CheckedWorkbook, PipelineError> {
    let content = match (&file.passed_over, &file.unreadable) {
        (Some(reason), _) => FileContent::Skipped { reason: reason.clone() },
        (None, Some(problem)) => {
            return Err(PipelineError::io(&file.path, std::io::Error::other(problem.clone())));
        }
        (None, None) => read_file(file, &rules.headings)?,
    };
    let mut received = [ReceivedFile {
        file: file.file.clone(),
        bytes: i64::try_from(file.bytes).unwrap_or(i64::MAX),
        return_id: file.sha256.clone(),
        received_at: None,
        content,
    }];
    let words = (&rules.vocabulary, &rules.settings);
    settle_headings(&mut received, std::slice::from_ref(file), &rules.headings, words)?;
    let [received] = received;
    match catch_unwind(AssertUnwindSafe(|| checked(&received, rules))) {
        Ok(checked) => checked,
        Err(_) => {
            let finding = R107_READER_FAILED.draft(&file.sha256).detail("the checks stopped").finish();
            Ok(refused(&received, "unknown", &finding))
        }
    }
}

fn checked(received: &ReceivedFile, rules: &Rules) -> Result<CheckedWorkbook, PipelineError> {
    let reading = match &received.content {
        FileContent::Read(reading) => reading,
        FileContent::Rejected { format, finding } => return Ok(refused(received, format, finding)),
        FileContent::Skipped { reason } => {
            return Ok(CheckedWorkbook { passed_over: Some(reason.clone()), ..bare(received) });
        }
    };
    let judgement = judge(received, reading, rules)?;
    let masking = Masking::new(reading);
    let findings = describe_findings(&judgement, reading, &masking);
    let unit = unit_found(&judgement, received, reading, rules);
    let period = period_found(&judgement, received, reading, rules);
    let checked = CheckedWorkbook {
        format: reading.format.clone(),
        unit,
        period,
        sheets: sheet_shapes(reading, &masking),
        n_records: reading.records.len(),
        records: judgement.records,
        totals: judgement.totals,
        has_ledger: !rules.ledgers.is_empty(),
        findings,
        ..bare(received)
    };
    Ok(checked.counted())
}

fn refused(
    received: &ReceivedFile,
    format: &str,
    finding: &model::datasets::findings::Finding,
) -> CheckedWorkbook {
    let findings = vec![described_findings::without_place(finding)];
    let checked = CheckedWorkbook { format: format.to_owned(), is_refused: true, findings, ..bare(received) };
    checked.counted()
}

fn bare(received: &ReceivedFile) -> CheckedWorkbook {
    CheckedWorkbook {
        file: received.file.clone(),
        bytes: received.bytes,
        records: BTreeMap::new(),
        ..CheckedWorkbook::default()
    }
}
