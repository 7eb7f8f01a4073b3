//! Draws a table for a terminal, as Markdown or as CSV. Chinese texts count two columns each.

use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{Cell, CellAlignment, LineStyle, Table as Drawn, TableStyle};
use pipeline::summary::{Table, TableColumn};

/// One line above, one below the header, one at the end.
const LINES: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// For people at a terminal.
pub(crate) fn terminal(table: &Table) -> String {
    terminal_wide(&brief(table))
}

/// For people at a terminal, with every column.
pub(crate) fn terminal_wide(table: &Table) -> String {
    let mut text = format!("{}\n{}", table.title, drawn(&with_folded_headers(table), LINES));
    for note in &table.notes {
        text.push_str(&format!("\n{note}"));
    }
    text
}

/// The rows alone, for people at a terminal.
pub(crate) fn bare(table: &Table) -> String {
    drawn(table, LINES)
}

/// The rows alone, as Markdown.
pub(crate) fn bare_markdown(table: &Table) -> String {
    drawn(table, ASCII_MARKDOWN)
}

/// As Markdown.
pub(crate) fn markdown(table: &Table) -> String {
    let mut text = format!("## {}\n\n{}", table.title, drawn(table, ASCII_MARKDOWN));
    for note in &table.notes {
        text.push_str(&format!("\n\n{note}"));
    }
    text
}

/// Tables of the same columns as one CSV; the first column says which table a row is of.
pub(crate) fn csv(tables: &[&Table]) -> String {
    let mut lines = Vec::new();
    if let Some(first) = tables.first() {
        let headers = first.columns.iter().skip(1).map(|column| column.header.as_str());
        lines.push(csv_line(["table", "value"].into_iter().chain(headers)));
    }
    for table in tables {
        let of_table = |row: &Vec<String>| {
            csv_line(std::iter::once(table.name.as_str()).chain(row.iter().map(String::as_str)))
        };
        lines.extend(table.rows.iter().map(of_table));
    }
    lines.join("\n")
}

/// A column of words.
pub(crate) fn words_column(header: &str) -> TableColumn {
    TableColumn { header: header.to_owned(), is_figure: false, is_brief: true }
}

/// A column of figures.
pub(crate) fn figures_column(header: &str) -> TableColumn {
    TableColumn { header: header.to_owned(), is_figure: true, is_brief: true }
}

/// The table without the columns that a terminal has no room for.
fn brief(table: &Table) -> Table {
    let kept = |row: &Vec<String>| {
        let cells = row.iter().zip(&table.columns).filter(|(_, column)| column.is_brief);
        cells.map(|(text, _)| text.clone()).collect()
    };
    Table {
        columns: table.columns.iter().filter(|column| column.is_brief).cloned().collect(),
        rows: table.rows.iter().map(kept).collect(),
        ..table.clone()
    }
}

/// Units of figures stand below their names, `合同额（亿元）` on two lines, and English names word by word.
fn with_folded_headers(table: &Table) -> Table {
    let folded = |column: &TableColumn| match column.is_figure {
        true => TableColumn { header: folded_header(&column.header), ..column.clone() },
        false => column.clone(),
    };
    Table { columns: table.columns.iter().map(folded).collect(), ..table.clone() }
}

fn folded_header(header: &str) -> String {
    let (name, unit) = header.split_at(header.find(['（', '(']).unwrap_or(header.len()));
    let name = if name.is_ascii() { name.trim_end().replace(' ', "\n") } else { name.to_owned() };
    if name.is_empty() || unit.is_empty() { name + unit } else { format!("{name}\n{unit}") }
}

fn drawn(table: &Table, style: TableStyle) -> String {
    let mut drawn = Drawn::new();
    drawn.load_style(style);
    drawn.set_header(table.columns.iter().map(header_cell).collect::<Vec<_>>());
    for row in &table.rows {
        drawn.add_row(
            row.iter().zip(&table.columns).map(|(text, column)| cell(text, column)).collect::<Vec<_>>(),
        );
    }
    drawn.trim_fmt()
}

/// A header may have two lines.
fn header_cell(column: &TableColumn) -> Cell {
    Cell::new(column.header.replace(['\r', '|'], " ")).set_alignment(side(column))
}

fn cell(text: &str, column: &TableColumn) -> Cell {
    Cell::new(text.replace(['\n', '\r', '|'], " ")).set_alignment(side(column))
}

const fn side(column: &TableColumn) -> CellAlignment {
    if column.is_figure { CellAlignment::Right } else { CellAlignment::Left }
}

/// One line of a CSV file.
pub(crate) fn csv_line<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.map(csv_text).collect::<Vec<_>>().join(",")
}

fn csv_text(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn table() -> Table {
        Table {
            name: "units".to_owned(),
            title: "分区县".to_owned(),
            columns: vec![words_column("区县"), figures_column("项目数")],
            rows: vec![
                vec!["两江新区".to_owned(), "12".to_owned()],
                vec!["A, \"B\"".to_owned(), "3".to_owned()],
            ],
            notes: Vec::new(),
        }
    }

    #[test]
    fn lines_with_chinese_texts_are_equally_wide() {
        let text = terminal(&table());
        let widths: Vec<usize> = text.lines().skip(1).map(|line| line.trim_end().width()).collect();
        assert_eq!(widths.len(), 6);
        assert!(widths.iter().all(|width| width.abs_diff(widths[0]) <= 1), "{text}");
    }

    #[test]
    fn units_of_figures_stand_below_their_names_at_a_terminal_alone() {
        let mut wide = table();
        wide.columns[1].header = "合同额（亿元）".to_owned();
        wide.columns[1].is_brief = false;
        let drawn = terminal_wide(&wide);
        assert!(drawn.lines().any(|line| line.trim() == "（亿元）"), "{drawn}");
        assert!(markdown(&wide).contains("合同额（亿元）"), "{}", markdown(&wide));
        assert!(!terminal(&wide).contains("合同额"), "{}", terminal(&wide));
    }

    #[test]
    fn csv_names_the_table_and_quotes_what_needs_it() {
        let text = csv(&[&table()]);
        assert_eq!(text, "table,value,项目数\nunits,两江新区,12\nunits,\"A, \"\"B\"\"\",3");
    }

    #[test]
    fn markdown_is_a_markdown_table() {
        assert!(markdown(&table()).contains("|------"), "{}", markdown(&table()));
    }
}
