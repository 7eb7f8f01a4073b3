//! How fast `ingest` reads compared with a bare calamine read of the same files.
//!
//! `speed REFERENCE_CSV FILE…` prints seconds of both for all files on one core.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::env::args;
use std::io::Cursor;
use std::time::Instant;

use calamine::{Reader, open_workbook_auto_from_rs};
use ingest::dictionary::Dictionary;
use ingest::limits::Limits;
use ingest::open::open_sheets;
use ingest::overrides::Overrides;
use ingest::read::read_workbook;
use model::reference::HeaderSynonym;

fn main() {
    let mut arguments = args().skip(1);
    let synonyms: Vec<HeaderSynonym> = arguments
        .next()
        .and_then(|file| csv::Reader::from_path(file).ok())
        .map(|reader| reader.into_deserialize().flatten().collect())
        .unwrap_or_default();
    let dictionary = Dictionary::new(&synonyms);
    let files: Vec<Vec<u8>> = arguments.filter_map(|file| fs_err::read(file).ok()).collect();
    let start = Instant::now();
    let n_cells: usize = files.iter().map(|bytes| bare(bytes)).sum();
    let bare_seconds = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let n_sheets: usize = files
        .iter()
        .filter_map(|bytes| open_sheets(bytes, &Limits::default()).ok())
        .map(|(_, sheets)| sheets.len())
        .sum();
    let open_seconds = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let n_records: usize = files
        .iter()
        .filter_map(|bytes| {
            read_workbook(bytes, "0123456789abcdef", (&dictionary, &Overrides::default()), &Limits::default())
                .ok()
        })
        .map(|reading| reading.records.len())
        .sum();
    let seconds = start.elapsed().as_secs_f64();
    println!("{} files, {n_cells} cells, {n_records} records", files.len());
    println!(
        "calamine {bare_seconds:.3} s, cells of {n_sheets} sheets {open_seconds:.3} s, ingest {seconds:.3} s, ratio {:.2}",
        seconds / bare_seconds
    );
}

fn bare(bytes: &[u8]) -> usize {
    let Ok(mut workbook) = open_workbook_auto_from_rs(Cursor::new(bytes)) else { return 0 };
    workbook.worksheets().iter().map(|(_, range)| range.used_cells().count()).sum()
}
