//! Texts of headings (表头用语) for each field: what officials write, and English beside it.

use model::field::Field;

/// Headings that mean the field without a doubt, the usual one first.
const HEADINGS: &[(Field, &[&str])] = &[
    (Field::RowNo, &["序号", "项目序号", "NO."]),
    (Field::ProjectCodeLocal, &["台账编号", "市级项目编码", "项目编码"]),
    (Field::ProjectName, &["项目名称", "签约项目名称", "招商项目名称", "项目名", "项目（企业）名称"]),
    (Field::Event, &["签约活动", "签约平台", "招商活动", "来源活动"]),
    (Field::EventYear, &["届次", "签约年度", "签约年份"]),
    (Field::SignDate, &["签约时间", "签约日期", "合同签订时间", "正式签约时间", "协议签订时间"]),
    (Field::AgreementType, &["协议类型", "合同性质", "签约类型"]),
    (Field::Investor, &["投资方", "投资主体", "投资方名称", "签约企业", "投资单位"]),
    (Field::LocalEntity, &["项目公司", "注册公司名称", "落地公司", "本地注册企业"]),
    (Field::CreditCode, &["统一社会信用代码", "信用代码"]),
    (Field::InvestorOrigin, &["来源地", "投资方所在地", "投资来源地"]),
    (Field::ResponsibleUnit, &["所属区县", "落地区县", "承接区县", "区县"]),
    (Field::IndustryRaw, &["产业类别", "所属产业", "产业领域", "重点产业"]),
    (Field::Content, &["建设内容", "项目简介", "主要建设内容", "建设内容及规模"]),
    (Field::ContractValue, &["正式合同额", "合同投资额", "合同额", "协议投资额", "签约金额"]),
    (Field::FixedInvest, &["固定资产投资", "其中：固定资产投资", "固投"]),
    (Field::ArrivedTotal, &["累计到位资金", "累计资金到位", "累计到资", "累计实际到资总额"]),
    (Field::ArrivedYear, &["本年到位资金", "今年以来到位资金"]),
    (Field::ArrivedMonth, &["本月到位资金", "本月新增到位", "当月到位"]),
    (Field::ArrivedPrev, &["上月累计到位", "截止上一报告期累计到位资金"]),
    (Field::InvestDone, &["累计完成投资", "已完成投资", "完成投资"]),
    (Field::StatusRaw, &["项目状态", "当前阶段", "推进阶段", "所处阶段", "进展状态"]),
    (Field::IsSigned, &["是否已签约"]),
    (Field::IsRegistered, &["是否已注册"]),
    (Field::IsStarted, &["是否开工", "是否已开工"]),
    (Field::IsProduction, &["是否投产"]),
    (Field::RegisterDate, &["注册时间", "注册日期", "工商注册时间"]),
    (Field::StartDate, &["开工时间", "开工日期", "实际开工时间"]),
    (Field::PlannedStart, &["计划开工时间", "拟开工时间", "预计开工时间"]),
    (Field::ProductionDate, &["投产时间", "实际投产时间"]),
    (Field::PlannedProduction, &["计划投产时间", "预计投产时间"]),
    (Field::Land, &["项目用地", "用地情况"]),
    (Field::ProgressText, &["进展情况", "目前进展", "最新进展", "项目推进情况", "工作进展"]),
    (Field::ProblemText, &["存在问题", "存在的困难和问题", "需协调解决事项"]),
    (Field::NextStep, &["下一步工作", "下步措施", "下一步计划"]),
    (Field::Contact, &["联系人"]),
    (Field::Phone, &["联系方式", "联系人电话"]),
    (Field::Note, &["备注", "说明"]),
];

/// The headings of a field; none for fields that no layout has.
pub(crate) fn headings(field: Field) -> &'static [&'static str] {
    HEADINGS.iter().find(|(of, _)| *of == field).map_or(&[], |(_, texts)| texts)
}

/// The group that a field stands in where a header has groups.
pub(crate) const fn group(field: Field) -> &'static str {
    match field {
        Field::ContractValue
        | Field::FixedInvest
        | Field::ArrivedTotal
        | Field::ArrivedYear
        | Field::ArrivedMonth
        | Field::ArrivedPrev
        | Field::InvestDone => "投资情况",
        Field::StatusRaw
        | Field::IsSigned
        | Field::IsRegistered
        | Field::IsStarted
        | Field::IsProduction
        | Field::StartDate
        | Field::ProductionDate
        | Field::RegisterDate => "推进情况",
        Field::ProblemText | Field::NextStep => "问题及措施",
        _ => "",
    }
}

/// The heading in English.
pub(crate) const fn english(field: Field) -> &'static str {
    match field {
        Field::RowNo => "No.",
        Field::ProjectCodeLocal => "Ledger No.",
        Field::ProjectName => "Project",
        Field::Event => "Event",
        Field::EventYear => "Edition",
        Field::Investor => "Investor",
        Field::IndustryRaw => "Industry",
        Field::SignDate => "Signed on",
        Field::ContractValue => "Contract Value",
        Field::ArrivedTotal => "Capital in Place, Cumulative",
        Field::ArrivedYear => "Capital in Place, This Year",
        Field::StatusRaw => "Status",
        Field::StartDate => "Start of Construction",
        Field::ProductionDate => "Start of Production",
        Field::Note => "Remarks",
        _ => "Details",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::field::Field;

    #[test]
    fn every_heading_is_a_known_synonym_of_its_field() {
        let synonyms = include_str!("../../../data/reference/header_synonyms.csv");
        let plain = |text: &str| text.replace(['（', '）', '(', ')'], "");
        for field in Field::ALL {
            for heading in headings(*field) {
                let known = synonyms.lines().any(|line| {
                    let mut cells = line.split(',');
                    cells.next() == Some(field.name())
                        && cells.next().is_some_and(|variant| plain(variant).starts_with(&plain(heading)))
                });
                assert!(known, "{field} {heading}");
            }
        }
    }
}
