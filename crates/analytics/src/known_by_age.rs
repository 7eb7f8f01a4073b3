//! What was known of each edition at each age (各龄已知值), carried from month to month.
//!
//! A month of a project is added once, when the sweep reaches it. Only a project that enters, leaves or changes the
//! edition is added or taken away whole, so that the sweep touches each month of the panel about once.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use crate::names::Name;
use crate::panel::{Panel, PanelMonth};
use crate::standings::{MOST_AGE_MONTHS, Standing};

/// Of the projects that have reached an age, what was known of them at it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Capital arrived by then, yuan.
    pub capital: i128,
    /// Projects whose capital was known then.
    pub n_capital: i64,
    /// Projects of which a return had spoken by then.
    pub n_seen: i64,
}

impl Known {
    /// Adds one month of a project, or takes it away where `sign` is −1.
    fn count(&mut self, row: &PanelMonth, sign: i64) {
        self.capital += i128::from(sign) * i128::from(row.capital_yuan.unwrap_or(0));
        self.n_capital += sign * i64::from(row.capital_yuan.is_some());
        self.n_seen += sign * i64::from(row.months_unreported.is_some());
    }
}

impl AddAssign for Known {
    fn add_assign(&mut self, other: Known) {
        self.capital += other.capital;
        self.n_capital += other.n_capital;
        self.n_seen += other.n_seen;
    }
}

/// Event and edition.
pub type Edition = (Name, Name);

/// Where a project was counted last.
#[derive(Clone, Copy)]
struct Place {
    edition: Edition,
    row: u32,
}

/// The sweep over the months.
pub struct KnownByAge<'a> {
    panel: &'a Panel,
    /// The first row of each history.
    first_rows: Vec<u32>,
    places: Vec<Option<Place>>,
    present: Vec<u32>,
    editions: BTreeMap<Edition, Vec<Known>>,
}

impl<'a> KnownByAge<'a> {
    /// Before the first month.
    pub fn before_the_first_month(panel: &'a Panel) -> KnownByAge<'a> {
        let mut first_rows = Vec::new();
        let mut first_row = 0;
        for history in panel.histories() {
            first_rows.push(first_row);
            first_row += history.len() as u32;
        }
        let places = vec![None; first_rows.len()];
        KnownByAge { panel, first_rows, places, present: Vec::new(), editions: BTreeMap::new() }
    }

    /// Goes on to the next month, with its population.
    pub fn pass(&mut self, month: &[Standing]) {
        for standing in month {
            self.enter(standing);
        }
        let month_index = month.first().map(|standing| standing.month);
        for history in std::mem::take(&mut self.present) {
            let place = self.places.get(history as usize).copied().flatten();
            let row = place.and_then(|place| self.panel.months.get(place.row as usize));
            if row.map(|row| row.month) != month_index {
                self.leave(history);
            }
        }
        self.present = month.iter().map(|standing| standing.history).collect();
    }

    /// What is known of an edition, by age.
    pub fn of_edition(&self, edition: Edition) -> &[Known] {
        self.editions.get(&edition).map_or(&[], Vec::as_slice)
    }

    fn enter(&mut self, standing: &Standing) {
        let edition = (standing.event, standing.cohort);
        let place = self.places.get(standing.history as usize).copied().flatten();
        let first = match place {
            Some(place) if place.edition == edition => place.row + 1,
            Some(_) => {
                self.leave(standing.history);
                self.first_row(standing.history)
            }
            None => self.first_row(standing.history),
        };
        self.count(edition, first, standing.row, 1);
        if let Some(place) = self.places.get_mut(standing.history as usize) {
            *place = Some(Place { edition, row: standing.row });
        }
    }

    fn leave(&mut self, history: u32) {
        let place = self.places.get_mut(history as usize).and_then(Option::take);
        if let Some(place) = place {
            self.count(place.edition, self.first_row(history), place.row, -1);
        }
    }

    fn first_row(&self, history: u32) -> u32 {
        self.first_rows.get(history as usize).copied().unwrap_or_default()
    }

    fn count(&mut self, edition: Edition, first: u32, last: u32, sign: i64) {
        let rows = self.panel.months.get(first as usize..=last as usize).unwrap_or_default();
        count_rows(self.editions.entry(edition).or_default(), rows, sign);
    }
}

/// What is known of the members of one month alone, by age: each with its whole history.
pub fn known_of_members(panel: &Panel, members: &[Standing]) -> Vec<Known> {
    let mut ages = Vec::new();
    for standing in members {
        let until = panel.months.get(..=standing.row as usize).unwrap_or_default();
        let of_project = |row: &&PanelMonth| until.last().is_some_and(|last| last.project == row.project);
        let n_rows = until.iter().rev().take_while(of_project).count();
        count_rows(&mut ages, until.get(until.len() - n_rows..).unwrap_or_default(), 1);
    }
    ages
}

fn count_rows(ages: &mut Vec<Known>, rows: &[PanelMonth], sign: i64) {
    for row in rows {
        let age = row.age.filter(|age| (0..=MOST_AGE_MONTHS).contains(age));
        let Some(age) = age.and_then(|age| usize::try_from(age).ok()) else { continue };
        if ages.len() <= age {
            ages.resize(age + 1, Known::default());
        }
        if let Some(known) = ages.get_mut(age) {
            known.count(row, sign);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standings::Standings;
    use crate::test_panels::{TestProject, panel_of, rows_until};

    #[test]
    fn who_leaves_or_changes_the_edition_takes_its_past_along() {
        let lives = [TestProject::new("P1"), TestProject::new("P2"), TestProject::new("P3")];
        let lives = lives.map(|one| TestProject { capital_a_month: 10, ..one });
        let mut rows = rows_until(&lives, 4);
        for row in rows.iter_mut().filter(|row| row.months_since_signing >= Some(2)) {
            match row.project_id.as_str() {
                "P2" => row.cohort = Some("2021".to_owned()),
                "P3" => row.event = None,
                _ => {}
            }
        }
        rows.retain(|row| row.project_id != "P3" || row.months_since_signing != Some(3));
        let panel = panel_of(&rows);
        let standings = Standings::of(&panel);
        let mut sweep = KnownByAge::before_the_first_month(&panel);
        for (_, month) in standings.months() {
            sweep.pass(month);
            for members in
                month.chunk_by(|left, right| (left.event, left.cohort) == (right.event, right.cohort))
            {
                let edition = (members[0].event, members[0].cohort);
                assert_eq!(sweep.of_edition(edition), known_of_members(&panel, members));
            }
        }
        let n_left = sweep.editions.values().flatten().map(|known| known.n_capital).sum::<i64>();
        assert_eq!(n_left, 5 + 5 + 4, "nothing stays behind");
    }
}
