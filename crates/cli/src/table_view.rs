//! Prints one table and its remarks (单表输出), in the form that was asked for.

use pipeline::summary::Table;
use serde_json::Value;

use crate::drawing::{csv, markdown, terminal};
use crate::options::Format;
use crate::session::Session;

/// Prints a table, or the document that stands for it. With `--quiet` the title alone.
pub(crate) fn show_table(table: &Table, document: &Value, session: &Session) -> anyhow::Result<()> {
    let text = match session.format {
        Format::Json => format!("{document:#}"),
        _ if session.quiet => table.title.clone(),
        Format::Csv => csv(&[table]),
        Format::Table => terminal(table),
        Format::Markdown => markdown(table),
    };
    Ok(session.printer.data(&text)?)
}
