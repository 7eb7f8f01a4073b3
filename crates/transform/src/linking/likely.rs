//! Links by weight (近似关联): of each return the rows that nothing else places, one to one against the ledger's projects.

use std::collections::{BTreeMap, BTreeSet};

use crate::linkage::assignment::{Choice, assign_one_to_one};
use crate::linkage::decision::{LEAST_CHANCE_OF_DOUBT, LEAST_CHANCE_OF_MATCH, chance_among};
use crate::linkage::scored_pair::ScoredPair;
use crate::linkage::weights::Weights;
use crate::linking::directory::Directory;
use crate::linking::evidence::{weight_from, weights};
use crate::linking::linked::Linked;
use crate::linking::profile::Profile;
use crate::typed_record::TypedRecord;

/// From this chance on a row is put to the project, if only with a question.
const LEAST_CHANCE_OF_LINK: f64 = 0.5;

/// A ledger with more projects is searched by unit and investor first.
const MOST_COMPARED: usize = 2_000;

/// What the weights make of one row.
#[derive(Debug, Clone, PartialEq)]
pub enum Likely {
    /// It is put to a project.
    Linked(Linked),
    /// It is too unlikely to be this project, and not unlikely enough to be none: project and chance.
    Doubted(String, f64),
}

/// The rows of each return that have no link yet, weighed against the projects that the return does not name already.
/// Sorted by place.
pub fn likely_links(
    records: &[TypedRecord],
    linked: &[Option<Linked>],
    profiles: &BTreeMap<String, Profile>,
    directory: &Directory<'_>,
) -> BTreeMap<usize, Likely> {
    let mut returns: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut taken: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for (place, (record, link)) in records.iter().zip(linked).enumerate() {
        match link {
            None => returns.entry(record.return_index).or_default().push(place),
            Some(link) => {
                let of_return = taken.entry(record.return_index).or_default();
                of_return.insert(&link.counted_project_id);
            }
        }
    }
    let weights = weights(profiles.len());
    let none = BTreeSet::new();
    let mut found = BTreeMap::new();
    for (of_return, mut places) in returns {
        places.sort_by_key(|place| &records[*place].record.record_id);
        let taken = taken.get(&of_return).unwrap_or(&none);
        let weighing = Weighing { records, profiles, directory, weights: &weights, taken };
        found.extend(weighing.link(&places));
    }
    found
}

/// The rows of one return against the projects that are still free in it.
struct Weighing<'a> {
    records: &'a [TypedRecord],
    profiles: &'a BTreeMap<String, Profile>,
    directory: &'a Directory<'a>,
    weights: &'a Weights,
    taken: &'a BTreeSet<&'a str>,
}

impl Weighing<'_> {
    fn link(&self, places: &[usize]) -> Vec<(usize, Likely)> {
        let numbers: Vec<&String> = self.profiles.keys().collect();
        let least = self.weight_of_chance(LEAST_CHANCE_OF_DOUBT / 10.0);
        let mut pairs = Vec::new();
        for (left, place) in places.iter().enumerate() {
            let record = &self.records[*place];
            let profile = Profile::of_record(record);
            for (right, known) in self.candidates(record, &numbers) {
                if let Some(weight) = weight_from(self.weights, &profile, known, least) {
                    pairs.push(ScoredPair { left, right, weight });
                }
            }
        }
        let choices = assign_one_to_one(&pairs, places.len(), self.weight_of_chance(LEAST_CHANCE_OF_DOUBT));
        let decided = |(place, choice): (&usize, &Choice)| {
            Some((*place, self.decide(&self.records[*place], choice, &numbers)?))
        };
        places.iter().zip(&choices).filter_map(decided).collect()
    }

    /// The weight that makes a chance when there is no rival. Unit: bits.
    fn weight_of_chance(&self, chance: f64) -> f64 {
        (chance / (1.0 - chance)).log2() - self.weights.prior_weight()
    }

    fn candidates(&self, record: &TypedRecord, numbers: &[&String]) -> Vec<(usize, &Profile)> {
        let is_free = |number: &str| !self.taken.contains(number);
        if numbers.len() <= MOST_COMPARED {
            let all = self.profiles.iter().enumerate().filter(|(_, (number, _))| is_free(number));
            return all.map(|(right, (_, known))| (right, known)).collect();
        }
        let near = self.directory.near(record).into_iter().filter(|number| is_free(number));
        let place = |number: &str| numbers.binary_search_by(|known| known.as_str().cmp(number)).ok();
        near.filter_map(|number| Some((place(number)?, self.profiles.get(number)?))).collect()
    }

    fn decide(&self, record: &TypedRecord, choice: &Choice, numbers: &[&String]) -> Option<Likely> {
        let best = choice.best?;
        let number = numbers.get(best.right)?.as_str();
        let mut rivals = choice.rivals.clone();
        rivals.sort_by(f64::total_cmp);
        let chance = chance_among(self.weights, best.weight, &rivals);
        if chance < LEAST_CHANCE_OF_DOUBT {
            return None;
        }
        if chance < LEAST_CHANCE_OF_LINK {
            return Some(Likely::Doubted(number.to_owned(), chance));
        }
        let mut linked = Linked::to_ledger(record, number, number, "fuzzy", chance);
        linked.is_doubtful = chance < LEAST_CHANCE_OF_MATCH;
        let runner_up = choice.runner_up.and_then(|pair| Some((numbers.get(pair.right)?, pair.weight)));
        if let Some((other, weight)) = runner_up {
            linked.link.runner_up = Some((*other).clone());
            linked.link.runner_up_score = Some(chance_among(self.weights, weight, &[best.weight]));
        }
        Some(Likely::Linked(linked))
    }
}
