//! Events and their editions (签约活动、届次).

use model::reading::Content;
use model::reference::Edition;

use crate::cell_rules::edition_years::{
    is_edition_year, is_month, leading_year, only_year, ordinal_before, with_year_in_digits, year_before,
};
use crate::cell_rules::text::{missing_rule, plain};

/// The events of `editions.csv`.
#[derive(Debug, Clone, Default)]
pub struct Events {
    /// Every name of an event with its usual name, longest first.
    names: Vec<(String, String)>,
    /// Usual name and years of each event, in order.
    years: Vec<(String, Vec<String>)>,
}

/// Other names of events that returns mention.
const OTHER_NAMES: [(&str, &str); 14] = [
    ("中国国际智能产业博览会", "智博会"),
    ("国际智能产业博览会", "智博会"),
    ("智能产业博览会", "智博会"),
    ("线上智博会", "智博会"),
    ("智博会", "智博会"),
    ("SMARTCHINAEXPO", "智博会"),
    ("世界智能产业博览会", "世界智能产业博览会"),
    ("中国西部国际投资贸易洽谈会", "西洽会"),
    ("西部国际投资贸易洽谈会", "西洽会"),
    ("西洽会", "西洽会"),
    ("渝洽会", "渝洽会"),
    ("中国国际进口博览会", "进博会"),
    ("进博会", "进博会"),
    ("服贸会", "服贸会"),
];
/// What the name of an event ends in.
const EVENT_ENDS: [&str; 8] =
    ["集中签约活动", "集中签约", "博览会", "洽谈会", "推介会", "签约活动", "大会", "论坛"];

impl Events {
    /// The events of a table.
    pub fn new(editions: &[Edition]) -> Events {
        let mut names: Vec<(String, String)> =
            OTHER_NAMES.iter().map(|(name, event)| ((*name).to_owned(), (*event).to_owned())).collect();
        let mut years: Vec<(String, Vec<String>)> = Vec::new();
        for edition in editions {
            names.push((spelling(&edition.event), edition.event.clone()));
            names.push((without_edition(&spelling(&edition.name)), edition.event.clone()));
            match years.iter_mut().find(|(event, _)| *event == edition.event) {
                Some((_, known)) => known.push(edition.year.clone()),
                None => years.push((edition.event.clone(), vec![edition.year.clone()])),
            }
        }
        for (_, known) in &mut years {
            known.sort_unstable();
        }
        names.retain(|(name, _)| name.chars().count() >= 2);
        names.sort_by(|left, right| right.0.len().cmp(&left.0.len()).then_with(|| left.cmp(right)));
        names.dedup_by(|left, right| left.0 == right.0);
        Events { names, years }
    }

    /// The event that a text names, by its usual name. Missing: it names none.
    pub fn read_event(&self, text: &str) -> Option<String> {
        let text = spelling(text);
        if missing_rule(&text).is_some() {
            return None;
        }
        self.event_in(&text).map(|(event, _)| event)
    }

    /// Event and edition that a cell, a group row or a title names. Missing event: the text names none and there is
    /// no default. Missing: no edition is named (`2020—2022年智博会` is a span and names none).
    pub fn read_cohort(
        &self,
        content: &Content,
        default_event: Option<&str>,
    ) -> Option<(Option<String>, String)> {
        match content {
            Content::Date(..) | Content::Boolean(_) | Content::Error(_) => None,
            Content::Number(number) => {
                let year = *number as i32;
                let whole = f64::from(year) == *number && is_edition_year(year);
                whole.then(|| (default_event.map(str::to_owned), year.to_string()))
            }
            Content::Text(text) => self.find_cohort(text, default_event),
        }
    }

    /// The same for a text.
    pub fn find_cohort(&self, text: &str, default_event: Option<&str>) -> Option<(Option<String>, String)> {
        let text = without_as_of(&spelling(text));
        let named = self.event_in(&text);
        let year = match &named {
            Some((event, place)) => self.only_edition(&text, event, &text[place.clone()])?,
            None => only_year(&text)?,
        };
        let event = named.map(|(event, _)| event).or_else(|| default_event.map(str::to_owned));
        Some((event, year))
    }

    /// The first event that a plain text names, and where.
    fn event_in(&self, text: &str) -> Option<(String, std::ops::Range<usize>)> {
        let known = self.names.iter().filter_map(|(name, event)| {
            let at = text.find(name.as_str())?;
            Some((at, name.len(), event))
        });
        let longest = known.max_by_key(|(at, length, _)| (*length, std::cmp::Reverse(*at)));
        if let Some((at, length, event)) = longest {
            return Some((event.clone(), at..at + length));
        }
        unlisted_event(text)
    }

    /// The edition of an event that a text names once or more; nothing where it names several.
    fn only_edition(&self, text: &str, event: &str, name: &str) -> Option<String> {
        let places = text.match_indices(name).map(|(at, name)| at..at + name.len());
        let mut editions = places.filter_map(|place| self.edition_beside(text, event, place));
        let first = editions.next()?;
        editions.all(|other| other == first).then_some(first)
    }

