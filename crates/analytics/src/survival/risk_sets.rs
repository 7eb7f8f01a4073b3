//! Risk sets (风险集): who could still have the event, at each time, in one sweep.

/// One project, followed from signing (or from a later entry) to its exit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Followed {
    /// Months at which it came under observation; nothing when it was followed from signing on.
    pub entry: Option<f64>,
    /// Months at which it had the event or was last seen without it.
    pub exit: f64,
    /// It had the event.
    pub happened: bool,
}

/// One distinct time of exit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RiskSet {
    /// Months since signing.
    pub age_months: f64,
    /// Under observation just before: entry < age ≤ exit.
    pub n_risk: u64,
    /// Had the event at that time.
    pub n_event: u64,
    /// Last seen at that time without the event.
    pub n_censored: u64,
}

/// The risk sets, by age. Who is not a number is left out, as is who leaves no later than it enters.
pub fn risk_sets(followed: &[Followed]) -> Vec<RiskSet> {
    let mut leaving: Vec<Followed> = followed.iter().copied().filter(is_observed).collect();
    leaving.sort_by(|left, right| left.exit.total_cmp(&right.exit));
    let mut entries: Vec<f64> = leaving.iter().filter_map(|project| project.entry).collect();
    entries.sort_by(f64::total_cmp);
    let mut sets = Vec::new();
    let mut n_left = 0;
    for leaving_together in leaving.chunk_by(|left, right| left.exit == right.exit) {
        let Some(first) = leaving_together.first() else { continue };
        let n_not_entered = entries.len() - entries.partition_point(|entry| *entry < first.exit);
        let n_event = leaving_together.iter().filter(|project| project.happened).count();
        sets.push(RiskSet {
            age_months: first.exit,
            n_risk: (leaving.len() - n_left - n_not_entered) as u64,
            n_event: n_event as u64,
            n_censored: (leaving_together.len() - n_event) as u64,
        });
        n_left += leaving_together.len();
    }
    sets
}

fn is_observed(project: &Followed) -> bool {
    project.exit.is_finite() && project.entry.is_none_or(|entry| entry < project.exit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(entry: Option<f64>, exit: f64, happened: bool) -> Followed {
        Followed { entry, exit, happened }
    }

    #[test]
    fn everyone_is_at_risk_until_they_leave() {
        let followed = [
            project(None, 3.0, true),
            project(None, 0.0, true),
            project(None, 3.0, false),
            project(Some(2.0), 5.0, false),
            project(Some(3.0), 4.0, true),
            project(None, f64::NAN, true),
            project(Some(6.0), 6.0, true),
        ];
        let sets = risk_sets(&followed)
            .into_iter()
            .map(|set| (set.age_months, set.n_risk, set.n_event, set.n_censored));
        let expected = [(0.0, 3, 1, 0), (3.0, 3, 1, 1), (4.0, 2, 1, 0), (5.0, 1, 0, 1)];
        assert_eq!(sets.collect::<Vec<_>>(), expected);
        assert!(risk_sets(&[]).is_empty());
    }
}
