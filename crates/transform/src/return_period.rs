//! The month a return speaks of (报告期): what its titles, captions, names and receipt say, weighed against each other.

use model::datasets::findings::Finding;
use model::date::Date;
use model::findings::{R112_PERIOD_UNKNOWN, R114_PERIOD_CONFLICT};
use model::form::{Form, Place};
use model::month::Month;
use model::reading::{Reading, Role};

use crate::cell_rules::periods::{PeriodKind, find_period};
use crate::received::ReceivedFile;

/// One place that names a month.
struct Vote {
    place: Place,
    month: Month,
    weight: u32,
    sheet: Option<String>,
    address: Option<String>,
    raw: String,
}

/// The month of a return. Titles and names weigh most; a day of sending or receipt speaks for the month before and
/// only tips the balance. What contradicts the outcome in a title or caption is a finding.
pub fn find_return_period(
    received: &ReceivedFile,
    reading: &Reading,
    form: &Form,
) -> (Option<Month>, Vec<Finding>) {
    let votes = votes(received, reading, form);
    let Some(period) = winner(&votes, form) else {
        return (None, vec![R112_PERIOD_UNKNOWN.draft(&reading.return_id).finish()]);
    };
    let conflicts = votes.iter().filter(|vote| vote.month != period && vote.weight >= 3);
    let findings = conflicts
        .map(|vote| {
            let mut draft =
                R114_PERIOD_CONFLICT.draft(&reading.return_id).raw(&vote.raw).expected(period.to_string());
            if let Some(sheet) = &vote.sheet {
                draft = draft.sheet(sheet);
            }
            draft.address(vote.address.as_deref().unwrap_or("")).finish()
        })
        .collect();
    (Some(period), findings)
}

/// Where a return names its month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodPlace {
    /// Sheet; nothing where the name of the file or a folder says it, or the time of receipt.
    pub sheet: Option<String>,
    /// The cell, or `(file)`, `(sheet)`, `(folder)` or `(received)`.
    pub address: String,
    /// The text.
    pub raw: String,
}

/// Every place that names the month of a return, in reading order.
pub fn places_of_period(
    received: &ReceivedFile,
    reading: &Reading,
    form: &Form,
    period: Month,
) -> Vec<PeriodPlace> {
    let speaking = votes(received, reading, form).into_iter().filter(|vote| vote.month == period);
    let place = |vote: Vote| {
        let name = match vote.place {
            Place::FileName => "(file)",
            Place::Folder => "(folder)",
            Place::Received => "(received)",
            _ => "(sheet)",
        };
        // the name of a sheet stands nowhere but over the sheet itself
        let sheet = if vote.place == Place::Sheet { Some(vote.raw.clone()) } else { vote.sheet };
        PeriodPlace { address: vote.address.unwrap_or_else(|| name.to_owned()), sheet, raw: vote.raw }
    };
    speaking.map(place).collect()
}

fn winner(votes: &[Vote], form: &Form) -> Option<Month> {
    let rank = |place: Place| form.period_from.iter().position(|known| *known == place).unwrap_or(usize::MAX);
    let mut months: Vec<Month> = votes.iter().map(|vote| vote.month).collect();
    months.sort_unstable();
    months.dedup();
    months.into_iter().max_by_key(|month| {
        let speaking = || votes.iter().filter(|vote| vote.month == *month);
        let best_place = speaking().filter(|vote| vote.weight >= 3).map(|vote| rank(vote.place)).min();
        let mut places: Vec<(Place, u32)> = speaking().map(|vote| (vote.place, vote.weight)).collect();
        places.sort_unstable_by_key(|(place, weight)| (*place, std::cmp::Reverse(*weight)));
        places.dedup_by_key(|(place, _)| *place);
        let weight: u32 = places.iter().map(|(_, weight)| weight).sum();
        (weight, std::cmp::Reverse(best_place.unwrap_or(usize::MAX)), *month)
    })
}

fn votes(received: &ReceivedFile, reading: &Reading, form: &Form) -> Vec<Vote> {
    let receipt = receipt_month(received);
    let asks = |place| form.period_from.contains(&place);
    let mut votes = Vec::new();
    let name = received.file.rsplit('/').next().unwrap_or(&received.file);
    let year_from = receipt.or_else(|| folder_month(received));
    if asks(Place::Title) {
        votes.extend(title_votes(reading, year_from));
    }
    if asks(Place::FileName) {
        votes.extend(text_vote(Place::FileName, stem(name), year_from, 3));
    }
    if asks(Place::Sheet) {
        let sheets = reading.sheets.iter().filter(|sheet| !sheet.hidden && has_records(reading, &sheet.name));
        votes.extend(sheets.filter_map(|sheet| text_vote(Place::Sheet, &sheet.name, year_from, 3)));
    }
    if asks(Place::Received) {
        votes.extend(receipt.map(|month| Vote::of(Place::Received, month.plus(-1), 1)));
    }
    if asks(Place::Folder) && votes.is_empty() {
        votes.extend(folder_month(received).map(|month| Vote::of(Place::Folder, month, 1)));
    }
    votes
}

