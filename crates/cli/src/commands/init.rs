//! `luodi init`: a new workspace.

use std::path::{Path, PathBuf};

use pipeline::init::{InitOptions, LaidFile, NewWorkspace};
use pipeline::summary::Table;
use serde_json::json;

use crate::drawing::words_column;
use crate::options::Lang;
use crate::session::Session;
use crate::table_view::show_table;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi init follow-up
  luodi init 跟踪2024 --name smart-expo-2024
  luodi init bureau --lang en --format json
  luodi init follow-up --force

Lays out pipelines/NAME.toml, data/received with an empty register.csv, data/reference, data/decisions, data/ledger and
a README.md with the monthly steps. No file that is there is ever overwritten.";

/// Arguments of `luodi init`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The new folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Name of the pipeline [default: that of the folder]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Add what is missing to a folder that is not empty
    #[arg(long)]
    force: bool,
}

/// Lays out a workspace.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let options = InitOptions {
        name: args.name.clone(),
        is_chinese: session.lang() == Lang::Zh,
        into_filled: args.force,
    };
    let new = pipeline::init::init(&args.folder, &options)?;
    let file = |file: &LaidFile| json!({ "file": file.file, "new": file.is_new });
    let document = json!({
        "folder": new.folder,
        "pipeline": new.pipeline,
        "files": new.files.iter().map(file).collect::<Vec<_>>(),
    });
    show_table(&files_table(&new, session.lang()), &document, session)?;
    Ok(0)
}

fn files_table(new: &NewWorkspace, lang: Lang) -> Table {
    let folder = new.folder.display().to_string();
    let (title, headers, states) = match lang {
        Lang::Zh => (format!("新工作区：{folder}"), ["文件", "状态"], ["新建", "已有，未改动"]),
        Lang::En => (format!("New workspace: {folder}"), ["file", "state"], ["new", "was there, kept"]),
    };
    let row = |file: &LaidFile| {
        let state = if file.is_new { states[0] } else { states[1] };
        vec![file.file.clone(), state.to_owned()]
    };
    Table {
        name: "files".to_owned(),
        title,
        columns: headers.map(words_column).to_vec(),
        rows: new.files.iter().map(row).collect(),
        notes: next_steps(&new.folder, &new.pipeline, lang),
    }
}

fn next_steps(folder: &Path, pipeline: &str, lang: Lang) -> Vec<String> {
    let command = format!("cd '{}' && luodi run {pipeline}", folder.display());
    let steps = match lang {
        Lang::Zh => [
            format!("下一步：看一看 {pipeline}，把报表放进 data/received，然后运行"),
            format!("  {command}"),
            "每月的做法和各文件夹的用途见 README.md。".to_owned(),
        ],
        Lang::En => [
            format!("Next: look at {pipeline}, put returns into data/received, then"),
            format!("  {command}"),
            "README.md has the monthly steps and says what each folder is.".to_owned(),
        ],
    };
    steps.to_vec()
}
