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
