//! Every method of the datasets over ages, comparisons and parts (方法一览): name, formula, population, null rule, source.
//!
//! The names are those that stand in the column `method` of `start_curves`, `capital_forecast`, `comparisons` and
//! `decomposition`, or the columns of `cohort_ages`, `start_curves`, `curve_quartiles` and `concentration` that they fill.

use model::metric::Metric;

const DATED: &str = "projects in scope with a known month of signing, less those that the policy drops";
const ALL: &str = "projects in scope, less those that the policy drops";
const COMPLETE: &str = "the ages that all projects of a cohort have reached with a known capital";
const COHORTS: &str = "two editions in the last month, cell by cell";
const HOLDERS: &str = "projects with a known value, or the sums of units, groups, industries or bands";

const NOBODY: &str = "when nobody was under observation";
const NO_QUARTILE: &str = "when the curve does not come to the share; never the last age instead";
const NO_AGE: &str = "when no project has reached the age";
const NO_FACTOR: &str = "when a factor up to the last age has no link; the note says why";
const NO_GROUP: &str = "when a group has no project, or nothing varies; the note says why";
const NO_BASE: &str = "when a side has no project or no contract value; the note says why";
const NO_TOTAL: &str = "when the total is 0 or a value is negative; the note says why";

macro_rules! methods {
    ($( $name:literal, $zh:literal, $en:literal, $unit:literal: $formula:literal; $population:ident, $missing:ident, $source:literal. )+) => {
        /// Every method.
        pub const METHODS: &[Metric] = &[ $( Metric {
            name: $name,
            zh: $zh,
            en: $en,
            formula: $formula,
            unit: $unit,
            population: $population,
            missing: $missing,
            source: $source,
        } ),+ ];
    };
}

