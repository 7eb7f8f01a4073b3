//! Settings of what goes in (输入): name, time zone, inputs, store, scope, calendar.

use crate::setting::Allowed::{ChoiceOrUnits, Offset, Path, Patterns, Text, Texts, Whole, YesNo};
use crate::setting::{REQUIRED, Setting};
use crate::settings::declare::settings;

settings! {
    "name", Text, REQUIRED, r#"name = "smart-expo""#,
        "流水线名称，也是报告文件名", "name of the pipeline, and of its report workbook";
    "time_zone", Offset, "+08:00", r#"time_zone = "+08:00""#,
        "登记表和 --known-at 中没有时区的时间属于哪个时区", "zone of the times in the register and in --known-at that name none";

    "inputs.received", Patterns, REQUIRED, r#"received = ["data/received/**/*"]"#,
        "收到的报表；通配符前的固定部分是接收目录，其中的 register.csv（file, received_at）记录收到时间", "received files; the literal part is the received root, whose register.csv (file, received_at) says when each came";
    "inputs.ledger", Patterns, "[]", r#"ledger = ["data/ledger/*.xlsx"]"#,
        "签约项目台账；没有时以报表中出现的项目为准；多本按日期构成台账历史", "ledger workbooks; without one, projects are those that returns mention; several, by date, are its history";
    "inputs.register", Path, "", r#"register = "data/received/register.csv""#,
        "收到时间登记表，不在接收目录时填写", "table of receipts, where it is not in the received root";
    "inputs.reference", Path, "data/reference", r#"reference = "data/reference""#,
        "参考表目录：单位、届次、表头、状态用语等", "folder of the reference tables: units, editions, headers, status words …";
    "inputs.decisions", Path, "", r#"decisions = "data/decisions""#,
        "人工决定目录：links、headers、findings、ids，每次运行都会重放", "folder of what people decided: links, headers, findings, ids; replayed on every run";

    "inputs.published", Path, "", r#"published = "data/published_figures.csv""#,
        "已公布的数字，逐项复算核对（published_audit）", "table of figures that were printed; each is made again and graded in published_audit";

    "store.path", Path, "data/store", r#"path = "data/store""#,
        "数据仓目录", "folder of the store";
    "store.keep_releases", Whole(1, 100_000), "24", "keep_releases = 24",
        "保留多少个发布；当前发布总是保留", "how many releases stay; the current one always does";

    "scope.events", Texts, "[]", r#"events = ["智博会"]"#,
        "统计哪些签约活动；空为全部", "events that are counted; empty: all";
    "scope.cohorts", Texts, "[]", r#"cohorts = ["2020", "2021", "2022"]"#,
        "统计哪些届次；空为全部", "editions that are counted; empty: all";
    "scope.tracked_only", YesNo, "false", "tracked_only = true",
        "只统计台账中纳入跟踪督办的项目", "only projects that the ledger marks as tracked";

    "calendar.units", ChoiceOrUnits(&["all", "from_ledger"]), "all", r#"units = "from_ledger""#,
        "哪些单位应报送：全部有效单位、台账中有项目的单位，或列出的单位", "who is expected to report: every valid unit, those with projects in the ledger, or those listed";
    "calendar.due_day", Whole(1, 28), "10", "due_day = 10",
        "次月几日前为按时，之后为迟报", "day of the following month until which a return is in time";
    "calendar.vintages", Whole(0, 120), "0", "vintages = 6",
        "最近几个月各按到期日前收到的报表重算一遍，得到 revisions 和 revision_summary；每个月相当于多跑一遍", "how many of the newest months are computed again as known on their due day, for revisions and revision_summary; each costs about another run";
}
