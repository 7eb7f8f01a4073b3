//! What waits for a person (待定事项): doubtful links and ids that have not been published, as lines of the tables in which a
//! decision would stand.

use std::collections::BTreeSet;

use model::decisions::{Decisions, IdDecision, LinkDecision};
use model::field::Field;

use crate::cell_rules::project_names::normalize_name;
use crate::judged_record::JudgedRecord;
use crate::ledger_book::LedgerBook;
use crate::linking::anchors::Anchors;
use crate::linking::directory::Directory;
use crate::linking::own_projects::identity;

/// What waits for a decision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Review {
    /// Doubtful links, one line for each unit, name and investor, sorted.
    pub links: Vec<DoubtfulLink>,
    /// Ids of projects outside the ledger that `ids.csv` does not hold, sorted.
    pub ids: Vec<IdDecision>,
}

/// One doubtful link, as a line of `links.csv` would settle it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DoubtfulLink {
    /// The line, with the best project.
    pub decision: LinkDecision,
    /// How likely that project is.
    pub score: f64,
    /// The next best.
    pub runner_up: String,
    /// How likely that one is.
    pub runner_up_score: Option<f64>,
    /// Where the row stands.
    pub place: String,
}

/// What the links leave open. The latest row speaks for all of its name.
pub fn review(
    judged: &[JudgedRecord],
    book: &LedgerBook,
    ignore_ledger_no: bool,
    decisions: &Decisions,
) -> Review {
    let anchors = Anchors { directory: &Directory::new(book), ignore_ledger_no };
    let mut doubtful: Vec<&JudgedRecord> =
        judged.iter().filter(|judged| judged.is_accepted() && judged.linked.is_doubtful).collect();
    doubtful.sort_by_key(|judged| {
        std::cmp::Reverse((judged.record.period, judged.record.record.record_id.clone()))
    });
    let mut named = BTreeSet::new();
    let mut links: Vec<DoubtfulLink> = doubtful.into_iter().map(doubtful_link).collect();
    links.retain(|link| {
        let LinkDecision { unit_code, project_name, investor, .. } = &link.decision;
        named.insert((unit_code.clone(), normalize_name(project_name), investor.clone()))
    });
    links.sort_by(|a, b| a.decision.cmp(&b.decision));
    let known: BTreeSet<&str> = decisions.ids.iter().map(|id| id.identity.as_str()).collect();
    let own = judged.iter().filter(|judged| judged.is_accepted() && judged.linked.link.method == "new");
    let ids: BTreeSet<IdDecision> = own
        .map(|judged| IdDecision {
            identity: identity(&judged.record, &anchors),
            project_id: judged.linked.link.project_id.clone(),
        })
        .filter(|id| !known.contains(id.identity.as_str()))
        .collect();
    Review { links, ids: ids.into_iter().collect() }
}

fn doubtful_link(judged: &JudgedRecord) -> DoubtfulLink {
    let record = &judged.record;
    let link = &judged.linked.link;
    let text = |field| record.text(field).unwrap_or_default().to_owned();
    DoubtfulLink {
        decision: LinkDecision {
            unit_code: record.unit_code.clone().unwrap_or_default(),
            project_name: text(Field::ProjectName),
            investor: text(Field::Investor),
            project_id: link.project_id.clone(),
            ..LinkDecision::default()
        },
        score: link.score,
        runner_up: link.runner_up.clone().unwrap_or_default(),
        runner_up_score: link.runner_up_score,
        place: format!("{} › {}!{}", record.file, record.record.sheet, record.place(Field::ProjectName)),
    }
}
