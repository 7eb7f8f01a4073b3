//! A table of figures as it lies in the folder (对照表). `NA` and a blank are missing.

use std::path::Path;

/// Header and rows of a CSV file.
pub(crate) struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    header: &'a [String],
    cells: &'a [String],
}

impl Table {
    pub(crate) fn read(folder: &Path, file: &str) -> Self {
        let mut reader =
            csv::Reader::from_path(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        Self { header, rows }
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row { header: &self.header, cells })
    }
}

impl<'a> Row<'a> {
    pub(crate) fn text(&self, column: &str) -> &'a str {
        let index = self.header.iter().position(|name| name == column);
        &self.cells[index.unwrap_or_else(|| panic!("no column `{column}`"))]
    }

    pub(crate) fn figure(&self, column: &str) -> Option<f64> {
        match self.text(column).trim() {
            "" | "NA" => None,
            text => Some(text.parse().unwrap()),
        }
    }

    pub(crate) fn known(&self, column: &str) -> f64 {
        self.figure(column).unwrap_or_else(|| panic!("`{column}` is missing"))
    }

    pub(crate) fn count(&self, column: &str) -> u64 {
        self.text(column).parse().unwrap()
    }
}
