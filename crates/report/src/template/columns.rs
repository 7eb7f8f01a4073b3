//! The columns of a template (栏目), each under a heading that the reader knows word for word.

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TemplateColumn {
    /// 序号.
    RowNumber,
    /// 台账编号: by which a row finds its project again.
    LedgerNo,
    /// 项目名称.
    ProjectName,
    /// 投资方.
    Investor,
    /// 签约活动: only where it is not the same for all.
    Event,
    /// 届次.
    Edition,
    /// 签约时间.
    SignDate,
    /// 正式合同额.
    ContractValue,
    /// 截止上一报告期累计到位资金: what was last known, to compare with.
    CapitalBefore,
    /// 累计到位资金: to be filled in.
    Capital,
    /// 项目阶段: to be filled in.
    Stage,
    /// 开工时间.
    StartDate,
    /// 投产时间.
    ProductionDate,
    /// 计划开工时间.
    PlannedStart,
    /// 计划投产时间.
    PlannedProduction,
    /// 进展情况.
    Progress,
    /// 存在问题.
    Problems,
    /// 备注.
    Remarks,
}

use TemplateColumn::{
    Capital, CapitalBefore, ContractValue, Edition, Event, Investor, LedgerNo, PlannedProduction,
    PlannedStart, Problems, ProductionDate, Progress, ProjectName, Remarks, RowNumber, SignDate, Stage,
    StartDate,
};

impl TemplateColumn {
    /// Every column, from left to right.
    pub const ALL: [TemplateColumn; 18] = [
        RowNumber,
        LedgerNo,
        ProjectName,
        Investor,
        Event,
        Edition,
        SignDate,
        ContractValue,
        CapitalBefore,
        Capital,
        Stage,
        StartDate,
        ProductionDate,
        PlannedStart,
        PlannedProduction,
        Progress,
        Problems,
        Remarks,
    ];

    /// The heading without its unit, a text of `header_synonyms.csv`.
    pub const fn heading(self) -> &'static str {
        match self {
            RowNumber => "序号",
            LedgerNo => "台账编号",
            ProjectName => "项目名称",
            Investor => "投资方",
            Event => "签约活动",
            Edition => "届次",
            SignDate => "签约时间",
            ContractValue => "正式合同额",
            CapitalBefore => "截止上一报告期累计到位资金",
            Capital => "累计到位资金",
            Stage => "项目阶段",
            StartDate => "开工时间",
            ProductionDate => "投产时间",
            PlannedStart => "计划开工时间",
            PlannedProduction => "计划投产时间",
            Progress => "进展情况",
            Problems => "存在问题",
            Remarks => "备注",
        }
    }

    /// Its width in characters of the standard font.
    pub const fn width(self) -> u16 {
        match self {
            RowNumber => 5,
            Edition => 7,
            Event => 10,
            LedgerNo | Stage => 12,
            SignDate | StartDate | ProductionDate | PlannedStart | PlannedProduction => 12,
            ContractValue | Capital => 14,
            CapitalBefore => 18,
            Remarks => 18,
            Investor | Problems => 24,
            ProjectName => 30,
            Progress => 34,
        }
    }

    /// Amounts of money.
    pub const fn is_amount(self) -> bool {
        matches!(self, ContractValue | CapitalBefore | Capital)
    }

    /// Dates.
    pub const fn is_date(self) -> bool {
        matches!(self, SignDate | StartDate | ProductionDate | PlannedStart | PlannedProduction)
    }

    /// Long words, which stand on the left.
    pub const fn is_prose(self) -> bool {
        matches!(self, ProjectName | Investor | Progress | Problems | Remarks)
    }

    /// What the ledger says of a project: locked where it says it.
    pub const fn is_identity(self) -> bool {
        matches!(self, RowNumber | LedgerNo | ProjectName | Investor | Event | Edition | SignDate)
    }

    /// What no unit ever writes: numbers are given by the bureau, and last month is over.
    pub const fn is_closed(self) -> bool {
        matches!(self, LedgerNo | CapitalBefore)
    }
}
