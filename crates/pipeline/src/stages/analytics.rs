//! The stage analytics (分析): the panel becomes figures.

use std::collections::{BTreeMap, BTreeSet};

use analytics::analytics::cohort_metrics;
use analytics::datasets::capital_forecast::capital_forecast;
use analytics::datasets::capital_triangle::capital_triangle;
use analytics::datasets::changes::bridges::changes;
use analytics::datasets::cohort_ages::cohort_ages;
use analytics::datasets::comparisons::comparisons;
use analytics::datasets::concentration::concentration;
use analytics::datasets::day_curves::{DaysOfProjects, day_curves};
use analytics::datasets::decomposition::decomposition;
use analytics::datasets::published::rows::published_audit;
use analytics::datasets::rankings::rows::rankings;
use analytics::datasets::rankings::settings::RankingSettings;
use analytics::datasets::revisions::rows::revisions;
use analytics::datasets::revisions::summary::revision_summary;
use analytics::datasets::revisions::vintages::Vintage;
use analytics::datasets::start_curves::start_curves;
use analytics::datasets::supervision::plans::Plans;
use analytics::datasets::supervision::rows::supervision;
use analytics::datasets::supervision::rules::RuleSet;
use analytics::error::AnalyticsError;
use analytics::headline_ranges::headline_ranges;
use analytics::panel::Panel;
use analytics::profiles::{CutProfile, profiles};
use analytics::standings::Standings;
use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::capital_triangle::CapitalTriangleCell;
use model::datasets::changes::Change;
use model::datasets::cohort_ages::CohortAge;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::comparisons::Comparison;
use model::datasets::concentration::Concentration;
use model::datasets::decomposition::Decomposition;
use model::datasets::doubts::Doubt;
use model::datasets::headline_ranges::HeadlineRange;
use model::datasets::milestones::Milestone;
use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::published_audit::PublishedAudit;
use model::datasets::rankings::Ranking;
use model::datasets::relations::Relation;
use model::datasets::revision_summary::RevisionSummary;
use model::datasets::revisions::Revision;
use model::datasets::start_curves::StartCurve;
use model::datasets::supervision::Supervision;
use model::date::Date;
use model::month::Month;
use model::precision::Precision;
use model::reference::Reference;
use polars::prelude::IntoLazy;
use store::frames::{frame_of, rows_of_frame};

use crate::error::PipelineError;
use crate::plan::Plan;
use crate::stages::output::{Output, output};
use crate::stages::vintage::{EarlierVintage, Vintages};

/// What the stage reads.
#[derive(Debug, Clone, Copy)]
pub struct Followed<'a> {
    /// The panel.
    pub project_months: &'a [ProjectMonth],
    /// By how much it would move if a doubt fell the other way.
    pub doubts: &'a [Doubt],
    /// What single records say: the planned starts.
    pub observations: &'a [Observation],
    /// How projects hang together: which were signed again.
    pub relations: &'a [Relation],
    /// The projects: when they were signed.
    pub projects: &'a [Project],
    /// When they started, to the day where a return says so.
    pub milestones: &'a [Milestone],
}

/// What the stage computes, one list for each dataset.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// The figures of every month, edition and dimension.
    pub metrics: Vec<CohortMetric>,
    /// Between which bounds the headline lies.
    pub ranges: Vec<HeadlineRange>,
    /// The rates at equal age.
    pub ages: Vec<CohortAge>,
    /// Time to start.
    pub curves: Vec<StartCurve>,
    /// Capital by edition and age.
    pub triangle: Vec<CapitalTriangleCell>,
    /// Where the capital is heading.
    pub forecast: Vec<CapitalForecast>,
    /// Tests between editions, units, industries and size bands.
    pub comparisons: Vec<Comparison>,
    /// Why two editions differ.
    pub decomposition: Vec<Decomposition>,
    /// How much hangs on few projects or units.
    pub concentration: Vec<Concentration>,
    /// The bridge from each month to the next.
    pub changes: Vec<Change>,
    /// The lights.
    pub supervision: Vec<Supervision>,
    /// The units in order.
    pub rankings: Vec<Ranking>,
    /// Printed figures made again.
    pub published: Vec<PublishedAudit>,
    /// What later returns made of each figure.
    pub revisions: Vec<Revision>,
    /// How much figures are revised.
    pub revision_summary: Vec<RevisionSummary>,
}