methods! {
    "start_rate_matured", "同龄开工率（已满该龄项目）", "start rate at an age, of those that have reached it", "share":
        "n_started_matured / n_matured"; DATED, NO_AGE, "denominator Dm(a)".
    "start_rate_aj", "同龄开工率（阿伦－约翰森）", "start rate at an age, with all projects", "share":
        "F(a) = sum over t <= a of S(t-) starts(t) / at risk(t)"; DATED, NO_AGE, "Aalen & Johansen 1978".
    "capital_rate_matured", "同龄资金到位率（已满该龄项目）", "capital arrival rate at an age, of those that have reached it", "share":
        "capital_matured_yuan / contract_matured_yuan"; DATED, NO_AGE, "denominator Dm(a)".

    "km", "卡普兰－迈耶曲线", "Kaplan-Meier curve", "share":
        "S(t) = product of 1 - starts / at risk; error S sqrt(sum d / (n (n - d))); limits log-log"; DATED, NOBODY, "Kaplan & Meier 1958; Greenwood 1926".
    "km_days", "按日计时的卡普兰－迈耶曲线", "Kaplan-Meier curve on the day clock", "share":
        "as km, over whole days from signing to start, read every 30 days (age 3 = 90 days)"; DATED, NOBODY, "Kaplan & Meier 1958; only where every start and its signing are known to the day".
    "cumulative_hazard", "尼尔森－阿伦累积风险", "Nelson-Aalen hazard", "":
        "H(t) = sum of starts / at risk"; DATED, NOBODY, "Nelson 1972; Aalen 1978".
    "aj", "阿伦－约翰森累积发生率", "Aalen-Johansen incidence", "share":
        "F_j(t) = sum of S(t-) d_j / n, start and termination compete; error by the infinitesimal jackknife"; DATED, NOBODY, "Aalen & Johansen 1978; error as R's multi-state curves".
    "turnbull", "特恩布尔区间删失曲线", "interval-censored curve", "share":
        "likeliest curve when a start is known to lie between two returns; certified to 1e-9"; DATED, NOBODY, "Turnbull 1976; Peto 1973".
    "weighted", "加权累积发生率", "incidence by contract value", "share":
        "as aj, each project weighs its contract value; robust error"; DATED, NOBODY, "Aalen & Johansen 1978 with weights".
    "months", "开工时间四分位", "quartile of the months to start", "months":
        "first age at which the curve falls below 1 - share, the middle of the while where it stands at it; limits where the log-log limits of the curve cross"; DATED, NO_QUARTILE, "Brookmeyer & Crowley 1982; midpoint as R's quantile.survfit".

    "chain_ladder", "链梯法", "chain ladder", "yuan":
        "latest * product of sum C(a+1) / sum C(a) over cohorts that have both"; COMPLETE, NO_FACTOR, "England & Verrall 2002".
    "bornhuetter_ferguson", "先验法", "Bornhuetter-Ferguson", "yuan":
        "latest + (1 - share developed) * contract * arrival rate of the cohorts at the last age"; COMPLETE, NO_FACTOR, "Bornhuetter & Ferguson 1972".
    "cape_cod", "开普科德法", "Cape Cod", "yuan":
        "the same with the rate sum of latest / sum of contract * share developed"; COMPLETE, NO_FACTOR, "Buehlmann 1983".
    "mack", "马克误差", "Mack's error of the chain ladder", "yuan":
        "sqrt(process + parameter), sigma from the scatter of the links; limits lognormal"; COMPLETE, NO_FACTOR, "Mack 1993, 1999".
    "odp", "过离散泊松预测误差", "error of the over-dispersed Poisson model", "yuan":
        "sqrt(dispersion * (sum expected + variance of the estimated sum)); limits lognormal"; COMPLETE, NO_FACTOR, "Renshaw & Verrall 1998; England & Verrall 2002".
    "benktander", "本克坦德法", "Benktander", "yuan":
        "bornhuetter_ferguson once more, with its own result as the expectation"; COMPLETE, NO_FACTOR, "Benktander 1976; Mack 2000".
    "ladder_newest", "最近两届链梯法", "chain ladder of the newest two links of each age", "yuan":
        "latest * product of sum C(a+1) / sum C(a) over the two newest cohorts that have both"; COMPLETE, NO_FACTOR, "England & Verrall 2002".
    "ladder_simple", "简单平均链梯法", "chain ladder of the plain mean of the links", "yuan":
        "latest * product of the mean of C(a+1) / C(a)"; COMPLETE, NO_FACTOR, "Murphy 1994".
    "ladder_regression", "回归链梯法", "chain ladder of the regression of the links", "yuan":
        "latest * product of sum C(a) C(a+1) / sum C(a)^2"; COMPLETE, NO_FACTOR, "Murphy 1994".
    "odp_bootstrap", "过离散泊松自助法", "bootstrap of the over-dispersed Poisson model", "yuan":
        "residuals shuffled, ladder fitted again, every cell to come drawn from a gamma distribution; seeded, 999 rounds, fewer (never under 200) for many cells; error = their spread, limits = 2.5 % and 97.5 %"; COMPLETE, NO_FACTOR, "England & Verrall 1999, 2002".

    "newcombe", "差的纽科姆区间", "difference of start rates with limits", "share":
        "k1 / n1 - k2 / n2, limits from the Wilson limits of both"; ALL, NO_GROUP, "Newcombe 1998, method 10".
    "fisher", "费希尔精确检验", "Fisher's exact test", "share":
        "two-sided: all tables at most as likely as the observed one"; ALL, NO_GROUP, "Fisher 1934".
    "pooled_z", "合并方差的 z 检验", "z test with one pooled variance", "":
        "(p1 - p2) / sqrt(p (1 - p) (1 / n1 + 1 / n2))"; ALL, NO_GROUP, "two-sample test of proportions".
    "p_holm", "霍尔姆校正 p 值", "p-value adjusted by Holm", "share":
        "p times the number of p-values at least as large, never below a smaller one"; ALL, NO_GROUP, "Holm 1979".
    "log_rank", "时序检验", "log-rank test of the time to start", "":
        "chi-square of observed less expected starts; a termination ends the observation"; DATED, NO_GROUP, "Mantel 1966; Peto & Peto 1972".
    "wilcoxon", "威尔科克森检验", "Gehan-Wilcoxon test of the time to start", "":
        "the same, each age weighs the number at risk"; DATED, NO_GROUP, "Gehan 1965; Breslow 1970".
    "gray", "格雷检验", "Gray's test of the incidence of the start", "":
        "chi-square of the weighted subdistribution hazards; a termination competes"; DATED, NO_GROUP, "Gray 1988".
    "rmst_difference", "限制平均开工时间之差", "difference of the mean months to start up to tau", "months":
        "area under S1 up to tau - area under S2 up to tau, tau = smallest maximal follow-up"; DATED, NO_GROUP, "Royston & Parmar 2013".
    "mh_odds_ratio", "曼特尔－亨塞尔合并比值比", "common odds ratio of two editions over strata", "ratio":
        "sum of a d / n over sum of b c / n; chi-square of observed less expected starts, without correction"; ALL, NO_GROUP, "Mantel & Haenszel 1959; Robins, Breslow & Greenland 1986".
    "mh_difference", "曼特尔－亨塞尔合并率差", "common difference of start rates over strata", "share":
        "sum of w (p1 - p2) over sum of w, w = n1 n2 / n; error by Sato"; ALL, NO_GROUP, "Mantel & Haenszel 1959; Sato 1989".
    "equal_odds", "比值比齐性检验", "test of equal odds ratios in all strata", "":
        "chi-square of observed less fitted starts over the strata that leave something to chance"; ALL, NO_GROUP, "Breslow & Day 1980".

    "kitagawa2", "基塔加瓦两分解", "Kitagawa's two parts", "share":
        "rate: mean weight * change of rate; composition: mean rate * change of weight"; COHORTS, NO_BASE, "Kitagawa 1955".
    "kitagawa3", "基塔加瓦三分解", "three parts with an interaction", "share":
        "rate and composition at the edition before, and both changes together"; COHORTS, NO_BASE, "Kitagawa 1955".
    "das_gupta", "达斯古普塔分解", "Das Gupta's effects on the capital", "yuan":
        "contract volume * mix * arrival rate, mean over all orders of change"; COHORTS, NO_BASE, "Das Gupta 1993".
    "lmdi_additive", "对数平均迪氏分解（加法）", "additive LMDI of the capital", "yuan":
        "sum of L(C1, C0) * ln(x1 / x0) for volume, mix and rate"; COHORTS, NO_BASE, "Ang 2005, 2015".
    "lmdi_multiplicative", "对数平均迪氏分解（乘法）", "multiplicative LMDI of the capital", "factor":
        "exp of the additive effect / L of the totals"; COHORTS, NO_BASE, "Ang 2005, 2015".
    "standardised", "直接标准化", "start rates with a common mix", "share":
        "sum of mix * rate, mix of both editions together over the cells that both have; of a difference the error is sqrt(sum of mix^2 p (1 - p) / n)"; COHORTS, NO_BASE, "direct standardisation".
    "reversal", "辛普森反转", "reversal between editions and the total", "share":
        "one ahead in every edition where both have five projects, and behind over all of them"; ALL, NO_GROUP, "Simpson 1951".

    "hhi", "赫芬达尔指数", "Herfindahl-Hirschman index", "share":
        "sum of squared shares"; HOLDERS, NO_TOTAL, "Hirschman 1945; Herfindahl 1950".
    "hhi_normalised", "标准化赫芬达尔指数", "normalised index", "share":
        "(hhi - 1/n) / (1 - 1/n)"; HOLDERS, NO_TOTAL, "Hirschman 1945; Herfindahl 1950".
    "effective_number", "有效个数", "effective number of holders", "":
        "1 / hhi"; HOLDERS, NO_TOTAL, "Hirschman 1945; Herfindahl 1950".
    "cr1", "最大一个占比", "share of the largest", "share":
        "largest / total"; HOLDERS, NO_TOTAL, "concentration ratio".
    "cr3", "最大三个占比", "share of the largest three", "share":
        "largest three / total"; HOLDERS, NO_TOTAL, "concentration ratio".
    "cr10", "最大十个占比", "share of the largest ten", "share":
        "largest ten / total"; HOLDERS, NO_TOTAL, "concentration ratio".
    "gini", "基尼系数", "Gini coefficient", "share":
        "sum of (2 rank - n - 1) * share / n"; HOLDERS, NO_TOTAL, "Gini 1912".
    "theil", "泰尔指数", "Theil's T", "":
        "sum of share * ln(n * share)"; HOLDERS, NO_TOTAL, "Theil 1967".
    "leave_one_out_rate", "去除影响最大项目后的比率", "rate without the project that moves it most", "share":
        "sum without it / sum of contract without it"; HOLDERS, NO_TOTAL, "largest influence".
}

