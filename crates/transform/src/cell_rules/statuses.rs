//! Status words (项目状态) and progress texts (进展情况): which stage they state as a fact.

use model::findings::{C321_STAGE_UNKNOWN, C322_START_DOUBTFUL};
use model::month::Month;
use model::policy::Policy;
use model::reference::StatusWord;
use model::stage::Stage;

use crate::cell_rules::lexicon::Lexicon;
use crate::cell_rules::outcome::{Outcome, Problem};
use crate::cell_rules::progress_clauses::{Stated, state_of};
use crate::cell_rules::stage_words::{Meaning, ONLY_ALONE, WORDS};
use crate::cell_rules::text::{missing_rule, plain};

/// The words of `status_words.csv`.
#[derive(Debug, Clone, Default)]
pub struct StatusWords {
    /// Every word in one spelling, as it stands in the table.
    table: Vec<(String, StatusWord)>,
    /// Words for sentences.
    lexicon: Lexicon,
}

/// What a status word or a progress text says. Missing flags: it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadStage {
    /// The stage.
    pub stage: Stage,
    /// Has started.
    pub started: Option<bool>,
    /// Is in production.
    pub in_production: Option<bool>,
    /// Is terminated.
    pub terminated: Option<bool>,
}

/// Words of a status column for a project that has not begun.
const NOT_BEGUN: [&str; 7] = ["未启动", "尚未启动", "未实施", "未建", "未建设", "未动", "尚未建设"];

impl StatusWords {
    /// The words of a table.
    pub fn new(words: &[StatusWord]) -> StatusWords {
        let table: Vec<(String, StatusWord)> =
            words.iter().map(|word| (spelling(&word.variant), word.clone())).collect();
        let built_in = WORDS.iter().map(|(word, meaning)| ((*word).to_owned(), *meaning));
        let lexicon = Lexicon::new(built_in.chain(table.iter().filter_map(sentence_word)));
        StatusWords { table, lexicon }
    }

    /// Reads the cell of a status column.
    pub fn read_word(&self, text: &str, policy: &Policy) -> Outcome<ReadStage> {
        let word = spelling(text);
        if let Some((_, row)) = self.table.iter().find(|(known, _)| *known == word) {
            return read_row(row, policy);
        }
        if let Some(rule) = missing_rule(&word) {
            return Outcome::missing(rule);
        }
        if let Some((_, row)) =
            self.table.iter().find(|(known, row)| row.matching == "pattern" && fits(known, &word))
        {
            return read_row(row, policy);
        }
        if NOT_BEGUN.contains(&word.as_str()) {
            return Outcome::read("status_contained", flags_of(Stage::NotStarted, policy)).confidence(0.9);
        }
        if let Some(read) = self.either(&word, policy) {
            return Outcome::read("status_either", read).confidence(0.8);
        }
        let stated = state_of(&word, &self.lexicon, None);
        let outcome = read_stated(stated, policy, "status_contained");
        if outcome.value.is_some() {
            return outcome.confidence(0.9);
        }
        match self.contained(&word) {
            Some(row) => read_row(row, policy).confidence(0.7),
            None if stated.understood => Outcome::missing("status_without_fact"),
            None => Outcome::refused("status_unknown", Problem::new(C321_STAGE_UNKNOWN)),
        }
    }

    /// Reads the heading of a group or the name of a sheet: only a whole word of the table for a stage beyond the
    /// signing says something, for every list is one of signed projects. Missing: it is none.
    pub fn read_heading(&self, word: &str, policy: &Policy) -> Option<Outcome<ReadStage>> {
        let word = spelling(word);
        let (_, row) = self.table.iter().find(|(known, _)| *known == word)?;
        let outcome = read_row(row, policy);
        let stage = outcome.value?.stage;
        let says = stage.progress().is_none_or(|progress| progress > Stage::Signed.progress().unwrap_or(0))
            || stage == Stage::NotStarted;
        says.then(|| Outcome { rule: "heading", ..outcome }.confidence(0.8))
    }

    /// Reads a free text: the furthest stage that it states as a fact.
    ///
    /// `period` tells which months of a sentence without 已 or 预计 lie ahead. Missing: it states none.
    pub fn read_progress(&self, text: &str, period: Option<Month>, policy: &Policy) -> Outcome<ReadStage> {
        let text = plain(text);
        if let Some(rule) = missing_rule(&text) {
            return Outcome::missing(rule);
        }
        read_stated(state_of(&text, &self.lexicon, period), policy, "progress_text").confidence(0.9)
    }

