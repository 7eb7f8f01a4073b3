//! The layout of one return (版式): its tables with their columns in order, and a fingerprint to compare layouts by.

use std::collections::BTreeSet;

use model::datasets::columns::ColumnRow;
use model::digest::short_digest;
use model::field::Field;
use model::reading::Reading;

use crate::cell_rules::text::plain;

/// The layout of a return.
#[derive(Debug, Clone, Default)]
pub struct Layout<'a> {
    /// Its tables, in the order of the workbook.
    pub tables: Vec<TableLayout<'a>>,
}

/// The layout of one table.
#[derive(Debug, Clone)]
pub struct TableLayout<'a> {
    /// Its sheet.
    pub sheet: &'a str,
    /// Its number in the sheet.
    pub table: i32,
    /// Its columns from left to right, or its labels from top to bottom.
    pub columns: Vec<LaidColumn<'a>>,
}

/// One column of a layout.
#[derive(Debug, Clone)]
pub struct LaidColumn<'a> {
    /// The column.
    pub row: &'a ColumnRow,
    /// The heading in one plain spelling.
    pub key: String,
    /// The field that it is read as, where that is sure enough.
    pub field: Option<Field>,
}

impl<'a> Layout<'a> {
    /// The layout of a reading; headings with less confidence than `bar` count as not understood. Cards are left
    /// out: they repeat their labels.
    pub fn of(reading: &'a Reading, bar: f64) -> Layout<'a> {
        let mut tables: Vec<TableLayout<'a>> = Vec::new();
        for row in reading.columns.iter().filter(|row| row.orientation != "card") {
            let column = LaidColumn { row, key: plain(&row.header).to_lowercase(), field: sure(row, bar) };
            match tables.iter_mut().find(|table| table.sheet == row.sheet && table.table == row.table) {
                Some(table) => table.columns.push(column),
                None => {
                    tables.push(TableLayout { sheet: &row.sheet, table: row.table, columns: vec![column] })
                }
            }
        }
        for table in &mut tables {
            table.columns.sort_by_key(|column| (column.row.row, column.row.col));
        }
        Layout { tables }
    }

    /// The table of this layout that is most like another one: at least half of the fields are the same.
    pub fn like(&self, other: &TableLayout<'_>) -> Option<&TableLayout<'a>> {
        let wanted = other.fields();
        let shared = |table: &TableLayout<'_>| table.fields().intersection(&wanted).count();
        let best = self.tables.iter().max_by_key(|table| (shared(table), table.sheet == other.sheet))?;
        (shared(best) * 2 >= wanted.len().max(1)).then_some(best)
    }
}

impl TableLayout<'_> {
    /// The fields that it holds.
    pub fn fields(&self) -> BTreeSet<Field> {
        self.columns.iter().filter_map(|column| column.field).collect()
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<&LaidColumn<'_>> {
        self.columns.iter().find(|column| column.field == Some(field))
    }
}

/// The field that a heading is read as, where that is sure enough.
fn sure(row: &ColumnRow, bar: f64) -> Option<Field> {
    let field = row.field.as_deref()?.parse().ok()?;
    (row.confidence >= bar).then_some(field)
}

/// The fingerprint of a layout: the same for returns whose tables have the same headings in the same order, whatever
/// their sheets are called. Missing: the return has no table.
pub fn fingerprint(reading: &Reading) -> Option<String> {
    let layout = Layout::of(reading, 0.0);
    let cards = reading.columns.iter().filter(|row| row.orientation == "card");
    let labels: BTreeSet<String> = cards.map(|row| plain(&row.header).to_lowercase()).collect();
    let mut parts: Vec<&str> = Vec::new();
    for table in &layout.tables {
        parts.push("table");
        parts.extend(table.columns.iter().map(|column| column.key.as_str()));
    }
    parts.extend(labels.iter().map(String::as_str));
    (!parts.is_empty()).then(|| short_digest(&parts).chars().take(12).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(sheet: &str, headers: &[&str]) -> Reading {
        let column = |(index, header): (usize, &&str)| ColumnRow {
            sheet: sheet.to_owned(),
            table: 1,
            orientation: "down".to_owned(),
            col: index as i32 + 1,
            header: (*header).to_owned(),
            ..ColumnRow::default()
        };
        Reading { columns: headers.iter().enumerate().map(column).collect(), ..Reading::default() }
    }

    #[test]
    fn a_fingerprint_follows_headings_and_not_names() {
        let base = fingerprint(&reading("7月", &["序号", "项目名称", "合同额"]));
        assert_eq!(base, fingerprint(&reading("8月", &["序号", "项目 名称", "合同额"])));
        assert_ne!(base, fingerprint(&reading("7月", &["序号", "合同额", "项目名称"])));
        assert_eq!(fingerprint(&Reading::default()), None);
    }
}
