//! A look at what `ingest` understands: columns and records of the given files, separated by tabs.
//!
//! `inspect REFERENCE_CSV FILE…` prints a line `file`, then lines `column`, `record`, `finding`, `cell`.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::env::args;

use ingest::dictionary::Dictionary;
use ingest::limits::Limits;
use ingest::overrides::Overrides;
use ingest::read::read_workbook;
use model::reading::Reading;
use model::reference::HeaderSynonym;

fn main() {
    let mut arguments = args().skip(1);
    let synonyms = arguments.next().map(read_synonyms).unwrap_or_default();
    let dictionary = Dictionary::new(&synonyms);
    for file in arguments {
        println!("file\t{file}");
        let Ok(bytes) = fs_err::read(&file) else { continue };
        match read_workbook(
            &bytes,
            "0123456789abcdef",
            (&dictionary, &Overrides::default()),
            &Limits::default(),
        ) {
            Ok(reading) => print(&reading),
            Err(refusal) => println!(
                "refused\t{}\t{}\t{}",
                refusal.format, refusal.finding.code, refusal.finding.message_en
            ),
        }
    }
}

fn read_synonyms(file: String) -> Vec<HeaderSynonym> {
    csv::Reader::from_path(file)
        .map(|reader| reader.into_deserialize().flatten().collect())
        .unwrap_or_default()
}

fn line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

fn print(reading: &Reading) {
    print_columns(reading);
    print_records(reading);
    for finding in &reading.findings {
        let (sheet, address) =
            (finding.sheet.as_deref().unwrap_or(""), finding.address.as_deref().unwrap_or(""));
        println!("finding\t{}\t{sheet}\t{address}\t{}", finding.code, line(&finding.message_zh));
    }
    for sheet in &reading.sheets {
        let name = line(&sheet.name);
        println!("sheet\t{name}\t{}\t{}\t{}", sheet.hidden, sheet.cells.len(), sheet.merges.len());
        for cell in &sheet.cells {
            let (address, kind, text) = (cell.address(), cell.content.kind(), line(&cell.content.text()));
            let format = cell.number_format.as_deref().unwrap_or("");
            println!("cell\t{name}\t{address}\t{kind}\t{text}\t{}\t{format}", cell.role.as_str());
        }
    }
}

fn print_columns(reading: &Reading) {
    for column in &reading.columns {
        let (sheet, header) = (line(&column.sheet), line(&column.header));
        let (table, orientation, col, method) =
            (column.table, &column.orientation, column.col, &column.method);
        let row = column.row.map(|row| row.to_string()).unwrap_or_default();
        let field = column.field.as_deref().unwrap_or("");
        let unit = column.unit.as_deref().unwrap_or("");
        let source = column.unit_source.as_deref().unwrap_or("");
        let month = column.month.map(|month| month.to_string()).unwrap_or_default();
        let address = &column.header_address;
        println!(
            "column\t{sheet}\t{table}\t{orientation}\t{col}\t{row}\t{address}\t{header}\t{field}\t{unit}\t{source}\t{month}\t{method}"
        );
    }
}

fn print_records(reading: &Reading) {
    for record in &reading.records {
        let raw: Vec<String> =
            record.raw.iter().map(|(field, text)| format!("{field}={}", line(text))).collect();
        let (sheet, group) = (line(&record.sheet), line(record.group_text.as_deref().unwrap_or("")));
        let (table, rows, columns) =
            (record.table, (record.row_first, record.row_last), (record.col_first, record.col_last));
        let raw = raw.join("\t");
        println!(
            "record\t{sheet}\t{table}\t{}\t{}\t{}\t{}\t{}\t{group}\t{raw}",
            rows.0, rows.1, columns.0, columns.1, record.hidden
        );
    }
}
