//! Capital by age (分龄资金到位): how much of the contract value has arrived by which age, a line an edition, and where
//! it is heading.

pub mod notes;
pub mod points;

use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::capital_triangle::CapitalTriangleCell;
use model::date::Date;

use crate::calendar_words::as_of_words;
use crate::charts::axis::{BELOW_ROOM, LEFT_ROOM, level_axis, share_axis};
use crate::charts::capital_by_age::notes::{description, notes};
use crate::charts::capital_by_age::points::{Cell, Edition, ToCome, picked};
use crate::charts::end_labels::{self, EndLabel, MARKER_REACH};
use crate::charts::frame::Frame;
use crate::charts::geometry::{Area, Point};
use crate::charts::palette::{Look, look};
use crate::charts::scale::{Scale, month_step, multiples, share_top};
use crate::charts::shapes::{line, marker, path, polyline};
use crate::charts::words::{self, edition};
use crate::lang::Lang;
use crate::style::Style;

/// Height of the plot.
const HEIGHT: f64 = 250.0;

/// Dashes of what is not whole, and of what is forecast.
const PARTIAL_DASH: &str = "5 3";
const FORECAST_DASH: &str = "1.5 3.5";

/// Places of ages and rates.
struct Scales {
    age: Scale,
    rate: Scale,
}

impl Scales {
    fn point(&self, age: i32, yuan: i64, contract_yuan: i64) -> Point {
        Point { x: self.age.at(f64::from(age)), y: self.rate.at(yuan as f64 / contract_yuan as f64) }
    }
}

/// The capital arrival rate by months since signing. Nothing where no edition has a contract value and a known capital.
pub fn capital_by_age(
    cells: &[CapitalTriangleCell],
    forecast: &[CapitalForecast],
    event: &str,
    as_of: Date,
    style: &Style,
) -> Option<String> {
    let picked = picked(cells, forecast, event, as_of);
    let spans = spans(&picked.editions)?;
    let heading = heading(&words::event(event, 13.0, style.lang), as_of, style.lang);
    let title = self::heading(&words::event(event, f64::INFINITY, style.lang), as_of, style.lang);
    let mut frame = Frame::new("capital-by-age", style.lang, title, &heading);
    frame.describe(description(&picked.editions, style));
    draw(&mut frame, &picked.editions, spans, style);
    for note in notes(&picked, style.lang) {
        frame.note(&note);
    }
    Some(frame.finish())
}

fn heading(event: &str, as_of: Date, lang: Lang) -> String {
    let until = as_of_words(as_of, lang);
    match lang {
        Lang::Zh => format!("{event}各届同龄资金到位率（截至{until}）"),
        Lang::En => format!("Capital by age of {event} at {until}"),
    }
}

/// The greatest age, and the least and greatest rate, of cells and forecasts.
fn spans(editions: &[Edition<'_>]) -> Option<(i32, (f64, f64))> {
    let rates = |row: &Edition<'_>| {
        let highest = |to_come: ToCome| to_come.limits.map_or(to_come.capital_yuan, |(_, high)| high);
        let forecast = row.to_come().map(|to_come| (to_come.age, highest(to_come)));
        let points = row.cells.iter().map(|cell| (cell.age, cell.capital_yuan)).chain(forecast);
        let contract = row.contract_yuan as f64;
        points.map(|(age, yuan)| (age, yuan as f64 / contract)).collect::<Vec<_>>()
    };
    let points: Vec<(i32, f64)> = editions.iter().flat_map(rates).collect();
    let age = points.iter().map(|(age, _)| *age).max()?;
    let greatest = points.iter().map(|(_, rate)| *rate).fold(0.0, f64::max);
    let least = points.iter().map(|(_, rate)| *rate).fold(0.0, f64::min);
    Some((age, (least, share_top(greatest))))
}

