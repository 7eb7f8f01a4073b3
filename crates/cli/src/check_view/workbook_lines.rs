//! The lines around a check (自查首尾): who, which month, how much, how many findings; whether it can be sent.

use pipeline::check::checked::{CheckedWorkbook, FoundIn};

use crate::check_view::check_words::{counted, grade_word, place_words, reason_words};
use crate::options::Lang;
use crate::words::state_word;

/// `渝北区 · 2023年7月 · xlsx · 2 个工作表 · 1 张表 · 23 个项目 · 错误 2 · 警告 1`.
pub(crate) fn headline(workbook: &CheckedWorkbook, lang: Lang) -> String {
    if let Some(reason) = &workbook.passed_over {
        return format!(
            "{}{}",
            lang.pick("不是报表，跳过：", "no return, passed over: "),
            passed_over_word(reason, lang)
        );
    }
    let parted = |n: usize, zh: &str, en: &str| match lang {
        Lang::Zh => format!("{n} {zh}"),
        Lang::En => counted(n, en),
    };
    let mut parts = Vec::new();
    if workbook.is_refused {
        parts.push(lang.pick("无法读取", "cannot be read").to_owned());
    } else {
        let unknown = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
        let unit = workbook.unit.as_ref().map(|unit| unit.name.clone());
        parts.push(unit.unwrap_or_else(|| unknown("单位不明", "unit not known")));
        let period = workbook.period.as_ref().map(|period| month_words(&period.value, lang));
        parts.push(period.unwrap_or_else(|| unknown("报告期不明", "month not known")));
        parts.push(workbook.format.clone());
        parts.push(parted(workbook.sheets.len(), "个工作表", "sheet"));
        parts.push(parted(workbook.n_tables(), "张表", "table"));
        parts.push(parted(workbook.n_records, "个项目", "project"));
    }
    let counts = [("error", workbook.n_errors), ("warning", workbook.n_warnings), ("info", workbook.n_infos)];
    let counts = counts.iter().filter(|(_, n)| *n > 0);
    parts.extend(counts.map(|(severity, n)| format!("{} {n}", state_word(severity, lang))));
    parts.join(" · ")
}

/// `2023年7月`.
fn month_words(month: &str, lang: Lang) -> String {
    match (month.split_once('-'), lang) {
        (Some((year, number)), Lang::Zh) => format!("{year}年{}月", number.trim_start_matches('0')),
        _ => month.to_owned(),
    }
}

/// Where unit and month were found, what does not count, whether a ledger was at hand.
pub(crate) fn origin_text(workbook: &CheckedWorkbook, lang: Lang) -> Option<String> {
    if workbook.is_refused {
        return None;
    }
    let mut lines: Vec<String> = Vec::new();
    let (unit, period) = (workbook.unit.as_ref(), workbook.period.as_ref());
    lines.extend(
        unit.map(|found| format!("{}{}", lang.pick("填报单位：", "unit: "), found_words(found, lang))),
    );
    lines.extend(
        period.map(|found| format!("{}{}", lang.pick("报告期：", "month: "), found_words(found, lang))),
    );
    let left = workbook.records.iter().filter(|(reason, _)| *reason != "accepted");
    let left: Vec<String> = left.map(|(reason, n)| format!("{} {n}", reason_words(reason, lang))).collect();
    if !left.is_empty() {
        let label = lang.pick("不计入的项目行：", "rows that do not count: ");
        lines.push(format!("{label}{}", left.join(lang.pick("，", ", "))));
    }
    let totals: Vec<String> =
        workbook.totals.iter().map(|(grade, n)| format!("{} {n}", grade_word(grade, lang))).collect();
    if !totals.is_empty() {
        let label = lang.pick("合计、小计与各行核对：", "totals against their rows: ");
        lines.push(format!("{label}{}", totals.join(lang.pick("，", ", "))));
    }
    lines.push(match workbook.has_ledger {
        true => lang.pick("台账：已核对", "ledger: compared").to_owned(),
        false => lang
            .pick("台账：没有核对（加 --ledger 台账文件）", "ledger: not compared (add --ledger FILE)")
            .to_owned(),
    });
    Some(lines.join("\n"))
}