    /// `开工/投产`: one of two stages, of which one is production and one is not.
    fn either(&self, text: &str, policy: &Policy) -> Option<ReadStage> {
        let parts: Vec<&str> = text.split(['/', '或']).collect();
        let [first, second] = parts.as_slice() else { return None };
        let read = |part: &str| read_stated(state_of(part, &self.lexicon, None), policy, "").value;
        let (first, second) = (read(first)?, read(second)?);
        let both_started = first.started == Some(true) && second.started == Some(true);
        let union = both_started && first.in_production != second.in_production;
        union.then(|| flags_of(Stage::StartedOrProduction, policy))
    }

    /// The longest word of the table inside a short text without a denial or a plan.
    fn contained(&self, text: &str) -> Option<&StatusWord> {
        let doubtful = ["未", "拟", "计划", "预计", "力争", "即将", "不", "没", "待"]
            .iter()
            .any(|word| text.contains(word));
        if doubtful || text.chars().count() > 12 {
            return None;
        }
        let literal = self.table.iter().filter(|(word, row)| {
            row.matching != "pattern" && word.chars().count() >= 2 && text.contains(word.as_str())
        });
        literal.max_by_key(|(word, _)| word.len()).map(|(_, row)| row)
    }
}

fn spelling(text: &str) -> String {
    plain(text).trim_matches(|sign: char| "。.,;、*".contains(sign)).to_uppercase()
}

/// A word of the table that may be looked for inside sentences.
fn sentence_word((word, row): &(String, StatusWord)) -> Option<(String, Meaning)> {
    let stage: Stage = row.canonical.parse().ok()?;
    let alone = matches!(stage, Stage::Superseded | Stage::NotStarted) || ONLY_ALONE.contains(&word.as_str());
    let fitting = row.matching != "pattern" && word.chars().count() >= 2 && !alone;
    fitting.then(|| (word.clone(), Meaning::Stage(stage)))
}

/// Whether a text has the form of a pattern, in which a run of X stands for anything: `预计X月开工`, `并入XX项目`.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((before, rest)) = pattern.split_once('X') else { return false };
    let after = rest.trim_start_matches('X');
    text.len() > before.len() + after.len() && text.starts_with(before) && text.ends_with(after)
}

fn read_row(row: &StatusWord, policy: &Policy) -> Outcome<ReadStage> {
    let Ok(stage) = row.canonical.parse::<Stage>() else { return Outcome::missing("missing_word") };
    let terminated = match stage {
        Stage::Terminated => Some(true),
        Stage::Superseded => None,
        _ => Some(false),
    };
    let read = ReadStage {
        stage,
        started: flag(&row.started, &row.setting, policy),
        in_production: flag(&row.in_production, &row.setting, policy),
        terminated,
    };
    let outcome = Outcome::read("status_word", read);
    if row.variant.contains("奠基") { outcome.problem(Problem::new(C322_START_DOUBTFUL)) } else { outcome }
}

fn flag(word: &str, setting: &str, policy: &Policy) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        "setting" => policy.counts(setting),
        _ => None,
    }
}

fn read_stated(stated: Stated, policy: &Policy, rule: &'static str) -> Outcome<ReadStage> {
    let Some(stage) = stated.stage else { return Outcome::missing("no_stage") };
    let mut read = flags_of(stage, policy);
    if stage == Stage::Suspended && stated.had_started {
        read.started = Some(true);
    }
    let outcome = Outcome::read(rule, read);
    if stated.ceremony { outcome.problem(Problem::new(C322_START_DOUBTFUL)) } else { outcome }
}

