//! What is remembered of a project from month to month (项目状态), and what a rule measures of it.

use model::month::Month;

use crate::datasets::supervision::lights::Light;
use crate::datasets::supervision::measured::{Measured, Values};
use crate::datasets::supervision::plans::Plan;
use crate::panel::{PanelMonth, Word};

/// What is remembered.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standing {
    /// Nothing before its first month.
    seen: Option<Seen>,
    /// The lights of its last month in the population.
    lit: Option<Lit>,
}

#[derive(Debug, Clone, Copy)]
struct Seen {
    month: i32,
    state: State,
    changed: i32,
    suspended_since: Option<i32>,
    age_terminated: Option<i32>,
    capital_at_new_year: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct State {
    stage: Word,
    started: bool,
    in_production: bool,
    capital_yuan: Option<i64>,
}

#[derive(Debug, Clone, Copy)]
struct Lit {
    month: i32,
    light: Light,
    streak: i32,
    before_streaks: Light,
    streak_before: i32,
}

impl Standing {
    /// Takes the next month of the project, whether it is in the population or not.
    pub fn see(&mut self, month: &PanelMonth) {
        let state = State {
            stage: month.stage,
            started: month.started,
            in_production: month.in_production,
            capital_yuan: month.capital_yuan,
        };
        let changed = self.seen.filter(|seen| seen.state == state).map_or(month.month, |seen| seen.changed);
        let suspended_before = self.seen.and_then(|seen| seen.suspended_since);
        let terminated_before = self.seen.and_then(|seen| seen.age_terminated);
        self.seen = Some(Seen {
            month: month.month,
            state,
            changed,
            suspended_since: month.suspended.then(|| suspended_before.unwrap_or(month.month)),
            age_terminated: terminated_before.or(month.age.filter(|_| month.terminated)),
            capital_at_new_year: self.capital_at_new_year(month),
        });
    }

    /// The capital at the end of the year before. A project that was signed this year had none.
    fn capital_at_new_year(&self, month: &PanelMonth) -> Option<i64> {
        let year = |index: i32| Month::from_index(index).year();
        match self.seen {
            Some(seen) if year(seen.month) == year(month.month) => seen.capital_at_new_year,
            Some(seen) => seen.state.capital_yuan,
            None => {
                month.age.filter(|age| year(month.month.saturating_sub(*age)) == year(month.month)).map(|_| 0)
            }
        }
    }

    /// Months since anything changed.
    pub fn months_unchanged(&self) -> i32 {
        self.seen.map_or(0, |seen| seen.month.saturating_sub(seen.changed))
    }

    /// The age at which it was first seen terminated.
    pub fn age_terminated(&self) -> Option<i32> {
        self.seen.and_then(|seen| seen.age_terminated)
    }

    /// The months with this light in a row, when it shines before any rule about streaks.
    pub fn streak_before(&self, month: i32, light: Light) -> i32 {
        let before = self.lit.filter(|lit| lit.month.saturating_add(1) == month);
        let same = before.filter(|lit| lit.before_streaks == light);
        same.map_or(1, |lit| lit.streak_before.saturating_add(1))
    }

    /// Takes the lights of a month, and says for how many months in a row the last one has shone.
    pub fn shine(&mut self, month: i32, light: Light, before_streaks: Light) -> i32 {
        let before = self.lit.filter(|lit| lit.month.saturating_add(1) == month);
        let same = before.filter(|lit| lit.light == light);
        let streak = same.map_or(1, |lit| lit.streak.saturating_add(1));
        let streak_before = self.streak_before(month, before_streaks);
        self.lit = Some(Lit { month, light, streak, before_streaks, streak_before });
        streak
    }

    /// Everything that can be measured of it in its last month, streaks aside.
    pub fn values(&self, month: &PanelMonth, plan: &Plan<'_>) -> Values {
        let mut values = Values::default();
        let since = |from: i32| month.month.saturating_sub(from).max(0);
        let since_start = month.start_month.filter(|_| month.started).map(since);
        let is_in_statistics = plan.in_statistics.is_some_and(|entered| entered <= month.month);
        values.set_months(Measured::MonthsSinceSigning, month.age);
        values.set_months(Measured::MonthsUnstarted, month.age.filter(|_| !month.started));
        values.set_months(Measured::MonthsOverdue, months_overdue(month, plan));
        values.set_months(Measured::MonthsUnchanged, Some(self.months_unchanged()));
        let suspended = self.seen.and_then(|seen| seen.suspended_since);
        values.set_months(Measured::MonthsSuspended, suspended.map(|from| since(from).saturating_add(1)));
        values.set_months(Measured::MonthsSinceStart, since_start);
        let has_none = month.capital_yuan.is_some_and(|capital| capital <= 0);
        values.set_months(Measured::MonthsWithoutCapital, since_start.filter(|_| has_none));
        let is_missing = plan.statistics_are_known && !is_in_statistics;
        values.set_months(Measured::MonthsNotInStatistics, since_start.filter(|_| is_missing));
        values.set_months(Measured::MonthsUnreported, month.months_unreported);
        let capital_rate = capital_rate(month);
        values.set(Measured::CapitalRate, capital_rate);
        values.set(
            Measured::ProgressBehind,
            progress_planned(month, plan).zip(capital_rate).map(|(due, is)| due - is),
        );
        values.set(Measured::InvestmentBehind, self.investment_behind(month, plan));
        values
    }

    fn investment_behind(&self, month: &PanelMonth, plan: &Plan<'_>) -> Option<f64> {
        let at = Month::from_index(month.month);
        let planned = *plan.year_investment_yuan?.get(&at.year())? as f64 * f64::from(at.month()) / 12.0;
        let invested = month.capital_yuan? as f64 - self.seen?.capital_at_new_year? as f64;
        (planned > 0.0).then(|| 1.0 - invested / planned)
    }
}

/// Months since the planned start of a project that has not started; missing while it lies ahead.
pub fn months_overdue(month: &PanelMonth, plan: &Plan<'_>) -> Option<i32> {
    let overdue = month.month.saturating_sub(plan.start.filter(|_| !month.started)?);
    (overdue >= 0).then_some(overdue)
}

fn capital_rate(month: &PanelMonth) -> Option<f64> {
    let contract = month.contract_yuan.filter(|contract| *contract > 0)?;
    Some(month.capital_yuan? as f64 / contract as f64)
}

fn progress_planned(month: &PanelMonth, plan: &Plan<'_>) -> Option<f64> {
    let (start, production) = (f64::from(plan.start?), f64::from(plan.production?));
    (production > start).then(|| ((f64::from(month.month) - start) / (production - start)).clamp(0.0, 1.0))
}
