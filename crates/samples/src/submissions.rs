//! What a unit sends for a month (报送): one return, none, or a faulty one and its correction.

use model::month::Month;
use model::reference::UnitRow;

use crate::drawing::Drawing;
use crate::error::SampleError;
use crate::file_names::file_name;
use crate::layout::Layout;
use crate::layouts::draw;
use crate::plan::Plan;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::workbook::workbook_of;
use crate::world::project::Project;

/// One file that a unit sends, made but not yet written.
pub(crate) struct Submission {
    /// Path below the samples.
    pub(crate) path: String,
    pub(crate) layout: Layout,
    pub(crate) sheet: ReturnSheet,
    pub(crate) drawing: Drawing,
    pub(crate) bytes: Vec<u8>,
    pub(crate) received_at: String,
    /// 1 for the first one of a month.
    pub(crate) revision: u32,
    /// A later one replaces it.
    pub(crate) superseded: bool,
}

/// What a unit sends for a month; it depends on the plan, the unit and the month alone.
pub(crate) fn submissions(
    plan: &Plan,
    place: usize,
    unit: &UnitRow,
    month: Month,
    projects: &[&Project],
) -> Result<Vec<Submission>, SampleError> {
    let mut random = Random::of(&[plan.seed, 12, place as u64, month.index() as u64]);
    if random.chance(plan.missing_per_hundred.saturating_mul(10)) {
        return Ok(Vec::new());
    }
    let layout = plan.layout_of(place);
    let good = ReturnSheet::of(plan, layout, place, unit, month, projects);
    let first_day = random.between(2, 6) as u32;
    if !random.chance(plan.resubmitted_per_hundred.saturating_mul(10)) {
        return Ok(vec![submission(layout, good, (1, false), first_day, &mut random)?]);
    }
    let careless = plan.errors_per_thousand_cells.saturating_mul(8).max(80);
    let hasty = Plan { errors_per_thousand_cells: careless, ..plan.clone() };
    let faulty = ReturnSheet::of(&hasty, layout, place, unit, month, projects);
    if faulty == good {
        return Ok(vec![submission(layout, good, (1, false), first_day, &mut random)?]);
    }
    Ok(vec![
        submission(layout, faulty, (1, true), first_day, &mut random)?,
        submission(layout, good, (2, false), first_day + 3, &mut random)?,
    ])
}

fn submission(
    layout: Layout,
    sheet: ReturnSheet,
    (revision, superseded): (u32, bool),
    day: u32,
    random: &mut Random,
) -> Result<Submission, SampleError> {
    let mark = if revision > 1 {
        random.pick(&["（更正）", "（修订版）", "(1)", "-更正后"])
    } else {
        ""
    };
    let path = file_name(&sheet.unit, sheet.period, layout, sheet.habit, mark);
    let (hour, minute) = (random.between(9, 17), random.between(0, 59));
    let received_at = format!("{}-{day:02}T{hour:02}:{minute:02}:00+08:00", sheet.period.plus(1));
    let drawing = draw(layout, &sheet);
    let bytes = workbook_of(layout, &drawing)?;
    Ok(Submission { path, layout, sheet, drawing, bytes, received_at, revision, superseded })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::projects_of;
    use crate::world::units::synthetic_unit;

    fn sent(plan: &Plan) -> Vec<Submission> {
        let projects = projects_of(plan, 1);
        let own: Vec<&Project> = projects.iter().collect();
        submissions(plan, 0, &synthetic_unit(1), plan.last, &own).unwrap()
    }

    #[test]
    fn a_month_brings_none_one_or_a_correction() {
        assert!(sent(&Plan { missing_per_hundred: 100, ..Plan::default() }).is_empty());
        assert_eq!(sent(&Plan::default()).len(), 1);
        let plan = Plan { resubmitted_per_hundred: 100, errors_per_thousand_cells: 50, ..Plan::default() };
        let twice = sent(&plan);
        assert_eq!(twice.len(), 2);
        let (first, second) = (&twice[0], &twice[1]);
        assert!(first.superseded && !second.superseded);
        assert!(first.received_at < second.received_at);
        assert_ne!(first.path, second.path);
    }
}
