//! The pieces of a drawing (图元): words, lines, paths, bars and markers. Texts are escaped where they are written.

use svg::node::element::Element;
use svg::node::{Node, Text};

use crate::charts::geometry::{Area, Point, coordinate};
use crate::charts::palette::Marker;

/// Which side of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// The text is centered there.
    Middle,
    /// The text ends there.
    End,
}

/// An element with these attributes.
pub fn element(name: &str, attributes: &[(&str, &str)]) -> Element {
    let mut element = Element::new(name);
    for (key, value) in attributes {
        element.assign(*key, *value);
    }
    element
}

/// An element that holds a text and nothing else.
pub fn element_of_text(name: &str, attributes: &[(&str, &str)], content: &str) -> Element {
    let mut element = element(name, attributes);
    element.append(Text::new(content));
    element
}

/// Words at a place; `place` is on their base line.
pub fn words(place: Point, anchor: Anchor, class: &str, content: &str) -> Element {
    let (x, y) = (coordinate(place.x), coordinate(place.y));
    let mut attributes = vec![("x", x.as_str()), ("y", y.as_str()), ("class", class)];
    match anchor {
        Anchor::Start => {}
        Anchor::Middle => attributes.push(("text-anchor", "middle")),
        Anchor::End => attributes.push(("text-anchor", "end")),
    }
    element_of_text("text", &attributes, content)
}

/// A straight line.
pub fn line(from: Point, to: Point, class: &str) -> Element {
    path(&polyline(&[from, to]), class, "")
}

/// A path with this dash pattern; empty is solid.
pub fn path(data: &str, class: &str, dash: &str) -> Element {
    let mut attributes = vec![("d", data), ("class", class)];
    if !dash.is_empty() {
        attributes.push(("stroke-dasharray", dash));
    }
    element("path", &attributes)
}

/// A rectangle.
pub fn bar(area: Area, class: &str) -> Element {
    let width = coordinate((area.right - area.left).max(0.0));
    let height = coordinate((area.bottom - area.top).max(0.0));
    let (x, y) = (coordinate(area.left), coordinate(area.top));
    element("rect", &[("x", &x), ("y", &y), ("width", &width), ("height", &height), ("class", class)])
}

/// A circle.
pub fn circle(center: Point, radius: f64, class: &str) -> Element {
    let (x, y, r) = (coordinate(center.x), coordinate(center.y), coordinate(radius));
    element("circle", &[("cx", &x), ("cy", &y), ("r", &r), ("class", class)])
}

/// A marker around a place.
pub fn marker(kind: Marker, center: Point, class: &str) -> Element {
    let at = |x: f64, y: f64| Point { x: center.x + x, y: center.y + y };
    let corners = match kind {
        Marker::Circle => return circle(center, 3.6, class),
        Marker::Square => vec![at(-3.3, -3.3), at(3.3, -3.3), at(3.3, 3.3), at(-3.3, 3.3)],
        Marker::Triangle => vec![at(0.0, -4.4), at(4.2, 3.2), at(-4.2, 3.2)],
        Marker::Diamond => vec![at(0.0, -4.8), at(4.8, 0.0), at(0.0, 4.8), at(-4.8, 0.0)],
        Marker::Tip => vec![at(0.0, 4.4), at(4.2, -3.2), at(-4.2, -3.2)],
        Marker::Tall => vec![at(-2.2, -5.0), at(2.2, -5.0), at(2.2, 5.0), at(-2.2, 5.0)],
    };
    path(&format!("{}Z", polyline(&corners)), class, "")
}

/// Path data through these points.
pub fn polyline(points: &[Point]) -> String {
    let mut data = String::new();
    for (index, point) in points.iter().enumerate() {
        data.push(if index == 0 { 'M' } else { 'L' });
        data.push_str(&format!("{} {}", coordinate(point.x), coordinate(point.y)));
    }
    data
}

/// The points of a step line: each value holds until the next point.
pub fn steps(points: &[Point]) -> Vec<Point> {
    let mut corners: Vec<Point> = Vec::with_capacity(points.len() * 2);
    for point in points {
        if let Some(last) = corners.last().copied() {
            corners.push(Point { x: point.x, y: last.y });
        }
        corners.push(*point);
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        let place = Point { x: 1.0, y: 2.0 };
        let drawn = words(place, Anchor::End, "lc-note", "<script>&\"'").to_string();
        assert_eq!(
            drawn,
            "<text class=\"lc-note\" text-anchor=\"end\" x=\"1\" y=\"2\">&lt;script&gt;&amp;\"'</text>"
        );
    }

    #[test]
    fn a_step_line_holds_its_value_until_the_next_point() {
        let points = [Point { x: 0.0, y: 9.0 }, Point { x: 4.0, y: 3.0 }];
        assert_eq!(polyline(&steps(&points)), "M0 9L4 9L4 3");
        assert_eq!(polyline(&steps(&[])), "");
    }
}
