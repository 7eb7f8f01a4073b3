//! What `luodi check` prints (自查输出): a headline, what was understood, what is wrong, whether it can be sent.

use pipeline::check::checked::{CheckedFinding, CheckedWorkbook};
use serde_json::{Value, json};

use crate::check_view::check_words::{fix, message};
use crate::check_view::findings_drawing::findings_text;
use crate::check_view::sheet_drawing::sheet_text;
use crate::check_view::workbook_lines::{headline, origin_text, verdict};
use crate::drawing::csv_line;
use crate::options::{Format, Lang};
use crate::text_width::one_line;
use crate::words::state_word;

mod check_words;
mod findings_drawing;
mod grid_drawing;
mod row_roles;
mod sheet_drawing;
mod workbook_lines;

/// What is shown of each workbook.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown {
    /// Findings of one code that are drawn; nothing: all.
    pub(crate) most: Option<usize>,
    /// The headline and the verdict alone.
    pub(crate) quiet: bool,
    /// The language.
    pub(crate) lang: Lang,
}

/// The exit code of a check: 1 where something has to be mended.
pub(crate) fn exit_code(workbooks: &[CheckedWorkbook]) -> u8 {
    u8::from(workbooks.iter().any(|workbook| workbook.n_errors > 0))
}

/// Everything that a check prints.
pub(crate) fn check_text(workbooks: &[CheckedWorkbook], format: Format, shown: Shown) -> String {
    let texts = || workbooks.iter().map(|workbook| workbook_text(workbook, shown));
    match format {
        Format::Json => format!("{:#}", check_json(workbooks)),
        Format::Csv => csv_text(workbooks, shown.lang),
        Format::Markdown => {
            let blocks = workbooks.iter().zip(texts());
            let blocks = blocks.map(|(workbook, text)| {
                format!("## {}\n\n```text\n{}\n```", one_line(&workbook.file), text.replace("```", "'''"))
            });
            blocks.chain(all_together(workbooks, shown.lang)).collect::<Vec<_>>().join("\n\n")
        }
        Format::Table => {
            let line = format!("\n\n{}\n\n", "═".repeat(40));
            let together = all_together(workbooks, shown.lang).map(|text| format!("{line}{text}"));
            texts().collect::<Vec<_>>().join(&line) + &together.unwrap_or_default()
        }
    }
}

fn workbook_text(workbook: &CheckedWorkbook, shown: Shown) -> String {
    let lang = shown.lang;
    let head = format!("{}\n{}", one_line(&workbook.file), headline(workbook, lang));
    if workbook.passed_over.is_some() {
        return head;
    }
    let mut pieces = vec![head];
    if !shown.quiet {
        pieces.extend(origin_text(workbook, lang));
        pieces.extend(workbook.sheets.iter().map(|sheet| sheet_text(sheet, lang)));
        pieces.extend(
            (!workbook.findings.is_empty()).then(|| findings_text(&workbook.findings, shown.most, lang)),
        );
    }
    pieces.push(verdict(workbook, lang));
    pieces.join("\n\n")
}

/// One sentence about several workbooks.
fn all_together(workbooks: &[CheckedWorkbook], lang: Lang) -> Option<String> {
    let n = workbooks.len();
    if n < 2 {
        return None;
    }
    let returns = || workbooks.iter().filter(|workbook| workbook.passed_over.is_none());
    let wrong: Vec<&CheckedWorkbook> = returns().filter(|workbook| workbook.n_errors > 0).collect();
    let n_ready = returns().count() - wrong.len();
    let headline = match lang {
        Lang::Zh => format!("共 {n} 个文件：{n_ready} 个可以报送，{} 个请先改正", wrong.len()),
        Lang::En => format!("{n} files: {n_ready} ready to be sent, {} to be mended", wrong.len()),
    };
    let line = |workbook: &&CheckedWorkbook| {
        format!("  {}  {} {}", one_line(&workbook.file), state_word("error", lang), workbook.n_errors)
    };
    Some(std::iter::once(headline).chain(wrong.iter().map(line)).collect::<Vec<_>>().join("\n"))
}

fn check_json(workbooks: &[CheckedWorkbook]) -> Value {
    json!({
        "exit_code": exit_code(workbooks),
        "n_errors": workbooks.iter().map(|workbook| workbook.n_errors).sum::<usize>(),
        "n_warnings": workbooks.iter().map(|workbook| workbook.n_warnings).sum::<usize>(),
        "workbooks": workbooks,
    })
}

/// The findings, one a line.
fn csv_text(workbooks: &[CheckedWorkbook], lang: Lang) -> String {
    let mut lines = vec!["file,sheet,address,severity,code,field,raw,expected,message,fix".to_owned()];
    for workbook in workbooks {
        let line = |finding: &CheckedFinding| {
            let known = |text: &Option<String>| text.clone().unwrap_or_default();
            let texts = [
                workbook.file.clone(),
                known(&finding.sheet),
                known(&finding.address),
                finding.severity.clone(),
                finding.code.clone(),
                known(&finding.field),
                known(&finding.raw),
                known(&finding.expected),
                message(finding, lang).to_owned(),
                fix(finding, lang).to_owned(),
            ];
            csv_line(texts.iter().map(|text| harmless(text)).collect::<Vec<_>>().iter().map(String::as_str))
        };
        lines.extend(workbook.findings.iter().map(line));
    }
    lines.join("\n")
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    let is_number = text.parse::<f64>().is_ok();
    if !is_number && text.starts_with(['=', '+', '-', '@', '\t']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