/// Titles of sheets that hold records: a copy of last month's sheet has no say.
fn title_votes(reading: &Reading, year_from: Option<Month>) -> Vec<Vote> {
    let mut votes = Vec::new();
    for sheet in reading.sheets.iter().filter(|sheet| has_records(reading, &sheet.name)) {
        for cell in sheet.cells.iter().filter(|cell| matches!(cell.role, Role::Title | Role::Caption)) {
            let text = cell.content.text();
            let Some(mut vote) = text_vote(Place::Title, &text, year_from, 3) else { continue };
            vote.sheet = Some(sheet.name.clone());
            vote.address = Some(cell.address().to_string());
            votes.push(vote);
        }
    }
    votes
}

fn text_vote(place: Place, text: &str, year_from: Option<Month>, weight: u32) -> Option<Vote> {
    let found = find_period(text, year_from)?;
    let place = if found.kind == PeriodKind::SentOn { Place::Received } else { place };
    let weight = if found.kind == PeriodKind::SentOn { 1 } else { weight };
    Some(Vote { raw: text.to_owned(), ..Vote::of(place, found.month, weight) })
}

impl Vote {
    fn of(place: Place, month: Month, weight: u32) -> Vote {
        Vote { place, month, weight, sheet: None, address: None, raw: String::new() }
    }
}

/// Whether a sheet speaks for the return: it holds records or, in a nil return, a table.
pub fn has_records(reading: &Reading, sheet: &str) -> bool {
    match reading.records.is_empty() {
        true => reading.columns.iter().any(|column| column.sheet == sheet),
        false => reading.records.iter().any(|record| record.sheet == sheet),
    }
}

fn receipt_month(received: &ReceivedFile) -> Option<Month> {
    let day: Date = received.received_at.as_deref()?.get(..10)?.parse().ok()?;
    Some(Month::of(day))
}

/// The month that a folder is named after: `202303`, `2023-03`, `2023年3月`.
fn folder_month(received: &ReceivedFile) -> Option<Month> {
    let folders = received.file.rsplit('/').skip(1);
    folders.filter_map(|folder| find_period(folder, None)).map(|found| found.month).next()
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::received::FileContent;
    use model::cell_address::CellAddress;
    use model::datasets::records::Record;
    use model::reading::{Cell, Content, Sheet};

    fn check(file: &str, title: &str, received_at: Option<&str>, expected: Option<&str>, n_findings: usize) {
        let reading = Reading {
            sheets: vec![Sheet {
                name: "Sheet1".to_owned(),
                cells: vec![title_cell(title)],
                ..Sheet::default()
            }],
            records: vec![Record { sheet: "Sheet1".to_owned(), ..Record::default() }],
            ..Reading::default()
        };
        let received = ReceivedFile {
            file: file.to_owned(),
            bytes: 1,
            return_id: String::new(),
            received_at: received_at.map(str::to_owned),
            content: FileContent::Skipped { reason: String::new() },
        };
        let (period, findings) = find_return_period(&received, &reading, &Form::default());
        let found = (period.map(|month| month.to_string()), findings.len());
        assert_eq!(found, (expected.map(str::to_owned), n_findings), "{file} {title}");
    }

    fn title_cell(title: &str) -> Cell {
        let CellAddress { row, col } = CellAddress::new(1, 1);
        let content = Content::Text(title.to_owned());
        Cell { row, col, content, number_format: None, has_formula: false, hidden: false, role: Role::Title }
    }

    #[test]
    fn title_and_name_agree_or_receipt_decides() {
        let march = Some("2023-04-06T09:00:00+08:00");
        check("202304/渝北3月报.xlsx", "渝北区情况表（截至2023年3月31日）", march, Some("2023-03"), 0);
        check("202304/渝北3月报.xlsx", "渝北区情况表（截至2023年2月28日）", march, Some("2023-03"), 1);
        check("202304/渝北招商局报送.xlsx", "渝北区情况表（截至2023年3月底）", None, Some("2023-03"), 0);
        check("a.xlsx", "渝北区情况表", march, Some("2023-03"), 0);
        check("a.xlsx", "渝北区情况表", None, None, 1);
    }

    #[test]
    fn the_places_that_name_the_month_are_told() {
        let sheet = Sheet {
            name: "Sheet1".to_owned(),
            cells: vec![title_cell("截至2023年3月底")],
            ..Sheet::default()
        };
        let record = Record { sheet: "Sheet1".to_owned(), ..Record::default() };
        let reading = Reading { sheets: vec![sheet], records: vec![record], ..Reading::default() };
        let received = ReceivedFile {
            file: "渝北3月报2023.3.xlsx".to_owned(),
            bytes: 1,
            return_id: String::new(),
            received_at: None,
            content: FileContent::Skipped { reason: String::new() },
        };
        let told = |month: &str| -> Vec<String> {
            let places = places_of_period(&received, &reading, &Form::default(), month.parse().unwrap());
            places.into_iter().map(|place| format!("{} {}", place.address, place.raw)).collect()
        };
        assert_eq!(told("2023-03"), ["A1 截至2023年3月底", "(file) 渝北3月报2023.3"]);
        assert!(told("2023-02").is_empty());
    }
}
