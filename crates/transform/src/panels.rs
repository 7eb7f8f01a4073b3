//! The panel, and the panels that there would be if doubts fell the other way (面板与存疑).

use model::datasets::doubts::Doubt;
use model::datasets::findings::Finding;
use model::datasets::project_months::ProjectMonth;
use model::month::Month;

use crate::doubts::{ERROR, LINK, doubts, with_errors_believed, with_links_turned};
use crate::error::TransformError;
use crate::judged_record::JudgedRecord;
use crate::table_rules::facts::{facts, facts_frame};
use crate::table_rules::panel::panel;
use crate::table_rules::panel_rows::{PanelContext, project_months};
use crate::table_rules::slots::{slots, slots_frame};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger_book::{LedgerBook, LedgerProject};
    use crate::linking::linked::Linked;
    use crate::projects::projects;
    use crate::settings::Settings;
    use crate::typed_record::TypedRecord;
    use crate::vocabulary::Vocabulary;
    use model::field::Field;
    use model::policy::Policy;
    use model::reference::Reference;

    /// A record of the whole `A` or of a part: month of 2023, capital.
    fn record(project: &str, month: i32, capital: i64) -> JudgedRecord {
        let mut record =
            TypedRecord { period: Some(Month::from_index(2023 * 12 + month - 1)), ..TypedRecord::default() };
        record.record.record_id = format!("{project}-{month}");
        record.amounts.insert(Field::ArrivedTotal, capital);
        let linked = Linked::to_ledger(&record, project, "A", "ledger_no", 1.0);
        JudgedRecord { record, linked, in_force: true, ..JudgedRecord::default() }
    }

    /// The capital of `A` from the first month that was reported to August.
    fn check(rows: &[(&str, i32, i64)], expected: &[i64]) {
        let judged: Vec<JudgedRecord> =
            rows.iter().map(|(project, month, capital)| record(project, *month, *capital)).collect();
        let ledger = LedgerProject { ledger_no: "A".to_owned(), ..LedgerProject::default() };
        let book = LedgerBook { projects: [("A".to_owned(), ledger)].into() };
        let context = PanelContext {
            known: &projects(&judged, &book),
            book: &book,
            vocabulary: &Vocabulary::new(&Reference::default(), &Settings::default()).unwrap(),
            policy: &Policy::default(),
        };
        let august = Some(Month::from_index(2023 * 12 + 7));
        let (panel, _) = panel_and_doubts(&judged, &[], &context, august).unwrap();
        let capital: Vec<i64> = panel.iter().filter_map(|row| row.capital_cumulative_yuan).collect();
        assert_eq!(capital, expected, "{rows:?}");
    }

    #[test]
    fn a_whole_and_its_parts_are_counted_in_turns() {
        check(&[("A", 3, 10), ("A-1", 5, 5), ("A-2", 5, 6)], &[10, 10, 11, 11, 11, 11]);
        check(&[("A-1", 4, 5), ("A-2", 4, 6), ("A", 6, 12)], &[11, 11, 12, 12, 12]);
        check(&[("A", 3, 10), ("A-1", 5, 5), ("A-2", 5, 6), ("A", 7, 12)], &[10, 10, 11, 11, 12, 12]);
        check(&[("A", 4, 10), ("A-1", 5, 11), ("A", 6, 12), ("A-1", 7, 13)], &[10, 11, 12, 13, 13]);
        check(&[("A-1", 5, 5), ("A-2", 6, 6), ("A", 7, 12), ("A-2", 8, 7)], &[5, 11, 12, 7]);
    }

    #[test]
    fn phases_that_stand_beside_the_whole_for_months_go_on() {
        let beside = [("A", 4, 10), ("A-1", 4, 1), ("A", 5, 11), ("A-1", 5, 2)];
        check(&beside, &[11, 13, 13, 13, 13]);
        check(&[beside.as_slice(), &[("A", 7, 14)]].concat(), &[11, 13, 13, 16, 16]);
        check(&[beside.as_slice(), &[("A-1", 7, 4)]].concat(), &[11, 13, 13, 15, 15]);
        check(&[("A", 6, 10), ("A-1", 6, 1)], &[11, 11, 11]);
        check(&[("A", 5, 10), ("A-1", 5, 10), ("A-1", 7, 11)], &[20, 20, 11, 11]);
    }
}
