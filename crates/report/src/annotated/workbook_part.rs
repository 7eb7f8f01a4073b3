//! The workbook part (工作簿部件): which sheets there are, and the list of problems as the first of them.

use crate::annotated::content_types::{add_part, type_of};
use crate::annotated::package::Package;
use crate::annotated::relations::{Relation, add_relation, namespace, relations};
use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::xml::{Kind, Piece, pieces};
use crate::annotated::xml_text::attributes;

/// Namespace of strict packages.
const STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// Excel takes no greater number for a sheet.
const GREATEST_SHEET_ID: u32 = 65_534;

/// One sheet of the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetPart {
    /// Its name.
    pub(crate) name: String,
    /// Its part.
    pub(crate) part: String,
    /// It holds cells, and is no chart or macro sheet.
    pub(crate) has_cells: bool,
}

/// The workbook part, as far as marks need it.
#[derive(Debug)]
pub(crate) struct WorkbookPart {
    /// Its name in the package.
    pub(crate) part: String,
    /// Its sheets, in order.
    pub(crate) sheets: Vec<SheetPart>,
    /// What it refers to.
    pub(crate) relations: Vec<Relation>,
    /// The package uses the strict namespaces.
    pub(crate) is_strict: bool,
    sheet_ids: Vec<u32>,
}

impl WorkbookPart {
    /// Finds the workbook part and its sheets.
    pub(crate) fn read(package: &mut Package) -> Result<WorkbookPart, Unpatchable> {
        let main = relations(package, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let part = main.map(|relation| relation.part).unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let text = package.text(&part)?.ok_or_else(|| Unpatchable::because("there is no workbook part"))?;
        let relations = relations(package, &part)?;
        let (mut sheets, mut sheet_ids, mut is_strict) = (Vec::new(), Vec::new(), false);
        for piece in pieces(&text) {
            let piece = piece?;
            is_strict |= piece.opens("workbook", 0) && piece.raw.contains(STRICT);
            if piece.opens("sheet", 2) {
                sheet_ids.extend(piece.attribute("sheetId").and_then(|id| id.parse::<u32>().ok()));
                sheets.extend(sheet_of(&piece, &relations));
            }
        }
        Ok(WorkbookPart { part, sheets, relations, is_strict, sheet_ids })
    }

    /// Namespace of the elements of sheets.
    pub(crate) fn namespace(&self) -> &'static str {
        if self.is_strict { STRICT } else { TRANSITIONAL }
    }

    /// The name of the folder of a new part.
    pub(crate) fn folder(&self) -> String {
        self.part.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default()
    }

    /// A sheet name that is free: the wanted one, or with a number behind it.
    pub(crate) fn free_sheet_name(&self, wanted: &str) -> String {
        let is_free =
            |name: &String| self.sheets.iter().all(|sheet| sheet.name.to_lowercase() != name.to_lowercase());
        let numbered = (2..=self.sheets.len() + 2).map(|number| format!("{wanted}({number})"));
        std::iter::once(wanted.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
    }

    /// Adds a sheet before all others; the workbook opens with it.
    pub(crate) fn add_first_sheet(
        &self,
        package: &mut Package,
        name: &str,
        sheet: String,
    ) -> Result<(), Unpatchable> {
        let part = package.free_name(&format!("{}worksheets/sheet", self.folder()), ".xml");
        package.set(&part, sheet);
        add_part(package, &part, "worksheet")?;
        let relation = add_relation(package, &self.part, ("worksheet", &part), self.is_strict)?;
        let text = package.text(&self.part)?.unwrap_or_default();
        let id = self.free_sheet_id().to_string();
        let pairs = [
            ("name", name),
            ("sheetId", &id),
            ("xmlns:luodi", namespace(self.is_strict)),
            ("luodi:id", &relation),
        ];
        package.set(&self.part, with_first_sheet(&text, &attributes(&pairs))?);
        Ok(())
    }

    /// Whether the workbook holds macros; then it keeps the ending that says so.
    pub(crate) fn has_macros(&self, package: &mut Package) -> Result<bool, Unpatchable> {
        Ok(type_of(package, &self.part)?.to_lowercase().contains("macroenabled"))
    }

    fn free_sheet_id(&self) -> u32 {
        let next = self.sheet_ids.iter().max().map_or(1, |greatest| greatest.saturating_add(1));
        let is_free = |id: &u32| !self.sheet_ids.contains(id);
        std::iter::once(next)
            .filter(|id| *id <= GREATEST_SHEET_ID)
            .chain(1..=GREATEST_SHEET_ID)
            .find(is_free)
            .unwrap_or(next)
    }
}

fn sheet_of(piece: &Piece, relations: &[Relation]) -> Option<SheetPart> {
    let id = piece.prefixed_attribute("id")?;
    let relation = relations.iter().find(|relation| relation.id == id)?;
    Some(SheetPart {
        name: piece.attribute("name")?,
        part: relation.part.clone(),
        has_cells: relation.kind == "worksheet",
    })
}

/// One more sheet before all others: what counts sheets counts one more.
fn with_first_sheet(text: &str, sheet: &str) -> Result<String, Unpatchable> {
    let mut out = String::with_capacity(text.len() + 200);
    let mut added = false;
    for piece in pieces(text) {
        let piece = piece?;
        if piece.opens("workbookView", 2) {
            out.push_str(&piece.with(&[("activeTab", None), ("firstSheet", None)]));
        } else if piece.opens("definedName", 2) {
            out.push_str(&shifted(&piece));
        } else {
            out.push_str(piece.raw);
        }
        if piece.opens("sheets", 1) && piece.kind == Kind::Start && !added {
            out.push_str(&format!("<{}sheet{sheet}/>", piece.prefix()));
            added = true;
        }
    }
    if added { Ok(out) } else { Err(Unpatchable::because("the workbook has no sheets")) }
}

fn shifted(name: &Piece) -> String {
    let index: Option<u32> = name.attribute("localSheetId").and_then(|index| index.parse().ok());
    match index {
        Some(index) => name.with(&[("localSheetId", Some(&index.saturating_add(1).to_string()))]),
        None => name.raw.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_sheets_counts_one_more() {
        let text = "<x:workbook><x:bookViews><x:workbookView firstSheet=\"1\" activeTab=\"2\" w=\"9\"/></x:bookViews>\
            <x:sheets><x:sheet name=\"a\" sheetId=\"7\"/></x:sheets><x:definedNames>\
            <x:definedName name=\"p\" localSheetId=\"0\">a!$A$1</x:definedName><x:definedName name=\"q\">1</x:definedName>\
            </x:definedNames></x:workbook>";
        let expected = "<x:workbook><x:bookViews><x:workbookView w=\"9\"/></x:bookViews>\
            <x:sheets><x:sheet name=\"n\"/><x:sheet name=\"a\" sheetId=\"7\"/></x:sheets><x:definedNames>\
            <x:definedName name=\"p\" localSheetId=\"1\">a!$A$1</x:definedName><x:definedName name=\"q\">1</x:definedName>\
            </x:definedNames></x:workbook>";
        assert_eq!(with_first_sheet(text, " name=\"n\"").unwrap(), expected);
        assert!(with_first_sheet("<workbook/>", "").is_err());
    }
}
