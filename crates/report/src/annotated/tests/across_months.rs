//! A return against the one before, and the summary that goes with it.

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::findings::Finding;
use model::datasets::links::Link;
use model::datasets::records::Record;
use model::datasets::returns::ReturnRow;
use model::datasets::values::ValueRow;
use model::field::Field;
use model::policy::{Policy, Scope};
use model::reference::Reference;
use rust_xlsxwriter::Workbook;

use crate::annotated::annotate;
use crate::annotated::feedback_index::FeedbackIndex;
use crate::annotated::sent_return::{Earlier, Occasion, SentReturn};
use crate::annotated::tests::bench::{finding, part};
use crate::covering_summary::{Cover, covering_summary};
use crate::lang::Lang;
use crate::release::{Release, Rows};
use crate::style::Style;

const UNIT: &str = "CQ500109";

fn sent(file: &str, month: &str, status: &str) -> ReturnRow {
    ReturnRow {
        return_id: format!("id-{file}"),
        file: file.to_owned(),
        unit_code: Some(UNIT.to_owned()),
        period: Some(month.parse().unwrap()),
        received_at: Some("2023-08-03T09:30:00+08:00".to_owned()),
        status: status.to_owned(),
        ..ReturnRow::default()
    }
}

fn said(file: &str, address: &str, state: &str) -> Finding {
    let at = finding("error", "Sheet1", address);
    Finding {
        finding_id: format!("{file}-{address}"),
        file: Some(file.to_owned()),
        record_id: Some(format!("record-{file}")),
        field: Some("arrived_total".to_owned()),
        state: state.to_owned(),
        ..at
    }
}

fn record(file: &str) -> Record {
    Record {
        record_id: format!("record-{file}"),
        return_id: format!("id-{file}"),
        sheet: "Sheet1".to_owned(),
        raw: vec![(Field::ProjectName, "=某项目".to_owned())],
        ..Record::default()
    }
}

fn value(file: &str, address: &str, raw: &str) -> ValueRow {
    ValueRow {
        record_id: format!("record-{file}"),
        field: "arrived_total".to_owned(),
        address: address.to_owned(),
        raw: raw.to_owned(),
        ..ValueRow::default()
    }
}

fn link(file: &str) -> Link {
    Link { record_id: format!("record-{file}"), project_id: "P1".to_owned(), ..Link::default() }
}

/// Two months of one unit: of two problems in June one is gone in July, and one is new there.
fn with_release<T>(lang: Lang, use_it: impl Fn(&Release<'_>) -> T) -> T {
    let returns = [sent("6.xlsx", "2023-06-30", "accepted"), sent("7.xlsx", "2023-07-31", "accepted")];
    let findings = [
        said("6.xlsx", "G6", "fixed"),
        said("6.xlsx", "H6", "new"),
        said("7.xlsx", "H7", "open"),
        said("7.xlsx", "I7", "new"),
    ];
    let rows = Rows {
        returns: &returns,
        findings: &findings,
        records: &[record("6.xlsx"), record("7.xlsx")],
        values: &[value("6.xlsx", "H6", "3.2亿"), value("7.xlsx", "H7", "2.5亿")],
        links: &[link("6.xlsx"), link("7.xlsx")],
        metrics: &[CohortMetric { as_of: "2023-07-31".parse().unwrap(), ..CohortMetric::default() }],
        ..Rows::default()
    };
    let style = Style { lang, ..Style::default() };
    use_it(&Release {
        name: "smart-expo",
        release_id: "",
        as_of: "2023-07-31".parse().unwrap(),
        rows,
        reference: &Reference::default(),
        definitions: &[],
        policy: &Policy::default(),
        scope: &Scope::default(),
        style: &style,
        is_synthetic: true,
    })
}

#[test]
fn the_return_before_says_what_was_fixed_and_what_had_stood_there() {
    with_release(Lang::Zh, |release| {
        let feedback = FeedbackIndex::new(release).of("7.xlsx");
        let fixed: Vec<&str> = feedback.fixed.iter().map(|finding| finding.finding_id.as_str()).collect();
        assert_eq!((feedback.previous_file, fixed), (Some("6.xlsx"), vec!["6.xlsx-G6"]));
        let earlier = Earlier { raw: "3.2亿", file: "6.xlsx", sheet: "Sheet1", address: "H6" };
        assert_eq!(feedback.earlier.get("7.xlsx-H7"), Some(&earlier));
        assert_eq!(feedback.projects.get("7.xlsx-H7"), Some(&"=某项目"));
        assert_eq!(FeedbackIndex::new(release).of("6.xlsx").previous_file, None);
        assert!(FeedbackIndex::new(release).of("none").findings.is_empty());
    });
}

#[test]
fn the_list_tells_fixed_open_and_new() {
    let list = |lang: Lang| {
        with_release(lang, |release| {
            let feedback = FeedbackIndex::new(release).of("7.xlsx");
            let mut workbook = Workbook::new();
            workbook.add_worksheet();
            let bytes = workbook.save_to_buffer().unwrap();
            let sent =
                SentReturn { file: "7.xlsx", format: "xlsx", bytes: &bytes, cells: &[], feedback: &feedback };
            let occasion = Occasion { lang, unit_name: "", period: None, due: None, is_synthetic: false };
            part(&annotate(&sent, &occasion).unwrap().bytes, "xl/worksheets/sheet2.xml")
        })
    };
    let chinese = list(Lang::Zh);
    for words in
        ["已改正1条，仍未改1条，新发现1条", "3.2亿\n（上次报送 Sheet1!H6）", "仍未改", "这次已改正（1条）"]
    {
        assert!(chinese.contains(words), "{words}: {chinese}");
    }
    let english = list(Lang::En);
    assert!(english.contains("1 fixed, 1 still open, 1 new") && english.contains("H7 is wrong"));
}

#[test]
fn the_summary_counts_and_holds_no_value_of_a_cell() {
    for lang in [Lang::Zh, Lang::En] {
        with_release(lang, |release| {
            let index = FeedbackIndex::new(release);
            let cover = Cover { unit_code: UNIT, due: None, attachments: &["=a.xlsx"] };
            let summary = covering_summary(release, &index, &cover).unwrap();
            assert_eq!(summary, covering_summary(release, &index, &cover).unwrap());
            let texts = part(&summary.bytes, "xl/sharedStrings.xml");
            assert!(!texts.contains("亿元") && !texts.contains("某项目"), "{texts}");
            let kind =
                lang.pick("累计到位由…降为…，且没有核减说明", "the cumulative capital falls from … to … and");
            assert!(texts.contains(kind) && texts.contains(lang.pick("已采用", "used")), "{texts}");
            assert!(!part(&summary.bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
        });
    }
}

#[test]
fn a_unit_of_which_nothing_is_known_still_gets_a_summary() {
    with_release(Lang::Zh, |release| {
        let empty = Release { rows: Rows::default(), ..*release };
        let index = FeedbackIndex::new(&empty);
        let cover = Cover { unit_code: "a/b", due: Some(release.as_of), attachments: &[] };
        let summary = covering_summary(&empty, &index, &cover).unwrap();
        assert_eq!(summary.file_name, "a_b-2023-07-反馈说明.xlsx");
        assert!(part(&summary.bytes, "xl/sharedStrings.xml").contains("没有收到报表"));
    });
}
