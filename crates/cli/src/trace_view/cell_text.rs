//! A cell, what it is and what it moves (单元格追溯输出).

use pipeline::figure_moves::FigureMove;
use pipeline::trace::cell::{CellMeaning, CellReading};
use pipeline::trace::{CellTrace, Tracing};
use serde_json::{Value, json};

use crate::drawing::{bare, bare_markdown, csv_line};
use crate::moves_view::{MOVE_COLUMNS, move_json, move_row, moves_table};
use crate::options::{Format, Lang};
use crate::session::Session;
use crate::text_width::one_line;
use crate::trace_view::places::{field_name, marks, quoted, read_as};
use crate::words::reason_word;

/// A cell in the form that was asked for.
pub(crate) fn cell_text(traced: &CellTrace, tracing: &Tracing<'_>, all: bool, session: &Session) -> String {
    let lang = session.lang();
    let moves: Vec<&FigureMove> =
        traced.without.moves.iter().filter(|moved| all || moved.is_headline()).collect();
    let mut head = meaning_lines(&traced.meaning, tracing, lang);
    head.extend(effect_lines(traced, moves.len(), lang));
    match session.format {
        Format::Json => format!("{:#}", cell_json(traced, tracing)),
        Format::Csv => {
            let rows = traced.without.moves.iter().map(move_row);
            let lines = rows.map(|row| csv_line(row.iter().map(String::as_str)));
            std::iter::once(csv_line(MOVE_COLUMNS.into_iter())).chain(lines).collect::<Vec<_>>().join("\n")
        }
        _ if session.quiet || moves.is_empty() => head.join("\n"),
        Format::Markdown => {
            let table = bare_markdown(&moves_table(&moves, &tracing.printing, titles(lang), lang));
            format!("## {}\n\n{table}", head.join("\n\n"))
        }
        Format::Table => {
            let table = bare(&moves_table(&moves, &tracing.printing, titles(lang), lang));
            format!("{}\n\n{table}", head.join("\n"))
        }
    }
}

/// The headers of both sides.
fn titles(lang: Lang) -> (&'static str, &'static str) {
    (lang.pick("现在", "with the cell"), lang.pick("去掉该格", "without it"))
}

fn meaning_lines(meaning: &CellMeaning, tracing: &Tracing<'_>, lang: Lang) -> Vec<String> {
    let merge = meaning.merge.as_ref().map(|merge| format!("（{}{merge}）", lang.pick("合并", "merged ")));
    let mut lines = vec![format!(
        "{} › {} › {}{}  {}",
        one_line(&meaning.file.file),
        one_line(&meaning.sheet),
        meaning.cell,
        merge.unwrap_or_default(),
        quoted(&meaning.text)
    )];
    let mut about = format!("  {}{}", lang.pick("角色：", "role: "), role_word(meaning.role, lang));
    if let Some(header) = &meaning.header {
        let field = meaning.field.as_deref().map(|field| field_name(field, lang));
        let field = field.unwrap_or_else(|| lang.pick("未识别", "not understood").to_owned());
        about.push_str(&format!(" · {}{} → {field}", lang.pick("表头：", "heading: "), one_line(header)));
    }
    if let Some(status) = meaning.file.status.as_deref().filter(|status| *status != "accepted") {
        let status = crate::words::state_word(status, lang);
        about.push_str(&format!(" · {}{status}", lang.pick("报表：", "return: ")));
    }
    lines.push(about);
    if !meaning.heads.is_empty() {
        let heads = meaning.heads.iter().map(|header| one_line(header)).collect::<Vec<_>>().join("、");
        lines.push(format!("  {}{heads}", lang.pick("列：", "columns: ")));
    }
    lines.extend(meaning.readings.iter().map(|reading| reading_line(reading, tracing, lang)));
    lines
}

fn reading_line(reading: &CellReading, tracing: &Tracing<'_>, lang: Lang) -> String {
    let value = &reading.value;
    let project = match (&reading.project_id, &reading.project_name) {
        (Some(id), Some(name)) => format!("{} {}", one_line(id), one_line(name)),
        _ => reason_word(&reading.disposition, lang).to_owned(),
    };
    let read = read_as(value, &tracing.printing, lang);
    let field = field_name(&value.field, lang);
    format!("  {}{field} = {read}  [{}]  {project}", lang.pick("读作：", "read as: "), marks(value, lang))
}

fn effect_lines(traced: &CellTrace, n_shown: usize, lang: Lang) -> Vec<String> {
    let (n_moves, without) = (traced.without.moves.len(), &traced.without);
    let mut lines = Vec::new();
    if without.inputs_have_changed {
        lines.push(lang.pick(
            "  发布之后输入有变化：两边都按现在的输入重新计算（先 `luodi run` 可与发布对齐）",
            "  the inputs have changed since the release: both sides are computed from what is there now (`luodi run` first to match)",
        ).to_owned());
    }
    lines.push(match (n_moves, lang) {
        (0, Lang::Zh) => "  去掉该格（留空重算）：没有任何指标变化；同一行的其他格、其他月份或台账说的是同样的情况，或它不影响指标".to_owned(),
        (0, Lang::En) => "  without this cell (left blank, computed again): no figure moves; other cells of the row, other months or the ledger say the same, or no figure rests on it".to_owned(),
        (n, Lang::Zh) => {
            format!("  去掉该格（留空重算）：{n} 个指标变化，列出 {n_shown} 个{}", more(n, n_shown, lang))
        }
        (n, Lang::En) => {
            format!(
                "  without this cell (left blank, computed again): {n} figures move, {n_shown} shown{}",
                more(n, n_shown, lang)
            )
        }
    });
    lines
}

fn more(n: usize, n_shown: usize, lang: Lang) -> &'static str {
    if n > n_shown { lang.pick("（--all 列出全部）", " (--all shows all)") } else { "" }
}

fn role_word(role: &str, lang: Lang) -> &str {
    const ROLES: [(&str, &str); 14] = [
        ("title", "标题"),
        ("caption", "表头说明"),
        ("header", "表头"),
        ("column_number", "栏次"),
        ("group", "分组"),
        ("data", "数据"),
        ("extra", "未识别列"),
        ("subtotal", "小计"),
        ("total", "合计"),
        ("note", "备注"),
        ("signature", "签章"),
        ("summary", "汇总"),
        ("dictionary", "字典"),
        ("other", "其他"),
    ];
    let known = ROLES.iter().find(|(english, _)| *english == role);
    known.map_or(role, |(english, chinese)| lang.pick(chinese, english))
}

fn cell_json(traced: &CellTrace, tracing: &Tracing<'_>) -> Value {
    let meaning = &traced.meaning;
    let reading = |reading: &CellReading| {
        json!({
            "record_id": reading.record_id, "disposition": reading.disposition, "project_id": reading.project_id,
            "project_name": reading.project_name, "value": reading.value,
        })
    };
    json!({
        "release_id": tracing.release_id, "synthetic": tracing.printing.is_synthetic,
        "kind": meaning.file.kind, "file": meaning.file.file, "status": meaning.file.status, "sheet": meaning.sheet,
        "cell": meaning.cell.to_string(), "merge": meaning.merge, "role": meaning.role, "text": meaning.text,
        "header": meaning.header, "field": meaning.field, "heads": meaning.heads,
        "readings": meaning.readings.iter().map(reading).collect::<Vec<_>>(),
        "inputs_have_changed": traced.without.inputs_have_changed,
        "moves": traced.without.moves.iter().map(move_json).collect::<Vec<_>>(),
    })
}
