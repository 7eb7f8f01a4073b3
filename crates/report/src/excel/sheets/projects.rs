//! The data sheet (项目数据): one row a counted project of the month; every formula counts its rows.

use crate::calendar_words::month_words;
use crate::excel::book::Book;
use crate::excel::cell::{Cell, Place};
use crate::excel::counted_projects::CountedProject;
use crate::excel::formulas::NamedColumn;
use crate::excel::grid::{Block, Grid, Heading};
use crate::excel::labels::Dimension;
use crate::excel::stage_words::stage_words;
use crate::excel::tally::Measure;

/// The named columns with their places: what formulas count and sum.
pub const NAMED: [(NamedColumn, u16); 16] = [
    (NamedColumn::Figure(Measure::Projects), 0),
    (NamedColumn::Cut(Dimension::Event), 4),
    (NamedColumn::Cut(Dimension::Edition), 5),
    (NamedColumn::Cut(Dimension::Unit), 6),
    (NamedColumn::Cut(Dimension::UnitGroup), 7),
    (NamedColumn::Cut(Dimension::Industry), 8),
    (NamedColumn::Cut(Dimension::SizeBand), 9),
    (NamedColumn::Figure(Measure::Started), 12),
    (NamedColumn::Figure(Measure::Production), 13),
    (NamedColumn::Figure(Measure::Suspended), 14),
    (NamedColumn::Figure(Measure::Terminated), 15),
    (NamedColumn::Figure(Measure::NewStarted), 16),
    (NamedColumn::Figure(Measure::Unreported), 17),
    (NamedColumn::Figure(Measure::Contract), 18),
    (NamedColumn::Figure(Measure::Capital), 19),
    (NamedColumn::Figure(Measure::CapitalMonth), 20),
];

/// One row a project, sorted by event, edition, unit and number.
pub fn projects(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(book.data_sheet(), book.pick("项目数据", "Projects"), false);
    let currency = book.style().currency.word(book.lang());
    grid.right = format!("{}{currency}", book.pick("单位：", "amounts in "));
    grid.frozen_columns = 3;
    grid.filtered = true;
    grid.pages = (2, 0);
    let rows = book.counted.iter().map(|one| row(book, one)).collect();
    let notes = vec![book.pick(NOTE_ZH, NOTE_EN).to_owned()];
    grid.blocks.push(Block { heading: heading(book), rows, notes, ..Block::default() });
    grid
}

const NOTE_ZH: &str = "1为是，0为否；金额空白为未报送，不等于0。各表公式按列名（数据_…）引用本表；改动本表，各表数字随之变动。问题数可点击，打开首个问题。";
const NOTE_EN: &str = "1 is yes, 0 is no; a blank amount is not reported, which is not 0. The formulas name the columns of this sheet (data_…). A count of findings opens the first.";

fn heading(book: &Book<'_>) -> Heading {
    Heading::of(HEADINGS.map(|(zh, en)| book.lang().pick(zh, en)))
}

const HEADINGS: [(&str, &str); 29] = [
    ("项目编号", "project"),
    ("台账编号", "ledger no."),
    ("项目名称", "name"),
    ("投资方", "investor"),
    ("签约活动", "event"),
    ("届次", "edition"),
    ("区县（单位）", "unit"),
    ("单位分组", "group"),
    ("产业", "industry"),
    ("投资规模", "size"),
    ("签约时间", "signed"),
    ("阶段", "stage"),
    ("已开工或投产", "started"),
    ("投产", "in production"),
    ("停工", "suspended"),
    ("终止", "terminated"),
    ("本月新开工", "newly started"),
    ("当月未报", "unreported"),
    ("合同额", "contract"),
    ("累计到位资金", "capital"),
    ("本月到位资金", "capital of month"),
    ("首次开工月份", "first started"),
    ("签约后月数", "months since signing"),
    ("连续未报月数", "months unreported"),
    ("问题数", "findings"),
    ("最近报送月份", "last reported"),
    ("报表文件", "file"),
    ("工作表", "sheet"),
    ("单元格", "cells"),
];

fn row(book: &Book<'_>, one: &CountedProject<'_>) -> Vec<Cell> {
    let mut cells = who(book, one);
    cells.extend(figures(one));
    cells.extend(origin(book, one));
    cells
}

fn who(book: &Book<'_>, one: &CountedProject<'_>) -> Vec<Cell> {
    let month = one.month;
    let of = |dimension: Dimension| Cell::words(book.labels.word(dimension, dimension.value_of(month)));
    let text = |text: Option<&String>| Cell::words(text.cloned().unwrap_or_default());
    let project = one.project;
    let signed = project.and_then(|project| project.sign_date);
    vec![
        Cell::words(month.project_id.as_str()),
        text(project.and_then(|project| project.ledger_no.as_ref())),
        text(project.map(|project| &project.name)),
        text(project.and_then(|project| project.investor.as_ref())),
        of(Dimension::Event),
        of(Dimension::Edition),
        of(Dimension::Unit),
        of(Dimension::UnitGroup),
        of(Dimension::Industry),
        of(Dimension::SizeBand),
        Cell::mark(signed.map(|day| day.to_string()).unwrap_or_default()),
        Cell::words(stage_words(month, book.lang())),
    ]
}

fn figures(one: &CountedProject<'_>) -> Vec<Cell> {
    let month = one.month;
    let flag = |yes: bool| Cell { place: Place::Centre, ..Cell::count(i64::from(yes)) };
    let money = |yuan: Option<i64>| Cell::count_or_blank(yuan).in_thousands();
    vec![
        flag(one.started),
        flag(month.in_production.unwrap_or(false)),
        flag(month.suspended),
        flag(month.terminated),
        flag(one.newly_started),
        flag(!month.reported),
        money(month.contract_yuan),
        money(month.capital_cumulative_yuan),
        money(month.capital_month_yuan),
    ]
}

fn origin(book: &Book<'_>, one: &CountedProject<'_>) -> Vec<Cell> {
    let month = one.month;
    let id = month.project_id.as_str();
    let findings = book.findings_of(id);
    let target = findings.first().map(|row| book.finding_target(*row));
    let last = book.last_records.get(id);
    let record = last.and_then(|last| last.record);
    let in_words = |day| month_words(day, book.lang());
    vec![
        Cell::mark(month.start_month.map(in_words).unwrap_or_default()),
        Cell::count_or_blank(month.months_since_signing),
        Cell::count_or_blank(month.months_unreported),
        Cell::count(findings.len() as i64).leading_to(target),
        Cell::mark(last.map(|last| in_words(last.observation.period)).unwrap_or_default()),
        Cell::words(last.map(|last| last.file).unwrap_or_default()),
        Cell::words(record.map(|record| record.sheet.as_str()).unwrap_or_default()),
        Cell::words(record.map(|record| record.area().to_string()).unwrap_or_default()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn every_named_column_stands_under_its_heading() {
        let heading = |column: NamedColumn| {
            let place = NAMED.iter().find(|(named, _)| *named == column).unwrap().1;
            HEADINGS[usize::from(place)].0
        };
        for (column, _) in NAMED {
            let name = column.name(Lang::Zh).trim_start_matches("数据_");
            let told = heading(column);
            let same = told.starts_with(name) || (told, name) == ("投资规模", "规模档");
            assert!(same, "{name} stands under {told}");
        }
    }
}
