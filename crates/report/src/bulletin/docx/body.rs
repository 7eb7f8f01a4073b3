//! The part `word/document.xml` (正文): paragraphs, tables and charts in order, and the page.

use crate::bulletin::document::{Block, LineKind};
use crate::bulletin::docx::chart::chart_anchor;
use crate::bulletin::docx::looks::style_id;
use crate::bulletin::docx::node::{Node, node};
use crate::bulletin::docx::paragraph::{broken_paragraph, namespaces, paragraph};
use crate::bulletin::docx::table::table;
use crate::lang::Lang;

/// The document. Charts are numbered from 1 as they come.
pub fn document(blocks: &[Block], lang: Lang) -> Node {
    let mut n_charts = 0;
    let mut body = node("w:body");
    for block in blocks {
        body = match block {
            Block::Line(kind, text) => body.child(line(*kind, text, lang)),
            Block::Table(rows) => body.child(table(rows, lang)).child(gap()),
            Block::Chart(chart) => {
                n_charts += 1;
                body.child(chart_anchor(chart, n_charts))
            }
        };
    }
    namespaces(node("w:document")).child(body.child(section()))
}

fn line(kind: LineKind, content: &str, lang: Lang) -> Node {
    match kind {
        LineKind::Title => broken_paragraph(style_id(kind), content, lang),
        _ => paragraph(style_id(kind), None, content, lang),
    }
}

/// The empty line behind a table: Word joins two tables that touch.
fn gap() -> Node {
    let spacing = node("w:spacing").with("w:line", 160).with("w:lineRule", "exact");
    node("w:p").child(node("w:pPr").child(spacing))
}

/// A4 with the margins of official documents: 37, 35, 28 and 26 mm.
fn section() -> Node {
    let part = |name, id| node(name).with("w:type", "default").with("r:id", id);
    let page = node("w:pgSz").with("w:w", 11_906).with("w:h", 16_838);
    let margins = node("w:pgMar")
        .with("w:top", 2098)
        .with("w:right", 1474)
        .with("w:bottom", 1984)
        .with("w:left", 1587)
        .with("w:header", 1134)
        .with("w:footer", 1418)
        .with("w:gutter", 0);
    node("w:sectPr")
        .child(part("w:headerReference", "rIdHeader"))
        .child(part("w:footerReference", "rIdFooter"))
        .child(page)
        .child(margins)
}
