//! The cell in which a project is counted (单元): its event, its edition or all, and the value of a dimension.

use crate::datasets::spelling::{Ranks, Spelling};
use crate::panel::{PanelMonth, Word};

/// By what the cells are cut besides event and edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Not at all.
    All,
    /// By unit.
    Unit,
    /// By group of units.
    UnitGroup,
    /// By industry.
    Industry,
    /// By size band.
    SizeBand,
    /// By where the investor comes from.
    InvestorOrigin,
}

impl Dimension {
    /// Every dimension of `cohort_metrics`.
    pub const ALL: [Dimension; 6] = [
        Dimension::All,
        Dimension::Unit,
        Dimension::UnitGroup,
        Dimension::Industry,
        Dimension::SizeBand,
        Dimension::InvestorOrigin,
    ];

    /// The name in `cohort_metrics`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Dimension::All => "all",
            Dimension::Unit => "unit",
            Dimension::UnitGroup => "unit_group",
            Dimension::Industry => "industry",
            Dimension::SizeBand => "size_band",
            Dimension::InvestorOrigin => "investor_origin",
        }
    }

    /// The value of a month; nothing for the whole.
    pub fn word(self, month: &PanelMonth) -> Option<Word> {
        match self {
            Dimension::All => None,
            Dimension::Unit => Some(month.unit),
            Dimension::UnitGroup => Some(month.unit_group),
            Dimension::Industry => Some(month.industry),
            Dimension::SizeBand => Some(month.size_band),
            Dimension::InvestorOrigin => Some(month.investor_origin),
        }
    }
}

/// A cell, by ranks of texts: it sorts as its texts do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Event.
    pub event: Word,
    /// Edition, or all.
    pub cohort: Word,
    /// Value of the dimension, or all.
    pub value: Word,
}

/// How the months of one panel fall into cells.
#[derive(Debug, Clone, Copy)]
pub struct Cutting<'a> {
    dimension: Dimension,
    ranks: Ranks<'a>,
    all: Word,
}

impl<'a> Cutting<'a> {
    /// For one of the panels of a spelling.
    pub fn new(spelling: &'a Spelling, panel: usize, dimension: Dimension) -> Cutting<'a> {
        Cutting { dimension, ranks: spelling.ranks(panel), all: spelling.all() }
    }

    /// The cell of a month: its own edition.
    pub fn cell(&self, month: &PanelMonth) -> Cell {
        Cell {
            event: self.ranks.of(month.event),
            cohort: self.ranks.of(month.cohort),
            value: self.dimension.word(month).map_or(self.all, |word| self.ranks.of(word)),
        }
    }

    /// The same cell for all editions together.
    pub fn of_all_editions(&self, cell: Cell) -> Cell {
        Cell { cohort: self.all, ..cell }
    }

    /// The rank of the project of a month.
    pub fn project(&self, month: &PanelMonth) -> Word {
        self.ranks.of(month.project)
    }
}
