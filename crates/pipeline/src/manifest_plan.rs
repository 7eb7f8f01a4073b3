//! The pipeline definition with which a release was made (发布时的设置), from its manifest. Its inputs are not told.

use serde_json::{Value, json};
use std::path::Path;

use crate::error::PipelineError;
use crate::manifest::{FILE_NAME, Manifest};
use crate::plan::Plan;

/// The definition with which the release in a folder was made.
pub fn plan_of_release(folder: &Path) -> Result<Plan, PipelineError> {
    let refuse = |problem: String| PipelineError::Table { file: folder.join(FILE_NAME), problem };
    let manifest =
        Manifest::read(folder).ok_or_else(|| refuse("it is missing or cannot be read".to_owned()))?;
    plan_of_settings(manifest.settings).map_err(|error| refuse(error.to_string()))
}

/// The definition that has these settings.
pub fn plan_of_settings(settings: Value) -> Result<Plan, serde_json::Error> {
    let mut settings = settings;
    if let Value::Object(settings) = &mut settings {
        settings.retain(|key, _| !matches!(key.as_str(), "as_of" | "known_at"));
        settings.insert("inputs".to_owned(), json!({"received": ["*"]}));
    }
    serde_json::from_value(settings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::overrides::Overrides;
    use crate::workspace::Workspace;

    #[test]
    fn the_settings_of_a_run_lead_back_to_its_plan() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../pipelines/smart-expo.toml");
        let workspace = Workspace::open(&file, &Overrides::default()).unwrap();
        let plan = plan_of_settings(workspace.settings_json()).unwrap();
        assert_eq!((&plan.calendar, &plan.scope), (&workspace.plan.calendar, &workspace.plan.scope));
        assert_eq!((&plan.policy, &plan.form), (&workspace.plan.policy, &workspace.plan.form));
    }

    #[test]
    fn a_release_without_a_manifest_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let error = plan_of_release(folder.path()).unwrap_err().to_string();
        assert!(error.contains("manifest.json") && error.contains("missing"), "{error}");
    }
}
