//! The bridge from one month to the next (变动瀑布图): opening, what changed, closing, with the amounts on the bars.

pub mod axis_range;
pub mod steps;

use model::datasets::changes::Change;
use model::date::Date;

use crate::calendar_words::{as_of_words, month_words};
use crate::charts::axis::{BELOW_ROOM, level_axis};
use crate::charts::bridge::axis_range::{AxisRange, axis_range};
use crate::charts::bridge::steps::{Bridge, Step, bridge as picked, component_words};
use crate::charts::frame::{Frame, WIDTH};
use crate::charts::geometry::{Area, Point};
use crate::charts::scale::{Scale, tick_text};
use crate::charts::shapes::{Anchor, bar, line, path, polyline, words as text};
use crate::charts::text_fit::{name, width};
use crate::charts::words;
use crate::lang::Lang;
use crate::style::Style;

/// Height of a row, of its bar, and the room left of the bars.
const ROW: f64 = 30.0;
const BAR: f64 = 18.0;
const NAME_ROOM: f64 = 112.0;

/// What is drawn in one row.
struct RowOfBridge {
    name: String,
    from: f64,
    to: f64,
    amount: String,
    class: &'static str,
    is_total: bool,
}

/// How a measure is counted: its words, its unit, how much one unit of the axis is.
struct Measure<'a> {
    words: &'a str,
    is_money: bool,
    unit_size: f64,
}

/// The bridge of all editions from the month before to `as_of`. Nothing where nothing changed.
pub fn bridge(changes: &[Change], event: &str, measure: &str, as_of: Date, style: &Style) -> Option<String> {
    let bridge = picked(changes, event, measure, as_of)?;
    let measure = measure_of(measure, style.lang);
    let said = |em| heading(&words::event(event, em, style.lang), &measure, &bridge, as_of, style.lang);
    let mut frame = Frame::new("bridge", style.lang, said(f64::INFINITY), &said(13.0));
    frame.describe(description(&bridge, &measure, as_of, style));
    let range = axis_range(&bridge, measure.unit_size);
    draw(&mut frame, &rows(&bridge, &measure, as_of, style), range, &measure, style);
    frame.note(&signs_and_counts(&bridge, &measure, style.lang));
    if range.is_cut {
        let low = tick_text(range.low);
        frame.note(&match style.lang {
            Lang::Zh => format!("横轴不从0起，从{low}起（期初、期末条左端断开），各条长度不能按比例比较。"),
            Lang::En => format!("The axis begins at {low}, not at 0 (first and last bar are broken): lengths are not in proportion."),
        });
    }
    Some(frame.finish())
}

fn measure_of(measure: &str, lang: Lang) -> Measure<'_> {
    let (words, is_money) = match measure {
        "n_projects" => (lang.pick("签约项目数", "projects"), false),
        "n_started" => (lang.pick("已开工或投产项目数", "projects started"), false),
        "n_production" => (lang.pick("投产项目数", "projects in production"), false),
        "contract_yuan" => (lang.pick("合同额", "contract value"), true),
        "contract_started_yuan" => (lang.pick("开工项目合同额", "contract value started"), true),
        "capital_yuan" => (lang.pick("累计到位资金", "capital arrived"), true),
        other => (other, other.ends_with("_yuan")),
    };
    let unit_size = match (is_money, lang) {
        (false, _) => 1.0,
        (true, Lang::Zh) => 1e8,
        (true, Lang::En) => 1e9,
    };
    Measure { words, is_money, unit_size }
}

fn heading(event: &str, measure: &Measure<'_>, bridge: &Bridge<'_>, as_of: Date, lang: Lang) -> String {
    let (from, to) = (month_words(bridge.from_as_of, lang), month_words(as_of, lang));
    let measure = name(measure.words, 16.0);
    match lang {
        Lang::Zh => format!("{event}{measure}变动（{from}底至{to}底）"),
        Lang::En => format!("{event}, {measure}: what changed from {from} to {to}"),
    }
}

/// An amount without its unit.
fn amount(value: i64, measure: &Measure<'_>, style: &Style) -> String {
    if measure.is_money { style.money(value) } else { value.to_string() }
}

/// An amount with its sign. One that rounds to nothing is said to be less than the last digit.
fn signed(value: i64, measure: &Measure<'_>, style: &Style) -> String {
    let printed = amount(value, measure, style);
    let is_nothing = value != 0 && printed.chars().all(|c| matches!(c, '0' | '.'));
    let sign = match value {
        1.. => "+",
        0 => "",
        _ if is_nothing => "-",
        _ => "",
    };
    if !is_nothing {
        return format!("{sign}{printed}");
    }
    let last_digit = printed.strip_suffix('0').map(|rest| format!("{rest}1")).unwrap_or_default();
    format!("{}{sign}{last_digit}", style.lang.pick("不足", "under "))
}

fn rows(bridge: &Bridge<'_>, measure: &Measure<'_>, as_of: Date, style: &Style) -> Vec<RowOfBridge> {
    let units = |value: i64| value as f64 / measure.unit_size;
    let total = |day: Date, value: i64| RowOfBridge {
        name: as_of_words(day, style.lang).replace("the end of ", ""),
        from: 0.0,
        to: units(value),
        amount: amount(value, measure, style),
        class: "lc-solid lc-dim",
        is_total: true,
    };
    let mut level = bridge.opening;
    let mut rows = vec![total(bridge.from_as_of, bridge.opening)];
    for step in &bridge.steps {
        let from = level;
        level = level.saturating_add(step.amount);
        rows.push(RowOfBridge {
            name: name(component_words(step.component, style.lang), 7.6),
            from: units(from),
            to: units(level),
            amount: signed(step.amount, measure, style),
            class: if step.amount < 0 { "lc-hollow lc-2" } else { "lc-solid lc-1" },
            is_total: false,
        });
    }
    rows.push(total(as_of, bridge.closing));
    rows
}

