//! How projects hang together (项目关系): phases, parts, mergers, projects signed again, moves between units, units that
//! carry one together, and who was taken into the tracked set or left it, each with month and source.

use std::collections::BTreeMap;

use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::relations::Relation;
use model::date::Date;
use model::field::Field;
use model::month::Month;

use crate::cell_rules::ledger_notes::{
    is_invested_again, is_upgraded, joint_units, merged_into, month_told, moved_to, signed_before_as,
};
use crate::cell_rules::project_names::{phase_of, without_phase};
use crate::cell_rules::unit_names::UnitNames;
use crate::judged_record::JudgedRecord;
use crate::ledger_book::LedgerBook;
use crate::linking::directory::Directory;
use crate::linking::likeness::same_company;

/// The related side of `included`, `left_out` and `removed`.
const TRACKED_SET: &str = "tracked";

/// Every relation, sorted by key; what ledger and returns both say is told once, from the ledger.
pub fn relations(
    judged: &[JudgedRecord],
    entries: &[LedgerEntry],
    book: &LedgerBook,
    units: &UnitNames,
) -> Vec<Relation> {
    let directory = Directory::new(book);
    let mut relations: Vec<Relation> =
        entries.iter().flat_map(|entry| of_entry(entry, &directory, units)).collect();
    relations.extend(phases(book));
    relations.extend(parts(judged));
    relations.extend(moves(judged));
    relations.extend(joint_reports(judged));
    relations.retain(|relation| relation.project_id != relation.related_id);
    let key = |relation: &Relation| {
        (relation.project_id.clone(), relation.kind.clone(), relation.related_id.clone())
    };
    relations.sort_by_key(key);
    relations.dedup_by(|later, kept| key(later) == key(kept));
    relations
}

fn relation(project_id: &str, kind: &str, related_id: &str, from: Option<Date>, source: String) -> Relation {
    Relation {
        project_id: project_id.to_owned(),
        kind: kind.to_owned(),
        related_id: related_id.to_owned(),
        from_month: from.map(|day| Month::of(day).last_day()),
        source,
    }
}

/// The dated decision about the tracked set.
fn of_tracking(entry: &LedgerEntry, directory: &Directory<'_>, place: &str) -> Option<Relation> {
    let (tracked, decided) = (entry.tracked?, entry.decided_at?);
    let was_tracked = directory.project(&entry.ledger_no).is_some_and(|project| project.was_ever_tracked());
    let kind = match (tracked, was_tracked) {
        (true, _) => "included",
        (false, true) => "removed",
        (false, false) => "left_out",
    };
    let reason = entry.reason.as_ref().map(|reason| format!("：{reason}")).unwrap_or_default();
    Some(relation(&entry.ledger_no, kind, TRACKED_SET, Some(decided), format!("{place}{reason}")))
}

/// What a line of the ledger and its remark say.
fn of_entry(entry: &LedgerEntry, directory: &Directory<'_>, units: &UnitNames) -> Vec<Relation> {
    let number = entry.ledger_no.as_str();
    let place = format!("{} › {}!{}", entry.file, entry.sheet, entry.address);
    let mut found: Vec<Relation> = of_tracking(entry, directory, &place).into_iter().collect();
    let Some(note) = entry.note.as_deref() else { return found };
    let source = format!("{place}：{note}");
    let told = month_told(note).map(Month::last_day);
    let resolve = |named: String| directory.number_of(&named);
    if let Some(whole) = merged_into(note).and_then(resolve) {
        found.push(relation(number, "merged_into", &whole, told.or(entry.decided_at), source.clone()));
    }
    if let Some(first) = signed_before_as(note).and_then(resolve) {
        let signed = directory.project(number).and_then(|project| project.sign_date);
        found.push(relation(&first, "resigned_as", number, signed.or(entry.sign_date), source.clone()));
    }
    if let Some((month, _)) = moved_to(note, units) {
        let former = directory.project(number).and_then(|project| project.unit_code.clone());
        found.extend(
            former.map(|former| {
                relation(number, "moved_from", &former, Some(month.last_day()), source.clone())
            }),
        );
    }
    let own = directory.project(number).and_then(|project| project.unit_code.clone());
    let others = joint_units(note, units).into_iter().filter(|unit| Some(unit) != own.as_ref());
    found.extend(others.map(|unit| relation(number, "reported_with", &unit, told, source.clone())));
    for (kind, says) in [("upgraded", is_upgraded(note)), ("invested_again", is_invested_again(note))] {
        if says {
            let month = told.map(|day| Month::of(day).to_string()).unwrap_or_default();
            found.push(relation(number, kind, &month, told, source.clone()));
        }
    }
    found
}

