//! Sentences on progress (进展文字): what free text says in each stage, with the negations and plans that mislead.

use model::date::Date;
use model::month::Month;
use model::stage::Stage;

use crate::random::Random;
use crate::world::project::Life;

/// One sentence or two that say the stage.
pub(crate) fn progress_sentence(stage: Stage, life: &Life, period: Month, random: &mut Random) -> String {
    let soon = month_text(period.plus(1 + random.below(5) as i32));
    let choices = sentences_before_start(stage, &soon).or_else(|| sentences_after_start(stage, life, &soon));
    let chosen = random.below(3);
    choices.and_then(|choices| choices.into_iter().nth(chosen)).unwrap_or_default()
}

fn sentences_before_start(stage: Stage, soon: &str) -> Option<[String; 3]> {
    let choices = match stage {
        Stage::Signed => [
            "已签订正式合同，公司注册尚未办理。".to_owned(),
            "双方已签约，企业正在开展选址比选。".to_owned(),
            format!("已签约，预计{soon}完成公司注册。"),
        ],
        Stage::Registered => [
            "项目公司已注册，正在编制可研报告。".to_owned(),
            "已完成公司注册，尚未开工。".to_owned(),
            format!("公司已注册，计划{soon}启动方案设计。"),
        ],
        Stage::PreConstruction => [
            "正在办理规划许可等前期手续，未开工。".to_owned(),
            format!("正在开展环评、能评，预计{soon}开工建设。"),
            format!("前期工作推进中，方案已过会，力争{soon}动工。"),
        ],
        Stage::LandAcquired => [
            "已完成土地摘牌，尚未开工。".to_owned(),
            format!("已拿地，施工图审查中，计划{soon}开工。"),
            "地块已供地，正在办理施工许可，未动工。".to_owned(),
        ],
        _ => return None,
    };
    Some(choices)
}

fn sentences_after_start(stage: Stage, life: &Life, soon: &str) -> Option<[String; 3]> {
    let in_month = |date: Option<Date>| date.map_or_else(String::new, |date| month_text(Month::of(date)));
    let choices = match stage {
        Stage::Started => [
            format!("{}开工，正在进行桩基施工。", in_month(life.started)),
            "已开工，场平基本完成。".to_owned(),
            format!("项目已开工建设，预计{soon}完成基础工程。"),
        ],
        Stage::UnderConstruction => [
            "主体施工中，1#厂房已封顶。".to_owned(),
            format!("项目在建，计划{soon}进行设备安装。"),
            format!("{}开工，目前正在建设，尚未投产。", in_month(life.started)),
        ],
        Stage::PartialProduction => [
            "部分产线已投产，其余设备安装中。".to_owned(),
            "部分投产，产能爬坡中。".to_owned(),
            format!("部分产线{}起试生产，其余在建。", in_month(life.partial)),
        ],
        Stage::InProduction => [
            "已投产，生产经营正常。".to_owned(),
            "项目已正式投产，正在扩大产能。".to_owned(),
            "项目已建成投产，正在申报升规。".to_owned(),
        ],
        Stage::FullCapacity => [
            "已达产，订单饱满。".to_owned(),
            "项目已达产，年产值符合预期。".to_owned(),
            "全面投产并已达产。".to_owned(),
        ],
        Stage::Suspended => [
            "因企业资金紧张，项目已停工。".to_owned(),
            "目前停工，正协调复工。".to_owned(),
            "受市场影响暂停建设。".to_owned(),
        ],
        Stage::Terminated => [
            "经双方协商，项目已终止。".to_owned(),
            "已解除合同，项目终止。".to_owned(),
            "企业放弃投资，协议已终止。".to_owned(),
        ],
        _ => return None,
    };
    Some(choices)
}

/// `2023年7月`.
pub(crate) fn month_text(month: Month) -> String {
    format!("{}年{}月", month.year(), month.month())
}
