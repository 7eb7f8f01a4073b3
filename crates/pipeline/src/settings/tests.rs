//! Neither the declaration of the settings nor the types of a plan can grow alone.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::plan::Plan;
use crate::setting::{Allowed, REQUIRED};

fn smallest_plan() -> Value {
    json!({"name": "a", "inputs": {"received": ["x"]}})
}

/// Every key of the default plan with its value, as a pipeline file would write it without quotes.
fn defaults() -> BTreeMap<String, String> {
    let plan: Plan = serde_json::from_value(smallest_plan()).unwrap();
    let mut found = BTreeMap::new();
    walk("", &serde_json::to_value(plan).unwrap(), &mut found);
    found
}

fn walk(path: &str, value: &Value, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(below) if !below.is_empty() => {
            for (name, value) in below {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                walk(&path, value, found);
            }
        }
        Value::Null => drop(found.insert(path.to_owned(), String::new())),
        Value::String(text) => drop(found.insert(path.to_owned(), text.clone())),
        other => drop(found.insert(path.to_owned(), other.to_string())),
    }
}

/// The smallest plan with one more value.
fn plan_with(path: &str, value: Value) -> Result<Plan, String> {
    let mut plan = smallest_plan();
    let (section, key) = path.split_once('.').unwrap_or(("", path));
    let place = if section.is_empty() { &mut plan } else { &mut plan[section] };
    place[key] = value;
    serde_json::from_value(plan).map_err(|error| error.to_string())
}

#[test]
fn every_key_is_declared_once_with_its_default() {
    let declared: BTreeMap<&str, &Setting> = settings().map(|setting| (setting.path, setting)).collect();
    assert_eq!(declared.len(), settings().count(), "a path is declared twice");
    let defaults = defaults();
    let known: Vec<&str> = defaults.keys().map(String::as_str).collect();
    assert_eq!(declared.keys().copied().collect::<Vec<_>>(), known);
    for (path, setting) in declared {
        if setting.default != REQUIRED {
            assert_eq!(setting.default, defaults[path], "{path}");
        }
    }
}

#[test]
fn what_is_allowed_is_what_is_taken() {
    for setting in settings() {
        let (words, listed) = match setting.allowed {
            Allowed::Choice(words) | Allowed::ChoiceOrUnits(words) => (words, false),
            Allowed::Choices(words) => (words, true),
            _ => continue,
        };
        let wrapped = |word: &str| if listed { json!([word]) } else { json!(word) };
        for word in words {
            assert!(plan_with(setting.path, wrapped(word)).is_ok(), "{} = {word}", setting.path);
        }
        let refused = plan_with(setting.path, wrapped("zzz")).unwrap_err();
        if refused.contains("expected") {
            let mut taken: Vec<&str> = refused.split('`').skip(3).step_by(2).collect();
            let mut declared = words.to_vec();
            taken.sort_unstable();
            declared.sort_unstable();
            assert_eq!(declared, taken, "{}", setting.path);
        }
    }
}

#[test]
fn examples_are_lines_of_a_pipeline_file() {
    for setting in settings() {
        let (section, key) = setting.path.rsplit_once('.').unwrap_or(("", setting.path));
        let needed =
            |wanted: &str, line: &str| if setting.path == wanted { String::new() } else { line.to_owned() };
        let head = needed("name", "name = \"a\"\n");
        let received = needed("inputs.received", "received = [\"x\"]\n");
        let text = match section {
            "" => format!("{head}{}\n[inputs]\n{received}", setting.example),
            "inputs" => format!("{head}[inputs]\n{received}{}", setting.example),
            _ => format!("{head}[inputs]\n{received}[{section}]\n{}", setting.example),
        };
        assert!(setting.example.starts_with(&format!("{key} = ")), "{}", setting.path);
        let plan: Result<Plan, _> = toml::from_str(&text);
        assert!(plan.is_ok(), "{}: {plan:?}", setting.path);
    }
}

#[test]
fn every_setting_has_words_in_both_languages() {
    for setting in settings() {
        assert!(!setting.zh.is_empty() && !setting.en.is_empty(), "{}", setting.path);
        let (zh, en) = setting.allowed.words();
        assert!(!zh.is_empty() && !en.is_empty(), "{}", setting.path);
    }
}
