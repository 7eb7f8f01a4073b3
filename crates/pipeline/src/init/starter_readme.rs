//! The README that a new workspace begins with (说明模板): what to do every month, what each folder is.

/// In Chinese, then in English.
const README: &str = include_str!("../../templates/README.md");

/// The README of a new workspace.
pub fn readme_text(name: &str) -> String {
    README.replace("@PIPELINE@", &pipeline_path(name)).replace("@NAME@", name)
}

/// Path of the pipeline definition below the workspace.
pub fn pipeline_path(name: &str) -> String {
    format!("pipelines/{name}.toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_to_fill_in() {
        let text = readme_text("智博会");
        assert!(text.starts_with("# 智博会\n") && text.contains("luodi run pipelines/智博会.toml\n"));
        assert!(!text.contains('@'));
    }
}
