//! What is summed of the projects of a unit (单位合计), and the rates that follow.

use crate::datasets::rankings::standings::Share;
use crate::hits::Hits;
use crate::panel::PanelMonth;

/// What a ranking asks of a project, or the sums of all projects of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitSums {
    /// Projects.
    pub n_projects: i64,
    /// Started or in production.
    pub n_started: i64,
    /// Contract value.
    pub contract_yuan: i64,
    /// Contract value of the started projects.
    pub contract_started_yuan: i64,
    /// Capital.
    pub capital_yuan: i64,
}

/// A rate by which units are ranked, in the order of the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RankedRate {
    /// Capital of contract value (资金到位率).
    CapitalRate,
    /// Started projects of all (开工率).
    StartRate,
    /// Contract value of the started projects of all (开工率（按金额）).
    StartRateByValue,
}

impl RankedRate {
    /// Every rate.
    pub const ALL: [RankedRate; 3] =
        [RankedRate::CapitalRate, RankedRate::StartRate, RankedRate::StartRateByValue];

    /// The name of the column in `cohort_metrics`.
    pub const fn as_str(self) -> &'static str {
        match self {
            RankedRate::CapitalRate => "capital_rate",
            RankedRate::StartRate => "start_rate",
            RankedRate::StartRateByValue => "start_rate_by_value",
        }
    }
}

impl UnitSums {
    /// What one project counts for. An amount that is not known counts as 0.
    pub fn of(month: &PanelMonth) -> UnitSums {
        let contract_yuan = month.contract_yuan.unwrap_or_default();
        UnitSums {
            n_projects: 1,
            n_started: i64::from(month.started),
            contract_yuan,
            contract_started_yuan: if month.started { contract_yuan } else { 0 },
            capital_yuan: month.capital_yuan.unwrap_or_default(),
        }
    }

    /// Adds another.
    pub fn add(&mut self, other: &UnitSums) {
        self.n_projects = self.n_projects.saturating_add(other.n_projects);
        self.n_started = self.n_started.saturating_add(other.n_started);
        self.contract_yuan = self.contract_yuan.saturating_add(other.contract_yuan);
        self.contract_started_yuan = self.contract_started_yuan.saturating_add(other.contract_started_yuan);
        self.capital_yuan = self.capital_yuan.saturating_add(other.capital_yuan);
    }

    /// A rate as a fraction. Missing when the denominator is not above 0.
    pub fn share(&self, rate: RankedRate) -> Option<Share> {
        let (numerator, denominator) = match rate {
            RankedRate::CapitalRate => (self.capital_yuan, self.contract_yuan),
            RankedRate::StartRate => (self.n_started, self.n_projects),
            RankedRate::StartRateByValue => (self.contract_started_yuan, self.contract_yuan),
        };
        Share::new(numerator, denominator)
    }

    /// The counts behind the start rate.
    pub fn hits(&self) -> Hits {
        Hits { n_hits: self.n_started.unsigned_abs(), n_projects: self.n_projects.unsigned_abs() }
    }
}
