//! `published_audit`: printed figures against arithmetic, and against every definition and vintage (公布数字核验).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    PublishedAudit, "published_audit", key [figure_id, check], "公布数字核验", "one check of one printed figure";
    figure_id: String, "", "数字编号", "id in published_figures.csv";
    check: String, "", "核验项目", "readable (可读), denominator (可能的分母), common_denominator (共同分母), money_range (金额范围), additivity (分项之和) or reproduced (可否复算)";
    as_of: Option<Date>, "", "截至日期（月末）", "month that the figure is about, as its last day", null "the table does not say";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all";
    quantity: String, "", "指标", "what was printed";
    printed: String, "", "公布值", "the figure as printed";
    possible: Option<String>, "", "应有值", "what arithmetic allows: a number, a range from–to, or none", null "the check cannot be made";
    computed: Option<String>, "", "复算值", "the nearest figure that the panel gives, as it would be printed", null "another check, or no panel has the cohort";
    difference: Option<f64>, "unit of the figure", "差额", "printed less what it should be", null "no single number is expected";
    definition: Option<String>, "", "复算口径", "definitions that reproduce the figure, or the nearest where none does; joined by semicolons", null "another check, or no panel has the cohort";
    known_at: Option<String>, "", "复算时点", "first vintage that reproduces the figure, or the nearest", null "another check, or the vintage has no name";
    rounding: Option<String>, "", "舍入方式", "half_up (四舍五入), truncation (截断) or both", null "rounding is not at issue";
    grade: String, "", "结论", "exact (相符), rounding (舍入可解释), partial (部分可核), error (不符) or unknown (无法核对)";
    source: String, "", "来源", "where the figure was printed";
}
