//! Header texts that the reference table does not list, in Chinese and English, already squeezed.

use model::field::Field;
use model::field::Field::{
    AgreementType, Contact, Content, ContractValue, CreditCode, DomesticForeign, Event, EventYear, IndustryRaw, Investor,
    InvestorOrigin, IsAboveScale, Land, LocalEntity, NextStep, Note, Phone, ProblemText, ProgressText, ProjectCodeLocal,
    ProjectCodeNational, ProjectName, ResponsibleUnit, RowNo, StatusRaw,
};

/// Fields and further header texts for them.
pub const BUILT_IN: &[(Field, &[&str])] = &[
    (RowNo, &["序号", "no.", "no", "nr", "s/n", "sn", "#", "编号no", "行号", "序", "号", "serialno", "serialnumber", "number", "index"]),
    (ProjectCodeLocal, &[
        "项目编号", "台账号", "市级台账编号", "台账序号", "市级编号", "区级编号", "项目台账编号", "ledgerno", "ledgernumber", "ledgerid",
        "projectid", "projectcode", "projectno", "projectnumber", "code", "入库编号", "项目库编号",
    ]),
    (ProjectCodeNational, &["项目统一编码", "项目赋码", "nationalprojectcode", "统一项目代码", "备案号"]),
    (ProjectName, &[
        "项目名称", "项目全称", "签约项目", "项目", "重点项目名称", "落地项目名称", "合作项目名称", "项目名称及内容", "投资项目名称", "projectname",
        "project", "nameofproject", "projecttitle", "name",
    ]),
    (Event, &["签约活动名称", "活动名称", "签约来源", "项目来源", "展会", "event", "signingevent", "expo", "来源展会", "签约渠道"]),
    (EventYear, &["年份", "签约届次", "届别", "届", "展会届次", "智博会届次", "edition", "year", "eventyear", "cohort"]),
    (Field::SignDate, &["签约年月", "签订日期", "signingdate", "datesigned", "signdate", "dateofsigning", "signedon", "contractdate"]),
    (AgreementType, &["协议性质类型", "合同类型", "agreementtype", "typeofagreement", "contracttype"]),
    (Investor, &[
        "投资方", "投资方名称", "投资人", "投资商", "投资公司", "投资企业名称", "签约企业名称", "签约方", "签约单位", "签约主体", "客商", "企业", "投资主体名称",
        "引进企业", "合作企业", "投资者", "investor", "investorname", "company", "investingcompany", "投资方(乙方)", "签约客商", "甲方乙方",
    ]),
    (LocalEntity, &[
        "落地企业", "落户企业", "落地企业名称", "本地公司", "项目公司名称", "注册企业", "注册企业名称", "新注册公司", "项目实施主体",
        "实施主体", "建设主体", "项目主体", "localentity", "localcompany", "projectcompany", "实施单位", "项目单位", "业主",
    ]),
    (CreditCode, &["信用代码证", "社会信用代码", "creditcode", "unifiedsocialcreditcode", "uscc", "机构代码"]),
    (InvestorOrigin, &["投资方来源地", "企业来源地", "投资方来源", "注册地", "总部所在地", "investororigin", "origin", "countryoforigin"]),
    (DomesticForeign, &["内外资类型", "资本类型", "资金类型", "内/外资"]),
    (ResponsibleUnit, &[
        "区县名称", "所在区县", "所属地区", "地区", "区域", "报送单位", "属地", "落地区域", "项目所在地", "项目地址", "建设地址", "项目地点",
        "落地地点", "落户地", "所在地", "区(县)", "区县(开发区)", "填报区县", "承接单位", "承接地", "责任区县", "负责区县", "district",
        "county", "responsibleunit", "unit", "reportingunit", "location", "所属平台", "落户园区", "落地园区", "责任部门", "落地",
    ]),
    (IndustryRaw, &[
        "产业", "所属行业", "行业领域", "所属领域", "领域", "产业分类", "行业分类", "主导产业", "产业方向", "industry", "sector", "所属产业类别",
        "industrialsector", "industrycategory", "产业大类", "产业门类", "项目类别", "项目类型",
    ]),
    (Content, &[
        "主要内容", "建设规模", "建设规模及内容", "主要建设内容及规模", "项目内容", "项目概况", "投资内容", "项目情况", "建设内容和规模", "项目介绍",
        "content", "description", "projectdescription", "scope", "项目主要内容", "合作内容",
    ]),
    (ContractValue, &[
        "合同金额", "合同投资", "签约额", "签约投资额", "投资额", "contractvalue", "contractamount", "contractedinvestment", "totalinvestment",
        "agreedinvestment", "协议额", "正式合同金额", "signedvalue", "investmentamount",
    ]),
    (Field::FixedInvest, &["fixedinvestment", "fixedassetinvestment", "固定资产投资额"]),
    (Field::ArrivedTotal, &[
        "capitalarrived", "cumulativecapital", "arrivedtotal", "fundsarrived", "cumulativefundsarrived", "cumulativecapitalarrived",
        "capitalinplace", "cumulativefundsinplace", "paidincapital", "totalcapitalarrived", "cumulativearrivals",
    ]),
    (Field::ArrivedYear, &["capitalarrivedthisyear", "arrivedthisyear", "fundsarrivedthisyear", "capitalthisyear", "yeartodate", "ytdcapital"]),
    (Field::ArrivedMonth, &["capitalarrivedthismonth", "arrivedthismonth", "fundsarrivedthismonth", "capitalthismonth", "thismonth"]),
    (Field::ArrivedPrev, &["capitalarrivedtolastmonth", "arrivedtolastmonth", "previouscumulative"]),
    (Field::InvestDone, &["investmentcompleted", "completedinvestment", "investmentdone", "cumulativeinvestment"]),
    (StatusRaw, &[
        "目前状态", "当前状态", "推进状态", "建设阶段", "进展阶段", "项目进度", "建设状态", "项目进展阶段", "项目当前阶段", "status", "stage",
        "projectstatus", "projectstage", "currentstage", "currentstatus", "履约状态", "落地状态", "建设情况",
    ]),
    (Field::IsSigned, &["signed"]),
    (Field::IsRegistered, &["registered"]),
    (Field::IsStarted, &["started"]),
    (Field::IsProduction, &["inproduction"]),
    (Field::RegisterDate, &["registrationdate", "registereddate", "dateofregistration", "成立时间", "成立日期"]),
    (Field::StartDate, &["startdate", "constructionstart", "constructionstartdate", "dateofstart", "startofconstruction", "actualstart", "actualstartdate"]),
    (Field::PlannedStart, &["plannedstart", "plannedstartdate", "expectedstart", "expectedstartdate"]),
    (Field::ProductionDate, &["productiondate", "startofproduction", "productionstart", "productionstartdate", "actualproduction", "operationdate"]),
    (Field::PlannedProduction, &["plannedproduction", "plannedproductiondate", "expectedproduction", "expectedproductiondate"]),
    (Field::CompletionDate, &["completiondate"]),
    (IsAboveScale, &["是否规上"]),
    (Land, &["用地面积", "占地面积", "土地面积", "用地", "占地", "用地规模", "供地面积", "项目用地面积", "landarea", "land", "landused", "建设用地", "项目占地"]),
    (ProgressText, &[
        "推进情况", "目前进展情况", "项目进展情况", "进展", "进度情况", "最新进展情况", "工作进展情况", "推进进展", "建设进展", "建设进度",
        "项目最新进展", "形象进度情况", "工作推进情况", "项目推进进展", "当前进展", "具体进展", "progress", "progressdescription",
        "latestprogress", "progressnotes", "progressreport", "项目进展描述", "进展说明", "目前推进情况", "本月进展", "本月进展情况", "当前进展情况",
    ]),
    (ProblemText, &[
        "存在的问题", "存在困难", "困难问题", "问题", "主要问题", "困难和问题", "存在困难和问题", "存在困难及问题", "需协调事项", "需要协调解决的问题",
        "需市级协调事项", "需协调解决的问题", "存在问题及困难", "存在问题和困难", "问题和困难", "problems", "issues", "difficulties", "问题及困难",
        "存在的主要问题", "需要协调解决事项",
    ]),
    (NextStep, &["下一步打算", "下一步工作计划", "下步计划", "下步工作", "下一步安排", "下一步工作安排", "工作计划", "下步打算", "下一步措施", "nextstep", "nextsteps", "下步工作计划"]),
    (Contact, &[
        "联系人", "联络人", "负责人", "项目负责人", "填报人", "责任领导", "联系人姓名", "项目联系人", "姓名", "企业联系人", "contact", "contactperson", "责任人姓名",
        "牵头领导", "包联领导", "服务专员", "项目专员", "区级领导", "联系领导",
    ]),
    (Phone, &["电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "联系手机", "phone", "telephone", "tel", "mobile", "联系人及电话", "联系人及联系方式", "联系人及联系电话"]),
    (Note, &["备注说明", "其他", "其他说明", "备考", "remark", "remarks", "note", "notes", "comment", "comments", "其它", "备注(更名、终止等)"]),
];
