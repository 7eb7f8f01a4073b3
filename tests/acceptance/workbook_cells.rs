//! Cells of `.xlsx` workbooks, written and read without the program under test.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Gives a cell of the first sheet another content; everything else in the workbook stays as it is.
pub(crate) fn set_cell(workbook: &Path, address: &str, content: &str, kind: &str) {
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

/// What a cell of a sheet holds: a text, or a number as it is written; nothing where the sheet or the cell is not there.
pub(crate) fn cell_text(workbook: &Path, sheet: &str, address: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(fs_err::read(workbook).unwrap())).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let names = part("xl/workbook.xml")?;
    let place = names.split("<sheet ").skip(1).position(|tag| tag.contains(&format!("name=\"{sheet}\"")))?;
    let shared = part("xl/sharedStrings.xml").unwrap_or_default();
    let cells = part(&format!("xl/worksheets/sheet{}.xml", place + 1))?;
    let cell = cells.split(&format!("<c r=\"{address}\"")).nth(1)?.split("</c>").next()?.to_owned();
    let value = between(&cell, "<v>", "</v>").or_else(|| between(&cell, "<t>", "</t>"))?;
    if !cell.split('>').next()?.contains("t=\"s\"") {
        return Some(value);
    }
    let item = shared.split("<si>").nth(value.parse::<usize>().ok()? + 1)?.split("</si>").next()?;
    let text = item.split("<t").nth(1)?.split_once('>')?.1.split("</t>").next()?;
    Some(text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
}

fn between(text: &str, begin: &str, end: &str) -> Option<String> {
    let inner = text.split_once(begin)?.1.split_once(end)?.0;
    Some(inner.to_owned())
}