/// The later phases of a project that the ledger lists beside the first: the same investor and the same name but for
/// the phase. Each keeps its own number and counts by itself.
fn phases(book: &LedgerBook) -> Vec<Relation> {
    let name_of = |number: &str| book.projects[number].names.first().map(String::as_str).unwrap_or("");
    let mut families: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for number in book.projects.keys() {
        families.entry(without_phase(name_of(number))).or_default().push(number);
    }
    let mut found = Vec::new();
    for family in families.values().filter(|family| family.len() > 1) {
        let phase = |number: &str| phase_of(name_of(number)).unwrap_or(1);
        let Some(first) = family.iter().min_by_key(|number| (phase(number), **number)) else { continue };
        let of_one_investor = |other: &&&str| {
            let investor = |number: &str| book.projects[number].investor.clone();
            investor(first).zip(investor(other)).is_none_or(|(left, right)| same_company(&left, &right))
        };
        let later = family.iter().filter(|number| phase(number) > phase(first)).filter(of_one_investor);
        found.extend(later.map(|number| {
            let signed = book.projects[*number].sign_date;
            let source = format!("{} / {}", name_of(first), name_of(number));
            relation(number, "phase_of", first, signed, source)
        }));
    }
    found
}

/// The parts that are reported instead of their whole, from the first month that has them.
fn parts(judged: &[JudgedRecord]) -> Vec<Relation> {
    let is_part = |judged: &&JudgedRecord| judged.linked.counted_project_id != judged.linked.link.project_id;
    first_of_each(judged.iter().filter(is_part), |judged| judged.linked.link.project_id.clone())
        .into_iter()
        .map(|judged| {
            let linked = &judged.linked;
            relation(
                &linked.link.project_id,
                "split_from",
                &linked.counted_project_id,
                month(judged),
                place(judged),
            )
        })
        .collect()
}

/// The unit that reported a project before another one did, from the first month of the other one.
fn moves(judged: &[JudgedRecord]) -> Vec<Relation> {
    let mut found = Vec::new();
    for (project, months) in units_by_month(judged) {
        let mut last: Option<&str> = None;
        for records in months.values() {
            let Some(record) = records.iter().find(|judged| judged.counts()) else { continue };
            let unit = record.record.unit_code.as_deref();
            if let Some((before, now)) = last.zip(unit).filter(|(before, now)| before != now) {
                let still_reported =
                    records.iter().any(|judged| judged.record.unit_code.as_deref() == Some(before));
                if !still_reported && now != before {
                    found.push(relation(project, "moved_from", before, month(record), place(record)));
                }
            }
            last = unit.or(last);
        }
    }
    found
}

/// The units that report a project beside the one that counts, from the first month in which both do.
fn joint_reports(judged: &[JudgedRecord]) -> Vec<Relation> {
    let mut found = BTreeMap::new();
    for (project, months) in units_by_month(judged) {
        for records in months.values() {
            let Some(counted) = records.iter().find(|judged| judged.counts()) else { continue };
            let others = records.iter().filter(|judged| judged.record.unit_code != counted.record.unit_code);
            for other in others {
                let Some(unit) = other.record.unit_code.clone() else { continue };
                found
                    .entry((project, unit.clone()))
                    .or_insert_with(|| relation(project, "reported_with", &unit, month(other), place(other)));
            }
        }
    }
    found.into_values().collect()
}

type ByMonth<'a> = BTreeMap<Month, Vec<&'a JudgedRecord>>;

/// The records of returns in force by project and month.
fn units_by_month(judged: &[JudgedRecord]) -> BTreeMap<&str, ByMonth<'_>> {
    let mut by_project: BTreeMap<&str, ByMonth<'_>> = BTreeMap::new();
    for judged in judged.iter().filter(|judged| judged.in_force) {
        let Some(month) = judged.record.period else { continue };
        let months = by_project.entry(&judged.linked.link.project_id).or_default();
        months.entry(month).or_default().push(judged);
    }
    by_project
}

