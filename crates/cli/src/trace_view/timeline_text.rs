//! The life of one project (项目轨迹输出): what the panel holds each month, and the cells that say so.

use model::month::Month;
use pipeline::printing::{Printing, grouped};
use pipeline::summary::Table;
use pipeline::trace::Tracing;
use pipeline::trace::evidence::Evidence;
use pipeline::trace::timeline::{Said, Timeline, TimelineMonth};
use pipeline::trace::values::TracedCell;
use serde_json::{Value, json};

use crate::drawing::{bare, bare_markdown, csv_line, figures_column, words_column};
use crate::options::{Format, Lang};
use crate::session::Session;
use crate::stage_words::stage_word;
use crate::text_width::one_line;
use crate::trace_view::depth::Depth;
use crate::trace_view::evidence_lines::{EvidenceStyle, cells_of, evidence_lines};
use crate::trace_view::evidence_rows::{evidence_columns, evidence_rows};
use crate::trace_view::figure_json::evidence_json;
use crate::trace_view::places::{place_in_file, quoted};

/// The columns of a month.
const MONTH: [&str; 9] = [
    "as_of",
    "stage",
    "started",
    "in_production",
    "contract_yuan",
    "capital_cumulative_yuan",
    "tracked",
    "reported",
    "months_unreported",
];

/// A project in the form that was asked for.
pub(crate) fn timeline_text(
    traced: &Timeline,
    tracing: &Tracing<'_>,
    depth: Depth,
    session: &Session,
) -> String {
    let (printing, lang) = (&tracing.printing, session.lang());
    let head = head(traced, printing, lang);
    let table = months_table(traced, printing, lang);
    match session.format {
        Format::Json => format!("{:#}", timeline_json(traced, tracing, depth)),
        Format::Csv => csv(traced, depth),
        _ if session.quiet || depth == Depth::Figure => head.join("\n"),
        Format::Markdown => format!("## {}\n\n{}", head.join("\n\n"), bare_markdown(&table)),
        Format::Table => {
            let style = EvidenceStyle { printing, lang, with_cells: depth == Depth::Cells, with_files: true };
            let mut pieces = vec![head.join("\n")];
            pieces
                .extend((depth >= Depth::Records).then(|| evidence_lines(&traced.listed, style).join("\n")));
            pieces.push(bare(&table));
            if depth >= Depth::Records {
                pieces.extend(traced.months.iter().filter_map(|month| said_lines(month, style)));
            }
            pieces.join("\n\n")
        }
    }
}

fn head(traced: &Timeline, printing: &Printing, lang: Lang) -> Vec<String> {
    let project = &traced.project;
    let dash = || "–".to_owned();
    let unit = project.unit_code.as_deref().map(|code| printing.unit(code).to_owned());
    let mut lines = vec![
        format!("{}  {}", one_line(&project.project_id), one_line(&project.name)),
        format!(
            "  {} · {} · {} · {} {}",
            unit.unwrap_or_else(dash),
            project.event.clone().unwrap_or_else(dash),
            project.cohort.clone().unwrap_or_else(dash),
            lang.pick("签约", "signed"),
            project.sign_date.map_or_else(dash, |date| date.to_string()),
        ),
    ];
    if project.counted_project_id != project.project_id {
        lines.push(format!("  {}{}", lang.pick("计入 ", "counted under "), project.counted_project_id));
    }
    if let Some(aliases) = &project.aliases {
        lines.push(format!("  {}{}", lang.pick("曾用名：", "also called: "), one_line(aliases)));
    }
    if printing.is_synthetic {
        let said = lang.pick("合成样例数据，非真实统计", "synthetic sample data, no real statistics");
        lines.push(format!("  {said}"));
    }
    lines
}

/// Months before the first return, of which nothing differs, stand in one line.
fn are_alike(left: &TimelineMonth, right: &TimelineMonth) -> bool {
    let silent = |month: &TimelineMonth| !month.row.reported && month.row.months_unreported.is_none();
    silent(left) && silent(right) && left.row.started == right.row.started
}

fn span(first: &TimelineMonth, last: &TimelineMonth) -> String {
    let (from, to) = (Month::of(first.row.as_of), Month::of(last.row.as_of));
    if from == to { from.to_string() } else { format!("{from} – {to}") }
}

fn yes(answer: Option<bool>, lang: Lang) -> String {
    match answer {
        Some(true) => lang.pick("是", "yes"),
        Some(false) => lang.pick("否", "no"),
        None => "–",
    }
    .to_owned()
}

