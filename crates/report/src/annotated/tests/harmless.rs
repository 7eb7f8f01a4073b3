//! Texts stay texts, and no file makes the marking panic.

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use crate::annotated::tests::bench::{annotated, finding, marked_in_place, part};

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "a").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_text_is_never_a_formula() {
    let mut hostile = finding("error", "Sheet1", "A1");
    hostile.raw = Some("=cmd|' /C calc'!A0".to_owned());
    hostile.expected = Some("@SUM(1)".to_owned());
    hostile.message_zh = "</t></is></c><c t=\"str\"><f>1+1</f></c>_x003D_1\u{0}".to_owned();
    let back = marked_in_place(&workbook(), &[hostile]);
    let list = part(&back, "xl/worksheets/sheet2.xml");
    assert!(!list.contains("<f>") && !list.contains("t=\"str\"") && list.contains("_x005F_x003D_"));
    assert!(!part(&back, "xl/comments1.xml").contains("<f>"));
    let cell = list.split("<c ").find(|cell| cell.contains("=cmd|")).unwrap();
    let style: usize = cell.split("s=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    let styles = part(&back, "xl/styles.xml");
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    assert!(formats[style].contains("quotePrefix=\"1\""));
}

#[test]
fn files_that_are_no_packages_come_back_as_a_list() {
    let sent = workbook();
    for bytes in [&b""[..], b"PK\x03\x04", &sent[..sent.len() / 2], b"\xd0\xcf\x11\xe0"] {
        let back = annotated(bytes, "xlsx", &[], &[finding("error", "Sheet1", "A1")]);
        assert!(back.why_rebuilt.is_some());
        assert!(part(&back.bytes, "xl/worksheets/sheet2.xml").contains("原文件无法读取"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_change_of_a_byte_makes_it_panic(at in 0_usize..6_000, byte in any::<u8>()) {
        let mut sent = workbook();
        let at = at % sent.len();
        sent[at] = byte;
        let back = annotated(&sent, "xlsx", &[], &[finding("error", "Sheet1", "A1")]);
        prop_assert!(back.bytes.starts_with(b"PK"));
    }

    #[test]
    fn no_address_or_text_makes_it_panic(address in "[A-Z0-9:,$!]{0,12}", text in any::<String>()) {
        let mut finding = finding("error", "Sheet1", &address);
        finding.message_zh = text;
        prop_assert!(annotated(&workbook(), "xlsx", &[], &[finding]).why_rebuilt.is_none());
    }
}
