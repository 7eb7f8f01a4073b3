//! The texts that a new workspace begins with (模板): the pipeline definition in one language, and the README in both.

/// Every key with its default; `#zh ` and `#en ` lines are for one language alone.
const PIPELINE: &str = include_str!("../../templates/pipeline.toml");

/// What to do every month, and what each folder is.
const README: &str = include_str!("../../templates/README.md");

/// The pipeline definition, with comments in one language.
pub fn pipeline_text(name: &str, is_chinese: bool) -> String {
    let (own, other, lang) = if is_chinese { ("#zh ", "#en ", "zh") } else { ("#en ", "#zh ", "en") };
    let lines = PIPELINE.lines().filter(|line| !line.starts_with(other));
    let lines = lines.map(|line| match line.strip_prefix(own) {
        Some(comment) => format!("# {comment}\n"),
        None => format!("{line}\n"),
    });
    filled(&lines.collect::<String>(), name).replace("@LANG@", lang)
}

/// The README.
pub fn readme_text(name: &str) -> String {
    filled(README, name)
}

/// Path of the pipeline definition below the workspace.
pub fn pipeline_path(name: &str) -> String {
    format!("pipelines/{name}.toml")
}

fn filled(text: &str, name: &str) -> String {
    let quoted = format!("name = \"{name}\"");
    let text = text.replace("name = @NAME@", &quoted).replace("@NAME@", name);
    text.replace("@PIPELINE@", &pipeline_path(name))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::plan::Plan;
    use crate::plan_check::check_plan;

    fn plan(text: &str) -> Plan {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn only_three_settings_of_a_new_pipeline_are_no_defaults() {
        let mut fresh = plan(&pipeline_text("智博会", true));
        check_plan(&fresh, "new").unwrap();
        assert_eq!(fresh.inputs.decisions.take().as_deref(), Some("data/decisions"));
        assert_eq!(std::mem::replace(&mut fresh.gates.min_coverage, 0.9), 0.0);
        let least = "name = \"智博会\"\n[inputs]\nreceived = [\"data/received/**/*\"]\n";
        assert_eq!(fresh, plan(least));
    }

    #[test]
    fn every_key_stands_in_a_new_pipeline() {
        let text = pipeline_text("a", true);
        let whole = serde_json::to_value(plan(&text)).unwrap();
        let sections = whole.as_object().unwrap().iter();
        let keys = sections.flat_map(|(name, value)| match value {
            Value::Object(section) => section.keys().cloned().collect(),
            _ => vec![name.clone()],
        });
        for key in keys {
            let is_its = |line: &str| line.trim_start_matches("# ").starts_with(&format!("{key} ="));
            assert!(text.lines().any(is_its) || text.contains(&format!("[form.{key}]")), "{key}");
        }
    }

    #[test]
    fn what_is_commented_out_can_be_turned_on() {
        let text = pipeline_text("a", true);
        let turned_on: String = text
            .lines()
            .map(|line| {
                let setting =
                    line.strip_prefix("# ").filter(|rest| rest.contains(" = \"") || rest.contains(" = ["));
                format!("{}\n", setting.filter(|rest| rest.is_ascii() || rest.ends_with('"')).unwrap_or(line))
            })
            .collect();
        let plan = plan(&turned_on);
        check_plan(&plan, "new").unwrap();
        assert_eq!((plan.form.fields.len(), plan.form.status_words.len()), (1, 1));
        assert!(!plan.inputs.ledger.is_empty() && plan.form.cohort_pattern.is_some());
    }

    #[test]
    fn each_language_has_its_own_comments_and_the_same_settings() {
        let (chinese, english) = (pipeline_text("a", true), pipeline_text("a", false));
        assert!(chinese.contains("# 统计口径") && !chinese.contains("What counts"));
        assert!(english.contains("# What counts") && !english.contains("统计口径"));
        let mut translated = plan(&english);
        translated.report.lang = report::lang::Lang::Zh;
        assert_eq!(translated, plan(&chinese));
        assert!(![chinese, english, readme_text("a")].iter().any(|text| text.contains('@')));
    }
}
