//! Columns of one month or one year each (分月列): which month or year, and which of them counts.

use model::field::Field;

use crate::concept::is_partial;
use crate::labels::Labels;
use crate::leaves::Leaf;
use crate::lexicon::cut;
use crate::meaning::{Meaning, Method};
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
    let first = leaves.iter().filter(|leaf| is_month(leaf)).filter_map(|leaf| leaf.meaning.month).min();
    let Some((Some(first_year), first_month)) = first else { return };
    take_time_before(leaves, first_year);
    for leaf in leaves.iter_mut().filter(|leaf| leaf.meaning.field == Some(Field::ArrivedTotal)) {
        let (year, month) = named(leaf);
        let Some(year) = year else { continue };
        let is_before =
            month.is_none() && year <= first_year || (year, month.unwrap_or(12)) < (first_year, first_month);
        if is_before && cut(&leaf.key).has_any(&BEFORE) {
            leaf.meaning.month = Some((None, 12));
        }
    }
    settle_sums(leaves, first_year);
}

/// Beside the months of a year, a time before it and nothing else (`2022年底前`) is what had arrived until then.
fn take_time_before(leaves: &mut [Leaf], year: i32) {
    let is_before = |leaf: &&mut Leaf| {
        let words = cut(&leaf.key);
        let is_past = words.has(Word::Year(year - 1)) && words.has(Word::Until);
        leaf.meaning.field.is_none() && is_partial(&leaf.key) && (is_past || words.has(Word::BeforeYear))
    };
    for leaf in leaves.iter_mut().filter(is_before) {
        let total = Meaning::new(Field::ArrivedTotal, Method::Contained, 0.8);
        leaf.meaning = Meaning { month: Some((None, 12)), ..total };
    }
}

/// Beside the months of a year, `2023年小计` is the year to date.
fn settle_sums(leaves: &mut [Leaf], year: i32) {
    for leaf in leaves.iter_mut().filter(|leaf| leaf.meaning.field.is_none()) {
        let words = cut(&leaf.key);
        let is_sum = words.has_any(&[Word::Subtotal, Word::Total]) && words.unexplained == 0;
        if is_sum && (words.has(Word::Year(year)) || words.has(Word::ThisYear)) {
            leaf.meaning = Meaning::new(Field::ArrivedYear, Method::Contained, 0.85);
        }
    }
}

/// Year and month that a leaf itself names: `截至2022年底累计` beside the months of 2023 is the total of another month.
fn named(leaf: &Leaf) -> (Option<i32>, Option<u32>) {
    let words = cut(&leaf.key).words;
    let year = words.iter().find_map(|word| if let Word::Year(year) = word { Some(*year) } else { None });
    let month = words.iter().find_map(|word| if let Word::Month(month) = word { Some(*month) } else { None });
    (year, month)
}

/// Words of a total up to some time.
const BEFORE: [Word; 3] = [Word::Until, Word::LastYear, Word::Total];

/// Totals up to the months beside them (`以前年度到位`, `2022年底以前`) get the month before the first of these; without
/// such months the last one of the year before that of the title. Where nothing dates them, they are no total.
pub fn settle_totals_before(leaves: &mut [Leaf], title_year: Option<i32>) {
    let months = leaves.iter().filter(|leaf| leaf.meaning.field == Some(Field::ArrivedMonth));
    let dated = months.filter_map(|leaf| leaf.meaning.month).filter_map(|(year, month)| Some((year?, month)));
    let before = match dated.min() {
        Some((year, 1)) => Some((year - 1, 12)),
        Some((year, month)) => Some((year, month - 1)),
        None => title_year.map(|year| (year - 1, 12)),
    };
    for leaf in leaves.iter_mut().filter(|leaf| is_total_before(leaf)) {
        match before {
            Some((year, month)) => leaf.meaning.month = Some((Some(year), month)),
            None => leaf.meaning = Meaning::UNKNOWN,
        }
    }
}

/// Whether one of the columns is what had arrived before the months beside it.
pub fn has_total_before(leaves: &[Leaf]) -> bool {
    leaves.iter().any(is_total_before)
}

/// A total that is dated is one up to some time before the months.
fn is_total_before(leaf: &Leaf) -> bool {
    leaf.meaning.field == Some(Field::ArrivedTotal) && leaf.meaning.month.is_some()
}

/// Columns that are named by months alone mean what the title says, or the total before them.
pub fn read_months_by_title(labels: &Labels<'_>, leaves: &mut [Leaf]) {
    let is_period = |leaf: &Leaf| leaf.meaning.field.is_none() && is_partial(&leaf.key);
    let is_month = |leaf: &&Leaf| {
        is_period(leaf) && cut(&leaf.key).words.iter().any(|word| matches!(word, Word::Month(_)))
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
