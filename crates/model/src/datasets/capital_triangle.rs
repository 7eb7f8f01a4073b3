//! `capital_triangle`: capital by cohort and age (资金三角形).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    CapitalTriangleCell, "capital_triangle", key [as_of, event, cohort, dimension, value, age_months], "资金三角形", "the capital of one cohort, or of a part of it, by one age, as known in one month";
    as_of: Date, "", "截至日期（月末）", "month, as its last day; every month for the dimension all, the last month for the others";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    dimension: String, "", "维度", "all, unit, unit_group, industry or size_band";
    value: String, "", "维度取值", "value of the dimension, all for the whole, unknown where nothing says";
    age_months: i32, "months", "签约后月数", "age: whole months since the month of signing";
    n_projects: i64, "projects", "项目数", "projects of the population with a known month of signing";
    n_matured: i64, "projects", "已满该龄项目数", "projects that have reached the age";
    n_observed: i64, "projects", "到位资金已知的项目数", "of those that have reached the age, projects whose capital is known then";
    contract_yuan: i64, "yuan", "合同额合计", "contract value of the projects: the exposure";
    capital_yuan: Option<i64>, "yuan", "累计到位资金", "capital arrived by that age; of a project that has not reached it, what has arrived so far", null "no capital is known at that age";
    capital_month_yuan: Option<i64>, "yuan", "该龄新增到位资金", "rise since the age before, at age 0 all of it; negative where capital was taken back", null "no capital is known at that age or the one before";
    cell: String, "", "格的状态", "complete: all projects have reached the age; partial: some have; unobserved: no capital is known; future: none has reached it";
}
