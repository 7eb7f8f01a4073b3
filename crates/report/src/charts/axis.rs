//! Axes (坐标轴): grid lines, ticks and what is counted.

use crate::charts::frame::Frame;
use crate::charts::geometry::{Area, Point};
use crate::charts::scale::{Scale, tick_text};
use crate::charts::shapes::{Anchor, line, words};
use crate::charts::text_fit::shorten;

/// Room for the texts of an upright axis of shares.
pub const LEFT_ROOM: f64 = 44.0;

/// Room for ticks and title below a plot.
pub const BELOW_ROOM: f64 = 42.0;

/// An upright axis of shares in per cent, with grid lines over the plot.
pub fn share_axis(frame: &mut Frame, plot: Area, scale: &Scale) {
    for tick in scale.ticks(5) {
        let y = scale.at(tick);
        frame.add(line(Point { x: plot.left, y }, Point { x: plot.right, y }, "lc-grid"));
        let text = shorten(&format!("{}%", tick_text(tick * 100.0)), LEFT_ROOM / 13.0);
        frame.add(words(Point { x: plot.left - 6.0, y: y + 4.5 }, Anchor::End, "lc-tick", &text));
    }
}

/// A level axis below a plot: ticks with their texts, and a title in the middle.
pub fn level_axis(frame: &mut Frame, plot: Area, scale: &Scale, ticks: &[(f64, String)], title: &str) {
    let y = plot.bottom;
    frame.add(line(Point { x: plot.left, y }, Point { x: plot.right, y }, "lc-axis"));
    for (value, text) in ticks {
        let x = scale.at(*value);
        frame.add(line(Point { x, y }, Point { x, y: y + 4.0 }, "lc-axis"));
        frame.add(words(Point { x, y: y + 17.0 }, Anchor::Middle, "lc-tick", text));
    }
    let middle = Point { x: f64::midpoint(plot.left, plot.right), y: y + 35.0 };
    frame.add(words(middle, Anchor::Middle, "lc-tick", title));
}