/// The figures of a panel, and what became of them since earlier vintages.
pub fn analyze(
    followed: Followed<'_>,
    vintages: &Vintages,
    reference: &Reference,
    plan: &Plan,
) -> Result<Figures, PipelineError> {
    let metrics = metrics_of(followed.project_months, plan)?;
    tracing::info!(n_figures = metrics.len(), "computed figures");
    let panel = Panel::new(followed.project_months, &plan.policy, &plan.scope);
    let settings = RankingSettings { unranked: plan.report.unranked.clone(), ..RankingSettings::default() };
    let standings = Standings::of(&panel);
    let profiles = profiles(&panel, &standings);
    let figures = Figures {
        ranges: headline_ranges(&metrics, followed.doubts, &plan.scope),
        ages: cohort_ages(&profiles),
        curves: curves_of(followed, &panel, &standings, &profiles),
        triangle: capital_triangle(&profiles),
        forecast: capital_forecast(&profiles),
        comparisons: comparisons(&panel, &standings, &profiles),
        decomposition: decomposition(&panel, &standings),
        concentration: concentration(&panel, &standings),
        changes: changes(&panel, &signed_again(followed.relations)),
        supervision: lights(&panel, followed.observations, reference, plan)?,
        rankings: rankings(&panel, &settings),
        metrics,
        ..Figures::default()
    };
    Ok(with_vintages(figures, &panel, followed, vintages, reference, plan))
}

/// Adds what needs several vintages: revisions, and which vintage printed figures came from.
fn with_vintages(
    figures: Figures,
    panel: &Panel,
    followed: Followed<'_>,
    vintages: &Vintages,
    reference: &Reference,
    plan: &Plan,
) -> Figures {
    let earlier = &vintages.earlier;
    let panels: Vec<Panel> =
        earlier.iter().map(|one| Panel::new(&one.project_months, &plan.policy, &plan.scope)).collect();
    let asked = earlier.iter().zip(&panels).map(|(one, panel)| (Some(one.known_at.as_str()), panel));
    let asked: Vec<(Option<&str>, &Panel)> = asked.chain([(None, panel)]).collect();
    let published = published_audit(&reference.published_figures, &asked);
    let Some(known_at) = vintages.known_at.as_deref().filter(|_| !earlier.is_empty()) else {
        return Figures { published, ..figures };
    };
    let first_month = earlier.first().and_then(|one| one.metrics.iter().map(|row| row.as_of).max());
    let earlier_figures: Vec<Vec<CohortMetric>> =
        earlier.iter().map(|one| since(&one.metrics, first_month)).collect();
    let latest_figures = since(&figures.metrics, first_month);
    let of_earlier = earlier.iter().zip(&panels).zip(&earlier_figures);
    let mut vintages: Vec<Vintage<'_>> =
        of_earlier.map(|((one, panel), figures)| vintage_of(one, panel, figures)).collect();
    vintages.push(Vintage { known_at, figures: &latest_figures, panel: Some(panel) });
    let revisions = revisions(&vintages, &signed_again(followed.relations));
    let revision_summary = revision_summary(&vintages);
    Figures { published, revisions, revision_summary, ..figures }
}

fn vintage_of<'a>(one: &'a EarlierVintage, panel: &'a Panel, figures: &'a [CohortMetric]) -> Vintage<'a> {
    Vintage { known_at: &one.known_at, figures, panel: Some(panel) }
}

/// The figures of the months from the first vintage's own on: what was first published of earlier months is not known.
fn since(metrics: &[CohortMetric], first_month: Option<Date>) -> Vec<CohortMetric> {
    metrics.iter().filter(|row| Some(row.as_of) >= first_month).cloned().collect()
}

/// The curves on the month clock and on the day clock, sorted by key.
fn curves_of(
    followed: Followed<'_>,
    panel: &Panel,
    standings: &Standings,
    profiles: &[CutProfile],
) -> Vec<StartCurve> {
    let mut rows = start_curves(panel, standings, profiles);
    rows.extend(day_curves(panel, standings, profiles, &days_of(followed)));
    rows.sort_by(|left, right| key_of_curve(left).cmp(&key_of_curve(right)));
    rows
}

