//! Files that a command wrote, one a line (产出文件).

use std::path::PathBuf;

use pipeline::summary::Table;
use serde_json::json;

use crate::drawing::{csv, markdown, words_column};
use crate::options::{Format, Lang};
use crate::words::words;

/// The paths: bare lines for people and pipes, else as the form asks.
pub(crate) fn files_text(files: &[PathBuf], format: Format, lang: Lang) -> String {
    let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    let table = Table {
        name: "files".to_owned(),
        title: words(lang).outputs.to_owned(),
        columns: vec![words_column(words(lang).file)],
        rows: paths.iter().map(|path| vec![path.clone()]).collect(),
        notes: Vec::new(),
    };
    match format {
        Format::Table if paths.is_empty() => {
            lang.pick("没有需要产出的文件", "there was nothing to write").to_owned()
        }
        Format::Table => paths.join("\n"),
        Format::Json => format!("{:#}", json!({ "files": paths })),
        Format::Csv => csv(&[&table]),
        Format::Markdown => markdown(&table),
    }
}
