//! Codes of findings, from their declarations.

use model::finding::FindingCode;
use model::findings;
use model::severity::{Family, Severity};

use crate::catalogue::entry::{Entry, Fact, Topic, label};

/// Every code.
pub fn finding_entries() -> Vec<Entry> {
    findings::ALL.iter().map(finding_entry).collect()
}

fn finding_entry(code: &FindingCode) -> Entry {
    let (effect_zh, effect_en) = effect(code.severity);
    Entry {
        topic: Topic::Finding,
        name: code.code.to_owned(),
        zh: without_places(code.zh),
        en: without_places(code.en),
        facts: vec![
            Fact::new(label("severity", "级别"), code.severity.zh(), code.severity.as_str()),
            Fact::new(label("effect", "后果"), effect_zh, effect_en),
            Fact::new(label("family", "类别"), family_word(code.family), code.family.as_str()),
            Fact::new(label("fix", "处理办法"), code.fix_zh, code.fix_en),
        ],
        parts: Vec::new(),
    }
}

/// The text of a code with `…` for what it says of one place.
fn without_places(text: &str) -> String {
    ["{raw}", "{expected}", "{detail}"].iter().fold(text.to_owned(), |text, place| text.replace(place, "…"))
}

const fn effect(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("数值不采用", "the value is not used"),
        Severity::Warning => ("数值采用，需人工核对", "the value is used, a person should look"),
        Severity::Info => ("无需处理", "nothing has to be done"),
    }
}

const fn family_word(family: Family) -> &'static str {
    match family {
        Family::Return => "整份报表",
        Family::Header => "表头",
        Family::Cell => "单元格",
        Family::CrossField => "字段之间",
        Family::Time => "各月之间",
        Family::Link => "项目匹配",
        Family::Sum => "合计",
    }
}
