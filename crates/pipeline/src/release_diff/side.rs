//! One side of a comparison (比较的一方): a release, or what a run with some moment would give.

use std::path::{Path, PathBuf};

use model::datasets::relations::Relation;
use model::date::Date;
use model::row::Row;
use serde_json::Value;
use store::parquet_rows::read_rows;
use store::releases::{Release, Store};

use crate::ask_error::AskError;
use crate::error::PipelineError;
use crate::manifest::{FILE_NAME, Manifest, input_files};
use crate::open_release::{open_release, open_store};
use crate::prepare::{Prepared, prepare};
use crate::process::describe_process;
use crate::progress::Progress;
use crate::read_inputs::read_inputs;
use crate::stages::analytics::metrics_of;
use crate::stages::transform::transform_files;
use crate::trace::grounds::Grounds;
use crate::version::PROGRAM;
use crate::workspace::Workspace;

/// What people call the release that is published, and the one before it.
const CURRENT: [&str; 2] = ["current", "当前"];
const PREVIOUS: [&str; 2] = ["previous", "上一个"];

/// One side of a comparison.
#[derive(Debug, Clone)]
pub struct Side {
    /// Id of the release that it is, or would be.
    pub release_id: String,
    /// The moment that was asked for.
    pub known_at: Option<String>,
    /// Version of the program.
    pub program: String,
    /// Its datasets.
    pub grounds: Grounds,
    /// How projects hang together.
    pub relations: Vec<Relation>,
}

impl Side {
    /// The last month with figures.
    pub fn last_month(&self) -> Option<Date> {
        self.grounds.metrics.iter().map(|row| row.as_of).max()
    }

    /// A release: `current`, `previous`, the beginning of an id, or a folder.
    pub fn named(store: &Path, name: &str) -> Result<Side, PipelineError> {
        let release = match name {
            name if CURRENT.contains(&name) => open_release(store, None)?,
            name if PREVIOUS.contains(&name) => previous(&open_store(store)?)?,
            name if is_path(name) => in_folder(Path::new(name))?,
            id => open_release(store, Some(id))?,
        };
        Side::of_release(&release)
    }

    /// A release.
    pub fn of_release(release: &Release) -> Result<Side, PipelineError> {
        let manifest = Manifest::read(&release.folder)
            .ok_or_else(|| AskError::NotARelease { folder: release.folder.clone() })?;
        let relations = release.dataset_path(Relation::DATASET.name);
        Ok(Side {
            release_id: manifest.release_id,
            known_at: manifest.settings.get("known_at").and_then(Value::as_str).map(str::to_owned),
            program: manifest.program,
            grounds: Grounds::read(release)?,
            relations: if relations.is_file() { read_rows(&relations)? } else { Vec::new() },
        })
    }

    /// What a run over a workspace gives. It is taken from the store where it was made before; else it is computed in
    /// memory, and nothing is published.
    pub fn computed(workspace: &Workspace, progress: &dyn Progress) -> Result<Side, PipelineError> {
        let store = Store::open(&workspace.store)?;
        let _lock = store.lock(&describe_process(workspace.plan.time_zone))?;
        let prepared = prepare(workspace, progress)?;
        if let Some(release) = made_before(&store, &prepared)? {
            return Side::of_release(&release);
        }
        let (received, ledgers) = read_inputs(&store, workspace, &prepared, progress)?;
        let transformed = transform_files(received, ledgers, &prepared, workspace)?;
        let settings = workspace.settings_json();
        Ok(Side {
            release_id: prepared.release_id,
            known_at: settings.get("known_at").and_then(Value::as_str).map(str::to_owned),
            program: PROGRAM.to_owned(),
            grounds: Grounds {
                plan: workspace.plan.clone(),
                settings,
                reading: prepared.reading,
                inputs: input_files(&prepared.inputs),
                metrics: metrics_of(&transformed.project_months, &workspace.plan)?,
                project_months: transformed.project_months,
                observations: transformed.observations,
                values: transformed.values,
                records: transformed.records,
                returns: transformed.returns,
                columns: transformed.columns,
                ledger_entries: transformed.ledger_entries,
                projects: transformed.projects,
                links: transformed.links,
            },
            relations: transformed.relations,
        })
    }
}

fn made_before(store: &Store, prepared: &Prepared) -> Result<Option<Release>, PipelineError> {
    let release = store.release(&prepared.release_id)?;
    let is_whole =
        |release: &Release| release.id == prepared.release_id && Manifest::read(&release.folder).is_some();
    Ok(release.filter(is_whole))
}

/// The release that was made before the current one.
fn previous(store: &Store) -> Result<Release, PipelineError> {
    let releases = store.releases()?;
    let current = store.current()?.map(|release| release.id);
    let after =
        releases.iter().position(|info| Some(&info.id) == current.as_ref()).map_or(0, |place| place + 1);
    let info = releases.get(after).ok_or(AskError::NoPrevious)?;
    Ok(Release { id: info.id.clone(), folder: info.path.clone() })
}

/// Ids of releases have no slash.
fn is_path(name: &str) -> bool {
    name.contains(['/', '\\']) || Path::new(name).join(FILE_NAME).is_file()
}

fn in_folder(folder: &Path) -> Result<Release, PipelineError> {
    let folder: PathBuf = folder.components().collect();
    if !folder.join(FILE_NAME).is_file() {
        return Err(AskError::NotARelease { folder }.into());
    }
    let id = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Release { id, folder })
}
