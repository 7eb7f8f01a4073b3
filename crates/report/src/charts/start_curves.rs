//! Start curves (开工曲线): what share of an edition has started by which age, with 95 % limits and numbers at risk.

pub mod points;
pub mod risk_table;

use model::datasets::start_curves::StartCurve;
use model::date::Date;

use crate::calendar_words::as_of_words;
use crate::charts::axis::{BELOW_ROOM, level_axis, share_axis};
use crate::charts::end_labels::{self, EndLabel, MARKER_REACH};
use crate::charts::frame::Frame;
use crate::charts::geometry::{Area, Point};
use crate::charts::palette::{Look, look};
use crate::charts::scale::{Scale, month_step, multiples};
use crate::charts::shapes::{marker, path, polyline, steps};
use crate::charts::start_curves::points::{Curve, FEW_AT_RISK, Step, curves};
use crate::charts::words::{self, edition, reason};
use crate::lang::Lang;
use crate::style::Style;

/// Height of the plot.
const HEIGHT: f64 = 250.0;

/// Room left of the plot: the names of the editions stand there, beside the numbers at risk.
const NAME_ROOM: f64 = 62.0;

/// Places of ages and shares.
struct Scales {
    age: Scale,
    share: Scale,
}

impl Scales {
    fn point(&self, age: i32, share: f64) -> Point {
        Point { x: self.age.at(f64::from(age)), y: self.share.at(share) }
    }
}

/// The cumulative share started by months since signing, a step line an edition. Nothing where no curve is estimated.
pub fn start_curves(rows: &[StartCurve], event: &str, as_of: Date, style: &Style) -> Option<String> {
    let (curves, n_left_out) = curves(rows, event, as_of);
    let greatest_age = curves.iter().flat_map(|curve| curve.steps.iter().map(|step| step.age)).max()?;
    let heading = heading(&words::event(event, 14.0, style.lang), as_of, style.lang);
    let title = self::heading(&words::event(event, f64::INFINITY, style.lang), as_of, style.lang);
    let mut frame = Frame::new("start-curves", style.lang, title, &heading);
    frame.describe(description(&curves, style));
    let ages = multiples(0, greatest_age, month_step(greatest_age, 6));
    draw(&mut frame, &curves, greatest_age, &ages, style);
    for note in notes(&curves, n_left_out, style.lang) {
        frame.note(&note);
    }
    Some(frame.finish())
}

fn heading(event: &str, as_of: Date, lang: Lang) -> String {
    let until = as_of_words(as_of, lang);
    match lang {
        Lang::Zh => format!("{event}各届开工曲线（截至{until}）"),
        Lang::En => format!("Start curves of {event} at {until}"),
    }
}

