//! A record with its project and what became of it (认定后的项目行).

use crate::dispositions::Disposition;
use crate::linking::linked::Linked;
use crate::typed_record::TypedRecord;

/// A record, the project it belongs to, and whether it counts.
#[derive(Debug, Clone, Default)]
pub struct JudgedRecord {
    /// The record with its values.
    pub record: TypedRecord,
    /// Its project.
    pub linked: Linked,
    /// Whether it is in the scope.
    pub disposition: Disposition,
    /// Its return is in force: accepted and not replaced by a later one.
    pub in_force: bool,
}

impl JudgedRecord {
    /// Whether it is in the scope, also in a return that a later one replaced.
    pub fn is_accepted(&self) -> bool {
        self.disposition == Disposition::Accepted
    }

    /// Whether the panel uses it.
    pub fn counts(&self) -> bool {
        self.is_accepted() && self.in_force
    }
}
