//! A pipeline definition (流水线定义): `pipelines/*.toml` as types. Every key has its default here or in `model`.

use model::calendar::Calendar;
use model::form::Form;
use model::policy::{Policy, Scope};
use report::lang::Lang;
use report::rounding::Rounding;
use serde::{Deserialize, Serialize};

use crate::time_zone::TimeZone;

/// A whole pipeline definition, as it stands in the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Name of the pipeline.
    pub name: String,
    /// Time zone in which a day of `--known-at` ends.
    #[serde(default)]
    pub time_zone: TimeZone,
    /// Where everything comes from.
    pub inputs: Inputs,
    /// Where everything goes.
    #[serde(default)]
    pub store: StorePlace,
    /// Which projects the figures are about.
    #[serde(default)]
    pub scope: Scope,
    /// Who is expected to report, and until when.
    #[serde(default)]
    pub calendar: Calendar,
    /// What counts.
    #[serde(default)]
    pub policy: Policy,
    /// When nothing is published.
    #[serde(default)]
    pub gates: Gates,
    /// How figures are printed.
    #[serde(default)]
    pub report: ReportOptions,
    /// When it runs by itself.
    #[serde(default)]
    pub schedule: Schedule,
    /// How the returns are laid out.
    #[serde(default)]
    pub form: Form,
}

/// `[inputs]`: paths relative to the workspace root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// Patterns of received files.
    pub received: Vec<String>,
    /// Patterns of ledger workbooks; none: projects are those that returns mention.
    #[serde(default)]
    pub ledger: Vec<String>,
    /// When each file came; nothing: `register.csv` at the received root, where there is one.
    #[serde(default)]
    pub register: Option<String>,
    /// Folder of the reference tables.
    #[serde(default = "reference_folder")]
    pub reference: String,
    /// Folder of what people decided.
    #[serde(default)]
    pub decisions: Option<String>,
    /// Table of figures that were printed, to be made again.
    #[serde(default)]
    pub published: Option<String>,
}

/// `[store]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StorePlace {
    /// Folder of the store.
    pub path: String,
    /// How many releases stay.
    pub keep_releases: usize,
}

/// `[gates]`: shares from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Gates {
    /// Least share of the expected units that reported in the as-of month.
    pub min_coverage: f64,
    /// Least share of stated totals that equal the sum of their rows.
    pub min_reconciled: f64,
    /// Largest share of rejected records that counts as a clean run.
    pub max_rejected_share: f64,
}

/// `[report]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReportOptions {
    /// Language of the reports.
    pub lang: Lang,
    /// How the last digit is found.
    pub rounding: Rounding,
    /// Decimals of a rate in per cent.
    pub rate_decimals: u8,
    /// The returns are synthetic, and every report says so.
    pub synthetic: bool,
    /// Which set of `supervision_rules.csv` gives the lights.
    pub rule_set: String,
    /// Units that rankings show and do not rank.
    pub unranked: Vec<String>,
    /// What a run makes for people.
    pub kinds: Vec<ReportKind>,
}

/// What a run makes for people, besides the datasets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// The page (网页), `report/NAME.html`.
    Page,
    /// The workbook (附表), `report/NAME.xlsx`.
    Workbook,
    /// The bulletin (通报), `report/NAME.docx`.
    Bulletin,
    /// The annotated returns of the last month (批注表), `feedback/`.
    Feedback,
    /// The pre-filled workbooks of the next month (预填表), `templates/`.
    Templates,
}

/// `[schedule]`: what `luodi schedule` turns into timers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Schedule {
    /// How often.
    pub every: Every,
    /// Day of the month.
    pub day: u32,
    /// Time of the day, `HH:MM`.
    pub at: String,
}

/// How often a pipeline runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Once a month.
    Monthly,
    /// Once a day.
    Daily,
}

impl Default for StorePlace {
    fn default() -> StorePlace {
        StorePlace { path: "data/store".to_owned(), keep_releases: 24 }
    }
}

impl Default for Gates {
    fn default() -> Gates {
        Gates { min_coverage: 0.9, min_reconciled: 0.0, max_rejected_share: 0.05 }
    }
}

impl Default for ReportOptions {
    fn default() -> ReportOptions {
        ReportOptions {
            lang: Lang::Zh,
            rounding: Rounding::HalfUp,
            rate_decimals: 1,
            synthetic: false,
            rule_set: "default".to_owned(),
            unranked: Vec::new(),
            kinds: vec![ReportKind::Page, ReportKind::Workbook, ReportKind::Bulletin, ReportKind::Feedback],
        }
    }
}

impl Default for Schedule {
    fn default() -> Schedule {
        Schedule { every: Every::Monthly, day: 11, at: "02:30".to_owned() }
    }
}

fn reference_folder() -> String {
    "data/reference".to_owned()
}
