//! Which of the amounts that arrived a label means (到位资金口径): total, year, month, or up to the month before.

use model::field::Field;

use crate::composed::{Concept, sure};
use crate::events::EVENTS;
use crate::lexicon::Cut;
use crate::words::Word;

/// Which of the four amounts that arrived: the leaf decides before the group.
pub fn arrived(own: &Cut, above: &Cut) -> Option<Concept> {
    if own.has_any(&[Word::Planned, Word::Next])
        || above.has_any(&[Word::Planned, Word::Next])
        || own.has_any(&EVENTS)
    {
        return None;
    }
    if let Some(found) = since_when(own, above) {
        return found;
    }
    if let Some(found) = since_when(above, &Cut::default()) {
        return found;
    }
    Some(Concept { field: Field::ArrivedTotal, confidence: 0.6, ambiguous: true, month: None, year: None })
}

/// The period that words name: nothing where they name none, and `Some(None)` where it is one that no field holds.
fn since_when(words: &Cut, above: &Cut) -> Option<Option<Concept>> {
    let cumulative = words.has_any(&[Word::Total, Word::GrandTotal, Word::Until]);
    let plain = |field| Some(sure(field, 0.95));
    if words.has(Word::Versus) {
        return Some(sure(Field::ArrivedMonth, 0.85));
    }
    if words.has(Word::Previous) {
        return if cumulative { plain(Field::ArrivedPrev) } else { Some(None) };
    }
    if words.has(Word::BeforeYear) || (words.has(Word::LastYear) && cumulative) {
        return Some(Some(before_this_year()));
    }
    if words.has(Word::LastYear) {
        return Some(None);
    }
    let has_range = words.words.iter().any(|word| matches!(word, Word::MonthRange(_)));
    if has_range || words.has(Word::ThisYear) {
        return plain(Field::ArrivedYear);
    }
    if let Some(found) = named_period(words, above, cumulative) {
        return Some(Some(found));
    }
    if words.has(Word::ThisMonth) {
        return if cumulative { Some(sure(Field::ArrivedTotal, 0.8)) } else { plain(Field::ArrivedMonth) };
    }
    cumulative.then(|| sure(Field::ArrivedTotal, 0.95))
}

/// `以前年度`, `截至上年底累计`: the total at the end of the year before, which the title dates.
const fn before_this_year() -> Concept {
    Concept {
        field: Field::ArrivedTotal,
        confidence: 0.9,
        ambiguous: false,
        month: Some((None, 12)),
        year: None,
    }
}

/// `7月`, `2023年`, `截至2023年7月`: a month or a year by its number.
fn named_period(words: &Cut, above: &Cut, cumulative: bool) -> Option<Concept> {
    let month =
        words.words.iter().find_map(|word| if let Word::Month(month) = word { Some(*month) } else { None });
    let own_year = year_of(words);
    let cumulative = cumulative && !words.has(Word::Subtotal);
    (month.is_some() || own_year.is_some()).then_some(())?;
    if cumulative {
        return sure(Field::ArrivedTotal, 0.95);
    }
    let (field, confidence) =
        if month.is_some() { (Field::ArrivedMonth, 0.9) } else { (Field::ArrivedYear, 0.85) };
    let month = month.map(|month| (own_year.or_else(|| year_of(above)), month));
    let year = if month.is_some() { None } else { own_year };
    Some(Concept { field, confidence, ambiguous: false, month, year })
}

fn year_of(words: &Cut) -> Option<i32> {
    words.words.iter().find_map(|word| if let Word::Year(year) = word { Some(*year) } else { None })
}
