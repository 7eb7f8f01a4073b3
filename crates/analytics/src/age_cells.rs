//! The cells of a cohort at each age (龄期格): how much of it has got there, what was known, what had happened by then.

use crate::age_profile::AgeProfile;

/// How much of a cohort a cell speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// All projects have reached the age.
    Complete,
    /// Some have.
    Partial,
    /// Nothing was known of any of them at that age.
    Unobserved,
    /// None has reached it.
    Future,
}

impl CellKind {
    /// Its name in the datasets.
    pub const fn as_str(self) -> &'static str {
        match self {
            CellKind::Complete => "complete",
            CellKind::Partial => "partial",
            CellKind::Unobserved => "unobserved",
            CellKind::Future => "future",
        }
    }

    /// From counts of projects: all, those that have reached the age, those of which something was known then.
    fn of(n_projects: i64, n_matured: i64, n_known: i64) -> CellKind {
        if n_matured == 0 {
            CellKind::Future
        } else if n_known == 0 {
            CellKind::Unobserved
        } else if n_matured < n_projects {
            CellKind::Partial
        } else {
            CellKind::Complete
        }
    }
}

/// A group at one age, as known in the month of its profile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgeCell {
    /// Months since signing.
    pub age_months: usize,
    /// All projects with an age.
    pub n_projects: i64,
    /// Those that have reached the age.
    pub n_matured: i64,
    /// Of those, the ones of which a return had spoken by then.
    pub n_seen: i64,
    /// Of those, the ones whose capital was known then.
    pub n_capital: i64,
    /// Started by that age, all projects.
    pub n_started: i64,
    /// Started by that age, of those that have reached it.
    pub n_started_matured: i64,
    /// Contract value of all projects, yuan.
    pub contract: i128,
    /// Contract value of those that have reached the age, yuan.
    pub contract_matured: i128,
    /// Capital by that age, yuan; of a project that has not reached it, what has arrived so far.
    pub capital: i128,
    /// The same of those that have reached the age, yuan.
    pub capital_matured: i128,
}

impl AgeCell {
    /// Of the start: whether a return had spoken of anybody.
    pub fn kind_of_start(&self) -> CellKind {
        CellKind::of(self.n_projects, self.n_matured, self.n_seen)
    }

    /// Of the capital: whether anybody's was known.
    pub fn kind_of_capital(&self) -> CellKind {
        CellKind::of(self.n_projects, self.n_matured, self.n_capital)
    }

    /// Whether a capital was known at that age.
    pub fn has_capital(&self) -> bool {
        self.n_matured > 0 && self.n_capital > 0
    }
}

/// Who stands below the age that the sweep has reached.
#[derive(Default)]
struct Younger {
    n: i64,
    n_started: i64,
    contract: i128,
    capital: i128,
}

/// The cells of a group at the ages 0 to `n_ages` − 1. One pass over the ages.
pub fn age_cells(profile: &AgeProfile, n_ages: usize) -> Vec<AgeCell> {
    let (n_projects, contract) = (profile.n_dated(), profile.contract());
    let mut younger = Younger::default();
    let mut n_started = 0;
    let mut cells = Vec::with_capacity(n_ages);
    for age_months in 0..n_ages {
        let here = profile.ages.get(age_months).copied().unwrap_or_default();
        n_started += here.leaving.n_started();
        cells.push(AgeCell {
            age_months,
            n_projects,
            n_matured: n_projects - younger.n,
            n_seen: here.known.n_seen,
            n_capital: here.known.n_capital,
            n_started,
            n_started_matured: n_started - younger.n_started,
            contract,
            contract_matured: contract - younger.contract,
            capital: here.known.capital + younger.capital,
            capital_matured: here.known.capital,
        });
        younger.n += here.n_here;
        younger.n_started += here.n_started_here;
        younger.contract += here.contract_here;
        younger.capital += here.capital_here;
    }
    cells
}
