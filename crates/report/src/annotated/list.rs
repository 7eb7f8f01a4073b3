//! What stands on the list of problems (问题清单内容): line by line, in words.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::severity::Severity;

use crate::annotated::list_lines::{Heading, heading_lines, section_title};
use crate::annotated::looks::Look;
use crate::annotated::problems::{Problem, Section};
use crate::annotated::sent_return::{Occasion, Origin, ReturnFeedback};
use crate::annotated::words::{
    is_settled, message, severity_of, severity_word, shown, state_word, what_to_do,
};
use crate::annotated::xml_text::looks_like_a_formula;
use crate::lang::Lang;

/// One cell of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListCell {
    /// Its text.
    pub(crate) text: String,
    /// Its look.
    pub(crate) look: Look,
    /// The place that it leads to, such as `'台账'!H12`.
    pub(crate) link: Option<String>,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ListLine {
    /// One text over all columns.
    Wide(String, Look),
    /// The headers.
    Headers,
    /// A problem; the sender answers it.
    Asked(Vec<ListCell>),
    /// A problem without an answer.
    Told(Vec<ListCell>),
}

/// The columns: header in both languages, and width in characters.
pub(crate) const COLUMNS: [(&str, &str, usize); 13] = [
    ("序号", "no.", 6),
    ("级别", "severity", 8),
    ("工作表", "sheet", 12),
    ("单元格\n（点击跳转）", "cell\n(click)", 12),
    ("项目", "project", 20),
    ("填报内容", "value", 14),
    ("问题", "problem", 36),
    ("应为", "expected", 13),
    ("上次填报／对照", "earlier value", 17),
    ("请这样处理", "what to do", 22),
    ("状态", "state", 8),
    ("处理结果\n（请选）", "answer\n(choose)", 12),
    ("说明\n（请填）", "remark", 22),
];

/// What the sender may choose as an answer.
pub(crate) const ANSWERS: [(&str, &str); 3] =
    [("已更正", "corrected"), ("情况属实", "true as stated"), ("需说明", "to be explained")];

/// Everything that the list is made from.
pub(crate) struct ListSource<'a> {
    /// The problems.
    pub(crate) problems: &'a BTreeMap<Section, Vec<Problem<'a>>>,
    /// What is said about the return.
    pub(crate) feedback: &'a ReturnFeedback<'a>,
    /// For whom and when.
    pub(crate) occasion: &'a Occasion<'a>,
    /// What became of the workbook.
    pub(crate) origin: Origin<'a>,
    /// Names of its sheets.
    pub(crate) sheets: Vec<&'a str>,
    /// It holds macros.
    pub(crate) has_macros: bool,
}

/// The lines of the list.
pub(crate) fn list_lines(source: &ListSource) -> Vec<ListLine> {
    let heading = Heading {
        problems: source.problems,
        feedback: source.feedback,
        occasion: source.occasion,
        origin: source.origin,
        has_macros: source.has_macros,
    };
    let lang = source.occasion.lang;
    let mut lines: Vec<ListLine> =
        heading_lines(&heading).into_iter().map(|(text, look)| ListLine::Wide(text, look)).collect();
    lines.push(ListLine::Headers);
    for (place, (section, problems)) in source.problems.iter().enumerate() {
        lines.push(ListLine::Wide(section_title(*section, place, problems.len(), lang), Look::Section));
        for problem in problems {
            let cells = problem_cells(problem, *section, source);
            let is_asked = matches!(section, Section::ToDo | Section::Hints) && !is_settled(problem.finding);
            lines.push(if is_asked { ListLine::Asked(cells) } else { ListLine::Told(cells) });
        }
    }
    lines
}

