//! The invented world (虚构项目库): who signed what, and how it goes on month by month.

pub(crate) mod progress;
pub(crate) mod project;
pub(crate) mod units;

use crate::line::LineRole;
use crate::plan::Plan;
use crate::world::project::{Project, invent};

/// All projects of a plan: tracked ones first, then those that are reported along.
pub(crate) fn projects_of(plan: &Plan, n_units: usize) -> Vec<Project> {
    let n_others = plan.n_projects.saturating_mul(plan.others_per_hundred as usize) / 100;
    (0..plan.n_projects.saturating_add(n_others))
        .map(|number| {
            let role = match number.checked_sub(plan.n_projects) {
                None => LineRole::Project,
                Some(other) if other % 4 == 3 => LineRole::Untracked,
                Some(_) => LineRole::OtherEvent,
            };
            invent(plan.seed, number, number % n_units.max(1), role)
        })
        .collect()
}
