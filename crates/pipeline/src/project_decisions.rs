//! Reads what people decided about projects and findings (项目与问题决定): `links.csv`, `findings.csv` and `ids.csv`.

use std::path::Path;

use model::decisions::{Decisions, FindingDecision, IdDecision, LinkDecision};
use serde::de::DeserializeOwned;

use crate::csv_table::read_optional_table;
use crate::error::PipelineError;

/// The tables of a folder; without a folder or a table nothing was decided. A line that cannot be followed stops the
/// run and names its row: a decision that is passed over in silence would be worse.
pub fn read_decisions(folder: Option<&Path>) -> Result<Decisions, PipelineError> {
    let Some(folder) = folder else { return Ok(Decisions::default()) };
    Ok(Decisions {
        links: table(folder, "links.csv", link_problem)?,
        findings: table(folder, "findings.csv", finding_problem)?,
        ids: table(folder, "ids.csv", id_problem)?,
    })
}

fn table<R: DeserializeOwned>(
    folder: &Path,
    name: &str,
    problem: fn(&R) -> Option<&'static str>,
) -> Result<Vec<R>, PipelineError> {
    let file = folder.join(name);
    let rows: Vec<R> = read_optional_table(&file)?;
    match rows.iter().enumerate().find_map(|(index, row)| Some((index, problem(row)?))) {
        Some((index, problem)) => {
            Err(PipelineError::Table { file, problem: format!("row {}: {problem}", index + 2) })
        }
        None => Ok(rows),
    }
}

fn link_problem(row: &LinkDecision) -> Option<&'static str> {
    if row.project_name.trim().is_empty() {
        return Some("`project_name` is empty: which rows is it about?");
    }
    row.project_id
        .trim()
        .is_empty()
        .then_some("`project_id` is empty: a project, or `new` for one of its own")
}

fn finding_problem(row: &FindingDecision) -> Option<&'static str> {
    let named = [&row.finding_id, &row.code, &row.unit_code, &row.project_id, &row.field, &row.raw];
    if named.iter().all(|column| column.trim().is_empty()) {
        return Some("it names no finding: fill `finding_id`, or `code` with unit, project or field");
    }
    let is_signed = !row.author.trim().is_empty() && !row.reason.trim().is_empty();
    (!is_signed).then_some("a finding is accepted by somebody for a reason: fill `author` and `reason`")
}

fn id_problem(row: &IdDecision) -> Option<&'static str> {
    let is_whole = !row.identity.trim().is_empty() && !row.project_id.trim().is_empty();
    (!is_whole).then_some("`identity` and `project_id` are both needed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, text: &str) -> Result<Decisions, String> {
        let folder = tempfile::tempdir().unwrap();
        fs_err::write(folder.path().join(name), text).unwrap();
        read_decisions(Some(folder.path())).map_err(|error| error.to_string())
    }

    #[test]
    fn decisions_are_read_from_their_tables() {
        let links = "unit_code,project_name,investor,project_id,author,reason,score\n,甲芯片项目,,ZB2020-001,甲,电话核实,0.7\n";
        assert_eq!(read("links.csv", links).unwrap().links[0].project_id, "ZB2020-001");
        let findings = "finding_id,code,unit_code,project_id,field,author,reason\n,T501,CQ500105,ZB2020-001,,甲,核减属实\n";
        assert_eq!(read("findings.csv", findings).unwrap().findings[0].code, "T501");
        let ids = "identity,project_id\nX-1,X-0\n";
        assert_eq!(read("ids.csv", ids).unwrap().ids.len(), 1);
        assert_eq!(read_decisions(None).unwrap(), Decisions::default());
    }

    #[test]
    fn a_line_that_cannot_be_followed_is_refused_with_its_row() {
        let check = |name: &str, text: &str, expected: &str| {
            let problem = read(name, text).unwrap_err();
            assert!(problem.contains("row 2") && problem.contains(expected), "{problem}");
        };
        check("links.csv", "project_name,project_id\n甲芯片项目,\n", "`project_id` is empty");
        check("findings.csv", "code,author,reason\nT501,,\n", "`author` and `reason`");
        check("findings.csv", "code,author,reason\n,甲,无妨\n", "names no finding");
        check("ids.csv", "identity,project_id\nX-1,\n", "both needed");
    }
}
