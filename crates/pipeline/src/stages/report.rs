//! The stage report (报告): datasets become the page, the workbook and the bulletin that are sent on.

use std::path::Path;

use model::date::Date;
use model::reference::Reference;
use report::bulletin::templates::Templates;
use report::bulletin::write_bulletin;
use report::currency::Currency;
use report::excel::write_workbook;
use report::figures::last_month;
use report::lang::Lang;
use report::page::write_page;
use report::release::{Release, Rows};
use report::style::Style;
use report::unit_names::UnitNames;

use crate::error::PipelineError;
use crate::file_name::file_name;
use crate::plan::{Plan, ReportKind};

/// Folder of the reports in a release.
pub const FOLDER: &str = "report";

/// Sentences of the bulletin that a bureau words in its own way, among its reference tables.
const SENTENCES: &str = "bulletin_sentences.csv";

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

/// What reports are made with besides the rows.
#[derive(Debug, Clone, Copy)]
pub struct ReportGround<'a> {
    /// The month that they speak about; nothing: the last one of the figures.
    pub as_of: Option<Date>,
    /// Id of the release; empty where none is published.
    pub release_id: &'a str,
    /// The reference tables.
    pub reference: &'a Reference,
    /// The folder of the reference tables, where a bureau may keep its own sentences of the bulletin.
    pub reference_folder: &'a Path,
    /// The pipeline.
    pub plan: &'a Plan,
    /// How figures are printed.
    pub style: &'a Style,
}

/// One release, as reports see it.
pub fn release_of<'a>(rows: Rows<'a>, ground: ReportGround<'a>) -> Release<'a> {
    Release {
        name: &ground.plan.name,
        release_id: ground.release_id,
        as_of: ground.as_of.or_else(|| last_month(rows.metrics)).unwrap_or_default(),
        rows,
        reference: ground.reference,
        definitions: analytics::metrics::METRICS,
        policy: &ground.plan.policy,
        scope: &ground.plan.scope,
        style: ground.style,
        is_synthetic: ground.plan.report.synthetic,
    }
}

/// Writes page, workbook and bulletin, as far as the pipeline wants them, into the folder of reports of a release.
pub fn write_reports(folder: &Path, rows: Rows<'_>, ground: ReportGround<'_>) -> Result<(), PipelineError> {
    let release = release_of(rows, ground);
    let folder = folder.join(FOLDER);
    fs_err::create_dir_all(&folder).map_err(|error| PipelineError::io(&folder, error))?;
    let name = file_name(release.name);
    for kind in &ground.plan.report.kinds {
        let (ending, bytes) = match kind {
            ReportKind::Page => ("html", write_page(&release)?.into_bytes()),
            ReportKind::Workbook => ("xlsx", write_workbook(&release)?),
            ReportKind::Bulletin => ("docx", write_bulletin(&release, &sentences(ground.reference_folder)?)?),
            ReportKind::Feedback | ReportKind::Templates => continue,
        };
        let file = folder.join(format!("{name}.{ending}"));
        fs_err::write(&file, bytes).map_err(|error| PipelineError::io(&file, error))?;
    }
    Ok(())
}

/// The sentences of the bulletin: the built-in ones, with those of the workspace in their place.
fn sentences(reference_folder: &Path) -> Result<Templates, PipelineError> {
    let file = reference_folder.join(SENTENCES);
    if !file.is_file() {
        return Ok(Templates::built_in()?);
    }
    let text = fs_err::read_to_string(&file).map_err(|error| PipelineError::io(&file, error))?;
    Ok(Templates::with_overrides(&text)?)
}

#[cfg(test)]
mod tests {
    use analytics::methods::METHODS;
    use analytics::not_estimable::NotEstimable;
    use report::method_words::both_method_words;
    use report::reason_words::both_reason_words;

    #[test]
    fn reports_have_words_for_every_reason_and_every_method_of_the_forecast() {
        for reason in NotEstimable::ALL {
            let words = (reason.zh(), reason.to_string());
            let (zh, en) = both_reason_words(reason.code());
            assert_eq!((zh, en.to_owned()), words, "{}", reason.code());
        }
        let forecasts =
            METHODS.iter().filter(|method| method.unit == "yuan" && method.formula.contains("latest"));
        let nameless = forecasts.filter(|method| both_method_words(method.name).0 == method.name);
        assert_eq!(nameless.map(|method| method.name).collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
