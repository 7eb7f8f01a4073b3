//! Links that a person should look at (关联存疑): two projects that fit, a number that belongs to another project, a number
//! whose project has nothing in common with the row.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::field::Field;
use model::finding::FindingCode;
use model::findings::{
    L601_LEDGER_NO_UNKNOWN, L602_NAME_AGAINST_LEDGER, L603_LINK_DOUBTFUL, L606_NUMBER_OF_ANOTHER,
    L614_CODE_OF_ANOTHER,
};

use crate::cell_rules::identifiers::national_code_ok;
use crate::judged_record::JudgedRecord;
use crate::ledger_book::{LedgerBook, LedgerProject};
use crate::linkage::decision::LEAST_CHANCE_OF_DOUBT;
use crate::linkage::field::pattern_of;
use crate::linking::anchors::Anchors;
use crate::linking::directory::Directory;
use crate::linking::evidence::{FIELDS, weights};
use crate::linking::profile::Profile;
use crate::typed_record::TypedRecord;

/// A finding for each doubtful link of a record that is in the scope.
pub fn check_links(judged: &[JudgedRecord], book: &LedgerBook, ignore_ledger_no: bool) -> Vec<Finding> {
    let directory = Directory::new(book);
    let anchors = Anchors { directory: &directory, ignore_ledger_no };
    let numbers = book.projects.keys().filter(|_| !ignore_ledger_no);
    let shapes: BTreeSet<String> = numbers.map(|number| shape_of(number)).collect();
    let mut findings = Vec::new();
    for judged in judged.iter().filter(|judged| judged.is_accepted()) {
        findings.extend(doubtful(judged, book));
        findings.extend(wrong_number(judged, &anchors));
        findings.extend(nothing_in_common(judged, book));
        findings.extend(unknown_number(judged, book, &shapes));
    }
    findings.extend(codes_of_others(judged, book));
    findings
}

/// A national project code on the row of another project than most rows with that code: one project has one code.
fn codes_of_others(judged: &[JudgedRecord], book: &LedgerBook) -> Vec<Finding> {
    let mut seen: BTreeMap<&str, BTreeMap<&str, Vec<&JudgedRecord>>> = BTreeMap::new();
    for judged in judged.iter().filter(|judged| judged.counts()) {
        if let Some(code) =
            judged.record.text(Field::ProjectCodeNational).filter(|code| national_code_ok(code))
        {
            let projects = seen.entry(code).or_default();
            projects.entry(&judged.linked.counted_project_id).or_default().push(judged);
        }
    }
    let mut findings = Vec::new();
    for projects in seen.values().filter(|projects| projects.len() > 1) {
        let Some(owner) = projects.iter().max_by_key(|(id, rows)| (rows.len(), std::cmp::Reverse(**id)))
        else {
            continue;
        };
        let name = book.projects.get(*owner.0).map_or_else(|| (*owner.0).to_owned(), told);
        let strangers = projects.iter().filter(|(id, rows)| *id != owner.0 && rows.len() < owner.1.len());
        findings.extend(strangers.flat_map(|(_, rows)| rows).map(|judged| {
            let draft = at(&judged.record, L614_CODE_OF_ANOTHER, Field::ProjectCodeNational);
            draft.expected(name.clone()).finish()
        }));
    }
    findings
}

fn doubtful(judged: &JudgedRecord, book: &LedgerBook) -> Option<Finding> {
    let link = &judged.linked.link;
    let name = |id: &str| book.projects.get(id).map_or_else(|| id.to_owned(), told);
    let other = link.runner_up.as_deref().map_or_else(|| "—".to_owned(), name);
    judged.linked.is_doubtful.then(|| {
        let draft = at(&judged.record, L603_LINK_DOUBTFUL, Field::ProjectName);
        draft.project(&link.project_id).expected(name(&link.project_id)).detail(other).finish()
    })
}

fn wrong_number(judged: &JudgedRecord, anchors: &Anchors<'_>) -> Option<Finding> {
    let wrong = anchors.wrong_number(&judged.record)?;
    let draft = at(&judged.record, L606_NUMBER_OF_ANOTHER, Field::ProjectCodeLocal);
    let draft =
        draft.related_cells(judged.record.place(Field::ProjectName)).project(&judged.linked.link.project_id);
    Some(draft.expected(told(wrong.of_number)).detail(told(wrong.of_row)).finish())
}

