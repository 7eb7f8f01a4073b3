//! What `luodi check` prints (自查输出): a headline, what was understood, what is wrong, whether it can be sent.

use model::findings::by_code;
use pipeline::check::checked::{CheckedFinding, CheckedWorkbook, FoundIn};
use serde_json::{Value, json};

use crate::check_view::check_words::{fix, message, place_words, reason_words};
use crate::check_view::findings_drawing::findings_text;
use crate::check_view::sheet_drawing::sheet_text;
use crate::drawing::csv_line;
use crate::options::{Format, Lang};
use crate::text_width::one_line;
use crate::words::state_word;

mod check_words;
mod findings_drawing;
mod grid_drawing;
mod sheet_drawing;

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

/// `渝北区 · 2023年7月 · xlsx · 2 个工作表 · 1 张表 · 23 个项目 · 错误 2 · 警告 1`.
fn headline(workbook: &CheckedWorkbook, lang: Lang) -> String {
    if let Some(reason) = &workbook.passed_over {
        return format!(
            "{}{}",
            lang.pick("不是报表，跳过：", "no return, passed over: "),
            passed_over_word(reason, lang)
        );
    }
    let counted = |n: usize, zh: &str, en: &str| match lang {
        Lang::Zh => format!("{n} {zh}"),
        Lang::En => format!("{n} {en}"),
    };
    let mut parts = Vec::new();
    if workbook.is_refused {
        parts.push(lang.pick("无法读取", "cannot be read").to_owned());
        parts.push(workbook.format.clone());
    } else {
        let unknown = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
        let unit = workbook.unit.as_ref().map(|unit| unit.name.clone());
        parts.push(unit.unwrap_or_else(|| unknown("单位不明", "unit not known")));
        let period = workbook.period.as_ref().map(|period| month_words(&period.value, lang));
        parts.push(period.unwrap_or_else(|| unknown("报告期不明", "month not known")));
        parts.push(workbook.format.clone());
        parts.push(counted(workbook.sheets.len(), "个工作表", "sheets"));
        parts.push(counted(workbook.n_tables(), "张表", "tables"));
        parts.push(counted(workbook.n_records, "个项目", "projects"));
    }
    let counts = [("error", workbook.n_errors), ("warning", workbook.n_warnings), ("info", workbook.n_infos)];
    let counts = counts.iter().filter(|(_, n)| *n > 0);
    parts.extend(counts.map(|(severity, n)| format!("{} {n}", state_word(severity, lang))));
    parts.join(" · ")
}

/// `2023年7月`.
fn month_words(month: &str, lang: Lang) -> String {
    match (month.split_once('-'), lang) {
        (Some((year, number)), Lang::Zh) => format!("{year}年{}月", number.trim_start_matches('0')),
        _ => month.to_owned(),
    }
}

/// Where unit and month were found, what does not count, whether a ledger was at hand.
fn origin_text(workbook: &CheckedWorkbook, lang: Lang) -> Option<String> {
    if workbook.is_refused {
        return None;
    }
    let found = |label: &str, found: &Option<FoundIn>| {
        found.as_ref().map(|found| {
            format!("{label}{} ({})", said(found, lang), place_words(found, lang))
                .replace(" (", lang.pick("（来自", " (from "))
                .replace(')', lang.pick("）", ")"))
        })
    };
    let mut lines: Vec<String> = Vec::new();
    lines.extend(found(lang.pick("填报单位：", "unit: "), &workbook.unit));
    lines.extend(found(lang.pick("报告期：", "month: "), &workbook.period));
    let left = workbook.records.iter().filter(|(reason, _)| *reason != "accepted");
    let left: Vec<String> = left.map(|(reason, n)| format!("{} {n}", reason_words(reason, lang))).collect();
    if !left.is_empty() {
        let label = lang.pick("不计入的项目行：", "rows that do not count: ");
        lines.push(format!("{label}{}", left.join(lang.pick("，", ", "))));
    }
    lines.push(match workbook.has_ledger {
        true => lang.pick("台账：已核对", "ledger: compared").to_owned(),
        false => lang
            .pick("台账：没有核对（加 --ledger 台账文件）", "ledger: not compared (add --ledger FILE)")
            .to_owned(),
    });
    Some(lines.join("\n"))
}

fn said(found: &FoundIn, lang: Lang) -> String {
    if found.value == found.name { month_words(&found.value, lang) } else { found.name.clone() }
}

fn passed_over_word(reason: &str, lang: Lang) -> &str {
    match reason {
        _ if !lang.is_chinese() => reason,
        "lock file of an office program" => "办公软件留下的锁文件（请关闭正在打开的表格，检查表格本身）",
        "hidden file" => "隐藏文件",
        "register of receipts" => "收文登记表",
        "note" => "说明文件",
        "temporary file" => "临时文件",
        other => other,
    }
}

/// Whether the workbook can be sent.
fn verdict(workbook: &CheckedWorkbook, lang: Lang) -> String {
    let (errors, warnings) = (workbook.n_errors, workbook.n_warnings);
    match (workbook.is_refused, errors, warnings, lang) {
        (true, .., Lang::Zh) => "不能报送：文件无法读取。".to_owned(),
        (true, .., Lang::En) => "Cannot be sent: the file cannot be read.".to_owned(),
        (_, 0, 0, Lang::Zh) => "可以报送。".to_owned(),
        (_, 0, 0, Lang::En) => "Ready to be sent.".to_owned(),
        (_, 0, n, Lang::Zh) => format!("可以报送；有 {n} 处警告，请再核对一遍。"),
        (_, 0, n, Lang::En) => format!("Ready to be sent; {n} warnings deserve another look."),
        (_, n, _, Lang::Zh) => format!("请先改正 {n} 处错误，再报送。"),
        (_, n, _, Lang::En) => format!("Mend {n} errors before sending."),
    }
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
            let code = by_code(&finding.code).map_or("", |code| code.code);
            let texts = [
                workbook.file.clone(),
                known(&finding.sheet),
                known(&finding.address),
                finding.severity.clone(),
                code.to_owned(),
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
