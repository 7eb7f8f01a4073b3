//! The variance of the scores of Gray's test (格雷检验的方差). Gray 1988, Ann. Stat. 16: 1141–1154, section 2.
//!
//! A score is a sum of martingale integrals over the groups r. With h = Y/S, F the pooled incidence,
//! a_kr = L (δ_kr h_k − h_k h_r/h.) and c_kr(t) = ∫ a_kr dF/(1 − F) up to t, the events of the cause in r carry
//! (a_kr + (1 − (1 − F)/S_r)(c_kr(∞) − c_kr))/h_r and the others −((1 − F)/S_r)(c_kr(∞) − c_kr)/h_r.

use crate::survival::linear_system::SquareMatrix;

/// One time of a stratum; the lists are by group.
#[derive(Debug, Clone)]
pub struct CauseTime {
    /// L: what an event counts for.
    pub weight: f64,
    /// 1 − F just before, F the pooled incidence.
    pub before: f64,
    /// 1 − F just after.
    pub after: f64,
    /// h = Y/S(t−); 0 where nobody is at risk.
    pub scaled: Vec<f64>,
    /// Events of the cause in all groups.
    pub n_own: f64,
    /// S just after, of any event.
    pub event_free: Vec<f64>,
    /// Y.
    pub n_risk: Vec<f64>,
    /// Events of other causes.
    pub n_others: Vec<f64>,
}

/// The times of a stratum, in their order.
#[derive(Debug, Clone)]
pub struct CauseTimes {
    n_groups: usize,
    times: Vec<CauseTime>,
}

impl CauseTimes {
    /// No time yet.
    pub fn of_groups(n_groups: usize) -> Self {
        Self { n_groups, times: Vec::new() }
    }

    /// The next time.
    pub fn push(&mut self, time: CauseTime) {
        self.times.push(time);
    }

    /// Adds the variance of the scores of this stratum.
    pub fn add_variance(&self, variance: &mut SquareMatrix) {
        let mut later = SquareMatrix::zeros(self.n_groups);
        // from the end: what is still to come is c(∞) − c(t)
        for time in self.times.iter().rev() {
            for group in 0..self.n_groups {
                self.add_group(time, group, &later, variance);
            }
            later.add_scaled(&time.shares(), time.hazard());
        }
    }

    fn add_group(&self, time: &CauseTime, group: usize, later: &SquareMatrix, variance: &mut SquareMatrix) {
        let Some(parts) = time.parts_of(group) else { return };
        let shares = time.shares();
        for row in 0..self.n_groups {
            for column in 0..self.n_groups {
                let own = |k: usize| shares.at(k, group) + (1.0 - parts.ratio) * later.at(k, group);
                let others = |k: usize| parts.ratio * later.at(k, group);
                let value =
                    own(row) * own(column) * parts.of_own + others(row) * others(column) * parts.of_others;
                variance.add(row, column, value);
            }
        }
    }
}

/// What the events of a group at one time weigh in the variance.
struct Parts {
    /// (1 − F)/S.
    ratio: f64,
    /// dF/h.
    of_own: f64,
    /// dN/h² of the other causes.
    of_others: f64,
}

impl CauseTime {
    /// dF/(1 − F(t−)).
    fn hazard(&self) -> f64 {
        let all: f64 = self.scaled.iter().sum();
        if self.n_own > 0.0 && self.before > 0.0 { self.n_own / (all * self.before) } else { 0.0 }
    }

    /// a_kr.
    fn shares(&self) -> SquareMatrix {
        let all: f64 = self.scaled.iter().sum();
        let mut shares = SquareMatrix::zeros(self.scaled.len());
        for (row, of_row) in self.scaled.iter().enumerate().filter(|_| all > 0.0) {
            shares.add(row, row, self.weight * of_row);
            for (column, of_column) in self.scaled.iter().enumerate() {
                shares.add(row, column, -self.weight * of_row * of_column / all);
            }
        }
        shares
    }

    /// Nothing where nobody of the group is at risk.
    fn parts_of(&self, group: usize) -> Option<Parts> {
        let scaled = *self.scaled.get(group).filter(|scaled| **scaled > 0.0)?;
        let all: f64 = self.scaled.iter().sum();
        let event_free = *self.event_free.get(group)?;
        let n_others = *self.n_others.get(group)?;
        let n_risk = *self.n_risk.get(group)?;
        // where nobody is left after this time, nothing of the group is still to come
        let ratio = if event_free > 0.0 { self.after / event_free } else { 0.0 };
        let tied_own = tied(self.n_own, all * n_risk / scaled);
        let of_own = tied_own * self.n_own / (all * scaled);
        let of_others = tied(n_others, n_risk) * n_others / (scaled * scaled);
        Some(Parts { ratio, of_own, of_others })
    }
}

/// 1 − (d − 1)/(n − 1): d tied events of n vary less than d single ones. Never below 0, also where n is a scaled number
/// and smaller than d.
fn tied(n_event: f64, n_risk: f64) -> f64 {
    if n_event > 1.0 && n_risk > 1.0 { (1.0 - (n_event - 1.0) / (n_risk - 1.0)).max(0.0) } else { 1.0 }
}
