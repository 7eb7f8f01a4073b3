//! How grave a finding is (级别), and of which kind (类别).

use std::fmt;

/// What a finding does to the value it stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 错误: the value is not used.
    Error,
    /// 警告: the value is used, a person should look.
    Warning,
    /// 提示: nothing has to be done.
    Info,
}

impl Severity {
    /// The word in the datasets.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
    /// The Chinese word.
    pub const fn zh(self) -> &'static str {
        match self {
            Severity::Error => "错误",
            Severity::Warning => "警告",
            Severity::Info => "提示",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// The whole file: its container, its unit, its period.
    Return,
    /// A header or a unit of a column.
    Header,
    /// One cell by itself.
    Cell,
    /// Two fields of one record.
    CrossField,
    /// One project across months.
    Time,
    /// Which project a record belongs to.
    Link,
    /// Totals against rows.
    Sum,
}

impl Family {
    /// The word in the datasets.
    pub const fn as_str(self) -> &'static str {
        match self {
            Family::Return => "return",
            Family::Header => "header",
            Family::Cell => "cell",
            Family::CrossField => "cross_field",
            Family::Time => "time",
            Family::Link => "link",
            Family::Sum => "sum",
        }
    }
}