/// What was found, and where. A folder is only a guess.
fn found_words(found: &FoundIn, lang: Lang) -> String {
    let said = if found.value == found.name { month_words(&found.value, lang) } else { found.name.clone() };
    let place = place_words(found, lang);
    match (found.place == "folder", lang) {
        (false, Lang::Zh) => format!("{said}（来自{place}）"),
        (false, Lang::En) => format!("{said} (from the {place})"),
        (true, Lang::Zh) => format!("{said}（表内没有写明，按{place}推测，请在标题中写明）"),
        (true, Lang::En) => format!("{said} (guessed from the {place}; say it in the title)"),
    }
}

fn passed_over_word(reason: &str, lang: Lang) -> &str {
    match reason {
        _ if !lang.is_chinese() => reason,
        "lock file of an office program" => "办公软件留下的锁文件（请关闭正在打开的表格，检查表格本身）",
        "hidden file" => "隐藏文件",
        "register of receipts" => "收文登记表",
        "note" => "说明文件",
        "temporary file" => "临时文件",
        other => other,
    }
}

/// Whether the workbook can be sent.
pub(crate) fn verdict(workbook: &CheckedWorkbook, lang: Lang) -> String {
    let (errors, warnings) = (workbook.n_errors, workbook.n_warnings);
    match (workbook.is_refused, errors, warnings, lang) {
        (true, .., Lang::Zh) => "不能报送：文件无法读取。".to_owned(),
        (true, .., Lang::En) => "Cannot be sent: the file cannot be read.".to_owned(),
        (_, 0, 0, Lang::Zh) if workbook.n_records == 0 => {
            "可以报送；表中没有项目，请确认本月确实没有项目。".to_owned()
        }
        (_, 0, 0, Lang::En) if workbook.n_records == 0 => {
            "Ready to be sent; it holds no project, make sure that this is so.".to_owned()
        }
        (_, 0, 0, Lang::Zh) => "可以报送。".to_owned(),
        (_, 0, 0, Lang::En) => "Ready to be sent.".to_owned(),
        (_, 0, n, Lang::Zh) => format!("可以报送；有 {n} 处警告，请再核对一遍。"),
        (_, 0, n, Lang::En) => {
            format!("Ready to be sent; {} to look at once more.", counted(n, "warning"))
        }
        (_, n, _, Lang::Zh) => format!("请先改正 {n} 处错误，再报送。"),
        (_, n, _, Lang::En) => format!("Mend {} before sending.", counted(n, "error")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workbook() -> CheckedWorkbook {
        let found = |value: &str, name: &str, place: &str| FoundIn {
            value: value.to_owned(),
            name: name.to_owned(),
            place: place.to_owned(),
            address: None,
        };
        CheckedWorkbook {
            format: "xlsx".to_owned(),
            unit: Some(found("CQ500112", "渝北", "file_name")),
            period: Some(found("2023-07", "2023-07", "folder")),
            n_records: 23,
            n_errors: 2,
            n_warnings: 1,
            ..CheckedWorkbook::default()
        }
    }

    #[test]
    fn the_headline_says_who_when_and_how_much() {
        let expected = "渝北 · 2023年7月 · xlsx · 0 个工作表 · 0 张表 · 23 个项目 · 错误 2 · 警告 1";
        assert_eq!(headline(&workbook(), Lang::Zh), expected);
        let refused = CheckedWorkbook { is_refused: true, n_errors: 1, ..CheckedWorkbook::default() };
        assert_eq!(headline(&refused, Lang::Zh), "无法读取 · 错误 1");
        assert_eq!(origin_text(&refused, Lang::Zh), None);
    }

    #[test]
    fn a_month_that_only_the_folder_says_is_called_a_guess() {
        let text = origin_text(&workbook(), Lang::Zh).unwrap();
        assert!(text.contains("填报单位：渝北（来自文件名）"), "{text}");
        assert!(text.contains("2023年7月（表内没有写明，按文件夹名推测"), "{text}");
    }

    #[test]
    fn the_verdict_follows_the_gravest_finding() {
        let with = |n_errors: usize, n_warnings: usize, n_records: usize| {
            let workbook = CheckedWorkbook { n_errors, n_warnings, n_records, ..CheckedWorkbook::default() };
            verdict(&workbook, Lang::Zh)
        };
        assert_eq!(with(2, 1, 9), "请先改正 2 处错误，再报送。");
        assert_eq!(with(0, 1, 9), "可以报送；有 1 处警告，请再核对一遍。");
        assert_eq!(with(0, 0, 9), "可以报送。");
        assert!(with(0, 0, 0).contains("没有项目"));
    }
}
