//! Lines that people copy from a page or a help text into a shell: found where they stand, and typed as they stand.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// What went wrong with a line that somebody types in a folder, where something did.
pub(crate) fn failure(folder: &Path, line: &str) -> Option<String> {
    let output = Command::new("sh")
        .args(["-c", line])
        .current_dir(folder)
        .env("PATH", search_path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (!output.status.success()).then(|| format!("$ {line}\n{}: {said}", output.status))
}

/// The built program first.
fn search_path() -> OsString {
    let mut path = Path::new(env!("CARGO_BIN_EXE_luodi")).parent().unwrap().as_os_str().to_owned();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    path
}

/// The calls between `Examples:` and the next empty line, each with the lines on which a narrow terminal goes on.
pub(crate) fn help_examples(help: &str) -> Vec<String> {
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
pub(crate) fn page_examples(page: &str) -> Vec<String> {
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
