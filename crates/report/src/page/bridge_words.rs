//! The measures and the steps of the bridge (变动分解用语), in words.

/// The measures in the order of the page: name, Chinese, English.
pub const BRIDGE_MEASURES: [(&str, &str, &str); 6] = [
    ("n_projects", "项目数", "projects"),
    ("contract_yuan", "合同额", "contract value"),
    ("n_started", "已开工或投产", "started"),
    ("contract_started_yuan", "已开工项目合同额", "contract value of started projects"),
    ("n_production", "投产", "in production"),
    ("capital_yuan", "累计到位资金", "capital arrived"),
];

/// The steps in the order of a bridge: name, Chinese, English.
pub const BRIDGE_STEPS: [(&str, &str, &str); 15] = [
    ("opening", "期初", "opening"),
    ("new", "新签约", "newly signed"),
    ("listed_late", "补录、调入", "listed late, moved in"),
    ("removed", "清退、调出", "removed, moved out"),
    ("terminated", "终止", "terminated"),
    ("suspended", "停工", "suspended"),
    ("reinstated", "恢复", "reinstated"),
    ("re_signed", "重新签约", "signed again"),
    ("reclassified", "调整活动或届次", "reclassified"),
    ("revised", "合同额调整", "contract value revised"),
    ("started", "新开工", "newly started"),
    ("produced", "新投产", "newly in production"),
    ("retracted", "撤回", "retracted"),
    ("arrived", "新到位", "newly arrived"),
    ("corrected", "核减", "corrected downwards"),
];

/// The words of a step; an unknown one stands for itself.
pub fn step_words(component: &str) -> (&str, &str) {
    match component {
        "closing" => ("期末", "closing"),
        other => {
            let known = BRIDGE_STEPS.iter().find(|(name, ..)| *name == other);
            known.map_or((other, other), |(_, zh, en)| (zh, en))
        }
    }
}
