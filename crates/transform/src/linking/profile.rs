//! What is known of a project when a record is compared with it (项目画像): the ledger's words and those of the records
//! that are surely its own.

use std::collections::BTreeSet;

use model::field::Field;

use crate::cell_rules::project_names::{normalize_name, phase_of};
use crate::ledger_book::LedgerProject;
use crate::linking::likeness::company_core;
use crate::typed_record::{SpannedDate, TypedRecord};

/// One project, or one record as if it were a project.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// Names, as [`normalize_name`] spells them.
    pub names: BTreeSet<String>,
    /// Phases that the names tell; 1 where they tell none.
    pub phases: BTreeSet<u32>,
    /// Investors without their legal form.
    pub investors: BTreeSet<String>,
    /// Local companies without their legal form.
    pub local_entities: BTreeSet<String>,
    /// Contract values.
    pub contracts: BTreeSet<i64>,
    /// Dates of signing.
    pub signed: Vec<SpannedDate>,
    /// Units that report it.
    pub units: BTreeSet<String>,
    /// Event and edition, where they are known for sure.
    pub cohort: Option<(Option<String>, String)>,
}

impl Profile {
    /// What the ledger knows.
    pub fn of_ledger(project: &LedgerProject) -> Profile {
        let mut profile = Profile {
            contracts: project.known_contracts().into_iter().collect(),
            cohort: project.cohort.clone().map(|cohort| (project.event.clone(), cohort)),
            ..Profile::default()
        };
        project.names.iter().for_each(|name| profile.add_name(name));
        profile.investors.extend(project.investor.as_deref().map(company_core));
        profile.signed.extend(project.sign_date.map(SpannedDate::on));
        let moved = project.moved.as_ref().map(|(_, unit)| unit.clone());
        profile.units.extend(project.unit_code.clone().into_iter().chain(moved));
        profile
    }

    /// What one record says.
    pub fn of_record(record: &TypedRecord) -> Profile {
        let mut profile = Profile::default();
        profile.add(record);
        profile.cohort = record
            .cohort
            .clone()
            .filter(|_| record.event_is_own)
            .map(|cohort| (record.event.clone(), cohort));
        profile
    }

    /// Adds what a record says that is surely of this project; not its edition, which the ledger knows better.
    pub fn add(&mut self, record: &TypedRecord) {
        if let Some(name) = record.text(Field::ProjectName) {
            self.add_name(name);
        }
        self.investors.extend(record.text(Field::Investor).map(company_core).filter(|name| !name.is_empty()));
        let entity = record.text(Field::LocalEntity).map(company_core);
        self.local_entities.extend(entity.filter(|name| !name.is_empty()));
        self.contracts.extend(record.amount(Field::ContractValue).filter(|value| *value > 0));
        self.signed.extend(record.date(Field::SignDate).filter(|date| !self.signed.contains(date)));
        self.units.extend(record.unit_code.clone());
    }

    fn add_name(&mut self, name: &str) {
        self.names.insert(normalize_name(name));
        self.phases.insert(phase_of(name).unwrap_or(1));
    }

    /// Takes over all that another profile knows.
    pub fn join(&mut self, other: Profile) {
        self.names.extend(other.names);
        self.phases.extend(other.phases);
        self.investors.extend(other.investors);
        self.local_entities.extend(other.local_entities);
        self.contracts.extend(other.contracts);
        self.signed.extend(other.signed);
        self.units.extend(other.units);
        self.cohort = [self.cohort.take(), other.cohort].into_iter().flatten().min();
    }
}
