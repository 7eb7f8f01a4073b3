//! The months of a panel, month by month (按月排列): places only, so that a million months cost little.

use crate::panel::Panel;

/// Where one month of one project stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its place in `panel.months`.
    pub row: u32,
    /// The number of its project, from 0 on, in the order of the panel.
    pub project: u32,
}

/// Every month, and within it every project, both in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MonthOrder {
    months: Vec<i32>,
    starts: Vec<usize>,
    places: Vec<Place>,
    n_projects: usize,
}

impl MonthOrder {
    /// Puts the months of a panel in order. Of several rows of one project and month the last one is taken.
    pub fn of(panel: &Panel) -> MonthOrder {
        let mut months: Vec<i32> = panel.months.iter().map(|month| month.month).collect();
        months.sort_unstable();
        months.dedup();
        let mut taken = Vec::with_capacity(panel.months.len());
        let mut n_projects = 0;
        let mut row = 0_usize;
        for history in panel.histories() {
            for same in history.chunk_by(|left, right| left.month == right.month) {
                row += same.len();
                taken.push(Place { row: (row - 1) as u32, project: n_projects as u32 });
            }
            n_projects += 1;
        }
        let number = |place: &Place| {
            let month = panel.months.get(place.row as usize).map(|month| month.month);
            month.and_then(|month| months.binary_search(&month).ok()).unwrap_or_default()
        };
        let (starts, places) = sorted_by_number(&taken, months.len(), number);
        MonthOrder { months, starts, places, n_projects }
    }

    /// How many projects there are.
    pub fn n_projects(&self) -> usize {
        self.n_projects
    }

    /// Each month with its places.
    pub fn months(&self) -> impl DoubleEndedIterator<Item = (i32, &[Place])> {
        let ends = self.starts.iter().zip(self.starts.iter().skip(1));
        let places = ends.map(|(start, end)| self.places.get(*start..*end).unwrap_or_default());
        self.months.iter().copied().zip(places.collect::<Vec<_>>())
    }
}

/// Sorts by a small number, in one pass; what has the same number keeps its order.
fn sorted_by_number(
    taken: &[Place],
    n_numbers: usize,
    number: impl Fn(&Place) -> usize,
) -> (Vec<usize>, Vec<Place>) {
    let mut starts = vec![0; n_numbers + 1];
    let mut next: Vec<usize> = vec![0; n_numbers];
    for place in taken {
        next[number(place)] += 1;
    }
    let mut sum = 0;
    for (start, count) in starts.iter_mut().skip(1).zip(&mut next) {
        let first = sum;
        sum += *count;
        *count = first;
        *start = sum;
    }
    let mut places = vec![Place { row: 0, project: 0 }; taken.len()];
    for place in taken {
        let at = &mut next[number(place)];
        places[*at] = *place;
        *at += 1;
    }
    (starts, places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::datasets::hand_made::{months, panel};

    #[test]
    fn months_come_in_order_with_their_projects() {
        let mut rows = months("B", "2023-01", 2, |_, _| {});
        rows.extend(months("A", "2023-02", 2, |_, _| {}));
        let order = MonthOrder::of(&panel(&rows));
        let place = |row, project| Place { row, project };
        let found: Vec<Vec<Place>> = order.months().map(|(_, places)| places.to_vec()).collect();
        assert_eq!(found, [vec![place(2, 1)], vec![place(0, 0), place(3, 1)], vec![place(1, 0)]]);
        assert_eq!(order.n_projects(), 2);
        assert_eq!(MonthOrder::of(&Panel::default()).months().count(), 0);
    }
}
