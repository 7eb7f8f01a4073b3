//! The bulletin as a list of blocks (文稿): what stands there, not yet how Word writes it.

use crate::table::ReportColumn;

/// What a line of text is; the looks are in `docx::looks`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// 标题; a line break in it is kept.
    Title,
    /// The line below the title.
    SubTitle,
    /// 主送机关.
    Recipients,
    /// 一级标题.
    Heading,
    /// 二级标题.
    SubHeading,
    /// 正文.
    Body,
    /// 表题, above a table.
    Caption,
    /// 图题, below a chart.
    FigureCaption,
    /// 附注, below the text or a table.
    Note,
    /// 落款.
    Signature,
    /// 附件, on a new page.
    Annex,
}

/// One block of the bulletin.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Line(LineKind, String),
    /// A table.
    Table(BulletinTable),
    /// A chart.
    Chart(BarChart),
}

/// A table whose figures are printed already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulletinTable {
    /// The columns.
    pub columns: Vec<ReportColumn>,
    /// How wide each column is against the others.
    pub shares: Vec<u32>,
    /// One text for each column; a row of figures.
    pub rows: Vec<Vec<String>>,
    /// The last row is a total and stands out.
    pub has_total: bool,
}

/// A chart of clustered bars in per cent. Values are printed texts, so that the chart is rounded as the text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarChart {
    /// What the chart shows, for those who cannot see it.
    pub title: String,
    /// Names below the bars.
    pub categories: Vec<String>,
    /// The groups of bars.
    pub series: Vec<BarSeries>,
}

/// The bars of one colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarSeries {
    /// Its name in the legend.
    pub name: String,
    /// One printed number for each category; nothing where there is none.
    pub values: Vec<Option<String>>,
}

impl Block {
    /// A paragraph of the text.
    pub fn body(text: impl Into<String>) -> Block {
        Block::Line(LineKind::Body, text.into())
    }
}
