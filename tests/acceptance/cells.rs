//! The figures come from the cells: three cells of three workbooks are changed, and the headline moves by just that.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::sandbox::Sandbox;

#[test]
fn the_headline_moves_by_what_three_cells_say() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let before = figures(&sandbox);
    let file = |name: &str| sandbox.path(&format!("data/received/202307/{name}"));
    // 正式合同额（万元）of ZB2020 … in I5: 1,000,000 → 1,000,100 万元.
    set_cell(&file("南川区2023年7月智博会签约项目推进情况表.xlsx"), "I5", "<v>1000100</v>", "");
    // 累计到位（亿元）in J6: 0.93 → 1.43 亿元.
    set_cell(&file("江津-智博会项目台账202307.xlsx"), "J6", "<v>1.43</v>", "");
    // 项目进展 in N5: 拿地 → 在建.
    set_cell(&file("沙坪坝7月报.xlsx"), "N5", "<is><t>在建</t></is>", " t=\"inlineStr\"");
    let after = figures(&sandbox);
    let moved = |name: &str| after[name].as_i64().unwrap() - before[name].as_i64().unwrap();
    assert_eq!(moved("n_projects"), 0);
    assert_eq!(moved("contract_yuan"), 1_000_000);
    assert_eq!(moved("capital_yuan"), 50_000_000);
    assert_eq!(moved("n_started"), 1);
}

fn figures(sandbox: &Sandbox) -> Value {
    let (outcome, document) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    document["headline"]["figures"].clone()
}

/// Gives a cell of the first sheet another content; everything else in the workbook stays as it is.
fn set_cell(workbook: &Path, address: &str, content: &str, kind: &str) {
    let mut archive = ZipArchive::new(Cursor::new(fs_err::read(workbook).unwrap())).unwrap();
    let mut rewritten = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            bytes = with_cell(&String::from_utf8(bytes).unwrap(), address, content, kind).into_bytes();
        }
        rewritten.start_file(name, SimpleFileOptions::default()).unwrap();
        rewritten.write_all(&bytes).unwrap();
    }
    fs_err::write(workbook, rewritten.finish().unwrap().into_inner()).unwrap();
}

fn with_cell(sheet: &str, address: &str, content: &str, kind: &str) -> String {
    let begin = sheet.find(&format!("<c r=\"{address}\"")).unwrap();
    let end = begin + sheet[begin..].find("</c>").unwrap() + "</c>".len();
    let cell = format!("<c r=\"{address}\"{kind}>{content}</c>");
    format!("{}{cell}{}", &sheet[..begin], &sheet[end..])
}
