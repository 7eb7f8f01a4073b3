//! What a template is called (命名): title and file name, in which the reader finds unit, month and event.

use crate::calendar_words::month_words;
use crate::lang::Lang;
use crate::template::contents::Contents;

/// Longer names are cut; no file system takes them.
const LONGEST_NAME: usize = 60;

/// `渝北区2023年8月智博会签约项目进展情况表`: Chinese in every language, for it is read again.
pub fn title(contents: &Contents) -> String {
    let Contents { unit_name, events, month, .. } = contents;
    format!("{unit_name}{}{}签约项目进展情况表", month_words(*month, Lang::Zh), events.join("、"))
}

/// The title as the name of a file, on every system.
pub fn file_name(contents: &Contents) -> String {
    let safe = |sign: char| match sign {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        sign if sign.is_control() => '_',
        sign => sign,
    };
    let unit: String = contents.unit_name.chars().map(safe).take(LONGEST_NAME).collect();
    let unit = unit.trim_start_matches(['.', '~', '$', ' ']);
    let events: String = contents.events.join("、").chars().map(safe).take(LONGEST_NAME).collect();
    format!("{unit}{}{events}签约项目进展情况表.xlsx", month_words(contents.month, Lang::Zh))
}
