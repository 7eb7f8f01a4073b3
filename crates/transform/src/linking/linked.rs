//! Where a record was put (关联结果).

use model::datasets::links::Link;

use crate::typed_record::TypedRecord;

/// A record's project, and why.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Linked {
    /// The row of the dataset.
    pub link: Link,
    /// The project under which it is counted.
    pub counted_project_id: String,
    /// The number of the ledger's project, or of the whole of a part.
    pub ledger_no: Option<String>,
    /// A person should look: the next best project is nearly as likely, or no project is likely enough.
    pub is_doubtful: bool,
}

impl Linked {
    /// A record put to a project of the ledger, or to a part of one.
    pub fn to_ledger(
        record: &TypedRecord,
        project_id: &str,
        ledger_no: &str,
        method: &str,
        score: f64,
    ) -> Linked {
        let mut linked = Linked::own(record, project_id, method, score);
        linked.counted_project_id = ledger_no.to_owned();
        linked.ledger_no = Some(ledger_no.to_owned());
        linked
    }

    /// A record put to a project that the ledger does not list.
    pub fn own(record: &TypedRecord, project_id: &str, method: &str, score: f64) -> Linked {
        Linked {
            link: Link {
                record_id: record.record.record_id.clone(),
                project_id: project_id.to_owned(),
                method: method.to_owned(),
                score,
                runner_up: None,
                runner_up_score: None,
            },
            counted_project_id: project_id.to_owned(),
            ledger_no: None,
            is_doubtful: false,
        }
    }
}
