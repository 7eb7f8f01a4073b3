//! The comments of a sheet (批注部件): ours beside those that stand there already, one comment a cell.

use std::collections::{BTreeMap, BTreeSet};

use model::cell_address::CellAddress;

use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::xml::{Kind, Piece, pieces};
use crate::annotated::xml_text::{attributes, cell_text};

/// Who writes the comments.
pub(crate) const AUTHOR: &str = "luodi";
/// Stands between a comment of others and ours in one cell.
const SEPARATOR: &str = "—— luodi ——";
const RUN: &str = "<sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"宋体\"/>";

/// One thing to be said at a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    /// What stands in bold before it, such as `[T501 错误]`.
    pub(crate) tag: String,
    /// The sentence.
    pub(crate) body: String,
}

/// What is to be said at the cells of a sheet.
pub(crate) type Notes = BTreeMap<CellAddress, Vec<Note>>;

/// The comments of a sheet with ours.
pub(crate) struct MarkedComments {
    /// The part.
    pub(crate) text: String,
    /// The cells that had a comment before.
    pub(crate) known: BTreeSet<CellAddress>,
}

/// Adds our comments to those of a sheet. What we said there in an earlier month gives way; `settled` is said where
/// nothing is left to say.
pub(crate) fn with_notes(
    old: Option<String>,
    notes: &Notes,
    namespace: &str,
    settled: &str,
) -> Result<MarkedComments, Unpatchable> {
    let text = old.unwrap_or_else(|| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <comments xmlns=\"{namespace}\"><authors/><commentList/></comments>"
        )
    });
    let mut walk = Walk::new(notes, settled);
    for piece in pieces(&text) {
        walk.take(&piece?);
    }
    if walk.is_whole { Ok(MarkedComments { text: walk.out, known: walk.known }) } else { Err(incomplete()) }
}

fn incomplete() -> Unpatchable {
    Unpatchable::because("the comments of a sheet are incomplete")
}

/// The comment that is being copied.
#[derive(Default)]
struct Comment {
    cell: Option<CellAddress>,
    is_ours: bool,
    /// Our words stand in it already.
    is_said: bool,
    /// What follows is what we said in an earlier month.
    is_cut: bool,
    run: Option<String>,
}

struct Walk<'a> {
    notes: &'a Notes,
    settled: &'a str,
    out: String,
    authors: Vec<String>,
    known: BTreeSet<CellAddress>,
    comment: Comment,
    in_text: bool,
    is_whole: bool,
}

