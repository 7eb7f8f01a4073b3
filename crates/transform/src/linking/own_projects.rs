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
use crate::linking::evidence::{FIELDS, weights};
use crate::linking::profile::Profile;
use crate::typed_record::TypedRecord;

/// The rows of one identity.
struct Family {
    first: Option<Month>,
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
    ignore_ledger_no: bool,
    published: &[IdDecision],
) -> BTreeMap<usize, String> {
    let mut families = families(records, places, ignore_ledger_no);
    families.sort_by(|a, b| (a.first, &a.identities).cmp(&(b.first, &b.identities)));
    let joined = join_families(families);
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
pub fn identity(record: &TypedRecord, ignore_ledger_no: bool) -> String {
    let code = record.text(Field::ProjectCodeLocal).filter(|_| !ignore_ledger_no);
    if let Some(code) = code {
        return code.to_owned();
    }
    let name = record.text(Field::ProjectName).map(normalize_name).unwrap_or_default();
    let investor = record.text(Field::Investor).map(plain).unwrap_or_default();
    let cohort = record.cohort.as_deref().unwrap_or_default();
    let event = record.event.as_deref().unwrap_or_default();
    format!("X-{}", &short_digest(&[&name, &investor, event, cohort])[..12])
}

fn families(records: &[TypedRecord], places: &[usize], ignore_ledger_no: bool) -> Vec<Family> {
    let mut by_identity: BTreeMap<String, Family> = BTreeMap::new();
    for place in places {
        let record = &records[*place];
        let identity = identity(record, ignore_ledger_no);
        let family = by_identity.entry(identity.clone()).or_insert_with(|| Family {
            first: record.period,
            identities: BTreeSet::from([identity]),
            codes: BTreeSet::new(),
            returns: BTreeSet::new(),
            profile: Profile::default(),
            places: Vec::new(),
        });
        family.first = family.first.min(record.period);
        let code = record.text(Field::ProjectCodeLocal).filter(|_| !ignore_ledger_no);
        family.codes.extend(code.map(str::to_owned));
        family.returns.insert(record.return_index);
        family.profile.join(Profile::of_record(record));
        family.places.push(*place);
    }
    by_identity.into_values().collect()
}

/// Joins each family to the most likely earlier one, with the id of the earliest.
fn join_families(families: Vec<Family>) -> Vec<(String, Family)> {
    let weights = weights(families.len());
    let mut joined: Vec<(String, Family)> = Vec::new();
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for family in families {
        let near: BTreeSet<usize> =
            keys(&family.profile).filter_map(|key| by_key.get(key)).flatten().copied().collect();
        let chance = |place: &usize| {
            let (_, earlier) = &joined[*place];
            let weight = weights.weight(&pattern_of(&FIELDS, &earlier.profile, &family.profile));
            (weights.probability(weight), *place)
        };
        let apart = |place: &usize| {
            let (_, earlier) = &joined[*place];
            let codes_differ = !earlier.codes.is_empty() && !family.codes.is_empty();
            let is_part = is_part_of(&earlier.profile, &family.profile)
                || is_part_of(&family.profile, &earlier.profile);
            !codes_differ && !is_part && earlier.returns.is_disjoint(&family.returns)
        };
        let best = near.iter().filter(|place| apart(place)).map(chance);
        let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        match best.filter(|(chance, _)| *chance >= LEAST_CHANCE_OF_MATCH) {
            Some((_, place)) => joined[place].1.join(family),
            None => {
                for key in keys(&family.profile) {
                    by_key.entry(key.clone()).or_default().push(joined.len());
                }
                let own = family.identities.iter().next().cloned().unwrap_or_default();
                joined.push((own, family));
            }
        }
    }
    joined
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
    fn join(&mut self, other: Family) {
        self.identities.extend(other.identities);
        self.codes.extend(other.codes);
        self.returns.extend(other.returns);
        self.profile.join(other.profile);
        self.places.extend(other.places);
    }
}
