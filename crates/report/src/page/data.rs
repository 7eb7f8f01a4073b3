//! The data behind the figures (下钻数据): what the script of the page shows when a figure is opened.

pub mod finding_data;
pub mod project_data;
pub mod record_data;
pub mod standing;
pub mod strings;
pub mod timeline;
pub mod yuan;

use model::datasets::cohort_metrics::CohortMetric;
use model::month::Month;
use model::stage::Stage;
use serde::Serialize;

use crate::error::ReportError;
use crate::figures::{ALL, events};
use crate::page::data::finding_data::{FindingData, finding_data};
use crate::page::data::project_data::{ProjectData, project_data};
use crate::page::data::record_data::record_data;
use crate::page::data::yuan::Yuan;
use crate::page::printing::Printing;
use crate::rounding::Rounding;

/// What the script needs from the start.
#[derive(Serialize)]
struct PageData<'a> {
    /// The month of the page: 12 · year + month − 1.
    month: i32,
    truncates: bool,
    rate_decimals: u8,
    money_decimals: u8,
    money_units: [String; 2],
    currency: [&'a str; 2],
    events: Vec<&'a str>,
    units: Vec<(&'a str, &'a str, &'a str)>,
    industries: Vec<(&'a str, &'a str)>,
    stages: Vec<(&'static str, &'static str)>,
    rules: Vec<(&'a str, &'a str, &'a str)>,
    cuts: Vec<CutData<'a>>,
    projects: Vec<ProjectData<'a>>,
    changes: Vec<ChangeData<'a>>,
    findings: FindingData,
}

/// Event, edition, dimension, value, the figures that the projects behind must make, the median months to start.
type CutData<'a> = (&'a str, &'a str, &'a str, &'a str, [Yuan; 11], Option<f64>);

/// Event, measure, step, project, amount.
type ChangeData<'a> = (&'a str, &'a str, &'a str, &'a str, Yuan);

/// Both parts of the data as JSON that is safe inside a `script` element: the projects, and their records.
pub fn data(printing: &Printing<'_>) -> Result<(String, String), ReportError> {
    let release = printing.release;
    let (zh, en) = (&printing.zh, &printing.en);
    let industries = printing.industry_names.iter();
    let rules = release.reference.supervision_rules.iter();
    let page = PageData {
        month: Month::of(release.as_of).index(),
        truncates: zh.rounding == Rounding::Truncate,
        rate_decimals: zh.rate_decimals,
        money_decimals: zh.money_decimals,
        money_units: [zh.money_unit(), en.money_unit()],
        currency: [zh.currency.word(zh.lang), en.currency.word(en.lang)],
        events: events(release.rows.metrics),
        units: units(printing),
        industries: industries.map(|(code, name)| (*code, *name)).collect(),
        stages: Stage::ALL.iter().map(|stage| (stage.as_str(), stage.zh())).collect(),
        rules: rules.map(|rule| (&*rule.id, &*rule.note_zh, &*rule.note_en)).collect(),
        cuts: printing.cuts.rows().map(cut).collect(),
        projects: project_data(release),
        changes: changes(printing),
        findings: finding_data(release),
    };
    Ok((script_safe(&page)?, script_safe(&record_data(release))?))
}

fn units<'a>(printing: &Printing<'a>) -> Vec<(&'a str, &'a str, &'a str)> {
    let units = printing.release.reference.units.iter();
    units.map(|unit| (&*unit.unit_id, &*unit.name, &*unit.unit_group)).collect()
}

fn cut(row: &CohortMetric) -> CutData<'_> {
    let figures = [
        row.n_projects,
        row.n_started,
        row.n_production,
        row.n_suspended,
        row.n_terminated,
        row.n_unreported,
        row.new_started,
        row.contract_yuan,
        row.contract_started_yuan,
        row.capital_yuan,
        row.capital_month_yuan,
    ];
    (&row.event, &row.cohort, &row.dimension, &row.value, figures.map(Yuan), row.median_months_to_start)
}

/// The steps of the bridges from last month, all editions together.
fn changes<'a>(printing: &Printing<'a>) -> Vec<ChangeData<'a>> {
    let release = printing.release;
    let rows = release.rows.changes.iter().filter(|row| {
        row.to_as_of == release.as_of
            && row.cohort == ALL
            && row.from_known_at.is_none()
            && row.to_known_at.is_none()
    });
    let of_projects = rows.filter_map(|row| Some((row, row.project_id.as_deref()?)));
    of_projects
        .map(|(row, project)| (&*row.event, &*row.measure, &*row.component, project, Yuan(row.amount)))
        .collect()
}

/// JSON in which nothing can end the element that it stands in.
fn script_safe(data: &impl Serialize) -> Result<String, ReportError> {
    let json = serde_json::to_string(data).map_err(ReportError::Data)?;
    Ok(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_element() {
        assert_eq!(script_safe(&["</script><!--"]).unwrap(), "[\"\\u003c/script>\\u003c!--\"]");
    }
}
