//! A finding at a field, beside the cell of another month that it contradicts (前后对照), and the words that explain a change.

use model::field::Field;
use model::finding::{Draft, FindingCode};

use crate::typed_record::TypedRecord;

/// Words that explain a cumulative figure that falls.
pub const FALLS: [&str; 6] = ["核减", "更正", "调减", "冲减", "退回资金", "撤资"];
/// Words that explain a contract value that changes.
pub const REVISIONS: [&str; 6] = ["补充协议", "调整为", "合同额由", "增资", "变更合同", "合并推进"];

/// Whether the remarks of a record hold one of some words.
pub fn explains(record: &TypedRecord, words: &[&str]) -> bool {
    let notes =
        [Field::Note, Field::ProgressText, Field::ProblemText].map(|field| record.text(field).unwrap_or(""));
    notes.iter().any(|note| words.iter().any(|word| note.contains(word)))
}

/// A finding at a field of a record.
pub fn at(record: &TypedRecord, code: FindingCode, field: Field, expected: String) -> Draft {
    code.draft(&record.record.return_id)
        .sheet(&record.record.sheet)
        .address(record.place(field))
        .field(field)
        .record(&record.record.record_id)
        .raw(record.raw(field))
        .expected(expected)
}

/// A finding at a field, beside the cell of another month that it contradicts.
pub fn against(
    record: &TypedRecord,
    other: &TypedRecord,
    code: FindingCode,
    field: Field,
    expected: String,
) -> Draft {
    at(record, code, field, expected).related(&other.file, &other.record.sheet, other.place(field))
}
