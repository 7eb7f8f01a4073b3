//! The start rate by month (开工率逐月走势): one line an edition and the whole, the last value written at its end.

pub mod points;

use model::datasets::cohort_metrics::CohortMetric;
use model::month::Month;

use crate::calendar_words::month_words;
use crate::charts::axis::{BELOW_ROOM, LEFT_ROOM, level_axis, share_axis};
use crate::charts::end_labels::{self, EndLabel, MARKER_REACH};
use crate::charts::frame::Frame;
use crate::charts::geometry::{Area, Point};
use crate::charts::months::points::{Line, MonthPoint, lines};
use crate::charts::palette::{Look, WHOLE, look};
use crate::charts::scale::{Scale, month_step, multiples};
use crate::charts::shapes::{marker, path, polyline};
use crate::charts::words::{self, edition};
use crate::figures::ALL;
use crate::lang::Lang;
use crate::style::Style;

/// Height of the plot.
const HEIGHT: f64 = 250.0;

/// The start rate of each edition and of the whole, month by month. Nothing without a month that has projects.
pub fn months(metrics: &[CohortMetric], event: &str, style: &Style) -> Option<String> {
    let (lines, n_left_out) = lines(metrics, event);
    let all_months = || lines.iter().flat_map(|line| line.points.iter().map(|point| point.month));
    let span = (all_months().min()?, all_months().max()?);
    let heading = heading(&words::event(event, 14.0, style.lang), span, style.lang);
    let title = self::heading(&words::event(event, f64::INFINITY, style.lang), span, style.lang);
    let mut frame = Frame::new("months", style.lang, title, &heading);
    frame.describe(description(&lines, style));
    draw(&mut frame, &lines, span, style);
    frame.note(note(lines.len() > 1 && span.0 < span.1, style.lang));
    if let Some(note) = words::left_out(n_left_out, style.lang) {
        frame.note(&note);
    }
    Some(frame.finish())
}

/// What the rate is, and why the whole drops where it does.
const fn note(has_course_of_whole: bool, lang: Lang) -> &'static str {
    if has_course_of_whole {
        lang.pick(
            "开工率＝已开工或投产项目数÷项目数；新一届加入时，合计随之下降。",
            "Start rate: started or in production / projects. The total drops when a new edition joins.",
        )
    } else {
        lang.pick("开工率＝已开工或投产项目数÷项目数。", "Start rate: started or in production / projects.")
    }
}

fn heading(event: &str, (first, last): (Month, Month), lang: Lang) -> String {
    let (from, to) = (month_words(first.last_day(), lang), month_words(last.last_day(), lang));
    match lang {
        Lang::Zh if first == last => format!("{event}各届开工率（{to}）"),
        Lang::Zh => format!("{event}各届开工率逐月走势（{from}至{to}）"),
        Lang::En if first == last => format!("Start rate of {event}, {to}"),
        Lang::En => format!("Start rate of {event} by month, {from} to {to}"),
    }
}

fn draw(frame: &mut Frame, lines: &[Line<'_>], (first, last): (Month, Month), style: &Style) {
    let texts: Vec<String> = lines.iter().map(|line| label(line, style).unwrap_or_default()).collect();
    let room = frame.room(HEIGHT + BELOW_ROOM - 14.0);
    let plot = Area {
        left: LEFT_ROOM,
        top: room.top + 8.0,
        right: room.right - end_labels::room(&texts),
        bottom: room.bottom - BELOW_ROOM + 14.0,
    };
    let share = Scale::new((0.0, 1.0), (plot.bottom, plot.top));
    // A single month stands in the middle.
    let margin = if first == last { 1.0 } else { 0.0 };
    let ends = (f64::from(first.index()) - margin, f64::from(last.index()) + margin);
    let month = Scale::new(ends, (plot.left, plot.right));
    share_axis(frame, plot, &share);
    level_axis(frame, plot, &month, &month_ticks(first, last), "");
    let place = |point: &MonthPoint| Point {
        x: month.at(f64::from(point.month.index())),
        y: share.at(point.n_started as f64 / point.n_projects as f64),
    };
    draw_lines(frame, lines, &texts, &place, Area { right: room.right, ..plot });
}

fn draw_lines(
    frame: &mut Frame,
    lines: &[Line<'_>],
    texts: &[String],
    place: &dyn Fn(&MonthPoint) -> Point,
    area: Area,
) {
    let (mut obstacles, mut labels) = (Vec::new(), Vec::new());
    for ((index, line), text) in lines.iter().enumerate().zip(texts) {
        let look = look_of(index, line.cohort);
        let points: Vec<Point> = line.points.iter().map(place).collect();
        let Some(at) = points.last().copied() else { continue };
        let stroke = if line.cohort == ALL { "lc-thick" } else { "lc-line" };
        if points.len() > 1 {
            frame.add(path(&polyline(&points), &format!("{stroke} {}", look.class), look.dash));
        }
        frame.add(marker(look.marker, at, &format!("lc-solid {}", look.class)));
        obstacles.extend(end_labels::along(&points));
        labels.push(EndLabel { at, text: text.clone(), class: look.class, reach: MARKER_REACH });
    }
    end_labels::write(frame, &labels, &obstacles, area);
}

fn look_of(index: usize, cohort: &str) -> Look {
    if cohort == ALL { WHOLE } else { look(index) }
}

/// Months of the axis: Januaries, quarters or single months, as many as can be read.
fn month_ticks(first: Month, last: Month) -> Vec<(f64, String)> {
    let step = month_step(last.index().saturating_sub(first.index()), 4);
    let mut indices = multiples(first.index(), last.index(), step);
    if indices.is_empty() {
        indices.push(last.index());
    }
    indices.into_iter().map(|index| (f64::from(index), Month::from_index(index).to_string())).collect()
}

/// `2020届 75.0%`.
fn label(line: &Line<'_>, style: &Style) -> Option<String> {
    let last = line.points.last()?;
    let rate = words::percent(last.n_started, last.n_projects, style)?;
    Some(format!("{} {rate}", edition(line.cohort, style.lang)))
}

fn description(lines: &[Line<'_>], style: &Style) -> String {
    let part = |line: &Line<'_>| {
        let name = edition(line.cohort, style.lang);
        let rate = |point: &MonthPoint| {
            let rate = words::percent(point.n_started, point.n_projects, style).unwrap_or_default();
            (month_words(point.month.last_day(), style.lang), rate)
        };
        let (first_month, first) = line.points.first().map(rate).unwrap_or_default();
        let (last_month, last) = line.points.last().map(rate).unwrap_or_default();
        match style.lang {
            Lang::Zh if line.points.len() == 1 => format!("{name}{last_month}开工率{last}"),
            Lang::Zh => format!("{name}开工率由{first_month}的{first}变为{last_month}的{last}"),
            Lang::En if line.points.len() == 1 => format!("{name}: start rate {last} in {last_month}"),
            Lang::En => format!("{name}: start rate from {first} in {first_month} to {last} in {last_month}"),
        }
    };
    words::sentence(&lines.iter().map(part).collect::<Vec<_>>(), style.lang)
}
