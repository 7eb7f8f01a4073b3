//! Every code that a finding can have (问题代码表), with its texts. `luodi describe T501` prints from here.

use crate::finding::FindingCode;
use crate::severity::{Family, Severity};

macro_rules! finding_codes {
    ($( $constant:ident = $code:literal, $severity:ident, $family:ident, $zh:literal, $en:literal, $fix_zh:literal, $fix_en:literal; )+) => {
        $(
            #[doc = $en]
            pub const $constant: FindingCode = FindingCode {
                code: $code,
                severity: Severity::$severity,
                family: Family::$family,
                zh: $zh,
                en: $en,
                fix_zh: $fix_zh,
                fix_en: $fix_en,
            };
        )+

        /// Every code.
        pub const ALL: &[FindingCode] = &[ $( $constant ),+ ];
    };
}

finding_codes! {
    R101_DAMAGED = "R101", Error, Return, "文件已损坏或不完整，无法读取：{detail}", "the file is damaged or incomplete and cannot be read: {detail}",
        "请用 Excel 或 WPS 打开后另存为 .xlsx 重新报送", "open it in Excel or WPS, save it as .xlsx and send it again";
    R102_ENCRYPTED = "R102", Error, Return, "文件有密码保护，无法读取", "the file is protected by a password",
        "请取消密码后重新报送", "remove the password and send it again";
    R103_NOT_A_WORKBOOK = "R103", Error, Return, "不是 Excel 工作簿，而是{detail}", "this is no workbook but {detail}",
        "请另存为 .xlsx 重新报送", "save it as .xlsx and send it again";
    R104_OVER_BUDGET = "R104", Error, Return, "文件超出读取上限：{detail}", "the file is over the reading budget: {detail}",
        "请删除多余内容后重新报送；确有这么大的表时调高 form.most_cells", "remove what does not belong there and send it again; where the table is meant to be so large, raise form.most_cells";
    R105_EMPTY_FILE = "R105", Error, Return, "文件为空（0 字节）", "the file is empty (0 bytes)",
        "请重新报送", "send it again";
    R106_NO_TABLE = "R106", Error, Return, "没有找到项目表：没有一行同时含有项目名称等表头", "no table of projects was found: no row holds a heading such as 项目名称",
        "请检查表头，或在 decisions/headers.csv 中指定", "check the heading, or settle it in decisions/headers.csv";
    R107_READER_FAILED = "R107", Error, Return, "读取程序在此文件上出错：{detail}", "the reader failed on this file: {detail}",
        "请另存为 .xlsx 重新报送，并把原文件交给维护人员", "save it as .xlsx and send it again, and hand the file to the maintainers";
    R111_UNIT_UNKNOWN = "R111", Error, Return, "看不出是哪个单位的报表", "it is not clear which unit sent this return",
        "请在填报单位处写明区县，或在 unit_aliases.csv 中补充别名", "name the district in the caption, or add an alias to unit_aliases.csv";
    R112_PERIOD_UNKNOWN = "R112", Error, Return, "看不出报告期", "it is not clear which month this return speaks of",
        "请在标题中写明“截至X年X月”", "name the month in the title";
    R113_UNIT_CONFLICT = "R113", Warning, Return, "单位前后不一致：{detail}", "the unit is named differently in different places: {detail}",
        "请核对填报单位、标题和文件名", "check caption, title and file name";
    R114_PERIOD_CONFLICT = "R114", Warning, Return, "报告期前后不一致：此处为{raw}，采用{expected}", "the month is named differently in different places: here {raw}, used {expected}",
        "请核对标题中的截至日期", "check the as-of date in the title";
    R121_DUPLICATE = "R121", Info, Return, "与{detail}内容完全相同", "the content is the same as that of {detail}",
        "无需处理", "nothing to do";
    R122_SUPERSEDED = "R122", Info, Return, "已被{detail}取代", "replaced by {detail}",
        "无需处理", "nothing to do";
    R131_SHEET_SKIPPED = "R131", Info, Return, "工作表未计入：{detail}", "the sheet is not counted: {detail}",
        "如应计入，请在 decisions/headers.csv 中指定", "if it should count, settle it in decisions/headers.csv";

    H201_HEADER_UNKNOWN = "H201", Info, Header, "表头“{raw}”未识别，该列保留但不使用", "the heading “{raw}” is not understood; the column is kept but not used",
        "可在 header_synonyms.csv 中补充", "add it to header_synonyms.csv if it matters";
    H202_HEADER_AMBIGUOUS = "H202", Warning, Header, "表头“{raw}”含义不明：{detail}", "the heading “{raw}” is ambiguous: {detail}",
        "请写明是累计、本年还是本月", "say whether it is cumulative, of the year or of the month";
    H203_FIELD_TWICE = "H203", Warning, Header, "两列表示同一字段“{expected}”，采用前一列", "two columns mean the same field “{expected}”; the first is used",
        "请删除或改名其中一列", "remove or rename one of them";
    H204_UNIT_MISSING = "H204", Error, Header, "“{raw}”没有注明单位（万元或亿元），不采用", "“{raw}” names no unit (万元 or 亿元) and is not used",
        "请在表头或表前注明单位", "name the unit in the heading or above the table";
    H205_UNIT_INFERRED = "H205", Warning, Header, "“{raw}”没有注明单位，按该项目其他报表和台账理解为{expected}", "“{raw}” names no unit; it is read in {expected}, which alone fits the project's other figures",
        "请注明单位", "name the unit";
    H207_HEADER_FUZZY = "H207", Warning, Header, "表头“{raw}”按近似匹配为“{expected}”", "the heading “{raw}” was taken for “{expected}” by likeness",
        "请确认，或在 header_synonyms.csv 中补充", "confirm it, or add it to header_synonyms.csv";
    H208_HEADER_REMEMBERED = "H208", Warning, Header, "表头“{raw}”未识别，按上月同一列理解为“{expected}”", "the heading “{raw}” is not understood; it is read as “{expected}”, like the same column of the month before",
        "请确认，或在 decisions/headers.csv 中指定", "confirm it, or settle it in decisions/headers.csv";
    H211_COLUMN_MOVED = "H211", Info, Header, "“{raw}”列的位置变了：原在{detail}", "the column “{raw}” has moved; it stood at {detail}",
        "无需处理", "nothing to do";
    H212_COLUMN_RENAMED = "H212", Info, Header, "表头改名：原为“{expected}”，现为“{raw}”", "the heading was renamed from “{expected}” to “{raw}”",
        "无需处理", "nothing to do";
    H213_COLUMN_NEW = "H213", Info, Header, "新增一列“{raw}”", "the column “{raw}” is new",
        "无需处理", "nothing to do";
    H214_COLUMN_VANISHED = "H214", Info, Header, "上月有“{expected}”一列，本月没有", "the month before had a column “{expected}”, this one has not",
        "如系漏报请补上", "add it if it was left out";

    C301_AMOUNT_UNREADABLE = "C301", Error, Cell, "金额“{raw}”无法读取", "the amount “{raw}” cannot be read",
        "请填写数字", "enter a number";
    C302_AMOUNT_IS_A_RANGE = "C302", Error, Cell, "金额“{raw}”是一个区间，不能确定数值", "the amount “{raw}” is a range, not a value",
        "请填写一个确定的数字", "enter one number";
    C303_ERROR_CELL = "C303", Error, Cell, "单元格为错误值“{raw}”", "the cell holds the error “{raw}”",
        "请修正公式后重新报送", "repair the formula and send it again";
    C304_AMOUNT_IN_WORDS = "C304", Warning, Cell, "金额写的是“{raw}”，没有数值", "the amount says “{raw}” and gives no number",
        "请填写数值", "enter the number";
    C305_AMOUNT_APPROXIMATE = "C305", Info, Cell, "金额“{raw}”是约数", "the amount “{raw}” is approximate",
        "请尽量填写准确数", "enter the exact number if it is known";
    C306_CURRENCY_WITHOUT_RATE = "C306", Error, Cell, "外币金额“{raw}”没有可用汇率", "there is no rate for the foreign amount “{raw}”",
        "请在 exchange_rates.csv 中补充汇率", "add the rate to exchange_rates.csv";
    C307_AMOUNT_NEGATIVE = "C307", Warning, Cell, "金额“{raw}”为负数，且没有说明", "the amount “{raw}” is negative and nothing explains it",
        "核减请在备注中说明", "explain a correction in the remarks";
    C311_DATE_IMPOSSIBLE = "C311", Error, Cell, "日期“{raw}”不存在", "there is no such date as “{raw}”",
        "请更正日期", "correct the date";
    C312_DATE_MONTH_LOST = "C312", Error, Cell, "“{raw}”可能是1月，也可能是10月（数字末尾的0被省略）", "“{raw}” may be January or October: a number loses its final zero",
        "请写明是1月还是10月，形如 2023-01、2023-10", "say whether January or October is meant, in the form 2023-01, 2023-10";
    C313_DATE_IS_A_YEAR = "C313", Error, Cell, "“{raw}”应为年份{expected}，被当成了日期序号", "“{raw}” is the year {expected} taken for a date",
        "请填写完整日期", "enter the whole date";
    C314_DATE_UNREADABLE = "C314", Error, Cell, "日期“{raw}”无法读取", "the date “{raw}” cannot be read",
        "请写成 2023-07-15 的形式", "write it as 2023-07-15";
    C315_DATE_ONLY_PLANNED = "C315", Info, Cell, "“{raw}”是计划时间，不作为实际时间", "“{raw}” is a plan, not a fact",
        "无需处理", "nothing to do";
    C316_DATE_DOUBTFUL_YEAR = "C316", Error, Cell, "日期“{raw}”的年份可疑，应在{expected}之间", "the year of “{raw}” is doubtful; expected within {expected}",
        "请更正年份", "correct the year";
    C321_STAGE_UNKNOWN = "C321", Warning, Cell, "项目状态“{raw}”未识别", "the stage “{raw}” is not understood",
        "请使用规定的状态词，或在 status_words.csv 中补充", "use one of the agreed words, or add it to status_words.csv";
    C322_START_DOUBTFUL = "C322", Warning, Cell, "“{raw}”是否算开工存疑", "it is doubtful whether “{raw}” is a start",
        "请确认是否已正式开工", "say whether works have begun";
    C331_UNIT_NAME_UNKNOWN = "C331", Warning, Cell, "单位“{raw}”未识别", "the unit “{raw}” is not known",
        "请填写规范名称，或在 unit_aliases.csv 中补充", "use the proper name, or add it to unit_aliases.csv";
    C341_ID_DAMAGED = "C341", Error, Cell, "编号“{raw}”被存成数字，15位以后的数字已丢失", "the code “{raw}” is stored as a number and has lost its digits beyond 15",
        "请把单元格设为文本后重新填写", "format the cell as text and enter it again";
    C342_CREDIT_CODE_WRONG = "C342", Warning, Cell, "统一社会信用代码“{raw}”校验不通过", "the check character of the credit code “{raw}” is wrong",
        "请核对营业执照", "compare it with the licence";
    C351_FORMULA_NOT_CALCULATED = "C351", Info, Cell, "公式“{raw}”没有存储结果，按公式推算", "the formula “{raw}” has no stored result; it was worked out",
        "请在 Excel 中打开并保存一次", "open and save it once in Excel";
    C352_FORMULA_UNKNOWN = "C352", Error, Cell, "公式“{raw}”没有存储结果，无法推算", "the formula “{raw}” has no stored result and cannot be worked out",
        "请在 Excel 中打开并保存一次", "open and save it once in Excel";
    C361_TICK_UNREADABLE = "C361", Warning, Cell, "“{raw}”既不是“是”也不是“否”", "“{raw}” is neither a yes nor a no",
        "请填“是”或“否”", "enter 是 or 否";

    X401_START_BEFORE_SIGNING = "X401", Error, CrossField, "开工时间{raw}早于签约时间{expected}", "the start {raw} lies before the signing {expected}",
        "请核对两个日期", "check both dates";
    X402_PRODUCTION_BEFORE_START = "X402", Error, CrossField, "投产时间{raw}早于开工时间{expected}", "the production {raw} lies before the start {expected}",
        "请核对两个日期", "check both dates";
    X403_DATE_AFTER_PERIOD = "X403", Error, CrossField, "{raw}晚于报告期{expected}，不能是已发生的时间", "{raw} lies after the month of the return {expected} and cannot be a fact",
        "计划时间请填入计划列", "enter plans in the column for plans";
    X404_STAGE_AGAINST_DATE = "X404", Error, CrossField, "项目状态“{raw}”与{detail}矛盾", "the stage “{raw}” contradicts {detail}",
        "请核对状态和日期", "check stage and date";
    X405_STAGE_AGAINST_TEXT = "X405", Warning, CrossField, "项目状态“{raw}”与进展情况不一致：{detail}", "the stage “{raw}” does not fit the progress in words: {detail}",
        "请核对状态和进展", "check stage and progress";
    X406_YEAR_ABOVE_TOTAL = "X406", Error, CrossField, "本年到位{raw}大于累计到位{expected}", "the capital of the year {raw} is above the cumulative {expected}",
        "请核对两个数", "check both numbers";
    X407_CAPITAL_ABOVE_CONTRACT = "X407", Warning, CrossField, "累计到位{raw}超过合同额{expected}", "the capital {raw} is above the contract value {expected}",
        "请核对单位和数值", "check unit and number";
    X408_MONTHS_DO_NOT_ADD = "X408", Error, CrossField, "上期累计与本月之和{expected}不等于累计{raw}", "the previous total and the month make {expected}, not {raw}",
        "请核对三个数", "check the three numbers";
    X409_ROW_TWICE = "X409", Error, CrossField, "与 {detail} 是同一项目，此处不计", "the same project as {detail}; this one is not counted",
        "请删除重复行", "remove one of the rows";
    X410_EDITION_AGAINST_LEDGER = "X410", Warning, CrossField, "届次“{raw}”与台账“{expected}”不一致，采用台账", "the edition “{raw}” is not that of the ledger, {expected}; the ledger's is used",
        "请更正届次", "correct the edition";
    X411_CONTRACT_AGAINST_LEDGER = "X411", Warning, CrossField, "合同额{raw}与台账{expected}不一致", "the contract value {raw} is not that of the ledger, {expected}",
        "请与台账核对", "compare it with the ledger";
    X412_UNIT_SLIP = "X412", Error, CrossField, "疑似单位错误：{raw}与{expected}相差一万倍", "suspected slip of unit: {raw} against {expected} is a factor of ten thousand",
        "请核对万元和亿元", "check 万元 and 亿元";
    X413_EDITION_AGAINST_SIGNING = "X413", Warning, CrossField, "届次“{raw}”与签约时间{expected}不符", "the edition “{raw}” does not fit the signing date {expected}",
        "请核对届次和签约时间", "check edition and signing date";
    X414_CONTRACT_ZERO = "X414", Warning, CrossField, "合同额为0", "the contract value is 0",
        "请填写合同额", "enter the contract value";
    X421_COLUMN_UNIT_WRONG = "X421", Error, CrossField, "整列疑似单位错误（{detail}个数值）：如{raw}，应约为{expected}", "the whole column seems to be in the wrong unit ({detail} values): {raw}, where about {expected} is expected",
        "请核对表头或表前的单位", "check the unit in the heading or above the table";

    T501_CUMULATIVE_FALLS = "T501", Error, Time, "累计到位由{expected}降为{raw}，且没有核减说明", "the cumulative capital falls from {expected} to {raw} and nothing explains it",
        "核减请在备注中说明", "explain a correction in the remarks";
    T502_STAGE_REGRESSES = "T502", Error, Time, "项目状态由“{expected}”退回“{raw}”", "the stage goes back from {expected} to {raw}",
        "请核对项目状态", "check the stage";
    T503_YEAR_FALLS = "T503", Warning, Time, "本年到位由{expected}降为{raw}，且没有核减说明", "the capital of the year falls from {expected} to {raw} and nothing explains it",
        "核减请在备注中说明", "explain a correction in the remarks";
    T504_YEAR_NOT_RESET = "T504", Warning, Time, "本年到位{raw}似未从一月起重新计算：自去年底以来累计只增加{expected}", "the capital of the year {raw} seems not to begin anew in January: the cumulative capital has risen by {expected} only",
        "本年到位从一月起重新累计", "count the capital of the year from January on";
    T505_PROJECT_VANISHED = "T505", Warning, Time, "上月报送的项目“{raw}”本月没有出现", "the project “{raw}” of the month before does not appear",
        "请补报，或说明原因", "report it, or say why not";
    T507_LATE = "T507", Info, Time, "迟报：{raw}收到，应于{expected}前报送", "late: received {raw}, due {expected}",
        "请按时报送", "send it in time";
    T508_MISSING = "T508", Warning, Time, "{detail}没有报送", "{detail} has not been sent",
        "请补报", "send it";
    T509_SAME_AS_LAST_MONTH = "T509", Warning, Time, "各项目进展与上月报表{detail}完全相同，疑似照抄", "every project stands as in the return of the month before, {detail}: it may be a copy",
        "请核对本月进展", "check what happened in the month";
    T510_PREVIOUS_DIFFERS = "T510", Warning, Time, "上期累计{raw}与上月报送的累计{expected}不一致", "the total of the month before, {raw}, is not the one reported then, {expected}",
        "请核对上期累计", "check the total of the month before";
    T511_CONTRACT_JUMPS = "T511", Warning, Time, "合同额由{expected}变为{raw}，且没有说明", "the contract value changes from {expected} to {raw} and nothing explains it",
        "请说明调整依据", "say on which ground it was changed";
    T512_CAPITAL_JUMPS = "T512", Warning, Time, "累计到位一个月内由{expected}增至{raw}，增加额占合同额{detail}%，远高于同届项目", "the capital rises within a month from {expected} to {raw}, {detail} % of the contract value and far more than is usual in the edition",
        "请核对到位凭证", "check it against the receipts";
    T513_CAPITAL_WITHOUT_START = "T513", Warning, Time, "已有到位资金{raw}，但已连续{detail}个月未开工", "capital of {raw} has arrived, and there has been no start for {detail} months",
        "请核对是否已开工，或说明资金用途", "say whether works have begun, or what the money is for";
    T514_START_WITHOUT_CAPITAL = "T514", Warning, Time, "已开工{detail}个月，到位资金仍为0", "started for {detail} months and no capital has arrived",
        "请核对到位资金，或说明资金来源", "check the capital, or say where the money comes from";
    T515_STALLED = "T515", Warning, Time, "签约{expected}个月仍未开工，最近{detail}期报表没有变化", "not started {expected} months after signing, and nothing new in the last {detail} returns",
        "请说明原因和下一步安排", "say why, and what comes next";
    T516_STOPPED = "T516", Warning, Time, "开工后到位资金停在{raw}已有{detail}个月", "started, and the capital has stood at {raw} for {detail} months",
        "请核对是否停工", "say whether works have stopped";
    T517_DATE_CHANGED = "T517", Warning, Time, "{detail}由{expected}改为{raw}", "the {detail} was {expected} before and is {raw} now",
        "请核对日期，更正请在备注中说明", "check the date; explain a correction in the remarks";
    T518_INDUSTRY_CHANGED = "T518", Info, Time, "产业由“{expected}”改为“{raw}”", "the industry was “{expected}” before and is “{raw}” now",
        "如系更正无需处理", "nothing to do if it was corrected";
    T519_ACTIVE_AFTER_TERMINATION = "T519", Warning, Time, "此前已报“{expected}”，现在又有进展“{raw}”", "it was reported as {expected} before, and goes on now: {raw}",
        "请核对项目是否已终止", "say whether the project is terminated";
    T520_SUSPENDED_WITHOUT_PAST = "T520", Warning, Time, "项目停工，但没有停工前的记录，无法判断是否已开工", "the project is suspended and nothing earlier says whether it had started",
        "请说明停工前是否已开工", "say whether it had started before";
    T522_ROUND_AMOUNTS = "T522", Info, Time, "到位资金末位几乎都是0或5（{detail}），疑似估算", "nearly all amounts of capital end in 0 or 5 ({detail}): they may be estimates",
        "请按凭证填报", "report what the receipts say";
    T523_DATES_AT_MONTH_ENDS = "T523", Info, Time, "各项日期几乎都在月初或月末（{detail}），疑似估填", "nearly all dates lie at the beginning or the end of a month ({detail}): they may be estimates",
        "请填写实际日期", "enter the real dates";

    L601_LEDGER_NO_UNKNOWN = "L601", Error, Link, "台账编号“{raw}”不在台账中", "the ledger number “{raw}” is not in the ledger",
        "请核对台账编号", "check the ledger number";
    L602_NAME_AGAINST_LEDGER = "L602", Warning, Link, "台账编号{detail}在台账中是“{expected}”，此处是“{raw}”", "ledger number {detail} is “{expected}” in the ledger, “{raw}” here",
        "如已更名请在备注中说明", "if it was renamed, say so in the remarks";
    L603_LINK_DOUBTFUL = "L603", Warning, Link, "“{raw}”可能是“{expected}”，也可能是{detail}", "“{raw}” may be “{expected}” or {detail}",
        "请填写台账编号，或在 decisions/links.csv 中确认", "enter the ledger number, or settle it in decisions/links.csv";
    L604_NOT_IN_LEDGER = "L604", Warning, Link, "“{raw}”在台账中找不到", "“{raw}” is not found in the ledger",
        "请核对项目名称和届次", "check name and edition";
    L605_TWO_UNITS = "L605", Info, Link, "与{detail}同时报送，按台账归属单位计一次", "also reported by {detail}; counted once, under the unit of the ledger",
        "无需处理", "nothing to do";
    L606_NUMBER_OF_ANOTHER = "L606", Error, Link, "台账编号{raw}是“{expected}”的编号，此处的名称、投资方却是{detail}", "the number {raw} is that of “{expected}”, but name and investor here are those of {detail}",
        "请核对台账编号", "check the ledger number";
    L607_SIGNED_TWICE = "L607", Warning, Link, "“{raw}”与{detail}疑似同一项目重复签约", "“{raw}” and {detail} may be one project signed twice",
        "请在台账备注中写明", "say in the remarks of the ledger which it is";
    L608_DECISION_WITHOUT_OBJECT = "L608", Warning, Link, "决定“{raw}”已没有对应的内容", "the decision “{raw}” speaks of nothing that exists",
        "请核对或删除这一行", "check the line, or remove it";
    L609_DECISIONS_CONTRADICT = "L609", Error, Link, "决定“{raw}”互相矛盾：{detail}；都没有采用", "the decisions about “{raw}” contradict each other: {detail}; none is followed",
        "请只保留一行", "keep one of the lines";
    L610_LEDGER_NO_TWICE = "L610", Error, Link, "台账编号“{raw}”在台账中出现两次：{detail}", "the ledger number “{raw}” stands twice in the ledger: {detail}",
        "请更正台账", "correct the ledger";
    L611_LEDGER_LINE_UNREADABLE = "L611", Warning, Link, "台账这一行没有编号或项目名称，没有采用", "this line of the ledger has no number or no name and is not used",
        "请补全台账", "complete the ledger";
    L612_LEDGER_COLUMN_MISSING = "L612", Error, Link, "台账没有“{expected}”一列", "the ledger has no column “{expected}”",
        "请补上这一列", "add the column";
    L613_LEDGER_NOT_DATED = "L613", Warning, Link, "有多本台账，但看不出这一本的日期", "there are several ledgers, and it is not clear which date this one has",
        "请在标题或文件名中写明截至日期", "name the as-of date in the title or the file name";
    L614_CODE_OF_ANOTHER = "L614", Warning, Link, "项目代码“{raw}”在其他报表中属于“{expected}”", "the project code “{raw}” belongs to “{expected}” in other returns",
        "请核对项目代码", "check the project code";

    S701_TOTAL_WRONG = "S701", Warning, Sum, "合计{raw}与各行之和{expected}不符", "the total {raw} is not the sum of its rows, {expected}",
        "请核对各行和合计", "check rows and total";
    S702_GROUP_COUNT_WRONG = "S702", Warning, Sum, "分组注明{raw}个，实有{expected}个", "the group says {raw} projects, it has {expected}",
        "请核对个数", "check the number";
}

/// The code with this name, such as `T501`.
pub fn by_code(code: &str) -> Option<&'static FindingCode> {
    ALL.iter().find(|known| known.code.eq_ignore_ascii_case(code))
}
