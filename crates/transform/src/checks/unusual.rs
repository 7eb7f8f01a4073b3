//! What is unusual in the history of a project and may still be true (异常提示): capital without a start, a start without
//! capital, projects that stand still, leaps, facts that change from month to month. Nothing is withheld.

use model::datasets::findings::Finding;

use crate::checks::changed_facts::changed_facts;
use crate::checks::history::histories;
use crate::checks::leaps::leaps;
use crate::checks::standing_still::standing_still;
use crate::checks::year_to_date::year_to_date;
use crate::judged_record::JudgedRecord;
use crate::ledger_book::LedgerBook;
use crate::thresholds::Thresholds;

/// Every unusual thing in the histories of all projects.
pub fn check_unusual(judged: &[JudgedRecord], book: &LedgerBook, thresholds: &Thresholds) -> Vec<Finding> {
    let histories = histories(judged, book);
    let mut findings = standing_still(&histories, thresholds);
    findings.extend(leaps(&histories, thresholds));
    for history in &histories {
        findings.extend(changed_facts(history, thresholds));
        findings.extend(year_to_date(history));
    }
    findings
}
