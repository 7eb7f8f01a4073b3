//! `decomposition`: why two editions differ, part by part (差异分解).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Decomposition, "decomposition", key [as_of, event, from_cohort, to_cohort, measure, dimension, value, method, effect], "差异分解", "one effect of one comparison of two editions, or one line of a reversal";
    as_of: Date, "", "截至日期（月末）", "the last month, as its last day";
    event: String, "", "签约活动", "event";
    from_cohort: String, "", "基期届次", "the edition before; of a reversal the edition in which both are compared, or all";
    to_cohort: String, "", "比较届次", "the next edition; of a reversal the same as from_cohort";
    measure: String, "", "指标", "start_rate, start_rate_by_value, capital_rate or capital";
    dimension: String, "", "维度", "industry, unit_group or size_band; of a reversal also unit";
    value: String, "", "维度取值", "the cell to which the effect belongs, or all; of a reversal `ahead > behind`";
    method: String, "", "方法", "kitagawa2, kitagawa3, das_gupta, lmdi_additive, lmdi_multiplicative, standardised or reversal";
    effect: String, "", "效应", "rate, composition, interaction, volume, mix, total; standardised: from_rate, to_rate, difference; reversal: difference";
    amount: Option<f64>, "share, yuan or factor", "大小", "the effect, in the unit of the measure; a factor for lmdi_multiplicative", null "it cannot be estimated: see note";
    n_from: i64, "projects", "基期项目数", "projects of the edition before; of a reversal of the group that is ahead";
    n_to: i64, "projects", "比较期项目数", "projects of the next edition; of a reversal of the group that is behind";
    note: Option<String>, "", "说明", "short name of why there is no amount; of a reversal what it says", null "nothing is to be said";
}
