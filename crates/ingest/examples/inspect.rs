//! A look at what `ingest` understands: columns and records of the given files, separated by tabs.
//!
//! `inspect REFERENCE_CSV FILE…` prints a line `file`, then lines `column`, `record`, `finding`, `cell`.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::env::args;

use ingest::dictionary::Dictionary;
use ingest::limits::Limits;
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
        match read_workbook(&bytes, &file, "0123456789abcdef", &dictionary, &Limits::default()) {
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
    for column in &reading.columns {
        let field = column.field.as_deref().unwrap_or("");
        let unit = column.unit.as_deref().unwrap_or("");
        let source = column.unit_source.as_deref().unwrap_or("");
        let month = column.month.map(|month| month.to_string()).unwrap_or_default();
        let row = column.row.map(|row| row.to_string()).unwrap_or_default();
        println!(
            "column\t{}\t{}\t{}\t{}\t{row}\t{}\t{}\t{field}\t{unit}\t{source}\t{month}\t{}",
            line(&column.sheet),
            column.table,
            column.orientation,
            column.col,
            column.header_address,
            line(&column.header),
            column.method
        );
    }
    for record in &reading.records {
        let raw: Vec<String> =
            record.raw.iter().map(|(field, text)| format!("{field}={}", line(text))).collect();
        println!(
            "record\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            line(&record.sheet),
            record.table,
            record.row_first,
            record.row_last,
            record.col_first,
            record.col_last,
            record.hidden,
            line(record.group_text.as_deref().unwrap_or("")),
            raw.join("\t")
        );
    }
    for finding in &reading.findings {
        println!(
            "finding\t{}\t{}\t{}\t{}",
            finding.code,
            finding.sheet.as_deref().unwrap_or(""),
            finding.address.as_deref().unwrap_or(""),
            line(&finding.message_zh)
        );
    }
    for sheet in &reading.sheets {
        println!(
            "sheet\t{}\t{}\t{}\t{}",
            line(&sheet.name),
            sheet.hidden,
            sheet.cells.len(),
            sheet.merges.len()
        );
        for cell in &sheet.cells {
            println!(
                "cell\t{}\t{}\t{}\t{}\t{}\t{}",
                line(&sheet.name),
                cell.address(),
                cell.content.kind(),
                line(&cell.content.text()),
                cell.role.as_str(),
                cell.number_format.as_deref().unwrap_or("")
            );
        }
    }
}
