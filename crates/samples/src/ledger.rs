//! The bureau's ledger workbook (台账): every signing, the tracked set, and what is not tracked and why.

use model::date::Date;
use model::reference::UnitRow;

use crate::book::{Book, Content, Page};
use crate::line::{LineRole, printed};
use crate::world::project::{EDITIONS, Project};
use model::amount_unit::AmountUnit;

const ALL_HEADINGS: [&str; 11] = [
    "序号",
    "台账编号",
    "届次",
    "项目名称",
    "投资方",
    "落地区县",
    "签约日期",
    "签约时合同额（亿元）",
    "产业类别",
    "是否纳入跟踪督办",
    "备注",
];
const TRACKED_HEADINGS: [&str; 10] = [
    "序号",
    "台账编号",
    "届次",
    "项目名称",
    "投资方",
    "落地区县",
    "签约日期",
    "正式合同额（亿元）",
    "产业类别",
    "认定时间",
];
const UNTRACKED_HEADINGS: [&str; 8] =
    ["序号", "台账编号", "届次", "项目名称", "落地区县", "正式合同额（亿元）", "未纳入原因", "认定时间"];

/// The ledger of these projects; projects of other events are not in it.
pub(crate) fn ledger_book(projects: &[Project], units: &[UnitRow]) -> Book {
    let own: Vec<&Project> = projects.iter().filter(|project| project.role != LineRole::OtherEvent).collect();
    let tracked: Vec<&Project> = own.iter().copied().filter(|one| one.role == LineRole::Project).collect();
    let untracked: Vec<&Project> =
        own.iter().copied().filter(|one| one.role == LineRole::Untracked).collect();
    let all_title = "智博会签约项目总台账（合成数据）".to_owned();
    let tracked_title = format!("纳入跟踪督办的智博会签约项目台账（{}个，合成数据）", tracked.len());
    let untracked_title = "未纳入跟踪督办项目清单（合成数据）".to_owned();
    Book {
        pages: vec![
            page("签约项目总台账", all_title, &ALL_HEADINGS, &own, |one| all_row(one, units)),
            page("跟踪督办台账", tracked_title, &TRACKED_HEADINGS, &tracked, |one| {
                tracked_row(one, units)
            }),
            page("未纳入跟踪", untracked_title, &UNTRACKED_HEADINGS, &untracked, |one| {
                untracked_row(one, units)
            }),
        ],
    }
}

fn page(
    name: &str,
    title: String,
    headings: &[&str],
    projects: &[&Project],
    row_of: impl Fn(&Project) -> Vec<Content>,
) -> Page {
    let mut page = Page { name: name.to_owned(), role: "data", ..Page::default() };
    page.cells.push((1, 1, Content::Text(title)));
    page.merges.push(crate::drawing::area((1, 1), (1, headings.len() as u32)));
    for (place, heading) in headings.iter().enumerate() {
        page.cells.push((2, place as u32 + 1, Content::Text((*heading).to_owned())));
    }
    for (place, project) in projects.iter().enumerate() {
        let row = place as u32 + 3;
        page.cells.push((row, 1, Content::Number(place as f64 + 1.0)));
        let cells = row_of(project).into_iter().enumerate();
        page.cells.extend(cells.map(|(offset, content)| (row, offset as u32 + 2, content)));
    }
    page
}

fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

fn day(date: Date) -> Content {
    Content::Date(date, "yyyy-mm-dd")
}

fn yi(yuan: i64) -> Content {
    Content::Number(printed(yuan, AmountUnit::YI, 4).0.parse().unwrap_or_default())
}

/// The day on which it was decided: the end of the year of signing.
fn decided(project: &Project) -> Content {
    let signed = EDITIONS.iter().find(|(year, ..)| *year == project.edition);
    day(signed.and_then(|(year, ..)| Date::new(*year, 12, 20)).unwrap_or(project.life.signed))
}

fn unit_name(project: &Project, units: &[UnitRow]) -> Content {
    text(units.get(project.unit).map_or("", |unit| &unit.name))
}

fn all_row(project: &Project, units: &[UnitRow]) -> Vec<Content> {
    let tracked = if project.role == LineRole::Project { "是" } else { "否" };
    vec![
        text(&project.ledger_no),
        text(&format!("{}年", project.edition)),
        text(&project.names.project),
        text(&project.names.investor),
        unit_name(project, units),
        day(project.life.signed),
        yi(project.contract_yuan),
        text(project.industry),
        text(tracked),
    ]
}

fn tracked_row(project: &Project, units: &[UnitRow]) -> Vec<Content> {
    let mut row = all_row(project, units);
    row.pop();
    row.push(decided(project));
    row
}

fn untracked_row(project: &Project, units: &[UnitRow]) -> Vec<Content> {
    vec![
        text(&project.ledger_no),
        text(&format!("{}年", project.edition)),
        text(&project.names.project),
        unit_name(project, units),
        yi(project.contract_yuan),
        text(project.not_tracked_reason),
        decided(project),
    ]
}
