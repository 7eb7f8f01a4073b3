//! The sentences above the list and over its sections (清单抬头): how many, since when, and what is to be done.

use std::collections::BTreeMap;

use model::severity::Severity;

use crate::annotated::looks::Look;
use crate::annotated::problems::{MOST_PROBLEMS, Problem, Section};
use crate::annotated::sent_return::{Occasion, Origin, ReturnFeedback};
use crate::annotated::words::{is_settled, severity_of};
use crate::calendar_words::{as_of_words, month_words};
use crate::lang::Lang;

/// What the sentences are made from.
pub(crate) struct Heading<'a> {
    /// The problems.
    pub(crate) problems: &'a BTreeMap<Section, Vec<Problem<'a>>>,
    /// What is said about the return.
    pub(crate) feedback: &'a ReturnFeedback<'a>,
    /// For whom and when.
    pub(crate) occasion: &'a Occasion<'a>,
    /// What became of the workbook.
    pub(crate) origin: Origin<'a>,
    /// It holds macros.
    pub(crate) has_macros: bool,
}

/// Title and sentences, in order.
pub(crate) fn heading_lines(heading: &Heading) -> Vec<(String, Look)> {
    let lang = heading.occasion.lang;
    let mut lines = vec![(title(heading.occasion), Look::Title)];
    lines.push((counts(heading), Look::Key));
    let mut say = |text: String| lines.push((text, Look::Lead));
    say(since(heading));
    if heading.problems.contains_key(&Section::ToDo) {
        say(steps(heading));
    }
    say(kept(heading));
    if heading.occasion.is_synthetic {
        say(lang.pick("合成样例数据，非真实统计。", "Synthetic sample data, not real figures.").to_owned());
    }
    lines
}

/// `一、需要处理（5条）……`
pub(crate) fn section_title(section: Section, place: usize, n: usize, lang: Lang) -> String {
    let number = ["一", "二", "三", "四"].get(place).copied().unwrap_or_default();
    match (section, lang) {
        (Section::ToDo, Lang::Zh) => format!("{number}、需要处理（{n}条）：请逐条更正或说明"),
        (Section::Hints, Lang::Zh) => format!("{number}、提示（{n}条）：供参考，不必回复"),
        (Section::Settled, Lang::Zh) => format!("{number}、已改正或已认可（{n}条）：不必再处理"),
        (Section::FixedSince, Lang::Zh) => format!("{number}、上次报送的问题，这次已改正（{n}条）"),
        (Section::ToDo, Lang::En) => format!("To be done ({n}): correct or explain each"),
        (Section::Hints, Lang::En) => format!("Hints ({n}): no answer needed"),
        (Section::Settled, Lang::En) => format!("Fixed later or accepted ({n}): nothing left to do"),
        (Section::FixedSince, Lang::En) => {
            format!("Problems of the return before that this one no longer has ({n})")
        }
    }
}

fn title(occasion: &Occasion) -> String {
    let month = occasion.period.map(|period| month_words(period, occasion.lang)).unwrap_or_default();
    match occasion.lang {
        Lang::Zh => format!("{}{month}报表问题清单", occasion.unit_name),
        Lang::En => format!("Problems in the return: {} {month}", occasion.unit_name).trim_end().to_owned(),
    }
}

fn counts(heading: &Heading) -> String {
    let count = |severity: Severity| {
        let open = heading.feedback.findings.iter().filter(|finding| !is_settled(finding));
        open.filter(|finding| severity_of(finding) == severity).count()
    };
    let (errors, warnings, hints) = (count(Severity::Error), count(Severity::Warning), count(Severity::Info));
    let cut = heading.feedback.findings.len() > MOST_PROBLEMS;
    let cut = if cut {
        heading.occasion.lang.pick("（清单只列一部分）", " (the list is cut)")
    } else {
        ""
    };
    match (heading.occasion.lang, errors + warnings) {
        (Lang::Zh, 0) => format!("没有需要处理的问题；提示{hints}条，仅供参考。{cut}"),
        (Lang::En, 0) => format!("Nothing has to be done; {hints} hints.{cut}"),
        (Lang::Zh, n) => format!(
            "需要处理{n}条：错误{errors}条（红色，数值暂不采用），警告{warnings}条（黄色，请核对）；另有提示{hints}条。{cut}"
        ),
        (Lang::En, n) => format!(
            "{n} to be done: {errors} errors (red, the value is not used), {warnings} warnings (yellow, please check); {hints} hints.{cut}"
        ),
    }
}

