//! The sentence that sets editions of unlike age side by side (同龄比较): a young edition must not be read as a bad one.

use model::datasets::cohort_ages::CohortAge;
use model::date::Date;

use crate::lang::Lang;
use crate::style::Style;

/// Below this age nothing is compared: hardly anything has started, and a single look at old editions shows no start
/// at the age at which it happened.
const LEAST_AGE: i32 = 6;

/// The editions of an event at the greatest age that every project of every edition has reached.
#[derive(Debug, Clone, PartialEq)]
pub struct EqualAge<'a> {
    /// Whole months since signing.
    pub age_months: i32,
    /// One row an edition, in order.
    pub editions: Vec<&'a CohortAge>,
}

/// The editions at equal age; nothing with fewer than two editions, where no such age is or it is below half a year,
/// or where no start is known by that age at all.
pub fn equal_age<'a>(ages: &'a [CohortAge], as_of: Date, event: &str) -> Option<EqualAge<'a>> {
    let of_editions: Vec<&CohortAge> = ages
        .iter()
        .filter(|row| {
            row.as_of == as_of && row.event == event && row.dimension == "all" && row.cohort != "all"
        })
        .collect();
    let mut names: Vec<&str> = of_editions.iter().map(|row| row.cohort.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let age_months = common_age(&of_editions, &names)?;
    let at_age = |name: &&str| {
        of_editions.iter().find(|row| row.cohort == **name && row.age_months == age_months).copied()
    };
    Some(EqualAge { age_months, editions: names.iter().map(at_age).collect::<Option<_>>()? })
}

/// The start rates of all editions of an event at equal age, and why those at one date do not compare.
pub fn equal_age_sentence(ages: &[CohortAge], as_of: Date, event: &str, style: &Style) -> Option<String> {
    let EqualAge { age_months: age, editions } = equal_age(ages, as_of, event)?;
    let rate = |row: &&CohortAge| {
        let percent = style.percent(row.n_started, row.n_projects)?;
        let edition = &row.cohort;
        Some(match style.lang {
            Lang::Zh => format!("{edition}年{percent}%"),
            Lang::En => format!("{edition} {percent} %"),
        })
    };
    let rates = editions.iter().map(rate).collect::<Option<Vec<String>>>()?;
    Some(match style.lang {
        Lang::Zh => format!(
            "同龄比较：签约满{age}个月时的开工率，{}；各届签约时间不同，同一截至日期的开工率不能直接比较快慢。",
            rates.join("，")
        ),
        Lang::En => format!(
            "At equal age, {age} months after signing, had started: {}; the editions are of unlike age, and their rates at one date do not say which is faster.",
            rates.join(", ")
        ),
    })
}

/// The greatest age that every project of every edition has reached. Missing: with fewer than two editions, below the
/// least age, and where no start is known by then.
fn common_age(ages: &[&CohortAge], editions: &[&str]) -> Option<i32> {
    let is_whole = |row: &&&CohortAge| row.n_projects > 0 && row.n_matured == row.n_projects;
    let oldest = |edition: &&str| {
        let own = ages.iter().filter(|row| row.cohort == **edition).filter(is_whole);
        own.map(|row| row.age_months).max()
    };
    let age = editions.iter().map(oldest).collect::<Option<Vec<i32>>>()?.into_iter().min()?;
    let knows_a_start = ages.iter().any(|row| row.age_months == age && row.n_started > 0);
    (editions.len() > 1 && age >= LEAST_AGE && knows_a_start).then_some(age)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn age(cohort: &str, age_months: i32, n_matured: i64, n_started: i64) -> CohortAge {
        CohortAge {
            as_of: "2023-07-31".parse().unwrap(),
            event: "智博会".to_owned(),
            cohort: cohort.to_owned(),
            dimension: "all".to_owned(),
            value: "all".to_owned(),
            age_months,
            n_projects: 10,
            n_matured,
            n_started,
            ..CohortAge::default()
        }
    }

    #[test]
    fn editions_are_compared_at_the_age_that_all_have_reached() {
        let day = "2023-07-31".parse().unwrap();
        let said = |ages: &[CohortAge]| equal_age_sentence(ages, day, "智博会", &Style::default());
        let both =
            [age("2020", 11, 10, 3), age("2020", 34, 10, 8), age("2022", 11, 10, 4), age("2022", 12, 1, 4)];
        let sentence = said(&both).unwrap();
        assert!(sentence.contains("满11个月") && sentence.contains("2020年30.0%，2022年40.0%"), "{sentence}");
        assert_eq!(said(&both[..2]), None);
        assert_eq!(said(&[age("2020", 11, 10, 3), age("2022", 11, 4, 4)]), None);
        assert_eq!(said(&[age("2020", 2, 10, 3), age("2022", 2, 10, 4)]), None);
        assert_eq!(said(&[age("2020", 11, 10, 0), age("2022", 11, 10, 0)]), None);
    }
}
