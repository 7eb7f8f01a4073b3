//! What a progress text states (进展判断): clause by clause, facts before plans, the furthest fact first.

use model::month::Month;
use model::stage::Stage;

use crate::cell_rules::clauses::{Clause, Mood, clauses, mood_at};
use crate::cell_rules::date_texts::dates_in;
use crate::cell_rules::lexicon::Lexicon;
use crate::cell_rules::stage_words::Meaning;

/// What a text states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stated {
    /// The stage. Missing: it states none.
    pub stage: Option<Stage>,
    /// It says that building had begun, whatever came later.
    pub had_started: bool,
    /// A ceremony is the only sign of a start.
    pub ceremony: bool,
    /// It holds a word of the lexicon, if only denied or planned.
    pub understood: bool,
}

/// What the clauses have said so far.
#[derive(Default)]
struct Heard {
    furthest: Option<Stage>,
    under_way: Option<Stage>,
    weak: Option<Stage>,
    aside: Option<Stage>,
    resumed: bool,
    ceremony: bool,
    start_denied: bool,
    registration_denied: bool,
    understood: bool,
}

/// What a plain text states, with the words of `lexicon`.
pub fn state_of(text: &str, lexicon: &Lexicon, period: Option<Month>) -> Stated {
    let mut heard = Heard::default();
    let mut carried: Option<Mood> = None;
    for clause in clauses(text) {
        if clause.begins_sentence {
            carried = None;
        }
        if speaks_of_another(clause.text) {
            continue;
        }
        carried = hear(&mut heard, &clause, lexicon, period, carried);
    }
    conclude(&heard)
}

/// Whether a clause is about another project of the same company: `企业在成都的项目已投产`, `另一项目`.
fn speaks_of_another(clause: &str) -> bool {
    let others = ["另一项目", "另一个项目", "其他项目", "其它项目", "同类项目", "另外项目"];
    if clause.contains("本项目") {
        return false;
    }
    let elsewhere = clause.find('在').is_some_and(|at| {
        let owner = ["企业", "公司", "集团", "投资方", "母公司", "总部"]
            .iter()
            .any(|word| clause[..at].ends_with(word));
        let place = &clause[at + '在'.len_utf8()..];
        owner && place.find("的项目").is_some_and(|to| (1..=8).contains(&place[..to].chars().count()))
    });
    elsewhere || others.iter().any(|word| clause.contains(word))
}

/// Hears one clause, and gives the mood that the next one inherits.
fn hear(
    heard: &mut Heard,
    clause: &Clause<'_>,
    lexicon: &Lexicon,
    period: Option<Month>,
    carried: Option<Mood>,
) -> Option<Mood> {
    let inherited = match carried {
        Some(Mood::Plan) => carried,
        Some(Mood::Denied | Mood::Ongoing) if clause.continues_list => carried,
        _ => None,
    };
    let mut last = inherited;
    let mut at = 0;
    while let Some(sign) = clause.text[at..].chars().next() {
        let Some((word, meaning)) = lexicon.word_at(&clause.text[at..]) else {
            at += sign.len_utf8();
            continue;
        };
        let end = at + word.len();
        heard.understood = true;
        let mood = mood_at(clause.text, at, end);
        let mood = mood.or(inherited).filter(|mood| *mood != Mood::Plan || mood_is_open(clause, at, end));
        let open = mood.is_none() || (mood == Some(Mood::Fact) && !clause.text.contains('已'));
        let mood = if open && lies_ahead(clause.text, period) { Some(Mood::Plan) } else { mood };
        note(heard, clause.text, word, meaning, mood.unwrap_or(Mood::Fact));
        last = mood.filter(|_| !is_aside(meaning));
        at = end;
    }
    last
}

/// Whether a word speaks of a stage beside the road: stopped, terminated, removed.
const fn is_aside(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Stage(Stage::Suspended | Stage::Terminated | Stage::Removed))
}

/// 已 directly before a word makes it a fact, whatever plan was spoken of before.
fn mood_is_open(clause: &Clause<'_>, start: usize, end: usize) -> bool {
    let words = &clause.text[..end];
    !clause.text[..start].ends_with('已') || words.ends_with("条件") || clause.text[end..].starts_with("条件")
}