type CurveKey<'a> = (Date, [&'a str; 5], i32);

fn key_of_curve(row: &StartCurve) -> CurveKey<'_> {
    (row.as_of, [&row.event, &row.cohort, &row.dimension, &row.value, &row.method], row.age_months)
}

/// What is known to the day: signings that a return states to the day, starts likewise.
fn days_of(followed: Followed<'_>) -> DaysOfProjects {
    let day = Precision::Day.as_str();
    let stated: BTreeSet<(&str, Date)> = followed
        .observations
        .iter()
        .filter(|one| one.sign_date_precision.as_deref() == Some(day))
        .filter_map(|one| Some((one.counted_project_id.as_str(), one.sign_date?)))
        .collect();
    let signed = followed.projects.iter().filter_map(|project| {
        let date = project.sign_date?;
        stated.contains(&(project.project_id.as_str(), date)).then(|| (project.project_id.clone(), date))
    });
    let starts = followed.milestones.iter().filter(|one| one.kind == "started");
    let to_the_day = starts.filter(|one| one.precision.as_deref() == Some(day));
    DaysOfProjects {
        signed: signed.collect(),
        started: to_the_day.filter_map(|one| Some((one.project_id.clone(), one.stated_date?))).collect(),
    }
}

/// The dataset `cohort_metrics` of a panel.
pub fn metrics_of(project_months: &[ProjectMonth], plan: &Plan) -> Result<Vec<CohortMetric>, PipelineError> {
    let panel = frame_of(project_months)?.lazy();
    let planned = cohort_metrics(panel, &plan.policy, &plan.scope)?;
    let figures = planned.collect().map_err(AnalyticsError::from)?;
    Ok(rows_of_frame::<CohortMetric>(&figures)?)
}

/// The lights, by the set of rules that the plan names; without a table of rules there are none.
fn lights(
    panel: &Panel,
    observations: &[Observation],
    reference: &Reference,
    plan: &Plan,
) -> Result<Vec<Supervision>, PipelineError> {
    if reference.supervision_rules.is_empty() {
        return Ok(Vec::new());
    }
    let rules = RuleSet::of(&reference.supervision_rules, &plan.report.rule_set)
        .map_err(|error| PipelineError::Rules { problem: error.to_string() })?;
    Ok(supervision(panel, &rules, &plans(observations)))
}

/// The projects that were signed again.
fn signed_again(relations: &[Relation]) -> BTreeSet<String> {
    let again = relations.iter().filter(|relation| relation.kind == "resigned_as");
    again.flat_map(|relation| [relation.project_id.clone(), relation.related_id.clone()]).collect()
}

/// The start that the latest record with one plans, by counted project.
fn plans(observations: &[Observation]) -> Plans {
    let mut latest: BTreeMap<&str, &Observation> = BTreeMap::new();
    for observation in observations.iter().filter(|observation| observation.planned_start_date.is_some()) {
        let kept = latest.entry(&observation.counted_project_id).or_insert(observation);
        if (observation.period, &observation.record_id) > (kept.period, &kept.record_id) {
            *kept = observation;
        }
    }
    let start = |(project, observation): (&str, &Observation)| {
        Some((project.to_owned(), Month::of(observation.planned_start_date?)))
    };
    Plans::of_starts(latest.into_iter().filter_map(start).collect())
}

/// Every dataset of the stage.
pub fn analytics_outputs(figures: &Figures) -> Vec<Output<'_>> {
    vec![
        output(&figures.metrics),
        output(&figures.ranges),
        output(&figures.ages),
        output(&figures.curves),
        output(&figures.triangle),
        output(&figures.forecast),
        output(&figures.comparisons),
        output(&figures.decomposition),
        output(&figures.concentration),
        output(&figures.changes),
        output(&figures.supervision),
        output(&figures.rankings),
        output(&figures.published),
        output(&figures.revisions),
        output(&figures.revision_summary),
    ]
}
