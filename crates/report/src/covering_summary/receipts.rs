//! What was received from a unit (报送情况): in time, late, replaced, not readable, missing.

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::date::Date;

use crate::calendar_words::month_words;
use crate::covering_summary::page::Line;
use crate::lang::Lang;
use crate::release::Release;

/// So many days back from the as-of month, half a year.
const DAYS_SHOWN: i32 = 184;
const LATE: &str = "T507";
const MISSING: &str = "T508";

/// A row of the table, and what it is sorted by.
type Receipt = ((Option<Date>, Option<i32>), Line);

/// The table of what was received in the last half year, the newest month first.
pub(crate) fn receipt_lines(release: &Release<'_>, unit_code: &str) -> Vec<Line> {
    let lang = release.style.lang;
    let mut receipts = received(release, unit_code);
    receipts.extend(missing(release, unit_code));
    receipts.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let headers = [
        (1, lang.pick("报告期", "month")),
        (1, lang.pick("文件", "file")),
        (2, lang.pick("收到时间", "received")),
        (1, lang.pick("情况", "what became of it")),
    ];
    let mut lines = vec![
        Line::Heading(lang.pick("一、报送情况（近半年）", "Returns of the last half year").to_owned()),
        Line::Headers(headers.map(|(width, text)| (width, text.to_owned())).into()),
    ];
    if receipts.is_empty() {
        lines.push(Line::Row(vec![(5, lang.pick("没有收到报表。", "Nothing was received.").to_owned())]));
    }
    lines.extend(receipts.into_iter().map(|(_, line)| line));
    lines
}

fn received(release: &Release<'_>, unit_code: &str) -> Vec<Receipt> {
    let late = release.rows.findings.iter().filter(|finding| finding.code == LATE);
    let late: Vec<&str> = late.filter_map(|finding| finding.file.as_deref()).collect();
    let of_unit =
        |row: &&ReturnRow| row.unit_code.as_deref() == Some(unit_code) && is_shown(row.period, release.as_of);
    let row = |row: &ReturnRow| {
        let is_late = late.contains(&row.file.as_str());
        ((row.period, row.revision), received_row(row, is_late, release.style.lang))
    };
    release.rows.returns.iter().filter(of_unit).map(row).collect()
}

fn missing(release: &Release<'_>, unit_code: &str) -> Vec<Receipt> {
    let lang = release.style.lang;
    let is_missing = |finding: &&Finding| {
        let is_of_unit = finding.unit_code.as_deref() == Some(unit_code);
        finding.code == MISSING && is_of_unit && is_shown(finding.period, release.as_of)
    };
    let row = |finding: &Finding| {
        let sent = lang.pick("没有报送", "missing").to_owned();
        let texts = vec![(1, month(finding.period, lang)), (1, String::new()), (2, String::new()), (1, sent)];
        ((finding.period, None), Line::Row(texts))
    };
    release.rows.findings.iter().filter(is_missing).map(row).collect()
}

fn is_shown(period: Option<Date>, as_of: Date) -> bool {
    period.is_some_and(|period| period <= as_of && as_of.days().saturating_sub(period.days()) < DAYS_SHOWN)
}

fn received_row(row: &ReturnRow, is_late: bool, lang: Lang) -> Line {
    let name = row.file.rsplit('/').next().unwrap_or(&row.file).to_owned();
    let received =
        row.received_at.as_deref().map(|at| at.chars().take(16).collect::<String>().replace('T', " "));
    let became = match row.status.as_str() {
        "accepted" => lang.pick("已采用", "used"),
        "superseded" => lang.pick("已由后报的替代", "replaced by a later one"),
        "duplicate" => lang.pick("重复报送", "sent twice"),
        "rejected" => lang.pick("无法读取，请重报", "not readable, please send it again"),
        "skipped" => lang.pick("不是报表", "no return"),
        other => other,
    };
    let late = if is_late { lang.pick("，迟报", ", late") } else { "" };
    Line::Row(vec![
        (1, month(row.period, lang)),
        (1, name),
        (2, received.unwrap_or_default()),
        (1, format!("{became}{late}")),
    ])
}

fn month(period: Option<Date>, lang: Lang) -> String {
    period.map(|period| month_words(period, lang)).unwrap_or_default()
}
