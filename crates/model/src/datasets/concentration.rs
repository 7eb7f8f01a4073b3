//! `concentration`: how much of the money lies with how few (集中度).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Concentration, "concentration", key [as_of, event, cohort, measure, dimension], "集中度", "how one sum of money is spread over projects, units or industries";
    as_of: Date, "", "截至日期（月末）", "month, as its last day; every month for the dimension project, the last month for the others";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    measure: String, "", "指标", "contract or capital";
    dimension: String, "", "分布于", "project, unit, unit_group, industry or size_band: between which the money is spread";
    n: i64, "", "个数", "holders: projects with a known value, or units, groups, industries, bands that have one";
    n_unknown: i64, "projects", "数值不明的项目数", "projects without a known value, which are left out";
    total_yuan: i64, "yuan", "合计", "the sum that is spread";
    hhi: Option<f64>, "share", "赫芬达尔指数", "sum of squared shares, 1/n to 1", null "the total is 0, or a value is negative: see note";
    hhi_normalised: Option<f64>, "share", "标准化赫芬达尔指数", "the same between 0 and 1", null "the total is 0, or there is one holder: see note";
    effective_number: Option<f64>, "", "有效个数", "1 / hhi", null "the total is 0, or a value is negative: see note";
    cr1: Option<f64>, "share", "最大一个占比", "share of the largest", null "the total is 0, or a value is negative: see note";
    cr3: Option<f64>, "share", "最大三个占比", "share of the largest three", null "the total is 0, or a value is negative: see note";
    cr10: Option<f64>, "share", "最大十个占比", "share of the largest ten", null "the total is 0, or a value is negative: see note";
    gini: Option<f64>, "share", "基尼系数", "Gini coefficient of the whole population", null "the total is 0, or a value is negative: see note";
    theil: Option<f64>, "", "泰尔指数", "Theil's T, 0 to ln n", null "the total is 0, or a value is negative: see note";
    rate: Option<f64>, "share", "金额比率", "by contract value the start rate, by capital the capital arrival rate, of the same projects", null "the contract value is 0, or the dimension is not project";
    leave_one_out_rate: Option<f64>, "share", "去除影响最大项目后的比率", "the rate without the project that moves it most", null "there is no other project with a contract value, or the dimension is not project";
    leave_one_out_project_id: Option<String>, "", "影响最大的项目", "that project", null "there is no other project with a contract value, or the dimension is not project";
    note: Option<String>, "", "无法估计的原因", "short name of why a figure is missing", null "nothing is missing";
}
