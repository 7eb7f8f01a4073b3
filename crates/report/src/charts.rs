//! Charts of a release as SVG text (图), for a page that is read on a phone, on a screen and on paper.
//!
//! Reading order: [`start_curves`], [`capital_by_age`], [`bridge`], [`months`] and [`funnel`] each draw one chart. Each
//! picks its rows in a file of its own, apart from drawing. Below them: [`frame`] holds a drawing together, [`axis`] and
//! [`scale`] place values, [`palette`] tells lines apart, [`end_labels`] and [`label_places`] write names where there is
//! room, [`shapes`] and [`geometry`] are the pieces, [`words`] and [`text_fit`] the texts, [`editions`] the lines.
//!
//! Drawn with the crate `svg`: it escapes, and it leaves classes, dashes, titles and descriptions to us. Chart crates
//! with a layout of their own fix sizes, need font files, or cannot carry a description and colors that a page may set.

pub mod axis;
pub mod bridge;
pub mod capital_by_age;
pub mod editions;
pub mod end_labels;
pub mod frame;
pub mod funnel;
pub mod geometry;
pub mod label_places;
pub mod months;
pub mod palette;
pub mod scale;
pub mod shapes;
pub mod start_curves;
pub mod text_fit;
pub mod words;

#[cfg(test)]
mod tests;
