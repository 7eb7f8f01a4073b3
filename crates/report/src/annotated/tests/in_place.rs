//! A workbook with everything that returns hold comes back as it was sent, but for its marks.

use rust_xlsxwriter::{Color, DataValidation, Format, Formula, ProtectionOptions, Workbook};

use crate::annotated::package::Package;
use crate::annotated::tests::bench::{annotated, finding, marked_in_place, part, style, unmarked};

/// Two sheets: formats, merges, widths, a hidden row, a validation, a formula, names, protection.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let money = Format::new().set_num_format("#,##0.00").set_bold().set_background_color(Color::Yellow);
    let sheet = workbook.add_worksheet();
    sheet.set_name("台账").unwrap();
    sheet.merge_range(0, 0, 0, 5, "推进情况表", &Format::new().set_font_size(18)).unwrap();
    sheet.write_number_with_format(2, 1, 5.5, &money).unwrap();
    sheet.write_number_with_format(2, 2, 6.5, &money).unwrap();
    sheet.write_string(2, 3, "已开工").unwrap();
    sheet.write_formula(3, 1, Formula::new("=B3*2").set_result("11")).unwrap();
    sheet.set_column_width(1, 33).unwrap();
    sheet.set_row_height(2, 44).unwrap();
    sheet.set_row_hidden(5).unwrap();
    sheet.set_freeze_panes(2, 0).unwrap();
    let choices = DataValidation::new().allow_list_strings(&["是", "否"]).unwrap();
    sheet.add_data_validation(2, 4, 9, 4, &choices).unwrap();
    sheet.set_print_area(0, 0, 9, 5).unwrap();
    let second = workbook.add_worksheet();
    second.set_name("O'Neil & 二").unwrap();
    second.write_string(0, 0, "锁定").unwrap();
    second.protect_with_options(&ProtectionOptions::new());
    second.set_print_area(0, 0, 3, 3).unwrap();
    second.set_active(true);
    workbook.define_name("全局", "='台账'!$B$3").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn everything_but_the_marks_is_as_it_was() {
    let sent = workbook();
    let findings =
        [finding("error", "台账", "B3"), finding("warning", "台账", "C3"), finding("info", "台账", "D3")];
    let back = marked_in_place(&sent, &findings);
    let sheet = "xl/worksheets/sheet1.xml";
    let (before, after) = (part(&sent, sheet), part(&back, sheet));
    assert_eq!(unmarked(&before, &["B3", "C3"]), unmarked(&after, &["B3", "C3"]));
    assert_eq!(style(&before, "D3"), style(&after, "D3"), "a hint has no colour");
    assert_ne!(style(&before, "B3"), style(&after, "B3"));
    assert_ne!(style(&after, "B3"), style(&after, "C3"), "errors and warnings differ");
    let untouched = ["xl/theme/theme1.xml", "xl/sharedStrings.xml", "docProps/app.xml", "docProps/core.xml"];
    for name in untouched {
        assert_eq!(part(&sent, name), part(&back, name), "{name}");
    }
    let second = "xl/worksheets/sheet2.xml";
    assert_eq!(unmarked(&part(&sent, second), &[]), unmarked(&part(&back, second), &[]));
    assert!(!part(&back, second).contains("tabSelected"), "one sheet alone is selected");
}

#[test]
fn a_marked_style_is_its_own_with_another_fill() {
    let sent = workbook();
    let back = marked_in_place(&sent, &[finding("error", "台账", "B3")]);
    let sheet = part(&back, "xl/worksheets/sheet1.xml");
    let index: usize = style(&sheet, "B3").unwrap().parse().unwrap();
    let styles = part(&back, "xl/styles.xml");
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf ").skip(1).collect();
    let own: usize = style(&part(&sent, "xl/worksheets/sheet1.xml"), "B3").unwrap().parse().unwrap();
    let value = |format: &str, name: &str| {
        format.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    for name in ["numFmtId", "fontId", "borderId"] {
        assert_eq!(value(formats[index], name), value(formats[own], name), "{name}");
    }
    let fill: usize = value(formats[index], "fillId").parse().unwrap();
    let fills: Vec<&str> = styles.split("<fill>").skip(1).collect();
    assert!(fills[fill].contains("FFFFC7CE"), "{}", fills[fill]);
    assert!(styles.contains(&format!("<fills count=\"{}\">", fills.len())));
}

#[test]
fn the_list_comes_first_and_names_move_with_their_sheets() {
    let back = marked_in_place(&workbook(), &[finding("error", "O'Neil & 二", "A1")]);
    let book = part(&back, "xl/workbook.xml");
    let names: Vec<&str> =
        book.split("<sheet name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(names, ["问题清单", "台账", "O'Neil &amp; 二"]);
    assert!(
        !book.contains("activeTab")
            && book.contains("localSheetId=\"1\"")
            && book.contains("localSheetId=\"2\"")
    );
    assert!(!book.contains("localSheetId=\"0\""));
    let list = part(&back, "xl/worksheets/sheet3.xml");
    assert!(list.contains("location=\"'O''Neil &amp; 二'!A1\""), "{list}");
    assert!(list.contains("北碚区2023年7月报表问题清单") && list.contains("已更正,情况属实,需说明"));
    assert!(list.contains("tabSelected") && list.contains("合成样例数据"));
    assert!(part(&back, "xl/worksheets/sheet2.xml").contains("<sheetProtection"));
}

#[test]
fn blank_cells_and_rows_are_put_in_their_place() {
    let back = marked_in_place(
        &workbook(),
        &[finding("error", "台账", "A3,C4,E8:F8"), finding("error", "台账", "C1")],
    );
    let sheet = part(&back, "xl/worksheets/sheet1.xml");
    let cells: Vec<&str> =
        sheet.split("<c r=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let row = |number: &str| -> Vec<&str> {
        cells
            .iter()
            .filter(|cell| cell.trim_start_matches(|c: char| c.is_alphabetic()) == number)
            .copied()
            .collect()
    };
    assert_eq!(row("3"), ["A3", "B3", "C3", "D3"]);
    assert_eq!((row("4"), row("8")), (vec!["B4", "C4"], vec!["E8", "F8"]));
    let rows: Vec<u32> = sheet
        .split("<row r=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
        .collect();
    assert!(rows.is_sorted() && rows.contains(&8), "{rows:?}");
    let comments = part(&back, "xl/comments1.xml");
    assert_eq!(comments.matches("<comment ref=").count(), 4, "one for each part of an address");
}

#[test]
fn what_is_nowhere_stands_on_the_list_alone() {
    let mut findings =
        [finding("error", "无此表", "B3"), finding("error", "台账", "B3"), finding("error", "台账", "B4")];
    findings[1].address = None;
    findings[2].sheet = None;
    let sent = workbook();
    let back = marked_in_place(&sent, &findings);
    assert!(!Package::open(&back).unwrap().has("xl/comments1.xml"));
    let list = part(&back, "xl/worksheets/sheet3.xml");
    assert!(!list.contains("<hyperlink") && list.contains("无此表") && list.contains("需要处理3条"));
    let nothing = annotated(&sent, "xlsx", &[], &[]);
    assert!(part(&nothing.bytes, "xl/worksheets/sheet3.xml").contains("没有需要处理的问题"));
    assert_eq!(nothing.file_name, "北碚-批注.xlsx");
}
