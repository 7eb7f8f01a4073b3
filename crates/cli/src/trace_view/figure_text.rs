//! A figure with everything behind it (指标追溯输出).

use pipeline::printing::{Printing, grouped};
use pipeline::summary::Table;
use pipeline::trace::Tracing;
use pipeline::trace::figure::{FigureTrace, TracedProject};

use crate::drawing::{bare, bare_markdown, csv_line, figures_column, words_column};
use crate::options::{Format, Lang};
use crate::session::Session;
use crate::text_width::{one_line, padded};
use crate::trace_view::depth::Depth;
use crate::trace_view::evidence_lines::{EvidenceStyle, evidence_lines};
use crate::trace_view::evidence_rows::{evidence_columns, evidence_rows};
use crate::trace_view::figure_json::figure_json;

/// Columns that tell of a project.
const PROJECT: [&str; 7] = ["project_id", "name", "unit_code", "cohort", "adds", "base", "proven"];

/// A figure in the form that was asked for.
pub(crate) fn figure_text(
    traced: &FigureTrace,
    tracing: &Tracing<'_>,
    depth: Depth,
    session: &Session,
) -> String {
    let (printing, lang) = (&tracing.printing, session.lang());
    let head = head(traced, printing, lang);
    match session.format {
        Format::Json => format!("{:#}", figure_json(traced, tracing, depth, lang)),
        Format::Csv => csv(traced, depth),
        _ if session.quiet || depth == Depth::Figure => head.join("\n"),
        Format::Markdown => markdown(traced, &head, depth),
        Format::Table if depth == Depth::Projects => {
            format!("{}\n\n{}", head.join("\n"), bare(&projects_table(traced, printing, lang)))
        }
        Format::Table => {
            let style = EvidenceStyle { printing, lang, with_cells: depth == Depth::Cells, with_files: true };
            let projects = traced.projects.iter().map(|project| project_lines(project, style));
            std::iter::once(head)
                .chain(projects)
                .map(|lines| lines.join("\n"))
                .collect::<Vec<_>>()
                .join("\n\n")
        }
    }
}

/// What the figure is, how it is made, and whether it adds up.
fn head(traced: &FigureTrace, printing: &Printing, lang: Lang) -> Vec<String> {
    let metric = traced.metric;
    let mut lines = vec![
        format!("{} · {}", lang.pick(metric.zh, metric.en), cut_words(traced, printing, lang)),
        format!("  {}", equation(traced, printing, lang)),
        format!("  {}{}", lang.pick("公式：", "formula: "), metric.formula),
        format!("  {}", balance(traced, lang)),
    ];
    let n_unproven = traced.projects.iter().filter(|project| !project.is_proven).count();
    if n_unproven > 0 {
        lines.push(match lang {
            Lang::Zh => format!("  {n_unproven} 个项目的出处不完整（标 ?）"),
            Lang::En => format!("  the sources of {n_unproven} projects are not complete (marked ?)"),
        });
    }
    if printing.is_synthetic {
        lines.push(format!(
            "  {}",
            lang.pick("合成样例数据，非真实统计", "synthetic sample data, no real statistics")
        ));
    }
    lines
}

/// Month, event, edition, part.
fn cut_words(traced: &FigureTrace, printing: &Printing, lang: Lang) -> String {
    let row = &traced.row;
    let month = model::month::Month::of(row.as_of).to_string();
    let cohort = match row.cohort.as_str() {
        "all" => lang.pick("全部届次", "all editions").to_owned(),
        cohort => format!("{cohort}{}", lang.pick("届", "")),
    };
    let part = match row.dimension.as_str() {
        "all" => String::new(),
        dimension => format!(" · {}", one_line(printing.value(dimension, &row.value))),
    };
    format!("{month} · {} · {cohort}{part}", one_line(&row.event))
}

/// `61.8% = 128 ÷ 207`, amounts in full units.
fn equation(traced: &FigureTrace, printing: &Printing, lang: Lang) -> String {
    let figure = printing.figure(traced.metric.name, Some(&traced.row));
    match (traced.base, traced.metric.unit) {
        (Some(base), "share") if is_limit(traced.metric.name) => {
            let of = format!("{} ÷ {}", grouped(traced.sum), grouped(base));
            match lang {
                Lang::Zh => format!("{figure}（{of} 的 Wilson 95% 区间界限）"),
                Lang::En => format!("{figure} (a Wilson 95 % limit of {of})"),
            }
        }
        (Some(base), "share") => format!("{figure} = {} ÷ {}", grouped(traced.sum), grouped(base)),
        (Some(base), _) => match lang {
            Lang::Zh => format!("{figure} 个月（{base} 个项目有签约月份，其中 {} 个已见开工）", traced.sum),
            Lang::En => format!(
                "{figure} months ({base} projects with a month of signing, {} starts seen)",
                traced.sum
            ),
        },
        (None, "yuan") => format!("{figure} = {} {}", grouped(traced.sum), printing.full_unit()),
        (None, _) => figure,
    }
}

