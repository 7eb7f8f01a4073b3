//! Draws a return in a layout (排版): one file for each layout.

mod bilingual;
mod broken_labels;
mod card_stack;
mod cards;
mod code_and_name;
mod column_numbers;
mod date_parts;
mod deep_header;
mod english_only;
mod everything;
mod free_text;
mod groups;
mod hidden_parts;
mod month_matrix;
mod month_sums;
mod nested_sums;
mod plain_header;
mod printed_pages;
mod repeated_header;
mod sheet_per_edition;
mod shuffled_columns;
mod side_by_side;
mod stacked_tables;
mod stage_codes;
mod stage_groups;
mod stage_sheets;
mod stale_copy;
mod standard_ledger;
mod sub_rows;
mod summary_and_detail;
mod ticked_stages;
mod totals_on_top;
mod transposed;
mod unit_in_format;
mod units_row;
mod units_row_dashes;

use crate::drawing::Drawing;
use crate::layout::Layout;
use crate::return_sheet::ReturnSheet;

/// The return in a layout: the workbook and the truth of its cells.
pub(crate) fn draw(layout: Layout, sheet: &ReturnSheet) -> Drawing {
    match layout {
        Layout::StandardLedger => standard_ledger::draw(sheet),
        Layout::PlainHeader => plain_header::draw(sheet),
        Layout::BrokenLabels => broken_labels::draw(sheet),
        Layout::ColumnNumbers => column_numbers::draw(sheet),
        Layout::Groups => groups::draw(sheet),
        Layout::TotalsOnTop => totals_on_top::draw(sheet),
        Layout::SheetPerEdition => sheet_per_edition::draw(sheet),
        Layout::SummaryAndDetail => summary_and_detail::draw(sheet),
        Layout::SubRows => sub_rows::draw(sheet),
        Layout::FreeText => free_text::draw(sheet),
        Layout::Transposed => transposed::draw(sheet),
        Layout::Cards => cards::draw(sheet),
        Layout::MonthMatrix => month_matrix::draw(sheet),
        Layout::StackedTables => stacked_tables::draw(sheet),
        Layout::SideBySide => side_by_side::draw(sheet),
        Layout::Bilingual => bilingual::draw(sheet),
        Layout::UnitsRow => units_row::draw(sheet),
        Layout::UnitInFormat => unit_in_format::draw(sheet),
        Layout::HiddenParts => hidden_parts::draw(sheet),
        Layout::StaleCopy => stale_copy::draw(sheet),
        Layout::ShuffledColumns => shuffled_columns::draw(sheet),
        Layout::Everything => everything::draw(sheet),
        Layout::CardStack => card_stack::draw(sheet),
        Layout::RepeatedHeader => repeated_header::draw(sheet),
        Layout::DateParts => date_parts::draw(sheet),
        Layout::TickedStages => ticked_stages::draw(sheet),
        Layout::StageSheets => stage_sheets::draw(sheet),
        Layout::StageGroups => stage_groups::draw(sheet),
        Layout::StageCodes => stage_codes::draw(sheet),
        Layout::CodeAndName => code_and_name::draw(sheet),
        Layout::MonthSums => month_sums::draw(sheet),
        Layout::UnitsRowDashes => units_row_dashes::draw(sheet),
        Layout::DeepHeader => deep_header::draw(sheet),
        Layout::NestedSums => nested_sums::draw(sheet),
        Layout::EnglishOnly => english_only::draw(sheet),
        Layout::PrintedPages => printed_pages::draw(sheet),
    }
}
