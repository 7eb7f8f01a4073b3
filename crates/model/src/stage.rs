//! The stages of a project (项目阶段), from planned to full capacity, and the words beside the road.

use std::fmt;
use std::str::FromStr;

/// What a return says of a project's progress. Variants stand in the order of `status_words.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 谋划: not signed.
    Planned,
    /// 在谈: not signed.
    Negotiating,
    /// 框架协议: signed, but no formal contract.
    SignedFramework,
    /// 签约.
    Signed,
    /// 已注册: a local company exists.
    Registered,
    /// 落地: ambiguous, a policy decides.
    Landed,
    /// 前期工作.
    PreConstruction,
    /// 拿地.
    LandAcquired,
    /// 未开工: said to have not started, nothing more.
    NotStarted,
    /// 开工.
    Started,
    /// 在建.
    UnderConstruction,
    /// 开工投产: one of the two; not a stage but a union.
    StartedOrProduction,
    /// 部分投产, 试生产.
    PartialProduction,
    /// 竣工.
    Completed,
    /// 投产.
    InProduction,
    /// 达产.
    FullCapacity,
    /// 停工: keeps what was before.
    Suspended,
    /// 终止.
    Terminated,
    /// 清退: leaves the population.
    Removed,
    /// 更名, 并入, 拆分: goes on under another project.
    Superseded,
}

/// A word that is no stage.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a stage")]
pub struct NotAStage(String);

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; 20] = [
        Stage::Planned,
        Stage::Negotiating,
        Stage::SignedFramework,
        Stage::Signed,
        Stage::Registered,
        Stage::Landed,
        Stage::PreConstruction,
        Stage::LandAcquired,
        Stage::NotStarted,
        Stage::Started,
        Stage::UnderConstruction,
        Stage::StartedOrProduction,
        Stage::PartialProduction,
        Stage::Completed,
        Stage::InProduction,
        Stage::FullCapacity,
        Stage::Suspended,
        Stage::Terminated,
        Stage::Removed,
        Stage::Superseded,
    ];

    /// The word in the datasets and in `status_words.csv`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Stage::Planned => "planned",
            Stage::Negotiating => "negotiating",
            Stage::SignedFramework => "signed_framework",
            Stage::Signed => "signed",
            Stage::Registered => "registered",
            Stage::Landed => "landed",
            Stage::PreConstruction => "pre_construction",
            Stage::LandAcquired => "land_acquired",
            Stage::NotStarted => "not_started",
            Stage::Started => "started",
            Stage::UnderConstruction => "under_construction",
            Stage::StartedOrProduction => "started_or_production",
            Stage::PartialProduction => "partial_production",
            Stage::Completed => "completed",
            Stage::InProduction => "in_production",
            Stage::FullCapacity => "full_capacity",
            Stage::Suspended => "suspended",
            Stage::Terminated => "terminated",
            Stage::Removed => "removed",
            Stage::Superseded => "superseded",
        }
    }

    /// The Chinese word that tables print.
    pub const fn zh(self) -> &'static str {
        match self {
            Stage::Planned => "谋划",
            Stage::Negotiating => "在谈",
            Stage::SignedFramework => "框架协议",
            Stage::Signed => "签约",
            Stage::Registered => "注册",
            Stage::Landed => "落地",
            Stage::PreConstruction => "前期",
            Stage::LandAcquired => "拿地",
            Stage::NotStarted => "未开工",
            Stage::Started => "开工",
            Stage::UnderConstruction => "在建",
            Stage::StartedOrProduction => "开工投产",
            Stage::PartialProduction => "部分投产",
            Stage::Completed => "竣工",
            Stage::InProduction => "投产",
            Stage::FullCapacity => "达产",
            Stage::Suspended => "停工",
            Stage::Terminated => "终止",
            Stage::Removed => "清退",
            Stage::Superseded => "并入",
        }
    }

    /// How far along the road the stage is; nothing for words beside the road.
    ///
    /// A project that falls to a lower number has regressed.
    pub const fn progress(self) -> Option<u8> {
        match self {
            Stage::Planned | Stage::Negotiating => Some(0),
            Stage::SignedFramework => Some(1),
            Stage::Signed => Some(2),
            Stage::Registered | Stage::Landed => Some(3),
            Stage::PreConstruction => Some(4),
            Stage::LandAcquired => Some(5),
            Stage::Started | Stage::StartedOrProduction => Some(6),
            Stage::UnderConstruction => Some(7),
            Stage::PartialProduction => Some(8),
            Stage::Completed => Some(9),
            Stage::InProduction => Some(10),
            Stage::FullCapacity => Some(11),
            Stage::NotStarted | Stage::Suspended | Stage::Terminated | Stage::Removed | Stage::Superseded => {
                None
            }
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Stage {
    type Err = NotAStage;

    fn from_str(text: &str) -> Result<Stage, NotAStage> {
        Stage::ALL.into_iter().find(|stage| stage.as_str() == text).ok_or_else(|| NotAStage(text.to_owned()))
    }
}
