//! The headline (通报首句): the one sentence for which the returns are collected.

use model::datasets::cohort_metrics::CohortMetric;
use model::date::Date;

use crate::calendar_words::as_of_words;
use crate::figures::{editions, last_month, main_event, whole};
use crate::lang::Lang;
use crate::style::Style;

/// The figures of the sentence, all editions of one event together.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Month end that the figures speak about.
    pub as_of: Date,
    /// Event; `unknown` where nothing says.
    pub event: String,
    /// Editions, in order; `unknown` where nothing says.
    pub cohorts: Vec<String>,
    /// Projects of the population.
    pub n_projects: i64,
    /// Contract value.
    pub contract_yuan: i64,
    /// Started or in production.
    pub n_started: i64,
    /// In production.
    pub n_production: i64,
    /// `n_started / n_projects`; nothing without a project.
    pub start_rate: Option<f64>,
    /// Capital arrived since signing.
    pub capital_yuan: i64,
    /// Started in that month and not in the month before.
    pub new_started: i64,
    /// No return of that month speaks of them.
    pub n_unreported: i64,
}

/// The headline of a month (the last one when none is asked for), of the event with the most projects.
pub fn headline(metrics: &[CohortMetric], as_of: Option<Date>) -> Option<Headline> {
    let as_of = as_of.or_else(|| last_month(metrics))?;
    headline_of(metrics, as_of, main_event(metrics, as_of)?)
}

/// The headline of one event in one month.
pub fn headline_of(metrics: &[CohortMetric], as_of: Date, event: &str) -> Option<Headline> {
    let metric = whole(metrics, as_of, event)?;
    Some(Headline::of(metric, editions(metrics, as_of, event)))
}

impl Headline {
    /// The figures of one row, over these editions of its event.
    pub fn of(metric: &CohortMetric, cohorts: Vec<&str>) -> Headline {
        Headline {
            as_of: metric.as_of,
            event: metric.event.clone(),
            cohorts: cohorts.into_iter().map(str::to_owned).collect(),
            n_projects: metric.n_projects,
            contract_yuan: metric.contract_yuan,
            n_started: metric.n_started,
            n_production: metric.n_production,
            start_rate: metric.start_rate,
            capital_yuan: metric.capital_yuan,
            new_started: metric.new_started,
            n_unreported: metric.n_unreported,
        }
    }

    /// The sentence, as a bulletin prints it.
    pub fn sentence(&self, style: &Style) -> String {
        match style.lang {
            Lang::Zh => self.chinese(style),
            Lang::En => self.english(style),
        }
    }

    fn chinese(&self, style: &Style) -> String {
        let share = style.percent(self.n_started, self.n_projects).map(|rate| format!("，占{rate}%"));
        format!(
            "截至{as_of}，{tracked}{editions}{event}签约项目{n_projects}个，正式合同额{contract}{unit}；已开工或投产{n_started}个{share}；累计到位资金{capital}{unit}。",
            as_of = as_of_words(self.as_of, style.lang),
            tracked = if style.tracked_only { "跟踪督办的" } else { "" },
            editions = edition_words(&self.cohorts, style.lang),
            event = known(&self.event),
            n_projects = self.n_projects,
            contract = style.money(self.contract_yuan),
            unit = style.money_unit(),
            n_started = self.n_started,
            share = share.unwrap_or_default(),
            capital = style.money(self.capital_yuan),
        )
    }

    fn english(&self, style: &Style) -> String {
        let share = style.percent(self.n_started, self.n_projects).map(|rate| format!(", {rate} %"));
        let signed_at = format!("{} {}", edition_words(&self.cohorts, style.lang), known(&self.event));
        format!(
            "By {as_of}, {n_projects} signed projects{of} are {followed}, contract value {contract} {unit}; {n_started} had started or were in production{share}; {capital} {unit} had arrived.",
            as_of = as_of_words(self.as_of, style.lang),
            n_projects = self.n_projects,
            followed = if style.tracked_only { "tracked" } else { "reported" },
            of = Some(signed_at.trim())
                .filter(|words| !words.is_empty())
                .map(|words| format!(" of {words}"))
                .unwrap_or_default(),
            contract = style.money(self.contract_yuan),
            unit = style.money_unit(),
            n_started = self.n_started,
            share = share.unwrap_or_default(),
            capital = style.money(self.capital_yuan),
        )
    }
}

/// An event or edition, empty where nothing says.
fn known(name: &str) -> &str {
    if name == "unknown" { "" } else { name }
}

