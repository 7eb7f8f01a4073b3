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

/// Pairs of marks for yes and no.
pub(crate) const TICKS: [(&str, &str); 4] = [("是", "否"), ("√", "×"), ("√", ""), ("1", "0")];
