//! What `luodi status` prints (现状输出): units by months with marks, releases, who works on the store.

use model::datasets::returns::ReturnRow;
use pipeline::status::Status;
use pipeline::status::grid::{State, UnitLine, UnitMonth};
use pipeline::status::release_lines::{ReleaseLine, ReleaseWords};
use pipeline::summary::Table;
use serde_json::{Value, json};

use crate::drawing::{csv_line, figures_column, markdown, terminal, words_column};
use crate::options::{Format, Lang};
use crate::words::state_word;

/// Releases that a table shows; JSON has all.
const MOST_RELEASES: usize = 6;

/// Files without a unit or month that a table names; JSON has all.
const MOST_UNPLACED: usize = 5;

/// The figures of a headline.
const FIGURES: [(&str, &str); 6] = [
    ("截至", "as of"),
    ("项目", "projects"),
    ("合同额", "contract value"),
    ("已开工或投产", "started"),
    ("占比", "share"),
    ("累计到位", "capital"),
];

/// Columns of the long form.
const LONG: [&str; 7] = ["unit", "name", "month", "state", "file", "received_at", "revisions"];

/// The status in the form that was asked for.
pub(crate) fn status_text(status: &Status, format: Format, lang: Lang) -> String {
    match format {
        Format::Table => pieces(status, &grid_table(status, lang), terminal, lang),
        Format::Markdown => pieces(status, &long_table(status, lang), markdown, lang),
        Format::Json => format!("{:#}", status_json(status, lang)),
        Format::Csv => {
            let rows = long_rows(status);
            let lines = rows.iter().map(|row| csv_line(row.iter().map(String::as_str)));
            std::iter::once(csv_line(LONG.into_iter())).chain(lines).collect::<Vec<_>>().join("\n")
        }
    }
}

fn pieces(status: &Status, returns: &Table, draw: fn(&Table) -> String, lang: Lang) -> String {
    let mut pieces = Vec::new();
    if !status.months.is_empty() {
        pieces.push(draw(returns));
    }
    match status.releases.as_slice() {
        [] => pieces.push(lang.pick("还没有发布", "no release yet").to_owned()),
        releases => pieces.push(draw(&releases_table(releases, lang))),
    }
    if let Some(holder) = &status.locked_by {
        pieces.push(format!("{}{holder}", lang.pick("正在运行：", "running: ")));
    }
    pieces.join("\n\n")
}

fn grid_table(status: &Status, lang: Lang) -> Table {
    let month = |month: &model::month::Month| {
        words_column(&format!("{:02}-{:02}", month.year() % 100, month.month()))
    };
    let mut columns = vec![words_column(lang.pick("单位", "unit"))];
    columns.extend(status.months.iter().map(month));
    columns.push(figures_column(lang.pick("报送", "reported")));
    let row = |line: &UnitLine| {
        let marks = line.months.iter().map(mark);
        let coverage = share(line.coverage());
        std::iter::once(line.name.clone()).chain(marks).chain([coverage]).collect()
    };
    let mut rows: Vec<Vec<String>> = status.lines.iter().map(row).collect();
    if status.lines.len() > 1 {
        rows.push(sums(status, lang));
    }
    let span = (status.months.first(), status.months.last());
    let span =
        if let (Some(first), Some(last)) = span { format!("{first} – {last}") } else { String::new() };
    Table {
        name: "returns".to_owned(),
        title: format!("{} {span}", lang.pick("报送情况", "Returns")),
        columns,
        rows,
        notes: notes(status, lang),
    }
}

/// Reported of expected, for each month and for all.
fn sums(status: &Status, lang: Lang) -> Vec<String> {
    let of_month = |place: usize| {
        let cells = status.lines.iter().filter_map(|line| line.months.get(place));
        let expected: Vec<&UnitMonth> = cells.filter(|month| month.is_expected).collect();
        (expected.iter().filter(|month| month.state.is_reported()).count(), expected.len())
    };
    let months: Vec<(usize, usize)> = (0..status.months.len()).map(of_month).collect();
    let all = months.iter().fold((0, 0), |sum, month| (sum.0 + month.0, sum.1 + month.1));
    let name = lang.pick("合计", "all").to_owned();
    std::iter::once(name).chain(months.into_iter().map(share)).chain([share(all)]).collect()
}

fn share((n_reported, n_expected): (usize, usize)) -> String {
    if n_expected == 0 { String::new() } else { format!("{n_reported}/{n_expected}") }
}

fn mark(month: &UnitMonth) -> String {
    let mark = match month.state {
        State::Received => "●",
        State::Late => "◐",
        State::Superseded => "◇",
        State::Rejected => "×",
        State::Missing => "○",
        State::NotExpected => "",
    };
    if month.revisions > 1 { format!("{mark}{}", month.revisions) } else { mark.to_owned() }
}

fn notes(status: &Status, lang: Lang) -> Vec<String> {
    let legend = lang.pick(
        "● 已报  ◐ 迟报  ◇ 已被取代  × 拒收  ○ 缺报  空白 不应报  数字 报送次数",
        "● received  ◐ late  ◇ superseded  × rejected  ○ missing  blank: not expected  number: versions received",
    );
    let mut notes = vec![legend.to_owned()];
    let n_unplaced = status.unplaced.len();
    if n_unplaced > 0 {
        let about = lang.pick("份报表看不出单位或月份：", "files whose unit or month is not known:");
        notes.push(format!("{n_unplaced} {about}"));
        notes.extend(status.unplaced.iter().take(MOST_UNPLACED).map(|row| unplaced_line(row, lang)));
    }
    if n_unplaced > MOST_UNPLACED {
        notes.push("  …".to_owned());
    }
    notes
}

