//! Names of reporting units (填报单位) in cells, captions, titles and file names.

use model::date::Date;
use model::reference::{UnitAlias, UnitRow};

use crate::cell_rules::outcome::Outcome;

/// Every name of every unit.
#[derive(Debug, Clone, Default)]
pub struct UnitNames {
    names: Vec<(String, String)>,
}

impl UnitNames {
    /// The names of the unit tables.
    pub fn new(units: &[UnitRow], aliases: &[UnitAlias]) -> UnitNames {
        let _ = (units, aliases);
        UnitNames::default()
    }

    /// The unit that a cell names on a day, by its id.
    pub fn read(&self, text: &str, on: Option<Date>) -> Outcome<String> {
        let _ = (&self.names, text, on);
        Outcome::missing("blank")
    }

    /// The unit that a title, caption or file name speaks of on a day, and the words that say so.
    pub fn find_in(&self, text: &str, on: Option<Date>) -> Option<(String, String)> {
        let _ = (text, on);
        None
    }
}
