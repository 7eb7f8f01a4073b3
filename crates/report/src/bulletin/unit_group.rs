//! One group of units in the ranking (组别): who is placed, who has too few projects, who is excluded.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::datasets::rankings::Ranking;

use crate::bulletin::speaker::{Speaker, short};
use crate::figures::{ALL, at};

/// A group of units.
#[derive(Debug, Clone)]
pub struct UnitGroup<'a> {
    /// Its name.
    pub name: String,
    /// The units that have enough projects, the best first.
    pub ranked: Vec<&'a Ranking>,
    /// Those that have too few.
    pub few: Vec<&'a Ranking>,
    /// Those that a setting leaves out.
    pub excluded: Vec<&'a Ranking>,
    /// Projects and starts of every unit.
    counts: BTreeMap<&'a str, (i64, i64)>,
}

/// The groups of the ranking by start rate, the largest first; all units as one group where there are none.
pub fn groups<'a>(speaker: &Speaker<'a>) -> Vec<UnitGroup<'a>> {
    let is_it = |row: &&Ranking| row.as_of == speaker.as_of() && row.metric == "start_rate";
    let rows: Vec<&Ranking> = speaker.release.rows.rankings.iter().filter(is_it).collect();
    let has_groups = rows.iter().any(|row| !matches!(row.group.as_str(), ALL | "unknown"));
    let mut by_group: BTreeMap<&str, Vec<&Ranking>> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| (row.group == ALL) != has_groups) {
        by_group.entry(&row.group).or_default().push(row);
    }
    let mut by_group: Vec<(&str, Vec<&Ranking>)> = by_group.into_iter().collect();
    by_group.sort_by_key(|(name, rows)| (*name == "unknown", Reverse(rows.len()), *name));
    let counts = counts(speaker);
    by_group.into_iter().map(|(name, rows)| group(speaker, name, rows, counts.clone())).collect()
}

fn group<'a>(
    speaker: &Speaker<'a>,
    name: &str,
    mut rows: Vec<&'a Ranking>,
    counts: BTreeMap<&'a str, (i64, i64)>,
) -> UnitGroup<'a> {
    rows.sort_by_key(|row| {
        (row.rank.unwrap_or(i32::MAX), speaker.unit_place(&row.unit_code), &row.unit_code)
    });
    let (excluded, rest): (Vec<&Ranking>, Vec<&Ranking>) =
        rows.into_iter().partition(|row| has_note(row, "excluded"));
    let (ranked, mut few): (Vec<&Ranking>, Vec<&Ranking>) =
        rest.into_iter().partition(|row| row.verdict.is_some() && row.rank.is_some());
    few.sort_by_key(|row| (speaker.unit_place(&row.unit_code), &row.unit_code));
    let name = match name {
        ALL => speaker.lang().pick("各单位", "all units").to_owned(),
        "unknown" => speaker.lang().pick("组别不明", "group unknown").to_owned(),
        name => short(name),
    };
    UnitGroup { name, ranked, few, excluded, counts }
}

/// Projects and starts of each unit, over all events, as the ranking counts them.
fn counts<'a>(speaker: &Speaker<'a>) -> BTreeMap<&'a str, (i64, i64)> {
    let mut counts: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for row in at(speaker.release.rows.metrics, speaker.as_of()) {
        if row.dimension == "unit" && row.cohort == ALL {
            let (n_projects, n_started) = counts.entry(&row.value).or_default();
            *n_projects = n_projects.saturating_add(row.n_projects);
            *n_started = n_started.saturating_add(row.n_started);
        }
    }
    counts
}

impl UnitGroup<'_> {
    /// Whether there is more than one to be placed.
    pub fn is_placed(&self) -> bool {
        self.ranked.len() > 1
    }

    /// The starts of a unit; nothing where the figures do not speak of the same projects.
    pub fn started(&self, row: &Ranking) -> Option<i64> {
        let (n_projects, n_started) = self.counts.get(row.unit_code.as_str())?;
        (*n_projects == row.n).then_some(*n_started)
    }
}

/// Whether a note stands at a rank.
pub fn has_note(row: &Ranking, word: &str) -> bool {
    row.note.as_deref().is_some_and(|note| note.split(',').any(|part| part == word))
}