fn months_table(traced: &Timeline, printing: &Printing, lang: Lang) -> Table {
    let money = |yuan: Option<i64>| yuan.map_or_else(|| "–".to_owned(), grouped);
    let row = |months: &[TimelineMonth]| -> Option<Vec<String>> {
        let (first, last) = (months.first()?, months.last()?);
        let row = &first.row;
        let reported = match (row.reported, row.months_unreported) {
            (true, _) => lang.pick("已报", "yes").to_owned(),
            (false, Some(months)) => format!("{} {months}", lang.pick("沿用", "carried")),
            (false, None) => lang.pick("未报", "not yet").to_owned(),
        };
        Some(vec![
            span(first, last),
            reported,
            stage_word(row.stage.as_deref().unwrap_or("–"), lang).to_owned(),
            yes(row.started, lang),
            yes(row.in_production, lang),
            money(row.contract_yuan),
            money(row.capital_cumulative_yuan),
        ])
    };
    let words = |zh: &str, en: &str| words_column(lang.pick(zh, en));
    let unit = printing.full_unit();
    let amounts = |zh: &str, en: &str| match lang {
        Lang::Zh => figures_column(&format!("{zh}（{unit}）")),
        Lang::En => figures_column(&format!("{en} ({unit})")),
    };
    Table {
        columns: vec![
            words("月份", "month"),
            words("报送", "reported"),
            words("阶段", "stage"),
            words("开工", "started"),
            words("投产", "production"),
            amounts("合同额", "contract"),
            amounts("累计到位", "capital"),
        ],
        rows: traced.months.chunk_by(are_alike).filter_map(row).collect(),
        ..Table::default()
    }
}

/// What the returns of a month say, under the month.
fn said_lines(month: &TimelineMonth, style: EvidenceStyle<'_>) -> Option<String> {
    if month.said.is_empty() {
        return None;
    }
    let lines = month.said.iter().flat_map(|said| {
        let link = said.link.as_ref().map(|link| link.method.clone()).unwrap_or_default();
        let title = format!(
            "{}  {}  ({link}){}",
            Month::of(month.row.as_of),
            one_line(&said.evidence.file),
            month_from(&said.evidence, style.lang)
        );
        let cells = if style.with_cells { cells_of(&said.evidence, style) } else { Vec::new() };
        std::iter::once(title).chain(cells)
    });
    Some(lines.collect::<Vec<_>>().join("\n"))
}

/// Where the return names its month.
fn month_from(found: &Evidence, lang: Lang) -> String {
    let place = |cell: &TracedCell| format!("{} {}", place_in_file(cell, lang), quoted(&cell.text));
    let first = found.month_from.first().map(place);
    first.map(|place| format!("  {}{place}", lang.pick("月份：", "month: "))).unwrap_or_default()
}

fn csv(traced: &Timeline, depth: Depth) -> String {
    let columns = MONTH.into_iter().chain(evidence_columns(depth));
    let of_month = |month: &TimelineMonth| {
        let values = model::row_values::row_values(&month.row);
        let text = |name: &&str| {
            let value = values.iter().find(|(known, _)| known == name);
            value.map(|(_, value)| value.to_string()).unwrap_or_default()
        };
        let own: Vec<String> = MONTH.iter().map(text).collect();
        let evidence: Vec<_> = month.said.iter().map(|said| said.evidence.clone()).collect();
        let rows = evidence_rows(&evidence, depth).into_iter();
        rows.map(|row| own.iter().cloned().chain(row).collect::<Vec<String>>()).collect::<Vec<_>>()
    };
    let rows = traced.months.iter().flat_map(of_month);
    let lines = rows.map(|row| csv_line(row.iter().map(String::as_str)));
    std::iter::once(csv_line(columns)).chain(lines).collect::<Vec<_>>().join("\n")
}

fn timeline_json(traced: &Timeline, tracing: &Tracing<'_>, depth: Depth) -> Value {
    let project = &traced.project;
    let said = |said: &Said| {
        let evidence = evidence_json(std::slice::from_ref(&said.evidence), depth);
        let method = said.link.as_ref().map(|link| link.method.clone());
        json!({ "record": evidence[0], "link": method, "score": said.link.as_ref().map(|link| link.score) })
    };
    let month = |month: &TimelineMonth| {
        let row = &month.row;
        json!({
            "as_of": row.as_of.to_string(), "reported": row.reported, "months_unreported": row.months_unreported,
            "stage": row.stage, "started": row.started, "in_production": row.in_production,
            "terminated": row.terminated, "tracked": row.tracked, "unit_code": row.unit_code,
            "contract_yuan": row.contract_yuan, "capital_cumulative_yuan": row.capital_cumulative_yuan,
            "said": month.said.iter().map(said).collect::<Vec<_>>(),
        })
    };
    json!({
        "release_id": tracing.release_id, "synthetic": tracing.printing.is_synthetic,
        "project_id": project.project_id, "counted_project_id": project.counted_project_id, "name": project.name,
        "event": project.event, "cohort": project.cohort, "unit_code": project.unit_code,
        "sign_date": project.sign_date.map(|date| date.to_string()), "aliases": project.aliases,
        "listed": evidence_json(&traced.listed, depth),
        "months": traced.months.iter().map(month).collect::<Vec<_>>(),
    })
}
