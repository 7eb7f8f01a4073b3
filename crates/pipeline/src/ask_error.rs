//! Why a question has no answer (查无此项): what was asked for is not there.

use std::path::PathBuf;

use crate::sought::Sought;

/// A question that cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AskError {
    /// There is no store in the folder.
    #[error("there is no store in `{}`", .folder.display())]
    NoStore {
        /// The folder.
        folder: PathBuf,
    },
    /// Nothing was published yet.
    #[error("the store `{}` has no release yet", .folder.display())]
    NoRelease {
        /// The folder of the store.
        folder: PathBuf,
    },
    /// No release has this id.
    #[error("the store has no release `{id}`")]
    UnknownRelease {
        /// The id as typed.
        id: String,
        /// The ids that there are, newest first.
        known: Vec<String>,
    },
    /// A query names a table that is not there.
    #[error("there is no table `{name}`")]
    UnknownTable {
        /// The name as typed.
        name: String,
        /// The known names that look most like it; all of them when none does.
        nearest: Vec<String>,
    },
    /// A query names a column that its tables do not have.
    #[error("there is no column `{name}` in {}", quoted(.tables))]
    UnknownColumn {
        /// The name as typed.
        name: String,
        /// The tables of the query.
        tables: Vec<String>,
        /// The known columns that look most like it.
        nearest: Vec<String>,
    },
    /// A query calls a function that is not there.
    #[error("there is no function `{name}`")]
    UnknownFunction {
        /// The name as typed.
        name: String,
        /// The known functions that look most like it.
        nearest: Vec<String>,
    },
    /// There is nothing in the query.
    #[error("the query is empty")]
    NoQuery,
    /// No workbook lies where one was named.
    #[error("there is no workbook `{typed}`")]
    NoWorkbook {
        /// The file, folder or pattern as typed.
        typed: String,
    },
    /// A Parquet file is asked for, and nobody says where.
    #[error("`--format parquet` needs `--output FILE`")]
    NoOutput,
    /// A command other than a query is asked for Parquet.
    #[error("only `luodi query` gives Parquet")]
    NoParquet,
    /// The engine cannot make sense of a query.
    #[error("the query cannot be run: {problem}")]
    Query {
        /// What the engine says.
        problem: String,
    },
    /// No unit that is expected or has reported has this name.
    #[error("there is no unit `{name}`")]
    UnknownUnit {
        /// The name as typed.
        name: String,
        /// The known names that look most like it.
        nearest: Vec<String>,
    },
    /// Nothing that is declared has this name.
    #[error("nothing is called `{name}`")]
    UnknownName {
        /// The name as typed.
        name: String,
        /// The known names that look most like it.
        nearest: Vec<String>,
    },
    /// A release does not have what was named.
    #[error("there is no {} `{name}`", .sought.english())]
    NotThere {
        /// What kind of thing it is.
        sought: Sought,
        /// The name as typed.
        name: String,
        /// The known names that look most like it, else the first of all.
        known: Vec<String>,
        /// The names look like it.
        is_like: bool,
    },
    /// A workbook has several sheets, and none was named.
    #[error("`{file}` has several sheets")]
    WhichSheet {
        /// The file.
        file: String,
        /// Its sheets.
        sheets: Vec<String>,
    },
    /// No project stands behind a cut.
    #[error("no project is counted for {cut}")]
    NoFigure {
        /// Month, event, edition, dimension and value.
        cut: String,
    },
    /// What was typed names no cell.
    #[error("`{typed}` does not name a cell")]
    NotACell {
        /// As typed.
        typed: String,
    },
    /// Nothing stands in a cell.
    #[error("nothing stands in {place}")]
    EmptyCell {
        /// File, sheet and cell.
        place: String,
    },
    /// What was typed of a file fits several.
    #[error("`{typed}` fits several files")]
    SeveralFiles {
        /// As typed.
        typed: String,
        /// The files.
        files: Vec<String>,
    },
    /// The cells of a file are not at hand.
    #[error("the cells of `{file}` are not at hand")]
    UnreadFile {
        /// The file.
        file: String,
    },
    /// Neither a metric nor a project nor a cell was named.
    #[error("nothing was named that could be traced")]
    NothingToTrace,
    /// A folder is no release.
    #[error("`{}` is no release", .folder.display())]
    NotARelease {
        /// The folder.
        folder: PathBuf,
    },
    /// There is one release only.
    #[error("there is no release before the current one")]
    NoPrevious,
    /// A comparison needs two sides.
    #[error("a comparison needs two releases or two `--known-at`, not {n}")]
    NotTwo {
        /// How many were named.
        n: usize,
    },
}

