//! The styles of the document (样式) from its looks.

use crate::bulletin::docx::looks::{BODY, BODY_FONT, FONTS, LATIN_FONT, LOOKS, Look, PAGE_FONT};
use crate::bulletin::docx::node::{Node, node, word};
use crate::lang::Lang;

/// The part `word/styles.xml`.
pub fn styles(lang: Lang) -> Node {
    let language = node("w:lang").with("w:val", "en-US").with("w:eastAsia", "zh-CN");
    let run = node("w:rPr").child(fonts(BODY_FONT)).children(sizes(lang, BODY.size)).child(language);
    let normal =
        node("w:style").with("w:type", "paragraph").with("w:default", "1").with("w:styleId", "Normal");
    let figure = node("w:style").with("w:type", "paragraph").with("w:styleId", "Figure");
    let figure_layout = node("w:pPr")
        .child(node("w:keepNext"))
        .child(node("w:spacing").with("w:before", 120).with("w:line", 240).with("w:lineRule", "auto"))
        .child(word("w:jc", "center"));
    node("w:styles")
        .with("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .child(
            node("w:docDefaults")
                .child(node("w:rPrDefault").child(run))
                .child(node("w:pPrDefault").child(node("w:pPr"))),
        )
        .child(normal.child(word("w:name", "Normal")).child(node("w:qFormat")))
        .children(LOOKS.iter().map(|look| look.style(lang)))
        .child(figure.child(word("w:name", "图")).child(word("w:basedOn", "Normal")).child(figure_layout))
}

/// The part `word/fontTable.xml`.
pub fn font_table() -> Node {
    let font = |(name, instead): &(&str, &str)| {
        node("w:font").with("w:name", name).child(word("w:altName", instead))
    };
    node("w:fonts")
        .with("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .children(FONTS.iter().map(font))
}

impl Look {
    fn style(&self, lang: Lang) -> Node {
        let style = node("w:style").with("w:type", "paragraph").with("w:styleId", self.id);
        let (before, after) = self.before_after;
        let is_text = self.id == BODY.id || self.level.is_some();
        let after = if lang == Lang::En && is_text { 120 } else { after };
        let spacing = node("w:spacing")
            .with("w:before", before)
            .with("w:after", after)
            .with("w:line", lang_number(lang, self.line))
            .with("w:lineRule", "exact");
        let indent = node("w:ind").with("w:firstLineChars", 200).with("w:firstLine", self.size.0 * 20);
        let layout = node("w:pPr")
            .children(self.keeps_next.then(|| node("w:keepNext")))
            .children(self.new_page.then(|| node("w:pageBreakBefore")))
            .child(node("w:widowControl"))
            .child(spacing)
            .children((self.indent && lang == Lang::Zh).then_some(indent))
            .child(word("w:jc", self.align))
            .children(self.level.map(|level| word("w:outlineLvl", level)));
        let is_bold = lang == Lang::En && self.font != BODY_FONT && self.font != PAGE_FONT;
        let run = node("w:rPr")
            .child(fonts(self.font))
            .children(is_bold.then(|| node("w:b")))
            .children(sizes(lang, self.size));
        style
            .child(word("w:name", self.name))
            .child(word("w:basedOn", "Normal"))
            .child(node("w:qFormat"))
            .child(layout)
            .child(run)
    }
}

/// Chinese in its own font, figures and Latin letters in theirs.
fn fonts(east_asian: &str) -> Node {
    node("w:rFonts")
        .with("w:ascii", LATIN_FONT)
        .with("w:eastAsia", east_asian)
        .with("w:hAnsi", LATIN_FONT)
        .with("w:cs", LATIN_FONT)
}

fn sizes(lang: Lang, size: (u32, u32)) -> [Node; 2] {
    ["w:sz", "w:szCs"].map(|name| word(name, lang_number(lang, size)))
}

fn lang_number(lang: Lang, (zh, en): (u32, u32)) -> u32 {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_that_of_an_official_document() {
        let xml = |lang| String::from_utf8(styles(lang).part().unwrap()).unwrap();
        let body = |lang| {
            let xml = xml(lang);
            let (_, body) = xml.split_once("w:styleId=\"BulletinBody\"").unwrap();
            body.split_once("</w:style>").unwrap().0.to_owned()
        };
        let zh = body(Lang::Zh);
        for expected in [
            "w:ascii=\"Times New Roman\" w:eastAsia=\"仿宋_GB2312\"",
            "<w:sz w:val=\"32\"/>",
            "w:line=\"560\" w:lineRule=\"exact\"",
            "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>",
        ] {
            assert!(zh.contains(expected), "{zh}");
        }
        assert!(!body(Lang::En).contains("w:firstLine"));
    }
}
