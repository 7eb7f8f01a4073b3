//! Names of reporting units (填报单位) in cells, captions, titles and file names.

use model::date::Date;
use model::findings::C331_UNIT_NAME_UNKNOWN;
use model::reference::{UnitAlias, UnitRow};

use crate::cell_rules::outcome::{Outcome, Problem};
use crate::cell_rules::text::{missing_rule, plain};
use crate::cell_rules::unit_offices::candidates;

/// One name of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    spelling: String,
    unit_id: String,
    needs_rule: bool,
    from: Option<Date>,
    to: Option<Date>,
}

/// Every name of every unit, longest first.
#[derive(Debug, Clone, Default)]
pub struct UnitNames {
    names: Vec<Name>,
}

/// Words of general names that mean a zone only where no other unit's name stands before them.
const GENERAL: [&str; 4] = ["高新区", "科学城", "经开区", "两江"];
/// Short names that are parts of other words: with what may not stand before or behind them.
const NOT_WITHIN: [(&str, &[&str], &[&str]); 5] = [
    ("江北", &["浙", "陵", "长", "沿", "龙", "黑龙"], &[]),
    ("长寿", &[], &["命"]),
    ("合川", &["融", "组", "结", "联", "综", "聚"], &["渝"]),
    ("南川", &["云", "湖"], &["渝"]),
    ("大足", &[], &["够", "球"]),
];

impl UnitNames {
    /// The names of the unit tables.
    pub fn new(units: &[UnitRow], aliases: &[UnitAlias]) -> UnitNames {
        let mut names: Vec<Name> = units.iter().flat_map(names_of).collect();
        for alias in aliases {
            let Some(unit) = units.iter().find(|unit| unit.unit_id == alias.unit_id) else { continue };
            let needs_rule = matches!(alias.needs_rule.trim(), "yes" | "true" | "1");
            names.push(Name { needs_rule, ..name_of(unit, &alias.alias) });
        }
        names.retain(|name| name.spelling.chars().count() >= 2);
        names.sort_by(|left, right| {
            let by_length = right.spelling.len().cmp(&left.spelling.len());
            by_length.then_with(|| (&left.spelling, &left.unit_id).cmp(&(&right.spelling, &right.unit_id)))
        });
        names.dedup();
        UnitNames { names }
    }

    /// The unit that a cell names on a day, by its id.
    pub fn read(&self, text: &str, on: Option<Date>) -> Outcome<String> {
        let spelling = spelling(text);
        if let Some(rule) = missing_rule(&spelling) {
            return Outcome::missing(rule);
        }
        if self.names.iter().any(|name| name.spelling == spelling) {
            return self.exact(&spelling, on, "name");
        }
        for (candidate, rule) in candidates(&spelling) {
            if self.names.iter().any(|name| name.spelling == candidate) {
                return self.exact(&candidate, on, rule);
            }
        }
        let parts: Vec<&str> =
            spelling.split(['、', ',', ';', '/', '+', '和', '与']).filter(|part| !part.is_empty()).collect();
        if let [first, _, ..] = parts.as_slice()
            && let Some(unit_id) = self.read(first, on).value
        {
            return Outcome::read("first_of_several", unit_id).flag("several").confidence(0.6);
        }
        match self.find_in(&spelling, on) {
            Some((unit_id, matched)) if spelling.starts_with(&matched) || spelling.starts_with("重庆") => {
                Outcome::read("name_inside", unit_id).confidence(0.8)
            }
            _ => Outcome::refused("unit_unknown", Problem::new(C331_UNIT_NAME_UNKNOWN)),
        }
    }

    /// The unit that a title, caption or file name speaks of on a day, and the words that say so.
    ///
    /// Missing: it names none, or a name that does not decide by itself.
    pub fn find_in(&self, text: &str, on: Option<Date>) -> Option<(String, String)> {
        let text = spelling(text);
        let longest = self.names.iter().find_map(|name| {
            let at = self.place_of(name, &text)?;
            Some((name.spelling.len(), at))
        })?;
        let same_length = self.names.iter().filter(|name| name.spelling.len() == longest.0);
        let placed = same_length.filter_map(|name| Some((self.place_of(name, &text)?, name)));
        let (_, found) = placed.min_by_key(|(at, _)| *at)?;
        let unit_id = self.exact(&found.spelling, on, "name_inside").value?;
        Some((unit_id, found.spelling.clone()))
    }

    /// The unit that goes by exactly this name on a day.
    fn exact(&self, spelling: &str, on: Option<Date>, rule: &'static str) -> Outcome<String> {
        let named: Vec<&Name> = self.names.iter().filter(|name| name.spelling == spelling).collect();
        let valid: Vec<&&Name> = named.iter().filter(|name| is_valid(name, on)).collect();
        let chosen = if valid.is_empty() { named.first().copied() } else { valid.first().map(|name| **name) };
        let Some(chosen) = chosen else {
            return Outcome::refused("unit_unknown", Problem::new(C331_UNIT_NAME_UNKNOWN));
        };
        let ambiguous = valid.iter().any(|name| name.unit_id != chosen.unit_id);
        if chosen.needs_rule || (ambiguous && on.is_some()) {
            return Outcome::refused("unit_ambiguous", Problem::new(C331_UNIT_NAME_UNKNOWN));
        }
        let outcome = Outcome::read(rule, chosen.unit_id.clone());
        match (ambiguous, valid.is_empty()) {
            (true, _) => outcome.flag("several_in_time").confidence(0.6),
            (_, true) => outcome.flag("not_valid_then").confidence(0.7),
            _ => outcome,
        }
    }

