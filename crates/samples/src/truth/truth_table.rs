//! One truth table that is being written (真值表文件): CSV, UTF-8, LF.

use std::io::BufWriter;
use std::path::Path;

use crate::error::SampleError;
use crate::truth::header::Columns;

/// One truth table that is being written.
pub(crate) struct TruthTable {
    name: &'static str,
    writer: csv::Writer<BufWriter<fs_err::File>>,
}

impl TruthTable {
    /// Creates the table with its heading.
    pub(crate) fn create(
        folder: &Path,
        name: &'static str,
        columns: &[impl AsRef<[u8]>],
    ) -> Result<TruthTable, SampleError> {
        let file = fs_err::File::create(folder.join(name))?;
        let mut table = TruthTable { name, writer: csv::Writer::from_writer(BufWriter::new(file)) };
        table.write(columns)?;
        Ok(table)
    }

    /// Creates one of the declared tables.
    pub(crate) fn of(folder: &Path, (name, columns): Columns) -> Result<TruthTable, SampleError> {
        TruthTable::create(folder, name, columns)
    }

    /// Writes a line.
    pub(crate) fn write(&mut self, cells: &[impl AsRef<[u8]>]) -> Result<(), SampleError> {
        let table = self.name;
        self.writer.write_record(cells).map_err(|source| SampleError::Truth { table, source })
    }

    /// Completes the file.
    pub(crate) fn finish(mut self) -> Result<(), SampleError> {
        Ok(self.writer.flush()?)
    }
}

/// A truth as the tables write it.
pub(crate) const fn flag(yes: bool) -> &'static str {
    if yes { "1" } else { "0" }
}
