//! The funnel (漏斗图): start rates of the units against their size, with the limits within which chance alone moves
//! them. Only units outside are named.

pub mod notes;
pub mod points;

use model::datasets::rankings::Ranking;
use model::date::Date;

use crate::calendar_words::as_of_words;
use crate::charts::axis::{BELOW_ROOM, LEFT_ROOM, level_axis, share_axis};
use crate::charts::end_labels::{self, EndLabel};
use crate::charts::frame::Frame;
use crate::charts::funnel::notes::{description, notes, unit_name};
use crate::charts::funnel::points::{Dot, Group, Limit, groups, surprise};
use crate::charts::geometry::{Area, Point};
use crate::charts::palette::{Look, Marker, WHOLE, look};
use crate::charts::scale::{Scale, tick_text};
use crate::charts::shapes::{Anchor, circle, marker, path, polyline, words as text};
use crate::charts::text_fit::width;
use crate::charts::words;
use crate::figures::ALL;
use crate::lang::Lang;
use crate::style::Style;
use crate::unit_names::UnitNames;

/// Height of the plot.
const HEIGHT: f64 = 270.0;

/// So many units outside are named in the plot; the notes count the rest.
const MOST_NAMES: usize = 10;

/// Dashes of the 95 % limits; those of 99.8 % are solid.
const DASH_95: &str = "4 3";

/// Places of sizes and rates.
struct Scales {
    n: Scale,
    rate: Scale,
}

impl Scales {
    fn point(&self, n: i64, rate: f64) -> Point {
        Point { x: self.n.at(n as f64), y: self.rate.at(rate) }
    }
}

/// The start rates of the units against their number of projects. Nothing where no unit has a rate.
pub fn funnel(rankings: &[Ranking], as_of: Date, names: &UnitNames, style: &Style) -> Option<String> {
    let groups = groups(rankings, as_of);
    let largest = groups.iter().flat_map(|group| group.dots.iter().map(|dot| dot.n)).max()?;
    let until = as_of_words(as_of, style.lang);
    let title = match style.lang {
        Lang::Zh => format!("各单位开工率与项目数（漏斗图，截至{until}）"),
        Lang::En => format!("Start rates of units against their size (funnel plot) at {until}"),
    };
    let mut frame = Frame::new("funnel", style.lang, title.clone(), &title);
    frame.describe(description(&groups, names, style));
    draw(&mut frame, &groups, largest, names, style);
    for note in notes(&groups, MOST_NAMES, style.lang) {
        frame.note(&note);
    }
    Some(frame.finish())
}

fn draw(frame: &mut Frame, groups: &[Group<'_>], largest: i64, names: &UnitNames, style: &Style) {
    let room = frame.room(HEIGHT + BELOW_ROOM);
    let plot = Area {
        left: LEFT_ROOM,
        top: room.top + 12.0,
        right: room.right - 44.0,
        bottom: room.bottom - BELOW_ROOM,
    };
    let scales = Scales {
        n: Scale::new((0.0, largest as f64 * 1.03), (plot.left, plot.right)),
        rate: Scale::new((0.0, 1.0), (plot.bottom, plot.top)),
    };
    share_axis(frame, plot, &scales.rate);
    let ticks = scales.n.ticks(6).into_iter().filter(|tick| tick.fract() == 0.0);
    let ticks: Vec<(f64, String)> = ticks.map(|tick| (tick, tick_text(tick))).collect();
    level_axis(frame, plot, &scales.n, &ticks, style.lang.pick("项目数（个）", "number of projects"));
    let mut obstacles = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        draw_limits(frame, group, look_of(index, group), &scales, plot);
        for dot in &group.dots {
            draw_dot(frame, dot, look_of(index, group), &scales);
            obstacles.push(Area::around(scales.point(dot.n, dot.rate), radius(dot)));
        }
    }
    end_labels::write(
        frame,
        &labels(groups, names, &scales, style),
        &obstacles,
        Area { right: room.right, ..plot },
    );
}

fn look_of(index: usize, group: &Group<'_>) -> Look {
    if group.name == ALL { Look { class: "lc-1", marker: Marker::Circle, ..WHOLE } } else { look(index) }
}

/// One limit: of both sides, or of one.
type Side = fn(&Limit) -> f64;

/// Four lines; at the right end those of the funnel say which limit they are.
fn draw_limits(frame: &mut Frame, group: &Group<'_>, look: Look, scales: &Scales, plot: Area) {
    let class =
        if group.name == ALL { "lc-thin lc-dim".to_owned() } else { format!("lc-thin {}", look.class) };
    let sides: [(Side, &str, &str); 4] = [
        (|limit| limit.of_998.0, "", "99.8%"),
        (|limit| limit.of_95.0, DASH_95, "95%"),
        (|limit| limit.of_95.1, DASH_95, "95%"),
        (|limit| limit.of_998.1, "", "99.8%"),
    ];
    let mut taken: Vec<f64> = Vec::new();
    for (side, dash, name) in sides {
        let points: Vec<Point> =
            group.limits.iter().map(|limit| scales.point(limit.n, side(limit))).collect();
        if points.len() > 1 {
            frame.add(path(&polyline(&points), &class, dash));
        }
        let Some(last) = points.last().filter(|_| group.name == ALL) else { continue };
        let is_free = taken.iter().all(|y| (y - last.y).abs() > 13.0);
        if is_free {
            taken.push(last.y);
            let place = Point { x: plot.right + 3.0, y: last.y + 4.5 };
            frame.add(text(place, Anchor::Start, "lc-tick", name));
        }
    }
}

/// A dot; several units on one place are a larger one with their number in it.
fn draw_dot(frame: &mut Frame, dot: &Dot<'_>, look: Look, scales: &Scales) {
    let at = scales.point(dot.n, dot.rate);
    let is_outside = dot.units.iter().any(|row| surprise(row) > 0);
    let class = if is_outside { "lc-solid lc-2".to_owned() } else { format!("lc-solid {}", look.class) };
    if dot.units.len() == 1 {
        frame.add(marker(look.marker, at, &class));
        return;
    }
    frame.add(circle(at, radius(dot), &class));
    if dot.units.len() > 1 {
        let place = Point { y: at.y + 3.8, ..at };
        frame.add(text(place, Anchor::Middle, "lc-in", &dot.units.len().to_string()));
    }
}

fn radius(dot: &Dot<'_>) -> f64 {
    let digits = width(&dot.units.len().to_string());
    if dot.units.len() > 1 { 5.0 + 3.5 * digits } else { 3.8 }
}

/// Names of the units outside, the most surprising first, larger ones before smaller ones.
fn labels(groups: &[Group<'_>], names: &UnitNames, scales: &Scales, style: &Style) -> Vec<EndLabel> {
    let units = groups.iter().flat_map(|group| group.dots.iter());
    let mut outside: Vec<(&Dot<'_>, &Ranking)> = units
        .flat_map(|dot| dot.units.iter().map(move |row| (dot, *row)))
        .filter(|(_, row)| surprise(row) > 0)
        .collect();
    outside.sort_by_key(|(dot, row)| (std::cmp::Reverse((surprise(row), dot.n)), &row.unit_code));
    let label = |(dot, row): (&Dot<'_>, &Ranking)| {
        let rate = words::share(dot.rate, style).unwrap_or_default();
        EndLabel {
            at: scales.point(dot.n, dot.rate),
            text: format!("{} {rate}", unit_name(&row.unit_code, names, 8.0)),
            class: "lc-2",
            reach: radius(dot),
        }
    };
    outside.into_iter().take(MOST_NAMES).map(label).collect()
}
