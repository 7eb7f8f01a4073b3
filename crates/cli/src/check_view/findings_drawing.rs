//! The findings of a workbook, for people (问题): those of one code together, each drawn around its cell.

use model::findings::{X403_DATE_AFTER_PERIOD, by_code};
use pipeline::check::checked::CheckedFinding;

use crate::check_view::check_words::{fix, message, reading_words};
use crate::check_view::grid_drawing::draw_grid;
use crate::options::Lang;
use crate::text_width::{cut, one_line, padded};
use crate::words::state_word;

/// Columns that a text of a finding may take.
const WIDEST: usize = 96;

/// Places that are named in one line.
const MOST_PLACES: usize = 12;

/// The findings, so many of each code drawn; nothing: all of them.
pub(crate) fn findings_text(findings: &[CheckedFinding], most: Option<usize>, lang: Lang) -> String {
    let groups =
        findings.chunk_by(|left, right| (&left.severity, &left.code) == (&right.severity, &right.code));
    groups.map(|group| group_text(group, most, lang)).collect::<Vec<_>>().join("\n\n")
}

fn group_text(group: &[CheckedFinding], most: Option<usize>, lang: Lang) -> String {
    let Some(first) = group.first() else { return String::new() };
    let mut lines = vec![group_headline(first, group.len(), lang)];
    if first.severity == "info" && most.is_some() {
        lines.extend(brief_lines(group, lang));
        return lines.join("\n");
    }
    let n_shown = most.unwrap_or(group.len()).min(group.len());
    for finding in &group[..n_shown] {
        lines.extend(finding_lines(finding, lang));
    }
    if group.len() > n_shown {
        lines.push(String::new());
        lines.push(more_line(&group[n_shown..], lang));
    }
    lines.join("\n")
}

fn group_headline(first: &CheckedFinding, n: usize, lang: Lang) -> String {
    let severity = state_word(&first.severity, lang);
    match (n, lang) {
        (1, _) => format!("[{severity}] {}", first.code),
        (_, Lang::Zh) => format!("[{severity}] {} {} · {n} 处", first.code, about(first, lang)),
        (_, Lang::En) => format!("[{severity}] {} {} · {n} places", first.code, about(first, lang)),
    }
}

/// What a code is about, with `…` for what it says of one place.
fn about(first: &CheckedFinding, lang: Lang) -> String {
    let text = by_code(&first.code).map_or("", |code| lang.pick(code.zh, code.en));
    let places = ["{raw}", "{expected}", "{detail}"];
    let plain = places.iter().fold(text.to_owned(), |text, place| text.replace(place, "…"));
    plain.trim_end_matches(['…', '：', '，', ':', ',', ' ']).to_owned()
}

/// Remarks: what, and where, without drawings.
fn brief_lines(group: &[CheckedFinding], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for finding in group.iter().take(MOST_PLACES) {
        let place = place_text(finding);
        let said = cut(message(finding, lang), WIDEST);
        lines.push(if place.is_empty() { format!("  {said}") } else { format!("  {place}  {said}") });
    }
    if group.len() > MOST_PLACES {
        lines.push(more_line(&group[MOST_PLACES..], lang));
    }
    lines.extend(group.first().map(|first| labelled(lang.pick("怎么改", "to do"), fix(first, lang))));
    lines
}

fn finding_lines(finding: &CheckedFinding, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(grid) = &finding.grid {
        let hidden = lang.pick("（在隐藏的行、列或工作表中）", " (in a hidden row, column or sheet)");
        lines.push(String::new());
        lines.push(format!("  {}{}", place_text(finding), if finding.is_hidden { hidden } else { "" }));
        lines.extend(draw_grid(grid).lines().map(|line| format!("  {}", line.trim_end())));
    }
    lines.push(labelled(lang.pick("问题", "wrong"), message(finding, lang)));
    if finding.grid.is_some() {
        lines.extend(finding.raw.iter().map(|raw| labelled(lang.pick("原文", "found"), raw)));
    }
    let read = finding.read_as.as_ref().map(|read| reading_words(read, finding.field.as_deref(), lang));
    lines.extend(read.map(|read| labelled(lang.pick("读作", "read as"), &read)));
    lines.extend(expected_line(finding, lang));
    lines.push(labelled(lang.pick("怎么改", "to do"), fix(finding, lang)));
    lines
}

/// What is expected; where another cell says otherwise, what that one says.
fn expected_line(finding: &CheckedFinding, lang: Lang) -> Option<String> {
    let expected = finding.expected.as_ref()?;
    Some(match &finding.related_address {
        _ if finding.code == X403_DATE_AFTER_PERIOD.code => labelled(lang.pick("不晚于", "latest"), expected),
        Some(address) => labelled(lang.pick("对照", "against"), &format!("{address} {expected}")),
        None => labelled(lang.pick("应为", "expected"), expected),
    })
}

fn labelled(label: &str, text: &str) -> String {
    format!("  {} {}", padded(label, 8), cut(text, WIDEST))
}

/// `台账!H12`.
fn place_text(finding: &CheckedFinding) -> String {
    let sheet = finding.sheet.as_deref().map(one_line).unwrap_or_default();
    match &finding.address {
        Some(address) if !sheet.is_empty() => format!("{sheet}!{}", cut(address, WIDEST)),
        _ => sheet,
    }
}

fn more_line(left: &[CheckedFinding], lang: Lang) -> String {
    let places: Vec<&str> =
        left.iter().filter_map(|finding| finding.address.as_deref()).take(MOST_PLACES).collect();
    let more = if left.len() > MOST_PLACES { " …" } else { "" };
    let places = format!("{}{more}", places.join(" "));
    match lang {
        Lang::Zh => format!("  另有 {} 处：{places}（加 --all 全部画出）", left.len()),
        Lang::En => format!("  {} more: {places} (--all draws them all)", left.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(code: &str, severity: &str, address: &str) -> CheckedFinding {
        CheckedFinding {
            code: code.to_owned(),
            severity: severity.to_owned(),
            sheet: Some("台账".to_owned()),
            address: Some(address.to_owned()),
            message_zh: format!("{address}不对"),
            fix_zh: "请更正".to_owned(),
            ..CheckedFinding::default()
        }
    }

    #[test]
    fn the_first_of_a_code_are_drawn_and_the_rest_is_named() {
        let findings: Vec<CheckedFinding> =
            ["A1", "A2", "A3"].map(|address| finding("X401", "error", address)).to_vec();
        let text = findings_text(&findings, Some(2), Lang::Zh);
        assert!(text.starts_with("[错误] X401 开工时间…早于签约时间 · 3 处"), "{text}");
        assert!(text.contains("A2不对") && !text.contains("A3不对"), "{text}");
        assert!(text.contains("另有 1 处：A3"), "{text}");
        assert!(findings_text(&findings, None, Lang::Zh).contains("A3不对"));
    }

    #[test]
    fn a_contradiction_names_the_other_cell() {
        let contradicted = CheckedFinding {
            expected: Some("2021-08".to_owned()),
            related_address: Some("C6".to_owned()),
            ..finding("X401", "error", "H6")
        };
        let text = findings_text(&[contradicted], Some(3), Lang::Zh);
        assert!(text.contains("对照     C6 2021-08"), "{text}");
    }

    #[test]
    fn remarks_are_one_line_each() {
        let text = findings_text(&[finding("C315", "info", "H6")], Some(3), Lang::Zh);
        assert_eq!(text.lines().nth(1), Some("  台账!H6  H6不对"));
    }
}
