//! Links every record to a project (项目关联): what people decided, what the record says by itself, what other records of
//! the project have taught, the weight of all evidence; what is left are projects of their own.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::decisions::Decisions;

use crate::linking::anchors::{Anchors, Learnt};
use crate::linking::decided::{Decided, OWN};
use crate::linking::directory::Directory;
use crate::linking::likely::{Likely, likely_links};
use crate::linking::linked::Linked;
use crate::linking::own_projects::{identity, own_projects};
use crate::linking::profile::Profile;
use crate::typed_record::TypedRecord;

/// How often what has been learnt is tried on what is left. The first round places nearly all.
const ROUNDS: usize = 3;

/// Links records, one result for each, and tells what is wrong with the decisions. Nothing depends on the order of
/// the records.
pub fn link_records(
    records: &[TypedRecord],
    directory: &Directory<'_>,
    ignore_ledger_no: bool,
    decisions: &Decisions,
) -> (Vec<Linked>, Vec<Finding>) {
    let (decided, mut findings) = Decided::new(&decisions.links);
    let anchors = Anchors { directory, ignore_ledger_no };
    let mut linker = Linker::new(records, &anchors);
    let known = known_ids(records, &anchors, decisions);
    linker.follow(&decided, &known);
    for _ in 0..ROUNDS {
        let n_open = linker.n_open();
        linker.link_by_themselves();
        linker.weigh();
        if linker.n_open() == n_open {
            break;
        }
    }
    let exists = |project: &str| directory.find(project).is_some() || known.contains(project);
    findings.extend(decided.without_object(records, exists));
    (linker.finish(&decided, &known, decisions), findings)
}

/// The ids that projects outside the ledger have or had. Without decisions nobody asks.
fn known_ids(records: &[TypedRecord], anchors: &Anchors<'_>, decisions: &Decisions) -> BTreeSet<String> {
    if decisions.links.is_empty() {
        return BTreeSet::new();
    }
    let own = records.iter().map(|record| identity(record, anchors));
    own.chain(decisions.ids.iter().map(|id| id.project_id.clone())).collect()
}

struct Linker<'a> {
    records: &'a [TypedRecord],
    anchors: &'a Anchors<'a>,
    linked: Vec<Option<Linked>>,
    /// Rows that a person set apart, and the project that a row might be although it is too unlikely.
    apart: Vec<bool>,
    doubted: BTreeMap<usize, (String, f64)>,
    learnt: Learnt,
    profiles: BTreeMap<String, Profile>,
}

impl<'a> Linker<'a> {
    fn new(records: &'a [TypedRecord], anchors: &'a Anchors<'a>) -> Linker<'a> {
        let profiles =
            anchors.directory.all().map(|project| (project.ledger_no.clone(), Profile::of_ledger(project)));
        Linker {
            records,
            anchors,
            linked: vec![None; records.len()],
            apart: vec![false; records.len()],
            doubted: BTreeMap::new(),
            learnt: Learnt::default(),
            profiles: profiles.collect(),
        }
    }

    /// How many records have no link yet.
    fn n_open(&self) -> usize {
        self.linked.iter().filter(|linked| linked.is_none()).count()
    }

    /// What people decided.
    fn follow(&mut self, decided: &Decided, known: &BTreeSet<String>) {
        for (place, record) in self.records.iter().enumerate() {
            let Some(project) = decided.project_of(record) else { continue };
            let linked = self.anchors.numbered(record, project, "decision", 1.0);
            self.apart[place] = linked.is_none() && (project == OWN || known.contains(project));
            self.place(place, linked);
        }
    }

    /// What each record says by itself, with what the others have taught so far. What one round teaches counts from
    /// the next on, so that the order of the records does not matter.
    fn link_by_themselves(&mut self) {
        let open = |place: &usize| self.linked[*place].is_none() && !self.apart[*place];
        let places: Vec<usize> = (0..self.records.len()).filter(open).collect();
        let found: Vec<Option<Linked>> =
            places.iter().map(|place| self.anchors.link(&self.records[*place], &self.learnt)).collect();
        for (place, linked) in places.into_iter().zip(found) {
            self.place(place, linked);
        }
    }

    /// What the weight of all evidence says of the rows that are left.
    fn weigh(&mut self) {
        let found = likely_links(self.records, &self.linked, &self.profiles, self.anchors.directory);
        for (place, likely) in found {
            match likely {
                _ if self.apart[place] => {}
                Likely::Linked(linked) => self.place(place, Some(linked)),
                Likely::Doubted(project, chance) => drop(self.doubted.insert(place, (project, chance))),
            }
        }
    }

    fn place(&mut self, place: usize, linked: Option<Linked>) {
        let Some(linked) = linked else { return };
        if !linked.is_doubtful {
            let record = &self.records[place];
            self.learnt.add(record, &linked.link.project_id);
            if let Some(profile) = self.profiles.get_mut(&linked.link.project_id) {
                profile.add(record);
            }
        }
        self.linked[place] = Some(linked);
    }

    /// The rows that are left, as projects of their own or under the id that a person gave them.
    fn finish(self, decided: &Decided, known: &BTreeSet<String>, decisions: &Decisions) -> Vec<Linked> {
        let Linker { records, anchors, linked, doubted, .. } = self;
        let left: Vec<usize> = (0..records.len()).filter(|place| linked[*place].is_none()).collect();
        let own = own_projects(records, &left, anchors, &decisions.ids);
        let project = |(place, linked): (usize, Option<Linked>)| {
            let record = &records[place];
            linked.unwrap_or_else(|| {
                match decided.project_of(record).filter(|project| known.contains(*project)) {
                    Some(project) => Linked::own(record, project, "decision", 1.0),
                    None => own_project(record, &own[&place], doubted.get(&place)),
                }
            })
        };
        linked.into_iter().enumerate().map(project).collect()
    }
}

fn own_project(record: &TypedRecord, id: &str, doubted: Option<&(String, f64)>) -> Linked {
    let mut own = Linked::own(record, id, "new", 1.0);
    if let Some((project, chance)) = doubted {
        own.is_doubtful = true;
        own.link.score = 1.0 - chance;
        own.link.runner_up = Some(project.clone());
        own.link.runner_up_score = Some(*chance);
    }
    own
}

#[cfg(test)]
mod tests;
