//! `curve_quartiles`: after how many months a quarter, half and three quarters had started (开工时间四分位).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    CurveQuartile, "curve_quartiles", key [as_of, event, cohort, dimension, value, method, percent], "开工时间四分位", "the months by which one share of one cohort had started, by one method";
    as_of: Date, "", "截至日期（月末）", "month, as its last day; every month for the dimension all, the last month for the others";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    dimension: String, "", "维度", "all, unit, unit_group, industry or size_band";
    value: String, "", "维度取值", "value of the dimension, all for the whole, unknown where nothing says";
    method: String, "", "方法", "km: of the Kaplan–Meier curve, a termination ends the observation; aj: of the Aalen–Johansen incidence, it competes, so that the share is of all projects";
    percent: i32, "", "开工比例（%）", "25, 50 (the median) or 75: the share that has started by then, in percent";
    n_projects: i64, "projects", "项目数", "projects with a known month of signing";
    n_started: i64, "projects", "开工项目数", "of them started";
    last_age_months: Option<i32>, "months", "曲线末龄", "the last age of the curve", null "no month of signing is known";
    months: Option<f64>, "months", "月数", "the first age at which the share is passed; where the curve stands exactly at it for a while, the middle of that while; never the last age instead", null "the curve does not come so far: see note";
    low: Option<f64>, "months", "月数下限", "where the one 95 % limit of the curve (log-log) crosses; it describes the process, not a sampling error", null "that limit of the curve does not cross";
    high: Option<f64>, "months", "月数上限", "where the other 95 % limit of the curve crosses", null "that limit of the curve does not cross";
    note: Option<String>, "", "无法估计的原因", "short name of why there are no months", null "there are months";
}
