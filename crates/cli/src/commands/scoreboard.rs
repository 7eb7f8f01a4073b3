//! `luodi scoreboard`: how well header and data rows are found on workbooks that somebody has labelled.

use std::path::PathBuf;

use pipeline::scoreboard::{Scored, score};
use pipeline::summary::Table;
use serde_json::json;

use crate::drawing::{figures_column, words_column};
use crate::options::Lang;
use crate::session::Session;
use crate::table_view::show_table;

/// Misses that are listed.
const SHOWN: usize = 20;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi scoreboard labels.csv --folder corpus
  luodi scoreboard labels.csv --folder corpus --all --format csv

labels.csv has the columns file, sheet, header_first, header_last, data_first: rows from 1, sheet empty for the first
one, header empty where there is none. Tables with known headings are read as returns are; the others are told by
their shape alone.";

/// Arguments of `luodi scoreboard`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Table of labels
    #[arg(value_name = "LABELS.csv")]
    labels: PathBuf,
    /// Folder that the files of the table lie in [default: that of the table]
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// List every table, not only those that were missed
    #[arg(long)]
    all: bool,
}

/// Scores.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let beside = args.labels.parent().map(PathBuf::from).unwrap_or_default();
    let folder = args.folder.clone().unwrap_or(beside);
    let scored = score(&args.labels, &folder, session.progress().as_ref())?;
    let counts = Counts::of(&scored);
    let document = json!({
        "tables": counts.tables, "data_right": counts.data, "header_right": counts.header, "both_right": counts.both,
        "scored": scored,
    });
    show_table(&table(&scored, &counts, args.all, session.lang()), &document, session)?;
    Ok(0)
}

/// How many tables, and how many of them were found right.
struct Counts {
    tables: usize,
    data: usize,
    header: usize,
    both: usize,
}

impl Counts {
    fn of(scored: &[Scored]) -> Counts {
        let count = |right: fn(&&Scored) -> bool| scored.iter().filter(right).count();
        Counts {
            tables: scored.len(),
            data: count(|row| row.data_right),
            header: count(|row| row.header_right),
            both: count(|row| row.data_right && row.header_right),
        }
    }

    fn note(&self, lang: Lang) -> String {
        let share = |n: usize| match self.tables {
            0 => "–".to_owned(),
            all => format!("{n} ({:.1} %)", 100.0 * n as f64 / all as f64),
        };
        let (data, header, both) = (share(self.data), share(self.header), share(self.both));
        match lang {
            Lang::Zh => {
                format!("共 {} 张表；数据起始行正确 {data}，表头行正确 {header}，都正确 {both}", self.tables)
            }
            Lang::En => {
                format!(
                    "{} tables; data start right {data}, header rows right {header}, both {both}",
                    self.tables
                )
            }
        }
    }
}

fn table(scored: &[Scored], counts: &Counts, all: bool, lang: Lang) -> Table {
    let is_missed = |row: &&Scored| all || !(row.data_right && row.header_right);
    let limit = if all { usize::MAX } else { SHOWN };
    let row = |row: &Scored| {
        vec![
            row.file.clone(),
            row.sheet.clone(),
            row.found_by.to_owned(),
            row.header_expected.clone(),
            row.header_found.clone(),
            row.data_expected.to_string(),
            row.data_found.map(|first| first.to_string()).unwrap_or_default(),
        ]
    };
    let (title, headers) = match lang {
        Lang::Zh => ("结构评分", ["文件", "工作表", "依据", "表头应为", "表头找到", "数据应从", "数据找到"]),
        Lang::En => (
            "Structure",
            ["file", "sheet", "found by", "header expected", "header found", "data expected", "data found"],
        ),
    };
    let column = |(index, header): (usize, &str)| {
        if index < 3 { words_column(header) } else { figures_column(header) }
    };
    Table {
        name: "scoreboard".to_owned(),
        title: title.to_owned(),
        columns: headers.into_iter().enumerate().map(column).collect(),
        rows: scored.iter().filter(is_missed).take(limit).map(row).collect(),
        notes: vec![counts.note(lang)],
    }
}
