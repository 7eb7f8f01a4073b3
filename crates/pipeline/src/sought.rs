//! What can be sought in a release and not be there (查找对象), in both languages. A leaf: it names no sibling.

/// A kind of thing that people name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// A column of `cohort_metrics`.
    Metric,
    /// A month with figures.
    Month,
    /// An event.
    Event,
    /// An edition.
    Cohort,
    /// A dimension.
    Dimension,
    /// A value of a dimension.
    Value,
    /// A project.
    Project,
    /// A received file or a ledger.
    File,
    /// A sheet of a workbook.
    Sheet,
}

impl Sought {
    /// In Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            Sought::Metric => "指标",
            Sought::Month => "月份",
            Sought::Event => "签约活动",
            Sought::Cohort => "届次",
            Sought::Dimension => "维度",
            Sought::Value => "取值",
            Sought::Project => "项目",
            Sought::File => "文件",
            Sought::Sheet => "工作表",
        }
    }

    /// In English.
    pub const fn english(self) -> &'static str {
        match self {
            Sought::Metric => "metric",
            Sought::Month => "month with figures",
            Sought::Event => "event",
            Sought::Cohort => "edition",
            Sought::Dimension => "dimension",
            Sought::Value => "value",
            Sought::Project => "project",
            Sought::File => "file",
            Sought::Sheet => "sheet",
        }
    }

    /// The command that lists every name.
    pub const fn listed_by(self) -> &'static str {
        match self {
            Sought::Metric => "luodi describe metrics",
            Sought::Project => "luodi query \"SELECT project_id, name FROM projects\"",
            Sought::File | Sought::Sheet => "luodi query \"SELECT file, status FROM returns\"",
            _ => "luodi query \"SELECT * FROM cohort_metrics\"",
        }
    }
}
