//! Projects signed again at a later edition (重复签约): counted once under the first or the latest signing, or each by
//! itself, as the policy says.

use model::datasets::ledger_entries::LedgerEntry;
use model::policy::Resigned;

use crate::cell_rules::ledger_notes::signed_before_as;
use crate::ledger_book::LedgerBook;
use crate::linking::directory::Directory;

/// Applies the policy to the pairs that the remarks of the ledger name. The later signing is outside the tracked set
/// in the ledger: `original` leaves it there, `latest` gives event, edition and day of the later signing to the
/// project, and `separate` takes the later one in as a project of its own.
pub fn apply_policy(book: &mut LedgerBook, entries: &[LedgerEntry], policy: Resigned) {
    if policy == Resigned::Original {
        return;
    }
    for (first, later) in pairs(book, entries) {
        let Some(again) = book.projects.get(&later).cloned() else { continue };
        match policy {
            Resigned::Original => {}
            Resigned::Latest => {
                if let Some(project) = book.projects.get_mut(&first) {
                    project.event = again.event;
                    project.cohort = again.cohort;
                    project.sign_date = again.sign_date.or(project.sign_date);
                }
            }
            Resigned::Separate => {
                if let Some(project) = book.projects.get_mut(&later) {
                    project.tracked = true;
                    project.reason = None;
                }
            }
        }
    }
}

/// The first and the later signing of each pair, by number.
fn pairs(book: &LedgerBook, entries: &[LedgerEntry]) -> Vec<(String, String)> {
    let directory = Directory::new(book);
    let pair = |entry: &LedgerEntry| {
        let first = directory.number_of(&signed_before_as(entry.note.as_deref()?)?)?;
        (first != entry.ledger_no).then(|| (first, entry.ledger_no.clone()))
    };
    let mut pairs: Vec<(String, String)> = entries.iter().filter_map(pair).collect();
    pairs.sort();
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell_rules::rates::Rates;
    use crate::cell_rules::unit_names::UnitNames;

    fn book(policy: Resigned) -> LedgerBook {
        let line = |number: &str, cohort: &str, tracked, note: Option<&str>| LedgerEntry {
            ledger_no: number.to_owned(),
            cohort: Some(cohort.to_owned()),
            tracked: Some(tracked),
            note: note.map(str::to_owned),
            ..LedgerEntry::default()
        };
        let entries = [
            line("ZB2020-005", "2020", true, None),
            line("ZB2021-051", "2021", false, Some("与ZB2020-005重复")),
        ];
        let (mut book, _) = LedgerBook::new(&entries, &UnitNames::default(), &Rates::default());
        apply_policy(&mut book, &entries, policy);
        book
    }

    #[test]
    fn a_project_signed_again_counts_as_the_policy_says() {
        let cohort = |policy| book(policy).projects["ZB2020-005"].cohort.clone().unwrap();
        let both = |policy| book(policy).projects["ZB2021-051"].tracked;
        assert_eq!((cohort(Resigned::Original).as_str(), both(Resigned::Original)), ("2020", false));
        assert_eq!((cohort(Resigned::Latest).as_str(), both(Resigned::Latest)), ("2021", false));
        assert_eq!((cohort(Resigned::Separate).as_str(), both(Resigned::Separate)), ("2020", true));
    }
}