impl<'a> Walk<'a> {
    fn new(notes: &'a Notes, settled: &'a str) -> Walk<'a> {
        Walk {
            notes,
            settled,
            out: String::new(),
            authors: Vec::new(),
            known: BTreeSet::new(),
            comment: Comment::default(),
            in_text: false,
            is_whole: false,
        }
    }

    fn take(&mut self, piece: &Piece) {
        match (piece.kind, piece.depth, piece.local) {
            (Kind::Start | Kind::Empty, 2, "author") => {
                self.authors.push(String::new());
                self.out.push_str(piece.raw);
            }
            (Kind::Other, 3, _) if self.comment.cell.is_none() => {
                self.out.push_str(piece.raw);
                if let Some(author) = self.authors.last_mut() {
                    author.push_str(piece.raw);
                }
            }
            (_, 1, "authors") => self.with_inner(piece, |walk, prefix| {
                if walk.authors.iter().all(|author| author != AUTHOR) {
                    walk.authors.push(AUTHOR.to_owned());
                    walk.out.push_str(&format!("<{prefix}author>{AUTHOR}</{prefix}author>"));
                }
            }),
            (_, 1, "commentList") => self.with_inner(piece, Walk::add_comments),
            (Kind::Start, 2, "comment") => self.open_comment(piece),
            (Kind::End, 2, "comment") => {
                self.comment = Comment::default();
                self.out.push_str(piece.raw);
            }
            (Kind::Start | Kind::End, 3, "text") => self.text_edge(piece),
            (Kind::Empty, 3, "text") => {
                self.out.push_str(&piece.opened());
                self.say(piece.prefix());
                self.out.push_str(&format!("</{}text>", piece.prefix()));
            }
            _ if self.in_text => self.inside_text(piece),
            _ => self.out.push_str(piece.raw),
        }
    }

    /// Copies an element and lets something be added at its end.
    fn with_inner(&mut self, piece: &Piece, add: impl Fn(&mut Walk<'a>, &str)) {
        match piece.kind {
            Kind::Empty => {
                self.out.push_str(&piece.opened());
                add(self, piece.prefix());
                self.out.push_str(&format!("</{}{}>", piece.prefix(), piece.local));
            }
            Kind::End => {
                add(self, piece.prefix());
                self.out.push_str(piece.raw);
            }
            _ => self.out.push_str(piece.raw),
        }
    }

    fn open_comment(&mut self, piece: &Piece) {
        let cell = piece.attribute("ref").and_then(|address| address.parse().ok());
        let author = piece.attribute("authorId").and_then(|id| id.parse::<usize>().ok());
        let is_ours = author.and_then(|id| self.authors.get(id)).is_some_and(|author| author == AUTHOR);
        self.known.extend(cell);
        self.comment = Comment { cell, is_ours, ..Comment::default() };
        self.out.push_str(piece.raw);
    }

    fn text_edge(&mut self, piece: &Piece) {
        self.in_text = piece.kind == Kind::Start;
        if piece.kind == Kind::End && !self.comment.is_said {
            self.say(piece.prefix());
        }
        self.out.push_str(piece.raw);
    }

    /// The content of the text of a comment that stood there.
    fn inside_text(&mut self, piece: &Piece) {
        if self.comment.is_ours {
            return;
        }
        let (is_run, is_plain) = (piece.local == "r", piece.local == "t");
        match (piece.kind, piece.depth) {
            (Kind::Start, 4) if is_run || is_plain => {
                let before = if is_plain { format!("<{}r>", piece.prefix()) } else { String::new() };
                self.comment.run = Some(format!("{before}{}", piece.raw));
            }
            (Kind::End, 4) if is_run || is_plain => {
                let after = if is_plain { format!("</{}r>", piece.prefix()) } else { String::new() };
                let run = self.comment.run.take().unwrap_or_default() + piece.raw + &after;
                self.comment.is_cut |= run.contains(SEPARATOR);
                if !self.comment.is_cut {
                    self.out.push_str(&run);
                }
            }
            (Kind::Start | Kind::Empty, 4) if !is_run && !is_plain => {
                self.say(piece.prefix());
                self.out.push_str(piece.raw);
            }
            _ => match &mut self.comment.run {
                Some(run) => run.push_str(piece.raw),
                None => self.out.push_str(piece.raw),
            },
        }
    }

    /// Our words in a comment that stood there.
    fn say(&mut self, prefix: &str) {
        if self.comment.is_said {
            return;
        }
        self.comment.is_said = true;
        let said = self.comment.cell.and_then(|cell| self.notes.get(&cell));
        match said {
            Some(notes) if self.comment.is_ours => self.out.push_str(&runs(prefix, notes)),
            Some(notes) => {
                self.out.push_str(&run(prefix, &format!("\n{SEPARATOR}\n"), false));
                self.out.push_str(&runs(prefix, notes));
            }
            None if self.comment.is_ours => self.out.push_str(&run(prefix, self.settled, false)),
            None => {}
        }
    }

    /// Our comments at cells that had none.
    fn add_comments(&mut self, prefix: &str) {
        self.is_whole = true;
        let author = self.authors.iter().position(|author| author == AUTHOR).unwrap_or(0).to_string();
        for (cell, notes) in self.notes.iter().filter(|(cell, _)| !self.known.contains(cell)) {
            let pairs = attributes(&[("ref", &cell.to_string()), ("authorId", &author)]);
            let runs = runs(prefix, notes);
            self.out.push_str(&format!(
                "<{prefix}comment{pairs}><{prefix}text>{runs}</{prefix}text></{prefix}comment>"
            ));
        }
    }
}

fn runs(prefix: &str, notes: &[Note]) -> String {
    let mut out = String::new();
    for (index, note) in notes.iter().enumerate() {
        let line = if index == 0 { "" } else { "\n" };
        out.push_str(&run(prefix, &format!("{line}{}", note.tag), true));
        out.push_str(&run(prefix, &format!(" {}", note.body), false));
    }
    out
}

fn run(prefix: &str, text: &str, is_bold: bool) -> String {
    let properties = RUN.replace('<', &format!("<{prefix}"));
    let bold = if is_bold { format!("<{prefix}b/>") } else { String::new() };
    let text = cell_text(text);
    format!(
        "<{prefix}r><{prefix}rPr>{bold}{properties}</{prefix}rPr><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}r>"
    )
}
