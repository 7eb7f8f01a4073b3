//! The canonical fields of a return (规范字段): what a column can mean.
//!
//! The same list stands in `data/reference/header_fields.csv` for people to read; a test keeps them equal.

use std::fmt;
use std::str::FromStr;

/// How the cells of a field are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// Free text or a name.
    Text,
    /// A whole number.
    Int,
    /// A number that is no money.
    Number,
    /// Money.
    Amount,
    /// A date with precision.
    Date,
    /// Yes, no, a tick.
    Bool,
    /// A word of a list.
    Enum,
    /// A reporting unit.
    Unit,
    /// An industry.
    Industry,
}

/// A text that names no field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a field")]
pub struct NotAField(String);

macro_rules! fields {
    ($( $variant:ident = $name:literal, $kind:ident, $unit:literal, $privacy:ident, $zh:literal, $en:literal; )+) => {
        /// A canonical field: the meaning of a column of a return.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $( #[doc = $en] $variant, )+ }

        impl Field {
            /// Every field, in the order of `header_fields.csv`.
            pub const ALL: &[Field] = &[ $( Field::$variant, )+ ];

            /// The name in datasets and reference tables.
            pub const fn name(self) -> &'static str { match self { $( Field::$variant => $name, )+ } }

            /// The usual Chinese header.
            pub const fn zh(self) -> &'static str { match self { $( Field::$variant => $zh, )+ } }

            /// What it is, in English.
            pub const fn en(self) -> &'static str { match self { $( Field::$variant => $en, )+ } }

            /// How its cells are read.
            pub const fn value_type(self) -> ValueType { match self { $( Field::$variant => ValueType::$kind, )+ } }

            /// The customary unit where a column has one, else empty.
            pub const fn default_unit(self) -> &'static str { match self { $( Field::$variant => $unit, )+ } }

            /// Personal data: never leaves the staging cells.
            pub const fn is_personal(self) -> bool { match self { $( Field::$variant => privacy!($privacy), )+ } }
        }
    };
}

macro_rules! privacy {
    (personal) => {
        true
    };
    (open) => {
        false
    };
}

