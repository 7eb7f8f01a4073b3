//! The panel, and the panels that there would be if doubts fell the other way (面板与存疑).

use model::datasets::doubts::Doubt;
use model::datasets::project_months::ProjectMonth;
use model::month::Month;
use model::policy::Flagged;

use crate::doubts::{ERROR, LINK, doubts, other_way, with_links_turned};
use crate::error::TransformError;
use crate::judged_record::JudgedRecord;
use crate::table_rules::facts::{facts, facts_frame, slots, slots_frame};
use crate::table_rules::panel::panel;
use crate::table_rules::panel_rows::{PanelContext, project_months};

/// The panel, and by how much it would move if the doubts fell the other way.
pub fn panel_and_doubts(
    judged: &[JudgedRecord],
    context: &PanelContext<'_>,
    as_of: Option<Month>,
) -> Result<(Vec<ProjectMonth>, Vec<Doubt>), TransformError> {
    let counted: Vec<&JudgedRecord> = judged.iter().filter(|judged| judged.counts()).collect();
    let spoken_of = counted.iter().filter_map(|judged| judged.record.period).max();
    let Some(last) = as_of.or(spoken_of) else { return Ok((Vec::new(), Vec::new())) };
    let flagged = context.policy.flagged;
    let panel = panel_of(&counted, context, last, flagged)?;
    let mut doubted = Vec::new();
    if counted.iter().any(|judged| !judged.record.withheld.is_empty()) {
        let otherwise = panel_of(&counted, context, last, other_way(flagged))?;
        doubted.extend(doubts(&panel, &otherwise, ERROR));
    }
    if let Some(turned) = with_links_turned(&counted) {
        let otherwise = panel_of(&turned.iter().collect::<Vec<_>>(), context, last, flagged)?;
        doubted.extend(doubts(&panel, &otherwise, LINK));
    }
    doubted.sort_by(|a, b| (&a.project_id, a.as_of, &a.cause).cmp(&(&b.project_id, b.as_of, &b.cause)));
    Ok((panel, doubted))
}

fn panel_of(
    counted: &[&JudgedRecord],
    context: &PanelContext<'_>,
    last: Month,
    flagged: Flagged,
) -> Result<Vec<ProjectMonth>, TransformError> {
    let facts = facts(counted, flagged);
    let slots = slots(context.known, counted, &facts, last);
    let panel = panel(slots_frame(&slots)?, facts_frame(&facts)?, context.policy)?;
    Ok(project_months(&panel, context)?)
}
