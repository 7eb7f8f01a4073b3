//! Reads everything that goes into a run (读取输入): the returns, with their headings settled, and the ledgers.

use store::releases::Store;
use transform::received::ReceivedFile;
use transform::vocabulary::Vocabulary;

use crate::cache::Cache;
use crate::error::PipelineError;
use crate::prepare::Prepared;
use crate::progress::Progress;
use crate::stages::headings::settle_headings;
use crate::stages::ingest::read_files;
use crate::stages::transform::settings_of;
use crate::trace::workbooks::ledger_version;
use crate::workspace::Workspace;

/// The returns and the ledgers, read or taken from the cache.
pub fn read_inputs(
    store: &Store,
    workspace: &Workspace,
    prepared: &Prepared,
    progress: &dyn Progress,
) -> Result<(Vec<ReceivedFile>, Vec<ReceivedFile>), PipelineError> {
    let files = &prepared.inputs.received;
    let cache = Cache::open(&store.cells_folder(), &prepared.reading)?;
    let mut received = read_files(files, &cache, &prepared.headings, progress)?;
    let settings = settings_of(workspace, &prepared.decisions);
    let vocabulary = Vocabulary::new(&prepared.reference, &settings)?;
    settle_headings(&mut received, files, &prepared.headings, (&vocabulary, &settings))?;
    let ledger_cache = Cache::open(&store.cells_folder(), &ledger_version(&prepared.reading))?;
    let of_ledgers = prepared.headings.for_ledgers();
    let ledgers = read_files(&prepared.inputs.ledgers, &ledger_cache, &of_ledgers, progress)?;
    Ok((received, ledgers))
}
