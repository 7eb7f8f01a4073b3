//! The columns of a table (列): leaves settled against their values and against each other, with units.

use model::cell_address::CellAddress;
use model::field::{Field, ValueType};
use model::reading::{Cell, Content};

use crate::areas::join_addresses;
use crate::claims::{Doubt, has, settle_claims};
use crate::grid::Grid;
use crate::header_text::squeeze;
use crate::leaves::Leaf;
use crate::meaning::Method;
use crate::months::{settle_months, settle_totals_before, settle_years};
use crate::parts::{mark_date_parts, mark_ticked_stages};
use crate::unit_text::unit_of;
use crate::values::{Sample, sample};

/// A unit, where it was found, and the cell that says so.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundUnit {
    /// As a word of [`model::amount_unit`], or an area.
    pub unit: String,
    /// header, caption or format.
    pub source: &'static str,
    /// The cell that says it.
    pub address: CellAddress,
}

/// A leaf that is settled.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The leaf.
    pub leaf: Leaf,
    /// The unit of its numbers.
    pub unit: Option<FoundUnit>,
    /// Why its field was taken away or is doubtful.
    pub doubt: Doubt,
}

impl Settled {
    /// The header path with `/`.
    pub fn header(&self) -> String {
        self.leaf.path.join("/")
    }

    /// Its header cells.
    pub fn header_address(&self) -> String {
        join_addresses(&self.leaf.areas)
    }
}

/// Rows of the body of a table, and what the caption says.
#[derive(Debug, Clone)]
pub struct Around {
    /// First and last row of the body.
    pub body: (u32, u32),
    /// The unit that a caption names.
    pub caption_unit: Option<(String, CellAddress)>,
    /// The year that title or caption names last.
    pub year: Option<i32>,
    /// Title and captions say that the numbers are money that arrived.
    pub about_arrivals: bool,
}

/// Settles the leaves of a table that runs down.
pub fn settle(grid: &Grid<'_>, leaves: &[Leaf], around: &Around) -> Vec<Settled> {
    let mut leaves = leaves.to_vec();
    let has_row_no = leaves.iter().any(|leaf| leaf.meaning.field == Some(Field::RowNo) && leaf.key != "编号");
    let has_status = has(&leaves, Field::StatusRaw);
    for leaf in leaves.iter_mut().filter(|leaf| is_open(leaf)) {
        let sample = sample(grid, leaf.col, around.body);
        settle_by_values(leaf, &sample, has_row_no, has_status);
    }
    mark_date_parts(&mut leaves);
    mark_ticked_stages(&mut leaves, &|leaf| sample(grid, leaf.col, around.body).is_ticks());
    settle_leaves(leaves, around, &|leaf, around| unit_by_format(grid, leaf.col, around.body))
}

/// Settles leaves against each other and finds their units.
pub fn settle_leaves(
    mut leaves: Vec<Leaf>,
    around: &Around,
    by_format: &dyn Fn(&Leaf, &Around) -> Option<FoundUnit>,
) -> Vec<Settled> {
    settle_months(&mut leaves, around.year);
    settle_totals_before(&mut leaves, around.year);
    settle_years(&mut leaves);
    let doubts = settle_claims(&mut leaves);
    let settled = leaves.into_iter().zip(doubts).map(|(leaf, doubt)| {
        let unit = unit_of_leaf(&leaf, around)
            .or_else(|| if is_amount(&leaf) { by_format(&leaf, around) } else { None });
        Settled { leaf, unit, doubt }
    });
    settled.collect()
}

/// Whether the values of a column may change what its header says.
fn is_open(leaf: &Leaf) -> bool {
    let is_doubtful = leaf.meaning.confidence < 0.7;
    match leaf.meaning.field {
        Some(Field::RowNo | Field::ProjectCodeLocal | Field::StatusRaw | Field::ProgressText) => true,
        Some(field) => is_doubtful || date_of_tick(field) != field,
        None => false,
    }
}

/// What the header leaves open, the cells decide.
fn settle_by_values(leaf: &mut Leaf, sample: &Sample, has_row_no: bool, has_status: bool) {
    let Some(field) = leaf.meaning.field else { return };
    if matches!(leaf.meaning.method, Method::Override | Method::Memory) {
        return;
    }
    let settled = match field {
        Field::RowNo if leaf.key == "编号" && (has_row_no || sample.looks_like_codes()) => {
            Field::ProjectCodeLocal
        }
        Field::ProjectCodeLocal if leaf.key == "编号" && !has_row_no && sample.is_running() => Field::RowNo,
        Field::StatusRaw if sample.is_long_text() && may_be_text(leaf) => Field::ProgressText,
        Field::ProgressText if !has_status && sample.is_short_text() => Field::StatusRaw,
        ticks if sample.is_mostly_dates() => date_of_tick(ticks),
        other => other,
    };
    leaf.meaning.field = Some(settled);
}

