//! A neutral table (表): what the terminal, CSV, Markdown and Excel draw.

use crate::lang::Lang;

/// Where the texts of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportColumn {
    /// Its header in Chinese.
    pub zh: String,
    /// Its header in English.
    pub en: String,
    /// Where its texts stand.
    pub align: Align,
}

/// A table whose figures are printed already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportTable {
    /// Its title in Chinese.
    pub title_zh: String,
    /// Its title in English.
    pub title_en: String,
    /// Remarks under the table, empty where there are none.
    pub notes: Vec<String>,
    /// Its columns.
    pub columns: Vec<ReportColumn>,
    /// Its rows; each has one text for each column, empty where there is no value.
    pub rows: Vec<Vec<String>>,
}

impl ReportColumn {
    /// A column of words.
    pub fn words(zh: &str, en: &str) -> ReportColumn {
        ReportColumn { zh: zh.to_owned(), en: en.to_owned(), align: Align::Left }
    }

    /// A column of figures.
    pub fn figures(zh: &str, en: &str) -> ReportColumn {
        ReportColumn { align: Align::Right, ..ReportColumn::words(zh, en) }
    }

    /// Its header in a language.
    pub fn header(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

impl ReportTable {
    /// Its title in a language.
    pub fn title(&self, lang: Lang) -> &str {
        lang.pick(&self.title_zh, &self.title_en)
    }
}
