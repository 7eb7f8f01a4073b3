//! The part of a pipeline that decides what the data mean.

use model::calendar::Calendar;
use model::date::Date;
use model::decisions::Decisions;
use model::form::Form;
use model::month::Month;
use model::policy::{Policy, Scope};

/// What `transform` has to know of the pipeline.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// What counts.
    pub policy: Policy,
    /// Which projects the figures are about.
    pub scope: Scope,
    /// How the returns are laid out.
    pub form: Form,
    /// Who is expected to report, and until when.
    pub calendar: Calendar,
    /// The last month of the panel; nothing: the last month that a return speaks of.
    pub as_of: Option<Month>,
    /// The day by which everything that counts was known; nothing: whatever is there.
    pub known_at: Option<Date>,
    /// What people decided about projects and findings.
    pub decisions: Decisions,
}