/// `2020—2022年智博会`: editions and event together; empty where nothing says.
pub fn subject_words(cohorts: &[String], event: &str, lang: Lang) -> String {
    let editions = edition_words(cohorts, lang);
    let space = if editions.is_empty() || known(event).is_empty() { "" } else { lang.pick("", " ") };
    format!("{editions}{space}{}", known(event))
}

/// `2020—2022年` for years without a gap, `2018、2020年` else; other names are joined; empty where nothing says.
pub fn edition_words(cohorts: &[String], lang: Lang) -> String {
    let names: Vec<&str> =
        cohorts.iter().map(|cohort| known(cohort)).filter(|name| !name.is_empty()).collect();
    let years: Option<Vec<i32>> = names.iter().map(|name| year(name)).collect();
    let year_sign = if years.is_some() { lang.pick("年", "") } else { "" };
    let words = match (years.as_deref(), names.as_slice()) {
        (_, []) => return String::new(),
        (Some([first, .., last]), _) if is_without_gap(years.as_deref().unwrap_or_default()) => {
            format!("{first}{}{last}", lang.pick("—", "–"))
        }
        _ => names.join(lang.pick("、", ", ")),
    };
    format!("{words}{year_sign}")
}

fn year(name: &str) -> Option<i32> {
    name.parse().ok().filter(|year| (1900..=2999).contains(year))
}

fn is_without_gap(years: &[i32]) -> bool {
    years.windows(2).all(|pair| matches!(pair, [earlier, later] if later - earlier == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metric(event: &str, cohort: &str, n_projects: i64) -> CohortMetric {
        CohortMetric {
            as_of: "2023-07-31".parse().unwrap(),
            event: event.to_owned(),
            cohort: cohort.to_owned(),
            dimension: "all".to_owned(),
            value: "all".to_owned(),
            n_projects,
            n_started: 128,
            contract_yuan: 687_600_000_000,
            capital_yuan: 110_220_000_000,
            ..CohortMetric::default()
        }
    }

    fn expo() -> Vec<CohortMetric> {
        [("2020", 61), ("2021", 84), ("2022", 62), ("all", 207)]
            .map(|(cohort, n)| metric("智博会", cohort, n))
            .into()
    }

    #[test]
    fn the_sentence_is_the_published_one() {
        let headline = headline(&expo(), None).unwrap();
        assert_eq!(
            headline.sentence(&Style::default()),
            "截至2023年7月底，跟踪督办的2020—2022年智博会签约项目207个，正式合同额6876.0亿元；已开工或投产128个，占61.8%；累计到位资金1102.2亿元。"
        );
        assert_eq!(
            headline.sentence(&Style { lang: Lang::En, ..Style::default() }),
            "By the end of July 2023, 207 signed projects of 2020–2022 智博会 are tracked, contract value 687.60 billion yuan; 128 had started or were in production, 61.8 %; 110.22 billion yuan had arrived."
        );
    }

    #[test]
    fn the_event_with_most_projects_speaks_and_an_empty_month_is_silent() {
        let mut metrics = expo();
        metrics.push(metric("西洽会", "all", 300));
        assert_eq!(headline(&metrics, None).unwrap().event, "西洽会");
        assert_eq!(headline(&metrics, Some("2023-06-30".parse().unwrap())), None);
        assert_eq!(headline(&[], None), None);
    }

    #[test]
    fn no_project_means_no_share() {
        let headline = headline(&[metric("unknown", "all", 0)], None).unwrap();
        let sentence = headline.sentence(&Style::default());
        assert!(sentence.contains("跟踪督办的签约项目0个") && !sentence.contains('%'), "{sentence}");
    }

    #[test]
    fn only_a_tracked_set_is_called_tracked() {
        let headline = headline(&expo(), None).unwrap();
        let style = Style { tracked_only: false, ..Style::default() };
        assert!(headline.sentence(&style).starts_with("截至2023年7月底，2020—2022年智博会签约项目207个"));
    }

    #[test]
    fn editions_are_said_as_people_say_them() {
        let check = |cohorts: &[&str], expected: &str| {
            let cohorts: Vec<String> = cohorts.iter().map(ToString::to_string).collect();
            assert_eq!(edition_words(&cohorts, Lang::Zh), expected);
        };
        check(&["2020", "2021", "2022"], "2020—2022年");
        check(&["2021", "unknown"], "2021年");
        check(&["2018", "2020"], "2018、2020年");
        check(&["FY15", "FY16"], "FY15、FY16");
        check(&["unknown"], "");
        check(&[], "");
    }
}
