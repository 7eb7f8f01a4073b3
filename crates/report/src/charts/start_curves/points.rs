//! Picks the steps of the start curves (取点): one curve an edition, as estimated with termination as a competing end.

use model::datasets::start_curves::StartCurve;
use model::date::Date;

use crate::charts::editions::{Editions, newest};
use crate::figures::ALL;

/// The method that is drawn: Aalen–Johansen, where a termination competes with the start.
const METHOD: &str = "aj";

/// With fewer projects under observation a step is drawn thin and not quoted.
pub const FEW_AT_RISK: i64 = 5;

/// One edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve<'a> {
    /// The edition.
    pub cohort: &'a str,
    /// Its steps by age.
    pub steps: Vec<Step>,
    /// Why it cannot be estimated.
    pub note: Option<&'a str>,
    /// Projects that it leaves out.
    pub n_left_out: i64,
}

/// One step: what has started by an age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The age in months.
    pub age: i32,
    /// The share that has started.
    pub share: f64,
    /// Its 95 % limits.
    pub limits: Option<(f64, f64)>,
    /// Projects under observation just before that age.
    pub n_risk: Option<i64>,
}

/// The curves of the newest editions, in order, and how many older ones are left out.
pub fn curves<'a>(rows: &'a [StartCurve], event: &str, as_of: Date) -> (Vec<Curve<'a>>, usize) {
    let of_event: Vec<&StartCurve> = rows
        .iter()
        .filter(|row| row.as_of == as_of && row.event == event && row.method == METHOD)
        .filter(|row| row.dimension == ALL && row.value == ALL)
        .collect();
    let Editions { names, n_left_out } = newest(of_event.iter().map(|row| row.cohort.as_str()));
    let curve = |cohort: &'a str| {
        let own: Vec<&StartCurve> = of_event.iter().filter(|row| row.cohort == cohort).copied().collect();
        let mut steps: Vec<Step> = own.iter().filter_map(|row| step(row)).collect();
        steps.sort_by_key(|step| step.age);
        steps.dedup_by_key(|step| step.age);
        let note = own.iter().find_map(|row| row.note.as_deref());
        let n_left_out = own.iter().map(|row| row.n_left_out).max().unwrap_or_default();
        Curve { cohort, steps, note, n_left_out }
    };
    (names.into_iter().map(curve).collect(), n_left_out)
}

/// A row as a step; nothing where the row has no share that is one.
fn step(row: &StartCurve) -> Option<Step> {
    let is_share = |value: &f64| (0.0..=1.0).contains(value);
    let share = row.cif_start.filter(is_share)?;
    let limits = row.low.filter(is_share).zip(row.high.filter(is_share));
    let is_drawn = row.age_months >= 0 && row.note.is_none();
    is_drawn.then_some(Step { age: row.age_months, share, limits, n_risk: row.n_risk })
}

impl Curve<'_> {
    /// How many of its steps rest on enough projects; all of them where none does.
    pub fn n_sure(&self) -> usize {
        let is_sure = |step: &Step| step.n_risk.is_none_or(|n| n >= FEW_AT_RISK);
        self.steps.iter().rposition(is_sure).map_or(self.steps.len(), |index| index + 1)
    }

    /// The step that is quoted: the last that rests on enough projects.
    pub fn quoted(&self) -> Option<&Step> {
        self.steps.get(self.n_sure().saturating_sub(1))
    }

    /// Projects under observation at an age: those of the first step from that age on, none after the last step.
    pub fn n_risk_at(&self, age: i32) -> Option<i64> {
        let step = self.steps.iter().find(|step| step.age >= age);
        step.map_or(Some(0), |step| step.n_risk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::curve_row;

    #[test]
    fn steps_are_those_of_the_month_the_event_and_the_method() {
        let july: Date = "2023-07-31".parse().unwrap();
        let mut rows = vec![curve_row("2021", 4, 0.5, 20), curve_row("2021", 2, 0.25, 30)];
        rows.push(StartCurve { method: "km".to_owned(), ..curve_row("2021", 3, 0.3, 1) });
        rows.push(StartCurve { event: "西洽会".to_owned(), ..curve_row("2021", 5, 0.3, 1) });
        rows.push(StartCurve { cif_start: Some(f64::NAN), ..curve_row("2021", 6, 0.3, 1) });
        rows.push(curve_row("all", 9, 0.9, 50));
        let (curves, n_left_out) = curves(&rows, "智博会", july);
        let points: Vec<(i32, f64)> =
            curves.iter().flat_map(|curve| curve.steps.iter().map(|step| (step.age, step.share))).collect();
        assert_eq!((points.as_slice(), n_left_out), ([(2, 0.25), (4, 0.5)].as_slice(), 0));
    }

    #[test]
    fn a_step_of_few_projects_is_not_quoted() {
        let july: Date = "2023-07-31".parse().unwrap();
        let rows =
            [curve_row("2021", 2, 0.25, 30), curve_row("2021", 4, 0.5, 5), curve_row("2021", 6, 0.9, 4)];
        let quoted = |rows: &[StartCurve]| {
            let (curves, _) = curves(rows, "智博会", july);
            curves.first().and_then(|curve| curve.quoted().map(|step| step.age))
        };
        assert_eq!(quoted(&rows), Some(4));
        assert_eq!(quoted(&rows[2..]), Some(6));
    }

    #[test]
    fn the_risk_set_is_that_of_the_next_step() {
        let july: Date = "2023-07-31".parse().unwrap();
        let rows = [curve_row("2021", 2, 0.25, 30), curve_row("2021", 4, 0.5, 20)];
        let (curves, _) = curves(&rows, "智博会", july);
        let at = |age| curves.first().and_then(|curve| curve.n_risk_at(age));
        assert_eq!([at(0), at(2), at(3), at(5)], [Some(30), Some(30), Some(20), Some(0)]);
    }
}
