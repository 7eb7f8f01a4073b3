//! Where a return names the month it speaks of (月份出处).

use model::datasets::returns::ReturnRow;
use model::form::Form;
use model::month::Month;
use model::reading::Reading;
use transform::received::{FileContent, ReceivedFile};
use transform::return_period::places_of_period;

use crate::check::masking::masked;
use crate::trace::values::TracedCell;

/// The cells and names that say the month of a return.
pub fn month_cells(row: &ReturnRow, reading: &Reading, form: &Form, month: Month) -> Vec<TracedCell> {
    let received = ReceivedFile {
        file: row.file.clone(),
        bytes: row.bytes,
        return_id: row.return_id.clone(),
        received_at: row.received_at.clone(),
        content: FileContent::Skipped { reason: String::new() },
    };
    let cell = |place: transform::return_period::PeriodPlace| TracedCell {
        file: row.file.clone(),
        sheet: place.sheet.unwrap_or_default(),
        address: place.address,
        text: masked(&place.raw),
        return_id: row.return_id.clone(),
        ..TracedCell::default()
    };
    places_of_period(&received, reading, form, month).into_iter().map(cell).collect()
}
