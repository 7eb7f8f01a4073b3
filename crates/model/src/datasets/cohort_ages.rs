//! `cohort_ages`: the rates of cohorts at equal age, with how much of each cohort has reached it (同龄比较).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    CohortAge, "cohort_ages", key [as_of, event, cohort, dimension, value, age_months], "各届同龄指标", "one cohort, or a part of it, at one age in months since signing, as known in one month";
    as_of: Date, "", "截至日期（月末）", "month, as its last day; every month for the dimension all, the last month for the others";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    dimension: String, "", "维度", "all, unit, unit_group, industry or size_band";
    value: String, "", "维度取值", "value of the dimension, all for the whole, unknown where nothing says";
    age_months: i32, "months", "签约后月数", "age: whole months since the month of signing";
    n_projects: i64, "projects", "项目数", "projects of the population with a known month of signing (D0)";
    n_undated: i64, "projects", "签约月份不明的项目数", "projects of the population left out because their month of signing is not known or has not come";
    n_matured: i64, "projects", "已满该龄项目数", "projects that have reached the age (Dm)";
    n_observed: i64, "projects", "当时已有报送的项目数", "of those that have reached the age, projects of which a return had spoken by then";
    n_started: i64, "projects", "该龄前开工项目数", "projects that had started by that age, as far as known";
    n_started_matured: i64, "projects", "已满该龄项目中的开工数", "of those that have reached the age, projects that had started by then";
    start_rate: Option<f64>, "share", "同龄开工率（全部项目）", "n_started / n_projects", null "no project has reached the age";
    start_rate_matured: Option<f64>, "share", "同龄开工率（已满该龄项目）", "n_started_matured / n_matured", null "no project has reached the age";
    start_rate_aj: Option<f64>, "share", "同龄开工率（阿伦－约翰森）", "Aalen–Johansen incidence of the start by that age, termination competing", null "no project has reached the age";
    contract_yuan: i64, "yuan", "合同额合计", "contract value of the projects; a project without a known value counts as 0";
    contract_matured_yuan: i64, "yuan", "已满该龄项目合同额", "contract value of those that have reached the age";
    capital_yuan: Option<i64>, "yuan", "该龄前累计到位资金", "capital arrived by that age; of a project that has not reached it, what has arrived so far", null "no capital is known at that age";
    capital_matured_yuan: Option<i64>, "yuan", "已满该龄项目累计到位资金", "the same of those that have reached the age", null "no capital is known at that age";
    capital_rate: Option<f64>, "share", "同龄资金到位率（全部项目）", "capital_yuan / contract_yuan", null "no capital is known at that age, or the contract value is 0";
    capital_rate_matured: Option<f64>, "share", "同龄资金到位率（已满该龄项目）", "capital_matured_yuan / contract_matured_yuan", null "no capital is known at that age, or the contract value is 0";
    cell: String, "", "格的状态", "complete: all projects have reached the age; partial: some have; unobserved: no return had spoken of any of them by then; future: none has";
}
