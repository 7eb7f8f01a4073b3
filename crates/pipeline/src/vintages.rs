//! Earlier vintages (历史时点): the figures as they were when the returns of a month were due, made again from what had
//! been received by then.

use chrono::{DateTime, FixedOffset};
use model::date::Date;
use model::month::Month;
use store::releases::Store;

use crate::error::PipelineError;
use crate::prepare::{Prepared, prepare};
use crate::progress::Silent;
use crate::read_inputs::read_inputs;
use crate::stages::analytics::metrics_of;
use crate::stages::transform::transform_files;
use crate::stages::vintage::{EarlierVintage, Vintages};
use crate::status::due::Due;
use crate::workspace::Workspace;

/// The vintages of the newest months up to `as_of`, as many as `calendar.vintages` says: one for each due day before the
/// last return was received. None without a register, since nothing says what was known when.
pub fn vintages(
    store: &Store,
    workspace: &Workspace,
    prepared: &Prepared,
    as_of: Option<Date>,
) -> Result<Vintages, PipelineError> {
    let receipts = receipts(workspace, prepared);
    let (Some(as_of), Some(first), Some(last)) = (as_of, receipts.first(), receipts.last()) else {
        return Ok(Vintages::default());
    };
    let known = workspace.known_at.unwrap_or(*last).with_timezone(&workspace.plan.time_zone.offset());
    let calendar = &workspace.plan.calendar;
    let due = Due { due_day: calendar.due_day, zone: workspace.plan.time_zone };
    let n_months = i32::try_from(calendar.vintages).unwrap_or(i32::MAX);
    let months = (0..n_months).rev().map(|back| Month::of(as_of).plus(-back));
    let mut earlier = Vec::new();
    for (month, moment) in months.filter_map(|month| Some((month, due.end(month)?))) {
        if *first <= moment && moment < known {
            let known_at = Some(moment);
            let then = Workspace { known_at, as_of: Some(month), moves_current: false, ..workspace.clone() };
            earlier.push(vintage(store, &then)?);
        }
    }
    Ok(Vintages { earlier, known_at: Some(known.to_rfc3339()) })
}

/// The moments at which returns were received, in order.
fn receipts(workspace: &Workspace, prepared: &Prepared) -> Vec<DateTime<FixedOffset>> {
    let received = prepared.inputs.received.iter().filter_map(|file| file.received_at.as_deref());
    let mut moments: Vec<DateTime<FixedOffset>> =
        received.filter_map(|text| workspace.plan.time_zone.moment(text)).collect();
    moments.sort_unstable();
    moments
}

fn vintage(store: &Store, workspace: &Workspace) -> Result<EarlierVintage, PipelineError> {
    let prepared = prepare(workspace, &Silent)?;
    let (received, ledgers) = read_inputs(store, workspace, &prepared, &Silent)?;
    let transformed = transform_files(received, ledgers, &prepared, workspace)?;
    let known_at = workspace.known_at.map(|moment| moment.to_rfc3339()).unwrap_or_default();
    tracing::info!(known_at, n_months = transformed.project_months.len(), "made an earlier vintage again");
    Ok(EarlierVintage {
        known_at,
        metrics: metrics_of(&transformed.project_months, &workspace.plan)?,
        project_months: transformed.project_months,
    })
}
