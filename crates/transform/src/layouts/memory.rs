//! What the month before teaches (版式记忆): a heading that says nothing, in the place of a column that is missing, with
//! the values that this column had, is that column.
//!
//! Nothing is lent on the heading or the place alone: the values of the same projects have to agree.

use std::collections::BTreeMap;

use model::field::{Field, ValueType};
use model::month::Month;
use model::reading::{Content, Reading};

use crate::layouts::layout::{LaidColumn, Layout, TableLayout};

/// So many projects have to stand in both returns, and so many of ten have to agree.
const LEAST_PROJECTS: usize = 2;
const AGREEING_IN_TEN: usize = 7;

/// A cumulative amount may rise so many times from one month to the next.
const MOST_RISE: f64 = 2.0;

/// A return whose unit and month are known.
#[derive(Debug, Clone, Copy)]
pub struct KnownReturn<'a> {
    /// Its unit.
    pub unit_code: &'a str,
    /// Its month.
    pub period: Month,
    /// What was read.
    pub reading: &'a Reading,
}

/// What the month before says of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LentHeading {
    /// The sheet.
    pub sheet: String,
    /// The heading, as it stands.
    pub header: String,
    /// The field.
    pub field: Field,
    /// The heading of the same column in the month before.
    pub known: String,
    /// The unit of its numbers in the month before, where this return names none.
    pub unit: Option<String>,
}

/// What every return is lent by the one before it, in the order of the list.
pub fn lend(returns: &[KnownReturn<'_>], bar: f64) -> Vec<Vec<LentHeading>> {
    let mut lent = vec![Vec::new(); returns.len()];
    let mut by_unit: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, known) in returns.iter().enumerate() {
        by_unit.entry(known.unit_code).or_default().push(index);
    }
    for mut of_unit in by_unit.into_values() {
        of_unit.sort_by_key(|index| (returns[*index].period, returns[*index].reading.return_id.as_str()));
        let mut before: Option<(&Reading, Layout<'_>)> = None;
        for index in of_unit {
            let reading = returns[index].reading;
            let mut layout = Layout::of(reading, bar);
            if let Some((earlier, known)) = &before {
                lent[index] = learn(&mut layout, reading, known, earlier);
            }
            if !layout.tables.is_empty() {
                before = Some((reading, layout));
            }
        }
    }
    lent
}

/// Fills in what the layout before explains, and says what that was.
fn learn(
    layout: &mut Layout<'_>,
    reading: &Reading,
    known: &Layout<'_>,
    earlier: &Reading,
) -> Vec<LentHeading> {
    let mut learnt = Vec::new();
    for table in &mut layout.tables {
        let Some(before) = known.like(table) else { continue };
        for place in 0..table.columns.len() {
            let Some(column) = candidate(table, place, before) else { continue };
            let Some(field) = column.field else { continue };
            let now = &table.columns[place];
            if !agree(field, (reading, now), (earlier, column)) {
                continue;
            }
            learnt.push(LentHeading {
                sheet: table.sheet.to_owned(),
                header: now.row.header.clone(),
                field,
                known: column.row.header.clone(),
                unit: if now.row.unit.is_none() { column.row.unit.clone() } else { None },
            });
            table.columns[place].field = Some(field);
        }
    }
    learnt
}

/// The column that stood where this one stands, where this one is not understood and that one is missing now.
fn candidate<'k>(
    table: &TableLayout<'_>,
    place: usize,
    before: &'k TableLayout<'_>,
) -> Option<&'k LaidColumn<'k>> {
    if table.columns[place].field.is_some() {
        return None;
    }
    let fields = table.fields();
    let left = table.columns[..place].iter().rev().find_map(|column| column.field);
    let right = table.columns[place + 1..].iter().find_map(|column| column.field);
    let place_of = |field: Option<Field>, other: usize| match field {
        Some(field) => before.columns.iter().position(|column| column.field == Some(field)),
        None => Some(other),
    };
    let from = match left {
        Some(_) => place_of(left, 0)? + 1,
        None => 0,
    };
    let to = place_of(right, before.columns.len())?;
    let between = before.columns.get(from..to)?;
    let mut missing =
        between.iter().filter(|column| column.field.is_some_and(|field| !fields.contains(&field)));
    let only = missing.next()?;
    missing.next().is_none().then_some(only)
}

