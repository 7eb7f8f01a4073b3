//! What a part refers to (部件关系): the `.rels` beside it.

use crate::annotated::package::Package;
use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::xml::{Kind, pieces};
use crate::annotated::xml_text::attributes;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// One reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relation {
    /// Its id.
    pub(crate) id: String,
    /// The last word of its type, such as `comments`.
    pub(crate) kind: String,
    /// The part it refers to.
    pub(crate) part: String,
}

/// The namespace of references inside parts.
pub(crate) fn namespace(is_strict: bool) -> &'static str {
    if is_strict { STRICT } else { TRANSITIONAL }
}

/// The references of a part; the package itself is the part with the empty name.
pub(crate) fn relations(package: &mut Package, part: &str) -> Result<Vec<Relation>, Unpatchable> {
    let Some(text) = package.text(&rels_name(part))? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for piece in pieces(&text) {
        let piece = piece?;
        let is_outside = piece.attribute("TargetMode").is_some_and(|mode| mode == "External");
        if !piece.opens("Relationship", 1) || is_outside {
            continue;
        }
        let attribute = |name: &str| piece.attribute(name).unwrap_or_default();
        let kind = attribute("Type").rsplit('/').next().unwrap_or_default().to_owned();
        found.push(Relation { id: attribute("Id"), kind, part: resolved(part, &attribute("Target")) });
    }
    Ok(found)
}

/// The id that the next reference will have.
pub(crate) fn free_id(known: &[Relation]) -> String {
    let is_free = |id: &String| known.iter().all(|relation| relation.id != *id);
    (1..=known.len() + 1).map(|number| format!("luodi{number}")).find(is_free).unwrap_or_default()
}

/// Adds a reference and gives its id.
pub(crate) fn add_relation(
    package: &mut Package,
    part: &str,
    (kind, target): (&str, &str),
    is_strict: bool,
) -> Result<String, Unpatchable> {
    let known = relations(package, part)?;
    let id = free_id(&known);
    let full = format!("{}/{kind}", namespace(is_strict));
    let pairs = attributes(&[("Id", &id), ("Type", &full), ("Target", &format!("/{target}"))]);
    let name = rels_name(part);
    let text = package.text(&name)?.unwrap_or_else(|| {
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{NAMESPACE}\"/>")
    });
    package.set(&name, with_child(&text, &format!("Relationship{pairs}/>"))?);
    Ok(id)
}

/// A text whose root has one more child at its end; the child comes without `<` and prefix.
pub(crate) fn with_child(text: &str, child: &str) -> Result<String, Unpatchable> {
    for piece in pieces(text) {
        let piece = piece?;
        let (before, after) = match piece.kind {
            Kind::End if piece.depth == 0 => (piece.at, piece.at),
            Kind::Empty if piece.depth == 0 => (piece.at, piece.end()),
            _ => continue,
        };
        let prefix = piece.prefix();
        let (before, after) = (text.get(..before), text.get(after..));
        let (opened, closed) = match piece.kind {
            Kind::Empty => (piece.opened(), format!("</{prefix}{}>", piece.local)),
            _ => (String::new(), String::new()),
        };
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        return Ok(format!("{before}{opened}<{prefix}{child}{closed}{after}"));
    }
    Err(Unpatchable::because("a part has no end"))
}

/// `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
fn rels_name(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

/// A target as a name in the package: absolute, or from the folder of the part.
fn resolved(part: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(folders.pop()),
            name => folders.push(name),
        }
    }
    folders.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_from_where_they_are_named() {
        assert_eq!(resolved("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl/worksheets/sheet1.xml", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolved("xl/workbook.xml", "/xl/a.xml"), "xl/a.xml");
        assert_eq!(resolved("", "xl\\workbook.xml"), "xl/workbook.xml");
        assert_eq!(
            (rels_name(""), rels_name("xl/a.xml")),
            ("_rels/.rels".into(), "xl/_rels/a.xml.rels".into())
        );
    }

    #[test]
    fn a_root_takes_one_more_child_whatever_its_prefix() {
        assert_eq!(with_child("<a><b/></a>", "c/>").unwrap(), "<a><b/><c/></a>");
        assert_eq!(with_child("<x:a y='1'/>\n", "c/>").unwrap(), "<x:a y='1'><x:c/></x:a>\n");
        assert!(with_child("<a>", "c/>").is_err());
    }
}
