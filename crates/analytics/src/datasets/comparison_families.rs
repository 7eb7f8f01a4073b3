//! Which groups are compared with which (比较族): pairs that belong together, for one correction of their p-values.

use std::collections::BTreeMap;
use std::rc::Rc;

use model::month::Month;

use crate::age_profile::AgeProfile;
use crate::cut_groups::{dimension, value_of};
use crate::cut_key::ALL;
use crate::datasets::compared_group::ComparedGroup;
use crate::panel::Panel;
use crate::profiles::CutProfile;
use crate::standings::Standings;

/// With more editions than this, the months before the last compare each edition with the next one only.
const MOST_EDITIONS: usize = 12;

/// With more industries or size bands than this, each is compared with the rest of all.
const MOST_VALUES: usize = 20;

/// The dimension of the editions.
pub const COHORT: &str = "cohort";

/// The name of the others of a group.
pub const REST: &str = "rest";

/// Pairs of one month, event and dimension.
pub struct Family {
    /// Month.
    pub month: Month,
    /// Event.
    pub event: String,
    /// Dimension: cohort, industry, size_band or unit.
    pub dimension: &'static str,
    /// The pairs, each with its τ in months, by name.
    pub pairs: Vec<Pair>,
}

/// Two groups with the τ at which their mean times are compared.
pub struct Pair {
    /// The first.
    pub first: Rc<ComparedGroup>,
    /// The second.
    pub second: Rc<ComparedGroup>,
    /// τ, months.
    pub tau_months: i32,
}

/// All families, sorted by month, event and dimension.
pub fn families(panel: &Panel, standings: &Standings, profiles: &[CutProfile]) -> Vec<Family> {
    let mut grouped: BTreeMap<(Month, &str, &'static str), Vec<&CutProfile>> = BTreeMap::new();
    for cut in profiles {
        let family = match (cut.key.dimension, cut.key.is_all_editions()) {
            (ALL, false) => COHORT,
            ("industry", true) => "industry",
            ("size_band", true) => "size_band",
            ("unit", true) => "unit",
            _ => continue,
        };
        grouped.entry((cut.month, &cut.key.event, family)).or_default().push(cut);
    }
    let groups_of_units = groups_of_units(panel, standings);
    let last = profiles.last().map(|cut| cut.month);
    let family =
        |((month, event, dimension), cuts): ((Month, &str, &'static str), Vec<&CutProfile>)| Family {
            month,
            event: event.to_owned(),
            dimension,
            pairs: pairs_of(dimension, &cuts, Some(month) == last, |cut| {
                groups_of_units.get(&(event.to_owned(), cut.key.value.clone()))
            }),
        };
    grouped.into_iter().map(family).collect()
}

/// The pairs of a family; `unit_group` names the unit group of a unit.
fn pairs_of<'a>(
    dimension: &str,
    cuts: &[&CutProfile],
    is_last_month: bool,
    unit_group: impl Fn(&CutProfile) -> Option<&'a String>,
) -> Vec<Pair> {
    let reach = if is_last_month || cuts.len() <= MOST_EDITIONS { usize::MAX } else { 1 };
    match dimension {
        "unit" => against_the_rest(cuts, unit_group),
        COHORT => pairs(cuts, |cut| &cut.key.cohort, true, reach),
        _ if cuts.len() > MOST_VALUES => against_the_rest(cuts, |_| None),
        _ => pairs(cuts, |cut| &cut.key.value, false, usize::MAX),
    }
}

/// Each group with so many of the following ones. τ is the smallest follow-up of the whole family, or that of each pair.
fn pairs(
    cuts: &[&CutProfile],
    name: fn(&CutProfile) -> &str,
    has_common_tau: bool,
    reach: usize,
) -> Vec<Pair> {
    let group = |cut: &&CutProfile| Rc::new(ComparedGroup::of(name(cut), &cut.profile));
    let groups: Vec<Rc<ComparedGroup>> = cuts.iter().map(group).collect();
    let common = groups.iter().filter(|group| group.n_dated > 0).map(|group| group.follow_up).min();
    let mut pairs = Vec::new();
    for (place, first) in groups.iter().enumerate() {
        for second in groups.iter().skip(place + 1).take(reach) {
            let tau_months =
                common.filter(|_| has_common_tau).unwrap_or(first.follow_up.min(second.follow_up));
            pairs.push(Pair { first: Rc::clone(first), second: Rc::clone(second), tau_months });
        }
    }
    pairs
}

/// Each value against all others for which `group_of` says the same.
fn against_the_rest<'a>(
    cuts: &[&CutProfile],
    group_of: impl Fn(&CutProfile) -> Option<&'a String>,
) -> Vec<Pair> {
    let pair = |cut: &&CutProfile| {
        let mut rest = AgeProfile::default();
        let others = cuts.iter().filter(|other| other.key.value != cut.key.value);
        for other in others.filter(|other| group_of(other) == group_of(cut)) {
            rest += &other.profile;
        }
        let first = Rc::new(ComparedGroup::of(&cut.key.value, &cut.profile));
        let second = Rc::new(ComparedGroup::of(REST, &rest));
        let tau_months = first.follow_up.min(second.follow_up);
        Pair { first, second, tau_months }
    };
    cuts.iter().map(pair).collect()
}

/// Event and unit to unit group, in the last month.
fn groups_of_units(panel: &Panel, standings: &Standings) -> BTreeMap<(String, String), String> {
    let mut groups = BTreeMap::new();
    let Some((_, month)) = standings.last_month() else { return groups };
    let Some((unit, unit_group)) = dimension("unit").zip(dimension("unit_group")) else { return groups };
    let names = &standings.names;
    let mut known = BTreeMap::new();
    for standing in month {
        let unit = value_of(unit, standing, panel, names);
        known.entry((standing.event, unit)).or_insert_with(|| value_of(unit_group, standing, panel, names));
    }
    for ((event, unit), group) in known {
        let key = (names.text(event).to_owned(), names.text(unit).to_owned());
        groups.insert(key, names.text(group).to_owned());
    }
    groups
}
