//! What `luodi describe` prints (说明输出): a card for one thing, a table for several.

use pipeline::catalogue::entry::{Entry, Fact, Topic};
use pipeline::summary::{Table, TableColumn};
use serde_json::{Map, Value, json};

use crate::drawing::{csv_line, markdown, terminal, words_column};
use crate::options::{Format, Lang};

/// From so many on, things of one topic are rows of a table instead of cards.
const MANY: usize = 3;

/// Facts for which a terminal has room beside name and meaning; the card of one thing has all.
const BRIEF: [&str; 7] = ["type", "unit", "missing", "key", "severity", "allowed", "default"];

/// The entries that a name means.
pub(crate) fn entries_text(entries: &[Entry], format: Format, lang: Lang) -> String {
    let tables = || {
        let groups = Topic::ALL.iter().map(|topic| of_topic(entries, *topic));
        groups.filter(|group| !group.is_empty()).flat_map(|group| tables_of(&group, lang)).collect()
    };
    text(entries, tables, format, lang)
}

/// Everything, in full: the reference as one document.
pub(crate) fn reference_text(entries: &[Entry], format: Format, lang: Lang) -> String {
    let tables = || {
        let datasets = of_topic(entries, Topic::Dataset);
        let datasets = datasets.iter().flat_map(|entry| card(entry, lang)).collect::<Vec<_>>();
        let others = Topic::ALL.iter().skip(1).map(|topic| of_topic(entries, *topic));
        let others = others.filter(|group| !group.is_empty()).map(|group| wide(&group, lang));
        datasets.into_iter().chain(others).collect()
    };
    let drawn = text(entries, tables, format, lang);
    match format {
        Format::Markdown => format!("# {}\n\n{drawn}", lang.pick("luodi 参考手册", "Reference of luodi")),
        _ => drawn,
    }
}

/// Every name with its meaning.
pub(crate) fn overview_text(entries: &[Entry], format: Format, lang: Lang) -> String {
    let short: Vec<Entry> =
        entries.iter().map(|entry| Entry { facts: Vec::new(), parts: Vec::new(), ..entry.clone() }).collect();
    let tables = || {
        let groups = Topic::ALL.iter().map(|topic| of_topic(&short, *topic));
        groups.filter(|group| !group.is_empty()).map(|group| wide(&group, lang)).collect()
    };
    text(&short, tables, format, lang)
}

fn text(entries: &[Entry], tables: impl Fn() -> Vec<Table>, format: Format, lang: Lang) -> String {
    let drawn = |draw: fn(&Table) -> String| tables().iter().map(draw).collect::<Vec<_>>().join("\n\n");
    match format {
        Format::Table => drawn(terminal),
        Format::Markdown => drawn(markdown),
        Format::Json => {
            format!("{:#}", entries.iter().map(|entry| entry_json(entry, lang)).collect::<Value>())
        }
        Format::Csv => csv_text(entries, lang),
    }
}

fn of_topic(entries: &[Entry], topic: Topic) -> Vec<Entry> {
    entries.iter().filter(|entry| entry.topic == topic).cloned().collect()
}

fn tables_of(group: &[Entry], lang: Lang) -> Vec<Table> {
    match group.len() < MANY {
        true => group.iter().flat_map(|entry| card(entry, lang)).collect(),
        false => vec![wide(group, lang)],
    }
}

/// One thing: its facts one below the other, then the columns where it is a dataset.
fn card(entry: &Entry, lang: Lang) -> Vec<Table> {
    let topic = lang.pick(entry.topic.zh(), entry.topic.name());
    let meaning = vec![lang.pick("含义", "meaning").to_owned(), said(&entry.zh, &entry.en, lang)];
    let fact = |fact: &Fact| vec![label(fact, lang), said(&fact.zh, &fact.en, lang)];
    let facts = entry.facts.iter().filter(|fact| !fact.en.is_empty()).map(fact);
    let facts = Table {
        name: entry.name.clone(),
        title: format!("{topic} {}", entry.name),
        columns: vec![words_column(lang.pick("项", "about")), words_column(lang.pick("内容", "what"))],
        rows: std::iter::once(meaning).chain(facts).collect(),
        notes: Vec::new(),
    };
    let columns: Vec<Entry> = entry.parts.iter().map(|part| without_dataset(part, &entry.name)).collect();
    let columns = (!columns.is_empty()).then(|| Table {
        title: format!("{} {}", entry.name, lang.pick("的列", "columns")),
        ..wide(&columns, lang)
    });
    std::iter::once(facts).chain(columns).collect()
}

