//! Tests of the written workbook (预填模板测试): what is locked, what may be typed, what hostile words do.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::lang::Lang;
use crate::style::Style;
use crate::template::fixture::Fixture;

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The text between two marks.
fn between<'a>(text: &'a str, first: &str, last: &str) -> &'a str {
    text.split_once(first).and_then(|(_, rest)| rest.split_once(last)).map_or("", |(found, _)| found)
}

/// The addresses of the cells that may be written into.
fn open_cells(fixture: &Fixture) -> BTreeSet<String> {
    let styles = fixture.part("xl/styles.xml");
    let formats = between(&styles, "<cellXfs", "</cellXfs>");
    let open: Vec<bool> =
        formats.split("<xf ").skip(1).map(|format| format.contains("locked=\"0\"")).collect();
    let sheet = fixture.part(SHEET);
    let cells = sheet.split("<c r=\"").skip(1).filter_map(|cell| {
        let (address, rest) = cell.split_once('"')?;
        let style: usize = between(rest, "s=\"", "\"").parse().ok()?;
        (*open.get(style)?).then(|| address.to_owned())
    });
    cells.collect()
}

#[test]
fn two_writes_give_the_same_bytes() {
    let fixture = Fixture::default().with("ZB-1", "甲").with("ZB-2", "乙");
    let first = fixture.template("U1").unwrap();
    assert_eq!(Some(&first), fixture.template("U1").as_ref());
    assert_eq!(first.file_name, "渝北区2023年8月智博会签约项目进展情况表.xlsx");
    let english = Fixture { style: Style { lang: Lang::En, ..Style::default() }, ..fixture };
    assert_ne!(english.template("U1").unwrap().bytes, first.bytes);
}

#[test]
fn what_is_known_is_locked_and_what_is_asked_for_is_open() {
    let open = open_cells(&Fixture::default().with("ZB-1", "甲"));
    let row = |row: u32| -> String {
        let columns = ('A'..='Q').filter(|column| open.contains(&format!("{column}{row}")));
        columns.collect()
    };
    assert_eq!(row(1) + &row(2) + &row(3), "", "title, captions, headings");
    assert_eq!(row(4), "GIJKLMNOPQ", "a known project");
    assert_eq!(row(5), "ACDEFGIJKLMNOPQ", "an empty row");
    assert_eq!(row(9), "ACDEFGIJKLMNOPQ", "the last empty row");
    assert_eq!(row(10), "", "sums");
    assert_eq!(row(11).chars().next(), Some('A'), "signatures");
    let sheet = Fixture::default().part(SHEET);
    let protection = between(&sheet, "<sheetProtection", "/>");
    assert!(protection.contains("sheet=\"1\"") && !protection.contains("password"), "{protection}");
}

#[test]
fn what_may_be_typed_is_checked() {
    let sheet = Fixture::default().with("ZB-1", "甲").part(SHEET);
    let rules: Vec<&str> = sheet.split("<dataValidation ").skip(1).collect();
    let rule = |cells: &str| *rules.iter().find(|rule| rule.contains(&format!("sqref=\"{cells}\""))).unwrap();
    assert!(rule("J4").contains("type=\"list\"") && rule("J4").contains("<formula1>\"签约,在建,投产\""));
    assert!(rule("J4").contains("上期：在建。"));
    assert!(rule("I4").contains("errorStyle=\"warning\"") && rule("I4").contains("<formula1>H4<"));
    assert!(rule("I4").contains("上期累计 12345.6789 万元"));
    assert!(rule("G4:G9").contains("type=\"decimal\"") && !rule("G4:G9").contains("errorStyle"));
    assert!(rule("K4:K9").contains("type=\"date\"") && rule("K4:K9").contains("<formula2>45169<"));
    assert!(sheet.matches("<cfRule").count() >= 14);
}

#[test]
fn what_was_last_known_stands_beside_an_empty_cell() {
    let sheet = Fixture::default().with("ZB-1", "甲").part(SHEET);
    assert_eq!(between(&sheet, "<c r=\"H4\"", "</c>").split_once("<v>").unwrap().1, "12345.6789</v>");
    assert!(between(&sheet, "<c r=\"I4\"", ">").ends_with('/'), "no value");
    assert!(between(&sheet, "<c r=\"I10\"", "</c>").contains("SUM(I4:I9)"));
    assert!(between(&sheet, "<c r=\"I10\"", "</c>").ends_with("<v>—</v>"), "a sum of nothing is no zero");
}

#[test]
fn a_unit_without_projects_gets_an_empty_form_and_one_that_does_not_exist_none() {
    let fixture =
        Fixture::default().with("ZB-1", "甲").changed(|_, month| month.unit_code = Some("U2".to_owned()));
    assert!(fixture.template("U1").is_some());
    assert!(fixture.template("U2").is_some(), "unknown, but it has a project");
    assert!(fixture.template("U0").is_none(), "no longer a unit");
    assert!(fixture.template("U3").is_none());
    assert!(!fixture.part(SHEET).contains("<c r=\"C4\" s=\"1\" t=\"s\""));
}

#[test]
fn hostile_words_stay_words() {
    let hostile = ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2", "\u{0}\u{b}]]>&<\"", "{=1}"];
    let fixture = hostile.iter().fold(Fixture::default(), |fixture, name| fixture.with(name, name));
    let sheet = fixture.part(SHEET);
    assert_eq!(sheet.matches("<f>").count(), 3, "only the sums");
    assert!(fixture.part("xl/sharedStrings.xml").contains("=cmd|' /C calc'!A0"));
    assert!(fixture.part("xl/styles.xml").contains("quotePrefix=\"1\""));
    let long = Fixture::default().with("ZB-1", &"长".repeat(40_000));
    assert!(long.template("U1").is_some());
}

proptest! {
    #[test]
    fn nothing_that_a_ledger_says_breaks_a_template(name in ".*", id in ".*", yuan: i64, days: i32) {
        let fixture = Fixture::default().with(&id, &name).changed(|project, month| {
            project.cohort = Some(name.clone());
            project.sign_date = Some(model::date::Date::from_days(days));
            month.capital_cumulative_yuan = Some(yuan);
            month.contract_yuan = Some(yuan);
        });
        prop_assert!(fixture.template("U1").is_some());
    }
}
