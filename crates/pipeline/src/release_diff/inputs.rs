//! What went in differently (输入变化): files, settings, versions.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::manifest::InputFile;

/// What became of a thing between two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is on both sides, and not the same.
    Changed,
    /// It is on the second side only.
    New,
    /// It is on the first side only.
    Gone,
}

impl Change {
    /// The word in Chinese and in English.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Change::Changed => ("变化", "changed"),
            Change::New => ("新增", "new"),
            Change::Gone => ("没有了", "gone"),
        }
    }
}

/// A file that did not go into both sides as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InputMove {
    /// received, ledger, reference or decisions.
    pub kind: String,
    /// Path below the root of its kind.
    pub file: String,
    /// What became of it.
    pub change: Change,
}

/// A setting that is not the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettingMove {
    /// The key with its path, `policy.start`; `program` and `reading` are versions.
    pub key: String,
    /// Before; empty where it was not set.
    pub before: String,
    /// After.
    pub after: String,
}

/// The files that differ, by kind and path. A receipt that the register tells otherwise is a change too.
pub fn input_moves(before: &[InputFile], after: &[InputFile]) -> Vec<InputMove> {
    let mut files: BTreeMap<(&str, &str), [Option<&InputFile>; 2]> = BTreeMap::new();
    for (side, inputs) in [before, after].into_iter().enumerate() {
        for input in inputs {
            let sides = files.entry((order(&input.kind), &input.file)).or_default();
            if let Some(own) = sides.get_mut(side) {
                *own = Some(input);
            }
        }
    }
    let moved = |((_, file), sides): ((&str, &str), [Option<&InputFile>; 2])| {
        let change = match sides {
            [Some(old), Some(new)] if old.sha256 == new.sha256 && old.received_at == new.received_at => {
                return None;
            }
            [Some(_), Some(_)] => Change::Changed,
            [None, Some(_)] => Change::New,
            _ => Change::Gone,
        };
        let kind = sides.iter().flatten().next().map(|input| input.kind.clone()).unwrap_or_default();
        Some(InputMove { kind, file: file.to_owned(), change })
    };
    files.into_iter().filter_map(moved).collect()
}

/// Returns first, then ledgers, then what people edit.
fn order(kind: &str) -> &'static str {
    match kind {
        "received" => "1",
        "ledger" => "2",
        "decisions" => "3",
        _ => "4",
    }
}

/// The settings that differ, by key.
pub fn setting_moves(before: &Value, after: &Value) -> Vec<SettingMove> {
    let (old, new) = (leaves(before), leaves(after));
    let keys: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let side = |leaves: &BTreeMap<String, String>, key: &str| leaves.get(key).cloned().unwrap_or_default();
    let moved =
        |key: &String| SettingMove { key: key.clone(), before: side(&old, key), after: side(&new, key) };
    keys.into_iter().map(moved).filter(|moved| moved.before != moved.after).collect()
}

/// Every value with its path; lists stay whole, and nothing is nothing.
fn leaves(value: &Value) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    collect("", value, &mut found);
    found
}

fn collect(path: &str, value: &Value, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(&path, member, found);
            }
        }
        Value::Null => {}
        Value::String(text) => drop(found.insert(path.to_owned(), text.clone())),
        other => drop(found.insert(path.to_owned(), other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn input(kind: &str, file: &str, sha256: &str) -> InputFile {
        InputFile {
            kind: kind.to_owned(),
            file: file.to_owned(),
            bytes: 1,
            sha256: sha256.to_owned(),
            received_at: None,
        }
    }

    #[test]
    fn files_come_go_and_change() {
        let before = [
            input("ledger", "a.xlsx", "1"),
            input("received", "b.xlsx", "2"),
            input("received", "c.xlsx", "3"),
        ];
        let late =
            InputFile { received_at: Some("2023-08-01".to_owned()), ..input("received", "c.xlsx", "3") };
        let after = [input("ledger", "a.xlsx", "9"), late, input("received", "d.xlsx", "4")];
        let told: Vec<_> =
            input_moves(&before, &after).into_iter().map(|one| (one.file, one.change)).collect();
        let expected = [
            ("b.xlsx", Change::Gone),
            ("c.xlsx", Change::Changed),
            ("d.xlsx", Change::New),
            ("a.xlsx", Change::Changed),
        ];
        assert_eq!(told, expected.map(|(file, change)| (file.to_owned(), change)));
        assert!(input_moves(&before, &before).is_empty());
    }

    #[test]
    fn settings_are_compared_leaf_by_leaf() {
        let before = json!({"policy": {"start": "ever", "land": false}, "scope": {"cohorts": ["2020"]}, "as_of": null});
        let after = json!({"policy": {"start": "current", "land": false}, "scope": {"cohorts": ["2021"]}, "as_of": "2023-06"});
        let told: Vec<String> = setting_moves(&before, &after)
            .into_iter()
            .map(|one| format!("{} {}→{}", one.key, one.before, one.after))
            .collect();
        assert_eq!(
            told,
            ["as_of →2023-06", "policy.start ever→current", "scope.cohorts [\"2020\"]→[\"2021\"]"]
        );
        assert!(setting_moves(&before, &before).is_empty());
    }
}
