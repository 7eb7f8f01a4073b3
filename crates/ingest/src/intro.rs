//! What stands directly above a table that is not the first of its sheet (小标题): its own title and caption, which end
//! the table before and head this one like a group.

use model::reading::{Cell, Role};

use crate::caption::role_of;
use crate::grid::{Grid, text_of};
use crate::row_roles::{Says, says};

/// A title of a table stands in so few cells.
const MOST_CELLS: usize = 3;

/// The first row of the titles and captions directly above a header, none of them above `lowest`.
pub fn intro_first(grid: &Grid<'_>, header_first: u32, lowest: u32) -> u32 {
    let mut first = header_first;
    for row in grid.rows_between(lowest, header_first.saturating_sub(1)).rev() {
        if !is_intro(grid, row) {
            break;
        }
        first = row;
    }
    first
}

/// A row with a title, a caption, or both and nothing else.
fn is_intro(grid: &Grid<'_>, row: u32) -> bool {
    let cells = grid.cells_of(row);
    let texts: Option<Vec<&str>> = cells.iter().map(text_of).collect();
    let Some(texts) = texts.filter(|texts| (1..=MOST_CELLS).contains(&texts.len())) else { return false };
    let is_other = |text: &&str| !matches!(says(text), Says::Nothing | Says::Group);
    if texts.iter().any(|text| is_other(text) || text.parse::<f64>().is_ok()) {
        return false;
    }
    texts.len() == 1 || texts.iter().any(|text| role_of(text) == Role::Caption)
}

/// The titles that head one table of several: those above it, and above it alone.
pub fn titles_of<'a>(
    grid: &Grid<'a>,
    rows: (u32, u32),
    (col_first, col_last): (u32, u32),
    other_columns: &[(u32, u32)],
) -> Vec<&'a Cell> {
    let is_own = |cell: &&Cell| {
        let (from, to) = grid.span_of(cell);
        let meets = |(first, last): (u32, u32)| from <= last && to >= first;
        meets((col_first, col_last)) && !other_columns.iter().any(|columns| meets(*columns))
    };
    let cells = grid.rows_between(rows.0, rows.1).flat_map(|row| grid.cells_of(row));
    let titles = cells.filter(|cell| text_of(cell).is_some_and(|text| role_of(text) == Role::Title));
    titles.filter(is_own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::sheet;

    #[test]
    fn titles_and_captions_end_the_table_before() {
        let sheet = sheet(
            &[
                &["1", "甲", "乙", "9"],
                &["", "小计", "", "9"],
                &["表二 未开工项目", "", "单位：万元"],
                &["序号", "项目名称", "合同额"],
            ],
            &[],
        );
        let grid = Grid::new(&sheet);
        assert_eq!(intro_first(&grid, 4, 1), 3);
        let titles = titles_of(&grid, (3, 3), (1, 3), &[]);
        assert_eq!(titles.iter().filter_map(|cell| text_of(cell)).collect::<Vec<_>>(), ["表二 未开工项目"]);
    }
}
