//! `revision_summary`: how much figures are revised after so many months, and whether that is more than chance (修订统计).

use crate::row::dataset;

dataset! {
    RevisionSummary, "revision_summary", key [event, cohort, dimension, value, measure, lag_months], "修订统计", "the revisions of one figure over all months, at one lag after first publication";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    dimension: String, "", "维度", "all, unit, unit_group, industry, size_band or investor_origin";
    value: String, "", "维度取值", "value of the dimension, all for the whole, unknown where nothing says";
    measure: String, "", "指标", "column of cohort_metrics";
    lag_months: i32, "months", "首次公布后月数", "months after first publication: 1, 3 or 12";
    n_periods: i64, "months", "月数", "months that the figure is about for which that lag has passed";
    mean: f64, "share, projects or yuan", "平均修订", "MR: mean of later less first";
    mean_absolute: f64, "share, projects or yuan", "平均绝对修订", "MAR: mean size of the revision";
    relative_mean_absolute: Option<f64>, "share", "相对平均绝对修订", "RMAR: sum of the sizes over sum of the later figures", null "all later figures are 0";
    t: Option<f64>, "", "t 值", "mean over its standard error, robust to resemblance of neighbouring months (Newey–West)", null "fewer than eight months, or all revisions are alike";
    p: Option<f64>, "", "p 值", "probability of so much or more by chance, two-sided", null "fewer than eight months, or all revisions are alike";
    note: Option<String>, "", "说明", "why there is no test", null "there is one";
}