/// Of each key the record of the earliest month.
fn first_of_each<'a>(
    judged: impl Iterator<Item = &'a JudgedRecord>,
    key: impl Fn(&JudgedRecord) -> String,
) -> Vec<&'a JudgedRecord> {
    let mut first: BTreeMap<String, &JudgedRecord> = BTreeMap::new();
    let time = |judged: &JudgedRecord| (judged.record.period, judged.record.record.record_id.clone());
    for judged in judged {
        let kept = first.entry(key(judged)).or_insert(judged);
        if time(judged) < time(kept) {
            *kept = judged;
        }
    }
    first.into_values().collect()
}

fn month(judged: &JudgedRecord) -> Option<Date> {
    judged.record.period.map(Month::last_day)
}

fn place(judged: &JudgedRecord) -> String {
    let record = &judged.record;
    let address = match record.place(Field::ProjectName) {
        "" => record.record.area().to_string(),
        address => address.to_owned(),
    };
    format!("{} › {}!{address}", record.file, record.record.sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell_rules::rates::Rates;
    use crate::linking::linked::Linked;
    use crate::typed_record::TypedRecord;

    fn reported(project: &str, counted: &str, month: &str, unit: &str) -> JudgedRecord {
        let mut record = TypedRecord { period: month.parse().ok(), ..TypedRecord::default() };
        record.unit_code = Some(unit.to_owned());
        record.record.record_id = format!("{month}-{project}-{unit}");
        let mut linked = Linked::own(&record, project, "ledger_no", 1.0);
        linked.counted_project_id = counted.to_owned();
        JudgedRecord { record, linked, in_force: true, ..JudgedRecord::default() }
    }

    fn told(judged: &[JudgedRecord], entries: &[LedgerEntry]) -> Vec<(String, String, String, String)> {
        let (book, _) = LedgerBook::new(entries, &UnitNames::default(), &Rates::default());
        relations(judged, entries, &book, &UnitNames::default())
            .into_iter()
            .map(|relation| {
                let from = relation.from_month.map(|day| day.to_string()).unwrap_or_default();
                (relation.project_id, relation.kind, relation.related_id, from)
            })
            .collect()
    }

    fn expected(rows: &[(&str, &str, &str, &str)]) -> Vec<(String, String, String, String)> {
        let text = |text: &str| text.to_owned();
        rows.iter().map(|row| (text(row.0), text(row.1), text(row.2), text(row.3))).collect()
    }

    #[test]
    fn returns_tell_of_parts_and_moves() {
        let judged = [
            reported("A-1", "A", "2023-04", "U1"),
            reported("A-1", "A", "2023-03", "U1"),
            reported("B", "B", "2023-03", "U1"),
            reported("B", "B", "2023-04", "U2"),
        ];
        let rows = [("A-1", "split_from", "A", "2023-03-31"), ("B", "moved_from", "U1", "2023-04-30")];
        assert_eq!(told(&judged, &[]), expected(&rows));
    }

    #[test]
    fn the_ledger_tells_of_mergers_phases_and_the_tracked_set() {
        let line = |number: &str, name: &str, note: Option<&str>| LedgerEntry {
            ledger_no: number.to_owned(),
            name: Some(name.to_owned()),
            investor: Some("甲公司".to_owned()),
            note: note.map(str::to_owned),
            ..LedgerEntry::default()
        };
        let mut gone = line("ZB2020-002", "乙电池项目", Some("并入ZB2020-001"));
        gone.tracked = Some(false);
        gone.decided_at = "2023-02-28".parse().ok();
        let entries =
            [line("ZB2020-001", "甲芯片项目", None), line("ZB2020-003", "甲芯片二期项目", None), gone];
        let rows = [
            ("ZB2020-002", "left_out", "tracked", "2023-02-28"),
            ("ZB2020-002", "merged_into", "ZB2020-001", "2023-02-28"),
            ("ZB2020-003", "phase_of", "ZB2020-001", ""),
        ];
        assert_eq!(told(&[], &entries), expected(&rows));
    }
}
