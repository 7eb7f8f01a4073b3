//! `start_curves`: how long from signing to start, as curves (开工曲线).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    StartCurve, "start_curves", key [as_of, event, cohort, dimension, value, method, age_months], "开工曲线", "one step of one curve of the time from signing to start";
    as_of: Date, "", "截至日期（月末）", "month, as its last day; every month for the dimension all, the last month for the others and for the method turnbull";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    dimension: String, "", "维度", "all, unit, unit_group, industry or size_band";
    value: String, "", "维度取值", "value of the dimension, all for the whole, unknown where nothing says";
    method: String, "", "方法", "km: Kaplan–Meier, a termination ends the observation; aj: Aalen–Johansen, it competes; weighted: the same by contract value; turnbull: from the returns between which the start fell; km_days: km over days, where all are known, age_months counts 30 days";
    age_months: i32, "months", "签约后月数", "age of the step; 0 on the one row of a curve that cannot be estimated";
    n_risk: Option<i64>, "projects", "风险集项目数", "projects under observation just before that age", null "the method has no risk sets";
    n_start: Option<i64>, "projects", "该龄开工项目数", "projects that started at that age", null "the method has no risk sets";
    n_terminated: Option<i64>, "projects", "该龄终止项目数", "projects terminated at that age before a start", null "the method has no risk sets";
    n_censored: Option<i64>, "projects", "该龄删失项目数", "projects last seen at that age with neither", null "the method has no risk sets";
    n_left_out: i64, "projects", "未计入的项目数", "projects that the curve leaves out: month of signing not known, or, by value, no contract value above 0";
    survival: Option<f64>, "share", "未开工比例", "share without start after that age (km, turnbull); share with neither start nor termination (aj, weighted)", null "the curve cannot be estimated";
    cif_start: Option<f64>, "share", "累计开工比例", "share that has started by that age", null "the method has no incidence, or the curve cannot be estimated";
    cif_terminated: Option<f64>, "share", "累计终止比例", "share terminated by that age before a start", null "the method has no incidence, or the curve cannot be estimated";
    cumulative_hazard: Option<f64>, "", "累计风险", "Nelson–Aalen cumulative hazard of the start (km)", null "the method has no hazard, or the curve cannot be estimated";
    se: Option<f64>, "share", "标准误", "standard error of survival (km: Greenwood) or of cif_start (aj, weighted: infinitesimal jackknife, as R's multi-state curves)", null "there is no standard error";
    low: Option<f64>, "share", "下限", "lower 95 % limit of the same, on the scale log-log", null "there is no limit at a share of 0 or 1";
    high: Option<f64>, "share", "上限", "upper 95 % limit of the same, on the scale log-log", null "there is no limit at a share of 0 or 1";
    note: Option<String>, "", "无法估计的原因", "short name of why the curve cannot be estimated", null "the curve is estimated";
}
