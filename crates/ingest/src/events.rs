//! Dates and ticks of events (开工、投产 …): which event a label names, and whether it wants a date or a tick.

use model::field::Field;

use crate::composed::{Concept, sure};
use crate::lexicon::Cut;
use crate::words::Word;

/// Words for events.
pub const EVENTS: [Word; 9] = [
    Word::Sign,
    Word::Register,
    Word::Start,
    Word::Production,
    Word::Complete,
    Word::FullCapacity,
    Word::Land,
    Word::Statistics,
    Word::Scale,
];

/// Dates and ticks of events.
pub fn event(own: &Cut, above: &Cut) -> Option<Concept> {
    let own_event = last_event(own);
    let event = own_event.or_else(|| last_event(above))?;
    let planned = own.has(Word::Planned) || (above.has(Word::Planned) && !own.has(Word::Actual));
    let is_time = own.has(Word::Time) || (above.has(Word::Time) && !own.has(Word::Whether));
    if is_time {
        return sure(date_of(event, planned)?, 0.9);
    }
    let is_money = own.has_any(&[Word::Money, Word::Invest, Word::Contract]);
    if own.has(Word::Planned) && own_event.is_some() && !is_money && own.unexplained == 0 {
        return sure(date_of(event, true)?, 0.8); // 预计动工
    }
    let ticked = own.has(Word::Whether) || above.has(Word::Whether) || own.has(Word::Already);
    if own_event.is_none() || planned || is_money {
        return None;
    }
    let rest = own
        .words
        .iter()
        .all(|word| EVENTS.contains(word) || matches!(word, Word::Whether | Word::Already | Word::Filler));
    (rest && own.unexplained == 0).then_some(())?;
    sure(tick_of(event)?, if ticked { 0.95 } else { 0.6 })
}

fn last_event(words: &Cut) -> Option<Word> {
    words.words.iter().copied().rev().find(|word| EVENTS.contains(word))
}

fn date_of(event: Word, planned: bool) -> Option<Field> {
    match (event, planned) {
        (Word::Start, true) => Some(Field::PlannedStart),
        (Word::Production | Word::Complete | Word::FullCapacity, true) => Some(Field::PlannedProduction),
        (_, true) => None,
        (Word::Sign, _) => Some(Field::SignDate),
        (Word::Register, _) => Some(Field::RegisterDate),
        (Word::Start, _) => Some(Field::StartDate),
        (Word::Production, _) => Some(Field::ProductionDate),
        (Word::Complete, _) => Some(Field::CompletionDate),
        (Word::Land, _) => Some(Field::LandDate),
        (Word::Statistics, _) => Some(Field::StatDbDate),
        (Word::Scale, _) => Some(Field::AboveScaleDate),
        _ => None,
    }
}

fn tick_of(event: Word) -> Option<Field> {
    match event {
        Word::Sign => Some(Field::IsSigned),
        Word::Register => Some(Field::IsRegistered),
        Word::Start => Some(Field::IsStarted),
        Word::Production => Some(Field::IsProduction),
        Word::Complete => Some(Field::IsCompleted),
        Word::FullCapacity => Some(Field::IsFullCapacity),
        Word::Land => Some(Field::IsLandSupplied),
        Word::Statistics => Some(Field::InStatDb),
        Word::Scale => Some(Field::IsAboveScale),
        _ => None,
    }
}
