//! The columns of a table (列): leaves settled against their values and against each other, with units.

use std::collections::HashMap;

use model::cell_address::CellAddress;
use model::field::{Field, ValueType};
use model::reading::{Cell, Content};

use crate::concept::is_partial;
use crate::grid::Grid;
use crate::header::join_addresses;
use crate::header_text::{read_header, squeeze};
use crate::labels::Labels;
use crate::leaves::Leaf;
use crate::lexicon::cut;
use crate::meaning::Method;
use crate::unit_text::unit_of;
use crate::values::{Sample, sample};
use crate::words::Word;

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

/// What is doubtful about a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing.
    None,
    /// It could be the total, the year or the month.
    Ambiguous,
    /// Another column means the same field.
    Twice(Field),
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
    let samples: Vec<Sample> = leaves.iter().map(|leaf| sample(grid, leaf.col, around.body)).collect();
    let mut leaves = leaves.to_vec();
    let has_row_no =
        leaves.iter().any(|leaf| leaf.meaning.field == Some(Field::RowNo) && leaf_key(leaf) != "编号");
    let has_status = has(&leaves, Field::StatusRaw);
    for (leaf, sample) in leaves.iter_mut().zip(&samples) {
        settle_by_values(leaf, sample, has_row_no, has_status);
    }
    settle_leaves(leaves, around, &|leaf, around| unit_by_format(grid, leaf.col, around.body))
}

/// Settles leaves against each other and finds their units.
pub fn settle_leaves(
    mut leaves: Vec<Leaf>,
    around: &Around,
    by_format: &dyn Fn(&Leaf, &Around) -> Option<FoundUnit>,
) -> Vec<Settled> {
    settle_months(&mut leaves, around.year);
    settle_years(&mut leaves);
    let doubts = settle_claims(&mut leaves);
    let settled = leaves.into_iter().zip(doubts).map(|(leaf, doubt)| {
        let unit = unit_of_leaf(&leaf, around)
            .or_else(|| if is_amount(&leaf) { by_format(&leaf, around) } else { None });
        Settled { leaf, unit, doubt }
    });
    settled.collect()
}

fn has(leaves: &[Leaf], field: Field) -> bool {
    leaves.iter().any(|leaf| leaf.meaning.field == Some(field))
}

fn leaf_key(leaf: &Leaf) -> String {
    leaf.path.last().map(|text| read_header(text).key).unwrap_or_default()
}

/// What the header leaves open, the cells decide.
fn settle_by_values(leaf: &mut Leaf, sample: &Sample, has_row_no: bool, has_status: bool) {
    let Some(field) = leaf.meaning.field else { return };
    if leaf.meaning.method == Method::Override {
        return;
    }
    let settled = match field {
        Field::RowNo if leaf_key(leaf) == "编号" && (has_row_no || sample.looks_like_codes()) => {
            Field::ProjectCodeLocal
        }
        Field::ProjectCodeLocal if leaf_key(leaf) == "编号" && !has_row_no && sample.is_running() => {
            Field::RowNo
        }
        Field::StatusRaw if sample.is_long_text() && may_be_text(leaf) => Field::ProgressText,
        Field::ProgressText if !has_status && sample.is_short_text() => Field::StatusRaw,
        Field::SignDate
        | Field::IsSigned
        | Field::IsRegistered
        | Field::IsStarted
        | Field::IsProduction
        | Field::IsCompleted
            if leaf.meaning.confidence < 0.7 =>
        {
            if sample.is_mostly_dates() {
                date_of_tick(field)
            } else {
                field
            }
        }
        other => other,
    };
    leaf.meaning.field = Some(settled);
}

/// `项目进展`, `进度`, `建设情况` head sentences as well as words.
fn may_be_text(leaf: &Leaf) -> bool {
    let key = leaf_key(leaf);
    ["进展", "进度", "情况", "progress"].iter().any(|word| key.contains(word)) && !key.contains("阶段")
}

const fn date_of_tick(field: Field) -> Field {
    match field {
        Field::IsSigned => Field::SignDate,
        Field::IsRegistered => Field::RegisterDate,
        Field::IsStarted => Field::StartDate,
        Field::IsProduction => Field::ProductionDate,
        Field::IsCompleted => Field::CompletionDate,
        other => other,
    }
}

/// Columns of months get their years: from themselves, from the column before, from the title. One month alone is
/// the month of the return.
fn settle_months(leaves: &mut [Leaf], title_year: Option<i32>) {
    let is_month =
        |leaf: &Leaf| leaf.meaning.field == Some(Field::ArrivedMonth) && leaf.meaning.month.is_some();
    if leaves.iter().filter(|leaf| is_month(leaf)).count() < 2 {
        leaves.iter_mut().filter(|leaf| is_month(leaf)).for_each(|leaf| leaf.meaning.month = None);
        return;
    }
    let mut last: Option<(i32, u32)> = None;
    for leaf in leaves.iter_mut().filter(|leaf| is_month(leaf)) {
        let Some((year, month)) = leaf.meaning.month else { continue };
        let carried = last.map(|(year, before)| if month < before { year + 1 } else { year });
        let year = year.or(carried).or(title_year);
        leaf.meaning.month = Some((year, month));
        last = year.map(|year| (year, month)).or(last);
    }
    let first_year = leaves.iter().filter_map(|leaf| leaf.meaning.month?.0).min();
    for leaf in leaves.iter_mut().filter(|leaf| leaf.meaning.field == Some(Field::ArrivedTotal)) {
        if year_named(leaf).is_some_and(|year| first_year.is_some_and(|first| year < first)) {
            leaf.meaning.field = None;
        }
    }
}

