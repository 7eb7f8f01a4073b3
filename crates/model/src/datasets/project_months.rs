//! `project_months`: the panel, one counted project in one month, gaps filled by the policy (项目月度面板).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    ProjectMonth, "project_months", key [project_id, as_of], "项目月度面板", "one counted project in one month, from its signing to the last month";
    project_id: String, "", "项目编号", "counted project";
    as_of: Date, "", "截至日期（月末）", "month, as its last day";
    event: Option<String>, "", "签约活动", "event", null "nothing says";
    cohort: Option<String>, "", "届次", "edition", null "nothing says";
    tracked: bool, "", "是否纳入跟踪督办", "is in the tracked set in that month";
    unit_code: Option<String>, "", "单位代码", "reporting unit in that month", null "nothing says";
    unit_group: Option<String>, "", "单位分组", "group of units", null "the unit is not known";
    industry_code: Option<String>, "", "产业代码", "industry", null "nothing says";
    size_band: Option<String>, "", "规模档", "size band by contract value: >=100, 50-100, 30-50, 10-30 or <10 (亿元)", null "the contract value is not known";
    investor_origin: Option<String>, "", "投资来源地", "where the investor comes from, as reported", null "nothing says";
    months_since_signing: Option<i32>, "months", "签约后月数", "age in months", null "the date of signing is not known";
    stage: Option<String>, "", "项目阶段", "stage", null "no return has named one";
    started: Option<bool>, "", "是否开工", "has started by then, under the policy `start`", null "suspended without earlier evidence, or nothing known";
    in_production: Option<bool>, "", "是否投产", "is in production", null "nothing known";
    suspended: bool, "", "是否停工", "is suspended";
    terminated: bool, "", "是否终止", "is terminated";
    start_month: Option<Date>, "", "首次显示开工的月份", "first month in which it counts as started, or the stated date where earlier", null "not started";
    contract_yuan: Option<i64>, "yuan", "正式合同额", "contract value, by the policy", null "nothing says";
    capital_cumulative_yuan: Option<i64>, "yuan", "累计到位资金", "capital arrived since signing", null "no return has said";
    capital_month_yuan: Option<i64>, "yuan", "本月新增到位资金", "rise of the cumulative capital since the month before", null "no value in this or the month before";
    reported: bool, "", "当月是否报送", "a return of that month speaks of it";
    months_unreported: Option<i32>, "months", "连续未报月数", "months since the last return that speaks of it, 0 when reported", null "no return has spoken of it yet";
}