fn draw(frame: &mut Frame, editions: &[Edition<'_>], (age, rates): (i32, (f64, f64)), style: &Style) {
    let texts: Vec<String> = editions.iter().map(|row| label(row, style).unwrap_or_default()).collect();
    let forecasts: Vec<String> =
        editions.iter().map(|row| forecast_label(row, style).unwrap_or_default()).collect();
    let room = frame.room(HEIGHT + BELOW_ROOM);
    let plot = Area {
        left: LEFT_ROOM,
        top: room.top + 8.0,
        right: room.right - end_labels::room(&texts).max(end_labels::room(&forecasts)),
        bottom: room.bottom - BELOW_ROOM,
    };
    let scales = Scales {
        age: Scale::new((0.0, f64::from(age)), (plot.left, plot.right)),
        rate: Scale::new(rates, (plot.bottom, plot.top)),
    };
    share_axis(frame, plot, &scales.rate);
    let ages = multiples(0, age, month_step(age, 6));
    let ticks: Vec<(f64, String)> = ages.iter().map(|age| (f64::from(*age), age.to_string())).collect();
    level_axis(frame, plot, &scales.age, &ticks, style.lang.pick("签约后月数", "months since signing"));
    draw_lines(frame, editions, &[texts, forecasts], &scales, Area { right: room.right, ..plot });
}

fn draw_lines(
    frame: &mut Frame,
    editions: &[Edition<'_>],
    [texts, forecasts]: &[Vec<String>; 2],
    scales: &Scales,
    area: Area,
) {
    let (mut obstacles, mut labels) = (Vec::new(), Vec::new());
    for (index, (row, (text, forecast))) in editions.iter().zip(texts.iter().zip(forecasts)).enumerate() {
        let look = look(index);
        let known = draw_cells(frame, row, look, scales);
        let expected = draw_forecast(frame, row, look, scales);
        for (points, text) in [(&known, text), (&expected, forecast)] {
            obstacles.extend(end_labels::along(points));
            labels.extend(points.last().map(|at| EndLabel {
                at: *at,
                text: text.clone(),
                class: look.class,
                reach: MARKER_REACH,
            }));
        }
    }
    end_labels::write(frame, &labels, &obstacles, area);
}

/// Draws the cells of an edition and says where they stand. A line is solid between complete cells, dashed next to
/// one that is not, and broken where an age is missing.
fn draw_cells(frame: &mut Frame, row: &Edition<'_>, look: Look, scales: &Scales) -> Vec<Point> {
    let place = |cell: &Cell| scales.point(cell.age, cell.capital_yuan, row.contract_yuan);
    let class = format!("lc-line {}", look.class);
    let mut stretch: Vec<Point> = Vec::new();
    let mut dash = "";
    for pair in row.cells.windows(2) {
        let [from, to] = pair else { continue };
        let next_dash = if from.is_complete && to.is_complete { "" } else { PARTIAL_DASH };
        let follows = i64::from(to.age) - i64::from(from.age) == 1;
        if !follows || next_dash != dash {
            flush(frame, &mut stretch, &class, dash);
            dash = next_dash;
        }
        if follows {
            if stretch.is_empty() {
                stretch.push(place(from));
            }
            stretch.push(place(to));
        }
    }
    flush(frame, &mut stretch, &class, dash);
    draw_markers(frame, row, look, &place);
    row.cells.iter().map(place).collect()
}

fn flush(frame: &mut Frame, stretch: &mut Vec<Point>, class: &str, dash: &str) {
    if stretch.len() > 1 {
        frame.add(path(&polyline(stretch), class, dash));
    }
    stretch.clear();
}

/// A marker on each third age and at the end: enough to tell lines apart, not so many that they hide them.
fn draw_markers(frame: &mut Frame, row: &Edition<'_>, look: Look, place: &dyn Fn(&Cell) -> Point) {
    let last = row.cells.last().map(|cell| cell.age);
    for cell in row.cells.iter().filter(|cell| cell.age % 3 == 0 || Some(cell.age) == last) {
        let fill = if cell.is_complete { "lc-solid" } else { "lc-hollow" };
        frame.add(marker(look.marker, place(cell), &format!("{fill} {}", look.class)));
    }
}

/// Draws the forecast from the newest complete cell on, and its limits; says where it runs.
fn draw_forecast(frame: &mut Frame, row: &Edition<'_>, look: Look, scales: &Scales) -> Vec<Point> {
    let (Some(latest), Some(to_come)) = (row.latest(), row.to_come()) else { return Vec::new() };
    let ToCome { age, capital_yuan: ultimate, limits } = to_come;
    let from = scales.point(latest.age, latest.capital_yuan, row.contract_yuan);
    let to = scales.point(age, ultimate, row.contract_yuan);
    frame.add(path(&polyline(&[from, to]), &format!("lc-line {}", look.class), FORECAST_DASH));
    let thin = format!("lc-thin {}", look.class);
    if let Some((low, high)) = limits {
        let (low, high) =
            (scales.point(age, low, row.contract_yuan), scales.point(age, high, row.contract_yuan));
        frame.add(line(low, high, &thin));
        for end in [low, high] {
            frame.add(line(Point { x: end.x - 4.0, ..end }, Point { x: end.x + 4.0, ..end }, &thin));
        }
    }
    frame.add(marker(look.marker, to, &format!("lc-hollow {}", look.class)));
    vec![from, to]
}

/// `2020届 22.5%`.
fn label(row: &Edition<'_>, style: &Style) -> Option<String> {
    let rate = words::percent(row.cells.last()?.capital_yuan, row.contract_yuan, style)?;
    Some(format!("{} {rate}", edition(row.cohort, style.lang)))
}

/// `预测 26.9%`.
fn forecast_label(row: &Edition<'_>, style: &Style) -> Option<String> {
    row.latest()?;
    let rate = words::percent(row.to_come()?.capital_yuan, row.contract_yuan, style)?;
    Some(format!("{} {rate}", style.lang.pick("预测", "forecast")))
}
