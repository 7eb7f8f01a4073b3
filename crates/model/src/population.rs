//! Which months of the panel figures count (统计口径): the one rule for every place that reads rows of `project_months`. The
//! engine has the same rule over frames; tests hold the two together.

use crate::datasets::project_months::ProjectMonth;
use crate::policy::{KeepOrDrop, Policy, Scope, Start};

/// Whether a month is of the population: within the scope, and not dropped by the policy.
pub fn is_counted(month: &ProjectMonth, policy: &Policy, scope: &Scope) -> bool {
    scope.holds(month.event.as_deref(), month.cohort.as_deref(), month.tracked)
        && (policy.terminated == KeepOrDrop::Keep || !month.terminated)
        && (policy.suspended == KeepOrDrop::Keep || !month.suspended)
}

/// Started or in production, and under `current` not terminated. Missing counts as not started.
pub fn counts_as_started(month: &ProjectMonth, policy: &Policy) -> bool {
    let has_started = month.started == Some(true) || month.in_production == Some(true);
    has_started && (policy.start == Start::Ever || !month.terminated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_terminated_counts_as_the_policy_says() {
        let month = ProjectMonth { started: Some(true), terminated: true, ..ProjectMonth::default() };
        let (ever, everybody) = (Policy::default(), Scope::default());
        let current = Policy { start: Start::Current, ..Policy::default() };
        let dropping = Policy { terminated: KeepOrDrop::Drop, ..Policy::default() };
        assert!(counts_as_started(&month, &ever) && !counts_as_started(&month, &current));
        assert!(is_counted(&month, &ever, &everybody) && !is_counted(&month, &dropping, &everybody));
        let in_production = ProjectMonth { in_production: Some(true), ..ProjectMonth::default() };
        assert!(counts_as_started(&in_production, &current));
        assert!(!counts_as_started(&ProjectMonth::default(), &ever));
    }
}
