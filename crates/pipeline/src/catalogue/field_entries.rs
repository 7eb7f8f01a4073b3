//! Canonical fields of a return, from their declarations.

use model::field::{Field, ValueType};

use crate::catalogue::entry::{Entry, Fact, Topic, label};

/// Every field.
pub fn field_entries() -> Vec<Entry> {
    Field::ALL.iter().map(|field| field_entry(*field)).collect()
}

fn field_entry(field: Field) -> Entry {
    let (type_zh, type_en) = type_words(field.value_type());
    let (personal_zh, personal_en) = match field.is_personal() {
        true => ("个人信息，不进入任何发布的数据集", "personal data: reaches no published dataset"),
        false => ("", ""),
    };
    Entry {
        topic: Topic::Field,
        name: field.name().to_owned(),
        zh: field.zh().to_owned(),
        en: field.en().to_owned(),
        facts: vec![
            Fact::new(label("type", "类型"), type_zh, type_en),
            Fact::same(label("unit", "常用单位"), field.default_unit()),
            Fact::new(label("privacy", "隐私"), personal_zh, personal_en),
        ],
        parts: Vec::new(),
    }
}

const fn type_words(value_type: ValueType) -> (&'static str, &'static str) {
    match value_type {
        ValueType::Text => ("文字", "text"),
        ValueType::Int => ("整数", "whole number"),
        ValueType::Number => ("数值", "number"),
        ValueType::Amount => ("金额", "money"),
        ValueType::Date => ("日期", "date"),
        ValueType::Bool => ("是否", "yes or no"),
        ValueType::Enum => ("固定用语", "word of a list"),
        ValueType::Unit => ("单位名称", "reporting unit"),
        ValueType::Industry => ("产业", "industry"),
    }
}
