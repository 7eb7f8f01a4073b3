//! The language of declarations: what a dataset, a column and a type are.

/// The type of a column. Every engine reads these six, and there are no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// UTF-8 text.
    String,
    /// 32-bit whole number.
    Int32,
    /// 64-bit whole number: all money.
    Int64,
    /// 64-bit floating point: rates.
    Float64,
    /// True or false.
    Boolean,
    /// A day.
    Date,
}

impl Kind {
    /// The name as DESIGN and `luodi describe` print it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::String => "String",
            Kind::Int32 => "Int32",
            Kind::Int64 => "Int64",
            Kind::Float64 => "Float64",
            Kind::Boolean => "Boolean",
            Kind::Date => "Date",
        }
    }
}

/// One declared column of a dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in Parquet.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// The unit of its values, empty where they have none (`yuan`, `share`, `months` …).
    pub unit: &'static str,
    /// What it holds, in Chinese.
    pub zh: &'static str,
    /// What it holds, in English.
    pub en: &'static str,
    /// What a missing value means; nothing when a value is always there.
    pub missing: Option<&'static str>,
}

impl Column {
    /// Whether a value may be missing.
    pub const fn is_nullable(&self) -> bool {
        self.missing.is_some()
    }
}

/// One declared dataset: the only thing in which stages meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dataset {
    /// Its name: the Parquet file is `<name>.parquet`, the SQL table `<name>`.
    pub name: &'static str,
    /// What it is, in Chinese.
    pub zh: &'static str,
    /// What one row is, in English.
    pub en: &'static str,
    /// The columns that together are unique, in sorting order.
    pub key: &'static [&'static str],
    /// Its columns, in order.
    pub columns: &'static [Column],
}

impl Dataset {
    /// The column with this name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}
