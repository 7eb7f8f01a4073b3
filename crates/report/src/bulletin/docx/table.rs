//! A table of the bulletin (表格): ruled, its heading row repeated on every page, no row split over two pages.

use crate::bulletin::document::BulletinTable;
use crate::bulletin::docx::node::{Node, node, word};
use crate::bulletin::docx::paragraph::{TEXT_WIDTH, paragraph};
use crate::lang::Lang;
use crate::table::Align;

const EDGES: [&str; 6] = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];

/// A table of so many rows stands on one page.
const KEPT_TOGETHER: usize = 10;
/// Words of so many characters stand in the middle, longer ones begin at the left.
const SHORT: usize = 6;

/// The table, as wide as the text.
pub fn table(table: &BulletinTable, lang: Lang) -> Node {
    let widths = widths(&table.shares);
    let grid = widths.iter().map(|width| node("w:gridCol").with("w:w", width));
    let headers = table.columns.iter().zip(&widths);
    let headers = headers.map(|(column, width)| cell("TableHead", None, column.header(lang), *width, lang));
    let head = node("w:tr").child(row_properties(true)).children(headers);
    let last = table.rows.len().saturating_sub(1);
    let rows = table.rows.iter().enumerate().map(|(index, texts)| {
        let style = match index == last {
            true if table.has_total => "TableTotal",
            true => "TableText",
            false if is_kept(index, table.rows.len()) => "TableTextKept",
            false => "TableText",
        };
        let cells = texts.iter().zip(&table.columns).zip(&widths);
        let cells = cells
            .map(|((text, column), width)| cell(style, Some(side(text, column.align)), text, *width, lang));
        node("w:tr").child(row_properties(false)).children(cells)
    });
    node("w:tbl").child(properties()).child(node("w:tblGrid").children(grid)).child(head).children(rows)
}

/// Whether a row stands on the page of the next: in a small table, and at both ends of a large one, so that no row is
/// left alone.
fn is_kept(index: usize, n_rows: usize) -> bool {
    n_rows <= KEPT_TOGETHER || index < 2 || index + 3 >= n_rows
}

/// The shares as widths that sum up to the width of the text.
fn widths(shares: &[u32]) -> Vec<u32> {
    let whole = shares.iter().sum::<u32>().max(1);
    shares.iter().map(|share| TEXT_WIDTH * share / whole).collect()
}

fn properties() -> Node {
    let edge = |name| word(name, "single").with("w:sz", 4).with("w:space", 0).with("w:color", "000000");
    let margin = |name| node(name).with("w:w", 70).with("w:type", "dxa");
    node("w:tblPr")
        .child(node("w:tblW").with("w:w", TEXT_WIDTH).with("w:type", "dxa"))
        .child(word("w:jc", "center"))
        .child(node("w:tblBorders").children(EDGES.map(edge)))
        .child(node("w:tblLayout").with("w:type", "fixed"))
        .child(node("w:tblCellMar").child(margin("w:left")).child(margin("w:right")))
}

fn row_properties(is_head: bool) -> Node {
    node("w:trPr").child(node("w:cantSplit")).children(is_head.then(|| node("w:tblHeader")))
}

fn cell(style: &str, align: Option<&str>, text: &str, width: u32, lang: Lang) -> Node {
    let properties = node("w:tcPr")
        .child(node("w:tcW").with("w:w", width).with("w:type", "dxa"))
        .child(word("w:vAlign", "center"));
    node("w:tc").child(properties).child(paragraph(style, align, text, lang))
}

/// Figures to the right, words to the left, short ones and the mark that there is no figure in the middle.
fn side(text: &str, align: Align) -> &'static str {
    match align {
        Align::Right if text == "—" => "center",
        Align::Right => "right",
        Align::Left if text.chars().count() <= SHORT => "center",
        Align::Left => "left",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::ReportColumn;

    /// The XML of a table of so many rows with one word and one figure.
    fn xml(n_rows: usize) -> String {
        let bulletin_table = BulletinTable {
            columns: vec![
                ReportColumn::words("届次", "edition"),
                ReportColumn::figures("项目数", "projects"),
            ],
            shares: vec![1, 2],
            rows: vec![vec!["2020年".to_owned(), "60".to_owned()]; n_rows],
            has_total: true,
        };
        String::from_utf8(table(&bulletin_table, Lang::Zh).part().unwrap()).unwrap()
    }

    #[test]
    fn the_heading_row_is_repeated_and_no_row_is_split() {
        let xml = xml(30);
        assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
        assert_eq!(xml.matches("<w:cantSplit/>").count(), 31);
        assert_eq!(xml.matches("<w:jc w:val=\"right\"/>").count(), 30);
        assert!(xml.contains("<w:gridCol w:w=\"2948\"/><w:gridCol w:w=\"5896\"/>"), "{xml}");
    }

    #[test]
    fn a_small_table_is_kept_on_one_page_and_a_large_one_leaves_no_row_alone() {
        assert_eq!(xml(10).matches("TableTextKept").count(), 18);
        assert_eq!(xml(11).matches("TableTextKept").count(), 8);
    }
}
