//! Tags and texts of XML and HTML, forgiving: enough for the parts of a workbook, without a tree.

use std::borrow::Cow;

/// One piece of markup.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Piece<'a> {
    /// `<name attributes>` or `<name attributes/>`; the name without its prefix.
    Open {
        /// Local name.
        name: &'a str,
        /// Everything between the name and the end of the tag.
        attributes: &'a str,
        /// Closed by itself.
        empty: bool,
    },
    /// `</name>`.
    Close(&'a str),
    /// Text between tags, still escaped.
    Text(&'a str),
    /// Text of a CDATA section, word for word.
    Verbatim(&'a str),
}

/// The pieces of a document, in order.
#[derive(Debug, Clone)]
pub struct Pieces<'a> {
    rest: &'a str,
}

/// Splits a document into pieces; comments, instructions and declarations are left out.
pub fn pieces(document: &str) -> Pieces<'_> {
    Pieces { rest: document }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let start = self.rest.find('<').unwrap_or(self.rest.len());
            if start > 0 {
                let (text, rest) = self.rest.split_at(start);
                self.rest = rest;
                return Some(Piece::Text(text));
            }
            if let Some(piece) = self.tag() {
                return Some(piece);
            }
        }
    }
}

impl<'a> Pieces<'a> {
    /// Takes the tag at the start of the rest, or nothing for what is left out.
    fn tag(&mut self) -> Option<Piece<'a>> {
        if let Some(rest) = self.rest.strip_prefix("<!--") {
            self.skip(rest, "-->");
            return None;
        }
        if let Some(rest) = self.rest.strip_prefix("<![CDATA[") {
            return Some(Piece::Verbatim(self.skip(rest, "]]>")));
        }
        let whole = &self.rest[1..];
        if whole.starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit() || "<&=".contains(c)) {
            let (sign, rest) = self.rest.split_at(1);
            self.rest = rest;
            return Some(Piece::Text(sign)); // less than
        }
        let inner = self.skip(whole, ">");
        if inner.starts_with(['?', '!']) {
            return None;
        }
        if let Some(name) = inner.strip_prefix('/') {
            return Some(Piece::Close(local(name.trim())));
        }
        let (inner, empty) = match inner.strip_suffix('/') {
            Some(inner) => (inner, true),
            None => (inner, false),
        };
        let end = inner.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(end);
        Some(Piece::Open { name: local(name), attributes, empty })
    }

    /// Moves behind the end mark and gives what stood before it.
    fn skip(&mut self, text: &'a str, end: &str) -> &'a str {
        let (inner, rest) = match text.find(end) {
            Some(place) => (&text[..place], &text[place + end.len()..]),
            None => (text, ""),
        };
        self.rest = rest;
        inner
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The value of an attribute by its local name, still escaped.
pub fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = attributes;
    while let Some(equals) = rest.find('=') {
        let name = local(rest[..equals].trim());
        let value = rest[equals + 1..].trim_start();
        let (text, after) = value_of(value);
        if name.eq_ignore_ascii_case(wanted) {
            return Some(text);
        }
        rest = after;
    }
    None
}

fn value_of(value: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    value.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((value, ""))
}

/// A text with its entities resolved; only the predefined ones and character numbers exist here.
pub fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        plain.push_str(&rest[..start]);
        let after = &rest[start + 1..];
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match entity.and_then(|(name, behind)| Some((character(name)?, behind))) {
            Some((c, behind)) => {
                plain.push(c);
                rest = behind;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "emsp" | "ensp" => Some('\u{3000}'),
        _ => {
            let digits = name.strip_prefix('#')?;
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_attributes_and_texts_are_found() {
        let all: Vec<Piece<'_>> =
            pieces("<?xml?><x:a r='1' x:s=\"2\">t&lt;<!-- c --><b/></x:a><![CDATA[<]]>").collect();
        assert_eq!(all.len(), 5);
        let Piece::Open { name, attributes, empty } = all[0] else { panic!("{:?}", all[0]) };
        assert_eq!(
            (name, attribute(attributes, "s"), attribute(attributes, "q"), empty),
            ("a", Some("2"), None, false)
        );
        assert_eq!(all[1], Piece::Text("t&lt;"));
        assert_eq!(all[4], Piece::Verbatim("<"));
        assert_eq!(unescape("a&lt;&#20013;&#x4e2d;&bad;&"), "a<中中&bad;&");
    }

    #[test]
    fn broken_markup_ends_quietly() {
        for text in ["<", "<a", "<a b=", "<!--", "<![CDATA[", "a&b", "</", "<a b='"] {
            for piece in pieces(text) {
                if let Piece::Open { attributes, .. } = piece {
                    attribute(attributes, "b");
                }
            }
        }
    }
}
