//! One sweep through all months (逐月亮灯): each project is seen, then measured, then lit.

use crate::datasets::month_order::{MonthOrder, Place};
use crate::datasets::supervision::chances::{Chances, Leaving};
use crate::datasets::supervision::lights::Light;
use crate::datasets::supervision::measured::{Measured, Values};
use crate::datasets::supervision::plans::{Plan, Plans};
use crate::datasets::supervision::rules::{Fired, RuleSet};
use crate::datasets::supervision::standing::{Standing, months_overdue};
use crate::panel::{Panel, PanelMonth};

/// One project in one month, lit; small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watched {
    /// Its place in `panel.months`.
    pub row: u32,
    /// The place of its chance; nothing when none is asked for.
    pub chance: Option<u32>,
    /// The rules that fired.
    pub fired: Fired,
    /// Months since the planned start.
    pub months_overdue: Option<i32>,
    /// Months since anything changed.
    pub months_unchanged: i32,
    /// Months with this light in a row.
    pub streak: i32,
    /// Months that were yellow before any rule about streaks.
    pub yellow_streak: i32,
    /// The light.
    pub light: Light,
}

/// The sweep: what is remembered, and what has been lit.
pub struct Sweep<'a> {
    panel: &'a Panel,
    rules: &'a RuleSet,
    plans: Vec<Plan<'a>>,
    standings: Vec<Standing>,
    /// The chances of all months.
    pub chances: Chances,
    /// What has been lit, by month and project.
    pub watched: Vec<Watched>,
}

impl<'a> Sweep<'a> {
    /// Through the whole panel.
    pub fn through(panel: &'a Panel, rules: &'a RuleSet, plans: &'a Plans) -> Sweep<'a> {
        let order = MonthOrder::of(panel);
        let mut sweep = Sweep {
            panel,
            rules,
            plans: plans.in_order(panel),
            standings: vec![Standing::default(); order.n_projects()],
            chances: Chances::new(),
            watched: Vec::with_capacity(panel.months.len()),
        };
        order.months().for_each(|(_, places)| sweep.take_month(places));
        sweep
    }

    fn take_month(&mut self, places: &[Place]) {
        let mut leaving = Leaving::default();
        for place in places {
            let Some((month, standing)) = self.at(place) else { continue };
            standing.see(month);
            if month.counted {
                leaving.count(month, standing.age_terminated());
            }
        }
        self.chances.turn_to(&leaving);
        places.iter().for_each(|place| self.light(place));
    }

    fn at(&mut self, place: &Place) -> Option<(&'a PanelMonth, &mut Standing)> {
        self.panel.months.get(place.row as usize).zip(self.standings.get_mut(place.project as usize))
    }

    fn light(&mut self, place: &Place) {
        let (rules, plan) = (self.rules, self.plans.get(place.project as usize).copied().unwrap_or_default());
        let Some((month, standing)) = self.at(place).filter(|(month, _)| month.counted) else { return };
        let is_watched = !month.terminated && !month.in_production;
        let (light, before_streaks, fired) = if is_watched {
            judged(rules, standing.values(month, &plan), month.month, standing)
        } else {
            (Light::None, Light::None, 0)
        };
        let yellow_streak = match before_streaks {
            Light::Yellow => standing.streak_before(month.month, Light::Yellow),
            _ => 0,
        };
        let (months_unchanged, streak) =
            (standing.months_unchanged(), standing.shine(month.month, light, before_streaks));
        let chance = (is_watched && !month.started).then(|| self.chances.place(month.age));
        let months_overdue = months_overdue(month, &plan);
        let row = place.row;
        self.watched.push(Watched {
            row,
            chance,
            fired,
            months_overdue,
            months_unchanged,
            streak,
            yellow_streak,
            light,
        });
    }
}

/// The light, the light before any rule about streaks, and all rules that fired.
fn judged(rules: &RuleSet, mut values: Values, month: i32, standing: &Standing) -> (Light, Light, Fired) {
    let (before_streaks, fired) = rules.judge(&values, false);
    if !rules.asks_streaks() {
        return (before_streaks, before_streaks, fired);
    }
    let streak = standing.streak_before(month, before_streaks);
    values.set_months(Measured::YellowStreak, Some(if before_streaks == Light::Yellow { streak } else { 0 }));
    values.set_months(Measured::RedStreak, Some(if before_streaks == Light::Red { streak } else { 0 }));
    let (light, fired) = rules.judge(&values, true);
    (light, before_streaks, fired)
}
