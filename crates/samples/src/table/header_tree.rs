//! Headers of any depth (多级表头): each column has its words from the top, and words that repeat are merged.

use crate::drawing::{Drawing, address};
use crate::table::shape::Table;

impl Table {
    /// Draws so many header rows from one path of words for each column; gives the next row. A word is merged to the
    /// right over the columns that share it and all words above it, the last of a path also down to the bottom.
    pub(crate) fn draw_header_tree(
        &self,
        drawing: &mut Drawing,
        row: u32,
        paths: &[Vec<String>],
        n_rows: u32,
    ) -> u32 {
        for (place, ((col, column), path)) in self.placed().zip(paths).enumerate() {
            let mut cells = Vec::new();
            for (level, word) in path.iter().enumerate() {
                let (before, width) = run_around(paths, place, level);
                let top = row + level as u32;
                let bottom = if level + 1 == path.len() { row + n_rows - 1 } else { top };
                if before == 0 {
                    drawing.write(self.page, top, col, word);
                    drawing.merge(self.page, (top, col), (bottom, col + width - 1));
                }
                cells.push(address(top, col - before));
            }
            self.note_column(drawing, col, column, path.join("/"), cells.join("|"));
        }
        row + n_rows
    }
}

/// How many columns before this one share its words down to a level, and how many from it on do.
fn run_around(paths: &[Vec<String>], place: usize, level: usize) -> (u32, u32) {
    let words_of = |path: &Vec<String>| path.get(..=level).map(<[String]>::to_vec);
    let words = paths.get(place).and_then(words_of);
    let shares = |path: &&Vec<String>| words_of(path) == words;
    let before = paths.iter().take(place).rev().take_while(shares).count();
    let from = paths.iter().skip(place).take_while(shares).count().max(1);
    (before as u32, from as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_where_a_word_above_differs() {
        let path = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        let paths = [path("a/x"), path("a/x/1"), path("a/y"), path("b/y")];
        assert_eq!(run_around(&paths, 1, 0), (1, 2));
        assert_eq!(run_around(&paths, 1, 1), (1, 1));
        assert_eq!(run_around(&paths, 3, 1), (0, 1));
    }
}
