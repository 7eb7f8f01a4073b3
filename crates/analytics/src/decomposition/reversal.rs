//! The search for reversals (辛普森悖论): one group is ahead in every stratum and behind over all.
//!
//! Every pair of groups is compared in the strata where both have at least five projects. The rate over all is that
//! of just these strata, so that both statements are about the same projects; what was kept out is counted. Rates by
//! count and by value are searched alike: the cells hold what the rate is of, and beside it how many projects.

use crate::finite::ratio;
use crate::hits::LEAST_PROJECTS;
use crate::not_estimable::NotEstimable;

/// One group in one stratum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StratumTotals {
    /// Projects, for the rule of five.
    pub n_projects: u64,
    /// What the rate counts: started projects, or capital.
    pub hits: f64,
    /// What the rate is of: projects, or contract value.
    pub base: f64,
}

/// One group, such as a unit, over the strata, such as the editions.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The unit.
    pub name: String,
    /// One for each stratum, in the order of all groups.
    pub strata: Vec<StratumTotals>,
}

/// One stratum of a reversal.
#[derive(Debug, Clone, PartialEq)]
pub struct ReversedStratum {
    /// The edition.
    pub name: String,
    /// The rate of the group that is ahead in the strata.
    pub ahead_rate: f64,
    /// The rate of the other.
    pub behind_rate: f64,
}

/// One group ahead in every stratum, and behind over all.
#[derive(Debug, Clone, PartialEq)]
pub struct Reversal {
    /// The group that is ahead in the strata.
    pub ahead: String,
    /// The group that is ahead over all.
    pub behind: String,
    /// The rate over all of the first.
    pub ahead_rate: f64,
    /// The rate over all of the second, higher.
    pub behind_rate: f64,
    /// The strata that were compared.
    pub strata: Vec<ReversedStratum>,
    /// Strata where either has fewer than five projects.
    pub n_strata_kept_out: usize,
}

/// All reversals among all pairs of groups. Refused when a group has not the strata that are named.
pub fn reversals(groups: &[Group], stratum_names: &[String]) -> Result<Vec<Reversal>, NotEstimable> {
    if groups.iter().any(|group| group.strata.len() != stratum_names.len()) {
        return Err(NotEstimable::InputsDisagree);
    }
    let mut found = Vec::new();
    for ahead in groups {
        let others = groups.iter().filter(|other| !std::ptr::eq(*other, ahead));
        found.extend(others.filter_map(|behind| reversal(ahead, behind, stratum_names)));
    }
    Ok(found)
}

fn reversal(ahead: &Group, behind: &Group, names: &[String]) -> Option<Reversal> {
    let mut strata = Vec::new();
    let (mut ahead_sums, mut behind_sums) = ((0.0, 0.0), (0.0, 0.0));
    for (name, (left, right)) in names.iter().zip(ahead.strata.iter().zip(&behind.strata)) {
        if left.n_projects.min(right.n_projects) < LEAST_PROJECTS {
            continue;
        }
        let ahead_rate = ratio(left.hits, left.base).ok()?;
        let behind_rate = ratio(right.hits, right.base).ok()?;
        strata.push(ReversedStratum { name: name.clone(), ahead_rate, behind_rate });
        ahead_sums = (ahead_sums.0 + left.hits, ahead_sums.1 + left.base);
        behind_sums = (behind_sums.0 + right.hits, behind_sums.1 + right.base);
    }
    let ahead_rate = ratio(ahead_sums.0, ahead_sums.1).ok()?;
    let behind_rate = ratio(behind_sums.0, behind_sums.1).ok()?;
    let is_reversal = strata.len() > 1
        && strata.iter().all(|stratum| stratum.ahead_rate > stratum.behind_rate)
        && ahead_rate < behind_rate;
    is_reversal.then(|| Reversal {
        ahead: ahead.name.clone(),
        behind: behind.name.clone(),
        ahead_rate,
        behind_rate,
        n_strata_kept_out: names.len() - strata.len(),
        strata,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, strata: &[(u64, u64)]) -> Group {
        let totals =
            |&(hits, n): &(u64, u64)| StratumTotals { n_projects: n, hits: hits as f64, base: n as f64 };
        Group { name: name.to_owned(), strata: strata.iter().map(totals).collect() }
    }

    fn names(n: usize) -> Vec<String> {
        (0..n).map(|stratum| format!("edition {stratum}")).collect()
    }

    #[test]
    fn small_cells_are_kept_out() {
        let groups = [
            group("A", &[(81, 87), (192, 263), (0, 4)]),
            group("B", &[(234, 270), (55, 80), (9, 9)]),
            group("C", &[(1, 4), (1, 4), (1, 9)]),
        ];
        let found = reversals(&groups, &names(3)).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].ahead.as_str(), found[0].behind.as_str()), ("A", "B"));
        assert_eq!(found[0].n_strata_kept_out, 1);
        assert_eq!(found[0].strata.len(), 2);
    }

    #[test]
    fn a_tie_in_a_stratum_is_no_lead() {
        let groups = [group("A", &[(5, 10), (60, 80)]), group("B", &[(40, 80), (7, 10)])];
        assert_eq!(reversals(&groups, &names(2)), Ok(vec![]));
        assert_eq!(reversals(&groups, &names(1)), Err(NotEstimable::InputsDisagree));
    }
}
