//! What every part of the page needs to print (印制所需): the release, both styles, names, and the numbers of the cuts.

use std::collections::BTreeMap;

use maud::{Markup, html};
use model::date::Date;
use model::month::Month;

use crate::calendar_words::month_words;
use crate::lang::Lang;
use crate::page::bilingual::both;
use crate::page::cuts::Cuts;
use crate::release::Release;
use crate::style::Style;
use crate::unit_names::UnitNames;

/// What every part of the page needs.
#[derive(Debug)]
pub struct Printing<'a> {
    /// What is printed.
    pub release: &'a Release<'a>,
    /// The style in Chinese.
    pub zh: Style,
    /// The style in English.
    pub en: Style,
    /// Names of units.
    pub unit_names: UnitNames,
    /// Names of industries.
    pub industry_names: BTreeMap<&'a str, &'a str>,
    /// The cuts of the last month.
    pub cuts: Cuts<'a>,
}

impl<'a> Printing<'a> {
    /// Of a release.
    pub fn of(release: &'a Release<'a>) -> Printing<'a> {
        let reference = release.reference;
        let named = reference.industries.iter().map(|industry| (industry.code.as_str(), industry));
        let mut industry_names = BTreeMap::new();
        for (code, industry) in named {
            industry_names.entry(code).or_insert(industry.name.as_str());
        }
        Printing {
            release,
            zh: Style { lang: Lang::Zh, ..release.style.clone() },
            en: Style { lang: Lang::En, ..release.style.clone() },
            unit_names: reference
                .units
                .iter()
                .map(|unit| (unit.unit_id.clone(), unit.name.clone()))
                .collect(),
            industry_names,
            cuts: Cuts::of(release.rows.metrics, release.as_of),
        }
    }

    /// What a style says, in both languages.
    pub fn both(&self, say: impl Fn(&Style) -> String) -> Markup {
        both(&say(&self.zh), &say(&self.en))
    }

    /// An amount with its unit.
    pub fn money(&self, yuan: i64) -> Markup {
        let spaced = |style: &Style| format!("{} {}", style.money(yuan), style.money_unit());
        both(&format!("{}{}", self.zh.money(yuan), self.zh.money_unit()), &spaced(&self.en))
    }

    /// The name of a unit; a code without one stands for itself.
    pub fn unit(&self, code: &str) -> Markup {
        match self.unit_names.get(code) {
            Some(name) => html! { (name) },
            None => value(code),
        }
    }

    /// The name of an industry; a code without one stands for itself.
    pub fn industry(&self, code: &str) -> Markup {
        match self.industry_names.get(code) {
            Some(name) => html! { (name) },
            None => value(code),
        }
    }
}

/// A value of a dimension as people say it.
pub fn value(value: &str) -> Markup {
    match value {
        "all" => both("合计", "total"),
        "unknown" => both("不明", "unknown"),
        value => html! { (value) },
    }
}

/// A month in words.
pub fn month(day: Date) -> Markup {
    both(&month_words(day, Lang::Zh), &month_words(day, Lang::En))
}

/// A month as `2023-07`.
pub fn short_month(day: Date) -> String {
    let month = Month::of(day);
    format!("{:04}-{:02}", month.year(), month.month())
}
