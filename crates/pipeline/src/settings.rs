//! Every setting of a pipeline file (全部设置), declared once. A test keeps the declaration and the types equal.

pub mod declare;
pub mod form;
pub mod inputs;
pub mod outputs;
pub mod policy;

use crate::setting::Setting;

/// Every setting, in the order of a pipeline file.
pub fn settings() -> impl Iterator<Item = &'static Setting> {
    [inputs::SETTINGS, policy::SETTINGS, outputs::SETTINGS, form::SETTINGS].into_iter().flatten()
}

#[cfg(test)]
mod tests;
