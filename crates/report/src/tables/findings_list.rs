//! The list of findings (问题清单): the gravest first, each with the cell where it stands.

use model::datasets::findings::Finding;
use model::severity::Severity;

use crate::calendar_words::month_words;
use crate::lang::Lang;
use crate::table::{ReportColumn, ReportTable};
use crate::unit_names::UnitNames;

/// A sheet with more rows is not read by anybody; the dataset `findings` holds them all.
const MOST_ROWS: usize = 2_000;

/// The findings that are listed: what is still open before what was fixed or accepted, errors first, then by file,
/// sheet and address.
pub fn shown_findings(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| {
        let open = settled(&finding.state);
        (
            open,
            gravity(&finding.severity),
            &finding.file,
            &finding.sheet,
            &finding.address,
            &finding.finding_id,
        )
    });
    sorted.truncate(MOST_ROWS);
    sorted
}

/// One row a finding, in the order of [`shown_findings`].
pub fn findings_list(findings: &[Finding], names: &UnitNames, lang: Lang) -> ReportTable {
    ReportTable {
        title_zh: "问题清单".to_owned(),
        title_en: "Findings".to_owned(),
        notes: cut_note(findings.len(), lang).into_iter().collect(),
        columns: columns(),
        rows: shown_findings(findings).into_iter().map(|finding| texts(finding, names, lang)).collect(),
    }
}

fn columns() -> Vec<ReportColumn> {
    let headers = [
        ("级别", "severity"),
        ("代码", "code"),
        ("区县（单位）", "unit"),
        ("报告期", "month"),
        ("文件", "file"),
        ("工作表", "sheet"),
        ("单元格", "cell"),
        ("原文", "text"),
        ("应为", "expected"),
        ("说明", "message"),
        ("状态", "state"),
    ];
    headers.into_iter().map(|(zh, en)| ReportColumn::words(zh, en)).collect()
}

fn texts(finding: &Finding, names: &UnitNames, lang: Lang) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let unit = finding.unit_code.as_ref().map(|code| names.get(code).unwrap_or(code).clone());
    vec![
        severity_words(&finding.severity, lang),
        finding.code.clone(),
        unit.unwrap_or_default(),
        finding.period.map(|period| month_words(period, lang)).unwrap_or_default(),
        text(&finding.file),
        text(&finding.sheet),
        text(&finding.address),
        text(&finding.raw),
        text(&finding.expected),
        lang.pick(&finding.message_zh, &finding.message_en).to_owned(),
        state_words(&finding.state, lang).to_owned(),
    ]
}

/// Whether there is nothing left to do: 0 for what is new or still open, then what was fixed, then what was accepted.
fn settled(state: &str) -> u8 {
    match state {
        "fixed" => 1,
        "accepted" => 2,
        _ => 0,
    }
}

fn state_words(state: &str, lang: Lang) -> &str {
    match state {
        "new" => lang.pick("新发现", "new"),
        "open" => lang.pick("仍存在", "still open"),
        "fixed" => lang.pick("已改正", "fixed"),
        "accepted" => lang.pick("已认可", "accepted"),
        other => other,
    }
}

fn cut_note(n_findings: usize, lang: Lang) -> Option<String> {
    let note = match lang {
        Lang::Zh => format!("共{n_findings}条，仅列前{MOST_ROWS}条。"),
        Lang::En => format!("{n_findings} findings, of which the first {MOST_ROWS} are listed."),
    };
    (n_findings > MOST_ROWS).then_some(note)
}

fn severity(word: &str) -> Option<Severity> {
    [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .find(|severity| severity.as_str() == word)
}

/// Errors, warnings, infos, then words that are none of them.
fn gravity(word: &str) -> (bool, Option<Severity>) {
    let severity = severity(word);
    (severity.is_none(), severity)
}

fn severity_words(word: &str, lang: Lang) -> String {
    severity(word).map_or(word, |severity| lang.pick(severity.zh(), severity.as_str())).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(severity: &str, file: &str) -> Finding {
        Finding { severity: severity.to_owned(), file: Some(file.to_owned()), ..Finding::default() }
    }

    #[test]
    fn the_gravest_come_first_and_a_long_list_says_that_it_is_cut() {
        let few =
            [finding("info", "a"), finding("error", "z"), finding("error", "b"), finding("warning", "a")];
        let table = findings_list(&few, &UnitNames::new(), Lang::Zh);
        let order: Vec<(&str, &str)> =
            table.rows.iter().map(|row| (row[0].as_str(), row[4].as_str())).collect();
        assert_eq!(order, [("错误", "b"), ("错误", "z"), ("警告", "a"), ("提示", "a")]);
        assert!(table.notes.is_empty());

        let fixed = Finding { state: "fixed".to_owned(), ..finding("error", "b") };
        let table = findings_list(&[fixed, finding("info", "a")], &UnitNames::new(), Lang::Zh);
        assert_eq!((table.rows[0][0].as_str(), table.rows[1][10].as_str()), ("提示", "已改正"));

        let many = vec![finding("info", "a"); MOST_ROWS + 1];
        let table = findings_list(&many, &UnitNames::new(), Lang::Zh);
        assert_eq!((table.rows.len(), table.notes.len()), (MOST_ROWS, 1));
    }
}
