//! What was planned (计划): dates and amounts that the panel does not hold, looked up by project.

use std::collections::BTreeMap;

use model::month::Month;

use crate::panel::Panel;

/// The plans of all projects. What a plan does not say is not measured, and no rule about it fires.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plans {
    /// The month of the planned start.
    pub start: BTreeMap<String, Month>,
    /// The month of the planned production.
    pub production: BTreeMap<String, Month>,
    /// The investment planned for a year, by year, in yuan.
    pub year_investment_yuan: BTreeMap<String, BTreeMap<i32, i64>>,
    /// Since when the official statistics hold a project. Nothing when that is not known of any project.
    pub in_statistics: Option<BTreeMap<String, Month>>,
}

/// The plans of one project.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Plan<'a> {
    /// The month of the planned start.
    pub start: Option<i32>,
    /// The month of the planned production.
    pub production: Option<i32>,
    /// The investment planned for a year.
    pub year_investment_yuan: Option<&'a BTreeMap<i32, i64>>,
    /// It is known whether the statistics hold it.
    pub statistics_are_known: bool,
    /// Since when they do.
    pub in_statistics: Option<i32>,
}

impl Plans {
    /// Only planned starts.
    pub fn of_starts(start: BTreeMap<String, Month>) -> Plans {
        Plans { start, ..Plans::default() }
    }

    /// One plan for each project, in the order of the panel.
    pub fn in_order(&self, panel: &Panel) -> Vec<Plan<'_>> {
        let first = panel.histories().filter_map(<[_]>::first);
        first.map(|month| self.of(panel.words.text(month.project))).collect()
    }

    fn of(&self, project: &str) -> Plan<'_> {
        let month = |months: &BTreeMap<String, Month>| months.get(project).map(|month| month.index());
        Plan {
            start: month(&self.start),
            production: month(&self.production),
            year_investment_yuan: self.year_investment_yuan.get(project),
            statistics_are_known: self.in_statistics.is_some(),
            in_statistics: self.in_statistics.as_ref().and_then(month),
        }
    }
}
