//! Comments of the sender stay; ours stand beside them, and give way to newer ones.

use rust_xlsxwriter::{Note, Workbook};

use crate::annotated::tests::bench::{finding, marked_in_place, part};

fn with_notes() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_number(0, 0, 1).unwrap();
    sheet.insert_note(0, 0, &Note::new("项目已更名").set_author("张三")).unwrap();
    sheet.insert_note(5, 5, &Note::new("别处").set_author("张三")).unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_comment_of_the_sender_keeps_its_words() {
    let back =
        marked_in_place(&with_notes(), &[finding("error", "Sheet1", "A1"), finding("error", "Sheet1", "B9")]);
    let comments = part(&back, "xl/comments1.xml");
    assert_eq!(comments.matches("<comment ").count(), 3);
    for words in ["项目已更名", "别处", "—— luodi ——", "[T501 错误]", "A1有误", "B9有误；应为 7"]
    {
        assert!(comments.contains(words), "{words}: {comments}");
    }
    assert!(comments.contains("<author>张三</author><author>luodi</author>"));
    let drawing = part(&back, "xl/drawings/vmlDrawing1.vml");
    assert_eq!(drawing.matches("ObjectType=\"Note\"").count(), 3, "no box comes twice");
    assert_eq!(part(&back, "xl/worksheets/sheet1.xml").matches("<legacyDrawing").count(), 1);
}

#[test]
fn what_was_said_in_an_earlier_month_gives_way() {
    let first =
        marked_in_place(&with_notes(), &[finding("error", "Sheet1", "A1"), finding("error", "Sheet1", "B9")]);
    let mut again = finding("error", "Sheet1", "A1");
    again.message_zh = "仍然有误".to_owned();
    let second = marked_in_place(&first, &[again]);
    let comments = part(&second, "xl/comments1.xml");
    assert!(comments.contains("项目已更名") && comments.contains("仍然有误"));
    assert!(!comments.contains("A1有误") && !comments.contains("B9有误"), "{comments}");
    assert!(comments.contains("上次批注的问题已不存在"));
    assert_eq!(comments.matches("—— luodi ——").count(), 1);
    assert_eq!(comments.matches("<author>luodi</author>").count(), 1);
    assert!(part(&second, "xl/workbook.xml").contains("问题清单(2)"));
}

#[test]
fn several_findings_at_a_cell_share_a_comment() {
    let mut other = finding("warning", "Sheet1", "A1");
    other.message_zh = "另一个问题".to_owned();
    let back = marked_in_place(&with_notes(), &[finding("error", "Sheet1", "A1"), other]);
    let comments = part(&back, "xl/comments1.xml");
    assert_eq!(comments.matches("ref=\"A1\"").count(), 1);
    assert!(
        comments.contains("[T501 警告]") && comments.contains("另一个问题") && comments.contains("A1有误")
    );
}