/// `项目进展`, `进度`, `建设情况` head sentences as well as words.
fn may_be_text(leaf: &Leaf) -> bool {
    let key = &leaf.key;
    ["进展", "进度", "情况", "progress"].iter().any(|word| key.contains(word)) && !key.contains("阶段")
}

/// The date of the event that a tick stands for; other fields stay.
fn date_of_tick(field: Field) -> Field {
    match field {
        Field::IsSigned => Field::SignDate,
        Field::IsRegistered => Field::RegisterDate,
        Field::IsStarted => Field::StartDate,
        Field::IsProduction => Field::ProductionDate,
        Field::IsCompleted => Field::CompletionDate,
        other => other,
    }
}

fn is_amount(leaf: &Leaf) -> bool {
    leaf.meaning.field.is_some_and(|field| field.value_type() == ValueType::Amount)
}

/// The unit from the header, or for amounts from the caption.
fn unit_of_leaf(leaf: &Leaf, around: &Around) -> Option<FoundUnit> {
    if let (Some(unit), Some(area)) = (&leaf.meaning.unit, leaf.areas.last()) {
        return Some(FoundUnit { unit: unit.clone(), source: "form", address: area.first });
    }
    if let Some((unit, address)) = &leaf.unit {
        return Some(FoundUnit { unit: unit.clone(), source: "header", address: *address });
    }
    if !is_amount(leaf) || leaf.meaning.field == Some(Field::ArrivedForeign) {
        return None;
    }
    let (unit, address) = around.caption_unit.clone()?;
    Some(FoundUnit { unit, source: "caption", address })
}

/// A unit that the number format of a column shows beside every number.
fn unit_by_format(grid: &Grid<'_>, col: u32, (first, last): (u32, u32)) -> Option<FoundUnit> {
    let cells = grid.rows_between(first, last).filter_map(|row| grid.cell(row, col));
    let mut found: Option<FoundUnit> = None;
    for cell in cells.filter(|cell| matches!(cell.content, Content::Number(_))).take(50) {
        let unit = format_unit(cell)?;
        match &found {
            Some(known) if known.unit != unit => return None,
            Some(_) => {}
            None => found = Some(FoundUnit { unit, source: "format", address: cell.address() }),
        }
    }
    found
}

/// The unit that a number format writes behind the number: `0.00"亿元"`.
pub fn format_unit(cell: &Cell) -> Option<String> {
    let format = cell.number_format.as_deref()?;
    let text: String = format.split(';').next()?.chars().filter(|c| !"0#?.,_ \\@*".contains(*c)).collect();
    unit_of(&squeeze(&text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{dictionary, sheet};
    use crate::labels::Labels;
    use crate::overrides::Overrides;
    use crate::tables::find_tables;

    /// Header and one row of values: the fields of the columns.
    fn check(header: &[&str], values: &[&str], expected: &[&str]) {
        let sheet = sheet(&[header, values], &[]);
        let grid = Grid::new(&sheet);
        let dictionary = dictionary();
        let table = find_tables(&grid, &Labels::new(&dictionary, &Overrides::default())).remove(0);
        let around = Around { body: (2, 2), caption_unit: None, year: Some(2023), about_arrivals: false };
        let settled = settle(&grid, &table.header.leaves, &around);
        let fields: Vec<&str> =
            settled.iter().map(|column| column.leaf.meaning.field.map_or("", Field::name)).collect();
        assert_eq!(fields, expected, "{header:?}");
    }

    #[test]
    fn cells_and_neighbours_decide_what_headers_leave_open() {
        let fields = ["row_no", "project_name", "contract_value", "project_code_local"];
        check(&["序号", "项目名称", "合同额", "编号"], &["1", "甲", "2", "ZB2020-001"], &fields);
        check(
            &["序号", "项目名称", "总投资", "正式合同额"],
            &["1", "甲", "2", "3"],
            &["row_no", "project_name", "", "contract_value"],
        );
        check(
            &["编号", "项目名称", "项目进展", "合同额"],
            &["1", "甲", "已取得土地，计划于2023年5月动工建设。", "3"],
            &["row_no", "project_name", "progress_text", "contract_value"],
        );
    }
}