fn unplaced_line(row: &ReturnRow, lang: Lang) -> String {
    let reason = row.reason.as_deref().map(|reason| format!(" · {reason}")).unwrap_or_default();
    format!("  {} · {}{reason}", row.file, state_word(&row.status, lang))
}

fn releases_table(releases: &[ReleaseLine], lang: Lang) -> Table {
    let row = |release: &ReleaseLine| {
        let current = if release.is_current { "*" } else { "" };
        let own = [current.to_owned(), release.id.clone(), release.created.clone().unwrap_or_default()];
        let figures = &words_of(release, lang).figures;
        let figures = (0..FIGURES.len()).map(|place| figures.get(place).cloned().unwrap_or_default());
        own.into_iter().chain(figures).collect()
    };
    let own = [("当前", "current"), ("发布", "release"), ("时间", "created")];
    let own = own.map(|(zh, en)| words_column(lang.pick(zh, en)));
    let figures = FIGURES.map(|(zh, en)| figures_column(lang.pick(zh, en)));
    let n_more = releases.len().saturating_sub(MOST_RELEASES);
    let more = (n_more > 0).then(|| format!("… +{n_more} (--format json)"));
    Table {
        name: "releases".to_owned(),
        title: format!("{} ({})", lang.pick("发布", "Releases"), releases.len()),
        columns: own.into_iter().chain(figures).collect(),
        rows: releases.iter().take(MOST_RELEASES).map(row).collect(),
        notes: more.into_iter().collect(),
    }
}

fn words_of(release: &ReleaseLine, lang: Lang) -> &ReleaseWords {
    if lang.is_chinese() { &release.zh } else { &release.en }
}

/// One row for each unit and month in which a return was expected or came.
fn long_rows(status: &Status) -> Vec<Vec<String>> {
    let of_line = |line: &UnitLine| {
        let months = line.months.iter().filter(|month| month.state != State::NotExpected);
        let row = |month: &UnitMonth| {
            vec![
                line.unit_code.clone(),
                line.name.clone(),
                month.month.to_string(),
                month.state.as_str().to_owned(),
                month.file.clone().unwrap_or_default(),
                month.received_at.clone().unwrap_or_default(),
                month.revisions.to_string(),
            ]
        };
        months.map(row).collect::<Vec<_>>()
    };
    status.lines.iter().flat_map(of_line).collect()
}

fn long_table(status: &Status, lang: Lang) -> Table {
    Table { columns: LONG.map(words_column).to_vec(), rows: long_rows(status), ..grid_table(status, lang) }
}

fn status_json(status: &Status, lang: Lang) -> Value {
    let of_line = |line: &UnitLine| {
        let months = line.months.iter().filter(|month| month.state != State::NotExpected);
        let row = |month: &UnitMonth| {
            json!({
                "unit": line.unit_code, "name": line.name, "month": month.month.to_string(),
                "state": month.state.as_str(), "expected": month.is_expected, "file": month.file,
                "received_at": month.received_at, "revisions": month.revisions,
            })
        };
        months.map(row).collect::<Vec<_>>()
    };
    let unplaced = |row: &ReturnRow| {
        let month = row.period.map(|day| model::month::Month::of(day).to_string());
        json!({
            "file": row.file, "unit": row.unit_code, "month": month, "state": row.status, "reason": row.reason,
        })
    };
    let release = |release: &ReleaseLine| {
        json!({
            "id": release.id, "created": release.created, "current": release.is_current,
            "headline": words_of(release, lang).headline,
        })
    };
    json!({
        "returns": status.lines.iter().flat_map(of_line).collect::<Vec<_>>(),
        "unplaced": status.unplaced.iter().map(unplaced).collect::<Vec<_>>(),
        "releases": status.releases.iter().map(release).collect::<Vec<_>>(),
        "locked_by": status.locked_by,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status() -> Status {
        let month = |text: &str, state, revisions| UnitMonth {
            month: text.parse().unwrap(),
            state,
            is_expected: true,
            file: (revisions > 0).then(|| "a.xlsx".to_owned()),
            received_at: None,
            revisions,
        };
        let line = |name: &str, first, second| UnitLine {
            unit_code: name.to_owned(),
            name: name.to_owned(),
            months: vec![first, second],
        };
        Status {
            months: vec!["2023-06".parse().unwrap(), "2023-07".parse().unwrap()],
            lines: vec![
                line("万州", month("2023-06", State::Received, 2), month("2023-07", State::Missing, 0)),
                line("奉节", month("2023-06", State::Late, 1), month("2023-07", State::Rejected, 0)),
            ],
            ..Status::default()
        }
    }

    #[test]
    fn marks_and_sums_stand_in_the_grid() {
        let text = status_text(&status(), Format::Table, Lang::Zh);
        for expected in ["●2", "◐", "×", "○", "2/2", "0/2", "2/4", "还没有发布"] {
            assert!(text.contains(expected), "{expected}\n{text}");
        }
    }

    #[test]
    fn the_long_form_has_a_row_for_each_unit_and_month() {
        let csv = status_text(&status(), Format::Csv, Lang::En);
        assert_eq!(csv.lines().count(), 5, "{csv}");
        assert!(csv.contains("万州,万州,2023-06,received,a.xlsx,,2"), "{csv}");
        let json: Value = serde_json::from_str(&status_text(&status(), Format::Json, Lang::En)).unwrap();
        assert_eq!(json["returns"][1]["state"], "missing");
        assert_eq!(json["returns"][1]["file"], Value::Null);
    }
}
