//! What calamine does not tell of an xlsx sheet in one pass: merges, hidden rows and columns, formulas. Found by
//! scanning the bytes of the sheet part for the few tags that say so.

use model::cell_address::{Area, CellAddress};

use crate::error::ReadError;
use crate::limits::Limits;
use crate::markup::{Piece, attribute, pieces, unescape};
use crate::package::Package;

/// The extras of one sheet.
#[derive(Debug, Default)]
pub struct SheetExtras {
    /// Merged ranges.
    pub merges: Vec<Area>,
    /// Hidden rows, ascending.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, as ranges.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Formulas, in the order of the sheet.
    pub formulas: Vec<Formula>,
}

/// A formula of a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    /// Where it stands.
    pub address: CellAddress,
    /// Its text without `=`, where no result is stored; empty for the later cells of a shared formula.
    pub text: String,
    /// A result is stored beside it.
    pub has_result: bool,
}

/// The name of the sheet part by the name of the sheet.
pub fn sheet_parts(package: &Package) -> Vec<(String, String)> {
    let Some(workbook) = package.name_ending("workbook.xml") else { return Vec::new() };
    let (folder, file) = workbook.rsplit_once('/').map_or(("", workbook), |(folder, file)| (folder, file));
    let relations = package.text(&format!("{folder}/_rels/{file}.rels")).unwrap_or_default();
    let targets: Vec<(&str, &str)> = pieces(relations).filter_map(relation).collect();
    let sheets = pieces(package.text(workbook).unwrap_or_default()).filter_map(|piece| {
        let Piece::Open { name: "sheet", attributes, .. } = piece else { return None };
        let id = attribute(attributes, "id")?;
        let name = unescape(attribute(attributes, "name")?).into_owned();
        let target = targets.iter().find(|(known, _)| *known == id)?.1.replace('\\', "/");
        let part = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("{folder}/{target}"),
        };
        Some((name, part))
    });
    sheets.collect()
}

fn relation(piece: Piece<'_>) -> Option<(&str, &str)> {
    let Piece::Open { name: "Relationship", attributes, .. } = piece else { return None };
    Some((attribute(attributes, "Id")?, attribute(attributes, "Target")?))
}

/// Reads the extras of one sheet part.
///
/// # Errors
/// More merges or hidden columns than the limits allow.
pub fn read_extras(sheet: &str, limits: &Limits) -> Result<SheetExtras, ReadError> {
    let mut extras = SheetExtras { merges: merges(sheet, limits)?, ..SheetExtras::default() };
    read_hidden(sheet, &mut extras);
    if extras.hidden_columns.len() as u64 > limits.merges {
        return Err(ReadError::over("hidden columns", limits.merges));
    }
    extras.formulas = formulas(sheet);
    Ok(extras)
}

fn merges(sheet: &str, limits: &Limits) -> Result<Vec<Area>, ReadError> {
    let tail = sheet.rfind("</sheetData").or_else(|| sheet.find("mergeCells")).map_or("", |at| &sheet[at..]);
    let tags = || tail.match_indices("mergeCell ").map(|(at, _)| &tail[at..]);
    if tags().take(limits.merges as usize + 1).count() as u64 > limits.merges {
        return Err(ReadError::over("merges", limits.merges));
    }
    Ok(tags().filter_map(|tag| area(attribute(tag_attributes(tag.split_once('>')?.0), "ref")?)).collect())
}

/// A range such as `A1:B2`, or one cell.
pub fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last): (CellAddress, CellAddress) = (first.parse().ok()?, last.parse().ok()?);
    let upper_left = CellAddress::new(first.row.min(last.row), first.col.min(last.col));
    Some(Area::new(upper_left, CellAddress::new(first.row.max(last.row), first.col.max(last.col))))
}

fn read_hidden(sheet: &str, extras: &mut SheetExtras) {
    for (at, _) in sheet.match_indices(" hidden=") {
        let Some(start) = sheet[..at].rfind('<') else { continue };
        let Some((tag, _)) = sheet[start + 1..].split_once('>') else { continue };
        if !matches!(attribute(tag_attributes(tag), "hidden"), Some("1" | "true")) {
            continue;
        }
        let number = |name| attribute(tag_attributes(tag), name).and_then(|text| text.parse::<u32>().ok());
        match tag.split([' ', '\n']).next().map(|name| name.rsplit(':').next().unwrap_or(name)) {
            Some("row") => extras.hidden_rows.extend(number("r")),
            Some("col") => extras.hidden_columns.extend(number("min").zip(number("max"))),
            _ => {}
        }
    }
    extras.hidden_rows.sort_unstable();
}

fn tag_attributes(tag: &str) -> &str {
    tag.find(' ').map_or("", |at| &tag[at..])
}

fn formulas(sheet: &str) -> Vec<Formula> {
    let prefix = if sheet.contains("<x:f") { "<x:f" } else { "<f" };
    let ends = |behind: &str| behind.starts_with(['>', ' ', '/']);
    let starts = sheet.match_indices(prefix).filter(|(at, _)| ends(&sheet[at + prefix.len()..]));
    starts.filter_map(|(at, _)| formula(sheet, at)).collect()
}

fn formula(sheet: &str, at: usize) -> Option<Formula> {
    let cell = &sheet[sheet[..at].rfind('<')?..at];
    let address = attribute(tag_attributes(cell), "r")?.parse().ok()?;
    let (tag, behind) = sheet[at..].split_once('>')?;
    let (text, rest) = match tag.ends_with('/') {
        true => ("", behind),
        false => behind.split_once("</")?,
    };
    let rest = &rest[..rest.find("c>").unwrap_or(rest.len())];
    let stored = rest.split_once("v>").is_some_and(|(_, value)| !value.starts_with("</"));
    let is_text = attribute(tag_attributes(cell), "t") == Some("str") && rest.contains("v>");
    let has_result = stored || is_text;
    let text = if has_result { String::new() } else { unescape(text).into_owned() };
    Some(Formula { address, text, has_result })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merges_hidden_rows_and_formulas_are_found() {
        let sheet = r#"<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="4" hidden="1"><c r="A4"><f>B4+1</f></c>
            <c r="B4"><f>SUM(A1:A2)</f><v>3</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>"#;
        let extras = read_extras(sheet, &Limits::default()).unwrap();
        assert_eq!(extras.merges.iter().map(ToString::to_string).collect::<Vec<_>>(), ["A1:B2"]);
        assert_eq!((extras.hidden_rows, extras.hidden_columns), (vec![4], vec![(2, 3)]));
        let seen: Vec<(String, bool)> =
            extras.formulas.iter().map(|f| (f.text.clone(), f.has_result)).collect();
        assert_eq!(seen, [("B4+1".to_owned(), false), (String::new(), true)]);
    }
}
