//! The panel column by column (面板): small numbers in place of texts, so that a million months fit and sort.

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::date::Date;
use model::month::Month;
use model::policy::{Policy, Scope};
use model::population::{counts_as_started, is_counted};

/// A text of the panel, by its place in [`Words`]. 0 is the empty text: not known.
pub type Word = u32;

/// Every text of a panel once.
#[derive(Debug, Clone, Default)]
pub struct Words {
    texts: Vec<String>,
    places: BTreeMap<String, Word>,
}

impl Words {
    /// The place of a text. `guess` is where it stood last: in a history most texts stay the same.
    fn place(&mut self, text: Option<&str>, guess: Word) -> Word {
        let text = text.unwrap_or("");
        if self.texts.get(guess as usize).is_some_and(|guessed| guessed == text) {
            return guess;
        }
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.texts.len() as Word;
        self.texts.push(text.to_owned());
        self.places.insert(text.to_owned(), place);
        place
    }

    /// Every text, by its place.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// The text at a place; empty where there is none.
    pub fn text(&self, word: Word) -> &str {
        self.texts.get(word as usize).map_or("", String::as_str)
    }
}

/// One project in one month.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct PanelMonth {
    /// Project.
    pub project: Word,
    /// Month as 12 · year + month − 1, see [`Month::index`].
    pub month: i32,
    /// Event.
    pub event: Word,
    /// Edition.
    pub cohort: Word,
    /// Reporting unit.
    pub unit: Word,
    /// Group of the unit.
    pub unit_group: Word,
    /// Industry.
    pub industry: Word,
    /// Size band.
    pub size_band: Word,
    /// Where the investor comes from.
    pub investor_origin: Word,
    /// Stage.
    pub stage: Word,
    /// It belongs to the population: event, edition, tracking, and what the policy drops.
    pub counted: bool,
    /// It is in the tracked set.
    pub tracked: bool,
    /// Started or in production, as the policy counts.
    pub started: bool,
    /// A return or a stated date says whether it has started; else it is not known.
    pub start_known: bool,
    /// In production.
    pub in_production: bool,
    /// Suspended.
    pub suspended: bool,
    /// Terminated.
    pub terminated: bool,
    /// A return of that month speaks of it.
    pub reported: bool,
    /// Months since the last return that speaks of it.
    pub months_unreported: Option<i32>,
    /// Whole months since signing.
    pub age: Option<i32>,
    /// The month of the start.
    pub start_month: Option<i32>,
    /// Contract value.
    pub contract_yuan: Option<i64>,
    /// Cumulative capital.
    pub capital_yuan: Option<i64>,
}

/// The months of all projects, sorted by project and month.
#[derive(Debug, Clone, Default)]
pub struct Panel {
    /// The texts.
    pub words: Words,
    /// The months.
    pub months: Vec<PanelMonth>,
}

impl Panel {
    /// Takes the rows of `project_months`, in any order.
    pub fn new(rows: &[ProjectMonth], policy: &Policy, scope: &Scope) -> Panel {
        let mut words = Words::default();
        words.place(None, 0);
        let mut order: Vec<&ProjectMonth> = rows.iter().collect();
        order.sort_by(|a, b| (&a.project_id, a.as_of).cmp(&(&b.project_id, b.as_of)));
        let mut before = PanelMonth::default();
        let mut months = Vec::with_capacity(order.len());
        for row in order {
            before = month_of(row, &mut words, &before, policy, scope);
            months.push(before);
        }
        Panel { words, months }
    }

    /// The months of each project, one slice a project.
    pub fn histories(&self) -> impl Iterator<Item = &[PanelMonth]> {
        self.months.chunk_by(|left, right| left.project == right.project)
    }
}

/// `before` is the month that came before it in the panel.
fn month_of(
    row: &ProjectMonth,
    words: &mut Words,
    before: &PanelMonth,
    policy: &Policy,
    scope: &Scope,
) -> PanelMonth {
    let index = |date: Date| Month::of(date).index();
    PanelMonth {
        project: words.place(Some(&row.project_id), before.project),
        month: index(row.as_of),
        event: words.place(row.event.as_deref(), before.event),
        cohort: words.place(row.cohort.as_deref(), before.cohort),
        unit: words.place(row.unit_code.as_deref(), before.unit),
        unit_group: words.place(row.unit_group.as_deref(), before.unit_group),
        industry: words.place(row.industry_code.as_deref(), before.industry),
        size_band: words.place(row.size_band.as_deref(), before.size_band),
        investor_origin: words.place(row.investor_origin.as_deref(), before.investor_origin),
        stage: words.place(row.stage.as_deref(), before.stage),
        counted: is_counted(row, policy, scope),
        tracked: row.tracked,
        started: counts_as_started(row, policy),
        start_known: row.started.is_some(),
        in_production: row.in_production == Some(true),
        suspended: row.suspended,
        terminated: row.terminated,
        reported: row.reported,
        months_unreported: row.months_unreported,
        age: row.months_since_signing,
        start_month: row.start_month.map(index),
        contract_yuan: row.contract_yuan,
        capital_yuan: row.capital_cumulative_yuan,
    }
}
