//! Where the store is that a command reads.

use std::path::PathBuf;

use clap::Args;
use pipeline::overrides::Overrides;

use crate::session::Session;

/// The store below the current folder.
const DEFAULT_STORE: &str = "data/store";

/// Where the store is.
#[derive(Debug, Clone, Args)]
pub(crate) struct StoreOptions {
    /// Pipeline definition that says where the store is
    #[arg(long, value_name = "PIPELINE.toml")]
    pipeline: Option<PathBuf>,
    /// Folder of the store [default: data/store, or that of the pipeline]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

impl StoreOptions {
    /// The folder of the store. A pipeline that is named also sets the language.
    pub(crate) fn folder(&self, session: &Session) -> anyhow::Result<PathBuf> {
        let Some(pipeline) = &self.pipeline else { return Ok(store_or_default(self.store.as_ref())) };
        let overrides = Overrides { store: self.store.clone(), ..Overrides::default() };
        Ok(session.open_file(pipeline, &overrides)?.store)
    }
}

/// The folder that was typed, or the usual one.
pub(crate) fn store_or_default(typed: Option<&PathBuf>) -> PathBuf {
    typed.cloned().unwrap_or_else(|| PathBuf::from(DEFAULT_STORE))
}
