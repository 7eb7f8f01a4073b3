//! What can be typed: the commands, and the options that every command takes.

use clap::{CommandFactory, Parser, Subcommand};
use pipeline::ask_error::AskError;
use pipeline::error::PipelineError;

use crate::commands::{
    analyze, check, completions, describe, diff, feedback, ingest, init, man, query, report, run, sample,
    scoreboard, status, template, trace, transform,
};
use crate::options::DisplayOptions;
use crate::session::Session;

/// Follows the projects signed at an expo from monthly Excel returns to one sentence, down to the cell.
///
/// 落地：从各区县每月报表到一句通报，每个数字都能追到单元格。
#[derive(Debug, Parser)]
#[command(name = "luodi", version, propagate_version = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// How to show it.
    #[command(flatten)]
    pub(crate) display: DisplayOptions,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// All stages: reads what was received, and publishes a release 全流程
    Run(run::Args),
    /// One stage: workbooks to cells, columns and records 读取
    Ingest(ingest::Args),
    /// One stage: records to projects, findings and the monthly panel 转换
    Transform(transform::Args),
    /// One stage: the panel to figures 分析
    Analyze(analyze::Args),
    /// One stage: figures to page, workbook and bulletin 报告
    Report(report::Args),
    /// Annotated returns: what each unit sent, with its problems marked 退回批注表
    Feedback(feedback::Args),
    /// Pre-filled workbooks for the next month, one for each unit 预填表
    Template(template::Args),
    /// What is understood in a workbook, and what is wrong with it 自查
    Check(check::Args),
    /// From a figure to the cells behind it, and from a cell to the figures it moves 追溯
    Trace(trace::Args),
    /// How two releases or two moments differ: figures, projects, cells, inputs 比较
    Diff(diff::Args),
    /// SQL over the datasets of a release 查询
    Query(query::Args),
    /// What a dataset, metric, column, finding, field or setting means 说明
    Describe(describe::Args),
    /// Who has sent which month; releases; who works on the store 现状
    Status(status::Args),
    /// A new workspace, ready for returns 新建工作区
    Init(init::Args),
    /// Synthetic returns of any size, with the truth beside them 合成报表
    Sample(sample::Args),
    /// How well header and data rows are found on labelled workbooks 结构评分
    Scoreboard(scoreboard::Args),
    /// A script that completes commands and options in a shell 命令补全
    Completions(completions::Args),
    /// Manual pages 手册页
    Man(man::Args),
}

/// Does it. Gives the exit code.
pub(crate) fn dispatch(command: &Command, session: &Session) -> anyhow::Result<u8> {
    refuse_parquet(command, session)?;
    match command {
        Command::Run(args) => run::run(args, session),
        Command::Ingest(args) => ingest::run(args, session),
        Command::Transform(args) => transform::run(args, session),
        Command::Analyze(args) => analyze::run(args, session),
        Command::Report(args) => report::run(args, session),
        Command::Feedback(args) => feedback::run(args, session),
        Command::Template(args) => template::run(args, session),
        Command::Check(args) => check::run(args, session),
        Command::Trace(args) => trace::run(args, session),
        Command::Diff(args) => diff::run(args, session),
        Command::Query(args) => query::run(args, session),
        Command::Describe(args) => describe::run(args, session),
        Command::Status(args) => status::run(args, session),
        Command::Init(args) => init::run(args, session),
        Command::Sample(args) => sample::run(args, session),
        Command::Scoreboard(args) => scoreboard::run(args, session),
        Command::Completions(args) => completions::run(args, Arguments::command(), session),
        Command::Man(args) => man::run(args, Arguments::command(), session),
    }
}

/// Only a query can become a Parquet file.
fn refuse_parquet(command: &Command, session: &Session) -> Result<(), PipelineError> {
    if !session.wants_parquet || matches!(command, Command::Query(_)) {
        return Ok(());
    }
    Err(AskError::NoParquet.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_fit_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn display_options_may_stand_after_the_command() {
        let typed = ["luodi", "run", "p.toml", "--as-of", "2023-06", "--format", "json", "--lang", "en"];
        assert!(Arguments::try_parse_from(typed).is_ok());
        assert!(Arguments::try_parse_from(["luodi", "run", "p.toml", "--as-of", "2023-13"]).is_err());
        assert!(Arguments::try_parse_from(["luodi", "run"]).is_err());
    }
}
