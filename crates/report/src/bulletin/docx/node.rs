//! A tree of XML elements (XML树), and how it becomes a part of the package. Texts and attributes are escaped here, and
//! nowhere else; what XML cannot hold is left out.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// One element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Child>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Child {
    Node(Node),
    Text(String),
}

/// An element without attributes and children.
pub fn node(name: &'static str) -> Node {
    Node { name, attributes: Vec::new(), children: Vec::new() }
}

/// An element of WordprocessingML that holds a value.
pub fn word(name: &'static str, value: impl ToString) -> Node {
    node(name).with("w:val", value)
}

/// An element of DrawingML that holds a value.
pub fn val(name: &'static str, value: impl ToString) -> Node {
    node(name).with("val", value)
}

/// An element that holds a text.
pub fn text(name: &'static str, text: &str) -> Node {
    node(name).text(text)
}

impl Node {
    /// The same with one more attribute.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Node {
        self.attributes.push((name, without_controls(&value.to_string())));
        self
    }

    /// The same with one more child.
    pub fn child(mut self, child: Node) -> Node {
        self.children.push(Child::Node(child));
        self
    }

    /// The same with more children.
    pub fn children(mut self, children: impl IntoIterator<Item = Node>) -> Node {
        self.children.extend(children.into_iter().map(Child::Node));
        self
    }

    /// The same with a text behind its children.
    pub fn text(mut self, text: &str) -> Node {
        self.children.push(Child::Text(without_controls(text)));
        self
    }

    /// The whole part, with its declaration.
    pub fn part(&self) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for child in &self.children {
            match child {
                Child::Node(node) => node.write(writer)?,
                Child::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// A text as one line: line breaks and tabs are spaces; controls, marks that turn the direction of writing, and what
/// XML forbids are left out.
pub fn without_controls(text: &str) -> String {
    let shown = |sign: char| match sign {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        '\u{fffe}' | '\u{ffff}' => None,
        sign if sign.is_control() => None,
        sign => Some(sign),
    };
    text.chars().filter_map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_once_and_cleaned() {
        let check = |given: &str, expected: &str| {
            let part = String::from_utf8(node("t").with("a", given).text(given).part().unwrap()).unwrap();
            let body = part.split_once("?>").unwrap().1.to_owned();
            assert!(body.starts_with("<t a=\"") && body.ends_with(&format!("\">{expected}</t>")), "{body}");
        };
        check("光学 & <b>", "光学 &amp; &lt;b&gt;");
        check("&amp;]]>", "&amp;amp;]]&gt;");
        check("甲\u{0}\u{8}\u{202e}乙\n丙\u{ffff}", "甲乙 丙");
    }
}
