//! Settings of what counts (口径): the section policy.

use crate::setting::Allowed::{Choice, YesNo};
use crate::setting::Setting;
use crate::settings::declare::settings;

settings! {
    "policy.flagged", Choice(&["withhold", "as_reported"]), "withhold", r#"flagged = "withhold""#,
        "有错误的数值：withhold 不采用，沿用上次可信数值；as_reported 按原报数采用", "values at which an error stands: withhold keeps the last good value, as_reported believes them";
    "policy.terminated", Choice(&["keep", "drop"]), "keep", r#"terminated = "keep""#,
        "终止项目是否计入项目总数（分母）：keep 计入，drop 不计入", "terminated projects in the denominator: keep or drop";
    "policy.start", Choice(&["ever", "current"]), "ever", r#"start = "ever""#,
        "开工：ever 曾经开工即计入；current 已开工且未终止", "started: ever has been started, or current: started and not terminated";
    "policy.land_counts_as_started", YesNo, "false", "land_counts_as_started = false",
        "拿地是否计为开工", "whether land acquired counts as started";
    "policy.landed_counts_as_started", YesNo, "false", "landed_counts_as_started = false",
        "落地是否计为开工", "whether landed counts as started";
    "policy.partial_counts_as_production", YesNo, "true", "partial_counts_as_production = true",
        "部分投产是否计为投产", "whether partial production counts as production";
    "policy.completed_counts_as_production", YesNo, "true", "completed_counts_as_production = true",
        "竣工是否计为投产", "whether completed counts as production";
    "policy.opening_counts_as_production", YesNo, "false", "opening_counts_as_production = false",
        "开工开业是否计为投产", "whether 开工开业 counts as production";
    "policy.suspended", Choice(&["keep", "drop"]), "keep", r#"suspended = "keep""#,
        "停工项目是否计入项目总数（分母）：keep 计入，drop 不计入", "suspended projects in the denominator: keep or drop";
    "policy.unreported", Choice(&["carry_forward", "unknown"]), "carry_forward", r#"unreported = "carry_forward""#,
        "当月未报的项目：carry_forward 沿用最近一次数值；unknown 视为不明", "months without a return: carry_forward lets the last known values go on, unknown knows nothing";
    "policy.resigned", Choice(&["original", "latest", "separate"]), "original", r#"resigned = "original""#,
        "重复签约的项目：original 计一次归首次，latest 计一次归最近，separate 分别计数", "projects signed again: once under the original or the latest signing, or each signing separate";
    "policy.contract_value", Choice(&["original", "as_of", "latest"]), "as_of", r#"contract_value = "as_of""#,
        "合同额取值：original 签约时，as_of 截至当月已知，latest 最新", "which contract value counts: the original one, the one known as of the month, or the latest";
    "policy.contract_source", Choice(&["return", "ledger"]), "return", r#"contract_source = "return""#,
        "报表与台账合同额不一致时以谁为先", "which source comes first where return and ledger differ";
    "policy.districts", Choice(&["as_reported", "successor"]), "as_reported", r#"districts = "as_reported""#,
        "区划调整前后的月份计在哪个单位：as_reported 报送时的单位；successor 按 unit_successions.csv 计在承接单位（整区或其余部分，不含划出的街镇）", "under which unit months are counted when districts change: as_reported, or successor by unit_successions.csv (the whole or what remained of a unit, not single towns)";
    "policy.supersede", Choice(&["overlap", "none"]), "overlap", r#"supersede = "overlap""#,
        "补报、重报：overlap 同单位同月含相同项目的后报替换前报；none 从不替换", "later returns of the same unit and month: overlap replaces the earlier one where they share projects, none never does";
}
