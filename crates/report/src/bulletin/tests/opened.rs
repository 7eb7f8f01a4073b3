//! A Word file opened again (拆包), for the tests.

use std::io::{Cursor, Read};

use quick_xml::events::Event;

/// Every part by name; XML that is not well-formed is an error here.
pub(super) fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        if !name.ends_with(".xlsx") {
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            parts.push((name, text));
        }
    }
    parts
}

/// The texts of one part, a line for each paragraph.
pub(super) fn texts(docx: &[u8], part: &str) -> String {
    let parts = parts(docx);
    let (_, xml) = parts.iter().find(|(name, _)| name == part).unwrap();
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut texts = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(text) => texts.push_str(&text),
            Event::GeneralRef(name) => {
                let sign = match &*name {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    _ => "'",
                };
                texts.push_str(sign);
            }
            Event::End(end) if end.name().as_ref() == "w:p" => texts.push('\n'),
            Event::Eof => return texts,
            _ => {}
        }
    }
}

/// Every part is well-formed XML without forbidden signs.
pub(super) fn check_well_formed(docx: &[u8]) {
    for (name, xml) in parts(docx) {
        let mut reader = quick_xml::Reader::from_str(&xml);
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}"),
            }
        }
        let forbidden = |sign: char| sign < ' ' && !matches!(sign, '\n' | '\t' | '\r');
        assert!(!xml.contains(forbidden), "{name}");
    }
}
