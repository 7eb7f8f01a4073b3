//! What `luodi run` prints (运行结果): headline, tables, balance, findings, gates, where the outputs are.

use pipeline::run::RunOutcome;
use pipeline::summary::{BalanceSheet, FindingCount, Gate, Summary, Table, TableColumn};
use serde_json::{Value, json};

use crate::drawing::{csv, figures_column, markdown, terminal, terminal_wide, words_column};
use crate::options::{Format, Lang};
use crate::words::{Words, gate_word, reason_word, state_word, words};

/// Codes that are shown; the rest is in the dataset.
const MOST_CODES: usize = 15;

/// Tables of figures that people see; the others are in the report workbook and in JSON.
const SHOWN: [&str; 2] = ["editions", "units"];

/// What a run prints; a terminal gets the chief columns unless all are asked for.
pub(crate) fn run_text(outcome: &RunOutcome, format: Format, lang: Lang, is_wide: bool) -> String {
    let figures = &spoken(&outcome.summary, lang).tables;
    match format {
        Format::Json => format!("{:#}", run_json(outcome, lang)),
        Format::Csv => csv(&figures.iter().collect::<Vec<_>>()),
        Format::Table if is_wide => pieces(outcome, words(lang), terminal_wide).join("\n\n"),
        Format::Table => pieces(outcome, words(lang), terminal).join("\n\n"),
        Format::Markdown => pieces(outcome, words(lang), markdown).join("\n\n"),
    }
}

/// The headline, or that there is nothing to count.
pub(crate) fn headline(summary: &Summary, lang: Lang) -> &str {
    spoken(summary, lang).headline.as_deref().unwrap_or(words(lang).no_figures)
}

fn spoken(summary: &Summary, lang: Lang) -> &pipeline::summary::Words {
    match lang {
        Lang::Zh => &summary.zh,
        Lang::En => &summary.en,
    }
}

fn run_json(outcome: &RunOutcome, lang: Lang) -> Value {
    let summary = &outcome.summary;
    json!({
        "release_id": outcome.release_id,
        "folder": outcome.folder,
        "left_in": outcome.left_in,
        "unchanged": outcome.is_unchanged,
        "current": outcome.is_current,
        "exit_code": summary.exit_code(),
        "headline": { "sentence": spoken(summary, lang).headline, "doubts": spoken(summary, lang).doubts, "equal_age": spoken(summary, lang).equal_age, "figures": summary.figures },
        "tables": spoken(summary, lang).tables,
        "balance": summary.balance,
        "findings": summary.findings,
        "gates": summary.gates,
        "outputs": outcome.outputs,
    })
}

fn pieces(outcome: &RunOutcome, words: &Words, draw: fn(&Table) -> String) -> Vec<String> {
    let summary = &outcome.summary;
    let said = spoken(summary, words.lang);
    let sentences = [Some(headline(summary, words.lang)), said.doubts.as_deref(), said.equal_age.as_deref()];
    let mut pieces = vec![sentences.into_iter().flatten().collect::<Vec<_>>().join("\n")];
    let shown = |table: &&Table| SHOWN.contains(&table.name.as_str());
    pieces.extend(spoken(summary, words.lang).tables.iter().filter(shown).map(draw));
    pieces.push(draw(&balance_table(&summary.balance, words)));
    if summary.findings.is_empty() {
        pieces.push(words.no_findings.to_owned());
    } else {
        pieces.push(draw(&findings_table(&summary.findings, words)));
    }
    pieces.push(draw(&gates_table(&summary.gates, words)));
    pieces.push(outputs_text(outcome, words));
    pieces
}

fn balance_table(balance: &BalanceSheet, words: &Words) -> Table {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |item: String, n: u64| rows.push(vec![item, n.to_string()]);
    for (status, n) in &balance.files {
        row(format!("{} · {}", words.files, state_word(status, words.lang)), *n);
    }
    row(words.records_seen.to_owned(), balance.records_seen);
    row(words.accepted.to_owned(), balance.records_accepted);
    for (reason, n) in &balance.records_excluded {
        row(format!("{} · {}", words.excluded, reason_word(reason, words.lang)), *n);
    }
    for (reason, n) in &balance.records_rejected {
        row(format!("{} · {}", words.rejected, reason_word(reason, words.lang)), *n);
    }
    let closes = if balance.closes { words.closes } else { words.does_not_close };
    table(
        words.balance,
        vec![words_column(words.item), figures_column(words.n)],
        rows,
        vec![closes.to_owned()],
    )
}

fn findings_table(findings: &[FindingCount], words: &Words) -> Table {
    let text =
        |count: &FindingCount| if words.lang == Lang::Zh { count.zh.clone() } else { count.en.clone() };
    let row = |count: &FindingCount| {
        let severity = state_word(&count.severity, words.lang).to_owned();
        vec![severity, count.code.clone(), count.n.to_string(), text(count)]
    };
    let columns = vec![
        words_column(words.severity),
        words_column(words.code),
        figures_column(words.n),
        words_column(words.meaning),
    ];
    let notes = if findings.len() > MOST_CODES { vec![words.more.to_owned()] } else { Vec::new() };
    table(
        &findings_title(findings, words),
        columns,
        findings.iter().take(MOST_CODES).map(row).collect(),
        notes,
    )
}

/// How many of each severity.
fn findings_title(findings: &[FindingCount], words: &Words) -> String {
    let sums = ["error", "warning", "info"].map(|severity| {
        let of_it = findings.iter().filter(|count| count.severity == severity);
        format!("{} {}", state_word(severity, words.lang), of_it.map(|count| count.n).sum::<u64>())
    });
    format!("{} · {}", words.findings, sums.join(" · "))
}

fn gates_table(gates: &[Gate], words: &Words) -> Table {
    let percent = |share: f64| format!("{:.1} %", share * 100.0);
    let row = |gate: &Gate| {
        let held = if gate.passed { words.passed } else { words.failed };
        vec![
            gate_word(&gate.name, words.lang).to_owned(),
            gate.measured.map(percent).unwrap_or_default(),
            percent(gate.limit),
            held.to_owned(),
        ]
    };
    let columns = vec![
        words_column(words.gate),
        figures_column(words.measured),
        figures_column(words.limit),
        words_column(words.held),
    ];
    table(words.gates, columns, gates.iter().map(row).collect(), Vec::new())
}

fn outputs_text(outcome: &RunOutcome, words: &Words) -> String {
    let Some(folder) = &outcome.folder else {
        let left_in =
            outcome.left_in.iter().map(|folder| format!("\n{}: {}", words.outputs, folder.display()));
        return format!("{}{}", words.not_published, left_in.collect::<String>());
    };
    let mut lines = vec![format!("{} {}", words.release, outcome.release_id)];
    if outcome.is_unchanged {
        lines.push(words.unchanged.to_owned());
    }
    if !outcome.is_current {
        lines.push(words.not_current.to_owned());
    }
    lines.push(format!("{}: {}", words.outputs, folder.display()));
    let reports = outcome.outputs.iter().filter(|output| output.file.starts_with("report/"));
    lines.extend(reports.map(|output| format!("  {}", folder.join(&output.file).display())));
    lines.join("\n")
}

fn table(title: &str, columns: Vec<TableColumn>, rows: Vec<Vec<String>>, notes: Vec<String>) -> Table {
    Table { name: String::new(), title: title.to_owned(), columns, rows, notes }
}