fn draw(frame: &mut Frame, curves: &[Curve<'_>], greatest_age: i32, ages: &[i32], style: &Style) {
    let labels: Vec<String> = curves.iter().map(|curve| label(curve, style).unwrap_or_default()).collect();
    let room = frame.room(HEIGHT + BELOW_ROOM);
    let plot = Area {
        left: NAME_ROOM,
        top: room.top + 8.0,
        right: room.right - end_labels::room(&labels),
        bottom: room.bottom - BELOW_ROOM,
    };
    let scales = Scales {
        age: Scale::new((0.0, f64::from(greatest_age)), (plot.left, plot.right)),
        share: Scale::new((0.0, 1.0), (plot.bottom, plot.top)),
    };
    share_axis(frame, plot, &scales.share);
    let ticks: Vec<(f64, String)> = ages.iter().map(|age| (f64::from(*age), age.to_string())).collect();
    let title = style.lang.pick("签约后月数", "months since signing");
    level_axis(frame, plot, &scales.age, &ticks, title);
    draw_lines(frame, curves, &labels, &scales, Area { right: room.right, ..plot });
    risk_table::draw(frame, curves, ages, &scales.age, style.lang);
}

/// Limits first, then lines, then names, so that nothing hides a name.
fn draw_lines(frame: &mut Frame, curves: &[Curve<'_>], texts: &[String], scales: &Scales, area: Area) {
    let looks = || curves.iter().enumerate().map(|(index, curve)| (curve, look(index)));
    for (curve, look) in looks() {
        draw_limits(frame, curve, look, scales);
    }
    let mut obstacles = Vec::new();
    let mut labels = Vec::new();
    for ((curve, look), text) in looks().zip(texts) {
        let Some(quoted) = curve.quoted() else { continue };
        obstacles.extend(draw_line(frame, curve, look, scales));
        let at = scales.point(quoted.age, quoted.share);
        frame.add(marker(look.marker, at, &format!("lc-solid {}", look.class)));
        labels.push(EndLabel { at, text: text.clone(), class: look.class, reach: MARKER_REACH });
    }
    end_labels::write(frame, &labels, &obstacles, area);
}

/// A step line from 0 on, thin where few projects are left; says where it runs.
fn draw_line(frame: &mut Frame, curve: &Curve<'_>, look: Look, scales: &Scales) -> Vec<Area> {
    let mut points = vec![scales.point(0, 0.0)];
    points.extend(curve.steps.iter().map(|step| scales.point(step.age, step.share)));
    let (sure, tail) = points.split_at(points.len().min(curve.n_sure() + 1));
    let sure = steps(sure);
    frame.add(path(&polyline(&sure), &format!("lc-line {}", look.class), look.dash));
    let after: Vec<Point> = sure.last().copied().into_iter().chain(tail.iter().copied()).collect();
    let after = steps(&after);
    if after.len() > 1 {
        frame.add(path(&polyline(&after), &format!("lc-thin {}", look.class), ""));
    }
    end_labels::along(&sure).into_iter().chain(end_labels::along(&after)).collect()
}

/// Shades each stretch of steps that have limits.
fn draw_limits(frame: &mut Frame, curve: &Curve<'_>, look: Look, scales: &Scales) {
    let ends = curve.steps.iter().skip(1).map(Some).chain([None]);
    let mut stretch: Vec<(i32, (f64, f64))> = Vec::new();
    let class = format!("lc-band {}", look.class);
    for (step, next) in curve.steps.iter().zip(ends) {
        stretch.extend(step.limits.map(|limits| (step.age, limits)));
        let goes_on = next.is_some_and(|next: &Step| next.limits.is_some());
        if goes_on || stretch.is_empty() {
            continue;
        }
        let last = stretch.last().map(|(_, limits)| *limits);
        stretch.extend(next.zip(last).map(|(next, limits)| (next.age, limits)));
        let lower: Vec<Point> = stretch.iter().map(|(age, (low, _))| scales.point(*age, *low)).collect();
        let upper: Vec<Point> = stretch.iter().map(|(age, (_, high))| scales.point(*age, *high)).collect();
        let around: Vec<Point> = steps(&lower).into_iter().chain(steps(&upper).into_iter().rev()).collect();
        frame.add(path(&format!("{}Z", polyline(&around)), &class, ""));
        stretch.clear();
    }
}

/// `2020届 75.0%`.
fn label(curve: &Curve<'_>, style: &Style) -> Option<String> {
    let share = words::share(curve.quoted()?.share, style)?;
    Some(format!("{} {share}", edition(curve.cohort, style.lang)))
}

fn description(curves: &[Curve<'_>], style: &Style) -> String {
    let part = |curve: &Curve<'_>| {
        let name = edition(curve.cohort, style.lang);
        let Some(last) = curve.quoted() else { return not_estimated(curve, style.lang) };
        let share = words::share(last.share, style).unwrap_or_default();
        let of_limits =
            last.limits.and_then(|(low, high)| Some((words::share(low, style)?, words::share(high, style)?)));
        let limits = of_limits.map_or_else(String::new, |(low, high)| match style.lang {
            Lang::Zh => format!("（95%置信区间{low}至{high}）"),
            Lang::En => format!(" (95 % limits {low} to {high})"),
        });
        match style.lang {
            Lang::Zh => format!("{name}签约满{}个月累计开工{share}{limits}", last.age),
            Lang::En => format!("{name}: {share} started within {} months of signing{limits}", last.age),
        }
    };
    words::sentence(&curves.iter().map(part).collect::<Vec<_>>(), style.lang)
}

fn not_estimated(curve: &Curve<'_>, lang: Lang) -> String {
    let name = edition(curve.cohort, lang);
    let why = curve.note.map(|code| reason(code, lang));
    let why = why.unwrap_or_else(|| lang.pick("没有可画的数据", "no figures").to_owned());
    match lang {
        Lang::Zh => format!("{name}无法估计：{why}"),
        Lang::En => format!("{name} cannot be estimated: {why}"),
    }
}

fn notes(curves: &[Curve<'_>], n_left_out: usize, lang: Lang) -> Vec<String> {
    let method = lang.pick(
        "阶梯线为累计开工比例（Aalen–Johansen法，终止按竞争事件处理），阴影为95%置信区间。",
        "Step lines: share started (Aalen–Johansen, a termination competes); shaded: 95 % limits.",
    );
    let mut notes = vec![method.to_owned()];
    if curves.iter().any(|curve| curve.n_sure() < curve.steps.len()) {
        notes.push(match lang {
            Lang::Zh => format!("细线段：仍在观察的项目不足{FEW_AT_RISK}个，数值标在此前最后一点。"),
            Lang::En => format!(
                "Thin: fewer than {FEW_AT_RISK} projects left; the value before is the one that is quoted."
            ),
        });
    }
    for curve in curves {
        if curve.steps.is_empty() {
            notes.push(words::sentence(&[not_estimated(curve, lang)], lang));
        }
        if curve.n_left_out > 0 {
            let (name, n) = (edition(curve.cohort, lang), words::projects(curve.n_left_out, lang));
            notes.push(match lang {
                Lang::Zh => format!("{name}另有{n}签约月份不明，未计入。"),
                Lang::En => format!("{name} leaves out {n}: the month of signing is not known."),
            });
        }
    }
    notes.extend(words::left_out(n_left_out, lang));
    notes
}
