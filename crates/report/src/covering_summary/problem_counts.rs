//! How many problems the return of a month has (问题统计): by severity and state, and by root cause.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::severity::Severity;

use crate::annotated::feedback_index::FeedbackIndex;
use crate::annotated::sent_return::ReturnFeedback;
use crate::annotated::words::{is_settled, kind_of_problem, severity_of, severity_word, what_to_do};
use crate::covering_summary::page::Line;
use crate::lang::Lang;
use crate::release::Release;

/// More kinds of problems are not listed on one page.
const MOST_KINDS: usize = 12;

/// The table of counts.
pub(crate) fn count_lines(release: &Release<'_>, index: &FeedbackIndex<'_>, unit_code: &str) -> Vec<Line> {
    let lang = release.style.lang;
    let feedback = feedback(release, index, unit_code);
    let headers = [
        (2, lang.pick("级别", "severity")),
        (1, lang.pick("新发现", "new")),
        (1, lang.pick("仍未改", "still open")),
        (1, lang.pick("上次的已改正", "fixed since")),
    ];
    let mut lines = vec![
        Line::Heading(
            lang.pick("二、本月报表的问题（条）", "Problems of the return of the month").to_owned(),
        ),
        Line::Headers(headers.map(|(width, text)| (width, text.to_owned())).into()),
    ];
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let count = |state: &str| {
            let all = feedback.iter().flat_map(|feedback| &feedback.findings);
            all.filter(|finding| severity_of(finding) == severity && finding.state == state).count()
        };
        let fixed = feedback.iter().flat_map(|feedback| &feedback.fixed);
        let fixed = fixed.filter(|finding| severity_of(finding) == severity).count();
        lines.push(Line::Row(vec![
            (2, meaning(severity, lang)),
            (1, count("new").to_string()),
            (1, count("open").to_string()),
            (1, fixed.to_string()),
        ]));
    }
    lines
}

/// The table of kinds of problems, the gravest and most frequent first; what follows from another counts with it.
pub(crate) fn kind_lines(release: &Release<'_>, index: &FeedbackIndex<'_>, unit_code: &str) -> Vec<Line> {
    let lang = release.style.lang;
    let feedback = feedback(release, index, unit_code);
    let all: Vec<&Finding> = feedback.iter().flat_map(|feedback| feedback.findings.iter().copied()).collect();
    let by_id: BTreeMap<&str, &Finding> =
        all.iter().map(|finding| (finding.finding_id.as_str(), *finding)).collect();
    let mut kinds: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    let is_asked = |finding: &&&Finding| !is_settled(finding) && severity_of(finding) != Severity::Info;
    for finding in all.iter().filter(is_asked) {
        let root = finding.root_id.as_deref().and_then(|id| by_id.get(id)).unwrap_or(finding);
        *kinds.entry((severity_of(root), root.code.as_str())).or_default() += 1;
    }
    let mut kinds: Vec<((Severity, &str), usize)> = kinds.into_iter().collect();
    kinds.sort_by_key(|((severity, code), n)| (*severity, std::cmp::Reverse(*n), *code));
    if kinds.is_empty() {
        let none = lang.pick("三、没有需要处理的问题。", "Nothing has to be done.");
        return vec![Line::Heading(none.to_owned())];
    }
    let headers = [
        (1, lang.pick("级别", "severity")),
        (1, lang.pick("问题", "problem")),
        (1, lang.pick("条数", "number")),
        (2, lang.pick("请这样处理", "what to do")),
    ];
    let mut lines = vec![
        Line::Heading(lang.pick("三、需要处理的问题（按根源）", "What has to be done, by cause").to_owned()),
        Line::Headers(headers.map(|(width, text)| (width, text.to_owned())).into()),
    ];
    lines.extend(kinds.into_iter().take(MOST_KINDS).map(|((severity, code), n)| {
        Line::Row(vec![
            (1, severity_word(severity, lang).to_owned()),
            (1, kind_of_problem(code, lang)),
            (1, n.to_string()),
            (2, what_to_do(code, lang)),
        ])
    }));
    lines
}

/// What is to be said about the returns of the as-of month that are in force, or that could not be read.
fn feedback<'a>(
    release: &Release<'a>,
    index: &FeedbackIndex<'a>,
    unit_code: &str,
) -> Vec<ReturnFeedback<'a>> {
    let counted = release.rows.returns.iter().filter(|row| {
        row.unit_code.as_deref() == Some(unit_code)
            && row.period == Some(release.as_of)
            && matches!(row.status.as_str(), "accepted" | "rejected")
    });
    counted.map(|row| index.of(&row.file)).collect()
}

fn meaning(severity: Severity, lang: Lang) -> String {
    let meaning = match severity {
        Severity::Error => lang.pick("数值暂不采用，请更正", "the value is not used"),
        Severity::Warning => lang.pick("数值已采用，请核对", "the value is used, please check"),
        Severity::Info => lang.pick("供参考", "for information"),
    };
    format!("{}{}{meaning}", severity_word(severity, lang), lang.pick("：", ": "))
}
