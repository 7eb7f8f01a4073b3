//! An XML part, piece by piece (逐段读 XML): every piece is the source itself, so that what is not changed stays.

use quick_xml::escape::unescape;
use quick_xml::events::Event;
use quick_xml::events::attributes::{Attribute, Attributes};
use quick_xml::reader::Reader;

use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::xml_text::escaped;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `<a>`
    Start,
    /// `<a/>`
    Empty,
    /// `</a>`
    End,
    /// Text, comments, declarations.
    Other,
}

/// A piece of the source.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'a> {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its source.
    pub(crate) raw: &'a str,
    /// Its name without prefix; empty for `Other`.
    pub(crate) local: &'a str,
    /// How many elements it lies in; its own start and end do not count.
    pub(crate) depth: usize,
    /// Where it begins in the source.
    pub(crate) at: usize,
}

/// The pieces of a part, in order. Joined they are the part.
pub(crate) struct Pieces<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    depth: usize,
}

/// A part as text.
pub(crate) fn part_text(bytes: &[u8]) -> Result<&str, Unpatchable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|_| Unpatchable::because("a part is not UTF-8"))
}

/// The pieces of a text.
pub(crate) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, reader: Reader::from_str(text), depth: 0 }
}

impl<'a> Pieces<'a> {
    fn place(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn read(&mut self) -> Result<Option<Piece<'a>>, Unpatchable> {
        let at = self.place();
        let kind = match self.reader.read_event().map_err(Unpatchable::because)? {
            Event::Eof => return Ok(None),
            Event::DocType(_) => return Err(Unpatchable::because("a part has a DOCTYPE")),
            Event::Start(_) => Kind::Start,
            Event::Empty(_) => Kind::Empty,
            Event::End(_) => Kind::End,
            _ => Kind::Other,
        };
        let raw = self.text.get(at..self.place()).unwrap_or_default();
        self.depth -= usize::from(kind == Kind::End && self.depth > 0);
        let depth = self.depth;
        self.depth += usize::from(kind == Kind::Start);
        let local = if kind == Kind::Other { "" } else { local_name(raw) };
        Ok(Some(Piece { kind, raw, local, depth, at }))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>, Unpatchable>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

/// The name of a tag as it stands, with its prefix.
fn tag_name(raw: &str) -> &str {
    let inner = raw.trim_start_matches(['<', '/']);
    let end = inner.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    inner.get(..end.unwrap_or(inner.len())).unwrap_or_default()
}

fn local_name(raw: &str) -> &str {
    let name = tag_name(raw);
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl<'a> Piece<'a> {
    /// Whether it opens an element of this name at this depth.
    pub(crate) fn opens(&self, local: &str, depth: usize) -> bool {
        matches!(self.kind, Kind::Start | Kind::Empty) && self.local == local && self.depth == depth
    }

    /// Where it ends in the source.
    pub(crate) fn end(&self) -> usize {
        self.at + self.raw.len()
    }

    /// The prefix of its name with its colon, empty where there is none.
    pub(crate) fn prefix(&self) -> &'a str {
        let name = tag_name(self.raw);
        name.find(':').and_then(|colon| name.get(..=colon)).unwrap_or_default()
    }

    fn attributes(&self) -> impl Iterator<Item = Attribute<'a>> {
        let inner = self.raw.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
        let mut attributes = Attributes::new(inner, tag_name(self.raw).len());
        attributes.with_checks(false);
        attributes.flatten()
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.attributes().find(|attribute| attribute.key.as_ref() == name).map(|found| value(&found))
    }

    /// The value of an attribute with any prefix, such as `r:id`.
    pub(crate) fn prefixed_attribute(&self, local: &str) -> Option<String> {
        let is_it = |attribute: &Attribute| {
            attribute.key.as_ref().split_once(':').is_some_and(|(_, name)| name == local)
        };
        self.attributes().find(is_it).map(|found| value(&found))
    }

    /// The tag with some attributes set, or left out where nothing is given.
    pub(crate) fn with(&self, changes: &[(&str, Option<&str>)]) -> String {
        let change_of = |key: &str| changes.iter().find(|(name, _)| *name == key);
        let mut out = format!("<{}", tag_name(self.raw));
        let mut push = |key: &str, value: &str| out.push_str(&format!(" {key}=\"{value}\""));
        let mut known = Vec::new();
        for attribute in self.attributes() {
            let key = attribute.key.as_ref().to_owned();
            match change_of(&key) {
                Some((_, Some(value))) => push(&key, &escaped(value)),
                Some((_, None)) => {}
                None => push(&key, &attribute.value.replace('"', "&quot;")),
            }
            known.push(key);
        }
        for (key, value) in changes.iter().filter(|(key, _)| !known.iter().any(|other| other == key)) {
            if let Some(value) = value {
                push(key, &escaped(value));
            }
        }
        out.push_str(if self.kind == Kind::Empty { "/>" } else { ">" });
        out
    }

    /// The tag of an element without content as the start of one with content.
    pub(crate) fn opened(&self) -> String {
        let inner = self.raw.trim_end_matches('>').trim_end_matches('/').trim_end();
        format!("{inner}>")
    }
}

fn value(attribute: &Attribute) -> String {
    unescape(&attribute.value).map_or_else(|_| attribute.value.to_string(), |value| value.into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PART: &str =
        "<?xml version='1.0'?>\n<x:a b='1\"2' c=\"&lt;3\"><d/>t&amp;u<!-- e --><f g:id=\"r1\" />\r\n</x:a>\n";

    #[test]
    fn the_pieces_are_the_part() {
        let all: Vec<Piece> = pieces(PART).map(Result::unwrap).collect();
        assert_eq!(all.iter().map(|piece| piece.raw).collect::<String>(), PART);
        let root = all.iter().find(|piece| piece.opens("a", 0)).unwrap();
        assert_eq!((root.prefix(), root.attribute("c").as_deref()), ("x:", Some("<3")));
        assert_eq!(
            root.with(&[("c", None), ("e", Some("5"))]),
            "<x:a b=\"1&quot;2\" e=\"5\">",
            "the rest stays as it was"
        );
        let last = all.iter().find(|piece| piece.opens("f", 1)).unwrap();
        assert_eq!(last.prefixed_attribute("id").as_deref(), Some("r1"));
        assert_eq!(
            (last.opened().as_str(), last.with(&[]).as_str()),
            ("<f g:id=\"r1\">", "<f g:id=\"r1\"/>")
        );
        assert!(all.iter().any(|piece| piece.kind == Kind::End && piece.local == "a" && piece.depth == 0));
    }

    proptest! {
        #[test]
        fn nothing_panics_and_what_is_read_is_whole(text in "[<>/a:x=\"' &;!\\[\\]-]{0,60}") {
            let read: Result<Vec<Piece>, Unpatchable> = pieces(&text).collect();
            if let Ok(all) = read {
                prop_assert_eq!(all.iter().map(|piece| piece.raw).collect::<String>(), text.clone());
                for piece in all.iter().filter(|piece| piece.kind != Kind::Other) {
                    let _ = (piece.with(&[("s", Some("1"))]), piece.opened(), piece.prefix());
                }
            }
        }
    }
}