/// The year that a leaf itself names: `截至2022年底累计` beside the months of 2023 is no total.
fn year_named(leaf: &Leaf) -> Option<i32> {
    let words = cut(&leaf_key(leaf)).words;
    words.iter().find_map(|word| if let Word::Year(year) = word { Some(*year) } else { None })
}

/// Columns that are named by months alone mean what the title says.
pub fn read_months_by_title(labels: &Labels<'_>, leaves: &mut [Leaf]) {
    let is_period = |leaf: &Leaf| leaf.meaning.field.is_none() && is_partial(&leaf_key(leaf));
    let is_month = |leaf: &&Leaf| {
        is_period(leaf) && cut(&leaf_key(leaf)).words.iter().any(|word| matches!(word, Word::Month(_)))
    };
    if leaves.iter().filter(is_month).count() < 2 {
        return;
    }
    for leaf in leaves.iter_mut().filter(|leaf| is_period(leaf)) {
        let mut path = vec!["到位资金"];
        path.extend(leaf.path.iter().map(String::as_str));
        leaf.meaning = labels.meaning(&path);
    }
}

/// Of several columns for one year each, the latest is the year to date.
fn settle_years(leaves: &mut [Leaf]) {
    let latest = leaves.iter().filter_map(|leaf| leaf.meaning.year).max();
    for leaf in leaves.iter_mut().filter(|leaf| leaf.meaning.year.is_some() && leaf.meaning.year < latest) {
        leaf.meaning.field = None;
    }
}

/// Lets every field have one column: the most specific, the surest, the first.
fn settle_claims(leaves: &mut [Leaf]) -> Vec<Doubt> {
    let mut best: HashMap<Field, usize> = HashMap::new();
    for (index, leaf) in leaves.iter().enumerate() {
        let Some(field) = leaf.meaning.field.filter(|_| leaf.meaning.month.is_none()) else { continue };
        let holder = best.entry(field).or_insert(index);
        if strength(leaf) > strength(&leaves[*holder]) {
            *holder = index;
        }
    }
    let has_parts = has(leaves, Field::ArrivedYear)
        || has(leaves, Field::ArrivedMonth)
        || has(leaves, Field::ArrivedPrev);
    let settled = leaves.iter_mut().enumerate().map(|(index, leaf)| match leaf.meaning.field {
        Some(field) if leaf.meaning.month.is_none() && best.get(&field) != Some(&index) => {
            leaf.meaning.field = None;
            if leaf.meaning.ambiguous { Doubt::Ambiguous } else { Doubt::Twice(field) }
        }
        Some(_) if leaf.meaning.ambiguous && !has_parts => Doubt::Ambiguous,
        _ => Doubt::None,
    });
    settled.collect()
}

/// How strongly a leaf claims its field.
fn strength(leaf: &Leaf) -> (bool, u8, Method, u32) {
    let meaning = &leaf.meaning;
    let key = leaf_key(leaf);
    let specific = match meaning.field {
        Some(Field::ContractValue) => ["总投资", "投资总额", "投资", "签约", "协议", "合同", "正式"]
            .iter()
            .rposition(|word| key.contains(word))
            .map_or(0, |rank| rank as u8 + 1),
        Some(Field::StartDate | Field::ProductionDate | Field::CompletionDate) => {
            u8::from(key.contains("实际"))
        }
        Some(Field::ResponsibleUnit) => {
            u8::from(!key.contains('地') || key.contains("落地") || key.contains("属地"))
        }
        Some(Field::ProjectName) => u8::from(key.contains("名")),
        Some(Field::Note) => u8::from(key == "备注") * 2,
        Some(Field::IndustryRaw) => u8::from(!key.contains("项目类")),
        Some(Field::SignDate) => u8::from(key.contains("签")),
        _ => 0,
    };
    (!meaning.ambiguous, specific, meaning.method, (meaning.confidence * 100.0) as u32)
}

fn is_amount(leaf: &Leaf) -> bool {
    leaf.meaning.field.is_some_and(|field| field.value_type() == ValueType::Amount)
}

/// The unit from the header, or for amounts from the caption.
fn unit_of_leaf(leaf: &Leaf, around: &Around) -> Option<FoundUnit> {
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
    use crate::tables::find_tables;

    /// Header and one row of values: the fields of the columns.
    fn check(header: &[&str], values: &[&str], expected: &[&str]) {
        let sheet = sheet(&[header, values], &[]);
        let grid = Grid::new(&sheet);
        let dictionary = dictionary();
        let table = find_tables(&grid, &Labels::new(&dictionary)).remove(0);
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
