//! `capital_forecast`: capital still to come, by method (资金预测).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    CapitalForecast, "capital_forecast", key [as_of, event, cohort, dimension, value, method], "资金预测", "the capital of one cohort at the age of the oldest one, by one method";
    as_of: Date, "", "截至日期（月末）", "month, as its last day; every month for the dimension all, the last month for the others";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for the sum of the editions";
    dimension: String, "", "维度", "all, unit, unit_group, industry or size_band";
    value: String, "", "维度取值", "value of the dimension, all for the whole, unknown where nothing says";
    method: String, "", "方法", "chain_ladder; bornhuetter_ferguson: expectation = contract value times the rate of the cohorts at the last age; cape_cod: times the rate of all cohorts; mack: chain ladder with Mack's error; odp: over-dispersed Poisson with its analytic error; in the last month for whole editions also benktander: bornhuetter_ferguson once more with its own result as expectation; ladder_newest, ladder_simple, ladder_regression: chain ladder from the two newest links of each age, from the plain mean of the links, from their regression; odp_bootstrap: odp with error and limits drawn";
    latest_age_months: Option<i32>, "months", "最近完整龄期", "age of the newest complete cell", null "there is none, or the row is the sum";
    ultimate_age_months: Option<i32>, "months", "预测龄期", "age up to which is forecast: that of the oldest complete cell", null "there is no complete cell";
    latest_yuan: Option<i64>, "yuan", "最近完整龄期的累计到位资金", "capital at the newest age that all projects of the cohort have reached", null "there is no complete cell";
    ultimate_yuan: Option<i64>, "yuan", "预测累计到位资金", "capital at the age up to which is forecast", null "it cannot be estimated: see note";
    to_come_yuan: Option<i64>, "yuan", "尚待到位资金", "ultimate less latest", null "it cannot be estimated: see note";
    standard_error_yuan: Option<i64>, "yuan", "预测标准误", "standard error of prediction (mack, odp, odp_bootstrap)", null "the method has none, or it cannot be estimated: see note";
    low_yuan: Option<i64>, "yuan", "预测下限", "lower 95 % limit of the ultimate, what is to come taken as lognormal (Mack 1993), by odp_bootstrap 2.5 % of the draws; it describes the process, not a sampling error", null "there is no standard error, or nothing is to come";
    high_yuan: Option<i64>, "yuan", "预测上限", "upper 95 % limit of the ultimate", null "there is no standard error, or nothing is to come";
    n_links: Option<i64>, "", "最少环节数", "the fewest cohorts on which a factor that is used rests; 1 is shown as such", null "no factor is used";
    note: Option<String>, "", "说明", "short name of why a figure is missing; coverage_grows where fewer projects had a known capital at an earlier age that is used", null "nothing is missing";
}