/// Limits of an interval follow from a share and are none themselves.
fn is_limit(metric: &str) -> bool {
    metric.ends_with("_low") || metric.ends_with("_high")
}

fn balance(traced: &FigureTrace, lang: Lang) -> String {
    let (n_shown, n_members) = (traced.projects.len(), traced.n_members);
    let closes = match traced.closes {
        true => lang.pick("与指标一致", "exactly the figure"),
        false => lang.pick("与指标不一致！", "NOT the figure!"),
    };
    let base = traced.base.map(|base| format!(" ÷ {}", grouped(base))).unwrap_or_default();
    match lang {
        Lang::Zh => format!(
            "平衡：口径内 {n_members} 个项目，列出 {n_shown} 个，合计 {}{base}，{closes}",
            grouped(traced.sum)
        ),
        Lang::En => format!(
            "balance: {n_shown} of {n_members} projects listed, together {}{base}: {closes}",
            grouped(traced.sum)
        ),
    }
}

fn adds(project: &TracedProject, lang: Lang) -> String {
    let base = project.base.map(|base| format!(" ÷ {}", grouped(base))).unwrap_or_default();
    let followed = project.months_followed.map(|months| match lang {
        Lang::Zh => format!(" · {months} 个月"),
        Lang::En => format!(" · {months} months"),
    });
    format!("{}{base}{}", grouped(project.adds), followed.unwrap_or_default())
}

fn project_lines(project: &TracedProject, style: EvidenceStyle<'_>) -> Vec<String> {
    let mark = if project.is_proven { "" } else { " ?" };
    let unit = style.printing.unit(project.unit_code.as_deref().unwrap_or("–"));
    let head = format!(
        "{} {} {}  {}{mark}  {}",
        padded(&one_line(&project.project_id), 12),
        padded(&one_line(unit), 12),
        project.cohort.as_deref().unwrap_or("–"),
        adds(project, style.lang),
        one_line(&project.name),
    );
    std::iter::once(head).chain(evidence_lines(&project.evidence, style)).collect()
}

fn projects_table(traced: &FigureTrace, printing: &Printing, lang: Lang) -> Table {
    let row = |project: &TracedProject| {
        let first = project.evidence.first();
        let month = first.and_then(|found| found.month.clone());
        let unit = printing.unit(project.unit_code.as_deref().unwrap_or("–")).to_owned();
        let name = format!("{}{}", if project.is_proven { "" } else { "? " }, one_line(&project.name));
        let cohort = project.cohort.clone().unwrap_or_else(|| "–".to_owned());
        let month = month.unwrap_or_else(|| lang.pick("台账", "ledger").to_owned());
        vec![project.project_id.clone(), unit, cohort, adds(project, lang), month, name]
    };
    let words = |zh: &str, en: &str| words_column(lang.pick(zh, en));
    Table {
        columns: vec![
            words("项目编号", "project"),
            words("单位", "unit"),
            words("届次", "edition"),
            figures_column(lang.pick("计入", "adds")),
            words("报送", "said in"),
            words("项目名称", "name"),
        ],
        rows: traced.projects.iter().map(row).collect(),
        ..Table::default()
    }
}

fn rows(traced: &FigureTrace, depth: Depth) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let columns = PROJECT.into_iter().chain(evidence_columns(depth)).collect();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let of_project = |project: &TracedProject| {
        let own = [
            project.project_id.clone(),
            project.name.clone(),
            text(&project.unit_code),
            text(&project.cohort),
            project.adds.to_string(),
            project.base.map(|base| base.to_string()).unwrap_or_default(),
            project.is_proven.to_string(),
        ];
        let rows = evidence_rows(&project.evidence, depth).into_iter();
        rows.map(|row| own.iter().cloned().chain(row).collect::<Vec<String>>()).collect::<Vec<_>>()
    };
    (columns, traced.projects.iter().flat_map(of_project).collect())
}

fn csv(traced: &FigureTrace, depth: Depth) -> String {
    let (columns, rows) = rows(traced, depth);
    let lines = rows.iter().map(|row| csv_line(row.iter().map(String::as_str)));
    std::iter::once(csv_line(columns.into_iter())).chain(lines).collect::<Vec<_>>().join("\n")
}

fn markdown(traced: &FigureTrace, head: &[String], depth: Depth) -> String {
    let (columns, rows) = rows(traced, depth);
    let one_lined = rows.iter().map(|row| row.iter().map(|text| one_line(text)).collect()).collect();
    let columns = columns.into_iter().map(words_column).collect();
    let table = Table { columns, rows: one_lined, ..Table::default() };
    let (title, rest) =
        head.split_first().map_or(("", [].as_slice()), |(title, rest)| (title.as_str(), rest));
    let rest: Vec<String> = rest.iter().map(|line| format!("- {}", line.trim())).collect();
    format!("## {title}\n\n{}\n\n{}", rest.join("\n"), bare_markdown(&table))
}
