//! Names of units (单位名称) by their codes.

use std::collections::BTreeMap;

/// Short names of units by `unit_code`.
pub type UnitNames = BTreeMap<String, String>;
