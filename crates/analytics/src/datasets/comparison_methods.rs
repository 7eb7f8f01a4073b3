//! Seven ways to compare two groups (比较方法): the share that has started, and the time that it took.

use crate::confidence::Confidence;
use crate::datasets::compared_group::{ComparedGroup, PairOfSets, pair_of_sets};
use crate::not_estimable::NotEstimable;
use crate::p_values::two_sided_p_value;
use crate::rates::fisher::fisher;
use crate::rates::newcombe_difference::newcombe_difference;
use crate::rates::pooled_z::pooled_z;
use crate::rates::share::Share;
use crate::survival::chi_square::ChiSquareTest;
use crate::survival::gray::gray_test_of_sets;
use crate::survival::log_rank::{AgeWeight, TiedVariance, compare_sets};
use crate::survival::restricted_mean::restricted_mean_difference;

/// The cause that is compared: the start.
const START: usize = 1;

/// What a method says; every figure may be missing by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Said {
    /// First less second.
    pub estimate: Option<f64>,
    /// Its lower limit.
    pub low: Option<f64>,
    /// Its upper limit.
    pub high: Option<f64>,
    /// z or χ².
    pub statistic: Option<f64>,
    /// Two-sided.
    pub p: Option<f64>,
}

/// One method, with what it says of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MethodResult {
    /// Its name in the dataset.
    pub name: &'static str,
    /// Whether it counts the projects without a month of signing too.
    pub counts_undated: bool,
    /// τ in months, where the method has one.
    pub tau_months: Option<i32>,
    /// What it says, or why it says nothing.
    pub said: Result<Said, NotEstimable>,
}

/// Every method, by name.
pub fn compare(first: &ComparedGroup, second: &ComparedGroup, tau_months: i32) -> [MethodResult; 7] {
    let sets = pair_of_sets(first, second);
    let of_shares = |name, said| MethodResult { name, counts_undated: true, tau_months: None, said };
    let of_times = |name, said| MethodResult { name, counts_undated: false, tau_months: None, said };
    let shares = shares(first, second);
    [
        of_shares("fisher", shares.map(by_fisher)),
        of_times("gray", gray_test_of_sets(&sets.competing, 2, START, 0.0).map(by_chi_square)),
        of_times("log_rank", by_rank(&sets, AgeWeight::One)),
        of_shares("newcombe", shares.map(by_newcombe)),
        of_shares("pooled_z", shares.and_then(by_pooled_z)),
        MethodResult {
            tau_months: Some(tau_months),
            ..of_times("rmst_difference", by_restricted_mean(first, second, tau_months))
        },
        of_times("wilcoxon", by_rank(&sets, AgeWeight::AtRisk)),
    ]
}

fn shares(first: &ComparedGroup, second: &ComparedGroup) -> Result<(Share, Share), NotEstimable> {
    let share = |group: &ComparedGroup| {
        let unsigned = |n: i64| u64::try_from(n).unwrap_or(0);
        Share::new(unsigned(group.n_all_started), unsigned(group.n_all))
    };
    Ok((share(first)?, share(second)?))
}

fn difference((first, second): (Share, Share)) -> Option<f64> {
    Some(first.rate() - second.rate())
}

fn by_newcombe(shares: (Share, Share)) -> Said {
    let limits = newcombe_difference(shares.0, shares.1, Confidence::P95);
    Said { estimate: difference(shares), low: Some(limits.low), high: Some(limits.high), ..Said::default() }
}

fn by_fisher(shares: (Share, Share)) -> Said {
    Said { estimate: difference(shares), p: Some(fisher(shares.0, shares.1)), ..Said::default() }
}

fn by_pooled_z(shares: (Share, Share)) -> Result<Said, NotEstimable> {
    let test = pooled_z(shares.0, shares.1)?;
    Ok(Said {
        estimate: difference(shares),
        statistic: Some(test.z),
        p: Some(test.p_value),
        ..Said::default()
    })
}

fn by_rank(sets: &PairOfSets, weight: AgeWeight) -> Result<Said, NotEstimable> {
    let compared = compare_sets(&sets.starts, 2, weight, TiedVariance::Hypergeometric)?;
    Ok(by_chi_square(compared.test))
}

fn by_chi_square(test: ChiSquareTest) -> Said {
    Said { statistic: Some(test.statistic), p: Some(test.p_value), ..Said::default() }
}

/// The difference stands without a test where neither side varies.
fn by_restricted_mean(
    first: &ComparedGroup,
    second: &ComparedGroup,
    tau_months: i32,
) -> Result<Said, NotEstimable> {
    let tau = f64::from(tau_months);
    let found = restricted_mean_difference(&first.curve, &second.curve, tau, Confidence::P95)?;
    let statistic = (found.standard_error > 0.0).then(|| found.months / found.standard_error);
    Ok(Said {
        estimate: Some(found.months),
        low: Some(found.limits.low),
        high: Some(found.limits.high),
        statistic,
        p: statistic.map(two_sided_p_value),
    })
}
