//! The checks as rows of `published_audit` (核验表).

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::published_audit::PublishedAudit;
use model::published_figure::PublishedFigure;

use crate::datasets::published::definitions::Perimeter;
use crate::datasets::published::grades::{Grade, Verdict, word_of_modes};
use crate::datasets::published::percentages::{
    Possible, common_check, denominator_check, money_check, possible,
};
use crate::datasets::published::printed::{Printed, PrintedUnit, month_of};
use crate::datasets::published::reproduced::{AskedVintage, reproduced_check};
use crate::datasets::published::totals::additivity_check;
use crate::panel::Panel;

/// The dataset `published_audit`, sorted by key. The vintages come in order, each with its name where it has one; of
/// several figures with one id the first is taken.
pub fn published_audit(
    figures: &[PublishedFigure],
    vintages: &[(Option<&str>, &Panel)],
) -> Vec<PublishedAudit> {
    let months: BTreeSet<i32> = figures.iter().filter_map(month_of).map(|month| month.index()).collect();
    let is_asked = |month: i32| months.contains(&month);
    let vintages: Vec<AskedVintage<'_>> = vintages
        .iter()
        .map(|(known_at, panel)| AskedVintage {
            known_at: *known_at,
            perimeter: Perimeter::of(panel, is_asked),
        })
        .collect();
    let audit = Audit::of(figures);
    audit.figures.values().flat_map(|figure| audit.rows(figure, &vintages)).collect()
}

struct Audit<'a> {
    figures: BTreeMap<&'a str, &'a PublishedFigure>,
    printed: BTreeMap<&'a str, Printed<'a>>,
}

impl<'a> Audit<'a> {
    fn of(figures: &'a [PublishedFigure]) -> Audit<'a> {
        let by_id = |figure: &'a PublishedFigure| (figure.id.as_str(), figure);
        let figures: BTreeMap<&str, &PublishedFigure> = figures.iter().rev().map(by_id).collect();
        let read = |(id, figure): (&&'a str, &&'a PublishedFigure)| Some((*id, Printed::read(figure)?));
        Audit { printed: figures.iter().filter_map(read).collect(), figures }
    }

    fn rows(&self, figure: &PublishedFigure, vintages: &[AskedVintage<'_>]) -> Vec<PublishedAudit> {
        let Some(printed) = self.printed.get(figure.id.as_str()) else {
            return vec![row(figure, Verdict::new("readable", Grade::Unknown))];
        };
        let verdicts = [
            self.additivity(printed),
            self.common(printed),
            self.denominator(printed),
            self.money(printed),
            reproduced_check(printed, vintages),
        ];
        verdicts.into_iter().flatten().map(|verdict| row(figure, verdict)).collect()
    }

    fn additivity(&self, total: &Printed<'_>) -> Option<Verdict> {
        let is_part =
            |figure: &&&PublishedFigure| !figure.part_of.is_empty() && figure.part_of == total.figure.id;
        let parts = self.figures.values().filter(is_part);
        let parts: Vec<Option<Printed<'_>>> =
            parts.map(|part| self.printed.get(part.id.as_str()).copied()).collect();
        additivity_check(total, &parts)
    }

    /// Only where no denominator was printed: each percentage is held against the others of its place.
    fn common(&self, printed: &Printed<'_>) -> Option<Verdict> {
        self.open_denominators(printed)?;
        let others = self.printed.values().filter(|other| other.place() == printed.place());
        let all: Vec<Possible> = others.filter_map(|other| self.open_denominators(other)).collect();
        common_check(&all).filter(|_| all.len() > 1)
    }

    fn open_denominators(&self, printed: &Printed<'_>) -> Option<Possible> {
        let is_open = self.denominator_of(printed).is_none();
        possible(self.numerator_of(printed)?.count()?, printed.number).filter(|_| is_open)
    }

    fn denominator(&self, printed: &Printed<'_>) -> Option<Verdict> {
        let total = self.denominator_of(printed).and_then(Printed::count);
        denominator_check(self.numerator_of(printed)?.count()?, printed.number, total)
    }

    fn money(&self, printed: &Printed<'_>) -> Option<Verdict> {
        let amount = self.numerator_of(printed).filter(|amount| amount.is_money())?;
        money_check(amount, printed.number, self.denominator_of(printed))
    }

    /// The count or amount of which a percentage was printed.
    fn numerator_of(&self, printed: &Printed<'_>) -> Option<&Printed<'a>> {
        let is_percentage = printed.unit == PrintedUnit::Percent;
        self.printed.get(printed.figure.numerator.as_str()).filter(|_| is_percentage)
    }

    fn denominator_of(&self, printed: &Printed<'_>) -> Option<&Printed<'a>> {
        self.printed.get(printed.figure.denominator.as_str())
    }
}

fn row(figure: &PublishedFigure, verdict: Verdict) -> PublishedAudit {
    PublishedAudit {
        figure_id: figure.id.clone(),
        check: verdict.check.to_owned(),
        as_of: month_of(figure).map(|month| month.last_day()),
        event: figure.event.clone(),
        cohort: figure.cohort.clone(),
        quantity: figure.quantity.clone(),
        printed: figure.printed.clone(),
        possible: verdict.possible,
        computed: verdict.computed,
        difference: verdict.difference,
        definition: verdict.definition,
        known_at: verdict.known_at,
        rounding: word_of_modes(&verdict.modes).map(str::to_owned),
        grade: verdict.grade.as_str().to_owned(),
        source: figure.source.clone(),
    }
}
