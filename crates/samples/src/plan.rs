//! What is asked for (生成计划): how many units, months and projects, in which layouts, with how many errors.

use model::month::Month;

use crate::layout::Layout;

/// A plan of synthetic returns. The same plan gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Seed of everything that is left to chance.
    pub seed: u64,
    /// First reported month.
    pub first: Month,
    /// Last reported month.
    pub last: Month,
    /// Reporting units. Beyond the units that are given, synthetic ones are added and written to `truth/units.csv`.
    pub n_units: usize,
    /// Tracked projects of the 2020–2022 editions, over all units: `n_projects / n_units` in a return.
    pub n_projects: usize,
    /// Projects of other events and untracked ones that are reported along, for every hundred tracked ones.
    pub others_per_hundred: u32,
    /// Layouts, handed out to the units in turn. Empty means all.
    pub layouts: Vec<Layout>,
    /// Wrong values for every thousand filled cells of amounts and dates.
    pub errors_per_thousand_cells: u32,
    /// Returns that never come, for every hundred.
    pub missing_per_hundred: u32,
    /// Returns that come twice, faulty first, for every hundred.
    pub resubmitted_per_hundred: u32,
    /// Whether the truth tables are written: for 10,000 returns they outgrow the returns.
    pub truth: bool,
}

impl Default for Plan {
    fn default() -> Plan {
        let last = Month::of(model::date::Date::new(2023, 7, 1).unwrap_or_default());
        Plan {
            seed: 1,
            first: last.plus(-5),
            last,
            n_units: 41,
            n_projects: 207,
            others_per_hundred: 10,
            layouts: Layout::ALL.to_vec(),
            errors_per_thousand_cells: 4,
            missing_per_hundred: 0,
            resubmitted_per_hundred: 0,
            truth: true,
        }
    }
}

impl Plan {
    /// Returns for benches: so many units and months from September 2022 on, so many projects in each return, 25 columns,
    /// no error, no truth tables.
    pub fn bench(n_units: usize, n_months: u32, n_projects_each: usize) -> Plan {
        let first = Month::of(model::date::Date::new(2022, 9, 1).unwrap_or_default());
        let last = first.plus(i32::try_from(n_months).unwrap_or(i32::MAX / 24) - 1);
        Plan {
            first,
            last,
            n_units,
            n_projects: n_units.saturating_mul(n_projects_each),
            others_per_hundred: 0,
            layouts: vec![Layout::PlainHeader],
            errors_per_thousand_cells: 0,
            truth: false,
            ..Plan::default()
        }
    }

    /// The layout of a unit, by its place.
    pub(crate) fn layout_of(&self, unit: usize) -> Layout {
        let all = if self.layouts.is_empty() { Layout::ALL } else { &self.layouts };
        let shift = (self.seed % 7919) as usize;
        all.get((unit + shift) % all.len().max(1)).copied().unwrap_or(Layout::PlainHeader)
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Reporting units.
    pub n_units: usize,
    /// Files in `received/`, the register not counted.
    pub n_returns: usize,
    /// Projects of the world, tracked or not.
    pub n_projects: usize,
    /// Project rows in all returns.
    pub n_records: usize,
    /// Filled cells of those rows.
    pub n_cells: usize,
    /// Wrong values put in on purpose.
    pub n_planted_errors: usize,
}
