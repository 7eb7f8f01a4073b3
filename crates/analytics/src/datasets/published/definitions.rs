//! What a figure is under every definition (各种口径): which projects are in the denominator, and which contract value.

use std::collections::BTreeMap;

use crate::datasets::changes::cells::Dimension;
use crate::datasets::month_order::{MonthOrder, Place};
use crate::datasets::spelling::{ALL, UNKNOWN};
use crate::panel::{Panel, PanelMonth, Word};

/// Which projects are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denominator {
    /// All of the population.
    D0,
    /// Less those terminated.
    D1,
    /// Less those terminated before their start.
    D2,
}

/// Which contract value is summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contract {
    /// The first one known.
    Original,
    /// The one of the month.
    AsOf,
    /// The last one known.
    Latest,
}

/// A definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// Which projects.
    pub denominator: Denominator,
    /// Which contract value.
    pub contract: Contract,
}

impl Definition {
    /// Every definition, the usual one first.
    pub fn all() -> impl Iterator<Item = Definition> {
        let denominators = [Denominator::D0, Denominator::D1, Denominator::D2];
        let contracts = [Contract::AsOf, Contract::Original, Contract::Latest];
        denominators
            .into_iter()
            .flat_map(move |denominator| contracts.map(|contract| Definition { denominator, contract }))
    }

    /// The name; the contract value is named only where it matters.
    pub fn name(&self, contract_matters: bool) -> String {
        let denominator = match self.denominator {
            Denominator::D0 => "D0",
            Denominator::D1 => "D1",
            Denominator::D2 => "D2",
        };
        let contract = match self.contract {
            Contract::Original => "original",
            Contract::AsOf => "as_of",
            Contract::Latest => "latest",
        };
        if contract_matters { format!("{denominator} {contract}") } else { denominator.to_owned() }
    }
}

/// The cohort that a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cohort<'a> {
    /// The month.
    pub month: i32,
    /// Event; empty or all for every one.
    pub event: &'a str,
    /// Edition; empty or all for every one.
    pub cohort: &'a str,
    /// Dimension, and its value; all for the whole.
    pub cut: (&'a str, &'a str),
}

/// What a definition sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DefinedSums {
    /// Projects.
    pub n_projects: i64,
    /// Started or in production.
    pub n_started: i64,
    /// In production.
    pub n_production: i64,
    /// Terminated.
    pub n_terminated: i64,
    /// Contract value.
    pub contract_yuan: i64,
    /// Contract value of the started projects.
    pub contract_started_yuan: i64,
    /// Capital.
    pub capital_yuan: i64,
}

/// A panel, ready to be asked for any cohort of any month.
pub struct Perimeter<'a> {
    panel: &'a Panel,
    months: BTreeMap<i32, Vec<Place>>,
    contracts: Vec<(Option<i64>, Option<i64>)>,
}

impl<'a> Perimeter<'a> {
    /// Of the months that are asked for.
    pub fn of(panel: &'a Panel, is_asked: impl Fn(i32) -> bool) -> Perimeter<'a> {
        let order = MonthOrder::of(panel);
        let asked = order.months().filter(|(month, _)| is_asked(*month));
        let months = asked.map(|(month, places)| (month, places.to_vec())).collect();
        let known = |history: &[PanelMonth]| {
            let mut values = history.iter().filter_map(|month| month.contract_yuan);
            let first = values.next();
            (first, values.next_back().or(first))
        };
        Perimeter { panel, months, contracts: panel.histories().map(known).collect() }
    }

    /// The sums of a cohort under a definition; nothing when it has no project.
    pub fn sums(&self, cohort: &Cohort<'_>, definition: Definition) -> Option<DefinedSums> {
        let mut sums = DefinedSums::default();
        for place in self.months.get(&cohort.month)? {
            let Some(month) = self.panel.months.get(place.row as usize) else { continue };
            if month.counted && is_in(month, definition.denominator) && self.is_of(month, cohort) {
                sums.add(month, self.contract(month, place, definition.contract));
            }
        }
        (sums.n_projects > 0).then_some(sums)
    }

    fn is_of(&self, month: &PanelMonth, cohort: &Cohort<'_>) -> bool {
        let is_text = |word: Word, wanted: &str| {
            let text = self.panel.words.text(word);
            wanted.is_empty() || wanted == ALL || text == wanted || text.is_empty() && wanted == UNKNOWN
        };
        let (dimension, value) = cohort.cut;
        let dimension = Dimension::ALL.into_iter().find(|one| one.as_str() == dimension);
        let word = dimension.and_then(|dimension| dimension.word(month));
        is_text(month.event, cohort.event)
            && is_text(month.cohort, cohort.cohort)
            && word.map_or(value.is_empty() || value == ALL, |word| is_text(word, value))
    }

    fn contract(&self, month: &PanelMonth, place: &Place, contract: Contract) -> i64 {
        let (first, last) = self.contracts.get(place.project as usize).copied().unwrap_or_default();
        let known = match contract {
            Contract::Original => first,
            Contract::AsOf => month.contract_yuan,
            Contract::Latest => last,
        };
        known.unwrap_or_default()
    }
}

fn is_in(month: &PanelMonth, denominator: Denominator) -> bool {
    let has_started = month.started || month.start_month.is_some_and(|start| start <= month.month);
    match denominator {
        Denominator::D0 => true,
        Denominator::D1 => !month.terminated,
        Denominator::D2 => !month.terminated || has_started,
    }
}

impl DefinedSums {
    fn add(&mut self, month: &PanelMonth, contract_yuan: i64) {
        let started_yuan = if month.started { contract_yuan } else { 0 };
        self.n_projects += 1;
        self.n_started += i64::from(month.started);
        self.n_production += i64::from(month.in_production);
        self.n_terminated += i64::from(month.terminated);
        self.contract_yuan = self.contract_yuan.saturating_add(contract_yuan);
        self.contract_started_yuan = self.contract_started_yuan.saturating_add(started_yuan);
        self.capital_yuan = self.capital_yuan.saturating_add(month.capital_yuan.unwrap_or_default());
    }
}
