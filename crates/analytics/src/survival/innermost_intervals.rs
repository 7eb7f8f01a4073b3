//! The innermost intervals (最内区间): the only places where an interval-censored curve can fall. Peto 1973, Appl. Stat.
//! 22: 86–91; Turnbull 1976, J. R. Stat. Soc. B 38: 290–295.

/// When an event happened, as far as the returns tell: in (after, by], or exactly at `by` where both are equal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventInterval {
    /// Last month known to be without the event; nothing when there is none, so that it may have happened at 0 too.
    pub after: Option<f64>,
    /// First month known to have it; nothing when it has not been seen yet.
    pub by: Option<f64>,
    /// 1, or any weight above 0.
    pub weight: f64,
}

/// A place where the curve can fall.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InnermostInterval {
    /// The fall happens after this, or at `by` where both are equal. −∞ when nothing bounds it.
    pub after: f64,
    /// By this month. +∞ when nothing bounds it.
    pub by: f64,
}

/// An end of an interval. The order is that of the line: exact beginning, then end, then open beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    ExactBeginning,
    Close,
    OpenBeginning,
}

impl EventInterval {
    /// Whether it can be used: its ends are in order and it weighs something.
    pub fn is_usable(&self) -> bool {
        let (after, by) = self.ends();
        after <= by
            && after < f64::INFINITY
            && by > f64::NEG_INFINITY
            && self.weight.is_finite()
            && self.weight > 0.0
    }

    /// Its ends, with infinities where it is open.
    pub fn ends(&self) -> (f64, f64) {
        (self.after.unwrap_or(f64::NEG_INFINITY), self.by.unwrap_or(f64::INFINITY))
    }

    /// Whether the event may have happened in that place.
    pub fn may_hold(&self, place: &InnermostInterval) -> bool {
        let (after, by) = self.ends();
        let begins =
            if after == by { place.after == after && place.by == by } else { place_begins(place, after) };
        begins && place.by <= by
    }
}

/// Whether a place lies wholly after an open beginning.
fn place_begins(place: &InnermostInterval, after: f64) -> bool {
    if place.after == place.by { place.after > after } else { place.after >= after }
}

/// The innermost intervals, ascending: each beginning that is followed at once by an end.
pub fn innermost_intervals(observed: &[EventInterval]) -> Vec<InnermostInterval> {
    let mut ends: Vec<(f64, End)> =
        observed.iter().filter(|interval| interval.is_usable()).flat_map(both_ends).collect();
    ends.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
    let pair = |pair: &[(f64, End)]| match pair {
        [(after, beginning), (by, End::Close)] if *beginning != End::Close => {
            Some(InnermostInterval { after: *after, by: *by })
        }
        _ => None,
    };
    ends.windows(2).filter_map(pair).collect()
}

fn both_ends(interval: &EventInterval) -> [(f64, End); 2] {
    let (after, by) = interval.ends();
    let beginning = if after == by { End::ExactBeginning } else { End::OpenBeginning };
    // −0 and 0 are one month
    [(after + 0.0, beginning), (by + 0.0, End::Close)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(after: impl Into<Option<f64>>, by: impl Into<Option<f64>>) -> EventInterval {
        EventInterval { after: after.into(), by: by.into(), weight: 1.0 }
    }

    #[test]
    fn the_curve_falls_only_between_a_beginning_and_the_next_end() {
        let observed = [interval(0.0, 3.0), interval(1.0, 2.0), interval(2.0, 5.0), interval(4.0, None)];
        let places = innermost_intervals(&observed);
        let place = |after, by| InnermostInterval { after, by };
        assert_eq!(places, [place(1.0, 2.0), place(2.0, 3.0), place(4.0, 5.0)]);
        assert!(observed[0].may_hold(&places[0]) && !observed[2].may_hold(&places[0]));
        assert!(observed[2].may_hold(&places[1]) && observed[3].may_hold(&places[2]));
    }

    #[test]
    fn an_exact_month_lies_in_what_closes_there_and_not_in_what_opens_there() {
        let observed = [interval(2.0, 2.0), interval(1.0, 2.0), interval(2.0, 4.0)];
        let places = innermost_intervals(&observed);
        assert_eq!(
            places,
            [InnermostInterval { after: 2.0, by: 2.0 }, InnermostInterval { after: 2.0, by: 4.0 }]
        );
        assert!(observed[1].may_hold(&places[0]) && !observed[2].may_hold(&places[0]));
        assert!(observed[0].may_hold(&places[0]) && !observed[0].may_hold(&places[1]));
    }

    #[test]
    fn what_has_no_order_or_no_weight_is_not_used() {
        let useless = [
            interval(3.0, 2.0),
            interval(f64::NAN, 2.0),
            EventInterval { weight: 0.0, ..interval(1.0, 2.0) },
        ];
        assert!(innermost_intervals(&useless).is_empty());
        let unknown = innermost_intervals(&[interval(None, None)]);
        assert_eq!(unknown, [InnermostInterval { after: f64::NEG_INFINITY, by: f64::INFINITY }]);
    }
}
