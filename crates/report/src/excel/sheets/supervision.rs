//! The list of projects to be supervised (督办清单): lights in colours and in words, the red ones first.

use model::datasets::supervision::Supervision;
use model::supervision_rule::SupervisionRule;

use crate::excel::book::Book;
use crate::excel::cell::{Cell, Ground};
use crate::excel::grid::{Block, Grid, Heading};
use crate::excel::labels::Dimension;
use crate::excel::stage_words::stage_words;
use crate::lang::Lang;

/// One row a project that has a light; those in production or terminated have none.
pub fn supervision(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("督办清单", "Supervision"),
        book.pick("签约项目督办清单", "Projects to be supervised"),
        true,
    );
    grid.frozen_columns = 5;
    grid.filtered = true;
    let lights: &[Supervision] = book.release.rows.supervision;
    let of_month = lights.iter().filter(|row| row.as_of == book.release.as_of);
    let mut rows: Vec<&Supervision> = of_month.clone().filter(|row| order(&row.light) < 3).collect();
    rows.sort_by_key(|row| {
        let worst_first = std::cmp::Reverse((row.months_overdue, row.months_since_signing));
        (order(&row.light), worst_first, &row.unit_code, &row.project_id)
    });
    let count = |light: &str| of_month.clone().filter(|row| row.light == light).count();
    grid.leads.push(counts(book, [count("red"), count("yellow"), count("green"), count("none")]));
    let cells = (1_i64..).zip(&rows).map(|(number, row)| cells(book, row, number)).collect();
    grid.blocks.push(Block { heading: heading(book), rows: cells, ..Block::default() });
    grid
}

fn counts(book: &Book<'_>, [red, yellow, green, none]: [usize; 4]) -> String {
    match book.lang() {
        Lang::Zh => format!(
            "红灯{red}个，黄灯{yellow}个，绿灯{green}个；已投产、已终止等不亮灯{none}个，不列入本表。"
        ),
        Lang::En => format!(
            "{red} red, {yellow} yellow, {green} green; {none} without a light (in production, terminated) are not listed."
        ),
    }
}

fn order(light: &str) -> u8 {
    match light {
        "red" => 0,
        "yellow" => 1,
        "green" => 2,
        _ => 3,
    }
}

fn heading(book: &Book<'_>) -> Heading {
    Heading::of([
        book.pick("序号", "no."),
        book.pick("灯色", "light"),
        book.pick("区县（单位）", "unit"),
        book.pick("项目编号", "project"),
        book.pick("项目名称", "name"),
        book.pick("届次", "edition"),
        book.pick("阶段", "stage"),
        book.pick("合同额", "contract"),
        book.pick("累计到位资金", "capital"),
        book.pick("签约后月数", "months since signing"),
        book.pick("逾期月数", "months overdue"),
        book.pick("无变化月数", "months unchanged"),
        book.pick("同灯连续月数", "months with this light"),
        book.pick("触发规则", "rules"),
        book.pick("督办措施", "action"),
        book.pick("存在问题", "problems"),
    ])
}

fn cells(book: &Book<'_>, row: &Supervision, number: i64) -> Vec<Cell> {
    let id = row.project_id.as_str();
    let month = book.counted.iter().map(|one| one.month).find(|month| month.project_id == id);
    let money =
        |yuan: Option<i64>| Cell::number(yuan.map(|yuan| book.style().money(yuan)).unwrap_or_default());
    let last = book.last_records.get(id);
    let edition = month.map(|month| book.labels.word(Dimension::Edition, Dimension::Edition.value_of(month)));
    vec![
        Cell::count(number),
        light(book, &row.light),
        Cell::words(book.unit_name(row.unit_code.as_deref())),
        Cell::words(id).leading_to(book.project_target(id)),
        Cell::words(name(book, id)),
        Cell::words(edition.unwrap_or_default()),
        Cell::words(month.map(|month| stage_words(month, book.lang())).unwrap_or_default()),
        money(month.and_then(|month| month.contract_yuan)),
        money(month.and_then(|month| month.capital_cumulative_yuan)),
        Cell::count_or_blank(row.months_since_signing),
        Cell::count_or_blank(row.months_overdue),
        Cell::count(row.months_unchanged),
        Cell::count(row.streak),
        Cell::words(rules(book, row.rules.as_deref())),
        Cell::words(row.actions.as_deref().unwrap_or_default().replace(',', book.pick("、", ", "))),
        Cell::words(last.and_then(|last| last.observation.problem_text.as_deref()).unwrap_or_default()),
    ]
}

fn name(book: &Book<'_>, id: &str) -> String {
    let project = book.release.rows.projects.iter().find(|project| project.project_id == id);
    project.map_or(id, |project| project.name.as_str()).to_owned()
}

fn light(book: &Book<'_>, light: &str) -> Cell {
    let (word, ground) = match light {
        "red" => (book.pick("红灯", "red"), Ground::Red),
        "yellow" => (book.pick("黄灯", "yellow"), Ground::Yellow),
        _ => (book.pick("绿灯", "green"), Ground::Green),
    };
    Cell::mark(word).on(ground)
}

/// The rules that fired, in words; an id without a rule stands for itself.
fn rules(book: &Book<'_>, ids: Option<&str>) -> String {
    let words = |id: &str| {
        let known = book.release.reference.supervision_rules.iter().find(|rule| rule.id == id);
        let note = |rule: &SupervisionRule| book.lang().pick(&rule.note_zh, &rule.note_en).to_owned();
        known.map(note).filter(|note| !note.is_empty()).unwrap_or_else(|| id.to_owned())
    };
    let ids = ids.unwrap_or_default().split(',').map(str::trim).filter(|id| !id.is_empty());
    ids.map(words).collect::<Vec<String>>().join(book.pick("；", "; "))
}