/// Whether the values of the same projects agree in both columns.
fn agree(field: Field, now: (&Reading, &LaidColumn<'_>), before: (&Reading, &LaidColumn<'_>)) -> bool {
    let (now, before) = (values(now.0, now.1), values(before.0, before.1));
    let pairs: Vec<(&Content, &Content)> =
        now.iter().filter_map(|(project, value)| Some((*value, *before.get(project)?))).collect();
    let is_fit = |pair: &&(&Content, &Content)| match field.value_type() {
        ValueType::Amount => rises(pair.1, pair.0),
        _ => pair.0.text() == pair.1.text(),
    };
    let fitting = pairs.iter().filter(is_fit).count();
    pairs.len() >= LEAST_PROJECTS && fitting * 10 >= pairs.len() * AGREEING_IN_TEN
}

/// Whether an amount can have become another one within a month.
fn rises(before: &Content, now: &Content) -> bool {
    match (number(before), number(now)) {
        (Some(before), Some(now)) if before > 0.0 => (0.999..=MOST_RISE).contains(&(now / before)),
        _ => before.text() == now.text(),
    }
}

fn number(content: &Content) -> Option<f64> {
    match content {
        Content::Text(text) => text.trim().replace(',', "").parse().ok(),
        other => other.number(),
    }
}

/// The values of a column by the project of their row.
fn values<'a>(reading: &'a Reading, column: &LaidColumn<'_>) -> BTreeMap<&'a str, &'a Content> {
    let Some(sheet) = reading.sheet(&column.row.sheet) else { return BTreeMap::new() };
    let of_table = reading
        .records
        .iter()
        .filter(|record| record.sheet == column.row.sheet && record.table == column.row.table);
    let cell_of = |record: &model::datasets::records::Record| match column.row.row {
        Some(row) => sheet.cell(row as u32, record.col_first as u32),
        None => sheet.cell(record.row_first as u32, column.row.col as u32),
    };
    let named = of_table.filter_map(|record| {
        let project = record.raw(Field::ProjectCodeLocal).or_else(|| record.raw(Field::ProjectName))?;
        Some((project, &cell_of(record)?.content))
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use model::datasets::columns::ColumnRow;
    use model::datasets::records::Record;
    use model::reading::{Cell, Role, Sheet};

    use super::*;

    fn number_cell((row, value): (u32, f64)) -> Cell {
        let content = Content::Number(value);
        Cell {
            row,
            col: 2,
            content,
            number_format: None,
            has_formula: false,
            hidden: false,
            role: Role::Extra,
        }
    }

    /// A return of three columns and three projects.
    fn reading(id: &str, third: (&str, Option<Field>), values: [f64; 3]) -> Reading {
        let column = |col: i32, header: &str, field: Option<Field>| ColumnRow {
            sheet: "台账".to_owned(),
            table: 1,
            orientation: "down".to_owned(),
            col,
            header: header.to_owned(),
            field: field.map(|field| field.name().to_owned()),
            confidence: if field.is_some() { 1.0 } else { 0.0 },
            ..ColumnRow::default()
        };
        let columns = vec![
            column(1, "项目名称", Some(Field::ProjectName)),
            column(2, third.0, third.1),
            column(3, "备注", Some(Field::Note)),
        ];
        let record = |row: i32| Record {
            sheet: "台账".to_owned(),
            table: 1,
            row_first: row,
            row_last: row,
            raw: vec![(Field::ProjectName, format!("项目{row}"))],
            ..Record::default()
        };
        Reading {
            return_id: id.to_owned(),
            columns,
            records: (2..=4).map(record).collect(),
            sheets: vec![Sheet {
                name: "台账".to_owned(),
                cells: (2..=4).zip(values).map(number_cell).collect(),
                ..Sheet::default()
            }],
            ..Reading::default()
        }
    }

    fn check(header: &str, values: [f64; 3], expected: Option<Field>) {
        let before = reading("a", ("累计到位资金", Some(Field::ArrivedTotal)), [100.0, 200.0, 50.0]);
        let now = reading("b", (header, None), values);
        let month = |text: &str| text.parse::<Month>().unwrap();
        let known = |reading, period| KnownReturn { unit_code: "CQ500105", period: month(period), reading };
        // The order of the list does not matter: months do.
        let lent = lend(&[known(&now, "2023-07"), known(&before, "2023-06")], 0.8);
        assert_eq!(lent[0].first().map(|lent| lent.field), expected, "{header} {values:?}");
        assert!(lent[1].is_empty());
    }

    #[test]
    fn a_column_is_known_by_its_place_and_its_values() {
        check("累计到倍资金", [100.0, 210.0, 80.0], Some(Field::ArrivedTotal));
        check("其他", [3.0, 7.0, 1.0], None);
        check("其他", [1.0, 210.0, 5000.0], None);
    }
}
