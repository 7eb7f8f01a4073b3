//! A comparison as one JSON document (比较 JSON): everything, whatever a table would leave out.

use pipeline::printing::Printing;
use pipeline::release_diff::{ReleaseDiff, SideHead};
use serde_json::{Value, json};

use crate::moves_view::move_json;

/// The document.
pub(crate) fn diff_json(found: &ReleaseDiff, printing: &Printing) -> Value {
    let side = |head: &SideHead| {
        json!({
            "release_id": head.release_id, "known_at": head.known_at,
            "as_of": head.as_of.map(|as_of| as_of.to_string()),
        })
    };
    json!({
        "before": side(&found.before), "after": side(&found.after), "same": found.is_empty(),
        "synthetic": printing.is_synthetic,
        "inputs": found.inputs, "settings": found.settings,
        "figures": found.figures.iter().map(move_json).collect::<Vec<_>>(),
        "other_months": found.other_months.iter().map(move_json).collect::<Vec<_>>(),
        "bridges": found.bridges, "cells": found.cells, "ledger": found.ledger,
    })
}
