//! Where labels stand (标注避让): beside their point, never on each other, and off the lines where there is room.

use crate::charts::geometry::{Area, Point};

/// A label that wants a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// The point that it names.
    pub at: Point,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// How far the mark of the point reaches: the label begins beyond it.
    pub reach: f64,
}

/// Free room between the mark of a point and its label.
const GAP: f64 = 3.5;

/// How far above or below its point a label may stand, in heights.
const SHIFTS: [f64; 17] =
    [0.0, -0.5, 0.5, -1.0, 1.0, -1.5, 1.5, -2.0, 2.0, -2.5, 2.5, -3.0, 3.0, -4.0, 4.0, -5.0, 5.0];

/// What it costs to cover a piece of a line, against standing one unit farther away.
const COST_OF_COVERING: f64 = 9.0;

/// A place for each label within the area, in order; nothing where all places are taken.
pub fn place(wanted: &[Wanted], obstacles: &[Area], area: Area) -> Vec<Option<Area>> {
    let mut places: Vec<Option<Area>> = Vec::with_capacity(wanted.len());
    for label in wanted {
        let best = candidates(label, area)
            .filter(|(place, _)| places.iter().flatten().all(|taken| !taken.overlaps(place)))
            .map(|(place, distance)| (place, distance + COST_OF_COVERING * n_covered(&place, obstacles)))
            .min_by(|one, other| one.1.total_cmp(&other.1));
        places.push(best.map(|(place, _)| place));
    }
    places
}

fn n_covered(place: &Area, obstacles: &[Area]) -> f64 {
    obstacles.iter().filter(|obstacle| obstacle.overlaps(place)).count() as f64
}

/// Right of the point, left of it, centered over it; each at several heights, with the distance that it costs.
fn candidates(label: &Wanted, area: Area) -> impl Iterator<Item = (Area, f64)> {
    let Wanted { at, width, height, reach } = *label;
    let beside = reach + GAP;
    let lefts = [(at.x + beside, 0.0), (at.x - beside - width, 4.0), (at.x - width / 2.0, 6.0)];
    let places = lefts.into_iter().flat_map(move |(left, cost)| {
        SHIFTS.into_iter().map(move |shift| {
            let top = at.y + shift * height - height / 2.0;
            (Area { left, top, right: left + width, bottom: top + height }, cost + shift.abs() * height * 0.5)
        })
    });
    places.filter(move |(place, _)| area.holds(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 100.0 };

    fn wanted(x: f64, y: f64) -> Wanted {
        Wanted { at: Point { x, y }, width: 40.0, height: 14.0, reach: 3.5 }
    }

    #[test]
    fn labels_of_one_point_do_not_stand_on_each_other() {
        let places = place(&[wanted(50.0, 50.0); 6], &[], AREA);
        let places: Vec<Area> = places.into_iter().flatten().collect();
        assert_eq!(places.len(), 6);
        for (index, one) in places.iter().enumerate() {
            assert!(AREA.holds(one));
            assert!(places.iter().skip(index + 1).all(|other| !one.overlaps(other)));
        }
    }

    #[test]
    fn a_label_at_the_right_edge_goes_to_the_left() {
        let places = place(&[wanted(195.0, 50.0)], &[], AREA);
        assert!(places.iter().flatten().all(|place| place.right < 195.0));
    }

    #[test]
    fn lines_are_left_free_where_there_is_room() {
        let line: Vec<Area> =
            (5..20).map(|step| Area::around(Point { x: 10.0 * f64::from(step), y: 50.0 }, 3.0)).collect();
        let places = place(&[wanted(50.0, 50.0)], &line, AREA);
        assert!(places.iter().flatten().all(|place| line.iter().all(|piece| !piece.overlaps(place))));
    }

    #[test]
    fn without_any_room_there_is_no_place() {
        let narrow = Area { right: 30.0, ..AREA };
        assert_eq!(place(&[wanted(10.0, 50.0)], &[], narrow), [None]);
    }
}
