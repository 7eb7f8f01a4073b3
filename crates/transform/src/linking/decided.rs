//! What people decided about links (关联决定): which project the rows of a name belong to, past and to come.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::decisions::LinkDecision;
use model::field::Field;
use model::findings::{L608_DECISION_WITHOUT_OBJECT, L609_DECISIONS_CONTRADICT};

use crate::cell_rules::project_names::normalize_name;
use crate::linking::likeness::company_core;
use crate::typed_record::TypedRecord;

/// The project of its own that a decision may name.
pub const OWN: &str = "new";

/// Unit, name and investor; an empty unit or investor stands for every one.
type Subject = (String, String, String);

/// The decisions, by what they speak of.
#[derive(Debug, Default)]
pub struct Decided {
    projects: BTreeMap<Subject, String>,
}

impl Decided {
    /// Puts the decisions in order. Two that say different things about the same rows are a finding, and none of them
    /// is followed.
    pub fn new(decisions: &[LinkDecision]) -> (Decided, Vec<Finding>) {
        let mut said: BTreeMap<Subject, BTreeSet<&str>> = BTreeMap::new();
        for decision in decisions {
            said.entry(subject(decision)).or_default().insert(decision.project_id.trim());
        }
        let mut decided = Decided::default();
        let mut findings = Vec::new();
        for (subject, projects) in said {
            if let [only] = projects.iter().collect::<Vec<_>>().as_slice() {
                decided.projects.insert(subject, (**only).to_owned());
            } else {
                let detail = projects.into_iter().collect::<Vec<_>>().join(" / ");
                findings
                    .push(L609_DECISIONS_CONTRADICT.draft("").raw(&told(&subject)).detail(detail).finish());
            }
        }
        (decided, findings)
    }

    /// The project that was decided for a record, the narrowest decision first.
    pub fn project_of(&self, record: &TypedRecord) -> Option<&str> {
        self.decision_of(record).map(|(_, project)| project)
    }

    fn decision_of(&self, record: &TypedRecord) -> Option<(&Subject, &str)> {
        if self.projects.is_empty() {
            return None;
        }
        let name = normalize_name(record.text(Field::ProjectName)?);
        let unit = record.unit_code.clone().unwrap_or_default();
        let investor = record.text(Field::Investor).map(company_core).unwrap_or_default();
        let any = String::new;
        let subjects = [(unit.clone(), investor.clone()), (any(), investor), (unit, any()), (any(), any())];
        subjects.into_iter().find_map(|(unit, investor)| {
            let (subject, project) = self.projects.get_key_value(&(unit, name.clone(), investor))?;
            Some((subject, project.as_str()))
        })
    }

    /// A finding for each decision that no record answers to, or whose project `exists` does not know.
    pub fn without_object(&self, records: &[TypedRecord], exists: impl Fn(&str) -> bool) -> Vec<Finding> {
        let met: BTreeSet<&Subject> = records
            .iter()
            .filter_map(|record| self.decision_of(record))
            .map(|(subject, _)| subject)
            .collect();
        let is_idle = |(subject, project): &(&Subject, &String)| {
            !met.contains(subject) || (project.as_str() != OWN && !exists(project))
        };
        let finding = |(subject, project): (&Subject, &String)| {
            let raw = format!("{} → {project}", told(subject));
            L608_DECISION_WITHOUT_OBJECT.draft("").raw(&raw).finish()
        };
        self.projects.iter().filter(is_idle).map(finding).collect()
    }
}

fn subject(decision: &LinkDecision) -> Subject {
    let unit = decision.unit_code.trim().to_owned();
    (unit, normalize_name(&decision.project_name), company_core(&decision.investor))
}

fn told((unit, name, investor): &Subject) -> String {
    let parts = [unit.as_str(), name.as_str(), investor.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(unit: &str, name: &str, project: &str) -> LinkDecision {
        LinkDecision {
            unit_code: unit.to_owned(),
            project_name: name.to_owned(),
            project_id: project.to_owned(),
            ..LinkDecision::default()
        }
    }

    fn record(name: &str) -> TypedRecord {
        let mut record = TypedRecord { unit_code: Some("CQ500105".to_owned()), ..TypedRecord::default() };
        record.texts.insert(Field::ProjectName, name.to_owned());
        record
    }

    #[test]
    fn the_narrowest_decision_is_followed() {
        let decisions = [
            decision("", "甲芯片项目", "A"),
            decision("CQ500105", "甲芯片（项目）", "X"),
            decision("CQ500105", "甲芯片", "B"),
        ];
        let (decided, findings) = Decided::new(&decisions);
        assert!(findings.is_empty());
        assert_eq!(decided.project_of(&record("甲芯片 项目")), Some("B"));
        assert_eq!(decided.project_of(&record("乙项目")), None);
    }

    #[test]
    fn contradictions_and_idle_decisions_are_told() {
        let decisions =
            [decision("", "甲芯片项目", "A"), decision("", "甲芯片", "B"), decision("", "丙项目", "C")];
        let (decided, findings) = Decided::new(&decisions);
        assert_eq!(findings[0].code, "L609");
        assert_eq!(decided.project_of(&record("甲芯片项目")), None);
        let idle = decided.without_object(&[record("甲芯片项目")], |_| true);
        assert_eq!(idle.len(), 1);
        assert!(idle[0].message_zh.contains("丙"));
    }
}
