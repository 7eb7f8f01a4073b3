//! The one bridge: declared datasets ↔ Arrow and Parquet ↔ polars frames, and releases that are all or nothing.
//!
//! Reading order: why it can fail ([`error`]), how a declared column becomes an expression ([`expr`]), whether a
//! table fits its declaration ([`fit`]), the declaration as an Arrow schema ([`arrow_schema`]), rows as record
//! batches ([`arrow_rows`]), the order of keys ([`key_order`],
//! [`sorted_rows`]), rows in files ([`parquet_rows`], [`damaged`]),
//! rows in frames ([`frame_rows`]), frames in files ([`frames`], [`any_frame`]); then the folder of releases: [`durable`],
//! [`current`], [`releases`], [`new_release`], [`lock`]; and [`hash`].

pub mod any_frame;
pub mod arrow_rows;
pub mod arrow_schema;
pub mod current;
pub mod damaged;
pub mod durable;
pub mod error;
pub mod expr;
pub mod fit;
pub mod frame_rows;
pub mod frames;
pub mod hash;
pub mod key_order;
pub mod lock;
pub mod new_release;
pub mod parquet_rows;
pub mod releases;
pub mod sorted_rows;

#[cfg(test)]
mod round_trips;
