//! What is known of projects to the day (到日的时间): for the curve on the day clock.

use std::collections::BTreeSet;

use analytics::datasets::day_curves::DaysOfProjects;
use model::datasets::milestones::Milestone;
use model::datasets::observations::Observation;
use model::datasets::projects::Project;
use model::date::Date;
use model::precision::Precision;

/// What is known to the day: signings that a return states to the day, starts likewise.
pub fn days_of(
    observations: &[Observation],
    projects: &[Project],
    milestones: &[Milestone],
) -> DaysOfProjects {
    let day = Precision::Day.as_str();
    let stated: BTreeSet<(&str, Date)> = observations
        .iter()
        .filter(|one| one.sign_date_precision.as_deref() == Some(day))
        .filter_map(|one| Some((one.counted_project_id.as_str(), one.sign_date?)))
        .collect();
    let signed = projects.iter().filter_map(|project| {
        let date = project.sign_date?;
        stated.contains(&(project.project_id.as_str(), date)).then(|| (project.project_id.clone(), date))
    });
    let starts = milestones.iter().filter(|one| one.kind == "started");
    let to_the_day = starts.filter(|one| one.precision.as_deref() == Some(day));
    DaysOfProjects {
        signed: signed.collect(),
        started: to_the_day.filter_map(|one| Some((one.project_id.clone(), one.stated_date?))).collect(),
    }
}
