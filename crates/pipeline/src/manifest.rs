//! The manifest of a release (发布清单): every input and output with its hash, the balance, the versions.

use std::collections::BTreeMap;
use std::path::Path;

use model::datasets;
use serde::{Deserialize, Serialize};

use crate::error::PipelineError;
use crate::inputs::find_files;
use crate::scan::{ScannedFile, hash_file};
use crate::summary::Summary;
use crate::workspace::Pattern;
use crate::workspace_inputs::WorkspaceInputs;

/// Name of the file in a release.
pub const FILE_NAME: &str = "manifest.json";

/// Version of the manifest itself.
const FORMAT: u32 = 1;

/// Rows by dataset.
pub type RowCounts = BTreeMap<String, u64>;

/// Everything that is known of a release.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the manifest itself.
    pub format: u32,
    /// Id of the release.
    pub release_id: String,
    /// Name of the pipeline.
    pub pipeline: String,
    /// When it was made, RFC 3339.
    pub created: String,
    /// Version of the program.
    pub program: String,
    /// Version of the rules that read workbooks.
    pub reading: String,
    /// Every setting that decided what the datasets hold.
    pub settings: serde_json::Value,
    /// What went in.
    pub inputs: Vec<InputFile>,
    /// What came out.
    pub outputs: Vec<OutputFile>,
    /// What the run said.
    pub summary: Summary,
}

/// One file that went in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputFile {
    /// received, ledger, reference or decisions.
    pub kind: String,
    /// Path below the root of its kind.
    pub file: String,
    /// Its size.
    pub bytes: u64,
    /// Its hash.
    pub sha256: String,
    /// RFC 3339 time of receipt, where the register says it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub received_at: Option<String>,
}

/// One file that came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputFile {
    /// Path below the release.
    pub file: String,
    /// The dataset, where it is one.
    pub dataset: Option<String>,
    /// Its rows, where it is a dataset.
    pub rows: Option<u64>,
    /// Its size.
    pub bytes: u64,
    /// Its hash.
    pub sha256: String,
}

/// What only the caller knows of a release.
#[derive(Debug, Clone)]
pub struct Origin {
    /// Id of the release.
    pub release_id: String,
    /// Name of the pipeline.
    pub pipeline: String,
    /// When it was made, RFC 3339.
    pub created: String,
    /// Version of the program.
    pub program: String,
    /// Version of the rules that read workbooks.
    pub reading: String,
    /// Every setting that decided what the datasets hold.
    pub settings: serde_json::Value,
}

impl Manifest {
    /// The manifest of a folder whose files are all written.
    pub fn of(
        folder: &Path,
        origin: Origin,
        (inputs, rows): (&WorkspaceInputs, &RowCounts),
        summary: Summary,
    ) -> Result<Manifest, PipelineError> {
        Ok(Manifest {
            format: FORMAT,
            release_id: origin.release_id,
            pipeline: origin.pipeline,
            created: origin.created,
            program: origin.program,
            reading: origin.reading,
            settings: origin.settings,
            inputs: input_files(inputs),
            outputs: output_files(folder, rows)?,
            summary,
        })
    }

    /// Writes it into a folder.
    pub fn write(&self, folder: &Path) -> Result<(), PipelineError> {
        write_json(&folder.join(FILE_NAME), self)
    }

    /// Reads it from a folder; nothing when it is missing or damaged.
    pub fn read(folder: &Path) -> Option<Manifest> {
        serde_json::from_slice(&fs_err::read(folder.join(FILE_NAME)).ok()?).ok()
    }
}

/// Writes a small file as JSON that people can read.
pub fn write_json<T: Serialize>(file: &Path, content: &T) -> Result<(), PipelineError> {
    let refuse = |error: std::io::Error| PipelineError::io(file, error);
    let mut bytes = serde_json::to_vec_pretty(content).map_err(|error| refuse(error.into()))?;
    bytes.push(b'\n');
    fs_err::write(file, bytes).map_err(refuse)
}

/// Every file of a folder, with its hash.
pub fn output_files(folder: &Path, rows: &RowCounts) -> Result<Vec<OutputFile>, PipelineError> {
    let pattern = Pattern { base: folder.to_owned(), pattern: "**/*".to_owned() };
    let files = find_files(&[pattern])?.files;
    files.into_iter().map(|found| output_file(&found.path, found.file, rows)).collect()
}

fn output_file(path: &Path, file: String, rows: &RowCounts) -> Result<OutputFile, PipelineError> {
    let (bytes, sha256) = hash_file(path).map_err(|error| PipelineError::io(path, error))?;
    let dataset = file.strip_suffix(".parquet").and_then(datasets::by_name);
    let name = dataset.map(|dataset| dataset.name.to_owned());
    Ok(OutputFile {
        rows: name.as_ref().and_then(|name| rows.get(name).copied()),
        dataset: name,
        file,
        bytes,
        sha256,
    })
}

/// Everything that goes into a run, as the manifest lists it.
pub fn input_files(inputs: &WorkspaceInputs) -> Vec<InputFile> {
    let of_kind = |kind: &'static str, files: &[ScannedFile]| -> Vec<InputFile> {
        let file = |file: &ScannedFile| InputFile {
            kind: kind.to_owned(),
            file: file.file.clone(),
            bytes: file.bytes,
            sha256: file.sha256.clone(),
            received_at: file.received_at.clone(),
        };
        files.iter().map(file).collect()
    };
    [
        of_kind("received", &inputs.received),
        of_kind("ledger", &inputs.ledgers),
        of_kind("reference", &inputs.reference),
        of_kind("decisions", &inputs.decisions),
    ]
    .concat()
}
