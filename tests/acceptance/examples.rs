//! Every example that people read (示例): in the READMEs and below each `--help`. Each is run as it stands and has to work.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use crate::sandbox::{Sandbox, sample};

/// Pages with examples.
const PAGES: [&str; 3] = ["README.md", "README.zh-CN.md", "pipelines/README.md"];

/// What an example says, and what stands for it in a workspace of a test.
const STAND_INS: [(&str, &str); 2] =
    [("/mnt/returns/", "data/received/"), ("--store /srv/luodi", "--store data/store")];

#[test]
fn every_example_works_as_it_stands() {
    let sandbox = Sandbox::with_months(&["202306", "202307"]);
    let mut lines = Vec::new();
    for page in PAGES {
        lines.extend(page_examples(&fs_err::read_to_string(sample().join(page)).unwrap()));
    }
    assert!(lines.len() >= 2, "the pages have examples: {lines:?}");
    for command in commands(&sandbox) {
        let help = sandbox.luodi(&[&command, "--help"]);
        let examples = help_examples(&help.stdout);
        assert!(!examples.is_empty(), "`luodi {command} --help` has an example");
        lines.extend(examples);
    }
    let mut done = BTreeSet::new();
    lines.retain(|line| done.insert(line.clone()));
    let failed: Vec<String> = lines.iter().filter_map(|line| failure(&sandbox, line)).collect();
    assert!(failed.is_empty(), "{} of {} examples fail:\n{}", failed.len(), lines.len(), failed.join("\n"));
}

#[test]
fn examples_are_found_where_they_stand() {
    let page = "luodi no\n```sh\ncargo run --release -- run a.toml   # main\ncargo test\nluodi status\n```\n\
                ```text\nluodi run PIPELINE.toml   all\n1 2 * * *  cd /x && luodi run b.toml 2>> log\n```\n";
    assert_eq!(
        page_examples(page),
        ["luodi run a.toml   # main", "luodi status", "luodi run b.toml 2>> log"]
    );
    let help = "Usage: x\n\nExamples:\n  luodi a\n  luodi b 'x\n  y'\n\nMore:\n  luodi c\n";
    assert_eq!(help_examples(help), ["luodi a", "luodi b 'x y'"]);
}

/// What went wrong with an example, where something did.
fn failure(sandbox: &Sandbox, line: &str) -> Option<String> {
    let stood_in = |line: String, (from, to): &(&str, &str)| line.replace(from, to);
    let typed = STAND_INS.iter().fold(line.to_owned(), stood_in);
    let folder = sandbox.path("");
    let shell =
        Command::new("sh").args(["-c", &typed]).current_dir(&folder).env("PATH", search_path()).output();
    let output = shell.unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (!output.status.success()).then(|| format!("$ {typed}\n{}: {said}", output.status))
}

/// The built program first.
fn search_path() -> OsString {
    let mut path = Path::new(env!("CARGO_BIN_EXE_luodi")).parent().unwrap().as_os_str().to_owned();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    path
}

/// The commands that `luodi --help` names.
fn commands(sandbox: &Sandbox) -> Vec<String> {
    let help = sandbox.luodi(&["--help"]).stdout;
    let list = help.split("Commands:\n").nth(1).unwrap_or_default().split("\n\n").next().unwrap_or_default();
    let named = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = named.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    names.map(str::to_owned).collect()
}

/// The calls between `Examples:` and the next empty line, each with the lines on which a narrow terminal goes on.
fn help_examples(help: &str) -> Vec<String> {
    let block = help.split("Examples:\n").nth(1).unwrap_or_default().split("\n\n").next().unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    for line in block.lines().map(str::trim) {
        match found.last_mut() {
            Some(last) if !line.starts_with("luodi ") => last.push_str(&format!(" {line}")),
            _ => found.push(line.to_owned()),
        }
    }
    found
}

/// Calls of the program in the blocks of a page.
fn page_examples(page: &str) -> Vec<String> {
    let mut language = None;
    let mut found = Vec::new();
    for line in page.lines() {
        match line.trim_start().strip_prefix("```") {
            Some(_) if language.is_some() => language = None,
            Some(named) => language = Some(named),
            None => found.extend(language.and_then(|language| page_example(line.trim(), language))),
        }
    }
    found
}

/// A call of the program, or of cargo that runs it. Outside shell blocks only what a scheduler calls.
fn page_example(line: &str, language: &str) -> Option<String> {
    let is_shell = ["sh", "bash", "console"].contains(&language);
    if let Some((_, scheduled)) = line.split_once("&& luodi ") {
        return Some(format!("luodi {scheduled}"));
    }
    let built = line.strip_prefix("cargo run").and_then(|rest| rest.split_once(" -- "));
    let call = built.map(|(_, arguments)| format!("luodi {arguments}"));
    let own = || line.starts_with("luodi ").then(|| line.to_owned());
    is_shell.then(|| call.or_else(own)).flatten()
}
