//! What a setting is (设置项): one key of a pipeline file, declared once for `luodi describe`.

/// One key of a pipeline file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The key with its section, `policy.terminated`.
    pub path: &'static str,
    /// What may stand there.
    pub allowed: Allowed,
    /// What holds where the key is missing, as TOML writes it without quotes; empty: nothing.
    pub default: &'static str,
    /// A line of a pipeline file.
    pub example: &'static str,
    /// What it decides, in Chinese.
    pub zh: &'static str,
    /// What it decides, in English.
    pub en: &'static str,
}

/// What may stand at a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// A file or folder, relative to the workspace root.
    Path,
    /// A list of patterns, relative to the workspace root.
    Patterns,
    /// A share from 0 to 1.
    Share,
    /// A whole number from here to there.
    Whole(u32, u32),
    /// true or false.
    YesNo,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list of these words.
    Choices(&'static [&'static str]),
    /// One of these words, or a list of unit codes.
    ChoiceOrUnits(&'static [&'static str]),
    /// An offset from UTC.
    Offset,
    /// A time of the day.
    Time,
    /// A table of texts to names of fields.
    Fields,
    /// A table of words to stages.
    Stages,
}

/// The default of a key that must be given.
pub const REQUIRED: &str = "(required)";

impl Allowed {
    /// In Chinese and in English.
    pub fn words(self) -> (String, String) {
        let pair = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
        match self {
            Allowed::Text => pair("文字", "text"),
            Allowed::Texts => pair("文字列表", "list of texts"),
            Allowed::Path => pair("路径（相对于工作区）", "path, relative to the workspace root"),
            Allowed::Patterns => {
                pair("路径通配符列表（相对于工作区）", "list of patterns, relative to the workspace root")
            }
            Allowed::Share => pair("0 到 1 的比例", "share from 0 to 1"),
            Allowed::Whole(least, most) => {
                (format!("{least} 到 {most} 的整数"), format!("whole number from {least} to {most}"))
            }
            Allowed::YesNo => pair("true / false", "true / false"),
            Allowed::Choice(words) => (words.join(" / "), words.join(" / ")),
            Allowed::Choices(words) => {
                (format!("列表，取自 {}", words.join(" / ")), format!("list of {}", words.join(" / ")))
            }
            Allowed::ChoiceOrUnits(words) => {
                let words = words.join(" / ");
                (format!("{words} / 单位代码列表"), format!("{words} / list of unit codes"))
            }
            Allowed::Offset => pair("时差，如 +08:00", "offset such as +08:00"),
            Allowed::Time => pair("时刻 HH:MM", "time HH:MM"),
            Allowed::Fields => pair("表：表头文字 → 字段", "table: text of a header → field"),
            Allowed::Stages => {
                pair("表：状态用语 → 阶段（或 missing）", "table: word of a status → stage (or missing)")
            }
        }
    }
}
