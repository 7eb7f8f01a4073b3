//! What the panel would be if a doubt fell the other way (存疑影响): the difference of two panels, project by project.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::doubts::Doubt;
use model::datasets::findings::Finding;
use model::datasets::project_months::ProjectMonth;
use model::date::Date;
use model::findings::X412_UNIT_SLIP;

use crate::judged_record::JudgedRecord;

/// Withheld values.
pub const ERROR: &str = "error";
/// Doubtful links.
pub const LINK: &str = "link";

/// The records with every withheld value believed; nothing when none is withheld. A slip of unit stays withheld: that a
/// project costs ten thousand times as much is no doubt that anybody has.
pub fn with_errors_believed(judged: &[&JudgedRecord], findings: &[Finding]) -> Option<Vec<JudgedRecord>> {
    if judged.iter().all(|judged| judged.record.withheld.is_empty()) {
        return None;
    }
    let is_slip = |finding: &&Finding| finding.code == X412_UNIT_SLIP.code;
    let place = |finding: &Finding| Some((finding.record_id.clone()?, finding.field.clone()?));
    let slips: BTreeSet<(String, String)> = findings.iter().filter(is_slip).filter_map(place).collect();
    let believed = |judged: &&JudgedRecord| {
        let mut judged = (*judged).clone();
        let id = judged.record.record.record_id.clone();
        judged.record.withheld.retain(|field| slips.contains(&(id.clone(), field.name().to_owned())));
        judged
    };
    Some(judged.iter().map(believed).collect())
}

/// The records with every doubtful link at the next best project; nothing when no link is doubtful.
pub fn with_links_turned(judged: &[&JudgedRecord]) -> Option<Vec<JudgedRecord>> {
    if !judged.iter().any(|judged| judged.linked.is_doubtful) {
        return None;
    }
    let turned = |judged: &&JudgedRecord| {
        let mut judged = (*judged).clone();
        if let (true, Some(runner_up)) = (judged.linked.is_doubtful, judged.linked.link.runner_up.clone()) {
            judged.linked.counted_project_id.clone_from(&runner_up);
            judged.linked.link.project_id = runner_up;
        }
        judged
    };
    Some(judged.iter().map(turned).collect())
}

/// The months in which two panels differ, sorted by key.
pub fn doubts(panel: &[ProjectMonth], otherwise: &[ProjectMonth], cause: &str) -> Vec<Doubt> {
    let mut rows: BTreeMap<(&str, Date), [Option<&ProjectMonth>; 2]> = BTreeMap::new();
    for (side, panel) in [panel, otherwise].into_iter().enumerate() {
        for row in panel {
            rows.entry((&row.project_id, row.as_of)).or_default()[side] = Some(row);
        }
    }
    let doubt = |((project_id, as_of), sides): ((&str, Date), [Option<&ProjectMonth>; 2])| {
        let change = |of: fn(&ProjectMonth) -> i64| sides[1].map_or(0, of) - sides[0].map_or(0, of);
        let row = sides[0].or(sides[1])?;
        let doubt = Doubt {
            project_id: project_id.to_owned(),
            as_of,
            cause: cause.to_owned(),
            event: row.event.clone(),
            cohort: row.cohort.clone(),
            tracked: row.tracked,
            started_change: change(|row| i64::from(row.started == Some(true))),
            contract_change_yuan: change(|row| row.contract_yuan.unwrap_or(0)),
            capital_change_yuan: change(|row| row.capital_cumulative_yuan.unwrap_or(0)),
        };
        let moves =
            doubt.started_change != 0 || doubt.contract_change_yuan != 0 || doubt.capital_change_yuan != 0;
        moves.then_some(doubt)
    };
    rows.into_iter().filter_map(doubt).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(project: &str, started: bool, capital: Option<i64>) -> ProjectMonth {
        ProjectMonth {
            project_id: project.to_owned(),
            started: Some(started),
            capital_cumulative_yuan: capital,
            ..ProjectMonth::default()
        }
    }

    #[test]
    fn only_what_moves_is_a_doubt() {
        let base = [month("a", false, Some(5)), month("b", true, None)];
        let other = [month("a", true, Some(9)), month("b", true, None)];
        let found = doubts(&base, &other, ERROR);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].started_change, found[0].capital_change_yuan), (1, 4));
        assert_eq!(doubts(&other, &base, ERROR)[0].capital_change_yuan, -4);
    }
}
