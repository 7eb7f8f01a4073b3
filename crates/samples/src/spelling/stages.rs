//! Words for stages (状态写法) and for ticks (打勾).

use model::stage::Stage;

/// Words that say the stage, the plain one first.
pub(crate) const fn stage_words(stage: Stage) -> &'static [&'static str] {
    match stage {
        Stage::Signed => &["已签约", "签约", "新签约", "已签正式合同"],
        Stage::Registered => &["已注册", "已落户", "已注册公司"],
        Stage::PreConstruction => &["前期", "前期工作", "前期手续", "办理手续", "已具备开工条件"],
        Stage::LandAcquired => &["拿地", "已供地", "已摘牌"],
        Stage::Started => &["已开工", "开工", "动工", "新开工"],
        Stage::UnderConstruction => &["在建", "建设中", "正在建设", "主体施工", "设备安装"],
        Stage::PartialProduction => &["部分投产", "试生产", "试运行"],
        Stage::InProduction => &["已投产", "投产", "已运营", "竣工投产"],
        Stage::FullCapacity => &["达产", "已达产"],
        Stage::Suspended => &["停工", "停建", "暂停"],
        Stage::Terminated => &["终止", "已终止", "解除合同"],
        _ => &["未开工"],
    }
}

/// The stages that a form offers, in its order, with the word it prints for each; the code of a stage is its place.
pub(crate) const STAGES_OF_A_FORM: [(Stage, &str); 11] = [
    (Stage::Signed, "签约"),
    (Stage::Registered, "注册"),
    (Stage::PreConstruction, "前期"),
    (Stage::LandAcquired, "拿地"),
    (Stage::Started, "开工"),
    (Stage::UnderConstruction, "在建"),
    (Stage::PartialProduction, "部分投产"),
    (Stage::InProduction, "投产"),
    (Stage::FullCapacity, "达产"),
    (Stage::Suspended, "停工"),
    (Stage::Terminated, "终止"),
];

/// The place of a stage in a form, from 0.
pub(crate) fn place_in_form(stage: Stage) -> Option<usize> {
    STAGES_OF_A_FORM.iter().position(|(of, _)| *of == stage)
}

/// The classes that projects are sorted into where no column says the stage: coarser than stages, but a start and
/// production can still be told. The word, and the stage that it says.
pub(crate) const STAGE_CLASSES: [(&str, Stage); 6] = [
    ("未开工", Stage::NotStarted),
    ("在建", Stage::UnderConstruction),
    ("部分投产", Stage::PartialProduction),
    ("已投产", Stage::InProduction),
    ("停工", Stage::Suspended),
    ("已终止", Stage::Terminated),
];

/// The class that a stage is sorted into, named by the stage that it says.
pub(crate) const fn class_of(stage: Stage) -> Stage {
    match stage {
        Stage::Started | Stage::UnderConstruction => Stage::UnderConstruction,
        Stage::InProduction | Stage::FullCapacity => Stage::InProduction,
        Stage::PartialProduction | Stage::Suspended | Stage::Terminated => stage,
        _ => Stage::NotStarted,
    }
}

/// Pairs of marks for yes and no.
pub(crate) const TICKS: [(&str, &str); 4] = [("是", "否"), ("√", "×"), ("√", ""), ("1", "0")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_of_a_form_has_a_class_with_a_word() {
        for (place, (stage, _)) in STAGES_OF_A_FORM.into_iter().enumerate() {
            assert_eq!(place_in_form(stage), Some(place));
            assert!(STAGE_CLASSES.iter().any(|(_, class)| *class == class_of(stage)), "{stage:?}");
        }
    }
}
