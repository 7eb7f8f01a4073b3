//! `luodi sample`: synthetic returns of any size. The only file of the program that uses the generator.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use model::date::Date;
use model::month::Month;
use model::reference::UnitRow;
use pipeline::error::PipelineError;
use pipeline::summary::Table;
use samples::error::SampleError;
use samples::layout::Layout;
use samples::plan::{Plan, Summary};
use samples::write_samples::write_samples;
use serde_json::json;

use crate::drawing::{figures_column, words_column};
use crate::options::Lang;
use crate::session::Session;
use crate::table_view::show_table;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi sample samples --units 5 --months 2 --projects 30
  luodi sample samples-odd --units 3 --months 1 --projects 9 --layouts groups,cards --seed 7
  luodi sample samples-faulty --months 3 --first 2023-05 --errors 50 --resubmitted 25

Writes received/ with register.csv, ledger/, truth/ (what is right, table by table) and a README. Every project, company
and number is invented. The same arguments give the same bytes.";

/// Arguments of `luodi sample`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The folder to write into
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Reporting units; beyond those of the reference tables, invented ones are added
    #[arg(long, value_name = "N", default_value_t = 41, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    units: u32,
    /// Months, one return of each unit in each
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = clap::value_parser!(u32).range(1..=240))]
    months: u32,
    /// Tracked projects over all units
    #[arg(long, value_name = "N", default_value_t = 207, value_parser = clap::value_parser!(u32).range(0..=5_000_000))]
    projects: u32,
    /// Seed of everything that is left to chance
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// First month
    #[arg(long, value_name = "YYYY-MM", default_value = "2023-02")]
    first: Month,
    /// Layouts, handed out to the units in turn [default: all]
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = layouts())]
    layouts: Vec<Layout>,
    /// Wrong values for every thousand filled cells of amounts and dates
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1000))]
    errors: u32,
    /// Returns that never come, for every hundred
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=100))]
    missing: u32,
    /// Returns that come twice, for every hundred
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=100))]
    resubmitted: u32,
}

/// Writes synthetic returns.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let plan = plan(args);
    let units = units_between(plan.first, plan.last)?;
    let known = units.len();
    let summary =
        write_samples(&args.folder, &plan, &units).map_err(|error| explained(error, &args.folder))?;
    let document = json!({
        "folder": args.folder,
        "synthetic": true,
        "first": plan.first.to_string(),
        "last": plan.last.to_string(),
        "units": summary.n_units,
        "returns": summary.n_returns,
        "projects": summary.n_projects,
        "records": summary.n_records,
        "cells": summary.n_cells,
        "planted_errors": summary.n_planted_errors,
    });
    let mut table = counts_table(&args.folder, &summary, session.lang());
    table.notes = notes(&args.folder, summary.n_units > known, session.lang());
    show_table(&table, &document, session)?;
    Ok(0)
}

fn plan(args: &Args) -> Plan {
    Plan {
        seed: args.seed,
        first: args.first,
        last: args.first.plus(i32::try_from(args.months).unwrap_or(1) - 1),
        n_units: args.units as usize,
        n_projects: args.projects as usize,
        layouts: args.layouts.clone(),
        errors_per_thousand_cells: args.errors,
        missing_per_hundred: args.missing,
        resubmitted_per_hundred: args.resubmitted,
        ..Plan::default()
    }
}

/// Names of layouts, and the layouts.
fn layouts() -> impl TypedValueParser<Value = Layout> {
    let names = PossibleValuesParser::new(Layout::ALL.iter().map(|layout| layout.name()));
    names.try_map(|name| {
        let layout = Layout::ALL.iter().find(|layout| layout.name() == name);
        layout.copied().ok_or("no layout has this name")
    })
}

/// The units of the built-in table that report in every month of a span.
fn units_between(first: Month, last: Month) -> Result<Vec<UnitRow>, PipelineError> {
    let limit = |text: &str| text.parse::<Date>().ok();
    let reports = |unit: &UnitRow| {
        limit(&unit.valid_from).is_none_or(|from| from <= first.first_day())
            && limit(&unit.valid_to).is_none_or(|to| last.last_day() <= to)
    };
    Ok(pipeline::built_in::reference()?.units.into_iter().filter(reports).collect())
}

/// A filled folder or one that cannot be written is for whoever typed it to mend.
fn explained(error: SampleError, folder: &Path) -> anyhow::Error {
    match error {
        SampleError::NotEmpty { .. } => PipelineError::NotEmpty { folder: folder.to_owned() }.into(),
        SampleError::Write(error) => PipelineError::io(folder, error).into(),
        error => error.into(),
    }
}

fn counts_table(folder: &Path, summary: &Summary, lang: Lang) -> Table {
    let folder = folder.display();
    let (title, headers) = match lang {
        Lang::Zh => (format!("合成报表（虚构数据）：{folder}"), ["项", "数量"]),
        Lang::En => (format!("Synthetic returns (everything is invented): {folder}"), ["item", "number"]),
    };
    let counts = [
        ("填报单位", "reporting units", summary.n_units),
        ("报表", "returns", summary.n_returns),
        ("项目", "projects", summary.n_projects),
        ("项目行", "project rows", summary.n_records),
        ("已填单元格", "filled cells", summary.n_cells),
        ("故意写错的数值", "values put in wrong on purpose", summary.n_planted_errors),
    ];
    let row = |(zh, en, n): (&str, &str, usize)| {
        vec![if lang == Lang::Zh { zh } else { en }.to_owned(), n.to_string()]
    };
    Table {
        name: "samples".to_owned(),
        title,
        columns: vec![words_column(headers[0]), figures_column(headers[1])],
        rows: counts.into_iter().map(row).collect(),
        notes: Vec::new(),
    }
}

fn notes(folder: &Path, has_invented_units: bool, lang: Lang) -> Vec<String> {
    let folder = folder.display();
    let [run, truth, units] = match lang {
        Lang::Zh => [
            "在工作区里运行：",
            "正确答案在 truth 文件夹。企业、项目、人员、数字全部是编造的，不得引用。",
            "其中有虚构的单位：请把 truth/units.csv 用作参考表 units.csv。",
        ],
        Lang::En => [
            "To run it, in a workspace:",
            "What is right stands in the folder truth. Companies, projects, people and figures are invented; do not quote them.",
            "Some units are invented: use truth/units.csv as the reference table units.csv.",
        ],
    };
    let command = format!(
        "  luodi run PIPELINE.toml --received '{folder}/received/**/*' --ledger '{folder}/ledger/签约项目台账.xlsx' --store '{folder}/store'"
    );
    let mut notes = vec![truth.to_owned(), run.to_owned(), command];
    notes.extend(has_invented_units.then(|| units.to_owned()));
    notes
}
