//! Curves made by hand for tests (测试曲线).

use crate::survival::kaplan_meier::{SurvivalStep, kaplan_meier};
use crate::survival::risk_sets::{Followed, risk_sets};

/// The Kaplan–Meier curve of projects followed from signing on: when each left, and whether with the event.
pub(crate) fn curve(exits: &[(f64, bool)]) -> Vec<SurvivalStep> {
    let followed: Vec<Followed> =
        exits.iter().map(|&(exit, happened)| Followed { entry: None, exit, happened }).collect();
    kaplan_meier(&risk_sets(&followed))
}
