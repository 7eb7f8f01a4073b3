//! `luodi trace`: from a figure to the cells behind it, and from a cell to the figures it moves.

use std::path::PathBuf;

use model::month::Month;
use pipeline::ask_error::AskError;
use pipeline::error::PipelineError;
use pipeline::overrides::Overrides;
use pipeline::trace::Tracing;
use pipeline::trace::cell_place::typed_cell;
use pipeline::trace::figure_key::FigureQuestion;

use crate::session::Session;
use crate::trace_view::cell_text::cell_text;
use crate::trace_view::depth::Depth;
use crate::trace_view::figure_text::figure_text;
use crate::trace_view::timeline_text::timeline_text;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi trace pipelines/smart-expo.toml start_rate --depth figure
  luodi trace pipelines/smart-expo.toml 开工率 --cohort 2022 --where 单位=万州区
  luodi trace pipelines/smart-expo.toml capital_yuan --as-of 2023-06 --where industry=A2 --depth projects
  luodi trace pipelines/smart-expo.toml contract_yuan --format csv
  luodi trace pipelines/smart-expo.toml --project ZB2020-001
  luodi trace pipelines/smart-expo.toml --cell '202307/2023.7 万州 智博会项目推进表.xlsx!B6'

What the projects add makes the figure exactly, and it is said whether it does. `luodi describe metrics` lists the metrics.
--cell leaves the cell blank, computes everything again in memory and says which figures move; nothing is published.";

/// Arguments of `luodi trace`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Pipeline definition whose release is traced
    #[arg(value_name = "PIPELINE.toml")]
    pipeline: PathBuf,
    /// Metric, by its name in Chinese or English
    #[arg(value_name = "METRIC", conflicts_with = "cell")]
    metric: Option<String>,
    /// Month of the figure [default: the last one]
    #[arg(long, value_name = "YYYY-MM", conflicts_with = "cell")]
    as_of: Option<Month>,
    /// Event [default: the one with most projects]
    #[arg(long, value_name = "EVENT", conflicts_with = "cell")]
    event: Option<String>,
    /// Edition [default: all together]
    #[arg(long, value_name = "EDITION", conflicts_with = "cell")]
    cohort: Option<String>,
    /// One part: unit, unit_group, industry, size_band or investor_origin, by code or name
    #[arg(long = "where", value_name = "DIMENSION=VALUE", conflicts_with = "cell")]
    part: Option<String>,
    /// How far down the trace goes
    #[arg(long, value_enum, default_value_t)]
    depth: Depth,
    /// One project, by id or name: its life month by month, or its share of the metric
    #[arg(long, value_name = "ID", conflicts_with = "cell")]
    project: Option<String>,
    /// A cell: what it is, and the figures it moves; also as FILE SHEET CELL
    #[arg(long, value_name = "FILE›SHEET!CELL", num_args = 1..=3)]
    cell: Vec<String>,
    /// Every figure that a cell moves, not only those of whole editions
    #[arg(long, requires = "cell")]
    all: bool,
    /// Id of the release, or its beginning [default: the current one]
    #[arg(long, value_name = "ID")]
    release: Option<String>,
    /// Folder of the store [default: that of the pipeline]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

/// Traces.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let overrides = Overrides { store: args.store.clone(), ..Overrides::default() };
    let workspace = session.open_file(&args.pipeline, &overrides)?;
    let typed = (!args.cell.is_empty()).then(|| typed_cell(&args.cell)).transpose();
    let typed = typed.map_err(PipelineError::from)?;
    if typed.is_none() && args.metric.is_none() && args.project.is_none() {
        return Err(PipelineError::from(AskError::NothingToTrace).into());
    }
    let tracing = Tracing::open(&workspace, args.release.as_deref(), session.lang().is_chinese())?;
    let text = match (&typed, &args.metric, &args.project) {
        (Some(cell), ..) => {
            let traced = tracing.cell(cell, session.progress().as_ref())?;
            cell_text(&traced, &tracing, args.all, session)
        }
        (None, Some(metric), project) => {
            let traced = tracing.figure(&question(args, metric), project.as_deref())?;
            figure_text(&traced, &tracing, args.depth, session)
        }
        (None, None, project) => {
            let traced = tracing.project(project.as_deref().unwrap_or_default())?;
            timeline_text(&traced, &tracing, args.depth, session)
        }
    };
    session.printer.data(&text)?;
    Ok(0)
}

fn question(args: &Args, metric: &str) -> FigureQuestion {
    FigureQuestion {
        metric: metric.to_owned(),
        as_of: args.as_of,
        event: args.event.clone(),
        cohort: args.cohort.clone(),
        part: args.part.clone(),
    }
}
