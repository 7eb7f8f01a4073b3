//! The stage report (报告): datasets become the workbook that is sent on.

use std::path::{Path, PathBuf};

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::findings::Finding;
use model::date::Date;
use model::reference::Reference;
use report::currency::Currency;
use report::excel::contents::WorkbookContents;
use report::excel::write_workbook;
use report::lang::Lang;
use report::style::Style;
use report::unit_names::UnitNames;

use crate::error::PipelineError;
use crate::plan::Plan;

/// Folder of the reports in a release.
pub const FOLDER: &str = "report";

/// How figures are printed in a language.
pub fn style_of(plan: &Plan, lang: Lang) -> Style {
    Style {
        lang,
        rounding: plan.report.rounding,
        rate_decimals: plan.report.rate_decimals,
        currency: Currency::new(&plan.form.currency),
        tracked_only: plan.scope.tracked_only,
        ..Style::default()
    }
}

/// Names of units by code.
pub fn unit_names(reference: &Reference) -> UnitNames {
    reference.units.iter().map(|unit| (unit.unit_id.clone(), unit.name.clone())).collect()
}

/// Writes the report workbook into the folder of reports of a release. Gives its path.
pub fn write_reports(
    folder: &Path,
    (metrics, findings): (&[CohortMetric], &[Finding]),
    as_of: Option<Date>,
    reference: &Reference,
    plan: &Plan,
) -> Result<PathBuf, PipelineError> {
    let bytes = write_workbook(&WorkbookContents {
        metrics,
        as_of,
        findings,
        unit_names: &unit_names(reference),
        definitions: analytics::metrics::METRICS,
        policy: &plan.policy,
        scope: &plan.scope,
        style: &style_of(plan, plan.report.lang),
        is_synthetic: plan.report.synthetic,
    })?;
    let folder = folder.join(FOLDER);
    fs_err::create_dir_all(&folder).map_err(|error| PipelineError::io(&folder, error))?;
    let file = folder.join(format!("{}.xlsx", file_name(&plan.name)));
    fs_err::write(&file, bytes).map_err(|error| PipelineError::io(&file, error))?;
    Ok(file)
}

/// The name of a pipeline as a file name that every system takes.
fn file_name(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    let name: String = name.chars().take(60).map(plain).collect();
    if name.is_empty() { FOLDER.to_owned() } else { name }
}