fn problem_cells(problem: &Problem, section: Section, source: &ListSource) -> Vec<ListCell> {
    let (finding, lang) = (problem.finding, source.occasion.lang);
    let is_settled = section == Section::FixedSince || is_settled(finding);
    let indent = if problem.number.contains('.') { "└ " } else { "" };
    let severity = severity_of(finding);
    let severity_look = match severity {
        Severity::Error if !is_settled => Look::Error,
        Severity::Warning if !is_settled => Look::Warning,
        _ => middle(is_settled),
    };
    let text = |value: &Option<String>| value.as_deref().map(shown).unwrap_or_default();
    let project = source.feedback.projects.get(finding.finding_id.as_str()).copied().unwrap_or_default();
    let to_do = if is_settled { String::new() } else { what_to_do(&finding.code, lang) };
    let answer = if section == Section::ToDo && !is_settled { Look::Answer } else { Look::Words };
    vec![
        cell(format!("{indent}{}", problem.number), middle(is_settled)),
        cell(severity_word(severity, lang).to_owned(), severity_look),
        words(text(&finding.sheet), is_settled),
        address(problem, is_settled, source),
        words(project.to_owned(), is_settled),
        words(value(finding, lang), is_settled),
        words(shown(message(finding, lang)), is_settled),
        words(text(&finding.expected), is_settled),
        words(earlier(finding, source), is_settled),
        words(to_do, is_settled),
        cell(state(finding, section, lang), middle(is_settled)),
        cell(String::new(), answer),
        cell(String::new(), answer),
    ]
}

fn state(finding: &Finding, section: Section, lang: Lang) -> String {
    let fixed = lang.pick("已改正", "fixed");
    if section == Section::FixedSince { fixed.to_owned() } else { state_word(finding, lang).to_owned() }
}

fn cell(text: String, look: Look) -> ListCell {
    ListCell { text, look, link: None }
}

const fn middle(is_settled: bool) -> Look {
    if is_settled { Look::SettledMiddle } else { Look::Middle }
}

fn words(text: String, is_settled: bool) -> ListCell {
    let look = match (is_settled, looks_like_a_formula(&text)) {
        (false, false) => Look::Words,
        (false, true) => Look::QuotedWords,
        (true, false) => Look::SettledWords,
        (true, true) => Look::QuotedSettledWords,
    };
    cell(text, look)
}

/// The address as it leads to the marked cell; in an earlier return it leads nowhere.
fn address(problem: &Problem, is_settled: bool, source: &ListSource) -> ListCell {
    let text = problem.finding.address.clone().unwrap_or_default();
    let target = problem.target.as_ref();
    let sheet = target.and_then(|target| Some((target, source.sheets.get(target.sheet_index)?)));
    let Some((target, sheet)) = sheet else { return cell(text, middle(is_settled)) };
    let link = format!("'{}'!{}", sheet.replace('\'', "''"), target.cell);
    ListCell { text, look: Look::Link, link: Some(link) }
}

fn value(finding: &Finding, lang: Lang) -> String {
    match (&finding.raw, &finding.address) {
        (Some(raw), _) => shown(raw),
        (None, Some(_)) => lang.pick("（空白）", "(blank)").to_owned(),
        (None, None) => String::new(),
    }
}

/// What an earlier return said there, or the other cell of a contradiction.
fn earlier(finding: &Finding, source: &ListSource) -> String {
    let lang = source.occasion.lang;
    let name = |file: &str| match source.feedback.previous_file {
        Some(previous) if previous == file => lang.pick("上次报送", "the return before").to_owned(),
        _ => file.rsplit('/').next().unwrap_or(file).to_owned(),
    };
    if let Some(earlier) = source.feedback.earlier.get(finding.finding_id.as_str()) {
        return format!(
            "{}\n（{} {}!{}）",
            shown(earlier.raw),
            name(earlier.file),
            earlier.sheet,
            earlier.address
        );
    }
    let Some(address) = finding.related_address.as_deref() else { return String::new() };
    let file = finding.related_file.as_deref().map(|file| format!("{} ", name(file))).unwrap_or_default();
    let sheet = finding.related_sheet.as_deref().map(|sheet| format!("{sheet}!")).unwrap_or_default();
    format!("{}{file}{sheet}{address}", lang.pick("对照 ", "see "))
}
