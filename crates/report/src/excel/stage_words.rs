//! The stage of a project in words (项目阶段).

use model::datasets::project_months::ProjectMonth;
use model::stage::Stage;

use crate::lang::Lang;

/// The stage in a month; an unknown word stands for itself, nothing where no return has named one.
pub fn stage_words(month: &ProjectMonth, lang: Lang) -> String {
    let Some(stage) = month.stage.as_deref() else { return String::new() };
    let known = stage.parse::<Stage>().map(Stage::zh);
    lang.pick(known.unwrap_or(stage), &stage.replace('_', " ")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_have_words_in_both_languages() {
        let month =
            |stage: Option<&str>| ProjectMonth { stage: stage.map(str::to_owned), ..ProjectMonth::default() };
        let check = |stage, zh: &str, en: &str| {
            assert_eq!(stage_words(&month(stage), Lang::Zh), zh);
            assert_eq!(stage_words(&month(stage), Lang::En), en);
        };
        check(Some("under_construction"), "在建", "under construction");
        check(Some("else"), "else", "else");
        check(None, "", "");
    }
}