impl AskError {
    /// The message in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            AskError::NoStore { folder } => format!("`{}` 中没有数据仓", folder.display()),
            AskError::NoRelease { folder } => format!("数据仓 `{}` 还没有发布", folder.display()),
            AskError::UnknownRelease { id, .. } => format!("没有发布 `{id}`"),
            AskError::UnknownTable { name, .. } => format!("没有表 `{name}`"),
            AskError::UnknownColumn { name, tables, .. } => format!("{} 中没有列 `{name}`", quoted(tables)),
            AskError::UnknownFunction { name, .. } => format!("没有函数 `{name}`"),
            AskError::UnknownUnit { name, .. } => format!("没有单位 `{name}`"),
            AskError::NoQuery => "查询是空的".to_owned(),
            AskError::NoWorkbook { typed } => format!("没有工作簿 `{typed}`"),
            AskError::NoOutput => "`--format parquet` 需要 `--output 文件`".to_owned(),
            AskError::NoParquet => "只有 `luodi query` 能输出 Parquet".to_owned(),
            AskError::Query { problem } => format!("查询无法执行：{problem}"),
            AskError::UnknownName { name, .. } => format!("没有名为 `{name}` 的内容"),
            AskError::NotThere { sought, name, .. } => format!("没有{} `{name}`", sought.chinese()),
            AskError::NoFigure { cut } => format!("{cut} 没有可统计的项目"),
            AskError::NotACell { typed } => format!("`{typed}` 不是单元格位置"),
            AskError::EmptyCell { place } => format!("{place} 是空的"),
            AskError::WhichSheet { file, .. } => format!("`{file}` 有多张工作表"),
            AskError::SeveralFiles { typed, .. } => format!("`{typed}` 对应多个文件"),
            AskError::UnreadFile { file } => format!("`{file}` 的单元格不在缓存中"),
            AskError::NothingToTrace => "没有指明要追溯什么".to_owned(),
            AskError::NotARelease { folder } => format!("`{}` 不是发布", folder.display()),
            AskError::NoPrevious => "当前发布之前没有发布".to_owned(),
            AskError::NotTwo { n } => format!("需要两个发布或两个 `--known-at` 才能比较，现在有 {n} 个"),
        }
    }

    /// The way out in Chinese and in English.
    pub fn hints(&self) -> Option<(String, String)> {
        let pair = |zh: &str, en: &str| Some((zh.to_owned(), en.to_owned()));
        match self {
            AskError::NoStore { .. } => pair(
                "请用 `--store` 指定目录，或用 `--pipeline` 指定流水线文件；还没有数据时先运行 `luodi run`",
                "name it with `--store` or a pipeline file with `--pipeline`; without any data yet, `luodi run` first",
            ),
            AskError::NoRelease { .. } => pair("请先运行 `luodi run`", "`luodi run` first"),
            AskError::UnknownRelease { known, .. } => {
                Some((format!("现有发布：{}", quoted(known)), format!("there are {}", quoted(known))))
            }
            AskError::UnknownTable { nearest, .. } => nearest_words(nearest, "luodi describe datasets"),
            AskError::UnknownColumn { nearest, tables, .. } => {
                let table = tables.first().map_or("datasets", String::as_str);
                nearest_words(nearest, &format!("luodi describe {table}"))
            }
            AskError::UnknownFunction { nearest, .. } if nearest.is_empty() => None,
            AskError::UnknownFunction { nearest, .. } => Some(did_you_mean(nearest)),
            AskError::UnknownUnit { nearest, .. } => nearest_words(nearest, "luodi status"),
            AskError::NoQuery => {
                let example = "luodi query \"SELECT * FROM cohort_metrics\"";
                Some((format!("例如 `{example}`"), format!("for example `{example}`")))
            }
            AskError::NoWorkbook { .. } => pair(
                "请核对路径；名称中有空格或括号时加引号，也可以给出文件夹",
                "check the path; quote a name with spaces or brackets, or name the folder",
            ),
            AskError::UnknownName { nearest, .. } => nearest_words(nearest, "luodi describe"),
            _ => self.hints_of_tracing(),
        }
    }

    /// The same for what `trace` and `diff` are asked.
    fn hints_of_tracing(&self) -> Option<(String, String)> {
        let pair = |zh: &str, en: &str| Some((zh.to_owned(), en.to_owned()));
        match self {
            AskError::NotThere { known, .. } if known.is_empty() => None,
            AskError::NotThere { known, is_like: false, .. } => Some(there_are(known)),
            AskError::NotThere { sought, known, .. } => nearest_words(known, sought.listed_by()),
            AskError::WhichSheet { sheets, .. } => Some(there_are(sheets)),
            AskError::NoFigure { .. } => pair(
                "`luodi query \"SELECT * FROM cohort_metrics\"` 列出全部指标",
                "`luodi query \"SELECT * FROM cohort_metrics\"` lists every figure",
            ),
            AskError::NotACell { .. } | AskError::EmptyCell { .. } => pair(
                "写法如 '202307/北碚.xlsx›台账!H12'；只有一张表时可省略表名",
                "write it as '202307/北碚.xlsx›台账!H12'; a workbook with one sheet needs no sheet",
            ),
            AskError::SeveralFiles { files, .. } => Some(there_are(files)),
            AskError::UnreadFile { .. } => pair(
                "文件未能读取，或缓存已清理；`luodi check 文件` 查看原因，`luodi run` 重新读取",
                "it could not be read, or the cache was emptied; `luodi check FILE` says why, `luodi run` reads again",
            ),
            AskError::NothingToTrace => pair(
                "写出指标（如 start_rate）、--project 编号 或 --cell '文件›表!H12'",
                "name a metric such as start_rate, --project ID or --cell 'FILE›SHEET!H12'",
            ),
            AskError::NotARelease { .. } | AskError::NoPrevious | AskError::NotTwo { .. } => {
                pair("`luodi status` 列出全部发布", "`luodi status` lists the releases")
            }
            _ => None,
        }
    }
}

fn nearest_words(nearest: &[String], list: &str) -> Option<(String, String)> {
    if nearest.is_empty() {
        return Some((format!("`{list}` 列出全部名称"), format!("`{list}` lists every name")));
    }
    let (zh, en) = did_you_mean(nearest);
    Some((format!("{zh}（`{list}` 列出全部）"), format!("{en} (`{list}` lists them all)")))
}

fn there_are(known: &[String]) -> (String, String) {
    let zh: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    (format!("现有：{}", zh.join("、")), format!("there are {}", quoted(known)))
}

fn did_you_mean(nearest: &[String]) -> (String, String) {
    let zh: Vec<String> = nearest.iter().map(|name| format!("`{name}`")).collect();
    (format!("是否应为 {}？", zh.join("、")), format!("did you mean {}?", quoted(nearest)))
}

/// Names in backticks, joined by commas.
fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
