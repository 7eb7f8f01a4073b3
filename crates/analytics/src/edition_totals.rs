//! Counts and sums of each edition by the values of a dimension (各届分项合计), in one month.

use std::collections::BTreeMap;

use crate::cut_groups::{Dimension, value_of};
use crate::cut_key::{ALL, UNKNOWN};
use crate::names::Name;
use crate::panel::Panel;
use crate::standings::{Outcome, Standing, Standings};

/// The projects of one edition with one value. Money in yuan; a value that is not known counts as 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Projects.
    pub n: u64,
    /// Of them started.
    pub n_started: u64,
    /// Contract value.
    pub contract: i128,
    /// Contract value of those started.
    pub contract_started: i128,
    /// Capital.
    pub capital: i128,
}

impl Totals {
    fn count(&mut self, panel: &Panel, standing: &Standing) {
        let row = panel.months.get(standing.row as usize);
        let contract = i128::from(row.and_then(|row| row.contract_yuan).unwrap_or(0));
        let is_started = standing.outcome == Outcome::Started;
        self.n += 1;
        self.n_started += u64::from(is_started);
        self.contract += contract;
        self.contract_started += if is_started { contract } else { 0 };
        self.capital += i128::from(row.and_then(|row| row.capital_yuan).unwrap_or(0));
    }
}

/// The editions of one event by the values of one dimension. Shape of `totals`: edition × value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionTable {
    /// The event.
    pub event: String,
    /// The dimension.
    pub dimension: &'static str,
    /// The editions, sorted; without the projects of which no edition is known.
    pub editions: Vec<String>,
    /// The values, sorted.
    pub values: Vec<String>,
    /// Edition by edition, value by value; zeros where there is no project.
    pub totals: Vec<Vec<Totals>>,
}

/// The tables of all events in a month, sorted by event.
pub fn edition_tables(
    dimension: &Dimension,
    month: &[Standing],
    panel: &Panel,
    standings: &Standings,
) -> Vec<EditionTable> {
    let names = &standings.names;
    let is_edition = |standing: &&Standing| ![ALL, UNKNOWN].contains(&names.text(standing.cohort));
    let of_event = |members: &[Standing]| {
        let mut cells: BTreeMap<(Name, Name), Totals> = BTreeMap::new();
        for standing in members.iter().filter(is_edition) {
            let value = value_of(dimension, standing, panel, names);
            cells.entry((standing.cohort, value)).or_default().count(panel, standing);
        }
        let event = members.first().map_or(UNKNOWN, |first| names.text(first.event));
        table_of(event, dimension.name, &cells, standings)
    };
    month.chunk_by(|left, right| left.event == right.event).map(of_event).collect()
}

fn table_of(
    event: &str,
    dimension: &'static str,
    cells: &BTreeMap<(Name, Name), Totals>,
    standings: &Standings,
) -> EditionTable {
    let sorted = |names: Vec<Name>| {
        let mut names = names;
        names.sort_unstable();
        names.dedup();
        names
    };
    let editions = sorted(cells.keys().map(|(edition, _)| *edition).collect());
    let values = sorted(cells.keys().map(|(_, value)| *value).collect());
    let row = |edition: &Name| -> Vec<Totals> {
        values.iter().map(|value| cells.get(&(*edition, *value)).copied().unwrap_or_default()).collect()
    };
    let texts = |names: &[Name]| names.iter().map(|name| standings.names.text(*name).to_owned()).collect();
    EditionTable {
        event: event.to_owned(),
        dimension,
        totals: editions.iter().map(row).collect(),
        editions: texts(&editions),
        values: texts(&values),
    }
}