/// A row linked by its number that has neither name, investor nor value of that project.
fn nothing_in_common(judged: &JudgedRecord, book: &LedgerBook) -> Option<Finding> {
    let link = &judged.linked.link;
    let project = book.projects.get(&link.project_id).filter(|_| link.method == "ledger_no")?;
    let name = judged.record.text(Field::ProjectName)?;
    let pattern = pattern_of(&FIELDS, &Profile::of_ledger(project), &Profile::of_record(&judged.record));
    let weights = weights(1);
    let unlikely = weights.probability(weights.weight(&pattern)) < LEAST_CHANCE_OF_DOUBT;
    unlikely.then(|| {
        let draft = at(&judged.record, L602_NAME_AGAINST_LEDGER, Field::ProjectName).raw(name);
        let known = project.names.first().cloned().unwrap_or_default();
        draft.project(&link.project_id).expected(known).detail(&project.ledger_no).finish()
    })
}

/// A number that looks like those of the ledger and is none of them, nor a part of one.
fn unknown_number(judged: &JudgedRecord, book: &LedgerBook, shapes: &BTreeSet<String>) -> Option<Finding> {
    let number = judged.record.text(Field::ProjectCodeLocal)?;
    let is_known = book.projects.contains_key(number);
    let is_like_them = shapes.contains(&shape_of(number)) && !is_known;
    is_like_them.then(|| at(&judged.record, L601_LEDGER_NO_UNKNOWN, Field::ProjectCodeLocal).finish())
}

/// A number with every digit as 9 and every letter as A: `ZB2020-017` → `AA9999-999`.
fn shape_of(number: &str) -> String {
    let sign = |sign: char| match sign {
        sign if sign.is_ascii_digit() => '9',
        sign if sign.is_alphabetic() => 'A',
        other => other,
    };
    number.chars().map(sign).collect()
}

fn told(project: &LedgerProject) -> String {
    format!("{} {}", project.ledger_no, project.names.first().map(String::as_str).unwrap_or_default())
}

fn at(record: &TypedRecord, code: FindingCode, field: Field) -> model::finding::Draft {
    crate::checks::beside::at(record, code, field, String::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linking::linked::Linked;

    fn row(project: &str, texts: &[(Field, &str)]) -> JudgedRecord {
        let texts = texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        let record = TypedRecord { texts, ..TypedRecord::default() };
        let linked = Linked::to_ledger(&record, project, project, "ledger_no", 1.0);
        JudgedRecord { record, linked, in_force: true, ..JudgedRecord::default() }
    }

    fn codes(judged: &[JudgedRecord]) -> Vec<String> {
        let project = |number: &str, name: &str, investor: &str| LedgerProject {
            ledger_no: number.to_owned(),
            names: vec![name.to_owned()],
            investor: Some(investor.to_owned()),
            ..LedgerProject::default()
        };
        let projects =
            [project("ZB2020-001", "甲芯片项目", "甲公司"), project("ZB2020-002", "乙电池项目", "乙公司")];
        let book = LedgerBook { projects: projects.map(|known| (known.ledger_no.clone(), known)).into() };
        check_links(judged, &book, false).into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn numbers_and_codes_of_other_projects_are_found() {
        use Field::{Investor, ProjectCodeLocal, ProjectCodeNational, ProjectName};
        let swapped = [(ProjectCodeLocal, "ZB2020-001"), (ProjectName, "乙电池项目"), (Investor, "乙公司")];
        assert_eq!(codes(&[row("ZB2020-002", &swapped)]), ["L606"]);
        assert_eq!(codes(&[row("X", &[(ProjectCodeLocal, "ZB2020-999"), (ProjectName, "丙")])]), ["L601"]);
        assert!(codes(&[row("X", &[(ProjectCodeLocal, "7"), (ProjectName, "丙")])]).is_empty());
        let coded = |project, name| {
            row(project, &[(ProjectName, name), (ProjectCodeNational, "2020-500153-39-03-719364")])
        };
        let rows = [
            coded("ZB2020-001", "甲芯片项目"),
            coded("ZB2020-001", "甲芯片项目"),
            coded("ZB2020-002", "乙电池项目"),
        ];
        assert_eq!(codes(&rows), ["L614"]);
    }
}
