//! Pre-filled workbooks (预填表): one for each unit and the next month, made from the current release.

use std::path::{Path, PathBuf};

use model::form::UnitNaming;
use model::month::Month;
use model::reference::Reference;
use report::release::Release;
use report::template::write_template;

use crate::error::PipelineError;
use crate::open_release::open_release;
use crate::reference::reference_of;
use crate::release_rows::ReleaseRows;
use crate::stages::report::{ReportGround, release_of, style_of};
use crate::unit_choice::chosen_units;
use crate::workspace::Workspace;

/// Folder of the pre-filled workbooks in a release.
pub const FOLDER: &str = "templates";

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct TemplateQuestion {
    /// Codes or names of units; none: all.
    pub units: Vec<String>,
    /// The month that is to be reported; nothing: the one after the last of the release.
    pub month: Option<Month>,
    /// Where they go; nothing: `data/templates` below the workspace, in a folder of the month.
    pub output: Option<PathBuf>,
}

/// Writes the workbooks of the current release. Gives their paths.
pub fn templates(workspace: &Workspace, question: &TemplateQuestion) -> Result<Vec<PathBuf>, PipelineError> {
    let found = open_release(&workspace.store, None)?;
    let rows = ReleaseRows::read(&found.folder)?;
    let reference = reference_of(workspace)?;
    let style = style_of(&workspace.plan, workspace.plan.report.lang);
    let ground = ReportGround {
        as_of: workspace.as_of.map(Month::last_day),
        release_id: &found.id,
        reference: &reference,
        reference_folder: &workspace.reference,
        plan: &workspace.plan,
        style: &style,
    };
    let release = release_of(rows.rows(), ground);
    let units = units_of(workspace, &question.units, &reference)?;
    let month = question.month.unwrap_or_else(|| next_month(&release));
    let usual = || workspace.root.join("data").join(FOLDER).join(month.to_string());
    write_templates(&question.output.clone().unwrap_or_else(usual), &release, &units, month)
}

/// The units that get a workbook: none where units are taken as they come, since nobody reports there.
pub fn units_of(
    workspace: &Workspace,
    typed: &[String],
    reference: &Reference,
) -> Result<Vec<String>, PipelineError> {
    match workspace.plan.form.unit_naming {
        UnitNaming::AsItComes => Ok(Vec::new()),
        UnitNaming::Reference => chosen_units(typed, reference),
    }
}

/// The month after the one that a release speaks about.
pub fn next_month(release: &Release<'_>) -> Month {
    Month::of(release.as_of).plus(1)
}

/// Writes one workbook for each of the units that has something to report in a month, into a folder.
pub fn write_templates(
    folder: &Path,
    release: &Release<'_>,
    units: &[String],
    month: Month,
) -> Result<Vec<PathBuf>, PipelineError> {
    fs_err::create_dir_all(folder).map_err(|error| PipelineError::io(folder, error))?;
    let mut written = Vec::new();
    for unit in units {
        let Some(template) = write_template(release, unit, month.last_day())? else { continue };
        let file = folder.join(&template.file_name);
        fs_err::write(&file, &template.bytes).map_err(|error| PipelineError::io(&file, error))?;
        written.push(file);
    }
    Ok(written)
}
