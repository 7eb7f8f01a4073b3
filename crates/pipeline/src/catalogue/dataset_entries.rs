//! Datasets and their columns, from their declarations.

use model::datasets;
use model::schema::{Column, Dataset};

use crate::catalogue::chinese::in_chinese;
use crate::catalogue::entry::{Entry, Fact, Topic, label};

/// Every dataset, with its columns as parts.
pub fn dataset_entries() -> Vec<Entry> {
    datasets::ALL.iter().map(dataset_entry).collect()
}

fn dataset_entry(dataset: &Dataset) -> Entry {
    let n_columns = dataset.columns.len().to_string();
    Entry {
        topic: Topic::Dataset,
        name: dataset.name.to_owned(),
        zh: dataset.zh.to_owned(),
        en: dataset.en.to_owned(),
        facts: vec![
            Fact::same(label("key", "主键"), &dataset.key.join(", ")),
            Fact::same(label("n_columns", "列数"), &n_columns),
        ],
        parts: dataset.columns.iter().map(|column| column_entry(dataset, column)).collect(),
    }
}

fn column_entry(dataset: &Dataset, column: &Column) -> Entry {
    let (zh, en) = match column.missing {
        Some(missing) => (in_chinese(missing), missing),
        None => ("总有值", "always there"),
    };
    Entry {
        topic: Topic::Column,
        name: format!("{}.{}", dataset.name, column.name),
        zh: column.zh.to_owned(),
        en: column.en.to_owned(),
        facts: vec![
            Fact::same(label("type", "类型"), column.kind.as_str()),
            Fact::new(label("unit", "单位"), in_chinese(column.unit), column.unit),
            Fact::new(label("missing", "空值含义"), zh, en),
        ],
        parts: Vec::new(),
    }
}
