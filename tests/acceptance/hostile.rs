//! Files that mean harm or are broken: each is read or refused by name, and touches no other return.

use std::io::{Cursor, Write};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::sandbox::Sandbox;

/// The parts of the smallest workbook.
const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
];

const HEADINGS: [&str; 5] = ["序号", "项目名称", "投资方", "正式合同额（万元）", "累计到位资金（万元）"];

/// A workbook with this sheet part and these other parts.
fn workbook(sheet: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let sheet = ("xl/worksheets/sheet1.xml", sheet);
    for (name, content) in PARTS.iter().chain([&sheet]).chain(others) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheet(rows: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

fn row(number: u32, cells: &[&str]) -> String {
    let cell = |(col, text): (usize, &&str)| {
        let letter = char::from(b'A' + col as u8);
        format!(r#"<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let cells: String = cells.iter().enumerate().map(cell).collect();
    format!(r#"<row r="{number}">{cells}</row>"#)
}

/// Header and two projects.
fn good_rows() -> String {
    row(1, &["渝北区智博会签约项目推进情况表（截至2023年7月底）"])
        + &row(2, &HEADINGS)
        + &row(3, &["1", "甲项目", "某甲有限公司", "50000", "12000"])
        + &row(4, &["2", "乙项目", "某乙有限公司", "8600", "0"])
}

/// What `luodi check` says of a file: its document.
fn checked(sandbox: &Sandbox, name: &str, content: &[u8]) -> Value {
    sandbox.write(name, content);
    let outcome = sandbox.luodi(&["check", name, "--format", "json", "--lang", "en"]);
    assert!([0, 1].contains(&outcome.code), "{name}: {} {}", outcome.code, outcome.stderr);
    assert!(!outcome.stderr.contains("panicked"), "{name}: {}", outcome.stderr);
    let document: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let first = document.get(0).or_else(|| document.pointer("/workbooks/0")).unwrap_or(&document);
    first.clone()
}

#[track_caller]
fn check_refused(sandbox: &Sandbox, name: &str, content: &[u8], code: &str) {
    let document = checked(sandbox, name, content);
    assert_eq!(document["is_refused"], true, "{name}: {document}");
    assert_eq!(document["findings"][0]["code"], code, "{name}: {document}");
}

#[track_caller]
fn check_read(sandbox: &Sandbox, name: &str, content: &[u8]) {
    let document = checked(sandbox, name, content);
    assert_eq!(
        (&document["is_refused"], &document["n_records"]),
        (&Value::Bool(false), &Value::from(2)),
        "{name}"
    );
}

#[test]
fn workbooks_that_lie_about_their_size_are_read_or_refused() {
    let sandbox = Sandbox::with_months(&[]);
    check_read(&sandbox, "good.xlsx", &workbook(&sheet(&good_rows()), &[]));
    let far = good_rows() + r#"<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>"#;
    check_read(&sandbox, "far cell.xlsx", &workbook(&sheet(&far), &[]));
    let strings = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>"#;
    check_read(
        &sandbox,
        "counts.xlsx",
        &workbook(&sheet(&good_rows()), &[("xl/sharedStrings.xml", strings)]),
    );
    let wide: String = (0..3_000).map(|_| r#"<c t="inlineStr"><is><t>项目名称</t></is></c>"#).collect();
    check_refused(&sandbox, "wide.xlsx", &workbook(&sheet(&format!("<row>{wide}</row>")), &[]), "R104");
    let long = "长".repeat(100_000);
    let long = good_rows() + &row(5, &["3", &long, "x", "1", "1"]);
    check_refused(&sandbox, "long text.xlsx", &workbook(&sheet(&long), &[]), "R104");
    let merges: String = (0..60_000).map(|n| format!(r#"<mergeCell ref="A{0}:B{0}"/>"#, n + 10)).collect();
    let merged = sheet(&good_rows())
        .replace("</worksheet>", &format!("<mergeCells>{merges}</mergeCells></worksheet>"));
    check_refused(&sandbox, "merges.xlsx", &workbook(&merged, &[]), "R104");
    let bomb = sheet(&"<row><c/></row>".repeat(2_500_000));
    check_refused(&sandbox, "bomb.xlsx", &workbook(&bomb, &[]), "R104");
}

#[test]
fn damage_is_never_read_in_part() {
    let sandbox = Sandbox::with_months(&[]);
    let whole = workbook(&sheet(&good_rows()), &[]);
    check_refused(&sandbox, "cut.xlsx", &whole[..whole.len() / 2], "R101");
    let twice = good_rows() + r#"<row r="5"><c r="B3" t="inlineStr"><is><t>另一个项目</t></is></c></row>"#;
    check_refused(&sandbox, "two cells in one place.xlsx", &workbook(&sheet(&twice), &[]), "R101");
    let entity = format!("<!DOCTYPE a [<!ENTITY b \"x\">]>{}", sheet(&good_rows()));
    check_refused(&sandbox, "entity.xlsx", &workbook(&entity, &[]), "R101");
    check_refused(&sandbox, "open quote.csv", "序号,项目名称\n1,\"甲\n2,乙\n".as_bytes(), "R101");
    check_refused(&sandbox, "empty.xlsx", b"", "R105");
    check_refused(&sandbox, "paper.xls", b"%PDF-1.7 ...", "R103");
    check_refused(&sandbox, "archive.xls", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "R103");
}

#[test]
fn a_web_page_or_a_text_called_xls_is_read() {
    let sandbox = Sandbox::with_months(&[]);
    let cells = |cells: &[&str]| cells.iter().map(|text| format!("<TD>{text}")).collect::<String>();
    let page = format!(
        "<html><table><TR>{}<TR>{}<TR>{}</table>",
        cells(&HEADINGS),
        cells(&["1", "甲项目", "某甲有限公司", "50000", "< 12000"]),
        cells(&["2", "乙项目", "某乙有限公司", "8600", "0"])
    );
    check_read(&sandbox, "page.xls", page.as_bytes());
    let text = format!("{}\n1,甲项目,某甲,50000,12000\n2,乙项目,某乙,8600,0\n", HEADINGS.join(","));
    let (gbk, ..) = encoding_rs::GBK.encode(&text);
    check_read(&sandbox, "text.xls", &gbk);
}

#[test]
fn a_run_goes_on_beside_hostile_files() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let (_, before) = sandbox.run(&[]);
    let bomb = sheet(&"<row><c/></row>".repeat(2_500_000));
    sandbox.write("data/received/202307/炸弹.xlsx", workbook(&bomb, &[]));
    sandbox.write("data/received/202307/半个.xlsx", &workbook(&sheet(&good_rows()), &[])[..200]);
    sandbox.write("data/received/202307/~$锁.xlsx", "x");
    let (outcome, after) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    assert_eq!(before["headline"]["figures"], after["headline"]["figures"]);
    assert_eq!(after["balance"]["closes"], true);
    assert_eq!(after["balance"]["files"]["rejected"], 2, "{}", after["balance"]);
}
