//! What a workbook is checked by (自查依据): reference tables, form, ledger.

use std::path::{Path, PathBuf};

use ingest::container::is_passed_over;
use ingest::dictionary::Dictionary;
use model::reference::Reference;
use transform::received::ReceivedFile;
use transform::settings::Settings;
use transform::vocabulary::Vocabulary;

use crate::built_in;
use crate::dictionary::dictionary_of;
use crate::error::PipelineError;
use crate::inputs::find_files;
use crate::progress::Silent;
use crate::reference::read_reference;
use crate::register::Register;
use crate::scan::scan;
use crate::stages::ingest::read_file;
use crate::workspace::{Pattern, Workspace};

/// What a workbook is checked by.
pub(crate) struct Rules {
    /// The reference tables.
    pub(crate) reference: Reference,
    /// The part of the pipeline that decides what the data mean.
    pub(crate) settings: Settings,
    /// Header texts.
    pub(crate) dictionary: Dictionary,
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
            Some(workspace) => (read_reference(&workspace.reference)?, settings_of(workspace)),
        };
        let dictionary = dictionary_of(&reference.header_synonyms, &settings.form);
        let vocabulary = Vocabulary::new(&reference, &settings)?;
        let ledgers = read_ledgers(&ledger_patterns(workspace, ledger), ledger, &dictionary)?;
        Ok(Rules { reference, settings, dictionary, vocabulary, ledgers })
    }
}

fn settings_of(workspace: &Workspace) -> Settings {
    let plan = &workspace.plan;
    Settings {
        policy: plan.policy.clone(),
        scope: plan.scope.clone(),
        form: plan.form.clone(),
        calendar: plan.calendar.clone(),
        as_of: None,
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
    dictionary: &Dictionary,
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
            content: read_file(file, dictionary)?,
        })
    });
    read.collect()
}
