//! Where each unit stands in the funnel (漏斗图判定).

use crate::confidence::Confidence;
use crate::funnel::limits::count_limits;
use crate::hits::{Hits, LEAST_PROJECTS};
use crate::not_estimable::NotEstimable;

/// Where the rate of a unit lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Below the 99.8 % limit.
    FarBelow,
    /// Below the 95 % limit, within the 99.8 % limit.
    Below,
    /// Within the 95 % limits: nothing but chance is needed to explain it.
    Within,
    /// Above the 95 % limit, within the 99.8 % limit.
    Above,
    /// Above the 99.8 % limit.
    FarAbove,
}

/// The verdict for a unit around a common rate. Refused with fewer than five projects, or more
/// hits than projects.
pub fn verdict(unit: Hits, rate: f64) -> Result<Verdict, NotEstimable> {
    if unit.counted()?.n_projects < LEAST_PROJECTS {
        return Err(NotEstimable::TooFewProjects);
    }
    let near = count_limits(unit.n_projects, rate, Confidence::P95)?;
    let far = count_limits(unit.n_projects, rate, Confidence::P998)?;
    Ok(match unit.n_hits {
        n_hits if n_hits < far.least => Verdict::FarBelow,
        n_hits if n_hits > far.most => Verdict::FarAbove,
        n_hits if n_hits < near.least => Verdict::Below,
        n_hits if n_hits > near.most => Verdict::Above,
        _ => Verdict::Within,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_need_five_projects() {
        let unit = |n_hits, n_projects| Hits { n_hits, n_projects };
        assert_eq!(verdict(unit(4, 4), 0.3), Err(NotEstimable::TooFewProjects));
        assert_eq!(verdict(unit(5, 5), 0.3), Ok(Verdict::Above));
        assert_eq!(verdict(unit(20, 20), 0.3), Ok(Verdict::FarAbove));
        assert_eq!(verdict(unit(0, 40), 0.3), Ok(Verdict::FarBelow));
        assert_eq!(verdict(unit(2, 20), 0.3), Ok(Verdict::Within));
        assert_eq!(verdict(unit(1, 20), 0.3), Ok(Verdict::Below));
    }
}
