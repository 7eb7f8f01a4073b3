//! `cohort_metrics`: the headline figures by month, edition and dimension (各届指标).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    CohortMetric, "cohort_metrics", key [as_of, event, cohort, dimension, value], "各届指标", "the figures of one cohort, or of a part of it, in one month";
    as_of: Date, "", "截至日期（月末）", "month, as its last day";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    dimension: String, "", "维度", "all, unit, unit_group, industry, size_band or investor_origin";
    value: String, "", "维度取值", "value of the dimension, all for the whole, unknown where nothing says";
    n_projects: i64, "projects", "项目数", "projects of the population";
    n_started: i64, "projects", "开工项目数", "started or in production";
    n_production: i64, "projects", "投产项目数", "in production";
    n_suspended: i64, "projects", "停工项目数", "suspended";
    n_terminated: i64, "projects", "终止项目数", "terminated";
    n_unreported: i64, "projects", "当月未报项目数", "no return of that month speaks of them";
    contract_yuan: i64, "yuan", "合同额合计", "contract value; a project without a known value counts as 0";
    contract_started_yuan: i64, "yuan", "开工项目合同额合计", "contract value of the started projects";
    capital_yuan: i64, "yuan", "累计到位资金合计", "capital arrived since signing; a project without a known value counts as 0";
    capital_month_yuan: i64, "yuan", "本月新增到位资金合计", "rise of the capital since the month before";
    start_rate: Option<f64>, "share", "开工率", "n_started / n_projects", null "there is no project";
    start_rate_low: Option<f64>, "share", "开工率下限", "lower Wilson limit, 95 %", null "there is no project";
    start_rate_high: Option<f64>, "share", "开工率上限", "upper Wilson limit, 95 %", null "there is no project";
    start_rate_by_value: Option<f64>, "share", "开工率（按金额）", "contract_started_yuan / contract_yuan", null "the contract value is 0";
    production_rate: Option<f64>, "share", "投产率", "n_production / n_projects", null "there is no project";
    fulfilment_rate: Option<f64>, "share", "履约率", "(n_projects - n_terminated) / n_projects", null "there is no project";
    capital_rate: Option<f64>, "share", "资金到位率", "capital_yuan / contract_yuan", null "the contract value is 0";
    median_months_to_start: Option<f64>, "months", "签约到开工的中位月数", "Kaplan–Meier median of the months from signing to start", null "fewer than half had started at the end of the curve, or no age is known";
    new_started: i64, "projects", "本月新开工项目数", "started in that month and not in the month before";
}
