//! Settings of what comes out (输出): gates, report, schedule.

use crate::setting::Allowed::{Choice, Choices, Share, Text, Texts, Time, Whole, YesNo};
use crate::setting::Setting;
use crate::settings::declare::settings;

settings! {
    "gates.min_coverage", Share, "0.9", "min_coverage = 0.9",
        "截至月应报单位中至少多少已报送；达不到则不发布", "least share of the expected units that reported in the as-of month; below it nothing is published";
    "gates.min_reconciled", Share, "0.0", "min_reconciled = 0.0",
        "表中合计与逐行相加相符的比例至少多少", "least share of stated totals that equal the sum of their rows";
    "gates.max_rejected_share", Share, "0.05", "max_rejected_share = 0.05",
        "拒收记录比例至多多少；超过时仍发布，退出码为 1", "largest share of rejected records; above it the release is published and the exit code is 1";

    "report.lang", Choice(&["zh", "en"]), "zh", r#"lang = "zh""#,
        "报告和提示的语言", "language of reports and messages";
    "report.rounding", Choice(&["half_up", "truncate"]), "half_up", r#"rounding = "half_up""#,
        "打印时末位取舍：half_up 四舍五入，truncate 截断", "how the last printed digit is found: half up, or truncated";
    "report.rate_decimals", Whole(0, 6), "1", "rate_decimals = 1",
        "百分比打印几位小数", "decimals of a printed percentage";
    "report.synthetic", YesNo, "false", "synthetic = true",
        "报表是合成数据，每份报告都会注明", "the returns are synthetic, and every report says so";

    "report.rule_set", Text, "default", r#"rule_set = "yinchuan""#,
        "督办亮灯按 supervision_rules.csv 的哪一组规则", "which set of supervision_rules.csv gives the lights of the supervision list";
    "report.unranked", Texts, "[]", r#"unranked = ["CQ-LJ"]"#,
        "排名中只列出、不参加名次的单位", "units that rankings show and do not rank";
    "report.kinds", Choices(&["page", "workbook", "bulletin", "feedback", "templates"]), r#"["page","workbook","bulletin","feedback"]"#, r#"kinds = ["page", "workbook"]"#,
        "每次运行产出哪些：page 网页，workbook 附表，bulletin 通报，feedback 最近一月的批注表，templates 下月预填表", "what a run makes for people: the page, the workbook, the bulletin, the annotated returns of the last month, the pre-filled workbooks of the next";

    "schedule.every", Choice(&["monthly", "daily"]), "monthly", r#"every = "monthly""#,
        "自动运行的周期", "how often it runs by itself";
    "schedule.day", Whole(1, 28), "11", "day = 11",
        "每月几日自动运行", "day of the month on which it runs";
    "schedule.at", Time, "02:30", r#"at = "02:30""#,
        "几点自动运行", "time of the day at which it runs";
}
