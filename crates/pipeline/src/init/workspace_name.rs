//! The name of a new workspace (工作区名称): it becomes a file name, a TOML value and part of a command line.

use std::path::Path;

use crate::error::PipelineError;

/// The name where a folder gives none.
const FALLBACK: &str = "follow-up";

/// More characters than this, and file systems refuse.
const MOST_CHARACTERS: usize = 60;

/// The name that was typed, or one made of the folder's name.
pub fn workspace_name(typed: Option<&str>, folder: &Path) -> Result<String, PipelineError> {
    match typed {
        Some(typed) if is_name(typed) => Ok(typed.to_owned()),
        Some(typed) => Err(PipelineError::WrongValue {
            place: "the command line".to_owned(),
            key: "--name".to_owned(),
            found: format!("`{typed}`"),
            allowed: "1 to 60 letters, digits, `-` or `_`, such as `smart-expo`".to_owned(),
        }),
        None => Ok(name_of(folder)),
    }
}

/// The folder's name with `-` for everything that a name cannot hold.
fn name_of(folder: &Path) -> String {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kept: String = name.chars().map(|c| if may_stand(c) { c } else { '-' }).collect();
    let kept: String = kept.trim_matches('-').chars().take(MOST_CHARACTERS).collect();
    if is_name(&kept) { kept } else { FALLBACK.to_owned() }
}

fn is_name(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(char::is_alphanumeric);
    begins && text.chars().all(may_stand) && text.chars().count() <= MOST_CHARACTERS
}

/// Whether neither a file system nor a shell minds this character.
fn may_stand(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: Option<&str>, folder: &str, expected: Option<&str>) {
        let name = workspace_name(typed, Path::new(folder));
        assert_eq!(name.ok().as_deref(), expected, "{typed:?} {folder}");
    }

    #[test]
    fn a_name_can_be_a_file_name_and_a_word_of_a_command_line() {
        check(Some("智博会-2023"), "/a", Some("智博会-2023"));
        for typed in ["", "a b", "../a", "-a", "a\"", "a.toml", &"长".repeat(61)] {
            check(Some(typed), "/a", None);
        }
    }

    #[test]
    fn without_a_name_the_folder_gives_one() {
        check(None, "/srv/跟踪 2023", Some("跟踪-2023"));
        check(None, "/srv/x/", Some("x"));
        check(None, "/srv/…", Some("follow-up"));
        check(None, "/", Some("follow-up"));
    }
}
