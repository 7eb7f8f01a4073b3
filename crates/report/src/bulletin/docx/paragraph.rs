//! Paragraphs and runs (段落), as body, tables, head and foot use them.

use crate::bulletin::docx::node::{Node, node, text, word};
use crate::lang::Lang;

/// Twentieths of a point between the margins: A4 less 28 mm and 26 mm.
pub const TEXT_WIDTH: u32 = 8845;

/// The names of the vocabularies that a part may use.
pub fn namespaces(root: Node) -> Node {
    root.with("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .with("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        .with("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
        .with("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
        .with("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart")
}

/// A paragraph of one style.
pub fn paragraph(style: &str, align: Option<&str>, content: &str, lang: Lang) -> Node {
    let layout = node("w:pPr").child(word("w:pStyle", style)).children(align.map(|side| word("w:jc", side)));
    node("w:p").child(layout).child(run(content, lang))
}

/// A paragraph that keeps its line breaks.
pub fn broken_paragraph(style: &str, content: &str, lang: Lang) -> Node {
    let layout = node("w:pPr").child(word("w:pStyle", style));
    let breaks = content.split('\n').enumerate().flat_map(|(index, line)| {
        let line_break = (index > 0).then(|| node("w:r").child(node("w:br")));
        line_break.into_iter().chain([run(line, lang)])
    });
    node("w:p").child(layout).children(breaks)
}

/// A run of text. Marks that stand in both scripts (`—`, `“`, `%`) take the script of the language.
pub fn run(content: &str, lang: Lang) -> Node {
    let hint = node("w:rFonts").with("w:hint", lang.pick("eastAsia", "default"));
    node("w:r").child(node("w:rPr").child(hint)).child(text("w:t", content).with("xml:space", "preserve"))
}
