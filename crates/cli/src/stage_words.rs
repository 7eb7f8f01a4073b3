//! Stages as people call them (阶段用语).

use model::stage::Stage;

use crate::options::Lang;

/// A stage in Chinese; in English, and where it is none, the word of the datasets.
pub(crate) fn stage_word(code: &str, lang: Lang) -> &str {
    match code.parse::<Stage>() {
        Ok(stage) if lang.is_chinese() => chinese(stage),
        _ => code,
    }
}

const fn chinese(stage: Stage) -> &'static str {
    match stage {
        Stage::Planned => "谋划",
        Stage::Negotiating => "在谈",
        Stage::SignedFramework => "框架协议",
        Stage::Signed => "签约",
        Stage::Registered => "已注册",
        Stage::Landed => "落地",
        Stage::PreConstruction => "前期工作",
        Stage::LandAcquired => "拿地",
        Stage::NotStarted => "未开工",
        Stage::Started => "开工",
        Stage::UnderConstruction => "在建",
        Stage::StartedOrProduction => "开工或投产",
        Stage::PartialProduction => "部分投产",
        Stage::Completed => "竣工",
        Stage::InProduction => "投产",
        Stage::FullCapacity => "达产",
        Stage::Suspended => "停工",
        Stage::Terminated => "终止",
        Stage::Removed => "清退",
        Stage::Superseded => "并入、更名、拆分",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_called_by_their_chinese_names() {
        assert_eq!(stage_word("under_construction", Lang::Zh), "在建");
        assert_eq!(stage_word("under_construction", Lang::En), "under_construction");
        assert_eq!(stage_word("2023-07-31/day", Lang::Zh), "2023-07-31/day");
    }
}
