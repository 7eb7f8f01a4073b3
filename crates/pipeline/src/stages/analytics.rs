//! The stage analytics (分析): the panel becomes figures.

use std::collections::{BTreeMap, BTreeSet};

use analytics::analytics::cohort_metrics;
use analytics::datasets::capital_forecast::capital_forecast;
use analytics::datasets::capital_triangle::capital_triangle;
use analytics::datasets::changes::bridges::changes;
use analytics::datasets::cohort_ages::cohort_ages;
use analytics::datasets::comparisons::comparisons;
use analytics::datasets::concentration::concentration;
use analytics::datasets::curve_quartiles::curve_quartiles;
use analytics::datasets::day_curves::day_curves;
use analytics::datasets::decomposition::decomposition;
use analytics::datasets::expected_starts::expected_starts;
use analytics::datasets::rankings::rows::rankings;
use analytics::datasets::rankings::settings::RankingSettings;
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
use model::datasets::curve_quartiles::CurveQuartile;
use model::datasets::decomposition::Decomposition;
use model::datasets::doubts::Doubt;
use model::datasets::expected_starts::ExpectedStarts;
use model::datasets::headline_ranges::HeadlineRange;
use model::datasets::milestones::Milestone;
use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::rankings::Ranking;
use model::datasets::relations::Relation;
use model::datasets::start_curves::StartCurve;
use model::datasets::supervision::Supervision;
use model::date::Date;
use model::month::Month;
use model::reference::Reference;
use polars::prelude::IntoLazy;
use store::frames::{frame_of, rows_of_frame};

use crate::error::PipelineError;
use crate::plan::Plan;
use crate::stages::days_of_projects::days_of;
use crate::stages::output::{Output, output};
use crate::stages::vintage::Vintages;
use crate::stages::vintage_figures::{VintageFigures, vintage_figures};

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
    /// By when a quarter, half and three quarters had started.
    pub quartiles: Vec<CurveQuartile>,
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
    /// How many of those that wait will start within a year.
    pub expected: Vec<ExpectedStarts>,
    /// The units in order.
    pub rankings: Vec<Ranking>,
    /// Through the vintages.
    pub through: VintageFigures,
}

/// The figures of a panel, and what became of them since earlier vintages.
pub fn analyze(
    followed: Followed<'_>,
    vintages: &Vintages,
    reference: &Reference,
    plan: &Plan,
) -> Result<Figures, PipelineError> {
    let (metrics, (panel, standings, profiles)) =
        rayon::join(|| metrics_of(followed.project_months, plan), || ages_of(followed, plan));
    let metrics = metrics?;
    tracing::info!(n_figures = metrics.len(), "computed figures");
    let ages = AgeGround { panel: &panel, standings: &standings, profiles: &profiles };
    let (supervision, filled) = rayon::join(
        || lights(&panel, followed.observations, reference, plan),
        || filled(ages, followed, plan),
    );
    let mut figures = Figures {
        ranges: headline_ranges(&metrics, followed.doubts, &plan.scope),
        supervision: supervision?,
        metrics,
        ..filled
    };
    let again = signed_again(followed.relations);
    let known = (figures.metrics.as_slice(), &panel);
    figures.through = vintage_figures(known, &again, vintages, &reference.published_figures, plan);
    Ok(figures)
}

/// What the figures over ages are made from.
#[derive(Clone, Copy)]
struct AgeGround<'a> {
    panel: &'a Panel,
    standings: &'a Standings,
    profiles: &'a [CutProfile],
}

/// The panel in columns, how each project stands in each month, and every group by age.
fn ages_of(followed: Followed<'_>, plan: &Plan) -> (Panel, Standings, Vec<CutProfile>) {
    let panel = Panel::new(followed.project_months, &plan.policy, &plan.scope);
    let standings = Standings::of(&panel);
    let profiles = profiles(&panel, &standings);
    (panel, standings, profiles)
}

/// The datasets that do not need one another, computed side by side.
fn filled(ground: AgeGround<'_>, followed: Followed<'_>, plan: &Plan) -> Figures {
    let mut figures = Figures::default();
    let AgeGround { panel, standings, profiles } = ground;
    let unranked = plan.report.unranked.clone();
    let settings = RankingSettings { unranked, ..RankingSettings::default() };
    let again = signed_again(followed.relations);
    rayon::scope(|scope| {
        scope.spawn(|_| figures.changes = changes(panel, &again));
        scope.spawn(|_| figures.rankings = rankings(panel, &settings));
        scope.spawn(|_| figures.expected = expected_starts(panel, standings));
        scope.spawn(|_| figures.curves = curves_of(followed, ground));
        scope.spawn(|_| figures.comparisons = comparisons(panel, standings, profiles));
        scope.spawn(|_| figures.decomposition = decomposition(panel, standings));
        scope.spawn(|_| figures.concentration = concentration(panel, standings));
        scope.spawn(|_| figures.ages = cohort_ages(profiles));
        scope.spawn(|_| figures.triangle = capital_triangle(profiles));
        scope.spawn(|_| figures.forecast = capital_forecast(profiles));
        scope.spawn(|_| figures.quartiles = curve_quartiles(profiles));
    });
    figures
}

/// The curves on the month clock and on the day clock, sorted by key.
fn curves_of(followed: Followed<'_>, ground: AgeGround<'_>) -> Vec<StartCurve> {
    let AgeGround { panel, standings, profiles } = ground;
    let mut rows = start_curves(panel, standings, profiles);
    rows.extend(day_curves(
        panel,
        standings,
        profiles,
        &days_of(followed.observations, followed.projects, followed.milestones),
    ));
    rows.sort_by(|left, right| key_of_curve(left).cmp(&key_of_curve(right)));
    rows
}

type CurveKey<'a> = (Date, [&'a str; 5], i32);

fn key_of_curve(row: &StartCurve) -> CurveKey<'_> {
    (row.as_of, [&row.event, &row.cohort, &row.dimension, &row.value, &row.method], row.age_months)
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
        output(&figures.quartiles),
        output(&figures.triangle),
        output(&figures.forecast),
        output(&figures.comparisons),
        output(&figures.decomposition),
        output(&figures.concentration),
        output(&figures.changes),
        output(&figures.supervision),
        output(&figures.expected),
        output(&figures.rankings),
        output(&figures.through.published),
        output(&figures.through.revisions),
        output(&figures.through.revision_summary),
    ]
}
