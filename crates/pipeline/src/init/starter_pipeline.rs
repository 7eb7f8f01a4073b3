//! The pipeline definition that a new workspace begins with (流水线模板): every declared setting, explained, in one language.

use crate::init::starter_readme::pipeline_path;
use crate::setting::{Allowed, Setting};
use crate::settings::settings;

/// What a new pipeline says of a setting beyond its declaration.
struct Start {
    path: &'static str,
    /// Its first value, as TOML; nothing: the example, commented out.
    value: Option<&'static str>,
    zh: &'static str,
    en: &'static str,
}

const fn start(path: &'static str, value: Option<&'static str>, zh: &'static str, en: &'static str) -> Start {
    Start { path, value, zh, en }
}

/// Settings that begin otherwise than by default, or that need a word more.
const STARTS: &[Start] = &[
    start("inputs.received", Some(r#"["data/received/**/*"]"#), "", ""),
    start(
        "inputs.ledger",
        None,
        "没有台账也能运行。有台账后：放进 data/ledger，去掉下一行行首的 #，再把 scope.tracked_only 改为 true。",
        "Optional. Once there is one: put it into data/ledger, remove the # of the next line, set scope.tracked_only to true.",
    ),
    start("inputs.decisions", Some(r#""data/decisions""#), "", ""),
    start(
        "scope.tracked_only",
        Some("false"),
        "没有台账时必须是 false；有台账后改为 true。",
        "Has to be false without a ledger; set it to true once there is one.",
    ),
    start(
        "gates.min_coverage",
        Some("0.0"),
        "起步时为 0.0，收到第一批报表就能出结果；报送齐了请改为 0.9。",
        "Begins at 0.0, so that the first returns give figures; set it to 0.9 once everybody reports.",
    ),
];

/// The sections: name, in Chinese, in English.
const SECTIONS: [(&str, &str, &str); 9] = [
    ("inputs", "输入：从哪里读。路径相对于工作区根目录", "Where everything comes from"),
    ("store", "数据仓：结果放在哪里", "Where the results go"),
    ("scope", "范围：统计哪些项目", "Which projects are counted"),
    ("calendar", "报送日历：谁应报送，何时算迟", "Who is expected to report, and until when"),
    ("policy", "口径：什么算数。每次发布都连同口径一起留存", "What counts; every release carries it"),
    ("gates", "门槛：达不到就不发布", "What has to hold before anything is published"),
    ("report", "报告", "How figures are printed"),
    ("schedule", "定时运行", "When it runs by itself"),
    (
        "form",
        "表式：报表与参考表不同之处，一般不用改",
        "Where returns differ from the reference tables; rarely needs a change",
    ),
];

/// The pipeline definition of a new workspace.
pub fn pipeline_text(name: &str, is_chinese: bool) -> String {
    let mut text = heading(name, is_chinese);
    let mut section = "";
    for setting in settings() {
        let (own, key) = setting.path.split_once('.').unwrap_or(("", setting.path));
        if own != section {
            text.push_str(&section_text(own, is_chinese));
            section = own;
        }
        let value = value_of(setting, name, is_chinese);
        text.push_str(&setting_text(setting, key, value.as_deref(), is_chinese));
    }
    text
}

fn heading(name: &str, is_chinese: bool) -> String {
    let path = pipeline_path(name);
    if is_chinese {
        format!("# 流水线定义：每个设置都写在这里，除注明外都是默认值。改完后运行：luodi run {path}\n\n")
    } else {
        format!(
            "# Every setting of a pipeline, at its default unless said otherwise. After a change: luodi run {path}\n\n"
        )
    }
}

fn section_text(section: &str, is_chinese: bool) -> String {
    let known = SECTIONS.iter().find(|(name, _, _)| *name == section);
    let comment = known.map(|(_, zh, en)| format!("# {}\n", pick(zh, en, is_chinese)));
    format!("\n{}[{section}]\n", comment.unwrap_or_default())
}

/// Its comments and its line.
fn setting_text(setting: &Setting, key: &str, value: Option<&str>, is_chinese: bool) -> String {
    let mut text = format!("# {}", pick(setting.zh, setting.en, is_chinese));
    if names_values(setting) {
        let (zh, en) = setting.allowed.words();
        text.push_str(&if is_chinese { format!("（{zh}）") } else { format!(" ({en})") });
    }
    text.push('\n');
    let remark = started(setting).map(|start| pick(start.zh, start.en, is_chinese)).unwrap_or_default();
    if !remark.is_empty() {
        text.push_str(&format!("# {remark}\n"));
    }
    match value {
        Some("[]") => text.push_str(&format!("# {}\n{key} = []\n", example(setting, is_chinese))),
        Some(value) => text.push_str(&format!("{key} = {value}\n")),
        None => text.push_str(&format!("# {}\n", setting.example)),
    }
    text
}

fn example(setting: &Setting, is_chinese: bool) -> String {
    format!("{} {}", pick("例如", "for example", is_chinese), setting.example)
}

/// What stands at a setting, as TOML; nothing where it is commented out.
fn value_of(setting: &Setting, name: &str, is_chinese: bool) -> Option<String> {
    match (setting.path, started(setting)) {
        ("name", _) => Some(format!("\"{name}\"")),
        ("report.lang", _) => Some(format!("\"{}\"", pick("zh", "en", is_chinese))),
        (_, Some(start)) => start.value.map(str::to_owned),
        _ if ["", "{}"].contains(&setting.default) => None,
        _ if is_bare(setting) => Some(setting.default.replace("\",\"", "\", \"")),
        _ => Some(format!("\"{}\"", setting.default)),
    }
}

/// Whether what may stand there says more than the setting itself.
const fn names_values(setting: &Setting) -> bool {
    use Allowed::{Choice, ChoiceOrUnits, Choices, Share, Time, Whole, YesNo};
    matches!(setting.allowed, Choice(_) | ChoiceOrUnits(_) | Choices(_) | Share | Time | Whole(..) | YesNo)
}

/// Whether TOML writes the default without quotes.
fn is_bare(setting: &Setting) -> bool {
    let is_list = setting.default.starts_with('[');
    is_list || matches!(setting.allowed, Allowed::Share | Allowed::Whole(..) | Allowed::YesNo)
}

fn started(setting: &Setting) -> Option<&'static Start> {
    STARTS.iter().find(|start| start.path == setting.path)
}

const fn pick<'a>(zh: &'a str, en: &'a str, is_chinese: bool) -> &'a str {
    if is_chinese { zh } else { en }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::plan_check::check_plan;

    fn plan(text: &str) -> Plan {
        let plan = toml::from_str(text).unwrap();
        check_plan(&plan, "new").unwrap();
        plan
    }

    #[test]
    fn only_two_settings_of_a_new_pipeline_are_no_defaults() {
        let mut fresh = plan(&pipeline_text("智博会", true));
        assert_eq!(fresh.inputs.decisions.take().as_deref(), Some("data/decisions"));
        assert_eq!(std::mem::replace(&mut fresh.gates.min_coverage, 0.9), 0.0);
        let least = "name = \"智博会\"\n[inputs]\nreceived = [\"data/received/**/*\"]\n";
        assert_eq!(fresh, plan(least));
    }

    #[test]
    fn every_setting_stands_there_once_and_every_section_is_explained() {
        let text = pipeline_text("a", true);
        for setting in settings() {
            let key = setting.path.rsplit('.').next().unwrap();
            let is_its = |line: &&str| line.trim_start_matches("# ").starts_with(&format!("{key} = "));
            assert_eq!(text.lines().filter(is_its).count(), 1, "{}", setting.path);
        }
        for section in text.lines().filter_map(|line| line.strip_prefix('[')) {
            assert!(SECTIONS.iter().any(|(name, _, _)| section == format!("{name}]")), "{section}");
        }
        assert!(STARTS.iter().all(|start| settings().any(|setting| setting.path == start.path)));
    }

    #[test]
    fn what_is_commented_out_can_be_turned_on() {
        let examples: Vec<String> = settings().map(|setting| format!("# {}", setting.example)).collect();
        let text = pipeline_text("a", true);
        let turned_on = text.lines().map(|line| match line.strip_prefix("# ") {
            Some(example) if examples.iter().any(|known| known == line) => format!("{example}\n"),
            _ => format!("{line}\n"),
        });
        let plan = plan(&turned_on.collect::<String>());
        assert!(!plan.form.fields.is_empty() && !plan.inputs.ledger.is_empty() && plan.form.event.is_some());
    }

    #[test]
    fn each_language_has_its_own_comments_and_the_same_settings() {
        let (chinese, english) = (pipeline_text("a", true), pipeline_text("a", false));
        assert!(chinese.contains("# 口径") && english.contains("# What counts"));
        let mut translated = plan(&english);
        translated.report.lang = report::lang::Lang::Zh;
        assert_eq!(translated, plan(&chinese));
    }
}
