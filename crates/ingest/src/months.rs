//! Columns of one month or one year each (分月列): which month or year, and which of them counts.

use model::field::Field;

use crate::concept::is_partial;
use crate::labels::Labels;
use crate::leaves::Leaf;
use crate::lexicon::cut;
use crate::words::Word;

/// Columns of months get their years: from themselves, from the column before, from the title. One month alone is
/// the month of the return.
pub fn settle_months(leaves: &mut [Leaf], title_year: Option<i32>) {
    let is_month =
        |leaf: &Leaf| leaf.meaning.field == Some(Field::ArrivedMonth) && leaf.meaning.month.is_some();
    if leaves.iter().filter(|leaf| is_month(leaf)).count() < 2 {
        leaves.iter_mut().filter(|leaf| is_month(leaf)).for_each(|leaf| leaf.meaning.month = None);
        return;
    }
    let mut last: Option<(i32, u32)> = None;
    for leaf in leaves.iter_mut().filter(|leaf| is_month(leaf)) {
        let Some((year, month)) = leaf.meaning.month else { continue };
        let carried = last.map(|(year, before)| if month < before { year + 1 } else { year });
        let year = year.or(carried).or(title_year);
        leaf.meaning.month = Some((year, month));
        last = year.map(|year| (year, month)).or(last);
    }
    let first_year = leaves.iter().filter_map(|leaf| leaf.meaning.month?.0).min();
    for leaf in leaves.iter_mut().filter(|leaf| leaf.meaning.field == Some(Field::ArrivedTotal)) {
        if year_named(leaf).is_some_and(|year| first_year.is_some_and(|first| year < first)) {
            leaf.meaning.field = None;
        }
    }
}

/// The year that a leaf itself names: `截至2022年底累计` beside the months of 2023 is no total.
fn year_named(leaf: &Leaf) -> Option<i32> {
    let words = cut(&leaf.key()).words;
    words.iter().find_map(|word| if let Word::Year(year) = word { Some(*year) } else { None })
}

/// Columns that are named by months alone mean what the title says.
pub fn read_months_by_title(labels: &Labels<'_>, leaves: &mut [Leaf]) {
    let is_period = |leaf: &Leaf| leaf.meaning.field.is_none() && is_partial(&leaf.key());
    let is_month = |leaf: &&Leaf| {
        is_period(leaf) && cut(&leaf.key()).words.iter().any(|word| matches!(word, Word::Month(_)))
    };
    if leaves.iter().filter(is_month).count() < 2 {
        return;
    }
    for leaf in leaves.iter_mut().filter(|leaf| is_period(leaf)) {
        let mut path = vec!["到位资金"];
        path.extend(leaf.path.iter().map(String::as_str));
        leaf.meaning = labels.meaning(&path);
    }
}

/// Of several columns for one year each, the latest is the year to date.
pub fn settle_years(leaves: &mut [Leaf]) {
    let latest = leaves.iter().filter_map(|leaf| leaf.meaning.year).max();
    for leaf in leaves.iter_mut().filter(|leaf| leaf.meaning.year.is_some() && leaf.meaning.year < latest) {
        leaf.meaning.field = None;
    }
}
