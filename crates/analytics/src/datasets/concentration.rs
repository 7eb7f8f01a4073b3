//! The dataset `concentration` (集中度): how much of the contract value and of the capital lies with how few.
//!
//! Over projects: each edition and all together in every month. Over units, unit groups, industries and size bands: the
//! last month. A project without a known value is left out and counted; a known 0 is a holder with nothing.

use std::collections::BTreeMap;

use model::datasets::concentration::Concentration;
use model::date::Date;
use model::month::Month;

use crate::cut_groups::{DIMENSIONS, Dimension, value_of};
use crate::cut_key::{ALL, UNKNOWN};
use crate::datasets::measures_of_concentration::{Holders, with_measures};
use crate::money_parts::MoneyPart;
use crate::panel::{Panel, Word};
use crate::standings::{Outcome, Standing, Standings};

/// The dimension of single projects.
const PROJECT: &str = "project";

/// The money of one project in one month.
#[derive(Clone, Copy)]
struct ProjectMoney {
    standing: Standing,
    project: Word,
    contract: Option<i64>,
    capital: Option<i64>,
}

impl ProjectMoney {
    fn of(panel: &Panel, standing: &Standing) -> Option<ProjectMoney> {
        let row = panel.months.get(standing.row as usize)?;
        let (contract, capital) = (row.contract_yuan, row.capital_yuan);
        Some(ProjectMoney { standing: *standing, project: row.project, contract, capital })
    }
}

/// A sum of money: its name, and its value for a project.
struct Money {
    name: &'static str,
    value: fn(&ProjectMoney) -> Option<i64>,
    /// What the rate beside it counts; what it is of is the contract value.
    counts: fn(&ProjectMoney) -> Option<i64>,
}

const MEASURES: [Money; 2] = [
    Money { name: "capital", value: |one| one.capital, counts: |one| one.capital },
    Money {
        name: "contract",
        value: |one| one.contract,
        counts: |one| one.contract.filter(|_| one.standing.outcome == Outcome::Started),
    },
];

/// The rows, sorted by key.
pub fn concentration(panel: &Panel, standings: &Standings) -> Vec<Concentration> {
    let mut rows = Vec::new();
    let last = standings.last_month().map(|(month, _)| month);
    for (month, members) in standings.months() {
        let dimensions = if Some(month) == last { DIMENSIONS } else { &[] };
        let context = Context { panel, standings, as_of: Month::from_index(month).last_day(), dimensions };
        for event in members.chunk_by(|left, right| left.event == right.event) {
            let event: Vec<ProjectMoney> =
                event.iter().filter_map(|standing| ProjectMoney::of(panel, standing)).collect();
            rows.extend(context.rows(&event));
        }
    }
    rows.sort_by(|left: &Concentration, right| key(left).cmp(&key(right)));
    rows
}

fn key(row: &Concentration) -> (Date, &str, &str, &str, &str) {
    (row.as_of, &row.event, &row.cohort, &row.measure, &row.dimension)
}

struct Context<'a> {
    panel: &'a Panel,
    standings: &'a Standings,
    as_of: Date,
    dimensions: &'a [Dimension],
}

impl Context<'_> {
    fn rows(&self, event: &[ProjectMoney]) -> Vec<Concentration> {
        let editions = event.chunk_by(|left, right| left.standing.cohort == right.standing.cohort);
        let named = editions.filter_map(|members| {
            let name = self.standings.names.text(members.first()?.standing.cohort);
            (name != ALL).then_some((name, members))
        });
        let cohorts = named.chain([(ALL, event)]);
        cohorts.flat_map(|(cohort, members)| self.rows_of_cohort(cohort, members)).collect()
    }

    fn rows_of_cohort(&self, cohort: &str, members: &[ProjectMoney]) -> Vec<Concentration> {
        let mut rows = Vec::new();
        for money in &MEASURES {
            rows.push(self.row(cohort, members, money, PROJECT, &self.projects(members, money)));
            for dimension in self.dimensions {
                let holders = self.values(members, money, dimension);
                rows.push(self.row(cohort, members, money, dimension.name, &holders));
            }
        }
        rows
    }

    fn row(
        &self,
        cohort: &str,
        members: &[ProjectMoney],
        money: &Money,
        dimension: &str,
        holders: &Holders<'_>,
    ) -> Concentration {
        let event = members.first().map_or(UNKNOWN, |first| self.standings.names.text(first.standing.event));
        let row = Concentration {
            as_of: self.as_of,
            event: event.to_owned(),
            cohort: cohort.to_owned(),
            measure: money.name.to_owned(),
            dimension: dimension.to_owned(),
            ..Concentration::default()
        };
        with_measures(row, holders)
    }

    fn projects(&self, members: &[ProjectMoney], money: &Money) -> Holders<'_> {
        let mut holders = Holders::default();
        for (one, value) in known(members, money) {
            holders.values.push(i128::from(value));
            holders.names.push(self.panel.words.text(one.project));
            holders.parts.push(MoneyPart {
                numerator: (money.counts)(one).unwrap_or(0) as f64,
                denominator: one.contract.unwrap_or(0) as f64,
            });
        }
        holders.n_unknown = members.len() - holders.values.len();
        holders
    }

    fn values(&self, members: &[ProjectMoney], money: &Money, dimension: &Dimension) -> Holders<'_> {
        let mut sums = BTreeMap::new();
        let mut n_known = 0;
        for (one, value) in known(members, money) {
            let name = value_of(dimension, &one.standing, self.panel, &self.standings.names);
            *sums.entry(name).or_insert(0) += i128::from(value);
            n_known += 1;
        }
        let values = sums.into_values().collect();
        Holders { values, n_unknown: members.len() - n_known, ..Holders::default() }
    }
}

fn known<'a>(members: &'a [ProjectMoney], money: &Money) -> impl Iterator<Item = (&'a ProjectMoney, i64)> {
    let value = money.value;
    members.iter().filter_map(move |one| Some((one, value(one)?)))
}

#[cfg(test)]
mod tests;
