//! Points and areas of a drawing (几何), and how a coordinate is printed.

/// A place, in units of the drawing; y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Area {
    /// The square of this half width around a place.
    pub fn around(center: Point, half: f64) -> Area {
        Area { left: center.x - half, top: center.y - half, right: center.x + half, bottom: center.y + half }
    }

    /// The two share more than an edge.
    pub fn overlaps(&self, other: &Area) -> bool {
        let beside = self.right <= other.left || other.right <= self.left;
        let above = self.bottom <= other.top || other.bottom <= self.top;
        !beside && !above
    }

    /// The other lies wholly in this one.
    pub fn holds(&self, other: &Area) -> bool {
        let across = self.left <= other.left && other.right <= self.right;
        across && self.top <= other.top && other.bottom <= self.bottom
    }
}

/// No coordinate lies farther out than this.
const FARTHEST: f64 = 100_000.0;

/// A coordinate with one decimal at most; what is no number is 0.
pub fn coordinate(value: f64) -> String {
    let value = if value.is_nan() { 0.0 } else { value.clamp(-FARTHEST, FARTHEST) };
    let tenths = (value * 10.0).round() / 10.0;
    // Adding zero turns -0 into 0.
    format!("{}", tenths + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, expected: &str) {
        assert_eq!(coordinate(value), expected);
    }

    #[test]
    fn coordinates_are_short_and_always_numbers() {
        check(1.0, "1");
        check(12.349, "12.3");
        check(-0.01, "0");
        check(f64::NAN, "0");
        check(f64::INFINITY, "100000");
        check(f64::NEG_INFINITY, "-100000");
    }

    #[test]
    fn areas_that_only_touch_do_not_overlap() {
        let left = Area { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        let right = Area { left: 10.0, right: 20.0, ..left };
        assert!(!left.overlaps(&right));
        assert!(left.overlaps(&Area { left: 9.0, ..right }));
        assert!(left.holds(&Area::around(Point { x: 5.0, y: 5.0 }, 5.0)));
        assert!(!left.holds(&Area::around(Point { x: 5.0, y: 5.0 }, 6.0)));
    }
}
