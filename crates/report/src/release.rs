//! What a report is made from (报告所据): the rows of one release, and the words and settings that go with them.
//! Everything comes in ready; a report picks, orders, rounds and draws.

use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::capital_triangle::CapitalTriangleCell;
use model::datasets::changes::Change;
use model::datasets::cohort_ages::CohortAge;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::comparisons::Comparison;
use model::datasets::concentration::Concentration;
use model::datasets::decomposition::Decomposition;
use model::datasets::findings::Finding;
use model::datasets::headline_ranges::HeadlineRange;
use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::links::Link;
use model::datasets::milestones::Milestone;
use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::published_audit::PublishedAudit;
use model::datasets::rankings::Ranking;
use model::datasets::reconciliation::Reconciliation;
use model::datasets::records::Record;
use model::datasets::relations::Relation;
use model::datasets::returns::ReturnRow;
use model::datasets::start_curves::StartCurve;
use model::datasets::supervision::Supervision;
use model::datasets::values::ValueRow;
use model::date::Date;
use model::metric::Metric;
use model::policy::{Policy, Scope};
use model::reference::Reference;

use crate::style::Style;

/// The rows of the datasets, each in the order of its key. A report that needs one that is empty says so.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rows<'a> {
    /// `cohort_metrics`: the figures of every month.
    pub metrics: &'a [CohortMetric],
    /// `headline_ranges`: between which bounds the headline lies.
    pub ranges: &'a [HeadlineRange],
    /// `cohort_ages`: rates at equal age.
    pub ages: &'a [CohortAge],
    /// `start_curves`: time to start.
    pub curves: &'a [StartCurve],
    /// `capital_triangle`: capital by edition and age.
    pub triangle: &'a [CapitalTriangleCell],
    /// `capital_forecast`: where the capital is heading.
    pub forecast: &'a [CapitalForecast],
    /// `comparisons`: tests between editions and units.
    pub comparisons: &'a [Comparison],
    /// `decomposition`: why two editions differ.
    pub decomposition: &'a [Decomposition],
    /// `concentration`: how much hangs on few.
    pub concentration: &'a [Concentration],
    /// `changes`: the bridges from month to month.
    pub changes: &'a [Change],
    /// `supervision`: the lights.
    pub supervision: &'a [Supervision],
    /// `rankings`: the units in order.
    pub rankings: &'a [Ranking],
    /// `published_audit`: printed figures made again.
    pub published: &'a [PublishedAudit],
    /// `projects`: the projects.
    pub projects: &'a [Project],
    /// `project_months`: the panel.
    pub project_months: &'a [ProjectMonth],
    /// `milestones`: when what happened.
    pub milestones: &'a [Milestone],
    /// `relations`: phases, splits, moves.
    pub relations: &'a [Relation],
    /// `links`: why a record belongs to a project.
    pub links: &'a [Link],
    /// `ledger_entries`: the lines of the ledger.
    pub ledger_entries: &'a [LedgerEntry],
    /// `observations`: what single records say.
    pub observations: &'a [Observation],
    /// `records`: the rows of the returns.
    pub records: &'a [Record],
    /// `values`: where every value stood.
    pub values: &'a [ValueRow],
    /// `returns`: what was received.
    pub returns: &'a [ReturnRow],
    /// `reconciliation`: stated totals against sums.
    pub reconciliation: &'a [Reconciliation],
    /// `findings`: what is wrong or doubtful.
    pub findings: &'a [Finding],
}

/// One release, as a report sees it.
#[derive(Debug, Clone, Copy)]
pub struct Release<'a> {
    /// Name of the pipeline.
    pub name: &'a str,
    /// Id of the release; empty where none is published.
    pub release_id: &'a str,
    /// The month that the report speaks about.
    pub as_of: Date,
    /// The datasets.
    pub rows: Rows<'a>,
    /// The tables that people keep: names of units and industries, rules of the lights.
    pub reference: &'a Reference,
    /// The metrics that are explained.
    pub definitions: &'a [Metric],
    /// The policy that made the figures.
    pub policy: &'a Policy,
    /// The projects that the figures are about.
    pub scope: &'a Scope,
    /// How figures are printed.
    pub style: &'a Style,
    /// The returns are synthetic, and every page and sheet says so.
    pub is_synthetic: bool,
}
