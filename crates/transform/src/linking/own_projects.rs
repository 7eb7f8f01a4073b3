//! Projects that the ledger does not list (台账外项目): the rows of one project brought together across months, and its id.
//!
//! The id is the row's own code where it has one, else it is made from name, investor, event and edition of the
//! earliest row. An id that has been published stays: `ids.csv` says which identity it was made from.

use std::collections::{BTreeMap, BTreeSet};

use model::decisions::IdDecision;
use model::digest::short_digest;
use model::field::Field;
use model::month::Month;

use crate::cell_rules::project_names::normalize_name;
use crate::cell_rules::splits::bracketed_part;
use crate::cell_rules::text::plain;
use crate::linkage::decision::LEAST_CHANCE_OF_MATCH;
use crate::linkage::field::pattern_of;
use crate::linking::anchors::Anchors;
use crate::linking::evidence::{FIELDS, weights};
use crate::linking::profile::Profile;
use crate::typed_record::TypedRecord;

/// Among how many projects one is looked for where no ledger counts them; fixed, so that ids do not depend on how
/// many there are.
const USUAL_PROJECTS: usize = 500;

/// The rows of one identity.
#[derive(Default)]
struct Family {
    identities: BTreeSet<String>,
    codes: BTreeSet<String>,
    returns: BTreeSet<usize>,
    profile: Profile,
    places: Vec<usize>,
}

/// The project of each row at `places`, by place. Rows of one identity are one project; two identities are when the
/// evidence is as strong as for a project of the ledger, no return has both, and they carry no different codes.
pub fn own_projects(
    records: &[TypedRecord],
    places: &[usize],
    anchors: &Anchors<'_>,
    published: &[IdDecision],
) -> BTreeMap<usize, String> {
    let joined = join_families(families_by_month(records, places, anchors));
    let known: BTreeMap<&str, &str> =
        published.iter().map(|id| (id.identity.as_str(), id.project_id.as_str())).collect();
    let mut projects = BTreeMap::new();
    for (own, family) in joined {
        let published = family.identities.iter().filter_map(|identity| known.get(identity.as_str())).min();
        let id = published.map_or(own, |id| (*id).to_owned());
        projects.extend(family.places.iter().map(|place| (*place, id.clone())));
    }
    projects
}

/// What the id of a row is made from, when nothing else is known of its project.
pub fn identity(record: &TypedRecord, anchors: &Anchors<'_>) -> String {
    if let Some(code) = anchors.own_code(record) {
        return code.to_owned();
    }
    let name = record.text(Field::ProjectName).map(normalize_name).unwrap_or_default();
    let investor = record.text(Field::Investor).map(plain).unwrap_or_default();
    let cohort = record.cohort.as_deref().unwrap_or_default();
    let event = record.event.as_deref().unwrap_or_default();
    format!("X-{}", &short_digest(&[&name, &investor, event, cohort])[..12])
}

/// The families of each month, by identity.
type ByMonth = BTreeMap<Option<Month>, BTreeMap<String, Family>>;

fn families_by_month(records: &[TypedRecord], places: &[usize], anchors: &Anchors<'_>) -> ByMonth {
    let mut months = ByMonth::new();
    for place in places {
        let record = &records[*place];
        let code = anchors.own_code(record);
        let own = identity(record, anchors);
        let family = Family {
            identities: BTreeSet::from([own.clone()]),
            codes: code.map(str::to_owned).into_iter().collect(),
            returns: BTreeSet::from([record.return_index]),
            profile: Profile::of_record(record),
            places: vec![*place],
        };
        let of_month = months.entry(record.period).or_default();
        of_month.entry(own).or_default().join(family);
    }
    months
}

/// Joins each family to its own earlier rows, else to the most likely earlier family, month by month: what comes in
/// later months changes no earlier id. The id is that of the earliest rows.
fn join_families(months: ByMonth) -> Vec<(String, Family)> {
    let mut joined = Joined::default();
    for families in months.into_values() {
        let (known, new): (Vec<_>, Vec<_>) =
            families.into_iter().partition(|(identity, _)| joined.by_identity.contains_key(identity));
        for (identity, family) in known {
            let place = joined.by_identity[&identity];
            joined.add(place, &identity, family);
        }
        for (identity, family) in new {
            let place = joined.most_likely(&family).unwrap_or(joined.families.len());
            joined.add(place, &identity, family);
        }
    }
    joined.families
}

/// The families so far, each with the id of its earliest rows.
#[derive(Default)]
struct Joined {
    families: Vec<(String, Family)>,
    by_identity: BTreeMap<String, usize>,
    by_key: BTreeMap<String, BTreeSet<usize>>,
}

impl Joined {
    fn add(&mut self, place: usize, identity: &str, family: Family) {
        if place == self.families.len() {
            self.families.push((identity.to_owned(), Family::default()));
        }
        for key in keys(&family.profile) {
            self.by_key.entry(key.clone()).or_default().insert(place);
        }
        self.by_identity.insert(identity.to_owned(), place);
        self.families[place].1.join(family);
    }

    /// The earlier family that a family surely belongs to; of several, the most likely, then the earliest.
    fn most_likely(&self, family: &Family) -> Option<usize> {
        let weights = weights(USUAL_PROJECTS);
        let near: BTreeSet<usize> =
            keys(&family.profile).filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        let chance = |place: usize| {
            let earlier = &self.families[place].1;
            let weight = weights.weight(&pattern_of(&FIELDS, &earlier.profile, &family.profile));
            (weights.probability(weight), place)
        };
        let apart = near.into_iter().filter(|place| self.families[*place].1.may_be(family));
        let best = apart.map(chance).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        best.filter(|(chance, _)| *chance >= LEAST_CHANCE_OF_MATCH).map(|(_, place)| place)
    }
}

/// What two families must share to be compared: a unit, an investor or a name.
fn keys(profile: &Profile) -> impl Iterator<Item = &String> {
    profile.units.iter().chain(&profile.investors).chain(&profile.names)
}

/// Whether a name says a part of what the other one names: `…基地（研发中心）` of `…基地`.
fn is_part_of(part: &Profile, whole: &Profile) -> bool {
    part.names.iter().filter_map(|name| bracketed_part(name)).any(|(base, _)| whole.names.contains(&base))
}

impl Family {
    /// Whether another family may be the same project: no return has both, they carry no different codes, and none
    /// is named as a part of the other.
    fn may_be(&self, other: &Family) -> bool {
        let codes_differ = !self.codes.is_empty() && !other.codes.is_empty();
        let is_part = is_part_of(&self.profile, &other.profile) || is_part_of(&other.profile, &self.profile);
        !codes_differ && !is_part && self.returns.is_disjoint(&other.returns)
    }

    fn join(&mut self, other: Family) {
        self.identities.extend(other.identities);
        self.codes.extend(other.codes);
        self.returns.extend(other.returns);
        self.profile.join(other.profile);
        self.places.extend(other.places);
    }
}
