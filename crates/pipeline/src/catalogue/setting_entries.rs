//! Keys of a pipeline file, from their declarations.

use crate::catalogue::entry::{Entry, Fact, Topic, label};
use crate::setting::{REQUIRED, Setting};
use crate::settings::settings;

/// Every setting.
pub fn setting_entries() -> Vec<Entry> {
    settings().map(setting_entry).collect()
}

fn setting_entry(setting: &Setting) -> Entry {
    let (allowed_zh, allowed_en) = setting.allowed.words();
    let default_zh = match setting.default {
        REQUIRED => "必填",
        "" => "无",
        default => default,
    };
    let default_en = match setting.default {
        REQUIRED => "must be given",
        "" => "none",
        default => default,
    };
    Entry {
        topic: Topic::Setting,
        name: setting.path.to_owned(),
        zh: setting.zh.to_owned(),
        en: setting.en.to_owned(),
        facts: vec![
            Fact::new(label("allowed", "取值"), allowed_zh, allowed_en),
            Fact::new(label("default", "默认"), default_zh, default_en),
            Fact::same(label("example", "示例"), setting.example),
        ],
        parts: Vec::new(),
    }
}
