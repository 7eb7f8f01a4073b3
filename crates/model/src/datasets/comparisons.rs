//! `comparisons`: tests and differences between cohorts, units, industries and size bands (组间比较).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Comparison, "comparisons", key [as_of, event, dimension, a, b, method], "组间比较", "one comparison of two groups by one method";
    as_of: Date, "", "截至日期（月末）", "month, as its last day; every month for the dimension cohort, the last month for the others";
    event: String, "", "签约活动", "event";
    dimension: String, "", "维度", "cohort, industry or size_band: every pair (more than 20 industries: each against the rest); unit: each unit against the rest of its unit group";
    a: String, "", "甲组", "the first group";
    b: String, "", "乙组", "the second group; rest for all others, of a unit for the other units of its group";
    method: String, "", "方法", "newcombe: difference of start rates; fisher, pooled_z: tests of the same; log_rank, wilcoxon: tests of the time to start, a termination ends the observation; gray: the same, it competes; rmst_difference: difference of the mean months to start up to tau; of two editions in the last month also, with _industry or _size_band as strata, mh_odds_ratio: common odds ratio of Mantel and Haenszel with the test of no difference, mh_difference: their common difference of start rates, equal_odds: test whether the odds ratio is the same in all strata, standardised: difference of the start rates with the mix of both editions together";
    n_a: i64, "projects", "甲组项目数", "projects of the first group that the method counts";
    n_b: i64, "projects", "乙组项目数", "projects of the second group that the method counts";
    n_started_a: i64, "projects", "甲组开工数", "of them started";
    n_started_b: i64, "projects", "乙组开工数", "of them started";
    tau_months: Option<i32>, "months", "比较时限", "tau: the smallest maximal follow-up; of all editions for the dimension cohort, of the pair for the others", null "the method has none";
    estimate: Option<f64>, "share, months or ratio", "差或比值", "first less second: of the start rates, or of the mean months to start; of mh_odds_ratio the odds of the first over those of the second", null "the method gives none, or it cannot be estimated: see note";
    low: Option<f64>, "share, months or ratio", "差或比值的下限", "lower 95 % limit; it describes the process, not a sampling error", null "the method gives none, or it cannot be estimated: see note";
    high: Option<f64>, "share, months or ratio", "差或比值的上限", "upper 95 % limit", null "the method gives none, or it cannot be estimated: see note";
    statistic: Option<f64>, "", "统计量", "z (pooled_z, rmst_difference, mh_difference, standardised) or chi-square (log_rank, wilcoxon, gray and mh_odds_ratio with one degree of freedom, equal_odds with one less than strata)", null "the method gives none, or it cannot be estimated: see note";
    p: Option<f64>, "share", "p 值", "two-sided p-value", null "the method gives none, or it cannot be estimated: see note";
    p_holm: Option<f64>, "share", "霍尔姆校正 p 值", "the same adjusted by Holm over all comparisons of the month, event, dimension and method", null "the method gives none, or it cannot be estimated: see note";
    note: Option<String>, "", "无法估计的原因", "short name of why there is no figure", null "nothing is missing";
}
