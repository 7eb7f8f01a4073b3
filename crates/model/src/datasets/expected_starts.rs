//! `expected_starts`: how many waiting projects of a group are expected to start within a year (预期开工).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    ExpectedStarts, "expected_starts", key [as_of, event, cohort, dimension, value], "预期开工", "the starts expected of one cohort, or of a part of it, within the 12 months after one month";
    as_of: Date, "", "截至日期（月末）", "month, as its last day; every month for the dimension all, the last month for the others";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    dimension: String, "", "维度", "all, unit, unit_group, industry or size_band";
    value: String, "", "维度取值", "value of the dimension, all for the whole, unknown where nothing says";
    n_waiting: i64, "projects", "待开工项目数", "projects that have not started and are not terminated";
    n_estimated: i64, "projects", "有概率的项目数", "of them those whose probability can be estimated: the figures are about these alone";
    n_not_estimable: i64, "projects", "无概率的项目数", "of them those whose probability cannot be estimated: in no figure of the row";
    expected: Option<f64>, "projects", "12个月内预期开工数", "sum of expected_start_12 of supervision; a real number, not a count", null "projects wait and none of them has a probability: see note";
    low: Option<i64>, "projects", "预期开工数下限", "lower 95 % limit of the number of starts: each project starts or not by itself, with its probability taken as known (Poisson-binomial)", null "projects wait and none of them has a probability: see note";
    high: Option<i64>, "projects", "预期开工数上限", "upper 95 % limit of the number of starts", null "projects wait and none of them has a probability: see note";
    note: Option<String>, "", "无概率的原因", "short names of why projects have no probability, joined by commas", null "every waiting project has a probability";
}
