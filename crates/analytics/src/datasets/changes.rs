//! The exact bridge between two figures (变动分解): opening + what happened to each project = closing, in integers.
//!
//! A project that enters or leaves the population brings or takes all that it counts for, in one step; a project that
//! moves between cells takes it from one to the other; only what changes inside a cell is split by what happened.
//! Reading order: [`measures`], [`components`], [`cells`], [`steps`] of one project, [`parts`] of a whole bridge,
//! [`states`] for two states of any kind, [`month_pairs`] for the months of one panel, [`bridges`] as rows.

pub mod bridges;
pub mod cells;
pub mod components;
pub mod measures;
pub mod month_pairs;
pub mod parts;
pub mod states;
pub mod steps;

#[cfg(test)]
mod histories;
