//! The words that header labels are made of (构词) and what each does to the meaning.

/// A word of a label, by what it does to the meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Word {
    /// 到位资金: money that arrived.
    Arrived,
    /// 外资.
    Foreign,
    /// 完成投资.
    Done,
    /// 投资.
    Invest,
    /// 总投资.
    TotalInvest,
    /// 额, 金额, 资金.
    Money,
    /// 合同, 协议.
    Contract,
    /// 固定资产.
    Fixed,
    /// 一期.
    PhaseOne,
    /// 注册资本.
    Capital,
    /// 时间, 日期.
    Time,
    /// 签约.
    Sign,
    /// 注册.
    Register,
    /// 开工.
    Start,
    /// 投产.
    Production,
    /// 竣工.
    Complete,
    /// 达产.
    FullCapacity,
    /// 拿地.
    Land,
    /// 入统.
    Statistics,
    /// 升规.
    Scale,
    /// 计划, 预计.
    Planned,
    /// 实际.
    Actual,
    /// 是否.
    Whether,
    /// 已.
    Already,
    /// 上月, 上期.
    Previous,
    /// 上年, 去年.
    LastYear,
    /// 以前年度, 年初以前: everything before this year.
    BeforeYear,
    /// 小计: a sum inside the table.
    Subtotal,
    /// 较上月, 比上月: the difference from the month before.
    Versus,
    /// 本月.
    ThisMonth,
    /// 下月, 明年.
    Next,
    /// 本年, 年初以来.
    ThisYear,
    /// 累计.
    Total,
    /// 总额, 累计数: money, and all of it.
    GrandTotal,
    /// 截至, 截止, 底.
    Until,
    /// 7月.
    Month(u32),
    /// 2023年.
    Year(i32),
    /// 1-7月.
    MonthRange(u32),
    /// 率, 占比.
    Share,
    /// Any other head noun: the label is about something else.
    Other,
    /// A word that changes nothing.
    Filler,
}

use Word::{
    Actual, Already, Arrived, BeforeYear, Capital, Complete, Contract, Done, Filler, Fixed, Foreign,
    FullCapacity, GrandTotal, Invest, Land, LastYear, Money, Next, Other, PhaseOne, Planned, Previous,
    Production, Register, Scale, Share, Sign, Start, Statistics, Subtotal, ThisMonth, ThisYear, Time, Total,
    TotalInvest, Until, Versus, Whether,
};

/// Words and what they do, their spellings separated by blanks. The longest that fits is taken.
pub const WORDS: &[(Word, &str)] = &[
    (
        Arrived,
        "到位资金 资金到位 到资金额 到位 到资 到账资金 资金到账 到账 实到资金 实到 实际到账 资金实到 到款 到了多少 进账 capitalarrived fundsarrived \
         capitalinplace fundsinplace paidincapital capitalpaidin capitalreceived fundsreceived arrived",
    ),
    (Foreign, "外资 fdi 使用外资 利用外资"),
    (Done, "完成投资 投资完成 已投资 已完成投资 形象进度投资 完成额 完成"),
    (
        TotalInvest,
        "totalinvestment 总投资 投资总额 投资总规模 投资规模 总投入 计划总投资 计划投资总额 概算总投资",
    ),
    (Invest, "投资 引资 investment"),
    (Money, "金额 资金 数额 额度 额 款 数 amount value capital funds"),
    (Contract, "合同 协议 正式合同 正式协议 投资协议 正式 contractual contracted contract agreed agreement"),
    (Fixed, "固定资产 固投 固定资产投资"),
    (PhaseOne, "一期 首期 第一期"),
    (Capital, "注册资本金 注册资本 注册资金"),
    (Time, "时间 日期 年月日 年月 何时 什么时候 几时 时点 时限 节点 date time"),
    (Sign, "签约 签订 签署 签的 signing signed signature"),
    (
        Register,
        "注册 工商注册 工商登记 公司注册 注册登记 注册成立 注册落户 营业执照取得 取得营业执照 领取营业执照 营业执照 公司成立 企业成立 registration registered",
    ),
    (
        Start,
        "开工 动工 开工建设 开建 奠基 正式开工 开工动工 constructionstart startofconstruction commencement \
         groundbreaking start",
    ),
    (
        Production,
        "productionstart startofproduction production operation 投产 开业 运营 投用 投产运营 试生产 投运 竣工投产 建成投产 营业 正式投产 开业运营",
    ),
    (Complete, "竣工 建成 完工 竣工验收"),
    (FullCapacity, "达产 投达产 满产"),
    (Land, "拿地 供地 摘牌 取得土地 土地出让 土地取得"),
    (Statistics, "入统 入库 纳统"),
    (Scale, "升规 进规 上规 入规"),
    (Planned, "planned expected scheduled estimated 计划 预计 拟 承诺 约定 预期 目标 力争 规划 预定 拟定"),
    (Actual, "实际 实 actual"),
    (Whether, "是否 打√ 是/否 与否 否 打勾 打✓ 打“√” √"),
    (Already, "已经 已"),
    (
        Previous,
        "上月 上期 上一报告期 上个月 上一期 上报告期 上次 前期 上一月 lastmonth previousmonth priormonth",
    ),
    (LastYear, "上年 去年 历年 上年度 之前 以前 lastyear previousyear"),
    (BeforeYear, "年初以前 以前年度 以往年度 往年 往年度 previousyears prioryears"),
    (Subtotal, "小计 分计 subtotal"),
    (Versus, "较上月 比上月 与上月相比 较上期 比上期"),
    (ThisMonth, "本月 当月 本期 现阶段 月度 thismonth currentmonth"),
    (Next, "下月 下年 明年 下步 次月 剩余 未 缺口 尚需 后续"),
    (
        ThisYear,
        "本年 当年 今年 本年度 年初以来 年初至今 年初到现在 今年累计 今年以来 年内 年度 当年度 本年以来 全年 \
         thisyear currentyear yeartodate ytd",
    ),
    (GrandTotal, "总额 总金额 总数 合计数 累计数 累计额 合计额"),
    (
        Total,
        "签约至今 自签约起 自签约以来 签约后 开工至今 累计 累积 总计 合计 开工以来 签约以来 至今 历年累计 总 cumulative accumulated todate total",
    ),
    (Until, "截至 截止 截止到 截至到 底 末 底止 底前 末前 底以前 asof upto"),
    (Share, "率 占比 比例 比重 同比 环比 增速 增长 % 百分比 个数 家数 项目数"),
    (
        Other,
        "来源 备注 说明 单位 凭证 方式 原因 联系 电话 人员 责任 负责人 联系人 责任人 问题 \
         附件 银行 账户 困难 名称 地点 地址 编号 类别 级别 公司 方案 手续 进展 内容 税 \
         产值 营收 用工 专班 领导 面积 要求 计划表 证明 代码 性质 类型 条件",
    ),
    (
        Filler,
        "写明 载明 列明 注明 所列 口径 何 在 处于 项目 情况 的 目前 本报告期 报告期 新增 现 人民币 元 投资方 企业 外来 其中 资 主要 \
         (发改) (经信) () ( ) / 、 , - : 以来 初 共 等 有 月 年 度 日 为 \
         变化 变动 增减 增加 至 到 本 及 和 填报 统计 表 进度 业 及其 式 of the project and by _",
    ),
];
