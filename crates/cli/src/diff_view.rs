//! What `luodi diff` prints (比较输出): inputs, figures, projects, cells.

mod cell_lines;
mod diff_json;
mod diff_rows;
pub(crate) mod shown;
mod step_tables;

use model::month::Month;
use pipeline::figure_moves::FigureMove;
use pipeline::release_diff::{ReleaseDiff, SideHead};
use pipeline::summary::Table;

use crate::diff_view::cell_lines::{cell_table, ledger_table};
use crate::diff_view::diff_json::diff_json;
use crate::diff_view::diff_rows::diff_csv;
use crate::diff_view::shown::{Shown, left_out};
use crate::diff_view::step_tables::{inputs_table, settings_table, step_tables};
use crate::drawing::{markdown, terminal};
use crate::moves_view::moves_table;
use crate::options::{Format, Lang};

/// A comparison in the form that was asked for.
pub(crate) fn diff_text(found: &ReleaseDiff, format: Format, shown: Shown<'_>) -> String {
    match format {
        Format::Json => format!("{:#}", diff_json(found, shown.printing)),
        Format::Csv => diff_csv(found),
        _ if shown.quiet || found.is_empty() => head(found, shown),
        Format::Table => pieces(found, shown, terminal),
        Format::Markdown => pieces(found, shown, markdown),
    }
}

fn head(found: &ReleaseDiff, shown: Shown<'_>) -> String {
    let lang = shown.lang;
    let sides = format!("{} → {}", side(&found.before, lang), side(&found.after, lang));
    let summary = match (found.is_empty(), lang) {
        (true, Lang::Zh) => "没有任何差别".to_owned(),
        (true, Lang::En) => "nothing differs".to_owned(),
        (false, Lang::Zh) => format!(
            "输入 {} 处、设置 {} 处、指标 {} 个、单元格 {} 个、台账 {} 处不同",
            found.inputs.len(),
            found.settings.len(),
            found.figures.len(),
            found.cells.len(),
            found.ledger.len()
        ),
        (false, Lang::En) => format!(
            "{} inputs, {} settings, {} figures, {} cells and {} places of the ledger differ",
            found.inputs.len(),
            found.settings.len(),
            found.figures.len(),
            found.cells.len(),
            found.ledger.len()
        ),
    };
    let synthetic = match shown.printing.is_synthetic {
        true => format!(
            "\n  {}",
            lang.pick("合成样例数据，非真实统计", "synthetic sample data, no real statistics")
        ),
        false => String::new(),
    };
    format!("{sides}\n  {summary}{synthetic}")
}

fn side(head: &SideHead, lang: Lang) -> String {
    let known =
        head.known_at.as_ref().map(|moment| format!(" · {}{moment}", lang.pick("截至 ", "known at ")));
    let month = head
        .as_of
        .map_or_else(|| lang.pick("没有指标", "no figures").to_owned(), |as_of| Month::of(as_of).to_string());
    format!("{}（{month}{}）", head.release_id, known.unwrap_or_default())
}

fn pieces(found: &ReleaseDiff, shown: Shown<'_>, draw: fn(&Table) -> String) -> String {
    let mut pieces = vec![head(found, shown)];
    let mut tables =
        vec![inputs_table(found, shown), settings_table(found, shown), figures_table(found, shown)];
    tables.extend(step_tables(found, shown));
    tables.extend([cell_table(found, shown), ledger_table(found, shown), other_months_table(found, shown)]);
    pieces.extend(tables.iter().filter(|table| !table.rows.is_empty()).map(draw));
    if found.figures.is_empty() {
        pieces.insert(1, shown.lang.pick("指标没有变化", "no figure moved").to_owned());
    }
    pieces.join("\n\n")
}

/// The headers of both sides.
fn titles(lang: Lang) -> (&'static str, &'static str) {
    (lang.pick("原", "before"), lang.pick("新", "after"))
}

fn figures_table(found: &ReleaseDiff, shown: Shown<'_>) -> Table {
    let title = shown.lang.pick("指标", "Figures");
    moved_table(&found.figures, title, shown, |moved| shown.all || moved.is_headline())
}

/// Of other months the whole alone, unless all is asked for.
fn other_months_table(found: &ReleaseDiff, shown: Shown<'_>) -> Table {
    let title = shown.lang.pick("其他月份的修订", "Other months, revised");
    let is_whole =
        |moved: &FigureMove| moved.is_headline() && moved.row().is_some_and(|row| row.cohort == "all");
    moved_table(&found.other_months, title, shown, |moved| shown.all || is_whole(moved))
}

fn moved_table(
    moves: &[FigureMove],
    title: &str,
    shown: Shown<'_>,
    is_shown: impl Fn(&FigureMove) -> bool,
) -> Table {
    let chosen: Vec<&FigureMove> = moves.iter().filter(|moved| is_shown(moved)).collect();
    let n_left = moves.len() - chosen.len();
    let table = moves_table(&chosen, shown.printing, titles(shown.lang), shown.lang);
    Table { title: title.to_owned(), notes: left_out(n_left, shown.lang), ..table }
}
