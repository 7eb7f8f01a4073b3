//! Fonts, sizes and spacing of the bulletin (字体字号): the customs of Chinese official documents (公文), and their
//! counterpart in English.

use crate::bulletin::document::LineKind;

/// 仿宋, the body.
pub const BODY_FONT: &str = "仿宋_GB2312";
/// 黑体, first headings and heads of tables.
pub const HEADING_FONT: &str = "黑体";
/// 楷体, second headings.
pub const SUB_HEADING_FONT: &str = "楷体_GB2312";
/// 小标宋, the title.
pub const TITLE_FONT: &str = "方正小标宋简体";
/// 宋体, page numbers.
pub const PAGE_FONT: &str = "宋体";
/// Figures and Latin letters.
pub const LATIN_FONT: &str = "Times New Roman";

/// A font, and what to take where it is not installed.
pub const FONTS: [(&str, &str); 6] = [
    (BODY_FONT, "仿宋"),
    (HEADING_FONT, "SimHei"),
    (SUB_HEADING_FONT, "楷体"),
    (TITLE_FONT, "华文中宋"),
    (PAGE_FONT, "SimSun"),
    (LATIN_FONT, "Liberation Serif"),
];

/// How a kind of line looks. Sizes are half points, spacing is twentieths of a point.
pub struct Look {
    /// Id of the style.
    pub id: &'static str,
    /// Its name, as Word shows it.
    pub name: &'static str,
    /// Font of Chinese.
    pub font: &'static str,
    /// Size, Chinese and English.
    pub size: (u32, u32),
    /// Height of a line.
    pub line: (u32, u32),
    /// Room above and below.
    pub before_after: (u32, u32),
    /// both, left, right or center.
    pub align: &'static str,
    /// The first line begins two characters further in.
    pub indent: bool,
    /// Stands on the page of what follows.
    pub keeps_next: bool,
    /// Begins a page.
    pub new_page: bool,
    /// Level in the outline.
    pub level: Option<u32>,
}

/// 正文.
pub const BODY: Look = Look {
    id: "BulletinBody",
    name: "通报正文",
    font: BODY_FONT,
    size: (32, 24),
    line: (560, 360),
    before_after: (0, 0),
    align: "both",
    indent: true,
    keeps_next: false,
    new_page: false,
    level: None,
};

const TABLE_TEXT: Look = Look {
    id: "TableText",
    name: "表格文字",
    size: (21, 18),
    line: (280, 240),
    before_after: (30, 30),
    align: "left",
    indent: false,
    ..BODY
};

/// Every look: 二号 is 22 points, 三号 16, 小四 12, 五号 10.5.
pub const LOOKS: [Look; 17] = [
    BODY,
    Look {
        id: "Title",
        name: "Title",
        font: TITLE_FONT,
        size: (44, 36),
        line: (640, 480),
        before_after: (240, 0),
        align: "center",
        indent: false,
        keeps_next: true,
        ..BODY
    },
    Look {
        id: "Subtitle",
        name: "Subtitle",
        font: SUB_HEADING_FONT,
        before_after: (60, 360),
        align: "center",
        indent: false,
        keeps_next: true,
        ..BODY
    },
    Look { id: "Recipients", name: "主送", indent: false, keeps_next: true, ..BODY },
    Look { id: "Heading1", name: "heading 1", font: HEADING_FONT, keeps_next: true, level: Some(0), ..BODY },
    Look {
        id: "Heading2",
        name: "heading 2",
        font: SUB_HEADING_FONT,
        keeps_next: true,
        level: Some(1),
        ..BODY
    },
    Look {
        id: "Caption",
        name: "caption",
        font: HEADING_FONT,
        size: (24, 20),
        line: (360, 280),
        before_after: (180, 80),
        align: "center",
        indent: false,
        keeps_next: true,
        ..BODY
    },
    Look {
        id: "FigureCaption",
        name: "图题",
        font: HEADING_FONT,
        size: (24, 20),
        line: (360, 280),
        before_after: (80, 180),
        align: "center",
        indent: false,
        ..BODY
    },
    Look {
        id: "Annex",
        name: "附件",
        font: HEADING_FONT,
        indent: false,
        keeps_next: true,
        new_page: true,
        ..BODY
    },
    Look {
        id: "BulletinNote",
        name: "通报附注",
        size: (24, 20),
        line: (400, 280),
        before_after: (60, 60),
        ..BODY
    },
    Look { id: "Signature", name: "落款", before_after: (560, 0), align: "right", indent: false, ..BODY },
    Look {
        id: "TableHead",
        name: "表头",
        font: HEADING_FONT,
        size: (21, 18),
        line: (280, 240),
        before_after: (30, 30),
        align: "center",
        indent: false,
        keeps_next: true,
        ..BODY
    },
    TABLE_TEXT,
    Look { id: "TableTextKept", name: "表格文字（同页）", keeps_next: true, ..TABLE_TEXT },
    Look { id: "TableTotal", name: "表格合计", font: HEADING_FONT, ..TABLE_TEXT },
    Look {
        id: "Header",
        name: "header",
        size: (18, 18),
        line: (240, 240),
        align: "center",
        indent: false,
        ..BODY
    },
    Look {
        id: "Footer",
        name: "footer",
        font: PAGE_FONT,
        size: (28, 24),
        line: (320, 280),
        align: "center",
        indent: false,
        ..BODY
    },
];

/// The style of a kind of line.
pub fn style_id(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Title => "Title",
        LineKind::SubTitle => "Subtitle",
        LineKind::Recipients => "Recipients",
        LineKind::Heading => "Heading1",
        LineKind::SubHeading => "Heading2",
        LineKind::Body => BODY.id,
        LineKind::Caption => "Caption",
        LineKind::Note => "BulletinNote",
        LineKind::Signature => "Signature",
        LineKind::FigureCaption => "FigureCaption",
        LineKind::Annex => "Annex",
    }
}