/// What the bars mean, and of amounts of money how many projects stand behind them.
fn signs_and_counts(bridge: &Bridge<'_>, measure: &Measure<'_>, lang: Lang) -> String {
    let mut parts =
        vec![lang.pick("实心为增加，空心为减少", "Filled bars add, hollow bars take away").to_owned()];
    let count = |step: &Step<'_>| {
        let words = name(component_words(step.component, lang), 7.6);
        let n_projects = words::projects(i64::try_from(step.n_rows).unwrap_or(i64::MAX), lang);
        format!("{words}{}{n_projects}", lang.pick("", ": "))
    };
    if measure.is_money {
        parts.extend(bridge.steps.iter().map(count));
    }
    words::sentence(&parts, lang)
}

fn draw(frame: &mut Frame, rows: &[RowOfBridge], range: AxisRange, measure: &Measure<'_>, style: &Style) {
    let room = frame.room(ROW * rows.len() as f64 + BELOW_ROOM);
    let widest = rows.iter().filter(|row| row.is_total).map(|row| width(&row.amount)).fold(3.0, f64::max);
    let plot = Area {
        left: NAME_ROOM,
        top: room.top,
        right: WIDTH - (widest * 14.0 + 12.0).min(150.0),
        bottom: room.bottom - BELOW_ROOM,
    };
    let scale = Scale::new((range.low, range.high), (plot.left, plot.right));
    let ticks = scale.ticks(4).into_iter().filter(|tick| measure.is_money || tick.fract() == 0.0);
    let ticks: Vec<(f64, String)> = ticks.map(|tick| (tick, tick_text(tick))).collect();
    let unit =
        if measure.is_money { style.money_unit() } else { style.lang.pick("个", "projects").to_owned() };
    for (tick, _) in &ticks {
        let x = scale.at(*tick);
        frame.add(line(Point { x, y: plot.top }, Point { x, y: plot.bottom }, "lc-grid"));
    }
    level_axis(frame, plot, &scale, &ticks, &name(&unit, 16.0));
    for (index, row) in rows.iter().enumerate() {
        let top = plot.top + ROW * index as f64 + (ROW - BAR) / 2.0;
        draw_row(frame, row, top, &scale, range.is_cut);
        if index + 1 < rows.len() {
            let x = scale.at(row.to);
            let below = top + ROW;
            frame.add(line(Point { x, y: top + BAR }, Point { x, y: below }, "lc-axis"));
        }
    }
}

fn draw_row(frame: &mut Frame, row: &RowOfBridge, top: f64, scale: &Scale, is_cut: bool) {
    let (from, to) = (scale.at(row.from), scale.at(row.to));
    let (left, right) = (from.min(to), from.max(to).max(from.min(to) + 1.5));
    let area = Area { left, top, right, bottom: top + BAR };
    let base = area.bottom - 4.5;
    frame.add(text(Point { x: 0.0, y: base }, Anchor::Start, "lc-name", &row.name));
    frame.add(bar(area, row.class));
    if row.is_total && is_cut {
        let at = |x: f64, y: f64| Point { x: left + x, y };
        let zigzag =
            [at(8.0, top - 3.0), at(13.0, top + 6.0), at(8.0, top + 12.0), at(13.0, top + BAR + 3.0)];
        frame.add(path(&polyline(&zigzag), "lc-gap", ""));
    }
    let needed = width(&row.amount) * 14.0 + 6.0;
    let class = "lc-label lc-all";
    let fits_right = right + needed <= WIDTH;
    let (x, anchor) = if fits_right { (right + 6.0, Anchor::Start) } else { (left - 6.0, Anchor::End) };
    let has_room = fits_right || left - needed >= NAME_ROOM;
    let (x, anchor) = if has_room { (x, anchor) } else { (WIDTH, Anchor::End) };
    frame.add(text(Point { x, y: base }, anchor, class, &row.amount));
}

fn description(bridge: &Bridge<'_>, measure: &Measure<'_>, as_of: Date, style: &Style) -> String {
    let lang = style.lang;
    let unit = match (measure.is_money, lang) {
        (true, Lang::Zh) => style.money_unit(),
        (true, Lang::En) => format!(" {}", style.money_unit()),
        (false, _) => lang.pick("个", "").to_owned(),
    };
    let total = |day, value| {
        let (day, value) = (as_of_words(day, lang), amount(value, measure, style));
        format!("{day}{}{value}{unit}", lang.pick("为", ": "))
    };
    let part = |step: &Step<'_>| {
        let words = name(component_words(step.component, lang), 7.6);
        format!("{words}{}{}{unit}", lang.pick("", " "), signed(step.amount, measure, style))
    };
    let mut parts = vec![format!(
        "{}{}{}",
        name(measure.words, 16.0),
        lang.pick("：", ": "),
        total(bridge.from_as_of, bridge.opening)
    )];
    parts.extend(bridge.steps.iter().map(part));
    parts.push(total(as_of, bridge.closing));
    words::sentence(&parts, lang)
}
