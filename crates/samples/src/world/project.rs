//! One invented project: its signing, its contract, and the days on which it will reach each stage.

use model::date::Date;
use model::month::Month;

use crate::line::LineRole;
use crate::names::{Names, project_names};
use crate::random::Random;

/// Editions that are tracked: year, day of the ceremony.
pub(crate) const EDITIONS: [(i32, u32, u32); 3] = [(2020, 9, 15), (2021, 8, 23), (2022, 8, 22)];
const OTHER_EVENTS: [&str; 4] = ["西洽会", "进博会", "央企重庆行", "渝洽会"];
/// Industries as a return may write them.
pub(crate) const INDUSTRIES: [&str; 6] = [
    "智能网联新能源汽车",
    "新一代电子信息制造业",
    "先进材料",
    "智能装备及智能制造",
    "软件信息服务",
    "生物医药",
];
const REASONS: [&str; 3] = ["框架协议", "市外落地", "投资额未达标准"];

/// The days of a project's life; a day that never comes is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Life {
    pub(crate) signed: Date,
    pub(crate) registered: Option<Date>,
    pub(crate) land: Option<Date>,
    pub(crate) started: Option<Date>,
    pub(crate) partial: Option<Date>,
    pub(crate) production: Option<Date>,
    pub(crate) full: Option<Date>,
    pub(crate) terminated: Option<Date>,
    pub(crate) suspended: Option<(Date, Date)>,
    pub(crate) planned_start: Date,
    pub(crate) planned_production: Date,
}

/// An invented project.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Project {
    pub(crate) true_id: String,
    pub(crate) ledger_no: String,
    pub(crate) role: LineRole,
    pub(crate) not_tracked_reason: &'static str,
    pub(crate) event: &'static str,
    pub(crate) edition: i32,
    pub(crate) number: usize,
    pub(crate) unit: usize,
    pub(crate) names: Names,
    pub(crate) industry: &'static str,
    pub(crate) contract_yuan: i64,
    /// Part of the contract that will have arrived in the end, in thousandths.
    pub(crate) arrives_per_thousand: i64,
    pub(crate) land_mu: i64,
    pub(crate) life: Life,
}

/// The project with this number.
pub(crate) fn invent(seed: u64, number: usize, unit: usize, role: LineRole) -> Project {
    let mut random = Random::of(&[seed, 1, number as u64]);
    let (edition, month, day) = EDITIONS[random.below(EDITIONS.len())];
    let ceremony = Date::new(edition, month, day).unwrap_or_default();
    let signed = Date::from_days(ceremony.days() + random.between(0, 2) as i32);
    let event = if role == LineRole::OtherEvent { random.pick(&OTHER_EVENTS) } else { "智博会" };
    let reason = if role == LineRole::Untracked { random.pick(&REASONS) } else { "" };
    let prefix = if role == LineRole::OtherEvent { "E" } else { "P" };
    Project {
        true_id: format!("{prefix}{:05}", number + 1),
        ledger_no: if role == LineRole::OtherEvent {
            String::new()
        } else {
            format!("ZB{edition}-{:04}", number + 1)
        },
        role,
        not_tracked_reason: reason,
        event,
        edition,
        number,
        unit,
        names: project_names(number, &mut random),
        industry: random.pick(&INDUSTRIES),
        contract_yuan: contract(&mut random),
        arrives_per_thousand: random.between(80, 950),
        land_mu: random.between(10, 900),
        life: life(signed, &mut random),
    }
}

/// Between 0.5 and 150 亿元, small ones more often, in whole millions.
fn contract(random: &mut Random) -> i64 {
    let band = [(50, 300), (300, 1_000), (1_000, 3_000), (3_000, 8_000), (8_000, 15_000)][random.below(5)];
    let millions = random.between(band.0, band.1);
    let round = random.pick(&[1, 10, 50, 100]).max(1);
    (millions / round).max(1) * round * 1_000_000
}

fn life(signed: Date, random: &mut Random) -> Life {
    let after = |date: Date, low: i64, high: i64, random: &mut Random| {
        Date::from_days(date.days() + random.between(low * 30, high * 30) as i32)
    };
    let registered = after(signed, 1, 5, random);
    let land = after(registered, 1, 8, random);
    let started = after(land, 1, 14, random);
    let partial = after(started, 5, 14, random);
    let production = after(partial, 2, 8, random);
    let full = after(production, 4, 14, random);
    let fate = random.below(100);
    let stops = after(signed, 6, 30, random);
    let mut life = Life {
        signed,
        registered: (fate >= 2).then_some(registered),
        land: (fate >= 8).then_some(land),
        started: (fate >= 14).then_some(started),
        partial: (fate >= 24).then_some(partial),
        production: (fate >= 26).then_some(production),
        full: (fate >= 45).then_some(full),
        terminated: matches!(fate, 0..2 | 8..10 | 22..24).then_some(stops),
        suspended: matches!(fate, 14..17)
            .then(|| (after(started, 2, 6, random), after(started, 7, 12, random))),
        planned_start: after(signed, 6, 16, random),
        planned_production: after(signed, 18, 40, random),
    };
    if let Some(end) = life.terminated {
        for milestone in
            [&mut life.registered, &mut life.land, &mut life.started, &mut life.partial, &mut life.production]
        {
            *milestone = milestone.filter(|date| *date < end);
        }
        life.full = life.full.filter(|date| *date < end && life.production.is_some());
    }
    life
}

impl Project {
    /// Whether the project has been signed by the end of a month.
    pub(crate) fn exists_in(&self, month: Month) -> bool {
        Month::of(self.life.signed) <= month
    }
}
