//! Which cells of which sheet get a colour and a comment (标记).

use std::collections::BTreeMap;

use model::cell_address::CellAddress;
use model::datasets::findings::Finding;
use model::severity::Severity;

use crate::annotated::comments_part::{Note, Notes};
use crate::annotated::places::{Merges, areas, cells};
use crate::annotated::problems::{Problem, Target};
use crate::annotated::sent_return::ReturnFeedback;
use crate::annotated::words::{
    is_settled, message, severity_of, severity_word, shown, state_word, what_to_do,
};
use crate::lang::Lang;

/// The marks of one sheet.
#[derive(Debug, Default)]
pub(crate) struct MarksOfSheet {
    /// Cells to be coloured, with the gravest that is said about them.
    pub(crate) cells: BTreeMap<CellAddress, Severity>,
    /// What is said at which cell.
    pub(crate) notes: Notes,
}

/// Where the cells of findings are in the workbook.
pub(crate) struct Places<'a> {
    /// Sheets of the workbook, by the names under which findings know them.
    pub(crate) sheets: BTreeMap<&'a str, usize>,
    /// Merged ranges.
    pub(crate) merges: &'a Merges,
}

impl Places<'_> {
    /// Where a finding is marked: its first cell.
    pub(crate) fn target(&self, finding: &Finding) -> Option<Target> {
        let sheet = finding.sheet.as_deref()?;
        let sheet_index = *self.sheets.get(sheet)?;
        let first = *areas(finding.address.as_deref()?).first()?;
        Some(Target { sheet_index, cell: self.merges.visible(sheet, first.first) })
    }
}

/// The marks of every sheet that has some.
pub(crate) fn marks<'p, 'f: 'p>(
    problems: impl Iterator<Item = &'p Problem<'f>>,
    places: &Places,
    feedback: &ReturnFeedback,
    lang: Lang,
) -> BTreeMap<usize, MarksOfSheet> {
    let mut marks: BTreeMap<usize, MarksOfSheet> = BTreeMap::new();
    for problem in problems {
        let finding = problem.finding;
        let (Some(target), Some(sheet)) = (&problem.target, finding.sheet.as_deref()) else { continue };
        let of_sheet = marks.entry(target.sheet_index).or_default();
        let areas = areas(finding.address.as_deref().unwrap_or_default());
        let severity = severity_of(finding);
        if severity != Severity::Info && !is_settled(finding) {
            for cell in cells(&areas) {
                let known = of_sheet.cells.entry(places.merges.visible(sheet, cell)).or_insert(severity);
                *known = severity.min(*known);
            }
        }
        let note = note(problem, feedback, lang);
        for area in areas {
            let said = of_sheet.notes.entry(places.merges.visible(sheet, area.first)).or_default();
            if !said.contains(&note) {
                said.push(note.clone());
            }
        }
    }
    marks
}

/// `[T501 错误] 累计到位由3.22亿元降为2.576亿元……；上次填报 …；请……（第3条）`.
fn note(problem: &Problem, feedback: &ReturnFeedback, lang: Lang) -> Note {
    let finding = problem.finding;
    let said = message(finding, lang);
    let mut parts = vec![shown(said)];
    if let Some(expected) = finding.expected.as_deref().filter(|expected| !said.contains(*expected)) {
        parts.push(format!("{}{}", lang.pick("应为 ", "expected "), shown(expected)));
    }
    let earlier = feedback.earlier.get(finding.finding_id.as_str()).map(|earlier| earlier.raw);
    if let Some(earlier) = earlier.filter(|earlier| !said.contains(*earlier)) {
        parts.push(format!("{}{}", lang.pick("上次填报 ", "earlier "), shown(earlier)));
    }
    let to_do = what_to_do(&finding.code, lang);
    if is_settled(finding) {
        parts.push(state_word(finding, lang).to_owned());
    } else if !to_do.is_empty() {
        parts.push(to_do);
    }
    let number = &problem.number;
    let number = match lang {
        Lang::Zh => format!("（清单第{number}条）"),
        Lang::En => format!(" (no. {number} of the list)"),
    };
    let tag = format!("[{} {}]", finding.code, severity_word(severity_of(finding), lang));
    Note { tag, body: format!("{}{number}", parts.join(lang.pick("；", "; "))) }
}
