//! Labels that are nouns (名词表头): whom, what or where a column names, told by the noun that heads the label and by the
//! words that must not stand beside it. For wordings that no list holds: `出资主体全称`, `目前处于何阶段`, `归属行业`.

use model::field::Field;

/// How sure a noun is.
pub const CONFIDENCE: f64 = 0.85;

/// A rule: the field, words of which one has to stand in the label, and words that may not.
struct Rule {
    field: Field,
    any: &'static [&'static str],
    none: &'static [&'static str],
}

/// People and numbers to call: before everything else, for they are personal.
const PEOPLE: [&str; 9] =
    ["联系人", "联络", "经办", "负责人", "责任人", "对接人", "专员", "填报人", "跟踪人"];

/// Rules in order: the first that fits decides.
const RULES: &[Rule] = &[
    Rule { field: Field::Phone, any: &["电话", "手机", "联系方式", "电邮", "邮箱"], none: &[] },
    Rule { field: Field::Contact, any: &PEOPLE, none: &["电话", "单位", "意见"] },
    Rule { field: Field::CreditCode, any: &["信用代码", "社会代码"], none: &[] },
    Rule {
        field: Field::ProjectCodeLocal,
        any: &["台账号", "台账编", "台账代码", "市级编号", "区级编号", "库编号"],
        none: &[],
    },
    Rule {
        field: Field::NextStep,
        any: &[
            "下阶段",
            "下一阶段",
            "下步",
            "下一步",
            "后续安排",
            "后续工作",
            "后续措施",
            "下月安排",
            "下月计划",
        ],
        none: &["投资", "资金"],
    },
    Rule {
        field: Field::ProblemText,
        any: &["问题", "困难", "诉求", "堵点", "需协调", "需解决", "需支持", "需要协调", "难点"],
        none: &["编号", "分类", "个数"],
    },
    Rule {
        field: Field::Note,
        any: &["备注", "备考", "备忘", "附注", "说明的事项", "说明事项", "补充说明"],
        none: &[],
    },
    Rule {
        field: Field::ResponsibleUnit,
        any: &[
            "填报区县",
            "报送区县",
            "落户区县",
            "落地区县",
            "所属区县",
            "所在区县",
            "责任区县",
            "归属区县",
            "区县名",
        ],
        none: &[],
    },
    Rule {
        field: Field::EventYear,
        any: &["届次", "届别", "届数", "哪届", "哪一届", "哪年签", "签约届", "批次", "签约年", "年届"],
        none: &["问题", "资金", "月"],
    },
    Rule {
        field: Field::Event,
        any: &["何活动", "哪个活动", "哪场活动", "签约活动", "签约平台", "签约场次"],
        none: &[],
    },
    Rule {
        field: Field::LocalEntity,
        any: &[
            "承接公司",
            "承接企业",
            "落户主体",
            "落户企业",
            "落户公司",
            "本地公司",
            "本地企业",
            "注册公司",
            "项目公司",
            "在地公司",
            "在渝公司",
            "在渝企业",
            "业主",
            "实施主体",
            "实施单位",
            "建设单位",
            "建设主体",
            "落地公司",
            "落地企业",
            "落地主体",
            "本地主体",
            "本地落户",
        ],
        none: &["是否", "时间", "日期", "联系", "来源"],
    },
    Rule {
        field: Field::Investor,
        any: &[
            "出资方",
            "出资人",
            "出资主体",
            "出资企业",
            "出资单位",
            "投资方",
            "投资人",
            "投资主体",
            "投资单位",
            "投资企业",
            "投资商",
            "投资者",
            "投资公司",
            "客商",
            "何人投资",
            "谁投资",
            "谁来投",
            "签约企业",
            "签约主体",
            "签约方",
            "引进企业",
            "招引企业",
            "来投企业",
            "控股方",
            "母公司",
        ],
        none: &["来源", "所在地", "国别", "性质", "类型", "到位", "到账", "额", "证照", "时间", "注册地"],
    },
    Rule {
        field: Field::ProjectName,
        any: &[
            "项目名",
            "项目全名",
            "项目全称",
            "项目简称",
            "项目法定名",
            "项目标准名",
            "项目正式名",
            "工程名称",
            "项目叫",
        ],
        none: &["公司", "企业", "单位", "业主", "曾用"],
    },
    Rule {
        field: Field::IndustryRaw,
        any: &["行业", "产业", "领域", "赛道"],
        none: &["主管", "投资", "资金", "产值", "部门"],
    },
    Rule {
        field: Field::StatusRaw,
        any: &[
            "环节",
            "阶段",
            "哪一步",
            "哪步",
            "什么程度",
            "何程度",
            "状态",
            "现状",
            "履约进展",
            "推进到",
            "进展到",
            "进度到",
            "进展程度",
            "推进程度",
            "落地进展",
        ],
        none: &[
            "选项",
            "下拉",
            "时间",
            "日期",
            "计划",
            "任务",
            "到位",
            "投资",
            "现阶段到",
            "说明",
            "描述",
            "情况",
        ],
    },
    Rule {
        field: Field::ProgressText,
        any: &[
            "推进情况",
            "进展情况",
            "进度情况",
            "推进简述",
            "进展简述",
            "进展描述",
            "进展说明",
            "工作动态",
            "工作进展",
            "进展动态",
            "工作开展",
            "推进动态",
            "建设动态",
            "最新情况",
        ],
        none: &["下", "资金", "到位"],
    },
    Rule {
        field: Field::Content,
        any: &["建设内容", "项目简介", "项目概况", "建设规模", "主要内容", "项目介绍"],
        none: &[],
    },
];

