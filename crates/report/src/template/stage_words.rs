//! The words of the drop-down of stages (项目阶段): those of `status_words.csv` that read without doubt.

use model::reference::StatusWord;
use model::stage::Stage;

/// The stages that a unit can report, in the order of the road. What the bureau decides (清退) and what is no stage of
/// its own (开工投产) is not among them.
const STAGES: [Stage; 12] = [
    Stage::Signed,
    Stage::Registered,
    Stage::PreConstruction,
    Stage::LandAcquired,
    Stage::Started,
    Stage::UnderConstruction,
    Stage::PartialProduction,
    Stage::Completed,
    Stage::InProduction,
    Stage::FullCapacity,
    Stage::Suspended,
    Stage::Terminated,
];

/// No drop-down holds more characters, commas included.
const LONGEST_LIST: usize = 255;

/// A word and the stage it is read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageWord {
    /// The stage.
    pub stage: Stage,
    /// The word.
    pub word: String,
}

/// One word for each stage: the one that the tables print where the reader knows it, else the first one it knows.
pub fn stage_words(known: &[StatusWord]) -> Vec<StageWord> {
    let fits = |word: &&StatusWord, stage: Stage| {
        word.matching != "pattern"
            && word.canonical == stage.as_str()
            && !word.variant.contains([',', '，', '"'])
    };
    let word_of = |stage: Stage| {
        let mut words = known.iter().filter(|word| fits(word, stage)).map(|word| word.variant.as_str());
        let printed = words.clone().find(|word| *word == stage.zh());
        let word = printed.or_else(|| words.next())?;
        Some(StageWord { stage, word: word.to_owned() })
    };
    STAGES.into_iter().filter_map(word_of).collect()
}

/// The texts that a drop-down can hold: as many as fit.
pub fn that_fit(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut length = 0;
    let mut fits = |word: &String| {
        length += word.encode_utf16().count() + 1;
        length <= LONGEST_LIST
    };
    words.take_while(|word| fits(word)).collect()
}

impl StageWord {
    /// Says that building has begun, so that a date of it is asked for.
    pub fn has_started(&self) -> bool {
        let started = Stage::Started.progress();
        self.stage.progress() >= started
    }

    /// Says that it produces.
    pub const fn is_in_production(&self) -> bool {
        matches!(self.stage, Stage::PartialProduction | Stage::InProduction | Stage::FullCapacity)
    }

    /// Says that building has not begun.
    pub fn is_before_start(&self) -> bool {
        self.stage.progress().is_some() && !self.has_started()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(words: &[(&str, &str)]) -> Vec<StatusWord> {
        let word = |(variant, canonical): &(&str, &str)| StatusWord {
            variant: (*variant).to_owned(),
            canonical: (*canonical).to_owned(),
            matching: "literal".to_owned(),
            started: String::new(),
            in_production: String::new(),
            in_denominator: String::new(),
            setting: String::new(),
        };
        words.iter().map(word).collect()
    }

    #[test]
    fn only_words_that_the_reader_knows_are_offered() {
        let words =
            known(&[("新签约", "signed"), ("签约", "signed"), ("已注册", "registered"), ("清退", "removed")]);
        let offered: Vec<String> = stage_words(&words).into_iter().map(|word| word.word).collect();
        assert_eq!(offered, ["签约", "已注册"]);
        assert_eq!(stage_words(&[]), []);
    }

    #[test]
    fn a_list_stops_where_no_more_fits() {
        let words = (0..100).map(|_| "签约项目".to_owned());
        assert_eq!(that_fit(words).len(), 51);
        assert_eq!(that_fit(std::iter::once("长".repeat(300))).len(), 0);
    }
}
