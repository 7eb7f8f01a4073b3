//! `luodi query`: SQL over the datasets of a release.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use pipeline::answer::Answer;
use pipeline::ask_error::AskError;
use pipeline::error::PipelineError;
use pipeline::open_release::open_release;
use pipeline::query::{QueryResult, query};

use crate::options::Format;
use crate::query_view::{answer_text, has_long_texts};
use crate::session::Session;
use crate::store_options::StoreOptions;

/// Rows of a table for people, where nobody says how many.
const SHOWN: usize = 100;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi query \"SELECT as_of, cohort, n_projects, start_rate FROM cohort_metrics\" --limit 20
  luodi query \"SELECT code, COUNT(*) AS n FROM findings GROUP BY code ORDER BY n DESC\" --format csv
  luodi query \"SELECT name FROM projects WHERE sign_date > '2022-01-01'\" --limit 0
  luodi query \"SELECT * FROM project_months\" --format parquet --output panel.parquet
  luodi query \"SHOW TABLES\" --pipeline pipelines/smart-expo.toml

Tables are the datasets of the release: `luodi describe datasets` lists them, and
`luodi describe project_months` says what their columns are. Dates compare with texts.";

/// Arguments of `luodi query`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The query
    #[arg(value_name = "SQL")]
    sql: String,
    /// Id of the release, or its beginning [default: the current one]
    #[arg(long, value_name = "ID")]
    release: Option<String>,
    /// Rows that are printed, 0 for all [default: 100 in a table, else all]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// File to write instead of printing
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    store: StoreOptions,
}

/// Runs a query.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let output = args.output.as_deref();
    let is_parquet = wants_parquet(output, session)?;
    let release = open_release(&args.store.folder(session)?, args.release.as_deref())?;
    let result = query(&release, &args.sql)?;
    match output {
        Some(file) if is_parquet => say_written(result.write_parquet(file)?, file, session),
        _ => print(&result, args, session)?,
    }
    Ok(0)
}

/// Whether the answer becomes a Parquet file, by `--format` or by the name of the file.
fn wants_parquet(output: Option<&Path>, session: &Session) -> Result<bool, PipelineError> {
    if session.wants_parquet && output.is_none() {
        return Err(AskError::NoOutput.into());
    }
    let is_named = output.and_then(Path::extension).is_some_and(|ending| ending == "parquet");
    Ok(session.wants_parquet || is_named)
}

fn print(result: &QueryResult, args: &Args, session: &Session) -> anyhow::Result<()> {
    let limit = match args.limit {
        None if session.format == Format::Table && args.output.is_none() => Some(SHOWN),
        None | Some(0) => None,
        limit => limit,
    };
    let answer = result.answer(limit);
    let text = answer_text(&answer, session.format);
    match &args.output {
        Some(file) => {
            write(file, &text)?;
            say_written(answer.rows.len(), file, session);
        }
        None => session.printer.data(&text)?,
    }
    say_left_out(&answer, session);
    Ok(())
}

fn write(file: &Path, text: &str) -> Result<(), PipelineError> {
    let written = File::create(file).and_then(|mut open| writeln!(open, "{text}"));
    written.map_err(|error| PipelineError::io(file, error))
}

fn say_written(n_rows: usize, file: &Path, session: &Session) {
    let file = file.display();
    session.printer.message(&match session.lang().is_chinese() {
        true => format!("已写入 {n_rows} 行：{file}"),
        false => format!("wrote {n_rows} rows: {file}"),
    });
}

fn say_left_out(answer: &Answer, session: &Session) {
    if session.quiet {
        return;
    }
    let (is_chinese, n_left) = (session.lang().is_chinese(), answer.n_rows - answer.rows.len());
    if n_left > 0 {
        session.printer.message(&match is_chinese {
            true => format!("共 {} 行，另有 {n_left} 行未显示（--limit 0 显示全部）", answer.n_rows),
            false => format!("{} rows, of which {n_left} are left out (--limit 0 shows all)", answer.n_rows),
        });
    }
    if session.format == Format::Table && has_long_texts(answer) {
        session.printer.message(match is_chinese {
            true => "过长的文字已截断（--format csv 或 json 显示全文）",
            false => "long texts are cut (--format csv or json prints them whole)",
        });
    }
}
