//! What the swept datasets compute (方法说明): one entry a figure, for `luodi describe`.

use model::metric::Metric;

/// The population of the panel.
const COUNTED: &str = "projects in scope, less those that the policy drops";

/// Every method of `changes`, `supervision`, `expected_starts`, `rankings`, `revisions`, `revision_summary` and `published_audit`.
pub const METHODS: &[Metric] = &[
    BRIDGE,
    LIGHT,
    MONTHS_OVERDUE,
    MONTHS_UNCHANGED,
    EXPECTED_START_12,
    EXPECTED_STARTS,
    RANK,
    RANK_INTERVAL,
    SHRUNKEN_RATE,
    FUNNEL_LIMITS,
    SCORE,
    REVISION,
    MEAN_REVISION,
    PUBLISHED_AUDIT,
];

/// M10, the exact bridge (变动分解).
pub const BRIDGE: Metric = Metric {
    name: "bridge",
    zh: "变动分解",
    en: "exact bridge",
    formula: "opening + new + listed_late - removed ± re_signed ± reclassified ± revised + started + produced - retracted + arrived - corrected = closing, in integers, for each project",
    unit: "projects or yuan",
    population: COUNTED,
    missing: "never: a project without a known value counts as 0",
    source: "metrics.md M10; the identity holds exactly for each cohort and for all editions together",
};

/// The light (灯色).
pub const LIGHT: Metric = Metric {
    name: "light",
    zh: "督办灯色",
    en: "light of supervision",
    formula: "the worst light of the rules of supervision_rules.csv that fire; rules about streaks are asked after all others; green when none fires",
    unit: "",
    population: COUNTED,
    missing: "never: none for projects in production or terminated",
    source: "银川 (m.qlbk.net/news/3Ww4l7bw75.html), 三亚 (news.hndaily.cn, 2022-05-13), 邯郸 (handan.hebnews.cn/2024-03/18)",
};

/// Months overdue (逾期月数).
pub const MONTHS_OVERDUE: Metric = Metric {
    name: "months_overdue",
    zh: "逾期月数",
    en: "months overdue",
    formula: "as_of - month of the planned start",
    unit: "months",
    population: "projects in scope that have not started, with a planned start",
    missing: "when it has started, has no planned start, or the planned start lies ahead",
    source: "银川: 当月应开工而未开工 is yellow, three months overdue is red",
};

/// Months without change (无变化月数).
pub const MONTHS_UNCHANGED: Metric = Metric {
    name: "months_unchanged",
    zh: "无变化月数",
    en: "months without change",
    formula: "months since stage, started, in_production or capital_cumulative_yuan last differed from the month before",
    unit: "months",
    population: COUNTED,
    missing: "never: 0 in the first month",
    source: "metrics.md A7; 邯郸: two months without progress yellow, three red, six removed",
};

/// S8, the chance to start (12个月内开工概率).
pub const EXPECTED_START_12: Metric = Metric {
    name: "expected_start_12",
    zh: "12个月内开工概率",
    en: "probability to start within 12 months",
    formula: "1 - S(age + 12) / S(age), S the Kaplan–Meier curve of all projects known in that month; the sum over projects is the expected number of starts",
    unit: "share",
    population: "projects in scope that have not started and are not terminated",
    missing: "when the age is not known, the curve ends before age + 12 months above 0, or fewer than five are under observation there",
    source: "metrics.md S8",
};

/// S8, the starts to be expected (12个月内预期开工数).
pub const EXPECTED_STARTS: Metric = Metric {
    name: "expected",
    zh: "12个月内预期开工数",
    en: "starts expected within 12 months",
    formula: "sum of expected_start_12 over the projects of a group; limits: 2.5 % and 97.5 % of the Poisson-binomial number of starts, chances taken as known",
    unit: "projects",
    population: "projects in scope that have not started and are not terminated",
    missing: "when projects wait and none of them has a probability; the note says why",
    source: "metrics.md S8; Hoeffding 1956",
};

/// The rank (名次).
pub const RANK: Metric = Metric {
    name: "rank",
    zh: "名次",
    en: "rank within the group",
    formula: "1 + units of the group with a higher value, compared as exact fractions; equal values share a rank",
    unit: "",
    population: "units of the group that take part",
    missing: "when the unit has no value, or is not ranked by a setting",
    source: "definitions.md §4: 两江新区、西部科学城重庆高新区未纳入综合排名",
};

