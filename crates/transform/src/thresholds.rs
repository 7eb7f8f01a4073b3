//! The thresholds of the checks (阈值), from `thresholds.csv`; each has a default.

use model::reference::Threshold;

use crate::error::TransformError;

/// Where a check begins to speak.
#[derive(Debug, Clone, PartialEq)]
pub struct Thresholds {
    /// Capital above so many times the contract value is a warning.
    pub capital_above_contract: f64,
    /// Capital above so many times the contract value is an error.
    pub capital_far_above_contract: f64,
    /// Capital that in one month rises by more than this share of the contract value leaps.
    pub capital_leap: f64,
    /// A contract value that changes by more than this share without a word is a warning.
    pub contract_jump: f64,
    /// A contract value that differs from the ledger by more than this share is a warning.
    pub contract_against_ledger: f64,
    /// A ratio of ten thousand within this share is a slip of unit.
    pub unit_slip_tolerance: f64,
    /// A heading matched with less confidence is not used.
    pub header_confidence: f64,
    /// Cumulative capital that falls by more than this share without a word is an error, by less a warning.
    pub unexplained_fall: f64,
    /// An actual date before this year is doubtful.
    pub date_first_year: f64,
    /// Capital above this share of the contract value without a start is unusual.
    pub capital_without_start_share: f64,
    /// … once it has been so for so many months.
    pub capital_without_start_months: f64,
    /// A start without capital is unusual after so many months.
    pub start_without_capital_months: f64,
    /// A project that is not started stands still when so many returns say nothing new.
    pub stalled_returns: f64,
    /// … and when it is older than the age by which this share of all projects had started.
    pub stalled_age_quantile: f64,
    /// A project that is started has stopped when its capital has not moved for so many months.
    pub stopped_months: f64,
    /// … and lies below this share of the contract value.
    pub stopped_share: f64,
    /// A leap is unusual when it lies so many robust deviations above the median of the edition.
    pub capital_jump_z: f64,
    /// A return that repeats the month before is unusual with so many projects at work.
    pub identical_projects: f64,
    /// Rounded numbers are told of from so many on.
    pub heaping_least: f64,
    /// … where at least this share is round.
    pub heaping_share: f64,
    /// Two signings of one project lie at most so many months apart.
    pub signed_twice_months: f64,
    /// … and their names are at least so much alike.
    pub signed_twice_likeness: f64,
    /// A column is in the wrong unit when at least so many of its values are.
    pub column_slip_least: f64,
    /// … and at least this share of them.
    pub column_slip_share: f64,
}

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds {
            capital_above_contract: 1.05,
            capital_far_above_contract: 3.0,
            capital_leap: 0.25,
            contract_jump: 0.2,
            contract_against_ledger: 0.005,
            unit_slip_tolerance: 0.05,
            header_confidence: 0.8,
            unexplained_fall: 0.08,
            date_first_year: 2010.0,
            capital_without_start_share: 0.05,
            capital_without_start_months: 3.0,
            start_without_capital_months: 6.0,
            stalled_returns: 6.0,
            stalled_age_quantile: 0.75,
            stopped_months: 12.0,
            stopped_share: 0.9,
            capital_jump_z: 6.0,
            identical_projects: 5.0,
            heaping_least: 30.0,
            heaping_share: 0.95,
            signed_twice_months: 24.0,
            signed_twice_likeness: 0.9,
            column_slip_least: 3.0,
            column_slip_share: 0.8,
        }
    }
}

impl Thresholds {
    /// The thresholds of a reference table; a name that nothing uses is an error.
    pub fn new(rows: &[Threshold]) -> Result<Thresholds, TransformError> {
        let mut thresholds = Thresholds::default();
        for row in rows {
            let value: f64 = row.value.trim().parse().map_err(|_| refuse(row, "is not a number"))?;
            let place = thresholds
                .place(&row.name)
                .ok_or_else(|| refuse(row, "is not a threshold that luodi knows"))?;
            *place = value;
        }
        Ok(thresholds)
    }

    fn place(&mut self, name: &str) -> Option<&mut f64> {
        Some(match name {
            "capital_above_contract" => &mut self.capital_above_contract,
            "capital_far_above_contract" => &mut self.capital_far_above_contract,
            "capital_leap" => &mut self.capital_leap,
            "contract_jump" => &mut self.contract_jump,
            "contract_against_ledger" => &mut self.contract_against_ledger,
            "unit_slip_tolerance" => &mut self.unit_slip_tolerance,
            "header_confidence" => &mut self.header_confidence,
            "unexplained_fall" => &mut self.unexplained_fall,
            "date_first_year" => &mut self.date_first_year,
            "capital_without_start_share" => &mut self.capital_without_start_share,
            "capital_without_start_months" => &mut self.capital_without_start_months,
            "start_without_capital_months" => &mut self.start_without_capital_months,
            "stalled_returns" => &mut self.stalled_returns,
            "stalled_age_quantile" => &mut self.stalled_age_quantile,
            "stopped_months" => &mut self.stopped_months,
            "stopped_share" => &mut self.stopped_share,
            "capital_jump_z" => &mut self.capital_jump_z,
            "identical_projects" => &mut self.identical_projects,
            "heaping_least" => &mut self.heaping_least,
            "heaping_share" => &mut self.heaping_share,
            "signed_twice_months" => &mut self.signed_twice_months,
            "signed_twice_likeness" => &mut self.signed_twice_likeness,
            "column_slip_least" => &mut self.column_slip_least,
            "column_slip_share" => &mut self.column_slip_share,
            _ => return None,
        })
    }
}

fn refuse(row: &Threshold, why: &str) -> TransformError {
    TransformError::Reference {
        table: "thresholds.csv",
        problem: format!("`{}` = `{}` {why}", row.name, row.value),
    }
}
