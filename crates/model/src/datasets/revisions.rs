//! `revisions`: what each figure was when first published, and what later returns made of it (数据修订).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Revision, "revisions", key [as_of, event, cohort, dimension, value, measure, known_at], "数据修订", "one figure at one vintage: the first, and every one that changed it";
    as_of: Date, "", "截至日期（月末）", "month that the figure is about, as its last day";
    known_at: String, "", "数据时点", "returns received up to then";
    lag_months: Option<i32>, "months", "滞后月数", "months from as_of to known_at", null "known_at does not begin with a month";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    dimension: String, "", "维度", "all, unit, unit_group, industry, size_band or investor_origin";
    value: String, "", "维度取值", "value of the dimension, all for the whole, unknown where nothing says";
    measure: String, "", "指标", "column of cohort_metrics";
    first: Option<f64>, "share, projects or yuan", "首次公布", "the figure as first published", null "there was no denominator";
    this: Option<f64>, "share, projects or yuan", "本时点", "the figure at this vintage", null "there is no denominator";
    latest: Option<f64>, "share, projects or yuan", "最新", "the figure at the last vintage", null "there is no denominator";
    revision: Option<f64>, "share, projects or yuan", "修订额", "this less first", null "one of the two is missing";
    cause: Option<String>, "", "主要原因", "the largest cause since the vintage before: late (迟报), removed (调出), revised (合同额调整), retracted (撤回、核减), reclassified (调整分类) or re_signed (重新签约)", null "first published, or the panels of the vintages are not given";
}
