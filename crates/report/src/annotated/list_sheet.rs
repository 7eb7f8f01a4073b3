//! The list of problems as a sheet (问题清单工作表): texts stay texts, addresses lead to cells, answers are chosen.

use crate::annotated::list::{ANSWERS, COLUMNS, ListCell, ListLine};
use crate::annotated::looks::Look;
use crate::annotated::styles_part::StylesPart;
use crate::annotated::xml_text::{attributes, cell_text, escaped};
use crate::excel::widths::lines_of;
use crate::lang::Lang;
use model::cell_address::column_letters;

/// Excel takes no more links on a sheet.
const MOST_LINKS: usize = 65_000;
const LINE_HEIGHT: usize = 14;
/// Excel takes no higher row.
const HIGHEST_ROW: usize = 400;

/// The part of the sheet.
pub(crate) fn list_sheet(lines: &[ListLine], styles: &StylesPart, namespace: &str, lang: Lang) -> String {
    let header = lines.iter().position(|line| *line == ListLine::Headers).map_or(1, |index| index + 1);
    let rows: String = (1..).zip(lines).map(|(row, line)| row_text(row, line, styles, lang)).collect();
    let last = last_column();
    let n_rows = lines.len().max(1);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{namespace}\">\
         <sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:{last}{n_rows}\"/>\
         <sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"{header}\" \
         topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A{below}\" \
         sqref=\"A{below}\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>{columns}</cols>\
         <sheetData>{rows}</sheetData>{merges}{answers}{links}<printOptions horizontalCentered=\"1\"/>\
         <pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><headerFooter><oddFooter>{footer}</oddFooter>\
         </headerFooter></worksheet>",
        below = header + 1,
        columns = columns(),
        merges = merges(lines),
        answers = answers(lines, lang),
        links = links(lines),
        footer = lang.pick("&amp;C第 &amp;P 页，共 &amp;N 页", "&amp;CPage &amp;P of &amp;N"),
    )
}

fn last_column() -> String {
    column_letters(u32::try_from(COLUMNS.len()).unwrap_or(1))
}

fn columns() -> String {
    let column = |(number, (_, _, width)): (usize, &(&str, &str, usize))| {
        format!("<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>")
    };
    (1..).zip(&COLUMNS).map(column).collect()
}

fn row_text(row: usize, line: &ListLine, styles: &StylesPart, lang: Lang) -> String {
    let cells: Vec<ListCell> = match line {
        ListLine::Wide(text, look) => wide(text, *look),
        ListLine::Headers => COLUMNS
            .iter()
            .map(|(zh, en, _)| ListCell {
                text: lang.pick(zh, en).to_owned(),
                look: Look::Header,
                link: None,
            })
            .collect(),
        ListLine::Asked(cells) | ListLine::Told(cells) => cells.clone(),
    };
    let height = height(line, &cells);
    let inner: String = (1..)
        .zip(&cells)
        .map(|(column, cell)| cell_xml(&column_letters(column), row, cell, styles))
        .collect();
    format!("<row r=\"{row}\" ht=\"{height}\" customHeight=\"1\">{inner}</row>")
}

/// A text in the first cell, and the look in all that it is merged with.
fn wide(text: &str, look: Look) -> Vec<ListCell> {
    let empty = ListCell { text: String::new(), look, link: None };
    let mut cells = vec![empty; COLUMNS.len()];
    if let Some(first) = cells.first_mut() {
        text.clone_into(&mut first.text);
    }
    cells
}

fn height(line: &ListLine, cells: &[ListCell]) -> usize {
    let total: usize = COLUMNS.iter().map(|(_, _, width)| width).sum();
    let lines = |text: &str, width: usize| -> usize {
        text.lines().map(|line| lines_of(line, width.saturating_sub(2))).sum::<usize>().max(1)
    };
    let n_lines = match line {
        ListLine::Wide(_, Look::Title) => return 30,
        ListLine::Wide(text, _) => lines(text, total),
        _ => cells
            .iter()
            .zip(&COLUMNS)
            .map(|(cell, (_, _, width))| lines(&cell.text, *width))
            .max()
            .unwrap_or(1),
    };
    (n_lines * LINE_HEIGHT + 6).min(HIGHEST_ROW)
}

fn cell_xml(column: &str, row: usize, cell: &ListCell, styles: &StylesPart) -> String {
    let style = styles.look(cell.look).to_string();
    let place = format!("{column}{row}");
    if cell.text.is_empty() {
        return format!("<c{}/>", attributes(&[("r", &place), ("s", &style)]));
    }
    let pairs = attributes(&[("r", &place), ("s", &style), ("t", "inlineStr")]);
    format!("<c{pairs}><is><t xml:space=\"preserve\">{}</t></is></c>", cell_text(&cell.text))
}

fn merges(lines: &[ListLine]) -> String {
    let last = last_column();
    let wide = (1..).zip(lines).filter(|(_, line)| matches!(line, ListLine::Wide(..)));
    let merges: Vec<String> =
        wide.map(|(row, _): (usize, _)| format!("<mergeCell ref=\"A{row}:{last}{row}\"/>")).collect();
    if merges.is_empty() {
        return String::new();
    }
    format!("<mergeCells count=\"{}\">{}</mergeCells>", merges.len(), merges.concat())
}

/// The answer is chosen from a list, in the column before the last.
fn answers(lines: &[ListLine], lang: Lang) -> String {
    let column = column_letters(u32::try_from(COLUMNS.len().saturating_sub(1)).unwrap_or(1));
    let asked = (1..).zip(lines).filter(|(_, line)| matches!(line, ListLine::Asked(_)));
    let cells: Vec<String> = asked.map(|(row, _): (usize, _)| format!("{column}{row}")).collect();
    if cells.is_empty() {
        return String::new();
    }
    let choices: Vec<&str> = ANSWERS.iter().map(|(zh, en)| lang.pick(zh, en)).collect();
    let pairs = attributes(&[
        ("type", "list"),
        ("allowBlank", "1"),
        ("showInputMessage", "1"),
        ("showErrorMessage", "1"),
        ("errorTitle", lang.pick("处理结果", "answer")),
        (
            "error",
            lang.pick(
                "请从列表中选择；其他情况写在“说明”中。",
                "Choose from the list; write the rest as a remark.",
            ),
        ),
        ("sqref", &cells.join(" ")),
    ]);
    let choices = escaped(&format!("\"{}\"", choices.join(",")));
    format!(
        "<dataValidations count=\"1\"><dataValidation{pairs}><formula1>{choices}</formula1></dataValidation></dataValidations>"
    )
}

fn links(lines: &[ListLine]) -> String {
    let mut links = Vec::new();
    for (row, line) in (1_usize..).zip(lines) {
        let (ListLine::Asked(cells) | ListLine::Told(cells)) = line else { continue };
        let linked = (1..).zip(cells).filter_map(|(column, cell)| Some((column, cell.link.as_deref()?)));
        for (column, location) in linked {
            let place = format!("{}{row}", column_letters(column));
            links.push(format!("<hyperlink{}/>", attributes(&[("ref", &place), ("location", location)])));
        }
    }
    links.truncate(MOST_LINKS);
    if links.is_empty() { String::new() } else { format!("<hyperlinks>{}</hyperlinks>", links.concat()) }
}
