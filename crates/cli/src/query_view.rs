//! What `luodi query` prints (查询输出): rows as a table, JSON, CSV or Markdown.

use pipeline::answer::{Answer, Value};
use pipeline::summary::Table;
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use crate::drawing::{bare, bare_markdown, csv_line, figures_column, words_column};
use crate::options::Format;
use crate::text_width::{cut, one_line};

/// What stands for nothing where people read.
const NOTHING: &str = "–";

/// Columns of a terminal that a text may take.
const WIDEST: usize = 60;

/// The rows in the form that was asked for.
pub(crate) fn answer_text(answer: &Answer, format: Format) -> String {
    match format {
        Format::Table => bare(&table(answer, &|text| cut(text, WIDEST))),
        Format::Markdown => bare_markdown(&table(answer, &one_line)),
        Format::Json => json_text(answer),
        Format::Csv => csv_text(answer),
    }
}

/// Whether a table for people cuts a text.
pub(crate) fn has_long_texts(answer: &Answer) -> bool {
    let is_long = |value: &Value| matches!(value, Value::Text(text) if text.width() > WIDEST);
    answer.rows.iter().flatten().any(is_long)
}

fn table(answer: &Answer, shown: &dyn Fn(&str) -> String) -> Table {
    let text = |value: &Value| value.text().map_or_else(|| NOTHING.to_owned(), |text| shown(&text));
    let columns = answer.columns.iter().map(|column| match column.is_number {
        true => figures_column(&column.name),
        false => words_column(&column.name),
    });
    Table {
        name: String::new(),
        title: String::new(),
        columns: columns.collect(),
        rows: answer.rows.iter().map(|row| row.iter().map(text).collect()).collect(),
        notes: Vec::new(),
    }
}

/// One object a row, one row a line, columns in their order.
fn json_text(answer: &Answer) -> String {
    let names: Vec<String> = answer.columns.iter().map(|column| json!(column.name).to_string()).collect();
    let row = |row: &Vec<Value>| {
        let pairs = names.iter().zip(row).map(|(name, value)| format!("{name}: {}", json_value(value)));
        format!("  {{{}}}", pairs.collect::<Vec<_>>().join(", "))
    };
    let rows: Vec<String> = answer.rows.iter().map(row).collect();
    if rows.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", rows.join(",\n")) }
}

fn json_value(value: &Value) -> String {
    match value {
        Value::Missing => "null".to_owned(),
        Value::Boolean(answer) => answer.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::Float(number) => json!(number).to_string(),
        Value::Text(text) => json!(text).to_string(),
    }
}

/// Nothing is an empty text; a line is never wholly empty, which readers would pass over.
fn csv_text(answer: &Answer) -> String {
    let header = csv_line(answer.columns.iter().map(|column| column.name.as_str()));
    let line = |row: &Vec<Value>| {
        let texts: Vec<String> = row.iter().map(|value| value.text().unwrap_or_default()).collect();
        let line = csv_line(texts.iter().map(String::as_str));
        if line.is_empty() { "\"\"".to_owned() } else { line }
    };
    let lines: Vec<String> = std::iter::once(header).chain(answer.rows.iter().map(line)).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use pipeline::answer::AnswerColumn;

    use super::*;

    fn answer() -> Answer {
        let column = |name: &str, is_number| AnswerColumn { name: name.to_owned(), is_number };
        Answer {
            columns: vec![column("unit", false), column("n", true)],
            rows: vec![
                vec![Value::Text("万州区".to_owned()), Value::Whole(9_007_199_254_740_993)],
                vec![Value::Missing, Value::Float(0.5)],
                vec![Value::Text("a, \"b\"".to_owned()), Value::Missing],
            ],
            n_rows: 3,
        }
    }

    #[test]
    fn each_form_shows_nothing_in_its_own_way() {
        let csv = "unit,n\n万州区,9007199254740993\n,0.5\n\"a, \"\"b\"\"\",";
        assert_eq!(answer_text(&answer(), Format::Csv), csv);
        let json = "[\n  {\"unit\": \"万州区\", \"n\": 9007199254740993},\n  {\"unit\": null, \"n\": 0.5},\n  \
            {\"unit\": \"a, \\\"b\\\"\", \"n\": null}\n]";
        assert_eq!(answer_text(&answer(), Format::Json), json);
        let table = answer_text(&answer(), Format::Table);
        assert!(table.contains(NOTHING) && table.contains("万州区"), "{table}");
        assert!(answer_text(&answer(), Format::Markdown).contains("|---"));
    }

    #[test]
    fn an_empty_answer_is_still_an_answer() {
        let empty = Answer { rows: Vec::new(), n_rows: 0, ..answer() };
        assert_eq!(answer_text(&empty, Format::Json), "[]");
        assert_eq!(answer_text(&empty, Format::Csv), "unit,n");
        let one = AnswerColumn { name: "a".to_owned(), is_number: false };
        let one = Answer { columns: vec![one], rows: vec![vec![Value::Missing]], n_rows: 1 };
        assert_eq!(answer_text(&one, Format::Csv), "a\n\"\"");
    }

    #[test]
    fn long_texts_are_cut_in_a_table_alone() {
        let text = "项目".repeat(40);
        let column = AnswerColumn { name: "a".to_owned(), is_number: false };
        let long = Answer { columns: vec![column], rows: vec![vec![Value::Text(text.clone())]], n_rows: 1 };
        assert!(has_long_texts(&long) && !has_long_texts(&answer()));
        assert!(answer_text(&long, Format::Table).contains('…'));
        assert!(answer_text(&long, Format::Csv).contains(&text));
    }
}
