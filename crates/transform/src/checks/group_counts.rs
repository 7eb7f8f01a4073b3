//! Counts that groups state (分组个数) against the rows that stand in them: `一、2021年智博会（2个）`.

use model::datasets::reconciliation::Reconciliation;
use model::field::Field;
use model::findings::S702_GROUP_COUNT_WRONG;
use model::reading::{Cell, Role};

use crate::cell_rules::group_counts::stated_count;
use crate::checks::stated_figures::{CheckedTotals, Grade, MOST_MARKS, TableOfReturn};
use crate::checks::total_scopes::groups;
use crate::return_context::ReturnContext;
use crate::typed_record::TypedRecord;

/// `一、2021年智博会（2个）` against the rows below it.
pub fn check_counts(table: &TableOfReturn<'_, '_>, context: &ReturnContext<'_>, checked: &mut CheckedTotals) {
    let (rows, columns) = (table.extent.rows, table.extent.columns);
    let is_inside =
        |cell: &&Cell| (rows.0..=rows.1).contains(&cell.row) && (columns.0..=columns.1).contains(&cell.col);
    let cells = table.sheet.cells.iter().filter(|cell| cell.role == Role::Group).filter(is_inside);
    for cell in cells.take(MOST_MARKS) {
        let text = cell.content.text();
        let Some(stated) = stated_count(&text) else { continue };
        let address = cell.address().to_string();
        let belongs =
            |record: &&&TypedRecord| speaks_of_all(&text) || groups(record).any(|group| group == address);
        let counted = table.records.iter().filter(belongs).count() as i64;
        let stated = i64::from(stated);
        checked.rows.push(Reconciliation {
            return_id: context.reading.return_id.clone(),
            sheet: table.sheet.name.clone(),
            address,
            check: "group_count".to_owned(),
            field: Field::ProjectName.name().to_owned(),
            stated: Some(stated),
            recomputed: Some(counted),
            difference: Some(stated - counted),
            tolerance: Some(0),
            grade: if stated == counted { Grade::Exact } else { Grade::Error }.as_str().to_owned(),
        });
        if counted != stated {
            let draft = S702_GROUP_COUNT_WRONG.draft(&context.reading.return_id).sheet(&table.sheet.name);
            let draft = draft.cell(cell.address()).raw(&stated.to_string());
            checked.findings.push(draft.expected(counted.to_string()).finish());
        }
    }
}

/// `共7个项目，…` below a table counts all its rows.
fn speaks_of_all(text: &str) -> bool {
    ["共", "合计", "总计", "以上"].iter().any(|lead| text.trim_start().starts_with(lead))
}
