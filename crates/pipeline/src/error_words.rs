//! What an error says to a person (错误说明), in Chinese or English: the message, the way out, whose turn it is.

use store::error::StoreError;
use transform::error::TransformError;

use crate::error::{Fault, PipelineError};

/// What an error says in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorWords {
    /// What is wrong, and where.
    pub message: String,
    /// The way out, where there is a plain one.
    pub hint: Option<String>,
}

impl PipelineError {
    /// Whose turn it is.
    pub const fn fault(&self) -> Fault {
        match self {
            PipelineError::Store(
                StoreError::Locked { .. }
                | StoreError::NotWritable { .. }
                | StoreError::ReleaseId { .. }
                | StoreError::AmbiguousRelease { .. },
            )
            | PipelineError::Transform(TransformError::Reference { .. }) => Fault::Configuration,
            PipelineError::Store(_)
            | PipelineError::Transform(_)
            | PipelineError::Analytics(_)
            | PipelineError::Report(_) => Fault::Internal,
            _ => Fault::Configuration,
        }
    }

    /// In Chinese; where there are no words, what the program says in English.
    pub fn in_chinese(&self) -> ErrorWords {
        let message = self.chinese().unwrap_or_else(|| self.to_string());
        ErrorWords { message, hint: self.hints().map(|(chinese, _)| chinese) }
    }

    /// In English.
    pub fn in_english(&self) -> ErrorWords {
        ErrorWords { message: self.to_string(), hint: self.hints().map(|(_, english)| english) }
    }

    fn chinese(&self) -> Option<String> {
        let words = match self {
            PipelineError::PlanFile { file, .. } => format!("无法读取流水线文件 `{}`", file.display()),
            PipelineError::Syntax { file, line, problem } => {
                format!("`{}` 第{line}行：{problem}", file.display())
            }
            PipelineError::UnknownKey { file, key, .. } => {
                format!("`{}` 中有未知的键 `{key}`", file.display())
            }
            PipelineError::MissingKey { file, key } => format!("`{}` 缺少键 `{key}`", file.display()),
            PipelineError::WrongValue { place, key, found, allowed } => {
                format!("`{place}`：`{key}` 是{found}，应为{allowed}")
            }
            PipelineError::NoReturns { patterns } => format!("没有找到收到的报表：{}", patterns.join("、")),
            PipelineError::NoLedger { patterns } => format!("没有找到台账：{}", patterns.join("、")),
            PipelineError::Table { file, problem } => format!("表 `{}` 不能使用：{problem}", file.display()),
            PipelineError::NotEmpty { folder } => format!("文件夹 `{}` 不是空的", folder.display()),
            PipelineError::Io { path, .. } => format!("`{}` 不能使用", path.display()),
            PipelineError::Changed { path } => format!("`{}` 在读取时被改动", path.display()),
            PipelineError::StageBefore { stage, before, missing } => {
                format!("`luodi {stage}` 需要 `luodi {before}` 的结果，但没有 `{}`", missing.display())
            }
            PipelineError::Ask(error) => error.chinese(),
            PipelineError::Store(StoreError::Locked { by }) => format!("数据仓正由另一次运行占用（{by}）"),
            PipelineError::Store(StoreError::NotWritable { folder, .. }) => {
                format!("数据仓 `{}` 不可写", folder.display())
            }
            _ => return None,
        };
        Some(words)
    }

    /// The way out in Chinese and in English.
    fn hints(&self) -> Option<(String, String)> {
        let pair = |zh: &str, en: &str| Some((zh.to_owned(), en.to_owned()));
        match self {
            PipelineError::PlanFile { .. } => pair(
                "请核对路径，例如 `luodi run pipelines/smart-expo.toml`",
                "check the path, for example `luodi run pipelines/smart-expo.toml`",
            ),
            PipelineError::UnknownKey { nearest: Some(nearest), .. } => {
                Some((format!("是否应为 `{nearest}`？"), format!("did you mean `{nearest}`?")))
            }
            PipelineError::UnknownKey { .. } => pair("请删除这个键", "remove the key"),
            PipelineError::MissingKey { .. } => pair("请补上这个键", "add the key"),
            PipelineError::NoReturns { .. } => pair(
                "请把报表放入该目录，或用 `--received` 指定",
                "put the returns there, or name them with `--received`",
            ),
            PipelineError::NoLedger { .. } => pair(
                "请放入台账，用 `--ledger` 指定，或删除 `inputs.ledger`（按报表中出现的项目统计）",
                "put it there, name it with `--ledger`, or remove `inputs.ledger` to take projects from the returns",
            ),
            PipelineError::Ask(error) => error.hints(),
            PipelineError::Table { .. } => pair("请补全或更正这张表", "complete or correct the table"),
            PipelineError::NotEmpty { .. } => pair(
                "请另选一个新文件夹；要补全已有的工作区，用 `luodi init --force`，不改动已有的文件",
                "name a new folder; to complete a workspace, `luodi init --force` adds what is missing and leaves what is there",
            ),
            PipelineError::Changed { .. } => pair("请重新运行", "run again"),
            PipelineError::StageBefore { before, .. } => {
                Some((format!("请先运行 `luodi {before}`"), format!("run `luodi {before}` first")))
            }
            PipelineError::Store(StoreError::Locked { .. }) => {
                pair("请等待其结束后再运行", "wait until it ends, then run again")
            }
            PipelineError::Store(StoreError::NotWritable { .. }) => pair(
                "请用 `--store` 另选目录，或给予写权限",
                "choose another folder with `--store`, or give this one the right to write",
            ),
            _ => None,
        }
    }
}