/// What a stage says by itself, under the policy.
pub fn flags_of(stage: Stage, policy: &Policy) -> ReadStage {
    let (started, in_production) = match stage {
        Stage::Landed => (Some(policy.landed_counts_as_started), Some(false)),
        Stage::LandAcquired => (Some(policy.land_counts_as_started), Some(false)),
        Stage::Started | Stage::UnderConstruction => (Some(true), Some(false)),
        Stage::StartedOrProduction => (Some(true), None),
        Stage::PartialProduction => (Some(true), Some(policy.partial_counts_as_production)),
        Stage::Completed => (Some(true), Some(policy.completed_counts_as_production)),
        Stage::InProduction | Stage::FullCapacity => (Some(true), Some(true)),
        Stage::Suspended | Stage::Superseded => (None, None),
        _ => (Some(false), Some(false)),
    };
    let terminated = (stage != Stage::Superseded).then_some(stage == Stage::Terminated);
    ReadStage { stage, started, in_production, terminated }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> StatusWords {
        let word =
            |variant: &str, canonical: &str, matching: &str, flags: [&str; 2], setting: &str| StatusWord {
                variant: variant.to_owned(),
                canonical: canonical.to_owned(),
                matching: matching.to_owned(),
                started: flags[0].to_owned(),
                in_production: flags[1].to_owned(),
                in_denominator: "yes".to_owned(),
                setting: setting.to_owned(),
            };
        StatusWords::new(&[
            word("在建", "under_construction", "literal", ["yes", "no"], ""),
            word("未开工", "not_started", "literal", ["no", "no"], ""),
            word("预计X月开工", "not_started", "pattern", ["no", "no"], ""),
            word("开工(拿地)", "land_acquired", "literal", ["setting", "no"], "land_counts_as_started"),
            word("停工", "suspended", "literal", ["keep", "keep"], "suspended"),
            word("清退", "removed", "literal", ["no", "no"], ""),
            word("待定", "missing", "literal", ["unknown", "unknown"], "unreported"),
            word("Dropped", "terminated", "literal", ["no", "no"], ""),
        ])
    }

    fn shown(outcome: &Outcome<ReadStage>) -> String {
        let flag = |flag: Option<bool>| flag.map_or("?", |flag| if flag { "1" } else { "0" });
        let read = outcome
            .value
            .map(|read| format!("{} {}{}", read.stage, flag(read.started), flag(read.in_production)));
        let codes: Vec<&str> = outcome.problems.iter().map(|problem| problem.code.code).collect();
        [read.unwrap_or_else(|| outcome.rule.to_owned()), codes.join(" ")].join(" ").trim().to_owned()
    }

    #[test]
    fn status_words_are_read() {
        let check = |text: &str, expected: &str| {
            assert_eq!(shown(&words().read_word(text, &Policy::default())), expected, "{text}");
        };
        check("在 建", "under_construction 10");
        check("dropped", "terminated 00");
        check("开工（拿地）", "land_acquired 00");
        check("未开工", "not_started 00");
        check("预计8月开工", "not_started 00");
        check("办理前期手续", "pre_construction 00");
        check("已摘牌，即将开工", "land_acquired 00");
        check("投产达产", "full_capacity 11");
        check("竣工待投产", "completed 11");
        check("开工/投产", "started_or_production 1?");
        check("一期投产、二期在建", "partial_production 11");
        check("停工", "suspended ??");
        check("未投产", "status_without_fact");
        check("待定", "missing_word");
        check("奠基", "started 10 C322");
        check("乱写", "status_unknown C321");
    }

    #[test]
    fn progress_texts_state_their_furthest_fact() {
        let check = |text: &str, expected: &str| {
            let outcome = words().read_progress(text, "2023-07".parse().ok(), &Policy::default());
            assert_eq!(shown(&outcome), expected, "{text}");
        };
        check("已具备开工条件，预计2023年9月正式开工。", "pre_construction 00");
        check("项目公司已注册，正在编制方案设计，尚未开工。", "registered 00");
        check("正在办理环评、能评等前期手续，未开工。", "pre_construction 00");
        check("2022年3月开工，正在进行设备安装调试，预计2023年9月建成投产。", "under_construction 10");
        check("一期已于2023年4月投产，二期厂房正在建设。", "partial_production 11");
        check("注册公司，生产线已投入运行", "in_production 11");
        check("1号厂房已竣工，2号厂房主体封顶。", "under_construction 10");
        check("已于2022年开工，项目目前停工。", "suspended 1?");
        check("项目曾停工，现已复工，正在进行主体施工。", "under_construction 10");
        check("因投资方战略调整，双方已解除合同。", "terminated 00");
        check("正在协商解除协议，厂房在建。", "under_construction 10");
        check("2023年8月开工。", "not_started 00");
        check("9月开工。", "not_started 00");
        check("5月开工。", "started 10");
        check("投产后预计年产值10亿元。", "no_stage");
        check("长期无进展，已按程序清退，申请不再跟踪。", "removed 00");
        check("已举行开工仪式。", "started 10 C322");
        check("正常推进。", "no_stage");
        check("待取得施工许可证后即可开工建设，力争2023年10月开工。", "pre_construction 00");
        check("企业在成都的项目已投产，本项目正在进行施工图审查，未动工。", "pre_construction 00");
        check("该公司在两江新区的另一项目已投产，本项目仍在建设中，主体已封顶。", "under_construction 10");
        check("受高温影响曾短暂停工，现已全面复工，正在进行主体施工。", "under_construction 10");
    }
}
