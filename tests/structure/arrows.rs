//! Arrows between the files of a crate: every `crate::a::b` outside tests.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::Source;

/// A circle of files, where there is one.
pub(crate) fn circle(sources: &[&Source], folder: &str) -> Option<Vec<String>> {
    let files: BTreeSet<String> = sources.iter().map(|source| module(&source.path, folder)).collect();
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources {
        let from = module(&source.path, folder);
        let to = paths(source.code()).filter_map(|path| file_of(&path, &files)).filter(|to| *to != from);
        arrows.entry(from.clone()).or_default().extend(to);
    }
    let mut done = BTreeSet::new();
    arrows.keys().find_map(|file| walk(file, &arrows, &mut Vec::new(), &mut done))
}

/// `cache/batch_index` for `pipeline/src/cache/batch_index.rs`.
fn module(path: &str, folder: &str) -> String {
    path.trim_start_matches(folder).trim_end_matches(".rs").to_owned()
}

/// The file that a path such as `a/b/Item` lies in: the longest beginning that is one.
fn file_of(path: &str, files: &BTreeSet<String>) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    (1..=parts.len()).rev().map(|n| parts[..n].join("/")).find(|file| files.contains(file))
}

/// Every path after `crate::`, groups in braces opened, parts joined by `/`.
fn paths(code: &str) -> impl Iterator<Item = String> {
    let code =
        code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let starts = code.match_indices("crate::").map(|(at, text)| (at, at + text.len()));
    let own = starts.filter(|(at, _)| !code[..*at].ends_with(['$', '_']));
    let found: Vec<String> = own.flat_map(|(_, end)| opened(&code[end..])).collect();
    found.into_iter()
}

/// The paths that begin here.
fn opened(text: &str) -> Vec<String> {
    let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    let end = text.find(|c| !is_path(c)).unwrap_or(text.len());
    let head = text[..end].replace("::", "/");
    match text[end..].strip_prefix('{') {
        Some(group) => members(group)
            .iter()
            .flat_map(|member| opened(member))
            .map(|tail| format!("{head}{tail}"))
            .collect(),
        None => vec![head.trim_end_matches('/').to_owned()],
    }
}

/// The members of a group, up to its closing brace.
fn members(group: &str) -> Vec<String> {
    let mut members = vec![String::new()];
    let mut depth = 0;
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            ',' if depth == 0 => members.push(String::new()),
            _ => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                members.last_mut().unwrap().push(c);
            }
        }
    }
    members.iter().map(|member| member.trim().to_owned()).filter(|member| !member.is_empty()).collect()
}

fn walk(
    file: &str,
    arrows: &BTreeMap<String, BTreeSet<String>>,
    way: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(start) = way.iter().position(|passed| passed == file) {
        return Some(way[start..].iter().cloned().chain([file.to_owned()]).collect());
    }
    if done.contains(file) {
        return None;
    }
    way.push(file.to_owned());
    let circle = arrows.get(file).into_iter().flatten().find_map(|next| walk(next, arrows, way, done));
    way.pop();
    done.insert(file.to_owned());
    circle
}

#[test]
fn groups_are_opened() {
    let found: Vec<String> =
        paths("use crate::{a::B, c::{D, e::F}};\nlet x = crate::g::h(1); // crate::no").collect();
    assert_eq!(found, ["a/B", "c/D", "c/e/F", "g/h"]);
}
