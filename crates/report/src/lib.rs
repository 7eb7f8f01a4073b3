//! Datasets to what people look at (报表): sentence, tables, page, workbook, bulletin, annotated returns, templates. Numbers
//! come in ready; only rounding happens here.
//!
//! Reading order: [`release`] is what everything is made from, [`headline`] the sentence, [`tables`] the neutral tables for
//! terminal and Excel. Above them the things that are sent on: [`page`], [`excel`], [`bulletin`], [`annotated`], [`template`]. Below them: [`charts`] draws,
//! [`figures`] picks rows of `cohort_metrics`, [`style`] says how figures are printed, [`policy_words`] says the policy in
//! words.

pub mod annotated;
pub mod bulletin;
pub mod calendar_words;
pub mod charts;
pub mod covering_summary;
pub mod currency;
pub mod doubt_sentence;
pub mod equal_age_sentence;
pub mod error;
pub mod excel;
pub mod figures;
pub mod headline;
pub mod lang;
pub mod method_words;
pub mod page;
pub mod policy_words;
pub mod reason_words;
pub mod release;
pub mod rounding;
pub mod style;
pub mod table;
pub mod tables;
pub mod template;
pub mod unit_names;
