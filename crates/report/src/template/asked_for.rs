//! Which cells a unit may write into (可填栏目): what the ledger says and last month's figures are locked.

use crate::template::columns::TemplateColumn;
use crate::template::entry::Entry;
use crate::template::formats::Access;

/// Who may write into a cell of a known project.
pub fn access(column: TemplateColumn, entry: &Entry) -> Access {
    let is_settled = column.is_identity() && !entry.is_empty();
    if is_settled || column.is_closed() || column == TemplateColumn::RowNumber {
        Access::Locked
    } else {
        Access::Open
    }
}

/// Who may write into a cell of a row for a new project.
pub const fn access_of_new_row(column: TemplateColumn) -> Access {
    if column.is_closed() { Access::Locked } else { Access::Open }
}

/// Every month anew: no unit should send this back without having looked at it.
pub const fn is_asked_every_month(column: TemplateColumn) -> bool {
    use TemplateColumn::{Capital, Problems, Progress, Stage};
    matches!(column, Capital | Stage | Progress | Problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_settled_is_locked() {
        use TemplateColumn::{Capital, CapitalBefore, ContractValue, Investor, LedgerNo, ProjectName, Stage};
        let words = Entry::Words("甲".to_owned());
        let check =
            |column, entry: &Entry, expected| assert_eq!(access(column, entry), expected, "{column:?}");
        check(LedgerNo, &words, Access::Locked);
        check(LedgerNo, &Entry::Empty, Access::Locked);
        check(ProjectName, &words, Access::Locked);
        check(Investor, &Entry::Empty, Access::Open);
        check(CapitalBefore, &Entry::Amount(1), Access::Locked);
        check(CapitalBefore, &Entry::Empty, Access::Locked);
        check(ContractValue, &Entry::Amount(1), Access::Open);
        check(Capital, &Entry::Empty, Access::Open);
        check(Stage, &Entry::Empty, Access::Open);
        assert_eq!(access_of_new_row(ProjectName), Access::Open);
        assert_eq!(access_of_new_row(CapitalBefore), Access::Locked);
    }
}
