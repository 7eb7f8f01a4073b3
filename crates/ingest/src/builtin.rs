//! Header texts that the reference table does not list, in Chinese and English (内置同义词): one field to a line of
//! `builtin.txt`.

use model::field::Field;

/// Every field and a further header text for it.
pub fn built_in() -> impl Iterator<Item = (Field, &'static str)> {
    include_str!("builtin.txt").lines().filter_map(|line| line.split_once(": ")).flat_map(|(name, texts)| {
        let field = name.parse::<Field>().ok();
        texts.split(" | ").filter_map(move |text| Some((field?, text)))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_line_names_a_field() {
        for line in include_str!("builtin.txt").lines() {
            let (name, texts) = line.split_once(": ").unwrap();
            assert!(name.parse::<model::field::Field>().is_ok() && !texts.is_empty(), "{line}");
        }
    }
}
