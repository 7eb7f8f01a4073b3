//! Whether drawing the projects of a unit again says anything (能否估计名次区间): not with few of them, nor when all are
//! alike, for then every draw gives the same rate.

use crate::datasets::rankings::draws::N_METRICS;
use crate::datasets::rankings::month_units::{GroupUnits, UnitProjects};
use crate::datasets::rankings::unit_sums::{RankedRate, UnitSums};
use crate::hits::LEAST_PROJECTS;

/// What the projects of a unit look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spread {
    /// There are at least five.
    pub has_enough: bool,
    /// By metric: the three rates, then the score. The rate changes when other projects are drawn.
    pub varies: [bool; N_METRICS],
    /// One project holds more than half of the contract value.
    pub is_dominated: bool,
}

impl Spread {
    /// Of the projects of a unit.
    pub fn of<'a>(projects: impl Iterator<Item = &'a UnitSums> + Clone) -> Spread {
        let [capital_rate, start_rate, by_value] =
            RankedRate::ALL.map(|rate| are_unlike(projects.clone(), rate));
        let contracts = || projects.clone().map(|project| i128::from(project.contract_yuan.max(0)));
        let largest = contracts().max().unwrap_or_default();
        Spread {
            has_enough: projects.clone().count() as u64 >= LEAST_PROJECTS,
            varies: [capital_rate, start_rate, by_value, capital_rate || start_rate || by_value],
            is_dominated: 2 * largest > contracts().sum::<i128>(),
        }
    }

    /// Whether the interval of a rank by a metric can be estimated.
    pub fn allows_interval(&self, metric: usize) -> bool {
        self.has_enough && self.varies.get(metric).copied().unwrap_or(false)
    }
}

/// The spread of each unit of a group.
pub fn spreads_of(group: &GroupUnits, units: &[UnitProjects]) -> Vec<Spread> {
    let of_unit = |(_, places): &(_, Vec<usize>)| {
        Spread::of(places.iter().filter_map(|place| units.get(*place)).flat_map(|unit| &unit.projects))
    };
    group.units.iter().map(of_unit).collect()
}

/// Whether two projects differ in the rate. One without a denominator counts only where it adds to the numerator.
fn are_unlike<'a>(mut projects: impl Iterator<Item = &'a UnitSums>, rate: RankedRate) -> bool {
    let mut first = None;
    projects.any(|project| match project.share(rate) {
        Some(share) => *first.get_or_insert(share) != share,
        None => project.capital_yuan != 0 && rate == RankedRate::CapitalRate,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(contract_yuan: i64, capital_yuan: i64, is_started: bool) -> UnitSums {
        let contract_started_yuan = if is_started { contract_yuan } else { 0 };
        let n_started = i64::from(is_started);
        UnitSums { n_projects: 1, n_started, contract_yuan, contract_started_yuan, capital_yuan }
    }

    #[track_caller]
    fn check(projects: &[UnitSums], expected: [bool; N_METRICS]) {
        assert_eq!(Spread::of(projects.iter()).varies, expected);
    }

    #[test]
    fn projects_that_are_alike_leave_no_spread() {
        check(&[project(10, 5, true), project(20, 10, true)], [false; 4]);
        check(&[project(10, 5, true), project(20, 11, true)], [true, false, false, true]);
        check(&[project(10, 5, true), project(20, 10, false)], [false, true, true, true]);
        check(&[project(10, 5, true), project(0, 0, false)], [false, true, false, true]);
        check(&[project(10, 5, true), project(0, 3, true)], [true, false, false, true]);
        check(&[], [false; 4]);
    }

    #[test]
    fn five_projects_are_enough_and_one_above_half_dominates() {
        let mut projects = vec![project(10, 0, true); 4];
        assert!(!Spread::of(projects.iter()).has_enough);
        projects.push(project(40, 0, false));
        let spread = Spread::of(projects.iter());
        assert!(spread.has_enough && !spread.is_dominated && spread.allows_interval(1));
        assert!(!spread.allows_interval(0) && !spread.allows_interval(9));
        projects.push(project(100, 0, false));
        assert!(Spread::of(projects.iter()).is_dominated);
    }
}
