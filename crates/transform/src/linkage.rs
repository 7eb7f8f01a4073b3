//! Record linkage in general: which of two lists' records speak of the same thing, learnt without labels.
//!
//! Reading order: what a caller declares ([`field`], [`blocking`]), the recipe ([`link_sets`], [`link_within`]), and
//! its parts: compare ([`level`], [`comparisons`]), learn ([`pattern_counts`], [`random_pairs`], [`learn_weights`]),
//! score ([`weights`], [`frequencies`], [`score_candidates`]), decide ([`decision`]), pair off ([`assignment`]) or group ([`groups`]).
//! Nothing here knows what a record is, reads a clock, starts a thread or draws a number without a stated seed.
//!
//! Sources: Fellegi & Sunter, A Theory for Record Linkage, JASA 64 (1969), for weights and the three decisions;
//! Dempster, Laird & Rubin, JRSS B 39 (1977), for the learning; Winkler (1989) for weights of common values.

pub mod assignment;
pub mod blocking;
pub mod comparisons;
pub mod decision;
pub mod field;
pub mod frequencies;
pub mod groups;
pub mod learn_weights;
pub mod level;
pub mod link_sets;
pub mod link_within;
pub mod pattern_counts;
pub mod random_pairs;
pub mod record_pairs;
pub mod score_candidates;
pub mod scored_pair;
pub mod weights;
