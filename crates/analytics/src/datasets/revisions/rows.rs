//! Figures at vintages as rows of `revisions` (数据修订表): the first, and every one that changed it.

use std::collections::BTreeSet;

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::revisions::Revision;
use model::date::Date;
use model::month::Month;

use crate::datasets::changes::cells::{Cell, Dimension};
use crate::datasets::revisions::causes::{Causes, Pair};
use crate::datasets::revisions::figures::{Figure, sum};
use crate::datasets::revisions::followed::{Followed, Place, values};
use crate::datasets::revisions::vintages::{Vintage, in_order};
use crate::datasets::spelling::Spelling;
use crate::panel::{Panel, Word};

/// The dataset `revisions`, sorted by key. `re_signed` names the projects that were signed again, and those that they
/// were signed again as.
pub fn revisions(vintages: &[Vintage<'_>], re_signed: &BTreeSet<String>) -> Vec<Revision> {
    let vintages = in_order(vintages);
    let followed = Followed::through(&vintages);
    let reasons = Reasons::of(&vintages, re_signed);
    let mut rows = Vec::new();
    for (as_of, place) in followed.cohorts() {
        let metrics = followed.metrics(as_of, place);
        for figure in Figure::ALL {
            let history = History { as_of, place, figure, metrics: &metrics };
            rows.extend(history.rows(&vintages, &reasons));
        }
    }
    rows
}

struct History<'a> {
    as_of: Date,
    place: Place<'a>,
    figure: Figure,
    metrics: &'a [(usize, Option<&'a CohortMetric>)],
}

impl History<'_> {
    fn rows(&self, vintages: &[Vintage<'_>], reasons: &Reasons) -> Vec<Revision> {
        let values = values(self.figure, self.metrics);
        let (first, latest) =
            (values.first().and_then(|first| first.1), values.last().and_then(|last| last.1));
        let is_new = |place: usize| place == 0 || values[place].1 != values[place - 1].1;
        let row = |place: usize| {
            let (vintage, this) = values[place];
            let before = place.checked_sub(1).map(|before| values[before].0);
            let known = vintages.get(vintage)?;
            let lag = known.month().map(|month| month.index() - Month::of(self.as_of).index());
            let [event, cohort, dimension, value] = self.place.map(str::to_owned);
            Some(Revision {
                as_of: self.as_of,
                known_at: known.known_at.to_owned(),
                lag_months: lag,
                event,
                cohort,
                dimension,
                value,
                measure: self.figure.as_str().to_owned(),
                first,
                this,
                latest,
                revision: this.zip(first).map(|(this, first)| this - first),
                cause: before
                    .and_then(|before| self.cause(reasons, before, vintage, place))
                    .map(str::to_owned),
            })
        };
        (0..values.len()).filter(|place| is_new(*place)).filter_map(row).collect()
    }

    fn cause(&self, reasons: &Reasons, before: usize, after: usize, place: usize) -> Option<&'static str> {
        let metric = self.metrics.get(place).and_then(|(_, metric)| *metric);
        let level = |measure| metric.map_or(0, |metric| sum(measure, metric));
        let sums = self.figure.sums().iter().map(|measure| (*measure, level(*measure)));
        let (dimension, cell) = reasons.cell(self.place)?;
        let causes = reasons.between(before, after)?;
        causes.largest((Month::of(self.as_of).index(), dimension, cell), sums)
    }
}

/// The bridges between vintages that follow each other and both have a panel.
struct Reasons {
    spelling: Spelling,
    between: Vec<Option<Causes>>,
}

impl Reasons {
    fn of(vintages: &[Vintage<'_>], re_signed: &BTreeSet<String>) -> Reasons {
        let nothing = Panel::default();
        let panels: Vec<&Panel> = vintages.iter().map(|vintage| vintage.panel.unwrap_or(&nothing)).collect();
        let spelling = Spelling::of(&panels);
        let re_signed: BTreeSet<Word> =
            re_signed.iter().filter_map(|project| spelling.rank_of(project)).collect();
        let bridged = |before: usize| {
            let (old, new) = (vintages.get(before)?.panel?, vintages.get(before + 1)?.panel?);
            let pair = Pair { before: (old, before), after: (new, before + 1) };
            Some(Causes::between(pair, &spelling, &re_signed))
        };
        let between = (0..vintages.len()).map(bridged).collect();
        Reasons { spelling, between }
    }

    /// Only neighbours are bridged.
    fn between(&self, before: usize, after: usize) -> Option<&Causes> {
        self.between.get(before).and_then(Option::as_ref).filter(|_| before + 1 == after)
    }

    fn cell(&self, place: Place<'_>) -> Option<(Dimension, Cell)> {
        let [event, cohort, dimension, value] = place;
        let dimension = Dimension::ALL.into_iter().find(|one| one.as_str() == dimension)?;
        let rank = |text: &str| self.spelling.rank_of(text);
        Some((dimension, Cell { event: rank(event)?, cohort: rank(cohort)?, value: rank(value)? }))
    }
}
