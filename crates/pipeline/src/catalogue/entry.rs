//! One thing that can be described (条目): what it is, in both languages, and its facts.

/// What kind of thing an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A dataset.
    Dataset,
    /// A column of a dataset.
    Column,
    /// A metric.
    Metric,
    /// A code of a finding.
    Finding,
    /// A canonical field of a return.
    Field,
    /// A key of a pipeline file.
    Setting,
}

/// One thing that can be described.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What kind of thing it is.
    pub topic: Topic,
    /// Its name: `cohort_metrics`, `cohort_metrics.start_rate`, `T501`, `policy.start`.
    pub name: String,
    /// What it is, in Chinese.
    pub zh: String,
    /// What it is, in English.
    pub en: String,
    /// What is known of it, in a fixed order for each topic.
    pub facts: Vec<Fact>,
    /// The columns of a dataset; empty for everything else.
    pub parts: Vec<Entry>,
}

/// One thing that is known of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub label: Label,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// For programs, and in English.
    pub name: &'static str,
    /// In Chinese.
    pub zh: &'static str,
}

impl Topic {
    /// Every topic, in the order in which they are shown.
    pub const ALL: [Topic; 6] =
        [Topic::Dataset, Topic::Metric, Topic::Finding, Topic::Field, Topic::Setting, Topic::Column];

    /// For programs, and in English.
    pub const fn name(self) -> &'static str {
        match self {
            Topic::Dataset => "dataset",
            Topic::Column => "column",
            Topic::Metric => "metric",
            Topic::Finding => "finding",
            Topic::Field => "field",
            Topic::Setting => "setting",
        }
    }

    /// In Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            Topic::Dataset => "数据集",
            Topic::Column => "列",
            Topic::Metric => "指标",
            Topic::Finding => "问题代码",
            Topic::Field => "字段",
            Topic::Setting => "设置",
        }
    }
}

impl Fact {
    /// A fact in two languages.
    pub fn new(label: Label, zh: impl Into<String>, en: impl Into<String>) -> Fact {
        Fact { label, zh: zh.into(), en: en.into() }
    }

    /// A fact that is the same in both languages.
    pub fn same(label: Label, text: &str) -> Fact {
        Fact::new(label, text, text)
    }
}

/// A label.
pub const fn label(name: &'static str, zh: &'static str) -> Label {
    Label { name, zh }
}
