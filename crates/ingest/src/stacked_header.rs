//! A header of which nearly every label is broken over two or three rows without merges (竖拆表头).
//!
//! `协议签` over `订时间`, `台账` over `编号`: no row names a field, only the columns do.

use model::field::Field;

use crate::grid::{Grid, text_of};
use crate::header::Header;
use crate::header_text::squeeze;
use crate::labels::Labels;
use crate::leaves::{Leaf, leaf_of_column};

/// So many rows may be stacked, so many cells the first one needs, and so long a piece may be.
const MAX_ROWS: u32 = 3;
const MIN_CELLS: usize = 4;
const MAX_CHARACTERS: usize = 8;

/// The header that begins at a row, when only its columns name fields; `None` when it is no such header.
///
/// A header needs four fields, a name or number of the project, and more fields than any of its rows has alone.
pub fn read_stacked(grid: &Grid<'_>, labels: &Labels<'_>, top: u32) -> Option<Header> {
    let n_cells = grid.cells_of(top).len();
    if n_cells < MIN_CELLS || !is_pieces(grid, top) {
        return None;
    }
    let below = (top + 1..top + MAX_ROWS)
        .take_while(|row| is_pieces(grid, *row) && grid.cells_of(*row).len() <= n_cells)
        .collect::<Vec<u32>>();
    below.into_iter().rev().find_map(|last| stack(grid, labels, top, last))
}

fn stack(grid: &Grid<'_>, labels: &Labels<'_>, top: u32, last: u32) -> Option<Header> {
    let cells = grid.cells_of(top);
    let under = cells.iter().filter(|cell| grid.seen(top + 1, cell.col).is_some()).count();
    if under * 10 < cells.len() * 6 {
        return None;
    }
    let (col_first, col_last) = (cells.first()?.col, cells.last()?.col);
    let leaves: Vec<Leaf> = (col_first..=col_last)
        .filter_map(|col| leaf_of_column(grid, labels, (top, last), (col_first, col)))
        .collect();
    let n_known = leaves.iter().filter(|leaf| leaf.meaning.field.is_some()).count();
    let is_named = leaves
        .iter()
        .any(|leaf| matches!(leaf.meaning.field, Some(Field::ProjectName | Field::ProjectCodeLocal)));
    let is_dense = n_known * 3 >= leaves.len() * 2;
    let header = Header { first: top, last, col_first, col_last, column_numbers: None, leaves };
    let alone = (top..=last).map(|row| labels.fields_of_row(grid, row).len()).max().unwrap_or(0);
    let is_header = is_named && is_dense && header.n_fields() > alone.max(MIN_CELLS - 1);
    is_header.then_some(header)
}

/// Whether a row holds nothing but short texts without digits, none of them merged.
fn is_pieces(grid: &Grid<'_>, row: u32) -> bool {
    let cells = grid.cells_of(row);
    let is_piece = |text: &str| {
        let squeezed = squeeze(text);
        squeezed.chars().count() <= MAX_CHARACTERS && !squeezed.contains(|c: char| c.is_ascii_digit())
    };
    !cells.is_empty()
        && cells
            .iter()
            .all(|cell| grid.merge_at(row, cell.col).is_none() && text_of(cell).is_some_and(is_piece))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{dictionary, sheet};
    use crate::overrides::Overrides;

    fn check(rows: &[&[&str]], expected: &[&str]) {
        let (sheet, dictionary) = (sheet(rows, &[]), dictionary());
        let header = read_stacked(&Grid::new(&sheet), &Labels::new(&dictionary, &Overrides::default()), 1);
        let of = |leaf: &Leaf| {
            let field = leaf.meaning.field.map_or("-", Field::name);
            leaf.unit.as_ref().map_or_else(|| field.to_owned(), |(unit, _)| format!("{field}[{unit}]"))
        };
        let found: Vec<String> = header.iter().flat_map(|header| &header.leaves).map(of).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn labels_broken_in_every_column_are_read_down_the_columns() {
        check(
            &[
                &["NO.", "台账", "项目", "投资", "协议签", "累计", "今年以来"],
                &["", "编号", "名称", "单位", "订时间", "到资", "到位资金"],
                &["", "", "", "", "", "（万元）", "（万元）"],
                &["1", "ZB-1", "甲项目", "某公司", "2021年8月", "60", "20"],
            ],
            &[
                "row_no",
                "project_code_local",
                "project_name",
                "investor",
                "sign_date",
                "arrived_total[万元]",
                "arrived_year[万元]",
            ],
        );
    }

    #[test]
    fn short_texts_below_whole_labels_are_no_pieces() {
        let header = ["项目名称", "投资单位", "项目状态", "是否开工", "备注"];
        check(&[&header, &["甲项目", "某公司", "在建", "是", "无"]], &[]);
        check(&[&header, &["名称", "单位", "状态", "是", "无"]], &[]);
    }
}
