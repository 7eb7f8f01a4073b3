//! Ticks (是否): yes or no in a cell.

use model::findings::{C303_ERROR_CELL, C361_TICK_UNREADABLE};
use model::reading::Content;

use crate::cell_rules::outcome::{Outcome, Problem};
use crate::cell_rules::text::{missing_rule, plain};

const YES: [&str; 29] = [
    "是",
    "有",
    "对",
    "√",
    "✓",
    "✔",
    "☑",
    "☒√",
    "Y",
    "YES",
    "T",
    "TRUE",
    "1",
    "1.0",
    "V",
    "●",
    "★",
    "○√",
    "⊙",
    "■",
    "已",
    "是的",
    "已是",
    "已完成",
    "完成",
    "已有",
    "R",
    "ü",
    "þ",
];
const NO: [&str; 22] = [
    "否",
    "没",
    "×",
    "✗",
    "✘",
    "✕",
    "☒",
    "☐",
    "□",
    "X",
    "N",
    "NO",
    "F",
    "FALSE",
    "0",
    "0.0",
    "未",
    "不是",
    "没有",
    "尚未",
    "未完成",
    "╳",
];
const DENIALS: [&str; 9] = ["未", "没", "否", "不", "拟", "待", "计划", "预计", "即将"];

/// Reads a tick. Missing: the cell is blank or says that nothing is known; what a blank means is the caller's.
pub fn read_tick(content: &Content) -> Outcome<bool> {
    match content {
        Content::Boolean(ticked) => Outcome::read("boolean", *ticked),
        Content::Number(number) if *number == 1.0 => Outcome::read("number", true),
        Content::Number(number) if *number == 0.0 => Outcome::read("number", false),
        Content::Text(text) => read_text(text),
        Content::Date(..) => Outcome::read("date_as_tick", true).confidence(0.7),
        Content::Error(_) => Outcome::refused("error_cell", Problem::new(C303_ERROR_CELL)),
        Content::Number(_) => unreadable(),
    }
}

fn unreadable() -> Outcome<bool> {
    Outcome::refused("text", Problem::new(C361_TICK_UNREADABLE))
}

fn read_text(text: &str) -> Outcome<bool> {
    let text = plain(text).to_uppercase();
    let bare = text.trim_matches(|sign: char| "。.;()".contains(sign));
    if bare == "无" {
        return Outcome::read("tick", false);
    }
    if let Some(rule) = missing_rule(&text) {
        return Outcome::missing(rule);
    }
    if YES.contains(&bare) || YES.contains(&text.as_str()) {
        return Outcome::read("tick", true);
    }
    if NO.contains(&bare) || NO.contains(&text.as_str()) {
        return Outcome::read("tick", false);
    }
    match bare.chars().next() {
        Some('√' | '✓' | '✔' | '☑') => Outcome::read("tick_with_words", true).confidence(0.9),
        Some('×' | '✗' | '✘') => Outcome::read("tick_with_words", false).confidence(0.9),
        _ => by_words(bare),
    }
}

/// `已开工`, `未投产`, `是（2023年5月）`.
fn by_words(text: &str) -> Outcome<bool> {
    if text.starts_with("是否") || text.chars().count() > 20 {
        return unreadable();
    }
    if DENIALS.iter().any(|word| text.contains(word)) {
        return Outcome::read("tick_words", false).confidence(0.9);
    }
    if text.starts_with(['已', '是', '有']) {
        return Outcome::read("tick_words", true).confidence(0.9);
    }
    unreadable()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<bool>) {
        assert_eq!(read_tick(&Content::Text(text.to_owned())).value, expected, "{text}");
    }

    #[test]
    fn ticks_are_yes_or_no() {
        for text in
            ["是", "√", "✓", "✔", "Y", "yes", "1", "有", "已", "已开工", "是（2023年5月）", "TRUE", "√ "]
        {
            check(text, Some(true));
        }
        for text in
            ["否", "×", "0", "无", "N", "未", "未开工", "尚未投产", "✗", "计划2023年", "拟开工", "FALSE"]
        {
            check(text, Some(false));
        }
        for text in ["", "/", "—", "待定", "在谈", "是否开工"] {
            check(text, None);
        }
        assert_eq!(read_tick(&Content::Number(2.0)).problems.len(), 1);
        assert_eq!(read_tick(&Content::Boolean(false)).value, Some(false));
    }
}
