//! What later returns made of each figure (数据修订): the first publication, every change, and why.
//!
//! Reading order: the [`figures`] that are followed, the [`vintages`] and each figure through them ([`followed`]), the
//! [`causes`] by the bridge, the dataset [`rows`], and the [`summary`] over all months.

pub mod causes;
pub mod figures;
pub mod followed;
pub mod rows;
pub mod summary;
pub mod vintages;

#[cfg(test)]
mod tests;
