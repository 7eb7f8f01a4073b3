//! Everything that can be described (说明目录): each entry comes from the one declaration of its thing.

pub mod chinese;
pub mod dataset_entries;
pub mod entry;
pub mod field_entries;
pub mod finding_entries;
pub mod metric_entries;
pub mod setting_entries;

use crate::ask_error::AskError;
use crate::catalogue::dataset_entries::dataset_entries;
use crate::catalogue::entry::{Entry, Topic};
use crate::catalogue::field_entries::field_entries;
use crate::catalogue::finding_entries::finding_entries;
use crate::catalogue::metric_entries::metric_entries;
use crate::catalogue::setting_entries::setting_entries;
use crate::nearest::nearest;

/// How many like names are shown.
const MOST: usize = 4;

/// Everything, topic by topic; columns are parts of their datasets.
pub fn catalogue() -> Vec<Entry> {
    [dataset_entries(), metric_entries(), finding_entries(), field_entries(), setting_entries()].concat()
}

/// Everything that has a name: a dataset, a column with or without its dataset, a metric, a code, a field, a setting
/// with or without its section, a section, a topic, or any of these in Chinese.
pub fn look_up(name: &str) -> Result<Vec<Entry>, AskError> {
    let typed = name.trim();
    let entries = catalogue();
    let named: Vec<Entry> = entries.iter().filter(|entry| is_named(entry, typed)).cloned().collect();
    let mut found = named;
    found.extend(columns(&entries).filter(|column| is_named(column, typed)).cloned());
    drop_columns_of_metrics(&mut found);
    found.extend(entries.iter().filter(|entry| is_of_group(entry, typed)).cloned());
    if found.is_empty() {
        let names = known_names(&entries);
        let nearest = nearest(typed, names.iter().map(String::as_str), MOST);
        return Err(AskError::UnknownName { name: name.to_owned(), nearest });
    }
    Ok(found)
}

fn columns(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    entries.iter().flat_map(|entry| &entry.parts)
}

fn is_named(entry: &Entry, typed: &str) -> bool {
    let has_short_name = matches!(entry.topic, Topic::Column | Topic::Setting);
    let short = has_short_name.then(|| short_name(&entry.name));
    let is_title = entry.topic != Topic::Finding && entry.zh == typed;
    entry.name.eq_ignore_ascii_case(typed) || short.is_some_and(|short| short == typed) || is_title
}

/// The name without its dataset or section.
fn short_name(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, short)| short)
}

/// A metric says in which column it stands.
fn drop_columns_of_metrics(found: &mut Vec<Entry>) {
    let metrics: Vec<String> = found
        .iter()
        .filter(|entry| entry.topic == Topic::Metric)
        .map(|metric| format!("cohort_metrics.{}", metric.name))
        .collect();
    found.retain(|entry| entry.topic != Topic::Column || !metrics.contains(&entry.name));
}

/// Whether a typed word means all entries of a topic, or of a section of settings.
fn is_of_group(entry: &Entry, typed: &str) -> bool {
    let section = entry.name.rsplit_once('.').map(|(section, _)| section);
    let is_section = entry.topic == Topic::Setting && section == Some(typed);
    is_section || typed == entry.topic.zh() || typed == format!("{}s", entry.topic.name())
}

fn known_names(entries: &[Entry]) -> Vec<String> {
    let own = entries.iter().flat_map(|entry| match entry.topic {
        Topic::Finding => vec![entry.name.clone()],
        _ => vec![entry.name.clone(), entry.zh.clone()],
    });
    let short = columns(entries).chain(entries.iter().filter(|entry| entry.topic == Topic::Setting));
    own.chain(short.map(|entry| short_name(&entry.name).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::metric_entries::methods;

    fn check(typed: &str, expected: &[&str]) {
        let found = look_up(typed).unwrap();
        let names: Vec<String> =
            found.iter().map(|entry| format!("{} {}", entry.topic.name(), entry.name)).collect();
        assert_eq!(names, expected, "{typed}");
    }

    #[test]
    fn everything_is_found_by_its_name() {
        check("cohort_metrics", &["dataset cohort_metrics"]);
        check("cohort_metrics.as_of", &["column cohort_metrics.as_of"]);
        check("start_rate", &["metric start_rate", "column cohort_ages.start_rate"]);
        check("开工率", &["metric start_rate"]);
        check("t501", &["finding T501"]);
        check(
            "contract_value",
            &["field contract_value", "setting policy.contract_value", "column records.contract_value"],
        );
        check(
            "gates",
            &[
                "setting gates.min_coverage",
                "setting gates.min_reconciled",
                "setting gates.max_rejected_share",
            ],
        );
        check("months_unreported", &["column project_months.months_unreported"]);
    }

    #[test]
    fn a_column_can_be_asked_for_even_where_a_metric_fills_it() {
        check("cohort_metrics.start_rate", &["column cohort_metrics.start_rate"]);
    }

    #[test]
    fn topics_list_all_of_theirs() {
        assert_eq!(look_up("metrics").unwrap().len(), analytics::metrics::METRICS.len() + methods().count());
        assert_eq!(look_up("设置").unwrap().len(), crate::settings::settings().count());
        assert!(look_up("findings").unwrap().len() > 40);
    }

    #[test]
    fn an_unknown_name_is_answered_with_its_like() {
        let check = |typed: &str, expected: &str| match look_up(typed) {
            Err(AskError::UnknownName { nearest, .. }) => assert_eq!(nearest.first().unwrap(), expected),
            other => panic!("{typed}: {other:?}"),
        };
        check("start_rat", "start_rate");
        check("T50", "T501");
        check("cohort_metric", "cohort_metrics");
        check("terminatd", "terminated");
        assert!(look_up("").is_err());
        assert!(look_up("qqqqqq").is_err());
    }

    #[test]
    fn every_entry_has_words_in_both_languages() {
        let entries = catalogue();
        for entry in entries.iter().chain(columns(&entries)) {
            assert!(!entry.zh.is_empty() && !entry.en.is_empty(), "{}", entry.name);
        }
    }
}
