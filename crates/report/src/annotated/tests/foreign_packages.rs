//! Packages as other programs write them: prefixes, strict namespaces, no styles, no size, odd places of parts.

use crate::annotated::package::Package;
use crate::annotated::tests::bench::{annotated, finding, marked_in_place, packed, part};
use crate::annotated::xml::pieces;

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/book/wb.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
const STRICT: &str = "http://purl.oclc.org/ooxml";

/// A strict workbook with prefixes in a folder of its own; without styles, without size, one sheet without cells.
fn foreign(sheet: &str) -> Vec<u8> {
    let relation = format!("{STRICT}/officeDocument/relationships");
    let rels = |inner: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
        )
    };
    let main =
        rels(&format!("<Relationship Id=\"a\" Type=\"{relation}/officeDocument\" Target=\"book/wb.xml\"/>"));
    let book =
        rels(&format!("<Relationship Id=\"s1\" Type=\"{relation}/worksheet\" Target=\"/book/one.xml\"/>"));
    let workbook = format!(
        "<x:workbook xmlns:x=\"{STRICT}/spreadsheetml/main\" xmlns:q=\"{relation}\"><x:sheets>\
         <x:sheet name=\"一\" sheetId=\"65534\" q:id=\"s1\"/></x:sheets></x:workbook>"
    );
    packed(&[
        ("[Content_Types].xml", TYPES),
        ("_rels\\.rels", &main),
        ("book/wb.xml", &workbook),
        ("book/_rels/wb.xml.rels", &book),
        ("book/one.xml", sheet),
    ])
}

fn sheet(inner: &str) -> String {
    format!("<x:worksheet xmlns:x=\"{STRICT}/spreadsheetml/main\">{inner}</x:worksheet>")
}

#[test]
fn a_strict_package_with_prefixes_is_marked_in_its_own_manner() {
    let text = sheet(
        "<x:cols><x:col min=\"1\" max=\"9\" style=\"0\"/></x:cols><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>\
         <x:c t=\"inlineStr\"><x:is><x:t>二</x:t></x:is></x:c></x:row></x:sheetData><x:tableParts count=\"0\"/>",
    );
    let back =
        marked_in_place(&foreign(&text), &[finding("error", "一", "B1"), finding("error", "一", "D3")]);
    let marked = part(&back, "book/one.xml");
    assert!(marked.contains("<x:c t=\"inlineStr\" s=\""), "{marked}");
    assert!(
        marked.contains("<x:row r=\"3\"><x:c r=\"D3\" s=\"") && marked.contains("/></x:row></x:sheetData>")
    );
    let drawing = marked.find("<x:legacyDrawing").unwrap();
    assert!(drawing < marked.find("<x:tableParts").unwrap());
    assert!(part(&back, "book/styles1.xml").contains("<cellXfs count=\"17\">"), "own, looks and marks");
    assert!(part(&back, "book/comments1.xml").contains(&format!("{STRICT}/spreadsheetml/main")));
    assert!(
        part(&back, "book/_rels/one.xml.rels")
            .contains(&format!("{STRICT}/officeDocument/relationships/comments"))
    );
    assert!(part(&back, "book/wb.xml").contains("sheetId=\"1\""), "65534 is the last number there is");
}

#[test]
fn a_sheet_without_cells_gets_those_that_are_marked() {
    let back = marked_in_place(&foreign(&sheet("<x:sheetData/>")), &[finding("error", "一", "B2")]);
    assert!(part(&back, "book/one.xml").contains("<x:sheetData><x:row r=\"2\"><x:c r=\"B2\" s=\""));
}

#[test]
fn what_other_readers_would_misread_is_rebuilt() {
    let check = |inner: &str| {
        let back = annotated(&foreign(&sheet(inner)), "xlsx", &[], &[finding("error", "一", "A9")]);
        assert!(back.why_rebuilt.is_some(), "{inner}");
    };
    check("<x:sheetData><x:row r=\"2\"/><x:row r=\"1\"/></x:sheetData>");
    check("<x:sheetData><x:row r=\"1\"><x:c r=\"B1\"/><x:c r=\"A1\"/></x:row></x:sheetData>");
    check("<x:sheetData><x:row r=\"1\"><x:c r=\"B2\"/></x:row></x:sheetData>");
    check("<x:cols/>");
    check("<x:sheetData><x:row></x:sheetData>");
}

#[test]
fn macros_keep_their_part_and_their_ending() {
    let types = TYPES.replace(
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        "vnd.ms-excel.sheet.macroEnabled.main",
    );
    let plain = foreign(&sheet("<x:sheetData/>"));
    let names = ["_rels/.rels", "book/wb.xml", "book/_rels/wb.xml.rels", "book/one.xml"];
    let texts = names.map(|name| part(&plain, name));
    let mut parts: Vec<(&str, &str)> =
        vec![("[Content_Types].xml", &types), ("book/vbaProject.bin", "macro")];
    parts.extend(names.into_iter().zip(texts.iter().map(String::as_str)));
    let back = annotated(&packed(&parts), "xlsx", &[], &[]);
    assert_eq!(back.file_name, "北碚（原为xlsx）-批注.xlsm");
    assert_eq!(part(&back.bytes, "book/vbaProject.bin"), "macro");
}

#[test]
fn every_part_of_a_returned_package_is_well_formed() {
    let back = marked_in_place(&foreign(&sheet("<x:sheetData/>")), &[finding("warning", "一", "B2")]);
    let mut package = Package::open(&back).unwrap();
    for name in ["[Content_Types].xml", "book/wb.xml", "book/styles1.xml", "book/worksheets/sheet1.xml"] {
        let text = package.text(name).unwrap().unwrap();
        assert!(pieces(&text).all(|piece| piece.is_ok()), "{name}");
    }
}
