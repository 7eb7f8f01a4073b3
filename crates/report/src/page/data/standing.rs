//! How old a project was when it started (开工龄期), as its months tell.

use model::datasets::project_months::ProjectMonth;
use model::month::Month;
use model::policy::Policy;
use model::population::counts_as_started;

/// The age at which a project started, as its last month tells; nothing without a start or a month of signing.
pub fn age_at_start(months: &[&ProjectMonth], policy: &Policy) -> Option<i32> {
    let last = months.last()?;
    let age = last.months_since_signing.filter(|age| *age >= 0)?;
    if !counts_as_started(last, policy) {
        return None;
    }
    let now = Month::of(last.as_of).index();
    let stated = last.start_month.map(|day| Month::of(day).index()).filter(|month| *month <= now);
    let shown = || {
        months
            .iter()
            .find(|month| counts_as_started(month, policy))
            .map(|month| Month::of(month.as_of).index())
    };
    let start = stated.or_else(shown)?;
    Some((age - (now - start)).clamp(0, age))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_at_the_start_follows_from_the_stated_month_else_from_the_first_that_shows_it() {
        let month = |day: &str, age, started, stated: Option<&str>| ProjectMonth {
            as_of: day.parse().unwrap(),
            months_since_signing: Some(age),
            started: Some(started),
            start_month: stated.map(|day| day.parse().unwrap()),
            ..ProjectMonth::default()
        };
        let age = |last| {
            let months = [month("2023-05-31", 8, false, None), month("2023-06-30", 9, true, None), last];
            age_at_start(&months.iter().collect::<Vec<_>>(), &Policy::default())
        };
        assert_eq!(age(month("2023-07-31", 10, true, Some("2023-02-01"))), Some(5));
        assert_eq!(age(month("2023-07-31", 10, true, Some("2023-09-01"))), Some(9));
        assert_eq!(age(month("2023-07-31", 10, true, Some("2019-01-01"))), Some(0));
        assert_eq!(age(month("2023-07-31", 10, false, None)), None);
    }
}