#[cfg(test)]
mod tests {
    use model::datasets::{
        capital_forecast::CapitalForecast, cohort_ages::CohortAge, comparisons::Comparison,
        concentration::Concentration, curve_quartiles::CurveQuartile, decomposition::Decomposition,
        start_curves::StartCurve,
    };
    use model::row::Row;

    use super::*;

    #[test]
    fn a_name_is_that_of_a_method_or_a_column_and_occurs_once() {
        let texts =
            [StartCurve::method(), CapitalForecast::method(), Comparison::method(), Decomposition::method()];
        let datasets = [
            CohortAge::DATASET,
            StartCurve::DATASET,
            CurveQuartile::DATASET,
            Comparison::DATASET,
            Concentration::DATASET,
        ];
        for (place, method) in METHODS.iter().enumerate() {
            let is_told = texts.iter().any(|column| {
                column.en.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == method.name)
            });
            let is_column = datasets.iter().any(|dataset| dataset.column(method.name).is_some());
            assert!(is_told || is_column, "{}", method.name);
            assert!(METHODS[..place].iter().all(|other| other.name != method.name), "{}", method.name);
        }
    }

    #[test]
    fn every_method_says_everything() {
        for method in METHODS {
            for text in
                [method.zh, method.en, method.formula, method.population, method.missing, method.source]
            {
                assert!(!text.is_empty(), "{}", method.name);
            }
            assert!(!method.zh.is_ascii() && method.en.is_ascii(), "{}", method.name);
        }
    }
}
