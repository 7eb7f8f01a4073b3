//! The structure of the house (结构测试): floors, fences, file sizes, circles. Reads files only, links no engine.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod arrows;
mod manifests;
mod sources;

use std::collections::BTreeSet;

use crate::arrows::circle;
use crate::manifests::{Crates, floors_in_readme};
use crate::sources::{Source, names_crate, sources};

/// Crates that work on what others give; they meet only in datasets.
const STAGES: [&str; 4] = ["ingest", "transform", "analytics", "report"];

/// More lines than this, and a file does more than one thing.
const MOST_LINES: usize = 300;

/// Places where an engine may be named: the engine, then paths below `crates/`.
const FENCES: [(&str, &[&str]); 6] = [
    ("calamine", &["ingest/src/workbook.rs", "ingest/src/error.rs", "ingest/examples/", "ingest/benches/"]),
    ("arrow", &["store/"]),
    ("parquet", &["store/"]),
    ("polars_io", &["store/"]),
    (
        "polars",
        &[
            "store/",
            "analytics/",
            "transform/src/transform.rs",
            "transform/src/error.rs",
            "transform/src/table_rules",
            "pipeline/src/stages/",
            "pipeline/src/query.rs",
        ],
    ),
    ("clap", &["cli/"]),
];

#[test]
fn every_crate_stands_on_the_floor_that_the_table_says() {
    let crates = Crates::read();
    let floors = floors_in_readme();
    let named: BTreeSet<&String> = floors.keys().collect();
    assert_eq!(named, crates.names().collect(), "crates/README.md has one row for each crate");
    for (name, floor) in &floors {
        if let Some(floor) = floor {
            assert_eq!(crates.floor(name), *floor, "floor of `{name}`");
        }
    }
}

#[test]
fn arrows_point_down_only() {
    let crates = Crates::read();
    for name in crates.names() {
        let reached = crates.reached(name);
        let has_engine = reached.iter().any(|dependency| dependency.starts_with("polars"));
        assert!(!(has_engine && ["model", "ingest"].contains(&name.as_str())), "`{name}` reaches polars");
        assert!(!reached.contains("cli"), "`{name}` reaches cli");
        assert!(!reached.contains("pipeline") || name == "cli", "`{name}` reaches pipeline");
        let is_stage = STAGES.contains(&name.as_str());
        let other = STAGES.iter().find(|stage| **stage != name && reached.contains(**stage));
        assert!(!is_stage || other.is_none(), "stage `{name}` reaches stage {other:?}");
        assert!(!crates.is_built_with(name, "samples") || name == "cli", "`{name}` is built with samples");
    }
}

#[test]
fn only_the_command_sample_uses_the_generator() {
    let is_free = |path: &str| path == "cli/src/commands/sample.rs" || !path.starts_with("cli/src/");
    check(sources("crates"), |source| {
        let uses = !is_free(&source.path) && names_crate(source.code(), "samples");
        uses.then(|| "uses samples".to_owned())
    });
}

#[test]
fn every_file_says_what_it_is_and_does_one_thing() {
    check(sources("crates").into_iter().chain(sources("tests")), |source| {
        let n_lines = source.text.lines().count();
        let long = (n_lines > MOST_LINES).then(|| format!("has {n_lines} lines"));
        let silent = (!source.text.starts_with("//!")).then(|| "does not begin with //!".to_owned());
        let folder = source.path.ends_with("/mod.rs").then(|| "should be foo.rs beside foo/".to_owned());
        long.or(silent).or(folder)
    });
}

#[test]
fn files_are_named_from_the_root_of_their_crate() {
    let says_super = |source: &Source| source.code().contains("use super::");
    check(sources("crates"), |source| says_super(source).then(|| "says `use super::`".to_owned()));
}

#[test]
fn engines_stay_behind_their_fences() {
    check(sources("crates"), |source| {
        let is_outside = |places: &[&str]| !places.iter().any(|place| source.path.starts_with(place));
        let mut named = FENCES.iter().filter(|(engine, _)| names_crate(&source.text, engine));
        named.find(|(_, places)| is_outside(places)).map(|(engine, _)| format!("names {engine}"))
    });
}

#[test]
fn there_are_no_circles_inside_a_crate() {
    let all = sources("crates");
    let circle_in = |name: &String| {
        let folder = format!("{name}/src/");
        let of_crate: Vec<&Source> = all.iter().filter(|source| source.path.starts_with(&folder)).collect();
        circle(&of_crate, &folder).map(|files| format!("`{name}`: {}", files.join(" -> ")))
    };
    let circles: Vec<String> = Crates::read().names().filter_map(circle_in).collect();
    assert!(circles.is_empty(), "circles: {circles:#?}");
}

/// Fails with everything that is wrong, not with the first of it.
fn check(sources: impl IntoIterator<Item = Source>, problem: impl Fn(&Source) -> Option<String>) {
    let told = |source: Source| problem(&source).map(|problem| format!("`{}` {problem}", source.path));
    let problems: Vec<String> = sources.into_iter().filter_map(told).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}
