//! The texts of one or several panels in order (词序), so that numbers sort as texts do and panels can be compared.

use crate::panel::{Panel, Word};

/// The edition, the group and the value that stand for the whole.
pub const ALL: &str = "all";
/// What stands where nothing says.
pub const UNKNOWN: &str = "unknown";

/// Every text once, byte by byte in order; the place of a text is its rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    texts: Vec<String>,
    ranks: Vec<Vec<Word>>,
    all: Word,
}

impl Spelling {
    /// The texts of the panels, with [`ALL`] and [`UNKNOWN`] among them.
    pub fn of(panels: &[&Panel]) -> Spelling {
        let spoken = panels.iter().flat_map(|panel| words_of(panel));
        let mut texts: Vec<&str> = spoken.chain([ALL, UNKNOWN]).collect();
        texts.sort_unstable();
        texts.dedup();
        let rank = |text: &str| texts.binary_search(&text).unwrap_or_default() as Word;
        let ranks = panels.iter().map(|panel| words_of(panel).map(rank).collect()).collect();
        let all = rank(ALL);
        Spelling { texts: texts.iter().map(|text| (*text).to_owned()).collect(), ranks, all }
    }

    /// The ranks of the words of one of the panels; nothing when there is no such panel.
    pub fn ranks(&self, panel: usize) -> Ranks<'_> {
        Ranks(self.ranks.get(panel).map_or(&[], Vec::as_slice))
    }

    /// The rank of [`ALL`].
    pub fn all(&self) -> Word {
        self.all
    }

    /// The rank of a text, when a panel has it.
    pub fn rank_of(&self, text: &str) -> Option<Word> {
        self.texts.binary_search_by(|known| known.as_str().cmp(text)).ok().map(|rank| rank as Word)
    }

    /// The text of a rank.
    pub fn text(&self, rank: Word) -> &str {
        self.texts.get(rank as usize).map_or("", String::as_str)
    }
}

/// From the words of a panel to ranks.
#[derive(Debug, Clone, Copy)]
pub struct Ranks<'a>(&'a [Word]);

impl Ranks<'_> {
    /// The rank of a word; that of [`UNKNOWN`] for the empty text.
    pub fn of(&self, word: Word) -> Word {
        self.0.get(word as usize).copied().unwrap_or_default()
    }
}

/// The words of a panel from 0 on; only word 0 is empty, and stands for what is not known.
fn words_of(panel: &Panel) -> impl Iterator<Item = &str> {
    let spoken = (1..).map(|word| panel.words.text(word)).take_while(|text| !text.is_empty());
    std::iter::once(UNKNOWN).chain(spoken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::datasets::hand_made::{month, panel};

    #[test]
    fn two_panels_agree_on_the_order_of_texts() {
        let (one, other) = (panel(&[month("B", "2023-01")]), panel(&[month("A", "2023-01")]));
        let spelling = Spelling::of(&[&one, &other]);
        let rank = |index: usize, panel: &Panel| spelling.ranks(index).of(panel.months[0].project);
        assert!(rank(1, &other) < rank(0, &one));
        assert_eq!(spelling.text(rank(0, &one)), "B");
        assert_eq!(spelling.text(spelling.ranks(0).of(0)), UNKNOWN);
        assert_eq!((spelling.text(spelling.all()), spelling.text(99)), (ALL, ""));
        assert_eq!((spelling.rank_of("C"), spelling.rank_of("A")), (None, Some(rank(1, &other))));
    }
}
