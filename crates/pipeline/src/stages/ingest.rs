//! The stage ingest (读取): what the cache knows is not read again; the rest is read in parallel, each file by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use ingest::read::read_workbook;
use model::finding::FindingCode;
use model::findings::{R101_DAMAGED, R104_OVER_BUDGET, R107_READER_FAILED};
use model::reading::Reading;
use rayon::prelude::*;
use store::hash::sha256_hex;
use transform::received::{FileContent, ReceivedFile};

use crate::cache::Cache;
use crate::dictionary::HeaderRules;
use crate::error::PipelineError;
use crate::progress::Progress;
use crate::scan::ScannedFile;

/// Files of one batch of the cache: bounds what is lost when a run is killed, and what a batch takes in memory.
const BATCH: usize = 256;

/// Reads files, or takes from the cache what was read before. The order stays.
pub fn read_files(
    files: &[ScannedFile],
    cache: &Cache,
    rules: &HeaderRules,
    progress: &dyn Progress,
) -> Result<Vec<ReceivedFile>, PipelineError> {
    progress.begin("ingest", files.len() as u64);
    let mut by_content: BTreeMap<&str, &ScannedFile> = BTreeMap::new();
    for file in files.iter().filter(|file| file.passed_over.is_none() && file.unreadable.is_none()) {
        by_content.entry(&file.sha256).or_insert(file);
    }
    let wanted: BTreeSet<&str> = by_content.keys().copied().collect();
    let mut contents = cache.load(&wanted);
    by_content.retain(|id, _| !contents.contains_key(*id));
    let unknown: Vec<&ScannedFile> = by_content.into_values().collect();
    tracing::info!(n_files = files.len(), n_known = contents.len(), n_new = unknown.len(), "counted files");
    contents.extend(read_unknown(&unknown, cache, rules, progress)?);
    progress.end();
    Ok(received(files, contents))
}

/// Reads files that the cache does not know, sorted by content hash, and puts them into it.
fn read_unknown(
    files: &[&ScannedFile],
    cache: &Cache,
    rules: &HeaderRules,
    progress: &dyn Progress,
) -> Result<Vec<(String, FileContent)>, PipelineError> {
    let mut contents = Vec::with_capacity(files.len());
    for chunk in files.chunks(BATCH) {
        let read = chunk.par_iter().map(|file| {
            let content = read_file(file, rules)?;
            progress.step();
            Ok((file.sha256.clone(), content))
        });
        let mut read = read.collect::<Result<Vec<(String, FileContent)>, PipelineError>>()?;
        let mut batch = cache.begin_batch()?;
        for (return_id, content) in &mut read {
            batch.append(return_id, content)?;
        }
        batch.finish()?;
        contents.append(&mut read);
    }
    Ok(contents)
}

/// Reads one file as it lies there, without a cache. What is wrong with the file is in what it gives.
pub fn read_file(file: &ScannedFile, rules: &HeaderRules) -> Result<FileContent, PipelineError> {
    let limits = rules.limits;
    if file.bytes > limits.file_bytes {
        let detail = format!("{} bytes, more than {}", file.bytes, limits.file_bytes);
        return Ok(rejected(&R104_OVER_BUDGET, &file.sha256, &detail));
    }
    let bytes = fs_err::read(&file.path).map_err(|error| PipelineError::io(&file.path, error))?;
    if sha256_hex(&bytes) != file.sha256 {
        return Err(PipelineError::Changed { path: file.path.clone() });
    }
    let headings = (rules.dictionary.as_ref(), &rules.settled);
    let read = || read_workbook(&bytes, &file.sha256, headings, &limits).map_err(Box::new);
    Ok(match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(reading)) => FileContent::Read(Box::new(in_key_order(reading))),
        Ok(Err(refusal)) => FileContent::Rejected { format: refusal.format, finding: refusal.finding.into() },
        Err(_) => rejected(&R107_READER_FAILED, &file.sha256, "the reader stopped"),
    })
}

/// Columns and records by key, as their datasets ask; a finding that was told twice, once.
fn in_key_order(mut reading: Reading) -> Reading {
    reading
        .columns
        .sort_by_cached_key(|row| (row.sheet.clone(), row.table, row.header_address.clone(), row.col));
    reading.records.sort_by(|left, right| left.record_id.cmp(&right.record_id));
    let mut known = BTreeSet::new();
    reading.findings.retain(|finding| known.insert(finding.finding_id.clone()));
    reading
}

fn rejected(code: &FindingCode, return_id: &str, detail: &str) -> FileContent {
    let finding = Box::new(code.draft(return_id).detail(detail).finish());
    FileContent::Rejected { format: "unknown".to_owned(), finding }
}

/// Gives each file its content. Files of the same content get a copy each.
fn received(files: &[ScannedFile], mut contents: BTreeMap<String, FileContent>) -> Vec<ReceivedFile> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for file in files {
        *uses.entry(&file.sha256).or_default() += 1;
    }
    let mut received = Vec::with_capacity(files.len());
    for file in files {
        let n_left = uses.entry(&file.sha256).or_default();
        *n_left -= 1;
        received.push(ReceivedFile {
            file: file.file.clone(),
            bytes: i64::try_from(file.bytes).unwrap_or(i64::MAX),
            return_id: file.sha256.clone(),
            received_at: file.received_at.clone(),
            content: content_of(file, &mut contents, *n_left == 0),
        });
    }
    received
}

fn content_of(
    file: &ScannedFile,
    contents: &mut BTreeMap<String, FileContent>,
    is_last: bool,
) -> FileContent {
    if let Some(reason) = &file.passed_over {
        return FileContent::Skipped { reason: reason.clone() };
    }
    if let Some(problem) = &file.unreadable {
        return rejected(&R101_DAMAGED, &file.sha256, problem);
    }
    let known = if is_last { contents.remove(&file.sha256) } else { contents.get(&file.sha256).cloned() };
    known.unwrap_or_else(|| rejected(&R107_READER_FAILED, &file.sha256, "nothing was read"))
}
