//! What the tests share: findings, returns, and a view into packages.

use std::io::{Cursor, Write};

use model::datasets::cells::CellRow;
use model::datasets::findings::Finding;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::annotated::package::Package;
use crate::annotated::sent_return::{Occasion, ReturnFeedback, SentReturn};
use crate::annotated::xml::{Kind, Piece, pieces};
use crate::annotated::{Annotated, annotate};
use crate::lang::Lang;

/// A finding at a cell.
pub(crate) fn finding(severity: &str, sheet: &str, address: &str) -> Finding {
    Finding {
        finding_id: format!("T501-{sheet}-{address}-{severity}"),
        code: "T501".to_owned(),
        severity: severity.to_owned(),
        sheet: Some(sheet.to_owned()),
        address: Some(address.to_owned()),
        raw: Some("5".to_owned()),
        expected: Some("7".to_owned()),
        message_zh: format!("{address}有误"),
        message_en: format!("{address} is wrong"),
        state: "new".to_owned(),
        ..Finding::default()
    }
}

/// A return, annotated in Chinese.
pub(crate) fn annotated(bytes: &[u8], format: &str, cells: &[CellRow], findings: &[Finding]) -> Annotated {
    let feedback = ReturnFeedback { findings: findings.iter().collect(), ..ReturnFeedback::default() };
    let sent = SentReturn { file: "202307/北碚.xlsx", format, bytes, cells, feedback: &feedback };
    let occasion = Occasion {
        lang: Lang::Zh,
        unit_name: "北碚区",
        period: Some("2023-07-31".parse().unwrap()),
        due: Some("2023-08-20".parse().unwrap()),
        is_synthetic: true,
    };
    let annotated = annotate(&sent, &occasion).unwrap();
    assert_eq!(annotated, annotate(&sent, &occasion).unwrap(), "the same return gives the same bytes");
    annotated
}

/// A workbook that must be marked in place.
pub(crate) fn marked_in_place(bytes: &[u8], findings: &[Finding]) -> Vec<u8> {
    let annotated = annotated(bytes, "xlsx", &[], findings);
    assert_eq!(annotated.why_rebuilt, None);
    annotated.bytes
}

/// A part as text.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    Package::open(bytes).unwrap().text(name).unwrap().unwrap_or_else(|| panic!("no part {name}"))
}

/// A package of these parts.
pub(crate) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The style of a cell.
pub(crate) fn style(sheet: &str, address: &str) -> Option<String> {
    let all: Vec<Piece> = pieces(sheet).map(Result::unwrap).collect();
    let cell =
        all.iter().find(|piece| piece.local == "c" && piece.attribute("r").as_deref() == Some(address));
    cell.unwrap_or_else(|| panic!("no cell {address}")).attribute("s")
}

/// A sheet without what marks may change: styles of these cells, the selected view, the drawing of comments.
pub(crate) fn unmarked(sheet: &str, cells: &[&str]) -> String {
    let mut out = String::new();
    for piece in pieces(sheet) {
        let piece = piece.unwrap();
        let is_marked = piece.local == "c"
            && piece.kind != Kind::End
            && piece.attribute("r").is_some_and(|address| cells.contains(&address.as_str()));
        match piece.local {
            _ if is_marked => out.push_str(&piece.with(&[("s", None)])),
            "row" if piece.kind != Kind::End => out.push_str(&piece.with(&[("spans", None)])),
            "sheetView" if piece.kind != Kind::End => out.push_str(&piece.with(&[("tabSelected", None)])),
            "legacyDrawing" => {}
            _ => out.push_str(piece.raw),
        }
    }
    out
}
