//! What the engine says of a query that it cannot run, in our words: which name is wrong, and what it looks like.

use model::datasets;

use crate::ask_error::AskError;
use crate::nearest::nearest;

/// How many like names are shown.
const MOST: usize = 3;

/// What a query can name.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Tables that are there.
    pub tables: Vec<&'static str>,
    /// Tables that the query names.
    pub named: Vec<String>,
    /// Functions of the engine.
    pub functions: Vec<&'static str>,
}

/// What is wrong with a query, from what the engine says.
pub fn refusal(said: &str, known: &Known) -> AskError {
    let first = said.split("\n\n").next().unwrap_or(said);
    let problem = first.replace('\n', " ");
    let (before, name) = first_name(&problem);
    let name = name.to_owned();
    if before.contains("relation") || before.contains("table or alias") {
        let alike = nearest(&name, known.tables.iter().copied(), MOST);
        let all = || known.tables.iter().map(|table| (*table).to_owned()).collect();
        return AskError::UnknownTable { nearest: if alike.is_empty() { all() } else { alike }, name };
    }
    if before.contains("function") {
        return AskError::UnknownFunction { nearest: like_functions(&name, known), name };
    }
    if before.contains("find column") || before.contains("no column named") {
        return unknown_column(name, known);
    }
    AskError::Query { problem: plain(&problem) }
}

/// What stands before the first name in quotes, and the name.
fn first_name(problem: &str) -> (&str, &str) {
    let is_quote = |c: char| matches!(c, '\'' | '"' | '`');
    let Some((before, rest)) = problem.split_once(is_quote) else { return (problem, "") };
    (before, rest.split(is_quote).next().unwrap_or_default())
}

fn like_functions(name: &str, known: &Known) -> Vec<String> {
    nearest(name, known.functions.iter().copied(), MOST)
}

/// Columns of the named tables come first; where none is alike, those of the others, with their tables.
fn unknown_column(name: String, known: &Known) -> AskError {
    let is_named = |table: &str| known.named.iter().any(|named| named == table);
    let of = |is_wanted: &dyn Fn(&str) -> bool| {
        datasets::ALL.iter().filter(|dataset| is_wanted(dataset.name)).collect::<Vec<_>>()
    };
    let named = of(&is_named);
    let columns = named.iter().flat_map(|dataset| dataset.columns).map(|column| column.name);
    let mut alike = nearest(&name, columns, MOST);
    if alike.is_empty() {
        let others = of(&|table| known.tables.contains(&table));
        let others = others.iter().filter(|dataset| dataset.column(&name).is_some());
        alike = others.map(|dataset| format!("{}.{name}", dataset.name)).take(MOST).collect();
    }
    let tables = named.iter().map(|dataset| dataset.name.to_owned()).collect();
    AskError::UnknownColumn { name, tables, nearest: alike }
}

/// Without the engine's own preamble.
fn plain(problem: &str) -> String {
    let mut text = problem;
    for preamble in ["sql parser error: ", "SQLSyntax: ", "SQLInterface: "] {
        text = text.strip_prefix(preamble).unwrap_or(text);
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &str, expected: AskError) {
        let known = Known {
            tables: vec!["projects", "project_months", "cohort_metrics"],
            named: vec!["projects".to_owned()],
            functions: vec!["count", "sum", "substr"],
        };
        assert_eq!(refusal(said, &known), expected);
    }

    #[test]
    fn wrong_names_are_told_apart() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let unknown_column = |name: &str, nearest: &[&str]| AskError::UnknownColumn {
            name: name.to_owned(),
            tables: vec!["projects".to_owned()],
            nearest: texts(nearest),
        };
        check(
            "relation 'project' was not found",
            AskError::UnknownTable {
                name: "project".to_owned(),
                nearest: texts(&["projects", "project_months"]),
            },
        );
        check(
            "relation 'x' was not found",
            AskError::UnknownTable {
                name: "x".to_owned(),
                nearest: texts(&["projects", "project_months", "cohort_metrics"]),
            },
        );
        check(
            "unable to find column \"investr\"; valid columns: [\"a\"]\n\nResolved plan",
            unknown_column("investr", &["investor"]),
        );
        check(
            "unable to find column \"start_rate\"; valid columns: [\"a\"]",
            unknown_column("start_rate", &["cohort_metrics.start_rate"]),
        );
        check("no column named 'investr' found in table 'p'", unknown_column("investr", &["investor"]));
        check(
            "unsupported function 'summ'",
            AskError::UnknownFunction { name: "summ".to_owned(), nearest: texts(&["sum"]) },
        );
        check(
            "sql parser error: Expected: an expression, found: EOF",
            AskError::Query { problem: "Expected: an expression, found: EOF".to_owned() },
        );
    }
}
