//! The workbooks themselves (原簿): cells as they stand, from the cache of what was read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use model::reading::{Reading, Sheet};
use transform::received::FileContent;

use crate::cache::Cache;
use crate::check::masking::Masking;
use crate::check::places::areas;
use crate::trace::grounds::Grounds;
use crate::trace::values::TracedValue;

/// Readings by content hash. What the cache does not hold any more is not there.
#[derive(Debug, Default)]
pub struct Workbooks {
    readings: BTreeMap<String, Reading>,
}

impl Workbooks {
    /// The wanted workbooks of a release, returns and ledgers; `cells` is the folder of all readings.
    pub fn load(cells: &Path, grounds: &Grounds, wanted: &BTreeSet<&str>) -> Workbooks {
        if wanted.is_empty() || grounds.reading.is_empty() {
            return Workbooks::default();
        }
        let ledgers: BTreeSet<&str> = grounds.ledger_ids().into_values().collect();
        let (of_ledgers, of_returns): (BTreeSet<&str>, BTreeSet<&str>) =
            wanted.iter().copied().partition(|id| ledgers.contains(id));
        let mut readings = BTreeMap::new();
        let versions =
            [(grounds.reading.clone(), of_returns), (ledger_version(&grounds.reading), of_ledgers)];
        for (version, wanted) in versions.iter().filter(|(_, wanted)| !wanted.is_empty()) {
            for (id, content) in Cache::look_into(cells, version).load(wanted) {
                if let FileContent::Read(reading) = content {
                    readings.insert(id, *reading);
                }
            }
        }
        Workbooks { readings }
    }

    /// A workbook.
    pub fn get(&self, return_id: &str) -> Option<&Reading> {
        self.readings.get(return_id)
    }

    /// Fills in what only the workbook knows of the cells of values: merged ranges, and each text by itself.
    pub fn complete(&self, values: &mut [TracedValue]) {
        for cell in values.iter_mut().flat_map(|value| &mut value.cells) {
            let Some(reading) = self.get(&cell.return_id) else { continue };
            let Some(sheet) = reading.sheet(&cell.sheet) else { continue };
            let Some(area) = areas(&cell.address).first().copied() else { continue };
            cell.merge = merge_at(sheet, area.first.row, area.first.col);
            if cell.text.is_empty() {
                let seen = sheet.seen_at(area.first.row, area.first.col);
                let masking = Masking::new(reading);
                cell.text = seen.map(|seen| masking.shown(&sheet.name, seen)).unwrap_or_default();
            }
        }
    }
}

/// The merged range around a cell.
pub fn merge_at(sheet: &Sheet, row: u32, col: u32) -> Option<String> {
    sheet.merge_at(row, col).map(ToString::to_string)
}

/// The rule version under which ledgers are kept.
pub fn ledger_version(reading: &str) -> String {
    format!("{reading}-ledgers")
}
