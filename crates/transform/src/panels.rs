//! The panel, and the panels that there would be if doubts fell the other way (面板与存疑).

use model::datasets::doubts::Doubt;
use model::datasets::findings::Finding;
use model::datasets::project_months::ProjectMonth;
use model::month::Month;

use crate::doubts::{ERROR, LINK, doubts, with_errors_believed, with_links_turned};
use crate::error::TransformError;
use crate::judged_record::JudgedRecord;
use crate::table_rules::facts::{facts, facts_frame, slots, slots_frame};
use crate::table_rules::panel::panel;
use crate::table_rules::panel_rows::{PanelContext, project_months};

/// The panel, and by how much it would move if the doubts fell the other way.
pub fn panel_and_doubts(
    judged: &[JudgedRecord],
    findings: &[Finding],
    context: &PanelContext<'_>,
    as_of: Option<Month>,
) -> Result<(Vec<ProjectMonth>, Vec<Doubt>), TransformError> {
    let counted: Vec<&JudgedRecord> = judged.iter().filter(|judged| judged.counts()).collect();
    let spoken_of = counted.iter().filter_map(|judged| judged.record.period).max();
    let Some(last) = as_of.or(spoken_of) else { return Ok((Vec::new(), Vec::new())) };
    let panel = panel_of(&counted, context, last)?;
    let believed = with_errors_believed(&counted, findings).map(|records| (records, ERROR));
    let turned = with_links_turned(&counted).map(|records| (records, LINK));
    let mut doubted = Vec::new();
    for (records, cause) in believed.into_iter().chain(turned) {
        let otherwise = panel_of(&records.iter().collect::<Vec<_>>(), context, last)?;
        doubted.extend(doubts(&panel, &otherwise, cause));
    }
    doubted.sort_by(|a, b| (&a.project_id, a.as_of, &a.cause).cmp(&(&b.project_id, b.as_of, &b.cause)));
    Ok((panel, doubted))
}

fn panel_of(
    counted: &[&JudgedRecord],
    context: &PanelContext<'_>,
    last: Month,
) -> Result<Vec<ProjectMonth>, TransformError> {
    let facts = facts(counted, context.policy.flagged);
    let slots = slots(context.known, counted, &facts, last);
    let panel = panel(slots_frame(&slots)?, facts_frame(&facts)?, context.policy)?;
    Ok(project_months(&panel, context)?)
}