fields! {
    RowNo = "row_no", Int, "", open, "序号", "running number of a row";
    ProjectCodeLocal = "project_code_local", Text, "", open, "项目编码（本地）", "local code of the project";
    ProjectCodeNational = "project_code_national", Text, "", open, "项目代码（国家）", "national investment project code";
    ProjectName = "project_name", Text, "", open, "项目名称", "name of the project";
    Event = "event", Text, "", open, "签约活动", "event at which it was signed";
    EventYear = "event_year", Int, "", open, "签约年份（届次）", "edition of the event";
    SignDate = "sign_date", Date, "", open, "签约时间", "date of signing";
    AgreementType = "agreement_type", Enum, "", open, "协议类型", "type of agreement";
    Investor = "investor", Text, "", open, "投资方", "investor";
    LocalEntity = "local_entity", Text, "", open, "落地公司", "local company that carries the project";
    CreditCode = "credit_code", Text, "", open, "统一社会信用代码", "unified social credit code";
    InvestorOrigin = "investor_origin", Text, "", open, "投资方来源地", "where the investor comes from";
    DomesticForeign = "domestic_foreign", Enum, "", open, "内外资", "domestic or foreign capital";
    ResponsibleUnit = "responsible_unit", Unit, "", open, "填报（落地）单位", "unit that reports the project";
    IndustryRaw = "industry_raw", Industry, "", open, "产业", "industry as written";
    Content = "content", Text, "", open, "建设内容", "what is built";
    ContractValue = "contract_value", Amount, "", open, "合同投资额", "formal contract value";
    Phase1Value = "phase1_value", Amount, "", open, "一期投资额", "value of the first phase";
    FixedInvest = "fixed_invest", Amount, "", open, "固定资产投资", "fixed-asset investment";
    RegisteredCapital = "registered_capital", Amount, "", open, "注册资本", "registered capital";
    ArrivedTotal = "arrived_total", Amount, "", open, "累计到位资金", "capital arrived since signing";
    ArrivedYear = "arrived_year", Amount, "", open, "本年到位资金", "capital arrived since January";
    ArrivedMonth = "arrived_month", Amount, "", open, "本月到位资金", "capital arrived in the month";
    ArrivedPrev = "arrived_prev", Amount, "", open, "上期累计到位资金", "capital arrived up to the month before";
    ArrivedForeign = "arrived_foreign", Amount, "万美元", open, "实际到位外资", "foreign capital arrived";
    InvestDone = "invest_done", Amount, "", open, "累计完成投资", "investment completed";
    StatusRaw = "status_raw", Enum, "", open, "项目状态", "stage as written";
    IsSigned = "is_signed", Bool, "", open, "是否签约", "signed or not";
    IsRegistered = "is_registered", Bool, "", open, "是否注册", "registered or not";
    IsStarted = "is_started", Bool, "", open, "是否开工", "started or not";
    IsCompleted = "is_completed", Bool, "", open, "是否竣工", "completed or not";
    IsProduction = "is_production", Bool, "", open, "是否投产", "in production or not";
    IsFullCapacity = "is_full_capacity", Bool, "", open, "是否达产", "at full capacity or not";
    RegisterDate = "register_date", Date, "", open, "注册时间", "date of registration";
    StartDate = "start_date", Date, "", open, "开工时间", "date of start";
    PlannedStart = "planned_start", Date, "", open, "计划开工时间", "planned start";
    ProductionDate = "production_date", Date, "", open, "投产时间", "start of production";
    CompletionDate = "completion_date", Date, "", open, "竣工时间", "date of completion";
    PlannedProduction = "planned_production", Date, "", open, "计划投产时间", "planned start of production";
    InStatDb = "in_stat_db", Bool, "", open, "是否入统", "entered in the official statistics or not";
    StatDbDate = "stat_db_date", Date, "", open, "入统时间", "date of entry in the official statistics";
    IsAboveScale = "is_above_scale", Bool, "", open, "是否升规", "above-scale enterprise or not";
    AboveScaleDate = "above_scale_date", Date, "", open, "进规时间", "date of becoming above scale";
    Land = "land", Number, "亩", open, "用地面积", "area of land";
    IsLandSupplied = "is_land_supplied", Bool, "", open, "是否供地", "land supplied or not";
    LandDate = "land_date", Date, "", open, "拿地时间", "date of land acquisition";
    ProgressText = "progress_text", Text, "", open, "进展情况", "progress in words";
    ProblemText = "problem_text", Text, "", open, "存在问题", "problems in words";
    NextStep = "next_step", Text, "", open, "下一步工作", "next steps in words";
    Contact = "contact", Text, "", personal, "联系人", "contact person";
    Phone = "phone", Text, "", personal, "联系电话", "telephone number";
    Note = "note", Text, "", open, "备注", "remarks";
    Tracked = "tracked", Bool, "", open, "是否纳入跟踪督办", "taken into the tracked set or not";
    NotTrackedReason = "not_tracked_reason", Text, "", open, "未纳入原因", "why it is not tracked";
    DecidedAt = "decided_at", Date, "", open, "认定时间", "date of the decision";
    ContractAtSigning = "contract_at_signing", Amount, "", open, "签约时合同额", "contract value at signing";
}

impl Field {
    /// How many fields there are.
    pub const COUNT: usize = Field::ALL.len();

    /// Its place in [`Field::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Field {
    type Err = NotAField;

    fn from_str(text: &str) -> Result<Field, NotAField> {
        Field::ALL
            .iter()
            .copied()
            .find(|field| field.name() == text)
            .ok_or_else(|| NotAField(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_fields() {
        for field in Field::ALL {
            assert_eq!(field.name().parse::<Field>().unwrap(), *field);
            assert_eq!(Field::ALL[field.index()], *field);
        }
    }
}
