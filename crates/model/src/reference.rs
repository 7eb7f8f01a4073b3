//! The small tables that people edit (参考表), row by row as they stand in `data/reference`. `pipeline` reads the
//! files; the stages get the rows.

use serde::Deserialize;

use crate::published_figure::PublishedFigure;
use crate::supervision_rule::SupervisionRule;

/// Every reference table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reference {
    /// `units.csv`
    pub units: Vec<UnitRow>,
    /// `unit_aliases.csv`
    pub unit_aliases: Vec<UnitAlias>,
    /// `unit_successions.csv`
    pub unit_successions: Vec<UnitSuccession>,
    /// `editions.csv`
    pub editions: Vec<Edition>,
    /// `industries.csv`
    pub industries: Vec<Industry>,
    /// `header_synonyms.csv`
    pub header_synonyms: Vec<HeaderSynonym>,
    /// `status_words.csv`
    pub status_words: Vec<StatusWord>,
    /// `exchange_rates.csv`
    pub exchange_rates: Vec<ExchangeRate>,
    /// `thresholds.csv`
    pub thresholds: Vec<Threshold>,
    /// `published_figures.csv`
    pub published_figures: Vec<PublishedFigure>,
    /// `supervision_rules.csv`
    pub supervision_rules: Vec<SupervisionRule>,
}

/// A reporting unit (填报单位).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct UnitRow {
    /// Stable id.
    pub unit_id: String,
    /// Six-digit code, empty for zones.
    pub gbt2260: String,
    /// Full name.
    pub name: String,
    /// As said and written.
    pub short_name: String,
    /// district, county, autonomous_county or zone.
    pub kind: String,
    /// Group that rankings use.
    pub unit_group: String,
    /// First day as a reporting unit, empty when no limit is known.
    pub valid_from: String,
    /// Last day as a reporting unit, empty when no limit is known.
    pub valid_to: String,
}

/// Another name of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct UnitAlias {
    /// The unit.
    pub unit_id: String,
    /// The other name.
    pub alias: String,
    /// `yes` when the text does not decide by itself.
    pub needs_rule: String,
}

/// Which unit followed which (区划调整).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct UnitSuccession {
    /// The unit that was.
    pub from_unit_id: String,
    /// The unit that followed.
    pub to_unit_id: String,
    /// The day.
    pub date: String,
    /// whole, remainder or town.
    pub part: String,
}

/// An edition of an event (届次).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Edition {
    /// Id.
    pub event_id: String,
    /// Event.
    pub event: String,
    /// Edition.
    pub year: String,
    /// Official title.
    pub name: String,
    /// First day.
    pub start_date: String,
    /// Last day.
    pub end_date: String,
}

/// A class of an industry taxonomy (产业).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Industry {
    /// Taxonomy.
    pub taxonomy: String,
    /// Code, unique within the taxonomy.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code in the main taxonomy where the name alone decides.
    pub maps_to: String,
}

/// A header text that means a field (表头同义词).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct HeaderSynonym {
    /// Field.
    pub canonical: String,
    /// Header text word for word.
    pub variant: String,
    /// The same, normalised, without unit.
    pub normalized: String,
    /// Unit that was peeled off.
    pub unit: String,
    /// literal, or pattern (`X` stands for a number).
    #[serde(rename = "match")]
    pub matching: String,
    /// Remark; for people.
    pub note: String,
}

/// A status word (状态词).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StatusWord {
    /// The word.
    pub variant: String,
    /// Stage, or `missing`.
    pub canonical: String,
    /// literal, or pattern (`X` stands for a month or a name).
    #[serde(rename = "match")]
    pub matching: String,
    /// yes, no, setting, keep, link or unknown.
    pub started: String,
    /// yes, no, setting, keep, link or unknown.
    pub in_production: String,
    /// yes, no, setting or link.
    pub in_denominator: String,
    /// The policy key that decides.
    pub setting: String,
}

/// A dated rate of a currency (汇率).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ExchangeRate {
    /// Currency: USD, EUR, HKD …
    pub currency: String,
    /// Month, YYYY-MM, from which it holds.
    pub month: String,
    /// Yuan for one unit of the currency, as a decimal.
    pub yuan: String,
    /// Where it comes from.
    pub source: String,
}

/// A threshold of a check (阈值).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Threshold {
    /// Name.
    pub name: String,
    /// Value, as a decimal.
    pub value: String,
    /// Unit.
    pub unit: String,
    /// What it decides.
    pub note: String,
}
