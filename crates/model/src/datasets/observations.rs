//! `observations`: what one record says of one project for one month, typed (观测).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Observation, "observations", key [record_id, period], "观测", "what one record says of one project for one month";
    record_id: String, "", "记录编号", "record";
    period: Date, "", "报告期（月末）", "month, as its last day";
    project_id: String, "", "项目编号", "project";
    counted_project_id: String, "", "计入项目编号", "project under which it is counted";
    return_id: String, "", "报表指纹", "content hash of the return";
    unit_code: Option<String>, "", "填报单位代码", "unit that reported it", null "no unit was recognised";
    event: Option<String>, "", "签约活动", "event", null "the record does not say";
    cohort: Option<String>, "", "届次", "edition", null "the record does not say";
    project_name: Option<String>, "", "项目名称", "name as written", null "the record does not say";
    investor: Option<String>, "", "投资方", "investor as written", null "the record does not say";
    local_entity: Option<String>, "", "落地公司", "local company as written", null "the record does not say";
    industry_code: Option<String>, "", "产业代码", "industry", null "the record does not say, or it was not recognised";
    stage: Option<String>, "", "项目阶段", "stage", null "the record names no stage";
    started: Option<bool>, "", "是否开工", "has started", null "the record alone does not say";
    in_production: Option<bool>, "", "是否投产", "is in production", null "the record alone does not say";
    terminated: Option<bool>, "", "是否终止", "is terminated", null "the record alone does not say";
    contract_yuan: Option<i64>, "yuan", "正式合同额", "contract value", null "not reported";
    capital_cumulative_yuan: Option<i64>, "yuan", "累计到位资金", "capital arrived since signing", null "not reported";
    capital_ytd_yuan: Option<i64>, "yuan", "本年到位资金", "capital arrived since January", null "not reported";
    capital_month_yuan: Option<i64>, "yuan", "本月到位资金", "capital arrived in the month", null "not reported";
    invested_cumulative_yuan: Option<i64>, "yuan", "累计完成投资", "investment completed", null "not reported";
    sign_date: Option<Date>, "", "签约时间", "date of signing", null "not reported";
    sign_date_precision: Option<String>, "", "签约时间精度", "day, month, quarter, half or year", null "no date";
    register_date: Option<Date>, "", "注册时间", "date of registration", null "not reported";
    register_date_precision: Option<String>, "", "注册时间精度", "day, month, quarter, half or year", null "no date";
    start_date: Option<Date>, "", "开工时间", "date of start", null "not reported";
    start_date_precision: Option<String>, "", "开工时间精度", "day, month, quarter, half or year", null "no date";
    production_date: Option<Date>, "", "投产时间", "start of production", null "not reported";
    production_date_precision: Option<String>, "", "投产时间精度", "day, month, quarter, half or year", null "no date";
    planned_start_date: Option<Date>, "", "计划开工时间", "planned start", null "not reported";
    planned_start_date_precision: Option<String>, "", "计划开工时间精度", "day, month, quarter, half or year", null "no date";
    planned_production_date: Option<Date>, "", "计划投产时间", "planned start of production", null "not reported";
    planned_production_date_precision: Option<String>, "", "计划投产时间精度", "day, month, quarter, half or year", null "no date";
    problem_text: Option<String>, "", "存在问题", "problems in words, telephone numbers masked", null "not reported";
    progress_text: Option<String>, "", "进展情况", "progress in words, telephone numbers masked", null "not reported";
}