fn without_dataset(column: &Entry, dataset: &str) -> Entry {
    let name = column.name.strip_prefix(dataset).and_then(|name| name.strip_prefix('.'));
    Entry { name: name.unwrap_or(&column.name).to_owned(), ..column.clone() }
}

/// Several things of one topic, one a row.
fn wide(entries: &[Entry], lang: Lang) -> Table {
    let topic = entries.first().map_or(Topic::Column, |entry| entry.topic);
    let facts = entries.first().into_iter().flat_map(|entry| &entry.facts).map(|fact| TableColumn {
        is_brief: BRIEF.contains(&fact.label.name),
        ..words_column(&label(fact, lang))
    });
    let own = [("名称", "name"), ("含义", "meaning")].map(|(zh, en)| words_column(lang.pick(zh, en)));
    let row = |entry: &Entry| {
        let own = [entry.name.clone(), said(&entry.zh, &entry.en, lang)];
        own.into_iter().chain(entry.facts.iter().map(|fact| said(&fact.zh, &fact.en, lang))).collect()
    };
    Table {
        name: topic.name().to_owned(),
        title: format!("{} ({})", lang.pick(topic.zh(), topic.name()), entries.len()),
        columns: own.into_iter().chain(facts).collect(),
        rows: entries.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

fn label(fact: &Fact, lang: Lang) -> String {
    lang.pick(fact.label.zh, fact.label.name).to_owned()
}

fn said(zh: &str, en: &str, lang: Lang) -> String {
    lang.pick(zh, en).to_owned()
}

fn entry_json(entry: &Entry, lang: Lang) -> Value {
    let mut object = Map::new();
    object.insert("topic".to_owned(), json!(entry.topic.name()));
    object.insert("name".to_owned(), json!(entry.name));
    object.insert("zh".to_owned(), json!(entry.zh));
    object.insert("en".to_owned(), json!(entry.en));
    for fact in &entry.facts {
        object.insert(fact.label.name.to_owned(), json!(said(&fact.zh, &fact.en, lang)));
    }
    if !entry.parts.is_empty() {
        let columns = entry.parts.iter().map(|part| entry_json(part, lang)).collect::<Value>();
        object.insert("columns".to_owned(), columns);
    }
    Value::Object(object)
}

/// One line a fact.
fn csv_text(entries: &[Entry], lang: Lang) -> String {
    let mut lines = vec!["topic,name,property,text".to_owned()];
    for entry in entries.iter().flat_map(|entry| std::iter::once(entry).chain(&entry.parts)) {
        let line = |property: &str, text: &str| {
            csv_line([entry.topic.name(), &entry.name, property, text].into_iter())
        };
        lines.push(line("meaning", &said(&entry.zh, &entry.en, lang)));
        let facts = entry.facts.iter().filter(|fact| !fact.en.is_empty());
        lines.extend(facts.map(|fact| line(fact.label.name, &said(&fact.zh, &fact.en, lang))));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use pipeline::catalogue::{catalogue, look_up};

    use super::*;

    #[test]
    fn one_thing_is_a_card_in_the_language_asked_for() {
        let entries = look_up("start_rate").unwrap();
        let chinese = entries_text(&entries, Format::Table, Lang::Zh);
        assert!(chinese.contains("开工率") && chinese.contains("公式"), "{chinese}");
        let english = entries_text(&entries, Format::Table, Lang::En);
        assert!(english.contains("start rate") && english.contains("n_started / n_projects"), "{english}");
    }

    #[test]
    fn a_dataset_is_shown_with_its_columns() {
        let entries = look_up("cohort_metrics").unwrap();
        let markdown = entries_text(&entries, Format::Markdown, Lang::En);
        assert!(markdown.contains("| start_rate "), "{markdown}");
        let json: Value = serde_json::from_str(&entries_text(&entries, Format::Json, Lang::En)).unwrap();
        assert_eq!(json[0]["columns"][0]["name"], "cohort_metrics.as_of");
        let csv = entries_text(&entries, Format::Csv, Lang::En);
        assert!(csv.contains("\ncolumn,cohort_metrics.start_rate,unit,share\n"), "{csv}");
    }

    #[test]
    fn the_reference_names_everything() {
        let entries = catalogue();
        for lang in [Lang::Zh, Lang::En] {
            let reference = reference_text(&entries, Format::Markdown, lang);
            let overview = overview_text(&entries, Format::Table, lang);
            assert!(reference.starts_with("# "));
            for entry in &entries {
                assert!(reference.contains(&entry.name) && overview.contains(&entry.name), "{}", entry.name);
            }
        }
    }
}
