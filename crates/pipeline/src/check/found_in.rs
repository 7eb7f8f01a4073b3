//! Where a workbook says whose it is and of which month (出处): the places that the form asks, in its order.

use model::form::{Form, Place};
use model::month::Month;
use model::reading::{Reading, Role};
use transform::cell_rules::periods::find_period;
use transform::received::ReceivedFile;
use transform::return_period::find_return_period;
use transform::return_unit::find_return_unit;

use crate::check::checked::FoundIn;
use crate::check::judgement::Judgement;
use crate::check::rules::Rules;

/// The unit, and the first place that names it.
pub(crate) fn unit_found(
    judgement: &Judgement,
    received: &ReceivedFile,
    reading: &Reading,
    rules: &Rules,
) -> Option<FoundIn> {
    let code = judgement.unit_code.as_ref()?;
    let on = judgement.period.map(Month::last_day);
    let form = &rules.settings.form;
    let says = |place: &Place| {
        let alone = Form { unit_from: vec![*place], ..form.clone() };
        find_return_unit(received, reading, &rules.vocabulary, &alone, on).0.as_ref() == Some(code)
    };
    let place = form.unit_from.iter().copied().find(says);
    let names_it = |text: &str| {
        let named = rules.vocabulary.units.find_in(text, on);
        named.is_some_and(|(named, _)| &named == code)
    };
    Some(FoundIn {
        value: code.clone(),
        name: rules.vocabulary.unit_name(code).to_owned(),
        place: place.map_or("", word).to_owned(),
        address: title_cell(place, reading, names_it),
    })
}

/// The month, and the first place that names it.
pub(crate) fn period_found(
    judgement: &Judgement,
    received: &ReceivedFile,
    reading: &Reading,
    rules: &Rules,
) -> Option<FoundIn> {
    let month = judgement.period?;
    let form = &rules.settings.form;
    let says = |place: &Place| {
        let alone = Form { period_from: vec![*place], ..form.clone() };
        find_return_period(received, reading, &alone).0 == Some(month)
    };
    let place = form.period_from.iter().copied().find(says);
    let names_it = |text: &str| find_period(text, Some(month)).is_some_and(|found| found.month == month);
    Some(FoundIn {
        value: month.to_string(),
        name: month.to_string(),
        place: place.map_or("", word).to_owned(),
        address: title_cell(place, reading, names_it),
    })
}

/// The first title or caption that names it, where titles were the place.
fn title_cell(place: Option<Place>, reading: &Reading, names_it: impl Fn(&str) -> bool) -> Option<String> {
    place.filter(|place| *place == Place::Title)?;
    let has_records = |name: &str| reading.records.iter().any(|record| record.sheet == name);
    let cells = reading.sheets.iter().filter(|sheet| has_records(&sheet.name)).flat_map(|sheet| &sheet.cells);
    let mut titles = cells.filter(|cell| matches!(cell.role, Role::Title | Role::Caption));
    titles.find(|cell| names_it(&cell.content.text())).map(|cell| cell.address().to_string())
}

const fn word(place: Place) -> &'static str {
    match place {
        Place::Column => "column",
        Place::Group => "group",
        Place::Title => "title",
        Place::Sheet => "sheet",
        Place::FileName => "file_name",
        Place::Folder => "folder",
        Place::Received => "received",
        Place::Ledger => "ledger",
        Place::SignDate => "sign_date",
    }
}
