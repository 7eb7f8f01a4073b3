//! What is bridged (指标): counts and sums of `cohort_metrics` that add up over projects.

use crate::panel::PanelMonth;

/// A figure that adds up over projects, in the order of the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Capital arrived since signing.
    CapitalYuan,
    /// Contract value of the started projects.
    ContractStartedYuan,
    /// Contract value.
    ContractYuan,
    /// Projects in production.
    NProduction,
    /// Projects.
    NProjects,
    /// Projects started or in production.
    NStarted,
}

/// How many there are.
pub const N_MEASURES: usize = 6;

/// One amount for each measure, in order.
pub type Amounts = [i64; N_MEASURES];

impl Measure {
    /// Every measure, in order.
    pub const ALL: [Measure; N_MEASURES] = [
        Measure::CapitalYuan,
        Measure::ContractStartedYuan,
        Measure::ContractYuan,
        Measure::NProduction,
        Measure::NProjects,
        Measure::NStarted,
    ];

    /// The name of the column in `cohort_metrics`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Measure::CapitalYuan => "capital_yuan",
            Measure::ContractStartedYuan => "contract_started_yuan",
            Measure::ContractYuan => "contract_yuan",
            Measure::NProduction => "n_production",
            Measure::NProjects => "n_projects",
            Measure::NStarted => "n_started",
        }
    }

    /// Its place among all.
    pub const fn place(self) -> usize {
        self as usize
    }
}

/// What a month counts for; nothing outside the population. An amount that is not known counts as 0.
pub fn amounts(month: &PanelMonth) -> Amounts {
    if !month.counted {
        return [0; N_MEASURES];
    }
    let contract = month.contract_yuan.unwrap_or_default();
    [
        month.capital_yuan.unwrap_or_default(),
        if month.started { contract } else { 0 },
        contract,
        i64::from(month.in_production),
        1,
        i64::from(month.started),
    ]
}

/// Adds one to the other.
pub fn add(sum: &mut Amounts, more: &Amounts) {
    sum.iter_mut().zip(more).for_each(|(sum, more)| *sum = sum.saturating_add(*more));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_stand_in_the_order_of_their_names() {
        assert!(Measure::ALL.windows(2).all(|pair| pair[0].as_str() < pair[1].as_str()));
        assert!(Measure::ALL.iter().enumerate().all(|(place, measure)| measure.place() == place));
        assert_eq!(amounts(&PanelMonth::default()), [0; N_MEASURES]);
    }
}
