//! What has changed in the layout of a unit since its return before (版式变化): columns that moved, were renamed, are new
//! or are gone.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::field::Field;
use model::findings::{H211_COLUMN_MOVED, H212_COLUMN_RENAMED, H213_COLUMN_NEW, H214_COLUMN_VANISHED};
use model::reading::Reading;

use crate::layouts::layout::{LaidColumn, Layout, TableLayout};
use crate::received::{FileContent, ReceivedFile};

/// Compares every return with the one that its unit sent for an earlier month.
pub fn check_layouts(received: &[ReceivedFile], returns: &[ReturnRow], bar: f64) -> Vec<Finding> {
    let mut by_unit: BTreeMap<&str, Vec<(&ReturnRow, &Reading)>> = BTreeMap::new();
    for (file, row) in received.iter().zip(returns).filter(|(_, row)| row.status == "accepted") {
        let (FileContent::Read(reading), Some(unit)) = (&file.content, row.unit_code.as_deref()) else {
            continue;
        };
        by_unit.entry(unit).or_default().push((row, reading));
    }
    let mut findings = Vec::new();
    for mut of_unit in by_unit.into_values() {
        of_unit.sort_by_key(|(row, _)| (row.period, row.revision, row.file.as_str()));
        for pair in of_unit.windows(2) {
            let ((earlier, before), (row, now)) = (pair[0], pair[1]);
            if earlier.period < row.period && earlier.layout != row.layout {
                findings.extend(compare((row, now), (earlier, before), bar));
            }
        }
    }
    findings
}

fn compare(
    (row, now): (&ReturnRow, &Reading),
    (earlier, before): (&ReturnRow, &Reading),
    bar: f64,
) -> Vec<Finding> {
    let (layout, known) = (Layout::of(now, bar), Layout::of(before, bar));
    let mut findings = Vec::new();
    for table in &layout.tables {
        let Some(old) = known.like(table) else { continue };
        let comparison = Comparison { row, earlier, table, old };
        findings.extend(comparison.findings());
    }
    findings
}

/// Two tables of one unit, a month apart.
struct Comparison<'c, 'a> {
    row: &'c ReturnRow,
    earlier: &'c ReturnRow,
    table: &'c TableLayout<'a>,
    old: &'c TableLayout<'a>,
}

impl Comparison<'_, '_> {
    fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let order = self.common_order();
        for column in &self.table.columns {
            let old = column.field.and_then(|field| self.old.column(field));
            match old {
                Some(old) if old.key != column.key => findings.push(self.renamed(column, old)),
                Some(old) if column.field.is_some_and(|field| !order.contains(&field)) => {
                    findings.push(self.moved(column, old));
                }
                None if !self.old.columns.iter().any(|known| known.key == column.key) => {
                    findings.push(self.new_column(column));
                }
                _ => {}
            }
        }
        let fields = self.table.fields();
        let is_gone = |column: &&LaidColumn<'_>| match column.field {
            Some(field) => !fields.contains(&field),
            None => !self.table.columns.iter().any(|known| known.key == column.key),
        };
        findings.extend(self.old.columns.iter().filter(is_gone).map(|column| self.vanished(column)));
        findings
    }

    /// The fields that stand in the same order in both tables: the longest such run; the others have moved.
    fn common_order(&self) -> Vec<Field> {
        let fields = |table: &TableLayout<'_>| -> Vec<Field> {
            table.columns.iter().filter_map(|column| column.field).collect()
        };
        longest_common(&fields(self.table), &fields(self.old))
    }

    fn renamed(&self, column: &LaidColumn<'_>, old: &LaidColumn<'_>) -> Finding {
        self.about(
            H212_COLUMN_RENAMED.draft(&self.row.return_id).expected(&old.row.header),
            column,
            Some(old),
        )
    }

    fn moved(&self, column: &LaidColumn<'_>, old: &LaidColumn<'_>) -> Finding {
        self.about(
            H211_COLUMN_MOVED.draft(&self.row.return_id).detail(&old.row.header_address),
            column,
            Some(old),
        )
    }

    fn new_column(&self, column: &LaidColumn<'_>) -> Finding {
        self.about(H213_COLUMN_NEW.draft(&self.row.return_id), column, None)
    }

    fn about(
        &self,
        draft: model::finding::Draft,
        column: &LaidColumn<'_>,
        old: Option<&LaidColumn<'_>>,
    ) -> Finding {
        let mut draft =
            draft.sheet(self.table.sheet).address(&column.row.header_address).raw(&column.row.header);
        if let Some(field) = column.field {
            draft = draft.field(field);
        }
        if let Some(old) = old {
            draft = draft.related(&self.earlier.file, self.old.sheet, &old.row.header_address);
        }
        self.of_file(draft.finish())
    }

    fn vanished(&self, old: &LaidColumn<'_>) -> Finding {
        let mut draft = H214_COLUMN_VANISHED
            .draft(&self.row.return_id)
            .sheet(self.table.sheet)
            .expected(&old.row.header)
            .related(&self.earlier.file, self.old.sheet, &old.row.header_address);
        if let Some(field) = old.field {
            draft = draft.field(field);
        }
        self.of_file(draft.finish())
    }

    fn of_file(&self, mut finding: Finding) -> Finding {
        finding.file = Some(self.row.file.clone());
        finding
    }
}

