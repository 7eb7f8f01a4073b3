//! Cells and lines of the ledger that do not say the same (单元格与台账变动).

use pipeline::release_diff::ReleaseDiff;
use pipeline::release_diff::cell_moves::{CellMove, CellSide};
use pipeline::release_diff::inputs::Change;
use pipeline::release_diff::ledger_moves::LedgerMove;
use pipeline::summary::Table;

use crate::diff_view::shown::{Shown, left_out};
use crate::diff_view::step_tables::MOST;
use crate::drawing::words_column;
use crate::options::Lang;
use crate::text_width::{cut, one_line};
use crate::trace_view::places::field_name;

/// Columns of a terminal that a text may take.
const WIDEST: usize = 28;

/// Cells that do not say the same; what is new or gone only where it stands behind a figure that moved.
pub(crate) fn cell_table(found: &ReleaseDiff, shown: Shown<'_>) -> Table {
    let lang = shown.lang;
    let is_chosen = |moved: &&CellMove| shown.all || moved.is_behind || moved.change == Change::Changed;
    let most = if shown.all { usize::MAX } else { 2 * MOST };
    let chosen: Vec<&CellMove> = found.cells.iter().filter(is_chosen).take(most).collect();
    let words = |zh: &str, en: &str| words_column(lang.pick(zh, en));
    Table {
        title: lang.pick("单元格", "Cells").to_owned(),
        columns: vec![
            words("变化", "change"),
            words("项目编号", "project"),
            words("字段", "field"),
            words("原文", "text before"),
            words("新文", "text after"),
            words("文件 › 表 › 单元格", "file › sheet › cell"),
        ],
        rows: chosen.iter().map(|moved| row(moved, lang)).collect(),
        notes: left_out(found.cells.len() - chosen.len(), lang),
        ..Table::default()
    }
}

fn row(moved: &CellMove, lang: Lang) -> Vec<String> {
    let (zh, en) = moved.change.words();
    let fields: Vec<String> = moved.reads.iter().map(|read| field_name(&read.field, lang)).collect();
    vec![
        lang.pick(zh, en).to_owned(),
        moved.project_id.clone(),
        fields.join("、"),
        text(moved.before.as_ref(), lang),
        text(moved.after.as_ref(), lang),
        places(moved.before.as_ref(), moved.after.as_ref()),
    ]
}

fn text(side: Option<&CellSide>, lang: Lang) -> String {
    let Some(side) = side else { return "–".to_owned() };
    let withheld = if side.withheld { lang.pick("（搁置）", " (withheld)") } else { "" };
    format!("{}{withheld}", cut(&side.text, WIDEST))
}

/// Where the cell stands; both places where they are not the same.
fn places(before: Option<&CellSide>, after: Option<&CellSide>) -> String {
    let place =
        |side: &CellSide| format!("{} › {} › {}", one_line(&side.file), one_line(&side.sheet), side.address);
    match (before.map(place), after.map(place)) {
        (Some(old), Some(new)) if old == new => new,
        (Some(old), Some(new)) => format!("{old} → {new}"),
        (old, new) => old.or(new).unwrap_or_default(),
    }
}

/// Lines of the ledger that do not say the same.
pub(crate) fn ledger_table(found: &ReleaseDiff, shown: Shown<'_>) -> Table {
    let lang = shown.lang;
    let most = if shown.all { usize::MAX } else { MOST };
    let row = |moved: &LedgerMove| {
        let (zh, en) = moved.change.words();
        let place = moved.place_after.as_ref().or(moved.place_before.as_ref());
        vec![
            lang.pick(zh, en).to_owned(),
            moved.ledger_no.clone(),
            moved.column.clone(),
            cut(&moved.before, WIDEST),
            cut(&moved.after, WIDEST),
            place.map(|place| one_line(place)).unwrap_or_default(),
        ]
    };
    let words = |zh: &str, en: &str| words_column(lang.pick(zh, en));
    Table {
        title: lang.pick("台账", "Ledger").to_owned(),
        columns: vec![
            words("变化", "change"),
            words("台账编号", "number"),
            words("列", "column"),
            words("原", "before"),
            words("新", "after"),
            words("文件 › 表 › 单元格", "file › sheet › cell"),
        ],
        rows: found.ledger.iter().take(most).map(row).collect(),
        notes: left_out(found.ledger.len().saturating_sub(most), lang),
        ..Table::default()
    }
}
