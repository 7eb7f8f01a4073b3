//! Figures through the vintages (各时点对比): revisions, and which vintage printed figures came from.

use std::collections::BTreeSet;

use analytics::datasets::published::rows::published_audit;
use analytics::datasets::revisions::rows::revisions;
use analytics::datasets::revisions::summary::revision_summary;
use analytics::datasets::revisions::vintages::Vintage;
use analytics::panel::Panel;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::published_audit::PublishedAudit;
use model::datasets::revision_summary::RevisionSummary;
use model::datasets::revisions::Revision;
use model::date::Date;
use model::published_figure::PublishedFigure;

use crate::plan::Plan;
use crate::stages::vintage::{EarlierVintage, Vintages};

/// What needs several vintages.
#[derive(Debug, Clone, Default)]
pub struct VintageFigures {
    /// Printed figures made again, and which vintage they came from.
    pub published: Vec<PublishedAudit>,
    /// What later returns made of each figure.
    pub revisions: Vec<Revision>,
    /// How much figures are revised.
    pub revision_summary: Vec<RevisionSummary>,
}

/// The figures through the vintages; `metrics` and `panel` are those of the run itself.
pub fn vintage_figures(
    (metrics, panel): (&[CohortMetric], &Panel),
    re_signed: &BTreeSet<String>,
    vintages: &Vintages,
    published_figures: &[PublishedFigure],
    plan: &Plan,
) -> VintageFigures {
    let earlier = &vintages.earlier;
    let panels: Vec<Panel> =
        earlier.iter().map(|one| Panel::new(&one.project_months, &plan.policy, &plan.scope)).collect();
    let asked = earlier.iter().zip(&panels).map(|(one, panel)| (Some(one.known_at.as_str()), panel));
    let asked: Vec<(Option<&str>, &Panel)> = asked.chain([(None, panel)]).collect();
    let published = published_audit(published_figures, &asked);
    let Some(known_at) = vintages.known_at.as_deref().filter(|_| !earlier.is_empty()) else {
        return VintageFigures { published, ..VintageFigures::default() };
    };
    let first_month = earlier.first().and_then(|one| one.metrics.iter().map(|row| row.as_of).max());
    let earlier_figures: Vec<Vec<CohortMetric>> =
        earlier.iter().map(|one| since(&one.metrics, first_month)).collect();
    let latest_figures = since(metrics, first_month);
    let of_earlier = earlier.iter().zip(&panels).zip(&earlier_figures);
    let mut vintages: Vec<Vintage<'_>> =
        of_earlier.map(|((one, panel), figures)| vintage_of(one, panel, figures)).collect();
    vintages.push(Vintage { known_at, figures: &latest_figures, panel: Some(panel) });
    VintageFigures {
        published,
        revisions: revisions(&vintages, re_signed),
        revision_summary: revision_summary(&vintages),
    }
}

fn vintage_of<'a>(one: &'a EarlierVintage, panel: &'a Panel, figures: &'a [CohortMetric]) -> Vintage<'a> {
    Vintage { known_at: &one.known_at, figures, panel: Some(panel) }
}

/// The figures of the months from the first vintage's own on: what was first published of earlier months is not known.
fn since(metrics: &[CohortMetric], first_month: Option<Date>) -> Vec<CohortMetric> {
    metrics.iter().filter(|row| Some(row.as_of) >= first_month).cloned().collect()
}
