//! The words of the terminal (用语), the same in Chinese and English.

use crate::options::Lang;

/// The words of one language.
pub(crate) struct Words {
    pub(crate) lang: Lang,
    pub(crate) no_figures: &'static str,
    pub(crate) balance: &'static str,
    pub(crate) item: &'static str,
    pub(crate) n: &'static str,
    pub(crate) files: &'static str,
    pub(crate) records_seen: &'static str,
    pub(crate) accepted: &'static str,
    pub(crate) excluded: &'static str,
    pub(crate) rejected: &'static str,
    pub(crate) closes: &'static str,
    pub(crate) does_not_close: &'static str,
    pub(crate) findings: &'static str,
    pub(crate) severity: &'static str,
    pub(crate) code: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) no_findings: &'static str,
    pub(crate) more: &'static str,
    pub(crate) gates: &'static str,
    pub(crate) gate: &'static str,
    pub(crate) measured: &'static str,
    pub(crate) limit: &'static str,
    pub(crate) held: &'static str,
    pub(crate) passed: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) outputs: &'static str,
    pub(crate) release: &'static str,
    pub(crate) unchanged: &'static str,
    pub(crate) not_published: &'static str,
    pub(crate) not_current: &'static str,
    pub(crate) dataset: &'static str,
    pub(crate) rows: &'static str,
    pub(crate) file: &'static str,
}

const ZH: Words = Words {
    lang: Lang::Zh,
    no_figures: "没有可统计的项目",
    balance: "平衡",
    item: "项",
    n: "数量",
    files: "文件",
    records_seen: "记录：共见",
    accepted: "记录：采用",
    excluded: "记录：不在范围",
    rejected: "记录：拒收",
    closes: "平衡：共见 = 采用 + 不在范围 + 拒收",
    does_not_close: "不平衡：共见 ≠ 采用 + 不在范围 + 拒收",
    findings: "问题",
    severity: "级别",
    code: "代码",
    meaning: "说明",
    no_findings: "没有问题",
    more: "其余见 findings.parquet",
    gates: "门槛",
    gate: "项目",
    measured: "实际",
    limit: "要求",
    held: "结果",
    passed: "通过",
    failed: "未通过",
    outputs: "输出",
    release: "发布",
    unchanged: "输入没有变化，沿用已有发布",
    not_published: "未发布：有门槛未通过",
    not_current: "已写入，当前发布不变（加 --publish 可切换）",
    dataset: "数据集",
    rows: "行数",
    file: "文件",
};

const EN: Words = Words {
    lang: Lang::En,
    no_figures: "no project to count",
    balance: "Balance",
    item: "item",
    n: "number",
    files: "files",
    records_seen: "records: seen",
    accepted: "records: accepted",
    excluded: "records: excluded",
    rejected: "records: rejected",
    closes: "closes: seen = accepted + excluded + rejected",
    does_not_close: "does not close: seen ≠ accepted + excluded + rejected",
    findings: "Findings",
    severity: "severity",
    code: "code",
    meaning: "meaning",
    no_findings: "nothing found",
    more: "the rest is in findings.parquet",
    gates: "Gates",
    gate: "gate",
    measured: "measured",
    limit: "limit",
    held: "held",
    passed: "yes",
    failed: "no",
    outputs: "Outputs",
    release: "release",
    unchanged: "nothing changed: the release of the same inputs is kept",
    not_published: "not published: a gate did not hold",
    not_current: "written; the current release stays (add --publish to move it)",
    dataset: "dataset",
    rows: "rows",
    file: "file",
};

/// The words of a language.
pub(crate) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// A stage, as people call it.
pub(crate) fn stage_word(stage: &str, lang: Lang) -> &str {
    translated(stage, lang, &[("scan", "清点"), ("check", "自查"), ("ingest", "读取"), ("transform", "转换")])
}

/// A status of a return, or a severity.
pub(crate) fn state_word(state: &str, lang: Lang) -> &str {
    const STATES: [(&str, &str); 8] = [
        ("accepted", "采用"),
        ("superseded", "被取代"),
        ("duplicate", "重复"),
        ("rejected", "拒收"),
        ("skipped", "跳过"),
        ("error", "错误"),
        ("warning", "警告"),
        ("info", "提示"),
    ];
    translated(state, lang, &STATES)
}

/// Why a record is not accepted.
pub(crate) fn reason_word(reason: &str, lang: Lang) -> &str {
    const REASONS: [(&str, &str); 8] = [
        ("other_event", "其他活动"),
        ("other_edition", "其他届次"),
        ("not_in_ledger", "不在台账"),
        ("not_tracked", "未纳入跟踪"),
        ("removed", "已移出跟踪"),
        ("reported_by_another_unit", "由其他单位报送"),
        ("no_name", "没有项目名称"),
        ("row_twice", "重复行"),
    ];
    translated(reason, lang, &REASONS)
}

/// A gate.
pub(crate) fn gate_word(gate: &str, lang: Lang) -> &str {
    const GATES: [(&str, &str); 3] = [
        ("min_coverage", "报送率不低于"),
        ("min_reconciled", "合计相符率不低于"),
        ("max_rejected_share", "拒收率不高于"),
    ];
    translated(gate, lang, &GATES)
}

fn translated<'a>(word: &'a str, lang: Lang, chinese: &[(&str, &'static str)]) -> &'a str {
    let known = chinese.iter().find(|(english, _)| lang == Lang::Zh && *english == word);
    known.map_or(word, |(_, chinese)| chinese)
}
