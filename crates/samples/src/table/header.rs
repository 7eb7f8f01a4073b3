//! Headers (表头): one row, groups over leaves, labels broken over rows, column numbers, units in a row of their own.

use model::field::ValueType;

use crate::column::Column;
use crate::drawing::{Drawing, address};
use crate::headings::{english, group};
use crate::table::shape::Table;

impl Table {
    /// One header row; gives the next row.
    pub(crate) fn draw_flat_header(&self, drawing: &mut Drawing, row: u32) -> u32 {
        self.draw_worded_header(drawing, row, Column::heading_text)
    }

    /// One header row in two languages; gives the next row.
    pub(crate) fn draw_bilingual_header(&self, drawing: &mut Drawing, row: u32) -> u32 {
        self.draw_worded_header(drawing, row, |column| {
            format!("{}\n{}", column.heading_text(), english(column.field))
        })
    }

    /// One header row in words of its own; gives the next row.
    pub(crate) fn draw_worded_header(
        &self,
        drawing: &mut Drawing,
        row: u32,
        words: impl Fn(&Column) -> String,
    ) -> u32 {
        for (col, column) in self.placed() {
            let text = words(column);
            drawing.write(self.page, row, col, &text);
            self.note_column(drawing, col, column, text, address(row, col));
        }
        row + 1
    }

    /// Groups merged over their leaves, plain columns merged downwards; gives the next row.
    pub(crate) fn draw_grouped_header(&self, drawing: &mut Drawing, row: u32) -> u32 {
        let mut open = ("", 0);
        for (col, column) in self.placed() {
            let name = group(column.field);
            let text = column.heading_text();
            if name.is_empty() {
                drawing.write(self.page, row, col, &text);
                drawing.merge(self.page, (row, col), (row + 1, col));
                let cells = format!("{}:{}", address(row, col), address(row + 1, col));
                self.note_column(drawing, col, column, text, cells);
            } else {
                if open.0 != name {
                    open = (name, col);
                    drawing.write(self.page, row, col, name);
                }
                drawing.write(self.page, row + 1, col, &text);
                let cells = format!("{}|{}", address(row, open.1), address(row + 1, col));
                self.note_column(drawing, col, column, format!("{name}/{text}"), cells);
            }
            let ends = self.columns.get((col + 1 - self.first_col) as usize).map(|next| group(next.field));
            if !name.is_empty() && ends != Some(name) {
                drawing.merge(self.page, (row, open.1), (row, col));
                open = ("", 0);
            }
        }
        row + 2
    }

    /// Labels broken over two rows without merging, the unit in a third; gives the next row.
    pub(crate) fn draw_broken_header(&self, drawing: &mut Drawing, row: u32) -> u32 {
        for (col, column) in self.placed() {
            let letters: Vec<char> = column.heading.chars().collect();
            let cut = if letters.len() > 3 { letters.len() / 2 } else { letters.len() };
            let (upper, lower): (String, String) =
                (letters.iter().take(cut).collect(), letters.iter().skip(cut).collect());
            drawing.write(self.page, row, col, &upper);
            drawing.write(self.page, row + 1, col, &lower);
            let unit = column.unit_text();
            if !unit.is_empty() {
                drawing.write(self.page, row + 2, col, &format!("（{unit}）"));
            }
            let cells = format!("{}:{}", address(row, col), address(row + 2, col));
            self.note_column(drawing, col, column, format!("{}{unit}", column.heading), cells);
        }
        row + 3
    }

    /// A row with the units of the columns; gives the next row.
    pub(crate) fn draw_units_row(&self, drawing: &mut Drawing, row: u32) -> u32 {
        for (col, column) in self.placed() {
            drawing.write(self.page, row, col, &column.unit_text());
        }
        row + 1
    }

    /// A row with what the columns are counted in, a dash where nothing is counted, 年月 for dates; gives the next row.
    pub(crate) fn draw_dashed_units_row(&self, drawing: &mut Drawing, row: u32, dash: &str) -> u32 {
        for (col, column) in self.placed() {
            let unit = column.unit_text();
            let text = match column.field.value_type() {
                ValueType::Date => "年月",
                _ if unit.is_empty() => dash,
                _ => &unit,
            };
            drawing.write(self.page, row, col, text);
        }
        row + 1
    }

    /// The numbers of the columns (栏次); gives the next row.
    pub(crate) fn draw_column_numbers(&self, drawing: &mut Drawing, row: u32, letters: bool) -> u32 {
        for (place, (col, _)) in self.placed().enumerate() {
            let stem = ["甲", "乙", "丙"].get(place).filter(|_| letters);
            let text = match stem {
                Some(stem) => (*stem).to_owned(),
                None => (place + 1 - if letters { 3 } else { 0 }).to_string(),
            };
            drawing.write(self.page, row, col, &text);
        }
        row + 1
    }
}
