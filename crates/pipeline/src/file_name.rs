//! Names as file names that every system takes (文件名).

/// The letters, digits, hyphens and underscores of a name, at most sixty; anything else becomes a hyphen.
pub fn file_name(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' };
    let name: String = name.chars().take(60).map(plain).collect();
    if name.is_empty() { "report".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_every_system_takes_stays() {
        assert_eq!(file_name("smart-expo"), "smart-expo");
        assert_eq!(file_name("../a b:万州区"), "---a-b-万州区");
        assert_eq!(file_name(""), "report");
        assert_eq!(file_name(&"长".repeat(99)).chars().count(), 60);
    }
}
