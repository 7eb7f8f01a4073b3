//! How the headings of a pipeline are read (表头规则): the synonyms of the workspace, what the form says, what people
//! decided.

use std::sync::Arc;

use ingest::dictionary::Dictionary;
use ingest::limits::Limits;
use ingest::overrides::{Authority, Heading, Overrides};
use ingest::read::RULE_VERSION;
use model::field::Field;
use model::form::Form;
use model::reference::HeaderSynonym;
use store::hash::sha256_hex;

use crate::decisions::HeaderDecisions;

/// How headings are read.
#[derive(Debug, Clone, Default)]
pub struct HeaderRules {
    /// Known header texts.
    pub dictionary: Arc<Dictionary>,
    /// What is settled for every return: by the form, then by people.
    pub settled: Overrides,
    /// What people decided, also for single units.
    pub decisions: HeaderDecisions,
    /// What one workbook may cost.
    pub limits: Limits,
}

impl HeaderRules {
    /// The rules of a form over the synonyms. Fields that do not exist were refused with the plan.
    pub fn new(synonyms: &[HeaderSynonym], form: &Form, decisions: HeaderDecisions) -> HeaderRules {
        let mut settled = Overrides::default();
        for (header, field) in &form.fields {
            let Ok(field) = field.parse::<Field>() else { continue };
            settled.heading(Heading {
                sheet: None,
                header: header.clone(),
                field: Some(field),
                unit: None,
                known: None,
                authority: Authority::Person,
            });
        }
        let settled = settled.and(decisions.of_all());
        HeaderRules {
            dictionary: Arc::new(Dictionary::new(synonyms)),
            settled,
            decisions,
            limits: Limits::of_cells(form.most_cells),
        }
    }

    /// The same rules for ledgers, whose sheets list the same projects on purpose.
    pub fn for_ledgers(&self) -> HeaderRules {
        let of_ledgers = Dictionary::clone(&self.dictionary).for_ledgers();
        HeaderRules { dictionary: Arc::new(of_ledgers), ..self.clone() }
    }

    /// The same rules with something else settled for a single return.
    pub fn with(&self, settled: Overrides) -> HeaderRules {
        HeaderRules { settled, ..self.clone() }
    }
}

/// What decides how a workbook is understood, as a name for a folder: the rule version, the program that reads,
/// the synonyms, what is settled for every return, and what one workbook may cost.
pub fn reading_version(synonyms: &[HeaderSynonym], rules: &HeaderRules, reading_source: &str) -> String {
    let mut text = reading_source.to_owned();
    for row in synonyms {
        for part in [&row.canonical, &row.variant, &row.normalized, &row.unit, &row.matching] {
            text.push('\u{1f}');
            text.push_str(part);
        }
    }
    text.push_str(&format!("\u{1e}{:?}\u{1e}{:?}", rules.settled, rules.limits));
    let digest = sha256_hex(text.as_bytes());
    format!("{RULE_VERSION}-{}", digest.get(..12).unwrap_or(&digest))
}
