//! Every example that people read (示例): in the READMEs and below each `--help`. Each is run as it stands and has to work.

use std::collections::BTreeSet;

use crate::sandbox::{Sandbox, sample};
use crate::shell::{failure, help_examples, page_examples};

/// Pages with examples.
const PAGES: [&str; 3] = ["README.md", "README.zh-CN.md", "pipelines/README.md"];

/// What an example says, and what stands for it in a workspace of a test.
const STAND_INS: [(&str, &str); 2] =
    [("/mnt/returns/", "data/received/"), ("--store /srv/luodi", "--store data/store")];

#[test]
fn every_example_works_as_it_stands() {
    let sandbox = Sandbox::with_months(&["202306", "202307"]);
    label_a_corpus(&sandbox);
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
    let failed: Vec<String> =
        lines.iter().filter_map(|line| failure(&sandbox.path(""), &stood_in(line))).collect();
    assert!(failed.is_empty(), "{} of {} examples fail:\n{}", failed.len(), lines.len(), failed.join("\n"));
}

/// Workbooks and a list of where their tables begin, as `luodi scoreboard` wants them.
fn label_a_corpus(sandbox: &Sandbox) {
    fs_err::create_dir(sandbox.path("corpus")).unwrap();
    sandbox.write("corpus/list.csv", "序号,项目名称,合同额（亿元）,累计到位（亿元）\n1,甲项目,5,0.3\n");
    sandbox.write("labels.csv", "file,sheet,header_first,header_last,data_first\nlist.csv,,1,1,2\n");
}

/// An example with what stands for its names in a workspace of a test.
fn stood_in(line: &str) -> String {
    STAND_INS.iter().fold(line.to_owned(), |line, (from, to)| line.replace(from, to))
}

/// The commands that `luodi --help` names.
fn commands(sandbox: &Sandbox) -> Vec<String> {
    let help = sandbox.luodi(&["--help"]).stdout;
    let list = help.split("Commands:\n").nth(1).unwrap_or_default().split("\n\n").next().unwrap_or_default();
    let named = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = named.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    names.map(str::to_owned).collect()
}
