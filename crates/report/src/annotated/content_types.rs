//! What the parts of a package are (部件类型): `[Content_Types].xml`.

use crate::annotated::package::Package;
use crate::annotated::relations::with_child;
use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::xml::pieces;
use crate::annotated::xml_text::attributes;

const PART: &str = "[Content_Types].xml";
const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Says that a part is a worksheet, comments or styles.
pub(crate) fn add_part(package: &mut Package, name: &str, kind: &str) -> Result<(), Unpatchable> {
    let full = format!("{SPREADSHEET}.{kind}+xml");
    let pairs = attributes(&[("PartName", &format!("/{name}")), ("ContentType", &full)]);
    let text = text(package)?;
    package.set(PART, with_child(&text, &format!("Override{pairs}/>"))?);
    Ok(())
}

/// Says what parts with the ending `.vml` are, where nothing says it yet.
pub(crate) fn add_drawings(package: &mut Package) -> Result<(), Unpatchable> {
    let text = text(package)?;
    for piece in pieces(&text) {
        let piece = piece?;
        let ending = piece.attribute("Extension").filter(|_| piece.opens("Default", 1));
        if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("vml")) {
            return Ok(());
        }
    }
    let pairs =
        [("Extension", "vml"), ("ContentType", "application/vnd.openxmlformats-officedocument.vmlDrawing")];
    package.set(PART, with_child(&text, &format!("Default{}/>", attributes(&pairs)))?);
    Ok(())
}

/// The content type of a part, where it is named for itself or by its ending.
pub(crate) fn type_of(package: &mut Package, name: &str) -> Result<String, Unpatchable> {
    let text = text(package)?;
    let ending = name.rsplit('.').next().unwrap_or_default();
    let mut by_ending = String::new();
    for piece in pieces(&text) {
        let piece = piece?;
        let kind = piece.attribute("ContentType").unwrap_or_default();
        let named = piece.attribute("PartName").filter(|_| piece.opens("Override", 1));
        if named.is_some_and(|named| named.trim_start_matches('/').eq_ignore_ascii_case(name)) {
            return Ok(kind);
        }
        let of_ending = piece.attribute("Extension").filter(|_| piece.opens("Default", 1));
        if of_ending.is_some_and(|known| known.eq_ignore_ascii_case(ending)) {
            by_ending = kind;
        }
    }
    Ok(by_ending)
}

fn text(package: &mut Package) -> Result<String, Unpatchable> {
    package.text(PART)?.ok_or_else(|| Unpatchable::because("the package does not say what its parts are"))
}
