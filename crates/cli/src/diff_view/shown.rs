//! How a comparison is shown (比较显示): how much of it, in which language.

use pipeline::printing::Printing;

use crate::options::Lang;

/// How a comparison is shown.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// Every figure, project and cell.
    pub(crate) all: bool,
    /// The first line alone.
    pub(crate) quiet: bool,
    /// The language.
    pub(crate) lang: Lang,
    /// How figures and names are printed.
    pub(crate) printing: &'a Printing,
}

/// How many rows are not shown.
pub(crate) fn left_out(n_left: usize, lang: Lang) -> Vec<String> {
    let note = match lang {
        Lang::Zh => format!("另有 {n_left} 行（--all 列出全部）"),
        Lang::En => format!("{n_left} more (--all shows all)"),
    };
    (n_left > 0).then_some(note).into_iter().collect()
}
