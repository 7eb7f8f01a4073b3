//! What a single stage prints: what it left, where.

use pipeline::single_stages::StageOutcome;
use pipeline::summary::Table;
use serde_json::json;

use crate::drawing::{csv, figures_column, markdown, terminal, words_column};
use crate::options::{Format, Lang};
use crate::run_view::headline;
use crate::session::Session;
use crate::words::words;

/// Prints what a stage did. Gives the exit code.
pub(crate) fn show_stage(outcome: &StageOutcome, session: &Session) -> anyhow::Result<u8> {
    let lang = session.lang();
    let sentence = outcome.summary.as_ref().map(|summary| headline(summary, lang));
    if session.quiet {
        sentence.map_or(Ok(()), |sentence| session.printer.data(sentence))?;
    } else {
        session.printer.data(&stage_text(outcome, sentence, session.format, lang))?;
    }
    Ok(0)
}

fn stage_text(outcome: &StageOutcome, sentence: Option<&str>, format: Format, lang: Lang) -> String {
    let table = outputs_table(outcome, lang);
    let with_headline = |drawn: String| match sentence {
        Some(sentence) => format!("{sentence}\n\n{drawn}"),
        None => drawn,
    };
    match format {
        Format::Json => {
            let document = json!({
                "folder": outcome.folder, "headline": sentence, "outputs": outcome.outputs, "summary": outcome.summary,
            });
            format!("{document:#}")
        }
        Format::Csv => csv(&[&table]),
        Format::Table => with_headline(terminal(&table)),
        Format::Markdown => with_headline(markdown(&table)),
    }
}

fn outputs_table(outcome: &StageOutcome, lang: Lang) -> Table {
    let words = words(lang);
    let rows = outcome.outputs.iter().map(|output| {
        let rows = output.rows.map(|rows| rows.to_string()).unwrap_or_default();
        let path = outcome.folder.join(&output.file).display().to_string();
        vec![output.dataset.clone().unwrap_or_default(), rows, path]
    });
    Table {
        name: "outputs".to_owned(),
        title: words.outputs.to_owned(),
        columns: vec![words_column(words.dataset), figures_column(words.rows), words_column(words.file)],
        rows: rows.collect(),
        notes: Vec::new(),
    }
}
