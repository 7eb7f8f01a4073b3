//! What went in differently, and which projects moved the figures (输入与项目变动).

use pipeline::printing::{Printing, grouped, signed, unit_of};
use pipeline::release_diff::ReleaseDiff;
use pipeline::release_diff::project_moves::{ProjectBridge, ProjectStep};
use pipeline::summary::Table;

use crate::diff_view::shown::{Shown, left_out};
use crate::drawing::{figures_column, words_column};
use crate::options::Lang;
use crate::text_width::one_line;

/// Rows of a table where not all are asked for.
pub(crate) const MOST: usize = 15;

/// The files that went in differently.
pub(crate) fn inputs_table(found: &ReleaseDiff, shown: Shown<'_>) -> Table {
    let lang = shown.lang;
    let most = if shown.all { usize::MAX } else { MOST };
    let row = |input: &pipeline::release_diff::inputs::InputMove| {
        let (zh, en) = input.change.words();
        vec![kind_word(&input.kind, lang).to_owned(), lang.pick(zh, en).to_owned(), one_line(&input.file)]
    };
    Table {
        title: lang.pick("输入", "Inputs").to_owned(),
        columns: vec![
            words_column(lang.pick("类别", "kind")),
            words_column(lang.pick("变化", "change")),
            words_column(lang.pick("文件", "file")),
        ],
        rows: found.inputs.iter().take(most).map(row).collect(),
        notes: left_out(found.inputs.len().saturating_sub(most), lang),
        ..Table::default()
    }
}

fn kind_word(kind: &str, lang: Lang) -> &str {
    const KINDS: [(&str, &str); 4] =
        [("received", "报表"), ("ledger", "台账"), ("reference", "参考表"), ("decisions", "人工认定")];
    let known = KINDS.iter().find(|(english, _)| *english == kind);
    known.map_or(kind, |(english, chinese)| lang.pick(chinese, english))
}

/// The settings and versions that differ.
pub(crate) fn settings_table(found: &ReleaseDiff, shown: Shown<'_>) -> Table {
    let lang = shown.lang;
    let text = |text: &str| if text.is_empty() { "–".to_owned() } else { one_line(text) };
    Table {
        title: lang.pick("设置与版本", "Settings and versions").to_owned(),
        columns: vec![
            words_column(lang.pick("键", "key")),
            words_column(lang.pick("原", "before")),
            words_column(lang.pick("新", "after")),
        ],
        rows: found
            .settings
            .iter()
            .map(|setting| vec![setting.key.clone(), text(&setting.before), text(&setting.after)])
            .collect(),
        ..Table::default()
    }
}

/// One table a figure: its bridge, project by project.
pub(crate) fn step_tables(found: &ReleaseDiff, shown: Shown<'_>) -> Vec<Table> {
    found.bridges.iter().map(|bridge| step_table(bridge, shown)).collect()
}

fn step_table(bridge: &ProjectBridge, shown: Shown<'_>) -> Table {
    let (lang, printing) = (shown.lang, shown.printing);
    let most = if shown.all { usize::MAX } else { MOST };
    let row = |step: &ProjectStep| {
        vec![
            component_word(&step.component, lang).to_owned(),
            amount(step.amount, &bridge.measure, printing),
            step.project_id.clone(),
            printing.unit(step.unit_code.as_deref().unwrap_or("–")).to_owned(),
            one_line(&step.name),
        ]
    };
    let closes = match bridge.closes {
        true => lang.pick("平衡：期初 + 各项 = 期末", "closes: opening + steps = closing"),
        false => lang.pick("不平衡！", "does NOT close!"),
    };
    let words = |zh: &str, en: &str| words_column(lang.pick(zh, en));
    Table {
        title: format!(
            "{} · {}  {} → {}",
            printing.metric(&bridge.measure),
            one_line(&bridge.event),
            grouped(bridge.opening),
            grouped(bridge.closing)
        ),
        columns: vec![
            words("变动项", "what happened"),
            figures_column(lang.pick("数额", "amount")),
            words("项目编号", "project"),
            words("单位", "unit"),
            words("项目名称", "name"),
        ],
        rows: bridge.steps.iter().take(most).map(row).collect(),
        notes: left_out(bridge.steps.len().saturating_sub(most), lang)
            .into_iter()
            .chain([closes.to_owned()])
            .collect(),
        ..Table::default()
    }
}

fn amount(amount: i64, measure: &str, printing: &Printing) -> String {
    match unit_of(measure) {
        "yuan" => format!("{} {}", signed(amount), printing.full_unit()),
        _ => signed(amount),
    }
}

/// What a step of a bridge is.
pub(crate) fn component_word(component: &str, lang: Lang) -> &str {
    const COMPONENTS: [(&str, &str); 14] = [
        ("arrived", "新到位"),
        ("corrected", "核减"),
        ("listed_late", "补录、调入"),
        ("new", "新签约"),
        ("produced", "新投产"),
        ("re_signed", "重新签约"),
        ("reclassified", "调整活动或届次"),
        ("reinstated", "恢复"),
        ("removed", "清退、调出"),
        ("retracted", "撤回"),
        ("revised", "合同额调整"),
        ("started", "新开工"),
        ("suspended", "停工"),
        ("terminated", "终止"),
    ];
    let known = COMPONENTS.iter().find(|(english, _)| *english == component);
    known.map_or(component, |(english, chinese)| lang.pick(chinese, english))
}