/// Whole labels that are too short to be looked for inside others.
const WHOLE: [(&str, Field); 21] = [
    ("序次", Field::RowNo),
    ("序列", Field::RowNo),
    ("序列号", Field::RowNo),
    ("顺序", Field::RowNo),
    ("顺序号", Field::RowNo),
    ("次序", Field::RowNo),
    ("编次", Field::RowNo),
    ("编排号", Field::RowNo),
    ("排序", Field::RowNo),
    ("排号", Field::RowNo),
    ("no号", Field::RowNo),
    ("注", Field::Note),
    ("名称", Field::ProjectName),
    ("批次", Field::EventYear),
    ("阶段", Field::StatusRaw),
    ("环节", Field::StatusRaw),
    ("状况", Field::StatusRaw),
    ("现状", Field::StatusRaw),
    ("进程", Field::StatusRaw),
    ("动态", Field::ProgressText),
    ("简介", Field::Content),
];

/// Longer texts that end like this are names of projects, companies and offices, no labels: `…产业园项目`.
const NAMES_END: [&str; 11] =
    ["项目", "公司", "集团", "基地", "中心", "产业园", "园区", "总部", "建设", "产业化", "示范区"];

/// The field that the noun of a squeezed label names, the remark in brackets left out. Missing: none does, or the label
/// is too long for one.
pub fn noun(bare: &str) -> Option<Field> {
    let length = bare.chars().count();
    if let Some((_, field)) = WHOLE.iter().find(|(whole, _)| *whole == bare) {
        return Some(*field);
    }
    let is_name = NAMES_END.iter().any(|end| bare.ends_with(end)) || bare.contains("有限");
    if !(2..=16).contains(&length) || (is_name && length > 6) {
        return None;
    }
    let holds = |words: &[&str]| words.iter().any(|word| bare.contains(word));
    RULES.iter().find(|rule| holds(rule.any) && !holds(rule.none)).map(|rule| rule.field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_head_labels_of_any_wording() {
        let check = |label: &str, expected: Option<Field>| assert_eq!(noun(label), expected, "{label}");
        check("顺序号", Some(Field::RowNo));
        check("招商项目全名", Some(Field::ProjectName));
        check("出资主体全称", Some(Field::Investor));
        check("控股投资方", Some(Field::Investor));
        check("投资方到位资金", None);
        check("投资方联系人", Some(Field::Contact));
        check("本地落户主体", Some(Field::LocalEntity));
        check("目前处于何阶段", Some(Field::StatusRaw));
        check("当前推进环节", Some(Field::StatusRaw));
        check("项目进度状态", Some(Field::StatusRaw));
        check("推进到哪一步", Some(Field::StatusRaw));
        check("下阶段安排", Some(Field::NextStep));
        check("招引届次", Some(Field::EventYear));
        check("签约于哪届", Some(Field::EventYear));
        check("归属行业", Some(Field::IndustryRaw));
        check("推进情况简述", Some(Field::ProgressText));
        check("其他需说明的事项", Some(Field::Note));
        check("统一信用代码", Some(Field::CreditCode));
        check("台账号码", Some(Field::ProjectCodeLocal));
        check("计划阶段", None);
        check("铄穗电驱动总成产业园项目", None);
        check("重庆渝富投资公司", None);
        check("项目公司", Some(Field::LocalEntity));
        check("咖啡馆数量", None);
    }
}
