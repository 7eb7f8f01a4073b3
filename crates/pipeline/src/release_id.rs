//! The id of a release (发布编号): a hash of everything that went in. Same inputs, same id, so a second run is a no-op.

use store::hash::sha256_hex;

use crate::scan::ScannedFile;
use crate::workspace_inputs::WorkspaceInputs;

/// Digits of an id.
const LENGTH: usize = 16;

/// The id of a release made of these inputs with these settings by this program.
pub fn release_id(
    inputs: &WorkspaceInputs,
    settings: &serde_json::Value,
    program: &str,
    rules: &str,
) -> String {
    let mut lines =
        vec![format!("program\t{program}"), format!("rules\t{rules}"), format!("settings\t{settings}")];
    let kinds = [
        ("received", &inputs.received),
        ("ledger", &inputs.ledgers),
        ("reference", &inputs.reference),
        ("decisions", &inputs.decisions),
    ];
    for (kind, files) in kinds {
        lines.extend(files.iter().map(|file| line(kind, file)));
    }
    let digest = sha256_hex(lines.join("\n").as_bytes());
    digest.get(..LENGTH).unwrap_or(&digest).to_owned()
}

fn line(kind: &str, file: &ScannedFile) -> String {
    let received_at = file.received_at.as_deref().unwrap_or_default();
    let readable = file.unreadable.is_none();
    format!("{kind}\t{}\t{}\t{received_at}\t{readable}", file.file, file.sha256)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn inputs(sha256: &str, received_at: Option<&str>) -> WorkspaceInputs {
        let file = ScannedFile {
            path: PathBuf::from("anywhere"),
            file: "202307/a.xlsx".to_owned(),
            bytes: 1,
            sha256: sha256.to_owned(),
            received_at: received_at.map(str::to_owned),
            passed_over: None,
            unreadable: None,
        };
        WorkspaceInputs { received: vec![file], ledgers: vec![], reference: vec![], decisions: vec![] }
    }

    #[test]
    fn everything_that_goes_in_changes_the_id_and_the_folder_does_not() {
        let settings = serde_json::json!({"name": "a"});
        let id = |inputs: &WorkspaceInputs, program: &str| release_id(inputs, &settings, program, "1");
        let mut elsewhere = inputs("aa", None);
        elsewhere.received[0].path = PathBuf::from("elsewhere");
        assert_eq!(id(&inputs("aa", None), "1"), id(&elsewhere, "1"));
        assert_eq!(id(&elsewhere, "1").len(), LENGTH);
        assert_ne!(id(&elsewhere, "1"), id(&inputs("bb", None), "1"));
        assert_ne!(id(&elsewhere, "1"), id(&inputs("aa", Some("2023-08-03T00:00:00+08:00")), "1"));
        assert_ne!(id(&elsewhere, "1"), id(&elsewhere, "2"));
    }
}
