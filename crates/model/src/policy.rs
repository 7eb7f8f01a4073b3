//! The policy (口径): what counts, and how gaps are filled. Every figure is printed with it.

use serde::{Deserialize, Serialize};

macro_rules! choice {
    ($(#[doc = $doc:literal])* $name:ident: $( $(#[doc = $variant_doc:literal])* $variant:ident ),+ ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $( $(#[doc = $variant_doc])* $variant ),+ }
    };
}

choice! {
    /// What the panel does with a value at which an error stands.
    Flagged:
    /// Keeps the last good value.
    Withhold,
    /// Believes it.
    AsReported
}
choice! {
    /// Whether terminated or suspended projects stay in the denominator.
    KeepOrDrop:
    /// They stay.
    Keep,
    /// They leave.
    Drop
}
choice! {
    /// What counts as started.
    Start:
    /// Has ever been started.
    Ever,
    /// Is started and not terminated.
    Current
}
choice! {
    /// What a month without a return means.
    Unreported:
    /// The last known values go on.
    CarryForward,
    /// Nothing is known.
    Unknown
}
choice! {
    /// How a project that was signed again is counted.
    Resigned:
    /// Once, under the first signing.
    Original,
    /// Once, under the last signing.
    Latest,
    /// Each signing by itself.
    Separate
}
choice! {
    /// Which contract value counts.
    ContractValue:
    /// The one at signing.
    Original,
    /// The one known in that month.
    AsOf,
    /// The last one known.
    Latest
}
choice! {
    /// Which source of the contract value comes first.
    ContractSource:
    /// The return.
    Return,
    /// The ledger.
    Ledger
}
choice! {
    /// Under which unit the months before and after a change of districts are counted.
    Districts:
    /// Under the unit that reported them.
    AsReported,
    /// Under the unit that followed: the whole of a unit, or what remained of it.
    Successor
}
choice! {
    /// When a later return replaces an earlier one of the same unit and month.
    Supersede:
    /// Where they share projects.
    Overlap,
    /// Never.
    None
}

/// The `[policy]` of a pipeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// Values at which an error stands.
    pub flagged: Flagged,
    /// Terminated projects in the denominator.
    pub terminated: KeepOrDrop,
    /// What counts as started.
    pub start: Start,
    /// 拿地 counts as started.
    pub land_counts_as_started: bool,
    /// 落地 counts as started.
    pub landed_counts_as_started: bool,
    /// 部分投产 counts as production.
    pub partial_counts_as_production: bool,
    /// 竣工 counts as production.
    pub completed_counts_as_production: bool,
    /// 开工开业 counts as production.
    pub opening_counts_as_production: bool,
    /// Suspended projects in the denominator.
    pub suspended: KeepOrDrop,
    /// Months without a return.
    pub unreported: Unreported,
    /// Projects signed again.
    pub resigned: Resigned,
    /// Which contract value counts.
    pub contract_value: ContractValue,
    /// Which source of it comes first.
    pub contract_source: ContractSource,
    /// Under which unit months are counted when districts change.
    pub districts: Districts,
    /// When a later return replaces an earlier one.
    pub supersede: Supersede,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            flagged: Flagged::Withhold,
            terminated: KeepOrDrop::Keep,
            start: Start::Ever,
            land_counts_as_started: false,
            landed_counts_as_started: false,
            partial_counts_as_production: true,
            completed_counts_as_production: true,
            opening_counts_as_production: false,
            suspended: KeepOrDrop::Keep,
            unreported: Unreported::CarryForward,
            resigned: Resigned::Original,
            contract_value: ContractValue::AsOf,
            contract_source: ContractSource::Return,
            districts: Districts::AsReported,
            supersede: Supersede::Overlap,
        }
    }
}

impl Policy {
    /// What a policy key of `status_words.csv` decides.
    pub fn counts(&self, setting: &str) -> Option<bool> {
        match setting {
            "land_counts_as_started" => Some(self.land_counts_as_started),
            "landed_counts_as_started" => Some(self.landed_counts_as_started),
            "partial_counts_as_production" => Some(self.partial_counts_as_production),
            "completed_counts_as_production" => Some(self.completed_counts_as_production),
            "opening_counts_as_production" => Some(self.opening_counts_as_production),
            _ => None,
        }
    }
}

/// The `[scope]` of a pipeline: which projects the figures are about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scope {
    /// Events; empty means all.
    pub events: Vec<String>,
    /// Editions; empty means all.
    pub cohorts: Vec<String>,
    /// Only projects of the tracked set.
    pub tracked_only: bool,
}

impl Scope {
    /// Whether a project of an event and edition is in the scope. Where events or editions are named, a project without
    /// one is out of it.
    pub fn holds(&self, event: Option<&str>, cohort: Option<&str>, is_tracked: bool) -> bool {
        let among = |names: &[String], name: Option<&str>| {
            names.is_empty() || name.is_some_and(|name| names.iter().any(|known| known == name))
        };
        among(&self.events, event) && among(&self.cohorts, cohort) && (is_tracked || !self.tracked_only)
    }
}
