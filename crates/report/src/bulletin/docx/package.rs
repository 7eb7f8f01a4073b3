//! The parts that hold the others together (包的目录): types, relations, settings, properties.

use model::date::Date;

use crate::bulletin::docx::node::{Node, node, text, word};

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// `[Content_Types].xml` of a document with so many charts.
pub fn content_types(n_charts: usize) -> Node {
    let by_ending = |ending, kind| node("Default").with("Extension", ending).with("ContentType", kind);
    let part = |name: String, kind: String| node("Override").with("PartName", name).with("ContentType", kind);
    let words = ["document.main", "styles", "settings", "fontTable", "header", "footer"];
    let names = ["document", "styles", "settings", "fontTable", "header1", "footer1"];
    let words = names
        .iter()
        .zip(words)
        .map(|(name, kind)| part(format!("/word/{name}.xml"), format!("{WORD}.{kind}+xml")));
    let charts = (1..=n_charts).map(|number| {
        let kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
        part(format!("/word/charts/chart{number}.xml"), kind.to_owned())
    });
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    node("Types")
        .with("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
        .child(by_ending("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .child(by_ending("xml", "application/xml"))
        .child(by_ending("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        .children(words)
        .children(charts)
        .child(part("/docProps/core.xml".to_owned(), core.to_owned()))
}

/// `_rels/.rels`.
pub fn package_relations() -> Node {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    node("Relationships")
        .with("xmlns", RELATIONS)
        .child(relation("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"))
        .child(relation("rId2", core, "docProps/core.xml"))
}

/// `word/_rels/document.xml.rels`.
pub fn document_relations(n_charts: usize) -> Node {
    let of = |id: &str, kind: &str, target: &str| relation(id, &format!("{OFFICE}/{kind}"), target);
    let charts = (1..=n_charts)
        .map(|number| of(&format!("rIdChart{number}"), "chart", &format!("charts/chart{number}.xml")));
    node("Relationships")
        .with("xmlns", RELATIONS)
        .child(of("rIdStyles", "styles", "styles.xml"))
        .child(of("rIdSettings", "settings", "settings.xml"))
        .child(of("rIdFonts", "fontTable", "fontTable.xml"))
        .child(of("rIdHeader", "header", "header1.xml"))
        .child(of("rIdFooter", "footer", "footer1.xml"))
        .children(charts)
}

/// `word/charts/_rels/chartN.xml.rels`.
pub fn chart_relations(number: usize) -> Node {
    let target = format!("../embeddings/chart{number}.xlsx");
    node("Relationships").with("xmlns", RELATIONS).child(relation(
        "rIdData",
        &format!("{OFFICE}/package"),
        &target,
    ))
}

/// `word/settings.xml`.
pub fn settings() -> Node {
    let compatibility = node("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", 15);
    node("w:settings")
        .with("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .child(node("w:zoom").with("w:percent", 100))
        .child(word("w:defaultTabStop", 420))
        .child(word("w:characterSpacingControl", "compressPunctuation"))
        .child(node("w:compat").child(compatibility))
        .child(node("w:themeFontLang").with("w:val", "en-US").with("w:eastAsia", "zh-CN"))
}

/// `docProps/core.xml`: written on the as-of day, whatever the clock says.
pub fn properties(title: &str, as_of: Date) -> Node {
    let (year, month, day) = as_of.civil();
    let moment = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    let stamp = |name| text(name, &moment).with("xsi:type", "dcterms:W3CDTF");
    node("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .child(text("dc:title", title))
        .child(text("dc:creator", "luodi"))
        .child(stamp("dcterms:created"))
        .child(stamp("dcterms:modified"))
}

fn relation(id: &str, kind: &str, target: &str) -> Node {
    node("Relationship").with("Id", id).with("Type", kind).with("Target", target)
}
