//! What a workbook is checked by (自查依据): reference tables, form, ledger.

use std::path::{Path, PathBuf};

use ingest::container::is_passed_over;
use model::decisions::Decisions;
use model::reference::Reference;
use transform::received::ReceivedFile;
use transform::settings::Settings;
use transform::vocabulary::Vocabulary;

use crate::built_in;
use crate::decisions::HeaderDecisions;
use crate::dictionary::HeaderRules;
use crate::error::PipelineError;
use crate::inputs::find_files;
use crate::progress::Silent;
use crate::reference::read_reference;
use crate::register::Register;
use crate::scan::scan;
use crate::stages::ingest::read_file;
use crate::stages::transform::settings_of;
use crate::workspace::{Pattern, Workspace};

/// What a workbook is checked by.
pub(crate) struct Rules {
    /// The reference tables.
    pub(crate) reference: Reference,
    /// The part of the pipeline that decides what the data mean.
    pub(crate) settings: Settings,
    /// How headings are read.
    pub(crate) headings: HeaderRules,
    /// Every word.
    pub(crate) vocabulary: Vocabulary,
    /// The ledgers; none: nothing is compared with one.
    pub(crate) ledgers: Vec<ReceivedFile>,
}

impl Rules {
    /// Those of a pipeline, or those that the program carries along.
    pub(crate) fn new(workspace: Option<&Workspace>, ledger: Option<&Path>) -> Result<Rules, PipelineError> {
        let (reference, settings) = match workspace {
            None => (built_in::reference()?, Settings::default()),
            Some(workspace) => (
                read_reference(&workspace.reference)?,
                Settings { as_of: None, ..settings_of(workspace, &Decisions::default()) },
            ),
        };
        let decided = HeaderDecisions::read(workspace.and_then(|workspace| workspace.decisions.as_deref()))?;
        let headings = HeaderRules::new(&reference.header_synonyms, &settings.form, decided);
        let vocabulary = Vocabulary::new(&reference, &settings)?;
        let ledgers = read_ledgers(&ledger_patterns(workspace, ledger), ledger, &headings.for_ledgers())?;
        Ok(Rules { reference, settings, headings, vocabulary, ledgers })
    }
}

fn ledger_patterns(workspace: Option<&Workspace>, ledger: Option<&Path>) -> Vec<Pattern> {
    match (ledger, workspace) {
        (Some(typed), _) => {
            vec![Pattern { base: PathBuf::new(), pattern: typed.to_string_lossy().into_owned() }]
        }
        (None, Some(workspace)) => workspace.ledger.clone(),
        (None, None) => Vec::new(),
    }
}

/// A ledger that was typed has to be there; that of a pipeline may be missing where a clerk works.
fn read_ledgers(
    patterns: &[Pattern],
    typed: Option<&Path>,
    headings: &HeaderRules,
) -> Result<Vec<ReceivedFile>, PipelineError> {
    let mut found = find_files(patterns)?.files;
    found.retain(|file| is_passed_over(&file.file).is_none());
    if found.is_empty()
        && let Some(typed) = typed
    {
        return Err(PipelineError::NoLedger { patterns: vec![typed.display().to_string()] });
    }
    let files = scan(&found, &Register::new(), &Silent);
    let read = files.iter().map(|file| {
        Ok(ReceivedFile {
            file: file.file.clone(),
            bytes: i64::try_from(file.bytes).unwrap_or(i64::MAX),
            return_id: file.sha256.clone(),
            received_at: None,
            content: read_file(file, headings)?,
        })
    });
    read.collect()
}
