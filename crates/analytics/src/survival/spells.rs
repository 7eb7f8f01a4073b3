//! Spells of observation (观察期): how long a project was watched, and how that ended.

/// The status of a spell that ended without any event (删失).
pub const CENSORED: usize = 0;

/// One stretch of observation of a project: it could be seen to have an event at `t` where `entry < t ≤ exit`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spell {
    /// Which project. Spells of one project count as one in a robust standard error.
    pub project: usize,
    /// Months at which it came under observation (late entry, 延迟进入); nothing when it was followed from signing on,
    /// so that an event at 0 months is seen too.
    pub entry: Option<f64>,
    /// Months at which it had an event or was last seen without one.
    pub exit: f64,
    /// 0 without event, else the number of the cause: 1 started, 2 terminated, and so on.
    ///
    /// A project has one event: where start and termination fall into one month, the caller decides by its rule.
    pub status: usize,
    /// 1, or the contract value in curves by value. The number of projects does not depend on it.
    pub weight: f64,
}

impl Spell {
    /// Whether it can be used: it ends at a time, after it began, and its weight is a number from 0 on.
    pub fn is_observed(&self) -> bool {
        self.has_length() && self.weight.is_finite() && self.weight >= 0.0
    }

    fn has_length(&self) -> bool {
        self.exit.is_finite() && self.entry.is_none_or(|entry| entry < self.exit)
    }

    /// Whether it is under observation at that time: entry < t ≤ exit.
    pub fn at_risk(&self, age_months: f64) -> bool {
        self.entry.is_none_or(|entry| entry < age_months) && age_months <= self.exit
    }

    /// The same spell when nothing but one cause is asked for: other events end it like a last sighting.
    pub fn of_cause(self, cause: usize) -> Self {
        Self { status: usize::from(self.status == cause && cause != CENSORED), ..self }
    }
}

/// How many spells a curve by value leaves out, and why: the note beside the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// The exit is not a number, or does not lie after the entry.
    pub n_without_time: u64,
    /// The weight is not a number from 0 on.
    pub n_without_weight: u64,
    /// The weight is 0.
    pub n_of_no_weight: u64,
}

/// The spells that weigh something, and the note about the others.
pub fn weighing(spells: &[Spell]) -> (Vec<Spell>, LeftOut) {
    let mut left_out = LeftOut::default();
    let mut kept = Vec::with_capacity(spells.len());
    for spell in spells {
        if !spell.has_length() {
            left_out.n_without_time += 1;
        } else if !spell.is_observed() {
            left_out.n_without_weight += 1;
        } else if spell.weight == 0.0 {
            left_out.n_of_no_weight += 1;
        } else {
            kept.push(*spell);
        }
    }
    (kept, left_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_weighs_nothing_is_left_out_with_a_note() {
        let whole = Spell { project: 0, entry: None, exit: 3.0, status: 1, weight: 2.0 };
        let spells = [
            whole,
            Spell { weight: 0.0, ..whole },
            Spell { weight: f64::NAN, ..whole },
            Spell { weight: -1.0, ..whole },
            Spell { exit: f64::NAN, ..whole },
            Spell { entry: Some(3.0), ..whole },
        ];
        let (kept, left_out) = weighing(&spells);
        assert_eq!(kept, [whole]);
        assert_eq!(left_out, LeftOut { n_without_time: 2, n_without_weight: 2, n_of_no_weight: 1 });
    }

    #[test]
    fn an_event_at_the_entry_is_not_seen_and_one_at_signing_is() {
        let late = Spell { project: 0, entry: Some(2.0), exit: 5.0, status: 2, weight: 1.0 };
        assert!(!late.at_risk(2.0) && late.at_risk(2.5) && late.at_risk(5.0) && !late.at_risk(5.5));
        assert!(Spell { entry: None, ..late }.at_risk(0.0));
        assert_eq!((late.of_cause(1).status, late.of_cause(2).status, late.of_cause(0).status), (0, 1, 0));
    }
}
