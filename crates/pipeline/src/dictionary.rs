//! The header dictionary of a pipeline (表头词典): the synonyms of the workspace, and what the form says first.

use ingest::dictionary::Dictionary;
use ingest::read::RULE_VERSION;
use model::field::Field;
use model::form::Form;
use model::reference::HeaderSynonym;
use store::hash::sha256_hex;

/// The dictionary of a form over the synonyms. Fields that do not exist were refused with the plan.
pub fn dictionary_of(synonyms: &[HeaderSynonym], form: &Form) -> Dictionary {
    let field = |(header, field): (&String, &String)| Some((header.clone(), field.parse::<Field>().ok()?));
    let fields: Vec<(String, Field)> = form.fields.iter().filter_map(field).collect();
    Dictionary::new(synonyms).with_fields(&fields)
}

/// What decides how a workbook is understood, as a name for a folder: the rule version, the program that reads,
/// the dictionary.
pub fn reading_version(synonyms: &[HeaderSynonym], form: &Form, reading_source: &str) -> String {
    let mut text = reading_source.to_owned();
    for row in synonyms {
        for part in [&row.canonical, &row.variant, &row.normalized, &row.unit, &row.matching] {
            text.push('\u{1f}');
            text.push_str(part);
        }
    }
    for (header, field) in &form.fields {
        text.push_str(&format!("\u{1e}{header}\u{1f}{field}"));
    }
    let digest = sha256_hex(text.as_bytes());
    format!("{RULE_VERSION}-{}", digest.get(..12).unwrap_or(&digest))
}