/// X1, the interval of a rank (名次区间).
pub const RANK_INTERVAL: Metric = Metric {
    name: "rank_low",
    zh: "名次区间",
    en: "interval of a rank",
    formula: "2.5 % and 97.5 % of the ranks when the projects of every unit are drawn again with replacement; seeded, 500 rounds, fewer (never under 200) above 2,000 projects",
    unit: "",
    population: "units of the group that take part",
    missing: "when the unit has no rank, fewer than five projects, or projects that are all alike",
    source: "Goldstein and Spiegelhalter 1996; metrics.md X1",
};

/// X4, the shrunken rate (收缩后的开工率).
pub const SHRUNKEN_RATE: Metric = Metric {
    name: "shrunk",
    zh: "收缩后的开工率",
    en: "shrunken start rate",
    formula: "(mean + ρ · n_started) / (1 + ρ · n_projects), mean and ρ by maximum likelihood over all units",
    unit: "share",
    population: COUNTED,
    missing: "when there are fewer than five units, or no project or every project has started",
    source: "metrics.md X4: beta-binomial, empirical Bayes",
};

/// S19, the funnel (漏斗图).
pub const FUNNEL_LIMITS: Metric = Metric {
    name: "low_95",
    zh: "漏斗图界限",
    en: "limits of the funnel",
    formula: "the counts that are no surprise at 95 % and 99.8 % when the unit has the rate of its group, over n",
    unit: "share",
    population: COUNTED,
    missing: "when there is no project",
    source: "metrics.md S19; Spiegelhalter 2005; the inversion of Clopper–Pearson",
};

/// The efficacy score (功效系数法).
pub const SCORE: Metric = Metric {
    name: "score",
    zh: "功效系数得分",
    en: "efficacy score",
    formula: "Σ over rates: 60 % · mark + 40 % · mark · (rate - least) / (best - least), each to two decimals half up; money rates to the millionth; marks 40 start_rate, 20 start_rate_by_value, 40 capital_rate unless set",
    unit: "points",
    population: "units of the group that take part",
    missing: "when the unit lacks one of the rates, or all units of the group are alike in one",
    source: "三明 2020 (p2.ttnews.xyz/a/5e75b567dc9b5e5af7a6483b)",
};

/// S18, the revision (修订额).
pub const REVISION: Metric = Metric {
    name: "revision",
    zh: "修订额",
    en: "revision",
    formula: "figure at the vintage - figure as first published; cause: the component group of the bridge from the vintage before that moves the sums behind the figure most, relative to their level",
    unit: "share, projects or yuan",
    population: COUNTED,
    missing: "when one of the two figures has no denominator",
    source: "metrics.md S18",
};

/// MR, MAR and RMAR (平均修订).
pub const MEAN_REVISION: Metric = Metric {
    name: "mean",
    zh: "平均修订",
    en: "mean revision",
    formula: "MR = mean of later - first at a lag of 1, 3 or 12 months; MAR = mean of sizes; RMAR = Σ sizes / Σ |later|; t with Newey–West errors, lag ⌊4 (n / 100)^(2/9)⌋",
    unit: "share, projects or yuan",
    population: "months for which the lag has passed",
    missing: "RMAR when all later figures are 0; t below eight months or when all revisions are alike",
    source: "McKenzie and Gamba 2008 (OECD); Newey and West 1987, 1994",
};

/// M12, the audit of printed figures (公布数字核验).
pub const PUBLISHED_AUDIT: Metric = Metric {
    name: "published_audit",
    zh: "公布数字核验",
    en: "audit of printed figures",
    formula: "whole denominators n with round(100 · k / n) = printed; totals V with round(100 · C / V) = printed; Σ parts = total; definitions D0 · D1 · D2 × contract value as_of · original · latest that print the figure",
    unit: "",
    population: "figures of published_figures.csv",
    missing: "when a print cannot be read, or no panel has the cohort",
    source: "metrics.md M12; definitions.md §5, §6",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_says_all_of_itself_and_has_its_own_name() {
        for (place, method) in METHODS.iter().enumerate() {
            let texts =
                [method.zh, method.en, method.formula, method.population, method.missing, method.source];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", method.name);
            assert!(METHODS[..place].iter().all(|other| other.name != method.name), "{}", method.name);
        }
    }
}