    fn edition_beside(&self, text: &str, event: &str, place: std::ops::Range<usize>) -> Option<String> {
        let (before, behind) = (&text[..place.start], &text[place.end..]);
        year_before(before)
            .or_else(|| ordinal_before(before).and_then(|nth| self.nth_edition(event, nth)))
            .or_else(|| {
                let open = behind.trim_start_matches(['(', '-', '·']);
                let year = leading_year(open)?;
                let after = open[4..].trim_start_matches(['年', '度', '届']);
                (!after.starts_with(|sign: char| "-~至、.".contains(sign) || sign.is_ascii_digit())
                    && !is_month(after))
                .then_some(year)
            })
    }

    fn nth_edition(&self, event: &str, nth: u32) -> Option<String> {
        let (_, years) = self.years.iter().find(|(known, _)| known == event)?;
        years.get(usize::try_from(nth.checked_sub(1)?).ok()?).cloned()
    }
}

fn spelling(text: &str) -> String {
    with_year_in_digits(&plain(text).to_uppercase())
        .chars()
        .map(|sign| if matches!(sign, '—' | '–' | '―' | '~') { '-' } else { sign })
        .collect()
}

/// A name without the year or ordinal before it: `首届中国国际…`, `2020线上智博会`.
fn without_edition(name: &str) -> String {
    let name = name.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start_matches('年');
    let name = name.strip_prefix("首届").unwrap_or(name);
    match (name.starts_with('第'), name.find('届')) {
        (true, Some(at)) => name[at + '届'.len_utf8()..].to_owned(),
        _ => name.to_owned(),
    }
}

/// The text without what it says of the as-of day and of a count.
fn without_as_of(text: &str) -> String {
    let end = ["截至", "截止", "填报", "报送日期", "制表"].iter().filter_map(|word| text.find(word)).min();
    end.map_or(text, |end| &text[..end]).trim_end_matches(['(', ',', ';']).to_owned()
}

/// An event that no table lists: `2022年四季度集中签约` is 四季度集中签约.
fn unlisted_event(text: &str) -> Option<(String, std::ops::Range<usize>)> {
    let end = EVENT_ENDS.iter().find_map(|word| Some(text.find(word)? + word.len()))?;
    let head = &text[..end];
    let start = head.rfind(|sign: char| sign.is_ascii_digit() || "年届、.()\"“《:".contains(sign));
    let start = start.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let half = ["上半年", "下半年"].iter().find(|half| head[..start].ends_with(**half));
    let start = half.map_or(start, |half| start - half.len());
    let name = &head[start..];
    let length = name.chars().count();
    ((3..=14).contains(&length)).then(|| (name.to_owned(), start..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events() -> Events {
        let edition = |event: &str, year: &str, name: &str| Edition {
            event_id: String::new(),
            event: event.to_owned(),
            year: year.to_owned(),
            name: name.to_owned(),
            start_date: String::new(),
            end_date: String::new(),
        };
        Events::new(&[
            edition("智博会", "2019", "2019中国国际智能产业博览会"),
            edition("智博会", "2018", "首届中国国际智能产业博览会"),
            edition("智博会", "2020", "2020线上智博会"),
            edition("世界智能产业博览会", "2024", "2024世界智能产业博览会"),
        ])
    }

    #[test]
    fn events_have_many_names() {
        let events = events();
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(events.read_event(text).as_deref(), expected, "{text}")
        };
        check("智博会", Some("智博会"));
        check("中国国际智能产业博览会", Some("智博会"));
        check("2024世界智能产业博览会", Some("世界智能产业博览会"));
        check("Smart China Expo", Some("智博会"));
        check("2022年四季度集中签约", Some("四季度集中签约"));
        check("三、2022年西洽会（1个）", Some("西洽会"));
        check("北碚区2020—2022年智博会签约项目", Some("智博会"));
        check("重点项目推进情况表", None);
        check("/", None);
    }

    #[test]
    fn editions_are_found_beside_the_event() {
        let events = events();
        let check = |text: &str, event: &str, year: Option<&str>| {
            let expected = year.map(|year| (Some(event.to_owned()), year.to_owned()));
            assert_eq!(events.find_cohort(text, Some("智博会")), expected, "{text}");
        };
        check("2020年智博会", "智博会", Some("2020"));
        check("2020", "智博会", Some("2020"));
        check("2021年", "智博会", Some("2021"));
        check("一、2021年智博会（2个）", "智博会", Some("2021"));
        check("2022年四季度集中签约", "四季度集中签约", Some("2022"));
        check("第二届智博会", "智博会", Some("2019"));
        check("22年智博会", "智博会", Some("2022"));
        check("二〇二一年智博会", "智博会", Some("2021"));
        check("2020年智博会、2021年智博会", "", None);
        check("2023年上半年集中签约", "上半年集中签约", Some("2023"));
        check("巴南区2020年智博会签约项目推进情况表（截至2023年2月底）", "智博会", Some("2020"));
        check("智博会（2021年）", "智博会", Some("2021"));
        check("北碚区2020—2022年智博会签约项目推进情况表（截至2023年2月）", "", None);
        check("北碚区2020、2021、2022年智博会签约项目", "", None);
        check("北碚区2023年2月智博会签约项目推进情况表", "", None);
        check("2023年重点项目推进情况表", "", None);
        check("九龙坡区智博会签约项目明细表（截至2023年2月28日）", "", None);
        check("智博会2023年2月", "", None);
    }
}
