//! The sheets of the workbook in their order (工作表).

pub mod capital;
pub mod changes;
pub mod changes_detail;
pub mod coverage;
pub mod cuts;
pub mod definitions;
pub mod editions;
pub mod equal_age;
pub mod findings;
pub mod industries;
pub mod months;
pub mod overview;
pub mod projects;
pub mod supervision;
pub mod units;

use crate::excel::book::Book;
use crate::excel::grid::Grid;

/// Every sheet, first the figures, then the lists, last how they were made.
pub fn sheets(book: &Book<'_>) -> Vec<Grid> {
    vec![
        overview::overview(book),
        editions::editions(book),
        equal_age::equal_age(book),
        units::units(book),
        industries::industries(book),
        months::months(book),
        changes::changes(book),
        capital::capital(book),
        supervision::supervision(book),
        coverage::coverage(book),
        findings::findings(book),
        projects::projects(book),
        definitions::definitions_sheet(book),
    ]
}