    /// Where a name stands in a text as a name of its own.
    fn place_of(&self, name: &Name, text: &str) -> Option<usize> {
        let general = GENERAL.contains(&name.spelling.as_str());
        text.match_indices(&name.spelling).map(|(at, _)| at).find(|at| {
            let (before, behind) = (&text[..*at], &text[at + name.spelling.len()..]);
            let inside_other = NOT_WITHIN.iter().any(|(word, lead, tail)| {
                *word == name.spelling
                    && (lead.iter().any(|sign| before.ends_with(sign))
                        || tail.iter().any(|sign| behind.starts_with(sign)))
            });
            !(inside_other || general && self.ends_in_other_unit(before))
        })
    }

    /// `江津高新区` is not the zone 高新区.
    fn ends_in_other_unit(&self, before: &str) -> bool {
        let bare =
            ["国家级", "国家", "市级"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        self.names.iter().any(|name| {
            let district = !GENERAL.iter().any(|word| name.spelling.ends_with(word));
            district && bare.ends_with(&name.spelling)
        })
    }
}

fn names_of(unit: &UnitRow) -> Vec<Name> {
    let mut spellings = vec![unit.name.clone(), unit.short_name.clone()];
    let bare = ["自治县", "区", "县"].iter().find_map(|end| unit.name.strip_suffix(end));
    if let Some(bare) = bare.filter(|bare| unit.kind != "zone" && bare.chars().count() >= 2) {
        spellings.push(bare.to_owned());
    }
    spellings.iter().map(|spelling| name_of(unit, spelling)).collect()
}

fn name_of(unit: &UnitRow, text: &str) -> Name {
    let day = |text: &str| text.trim().parse().ok();
    Name {
        spelling: spelling(text),
        unit_id: unit.unit_id.clone(),
        needs_rule: false,
        from: day(&unit.valid_from),
        to: day(&unit.valid_to),
    }
}

/// A unit that became another on a day speaks for itself until the day before.
fn is_valid(name: &Name, on: Option<Date>) -> bool {
    let Some(on) = on else { return true };
    name.from.is_none_or(|from| from <= on) && name.to.is_none_or(|to| on < to)
}

fn spelling(text: &str) -> String {
    plain(text).chars().map(|sign| if matches!(sign, '—' | '–' | '―' | '~') { '-' } else { sign }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> UnitNames {
        let unit = |id: &str, name: &str, short: &str, kind: &str, from: &str, to: &str| UnitRow {
            unit_id: id.to_owned(),
            gbt2260: String::new(),
            name: name.to_owned(),
            short_name: short.to_owned(),
            kind: kind.to_owned(),
            unit_group: String::new(),
            valid_from: from.to_owned(),
            valid_to: to.to_owned(),
        };
        let alias = |id: &str, alias: &str, needs_rule: &str| UnitAlias {
            unit_id: id.to_owned(),
            alias: alias.to_owned(),
            needs_rule: needs_rule.to_owned(),
        };
        let units = [
            unit("JB", "江北区", "江北", "district", "", "2025-11-06"),
            unit("YC", "永川区", "永川", "district", "", ""),
            unit("JJ", "江津区", "江津", "district", "", ""),
            unit("KZ", "开州区", "开州", "district", "", ""),
            unit("ZX", "忠县", "忠县", "county", "", ""),
            unit("ZONE", "重庆两江新区", "两江新区", "zone", "2010-06-18", "2025-11-06"),
            unit("LJ", "两江新区", "两江新区", "district", "2025-11-06", ""),
            unit("GXQ", "西部科学城重庆高新区", "高新区", "zone", "", ""),
        ];
        let aliases = [
            alias("YC", "永川高新区", "no"),
            alias("GXQ", "重庆高新区", "no"),
            alias("JJ", "科学城江津园区", "yes"),
        ];
        UnitNames::new(&units, &aliases)
    }

    #[test]
    fn cells_name_units() {
        let names = names();
        let on = "2023-07-31".parse().ok();
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(names.read(text, on).value.as_deref(), expected, "{text}")
        };
        for text in [
            "江北",
            "江北区",
            "重庆市江北区",
            "江北区人民政府",
            "江北区招商投资促进局",
            "江北区发展改革委",
            "江 北 区",
        ] {
            check(text, Some("JB"));
        }
        check("忠县经济信息委", Some("ZX"));
        check("重庆两江新区", Some("ZONE"));
        check("两江新区管委会", Some("ZONE"));
        check("永川高新区", Some("YC"));
        check("重庆高新区", Some("GXQ"));
        check("永川区、江津区", Some("YC"));
        check("江北区（两江新区）", Some("JB"));
        check("填报单位：江北区招商投资局（盖章）", Some("JB"));
        check("永川国家高新区", Some("YC"));
        check("重庆高新技术产业开发区", Some("GXQ"));
        check("经开区", None);
        check("科学城江津园区", None);
        check("市外", None);
        check("/", None);
        assert_eq!(names.read("两江新区", "2026-01-31".parse().ok()).value.as_deref(), Some("LJ"));
    }

    #[test]
    fn titles_and_file_names_speak_of_units() {
        let names = names();
        let on = "2023-07-31".parse().ok();
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(names.find_in(text, on).map(|(unit_id, _)| unit_id).as_deref(), expected, "{text}");
        };
        check("开州2月报", Some("KZ"));
        check("20230305江北招商局报送", Some("JB"));
        check("附件1：智博会签约项目进展情况统计表（永川）", Some("YC"));
        check("永川高新区项目表", Some("YC"));
        check("江津高新区项目表", Some("JJ"));
        check("西部科学城重庆高新区2023年报表", Some("GXQ"));
        check("重庆两江新区项目", Some("ZONE"));
        check("科学城江津园区项目", None);
        check("浙江北部项目", None);
        check("重庆市智博会项目", None);
    }
}
