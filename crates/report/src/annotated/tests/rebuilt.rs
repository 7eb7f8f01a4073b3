//! A return that takes no marks comes back as a copy with the same cells.

use model::datasets::cells::CellRow;

use crate::annotated::tests::bench::{annotated, finding, part, style};

fn cell(sheet: &str, address: &str, kind: &str, text: &str, number: Option<f64>) -> CellRow {
    let place: model::cell_address::CellAddress = address.parse().unwrap();
    CellRow {
        sheet: sheet.to_owned(),
        row: i32::try_from(place.row).unwrap(),
        col: i32::try_from(place.col).unwrap(),
        address: address.to_owned(),
        kind: kind.to_owned(),
        text: text.to_owned(),
        number,
        role: "data".to_owned(),
        ..CellRow::default()
    }
}

#[test]
fn cells_keep_their_addresses_kinds_and_formats() {
    let amount = CellRow {
        number_format: Some("#,##0.0".to_owned()),
        ..cell("a/b", "B3", "number", "5.5", Some(5.5))
    };
    let head = CellRow { merge: Some("A1:D1".to_owned()), ..cell("a/b", "A1", "text", "标题", None) };
    let overlapping =
        CellRow { merge: Some("B1:B2".to_owned()), ..cell("a/b", "B2", "text", "重叠", None) };
    let hidden = CellRow { hidden: true, ..cell("a/b", "A6", "text", "隐藏", None) };
    let cells = [
        head,
        overlapping,
        amount,
        cell("a/b", "C3", "date", "2023-07-15", Some(45122.0)),
        cell("a/b", "D3", "text", "=HYPERLINK(\"x\")", None),
        hidden,
        cell("a/b", "E3", "error", "#REF!", None),
        cell("第二", "XFE1", "text", "没有这一列", None),
        cell("第二", "A1", "boolean", "true", None),
    ];
    let back = annotated(
        b"\xd0\xcf",
        "xls",
        &cells,
        &[finding("error", "a/b", "B3"), finding("error", "a/b", "C1")],
    );
    assert_eq!(back.why_rebuilt.as_deref(), Some("a file of the kind xls takes no marks"));
    let sheet = part(&back.bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<v>5.5</v>") && sheet.contains("<v>45122</v>") && !sheet.contains("<f>"));
    assert_eq!(sheet.matches("<mergeCell ").count(), 1, "ranges that overlap are not merged twice");
    assert!(sheet.contains("<row r=\"6\"") && sheet.contains("hidden=\"1\""));
    assert_ne!(style(&sheet, "B3"), style(&sheet, "C3"));
    let comments = part(&back.bytes, "xl/comments1.xml");
    assert!(
        comments.contains("ref=\"B3\"") && comments.contains("ref=\"A1\""),
        "of a merged range the first cell"
    );
    let list = part(&back.bytes, "xl/worksheets/sheet3.xml");
    assert!(list.contains("location=\"'a_b'!B3\"") && list.contains("已另存为 .xlsx"));
    assert!(part(&back.bytes, "xl/styles.xml").contains("#,##0.0"));
}

#[test]
fn a_workbook_all_hidden_is_shown_again() {
    let hidden = CellRow { hidden: true, ..cell("甲", "A1", "text", "隐藏", None) };
    let open = cell("乙", "A1", "text", "可见", None);
    let book = |cells: &[CellRow]| part(&annotated(b"", "ods", cells, &[]).bytes, "xl/workbook.xml");
    assert!(!book(std::slice::from_ref(&hidden)).contains("state=\"hidden\""));
    assert!(book(&[open, hidden]).contains("state=\"hidden\""));
}
