//! Names at the points that they speak of (直接标注): no legend has to be looked up.

use crate::charts::frame::Frame;
use crate::charts::geometry::{Area, Point};
use crate::charts::label_places::{Wanted, place};
use crate::charts::shapes::{Anchor, line, words};
use crate::charts::text_fit::width;

/// Size of a label, and the height that it takes.
const SIZE: f64 = 14.0;
const HEIGHT: f64 = 16.0;

/// A label farther from the mark of its point than this is tied to it by a thin line.
const FAR: f64 = 13.5;

/// A label and the point that it names.
#[derive(Debug, Clone, PartialEq)]
pub struct EndLabel {
    /// The point.
    pub at: Point,
    /// Its text.
    pub text: String,
    /// The class that sets its color.
    pub class: &'static str,
    /// How far the mark of the point reaches.
    pub reach: f64,
}

/// How far the marker at the end of a line reaches.
pub const MARKER_REACH: f64 = 3.5;

/// How much room the widest of these texts takes right of a plot.
pub fn room(texts: &[String]) -> f64 {
    let widest = texts.iter().map(|text| width(text)).fold(0.0, f64::max);
    (widest * SIZE + 14.0).clamp(20.0, 175.0)
}

/// Writes the labels within the area, off the obstacles where there is room.
pub fn write(frame: &mut Frame, labels: &[EndLabel], obstacles: &[Area], area: Area) {
    let wanted: Vec<Wanted> = labels
        .iter()
        .map(|label| Wanted {
            at: label.at,
            width: width(&label.text) * SIZE + 2.0,
            height: HEIGHT,
            reach: label.reach,
        })
        .collect();
    for (label, place) in labels.iter().zip(place(&wanted, obstacles, area)) {
        let Some(place) = place else { continue };
        if let Some(near) = far_side(label, place) {
            let class = format!("lc-thin {}", label.class);
            frame.add(line(label.at, near, &class));
        }
        let class = format!("lc-label {}", label.class);
        let base = Point { x: place.left, y: place.bottom - 4.0 };
        frame.add(words(base, Anchor::Start, &class, &label.text));
    }
}

/// Where the tie to a far label ends; nothing for a label that stands near.
fn far_side(label: &EndLabel, place: Area) -> Option<Point> {
    let at = label.at;
    let near =
        Point { x: at.x.clamp(place.left, place.right), y: at.y.clamp(place.top + 3.0, place.bottom - 3.0) };
    let distance = (near.x - at.x).hypot(near.y - at.y);
    (distance - label.reach > FAR).then_some(near)
}

/// Obstacles along a line: small squares that labels keep off.
pub fn along(points: &[Point]) -> Vec<Area> {
    let mut squares: Vec<Area> = Vec::new();
    for pair in points.windows(2) {
        let [from, to] = pair else { continue };
        let n_steps = ((to.x - from.x).hypot(to.y - from.y) / 8.0).ceil().clamp(1.0, 80.0);
        squares.extend((0..=n_steps as i32).map(|step| {
            let share = f64::from(step) / n_steps;
            let between = Point { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
            Area::around(between, 2.0)
        }));
    }
    squares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn every_label_is_written_once() {
        let mut frame = Frame::new("months", Lang::Zh, String::new(), "");
        let area = frame.room(200.0);
        let at = Point { x: 100.0, y: 90.0 };
        let labels: Vec<EndLabel> = ["2020届 75.0%", "2021届 65.5%", "合计 61.8%"]
            .map(|text| EndLabel { at, text: text.to_owned(), class: "lc-1", reach: MARKER_REACH })
            .into();
        write(&mut frame, &labels, &along(&[Point { x: 0.0, y: 90.0 }, at]), area);
        let text = frame.finish();
        for label in &labels {
            assert_eq!(text.matches(&label.text).count(), 1);
        }
    }

    #[test]
    fn obstacles_follow_the_line() {
        let squares = along(&[Point { x: 0.0, y: 0.0 }, Point { x: 16.0, y: 0.0 }]);
        assert_eq!(squares.len(), 3);
        assert!(along(&[Point { x: 0.0, y: 0.0 }]).is_empty());
    }
}
