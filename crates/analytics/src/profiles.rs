//! The age profile of every group in every month (各组龄期分布): counted once, read by every dataset over ages.
//!
//! Whole editions and all editions together in every month; units, unit groups, industries and size bands in the last
//! month only, so that the work stays in proportion to the panel.

use std::collections::BTreeMap;

use model::date::Date;
use model::month::Month;

use crate::age_profile::AgeProfile;
use crate::cut_groups::{DIMENSIONS, EditionGroup, editions, editions_by};
use crate::cut_key::{ALL, CutKey};
use crate::known_by_age::{Edition, KnownByAge, known_of_members};
use crate::panel::Panel;
use crate::standings::{Standing, Standings};

/// One group in one month.
#[derive(Debug, Clone, PartialEq)]
pub struct CutProfile {
    /// Month.
    pub month: Month,
    /// Which group.
    pub key: CutKey,
    /// Its projects by age.
    pub profile: AgeProfile,
    /// How many ages the oldest project of the event has seen: ages from here on are listed for nobody.
    pub n_ages: usize,
}

impl CutProfile {
    /// The month as its last day.
    pub fn as_of(&self) -> Date {
        self.month.last_day()
    }
}

/// The profiles of all groups, sorted by month and key.
pub fn profiles(panel: &Panel, standings: &Standings) -> Vec<CutProfile> {
    let mut known = KnownByAge::before_the_first_month(panel);
    let mut all = Vec::new();
    for (month, members) in standings.months() {
        known.pass(members);
        let of_edition = |group: &EditionGroup| {
            AgeProfile::of(panel, &group.members, known.of_edition(edition(&group.members)))
        };
        all.extend(of_month(month, profiled(editions(members, &standings.names), of_edition)));
    }
    if let Some((month, members)) = standings.last_month() {
        let whole_from = all.partition_point(|one: &CutProfile| one.month < Month::from_index(month));
        let whole = all.split_off(whole_from);
        all.extend(with_dimensions(panel, standings, members, whole));
    }
    all
}

fn edition(members: &[Standing]) -> Edition {
    members.first().map_or((0, 0), |first| (first.event, first.cohort))
}

type Profiled = Vec<(CutKey, AgeProfile)>;

fn profiled(groups: Vec<EditionGroup>, profile: impl Fn(&EditionGroup) -> AgeProfile) -> Profiled {
    groups.into_iter().map(|group| (group.key.clone(), profile(&group))).collect()
}

/// The editions and their sum, sorted by key. An edition that is called `all` is in the sum alone.
fn with_sums(editions: Profiled) -> BTreeMap<CutKey, AgeProfile> {
    let mut groups: BTreeMap<CutKey, AgeProfile> = BTreeMap::new();
    for (key, profile) in editions {
        let whole = CutKey { cohort: ALL.to_owned(), ..key.clone() };
        *groups.entry(whole).or_default() += &profile;
        if !key.is_all_editions() {
            groups.insert(key, profile);
        }
    }
    groups
}

fn of_month(month: i32, editions: Profiled) -> Vec<CutProfile> {
    let groups = with_sums(editions);
    let mut ages_of_event: BTreeMap<String, usize> = BTreeMap::new();
    for (key, profile) in &groups {
        let n_ages = ages_of_event.entry(key.event.clone()).or_default();
        *n_ages = profile.ages.len().max(*n_ages);
    }
    let month = Month::from_index(month);
    let cut = |(key, profile): (CutKey, AgeProfile)| CutProfile {
        month,
        n_ages: ages_of_event.get(&key.event).copied().unwrap_or(0),
        key,
        profile,
    };
    groups.into_iter().map(cut).collect()
}

fn with_dimensions(
    panel: &Panel,
    standings: &Standings,
    members: &[Standing],
    whole: Vec<CutProfile>,
) -> Vec<CutProfile> {
    let month = whole.first().map(|one| one.month).unwrap_or(Month::from_index(0));
    let mut groups = whole;
    for dimension in DIMENSIONS {
        let of_part = |group: &EditionGroup| {
            AgeProfile::of(panel, &group.members, &known_of_members(panel, &group.members))
        };
        let parts = profiled(editions_by(dimension, members, panel, &standings.names), of_part);
        groups.extend(of_month(month.index(), parts));
    }
    groups.sort_by(|left, right| left.key.cmp(&right.key));
    groups
}
