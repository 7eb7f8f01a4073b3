//! Head and foot of every page (页眉页脚): the page number as `— 1 —`, and the word that the data are synthetic.

use crate::bulletin::docx::node::{Node, node, text, word};
use crate::bulletin::docx::paragraph::{namespaces, paragraph, run};
use crate::lang::Lang;

/// The part `word/header1.xml`; empty where there is nothing to say.
pub fn header(content: &str, lang: Lang) -> Node {
    namespaces(node("w:hdr")).child(paragraph("Header", None, content, lang))
}

/// The part `word/footer1.xml`.
pub fn footer(lang: Lang) -> Node {
    let mark = |kind| node("w:r").child(node("w:fldChar").with("w:fldCharType", kind));
    let instruction = node("w:r").child(text("w:instrText", " PAGE ").with("xml:space", "preserve"));
    let number = node("w:p")
        .child(node("w:pPr").child(word("w:pStyle", "Footer")))
        .child(run("— ", lang))
        .children([mark("begin"), instruction, mark("separate")])
        .child(node("w:r").child(text("w:t", "1")))
        .child(mark("end"))
        .child(run(" —", lang));
    namespaces(node("w:ftr")).child(number)
}
