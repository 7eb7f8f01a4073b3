//! One sheet before it is drawn (表样): title, sentences, blocks of rows under merged headings, charts.

use rust_xlsxwriter::Chart;

use crate::excel::cell::Cell;

/// One column of a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeadingColumn {
    /// What it shares with its neighbours; empty where it stands alone.
    pub group: String,
    /// Its own name.
    pub name: String,
    /// Its number or rule (栏次); empty where the table has none.
    pub rule: String,
}

/// The heading of a block: up to three rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// Its columns.
    pub columns: Vec<HeadingColumn>,
}

/// Rows under one heading.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// A line above the heading; empty where there is none.
    pub caption: String,
    /// The heading.
    pub heading: Heading,
    /// The rows; each has one cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// Remarks under the rows.
    pub notes: Vec<String>,
    /// Rows that are left free under the remarks, for charts.
    pub room: u32,
}

/// A chart and where its upper left corner stands.
#[derive(Clone)]
pub struct PlacedChart {
    /// The chart.
    pub chart: Chart,
    /// Row, from 0.
    pub row: u32,
    /// How far it stands from the left edge, in pixels.
    pub x: u32,
}

/// One sheet.
#[derive(Clone, Default)]
pub struct Grid {
    /// Name of the sheet.
    pub name: String,
    /// Title.
    pub title: String,
    /// Sentences under the title.
    pub leads: Vec<String>,
    /// Left of the line above the first heading.
    pub left: String,
    /// Right of it.
    pub right: String,
    /// So many columns stay when a reader scrolls.
    pub frozen_columns: u16,
    /// Readers may filter the first block.
    pub filtered: bool,
    /// How many pages wide and high it is printed; 0 for as many as it takes.
    pub pages: (u16, u16),
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The charts.
    pub charts: Vec<PlacedChart>,
}

impl Heading {
    /// Names alone.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Heading {
        let column = |name: &str| HeadingColumn { name: name.to_owned(), ..HeadingColumn::default() };
        Heading { columns: names.into_iter().map(column).collect() }
    }

    /// Whether neighbours share a name.
    pub fn has_groups(&self) -> bool {
        self.columns.iter().any(|column| !column.group.is_empty())
    }

    /// Whether columns are numbered.
    pub fn has_rules(&self) -> bool {
        self.columns.iter().any(|column| !column.rule.is_empty())
    }

    /// How many rows it takes.
    pub fn depth(&self) -> u32 {
        1 + u32::from(self.has_groups()) + u32::from(self.has_rules())
    }
}

impl Block {
    fn height(&self) -> u32 {
        let lines = usize::from(!self.caption.is_empty()) + self.rows.len() + self.notes.len();
        self.heading.depth() + lines as u32 + self.room
    }
}

impl Grid {
    /// The row at which a block begins; one that has not been added yet begins after the others.
    pub fn row_of_block(&self, block: usize) -> u32 {
        let above: u32 = self.blocks.iter().take(block).map(|block| block.height() + 1).sum();
        2 + self.leads.len() as u32 + above
    }

    /// The row of the first cell under the heading of the next block.
    pub fn next_body_row(&self, heading: &Heading, has_caption: bool) -> u32 {
        self.row_of_block(self.blocks.len()) + u32::from(has_caption) + heading.depth()
    }

    /// The first row that is free, or that the last block leaves free.
    pub fn end_row(&self) -> u32 {
        self.row_of_block(self.blocks.len()) - self.blocks.last().map_or(0, |block| block.room)
    }

    /// The block with the most rows: its heading comes again on every page.
    pub fn longest_block(&self) -> usize {
        let places = 0..self.blocks.len();
        places
            .rev()
            .max_by_key(|place| self.blocks.get(*place).map_or(0, |block| block.rows.len()))
            .unwrap_or(0)
    }

    /// The first row of the heading of a block, and the row under it.
    pub fn heading_rows(&self, block: usize) -> (u32, u32) {
        let known = self.blocks.get(block);
        let first =
            self.row_of_block(block) + u32::from(known.is_some_and(|block| !block.caption.is_empty()));
        (first, first + known.map_or(1, |block| block.heading.depth()))
    }

    /// The columns of the widest block.
    pub fn n_columns(&self) -> usize {
        self.blocks.iter().map(|block| block.heading.columns.len()).max().unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_known_before_they_are_drawn() {
        let mut grid = Grid { leads: vec!["sentence".to_owned()], ..Grid::default() };
        let mut heading = Heading::of(["届次", "项目数"]);
        assert_eq!(grid.next_body_row(&heading, false), 4);
        heading.columns[1].group = "项目".to_owned();
        heading.columns[1].rule = "1".to_owned();
        assert_eq!((heading.depth(), grid.next_body_row(&heading, true)), (3, 7));
        grid.blocks.push(Block { heading, rows: vec![Vec::new(); 2], ..Block::default() });
        assert_eq!(grid.end_row(), 3 + 3 + 2 + 1);
    }
}