/// The longest list whose members stand in both lists in their order.
fn longest_common(one: &[Field], other: &[Field]) -> Vec<Field> {
    let mut best: Vec<Vec<Field>> = vec![Vec::new(); other.len() + 1];
    for field in one {
        let above = best.clone();
        for (place, known) in other.iter().enumerate() {
            best[place + 1] = if known == field {
                let mut longer = above[place].clone();
                longer.push(*field);
                longer
            } else if above[place + 1].len() >= best[place].len() {
                above[place + 1].clone()
            } else {
                best[place].clone()
            };
        }
    }
    best.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use model::datasets::columns::ColumnRow;

    use super::*;

    fn received(file: &str, headers: &[(&str, Option<Field>)]) -> ReceivedFile {
        let column = |(index, (header, field)): (usize, &(&str, Option<Field>))| ColumnRow {
            sheet: "台账".to_owned(),
            table: 1,
            orientation: "down".to_owned(),
            header_address: format!("{}4", model::cell_address::column_letters(index as u32 + 1)),
            col: index as i32 + 1,
            header: (*header).to_owned(),
            field: field.map(|field| field.name().to_owned()),
            confidence: 1.0,
            ..ColumnRow::default()
        };
        let columns = headers.iter().enumerate().map(column).collect();
        let reading = Reading { columns, ..Reading::default() };
        ReceivedFile {
            file: file.to_owned(),
            bytes: 1,
            return_id: file.to_owned(),
            received_at: None,
            content: FileContent::Read(Box::new(reading)),
        }
    }

    fn row(file: &str, month: &str) -> ReturnRow {
        ReturnRow {
            file: file.to_owned(),
            return_id: file.to_owned(),
            unit_code: Some("CQ500105".to_owned()),
            period: month.parse().ok(),
            status: "accepted".to_owned(),
            layout: Some(file.to_owned()),
            ..ReturnRow::default()
        }
    }

    #[test]
    fn moved_renamed_new_and_vanished_columns_are_told() {
        use Field::{ArrivedTotal, ContractValue, Investor, ProjectName};
        let files = [
            received(
                "b",
                &[
                    ("项目名称", Some(ProjectName)),
                    ("累计到资", Some(ArrivedTotal)),
                    ("投资方", Some(Investor)),
                    ("新列", None),
                ],
            ),
            received(
                "a",
                &[
                    ("项目名称", Some(ProjectName)),
                    ("投资方", Some(Investor)),
                    ("累计到位", Some(ArrivedTotal)),
                    ("合同额", Some(ContractValue)),
                ],
            ),
        ];
        let returns = [row("b", "2023-07-31"), row("a", "2023-06-30")];
        let findings = check_layouts(&files, &returns, 0.8);
        let said: Vec<(&str, Option<&str>, Option<&str>)> = findings
            .iter()
            .map(|finding| {
                (finding.code.as_str(), finding.raw.as_deref(), finding.related_address.as_deref())
            })
            .collect();
        assert_eq!(
            said,
            [
                ("H212", Some("累计到资"), Some("C4")),
                ("H211", Some("投资方"), Some("B4")),
                ("H213", Some("新列"), None),
                ("H214", None, Some("D4")),
            ]
        );
        assert!(findings.iter().all(|finding| finding.file.as_deref() == Some("b")));
    }

    #[test]
    fn columns_out_of_their_order_have_moved() {
        use Field::{ContractValue, Investor, ProjectName, SignDate};
        let before = [ProjectName, Investor, ContractValue, SignDate];
        let now = [ProjectName, ContractValue, SignDate, Investor];
        assert_eq!(longest_common(&now, &before), [ProjectName, ContractValue, SignDate]);
    }
}
