//! `rankings`: how units stand within their group, and how far chance may move them (通报排名).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Ranking, "rankings", key [as_of, group, metric, unit_code], "通报排名", "one metric of one unit within one group of units in one month";
    as_of: Date, "", "截至日期（月末）", "month, as its last day";
    group: String, "", "分组", "group of units, all for all units, unknown where nothing says";
    unit_code: String, "", "单位代码", "reporting unit, unknown where nothing says";
    metric: String, "", "指标", "start_rate, start_rate_by_value, capital_rate or score";
    n: i64, "projects", "项目数", "projects of the unit";
    value: Option<f64>, "share or points", "数值", "the rate, or the score in points", null "there is no denominator, or no score: see note";
    shrunk: Option<f64>, "share", "收缩后的开工率", "start rate drawn towards that of all units (beta-binomial)", null "another metric, or not estimable";
    low_95: Option<f64>, "share", "漏斗图95%下限", "lowest start rate that is no surprise at 95 % when the unit is like its group", null "another metric, or the group has no projects";
    high_95: Option<f64>, "share", "漏斗图95%上限", "highest start rate that is no surprise at 95 %", null "another metric, or the group has no projects";
    low_998: Option<f64>, "share", "漏斗图99.8%下限", "lowest start rate that is no surprise at 99.8 %", null "another metric, or the group has no projects";
    high_998: Option<f64>, "share", "漏斗图99.8%上限", "highest start rate that is no surprise at 99.8 %", null "another metric, or the group has no projects";
    verdict: Option<String>, "", "漏斗图判定", "far_below, below, within, above or far_above the limits", null "another metric, or fewer than five projects";
    rank: Option<i32>, "", "名次", "1 for the highest; equal values share a rank and the next is left free", null "no value, or unranked by a setting";
    n_sharing: Option<i32>, "", "并列单位数", "units that share the rank, this one included", null "no rank";
    rank_low: Option<i32>, "", "名次区间（最好）", "best rank in 95 % of the draws of the projects of all units", null "no rank, fewer than five projects, or all projects of the unit alike: see note";
    rank_high: Option<i32>, "", "名次区间（最差）", "worst rank in 95 % of the draws of the projects of all units", null "no rank, fewer than five projects, or all projects of the unit alike: see note";
    note: Option<String>, "", "说明", "excluded (不参加排名), one_project (仅1个项目), small_n (少于5个项目), alike (项目全部相同，名次区间无法估计), dominated (1个项目占合同额过半), one_unit (组内仅1个单位), overdispersed (单位间差异超出偶然), or why there is no value; joined by commas", null "nothing to say";
}
