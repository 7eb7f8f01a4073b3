//! How well a ledger project fits a record (契合度): name, investor, value, phase, edition.

use model::field::Field;

use crate::cell_rules::project_names::phase_of;
use crate::ledger_book::LedgerProject;
use crate::linking::likeness::{name_likeness, same_company};
use crate::typed_record::TypedRecord;

/// A project that fits less is not taken.
pub const LEAST_FIT: f64 = 0.82;

/// The best candidate must be so much better than the next.
pub const LEAST_LEAD: f64 = 0.08;

/// How well a ledger project fits a record: its name first, then investor and value. Another phase or another known
/// edition does not fit at all.
pub fn fit(record: &TypedRecord, name: &str, project: &LedgerProject) -> f64 {
    let other_phase = project.names.iter().all(|known| phase_of(known) != phase_of(name));
    let other_edition = record.event_is_own
        && record.cohort.is_some()
        && project.cohort.is_some()
        && (record.cohort != project.cohort || record.event.is_some() && record.event != project.event);
    if other_phase || other_edition {
        return 0.0;
    }
    let names = project.names.iter().map(|known| name_likeness(name, known)).fold(0.0, f64::max);
    let investor = record.text(Field::Investor).zip(project.investor.as_deref());
    let investor = investor.map_or(0.5, |(named, known)| f64::from(u8::from(same_company(named, known))));
    let value = f64::from(u8::from(has_its_value(record.amount(Field::ContractValue), project)));
    0.7 * names + 0.2 * investor + 0.1 * value
}

/// Whether a contract value is one that the ledger knows, within one per cent.
pub fn has_its_value(contract: Option<i64>, project: &LedgerProject) -> bool {
    let Some(contract) = contract else { return false };
    let known = [project.contract_yuan, project.contract_at_signing_yuan];
    known
        .into_iter()
        .flatten()
        .any(|value| (i128::from(contract) - i128::from(value)).abs() * 100 <= i128::from(value))
}