/// Whether the last date of a clause lies after the month of the return; a month without a year that comes within
/// half a year does.
fn lies_ahead(clause: &str, period: Option<Month>) -> bool {
    let Some(period) = period else { return false };
    if !clause.contains(|sign: char| sign.is_ascii_digit() || "年月季".contains(sign)) {
        return false;
    }
    let dates = dates_in(clause, Some(period), false);
    dates.last().and_then(|found| found.written.ok()).is_some_and(|span| {
        let soon = Month::of(span.first).plus(12).index() - period.index();
        span.first > period.last_day() || (span.year_assumed && (1..=6).contains(&soon))
    })
}

fn note(heard: &mut Heard, clause: &str, word: &str, meaning: Meaning, mood: Mood) {
    match meaning {
        Meaning::Nothing => {}
        Meaning::Resumed => heard.resumed |= mood == Mood::Fact,
        Meaning::Ceremony if matches!(mood, Mood::Fact | Mood::Ongoing) => {
            heard.ceremony = true;
            further(&mut heard.furthest, Stage::Started);
        }
        Meaning::Ceremony => heard.start_denied = true,
        Meaning::Weak(stage) => {
            if matches!(mood, Mood::Fact | Mood::Ongoing) {
                further(&mut heard.weak, stage);
            }
        }
        Meaning::Stage(stage) => note_stage(heard, clause, word, stage, mood),
    }
}

fn note_stage(heard: &mut Heard, clause: &str, word: &str, stage: Stage, mood: Mood) {
    let aside = is_aside(Meaning::Stage(stage));
    let conditional = word.contains("条件") || word.contains("开工前");
    match mood {
        _ if aside => {
            if mood == Mood::Fact || (mood == Mood::Ongoing && stage == Stage::Suspended) {
                heard.aside = heard.aside.max(Some(stage));
            }
        }
        Mood::Plan | Mood::Denied
            if stage == Stage::PreConstruction && (conditional || mood == Mood::Plan) =>
        {
            further(&mut heard.under_way, stage);
        }
        Mood::Denied if stage == Stage::Registered => heard.registration_denied = true,
        Mood::Plan | Mood::Denied => heard.start_denied |= is_start(stage),
        Mood::Ongoing if stage.progress() < Stage::Started.progress() => {
            further(&mut heard.under_way, Stage::PreConstruction.min(stage));
        }
        Mood::Fact | Mood::Ongoing => further(&mut heard.furthest, of_a_part(stage, clause)),
    }
}

/// Whether denying or planning a stage says that nothing has started; of production it says nothing.
fn is_start(stage: Stage) -> bool {
    matches!(stage, Stage::LandAcquired | Stage::Started | Stage::UnderConstruction)
}

/// A part of the project does not stand for the whole: the first phase in production, a workshop completed.
fn of_a_part(stage: Stage, clause: &str) -> Stage {
    let holds = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    let whole = holds(&["均", "全部", "全面", "都已", "二期", "三期"]);
    let phase = holds(&["一期", "1期", "首期", "首条", "部分", "先期", "首批"]);
    let building =
        holds(&["厂房", "主体", "楼", "#", "道路", "土建", "展厅", "车间", "基础", "平场", "场平"]);
    match stage {
        Stage::InProduction | Stage::Completed if phase && !whole => Stage::PartialProduction,
        Stage::Completed if building => Stage::UnderConstruction,
        other => other,
    }
}

fn further(furthest: &mut Option<Stage>, stage: Stage) {
    if furthest.is_none_or(|known| known.progress() < stage.progress()) {
        *furthest = Some(stage);
    }
}

fn conclude(heard: &Heard) -> Stated {
    let had_started = heard.furthest.is_some_and(|stage| stage.progress() >= Stage::Started.progress());
    let aside = heard.aside.filter(|stage| *stage != Stage::Suspended || !heard.resumed);
    let resumed = heard.resumed.then_some(Stage::UnderConstruction);
    let stage = aside.or_else(|| on_the_road(heard)).or(resumed);
    let ceremony = heard.ceremony && stage == Some(Stage::Started);
    Stated { stage, had_started, ceremony, understood: heard.understood }
}

/// The furthest thing done; what is under way counts where nothing beyond the signing is done.
fn on_the_road(heard: &Heard) -> Option<Stage> {
    let only_signed = heard.furthest.is_none_or(|stage| stage.progress() <= Stage::Signed.progress());
    let under_way = heard.under_way.filter(|stage| only_signed && *stage == Stage::PreConstruction);
    let denied = heard.start_denied.then_some(Stage::NotStarted);
    let unregistered = heard.registration_denied.then_some(Stage::Signed);
    under_way.or(heard.furthest).or(heard.weak).or(unregistered).or(denied)
}
