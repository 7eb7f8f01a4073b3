//! `projects`: every project under one id (项目).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Project, "projects", key [project_id], "项目", "one project";
    project_id: String, "", "项目编号", "the ledger's number where there is one, else made from the content";
    counted_project_id: String, "", "计入项目编号", "itself, or the whole of which it is a phase or part";
    ledger_no: Option<String>, "", "台账编号", "number in the ledger", null "the ledger does not list it";
    event: Option<String>, "", "签约活动", "event", null "nothing says";
    cohort: Option<String>, "", "届次", "edition", null "nothing says";
    tracked: bool, "", "是否纳入跟踪督办", "is in the tracked set at the end";
    tracked_until: Option<Date>, "", "移出时间", "last day in the tracked set", null "it is still tracked, or never was";
    not_tracked_reason: Option<String>, "", "未纳入原因", "why it is not tracked", null "it is tracked, or no reason is given";
    name: String, "", "项目名称", "name: the ledger's, else the latest reported";
    investor: Option<String>, "", "投资方", "investor", null "nothing says";
    local_entity: Option<String>, "", "落地公司", "local company", null "nothing says";
    unit_code: Option<String>, "", "单位代码", "reporting unit at the end", null "nothing says";
    industry_code: Option<String>, "", "产业代码", "industry", null "nothing says";
    sign_date: Option<Date>, "", "签约时间", "date of signing", null "nothing says";
    contract_yuan: Option<i64>, "yuan", "正式合同额", "contract value at the end", null "nothing says";
    origin: String, "", "来源", "ledger or return: where it was first met";
    aliases: Option<String>, "", "曾用名", "other names it was reported under, separated by |", null "none";
}