fn since(heading: &Heading) -> String {
    let lang = heading.occasion.lang;
    if heading.feedback.previous_file.is_none() {
        return lang.pick("没有上次报送可比。", "There is no earlier return to compare with.").to_owned();
    }
    let to_do = || heading.feedback.findings.iter().filter(|finding| severity_of(finding) != Severity::Info);
    let open = to_do().filter(|finding| finding.state == "open").count();
    let new = to_do().filter(|finding| finding.state == "new").count();
    let is_counted = |problem: &&Problem| severity_of(problem.finding) != Severity::Info;
    let fixed = heading.problems.get(&Section::FixedSince).into_iter().flatten().filter(is_counted).count();
    match lang {
        Lang::Zh => format!("与上次报送相比（不计提示）：已改正{fixed}条，仍未改{open}条，新发现{new}条。"),
        Lang::En => {
            format!("Against the return before, hints aside: {fixed} fixed, {open} still open, {new} new.")
        }
    }
}

fn steps(heading: &Heading) -> String {
    let occasion = heading.occasion;
    let is_own = heading.origin == Origin::AsSent;
    let due = occasion.due.map(|due| as_of_words(due, occasion.lang));
    match occasion.lang {
        Lang::Zh => format!(
            "怎么办：①点“单元格”跳到出错处，鼠标停在单元格上看批注；②{}，或在本表绿色格中选“处理结果”、写“说明”；③保存后按原渠道报回{}。",
            if is_own { "直接在本文件的原表中改正" } else { "在你们的原文件中改正" },
            due.map(|due| format!("，请于{due}前")).unwrap_or_default()
        ),
        Lang::En => format!(
            "What to do: 1. click the address to go to the cell and read its comment; 2. correct it {}, or choose an answer and write a remark in the green cells here; 3. save and send the workbook back{}.",
            if is_own { "there" } else { "in your own file" },
            due.map(|due| format!(" by {due}")).unwrap_or_default()
        ),
    }
}

/// What of the workbook is as it was sent.
fn kept(heading: &Heading) -> String {
    let lang = heading.occasion.lang;
    let macros = if heading.has_macros {
        lang.pick("宏原样保留，没有运行过。", " Its macros are kept and were not run.")
    } else {
        ""
    };
    match (heading.origin, lang) {
        (Origin::AsSent, Lang::Zh) => format!("原表内容和格式未作改动，只加了底色和批注。{macros}"),
        (Origin::AsSent, Lang::En) => {
            format!("The workbook is as it was sent but for colours and comments.{macros}")
        }
        (Origin::Rebuilt(format), Lang::Zh) => format!(
            "原文件（{format}）不能直接加批注，已另存为 .xlsx：单元格位置和内容不变，公式只留结果，字体、列宽等格式未保留。"
        ),
        (Origin::Rebuilt(format), Lang::En) => format!(
            "A file of this kind ({format}) cannot take comments; this is a copy as .xlsx with the same cells. Formulas are kept as results, fonts and widths are not kept."
        ),
        (Origin::Unread, Lang::Zh) => "原文件无法读取，这里没有原表内容。请按下面的提示重新报送。".to_owned(),
        (Origin::Unread, Lang::En) => {
            "The file could not be read, so that its cells are not here. Please send it again.".to_owned()
        }
    }
}
