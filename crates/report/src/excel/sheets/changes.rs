//! What changed since the month before (变动): from opening to closing, step by step, with the projects and two bridges.

use crate::excel::book::Book;
use crate::excel::bridge_cells::{StepRows, bridge_row, printed};
use crate::excel::bridge_parts::{Part, bridge_parts};
use crate::excel::charts::{ChartRows, bridge};
use crate::excel::grid::{Block, Grid, Heading, PlacedChart};
use crate::excel::sheets::changes_detail::{detail_heading, detail_row};

/// So many rows hold a chart.
const CHART_ROWS: u32 = 18;
/// In pixels, so that two stand side by side.
const BRIDGE_WIDTH: u32 = 500;

/// The bridges of the main event, all editions together; below them every step with its project.
pub fn changes(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("变动", "Changes"),
        book.pick("较上月变动情况", "Changes since the month before"),
        true,
    );
    let parts = bridge_parts(&book.release);
    let heading = heading(book);
    let detail = detail_heading(book);
    let n_steps: usize = parts.iter().map(|part| part.steps.len()).sum();
    let first = grid.next_body_row(&heading, false);
    let room = if parts.is_empty() { 0 } else { CHART_ROWS };
    let first_detail = first + parts.len() as u32 + 1 + room + 1 + 1 + detail.depth();
    let rows = StepRows { first: first_detail, last: first_detail + n_steps.max(1) as u32 - 1 };
    let cells = (first..).zip(&parts).map(|(at, part)| bridge_row(book, part, at, &rows)).collect();
    let notes = vec![book.pick(NOTE_ZH, NOTE_EN).to_owned()];
    grid.blocks.push(Block { heading, rows: cells, notes, room, ..Block::default() });
    add_charts(book, &mut grid, &parts, first);
    let steps = parts.iter().flat_map(|part| part.steps.iter().map(move |step| (part, *step)));
    let name = |part: &Part<'_>| part.measure.words(book.lang());
    grid.blocks.push(Block {
        caption: book.pick("变动明细（逐项目）", "Steps, project by project").to_owned(),
        heading: detail,
        rows: steps.map(|(part, step)| detail_row(book, step, name(part))).collect(),
        ..Block::default()
    });
    grid
}

const NOTE_ZH: &str = "期初加各变动项等于期末；变动项与期末为公式，由明细复算。灰色三列供图表使用。";
const NOTE_EN: &str =
    "Opening and changes make closing; both are formulas over the steps. The grey columns serve the charts.";

fn heading(book: &Book<'_>) -> Heading {
    Heading::of([
        book.pick("指标", "figure"),
        book.pick("变动项", "change"),
        book.pick("数额", "amount"),
        book.pick("单位", "unit"),
        book.pick("涉及项目（个）", "projects concerned"),
        book.pick("图表：底", "chart: base"),
        book.pick("图表：期初期末", "chart: whole"),
        book.pick("图表：增", "chart: up"),
        book.pick("图表：减", "chart: down"),
    ])
}

/// A bridge of the started projects and one of the capital.
fn add_charts(book: &Book<'_>, grid: &mut Grid, parts: &[Part<'_>], first: u32) {
    let row = grid.end_row();
    for (place, measure) in ["n_started", "capital_yuan"].into_iter().enumerate() {
        let x = 20 + (BRIDGE_WIDTH + 20) * place as u32;
        let chart = chart(book, grid, parts, first, measure);
        grid.charts.extend(chart.map(|chart| PlacedChart { chart, row, x }));
    }
}

fn chart(
    book: &Book<'_>,
    grid: &Grid,
    parts: &[Part<'_>],
    first: u32,
    measure: &str,
) -> Option<rust_xlsxwriter::Chart> {
    let is_it = |part: &Part<'_>| part.measure.name == measure;
    let start = parts.iter().position(is_it)?;
    let of_measure: Vec<&Part> = parts.iter().filter(|part| is_it(part)).collect();
    let last = first + (start + of_measure.len()) as u32 - 1;
    let rows = ChartRows { sheet: &grid.name, first: first + start as u32, last };
    let measure = of_measure.first()?.measure;
    let words = measure.words(book.lang());
    let title = match measure.is_money {
        true => format!("{words}（{}）", book.style().money_unit()),
        false => words.to_owned(),
    };
    let names = [
        book.pick("底", "base"),
        book.pick("期初、期末", "whole"),
        book.pick("增", "up"),
        book.pick("减", "down"),
    ];
    let levels = of_measure.iter().map(|part| part.level);
    let lowest = levels.clone().min()?;
    let room = levels.max()?.saturating_sub(lowest).saturating_mul(2);
    let floor = printed(book, measure.is_money, lowest.saturating_sub(room).max(0));
    let floor = floor.parse::<f64>().unwrap_or_default().floor();
    let mut chart = bridge(&rows, &title, 1, names, 5, floor);
    chart.set_width(BRIDGE_WIDTH);
    Some(chart)
}
