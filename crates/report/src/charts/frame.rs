//! The frame of a chart (画框): heading above, notes below, title and description for who cannot see it, and the whole
//! as SVG text.

use svg::node::Node;
use svg::node::element::Element;

use crate::charts::geometry::{Area, Point, coordinate};
use crate::charts::palette::STYLE_SHEET;
use crate::charts::shapes::{Anchor, element, element_of_text, words};
use crate::charts::text_fit::wrap;
use crate::lang::Lang;

/// Width of every chart. Texts of 14 are still 10 pixels high on a phone that shows it 340 pixels wide.
pub const WIDTH: f64 = 440.0;

/// Fonts that are there on every machine, Chinese ones first.
const FONTS: &str = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC',\
'WenQuanYi Micro Hei',SimHei,system-ui,sans-serif";

/// Height of a line of the heading, and of a note.
const LINE: f64 = 18.0;

/// How many em of a heading, and of a note, stand in one line.
const HEADING_EM: f64 = WIDTH / 15.0 - 0.5;
const NOTE_EM: f64 = WIDTH / 13.0 - 0.5;

/// A chart while it is drawn.
#[derive(Debug)]
pub struct Frame {
    kind: &'static str,
    lang: Lang,
    title: String,
    description: String,
    shapes: Vec<Element>,
    bottom: f64,
}

impl Frame {
    /// A frame with the whole title for who hears it, and the heading that is shown.
    pub fn new(kind: &'static str, lang: Lang, title: String, heading: &str) -> Frame {
        let mut frame =
            Frame { kind, lang, title, description: String::new(), shapes: Vec::new(), bottom: 0.0 };
        for line in wrap(heading, HEADING_EM) {
            frame.bottom += LINE;
            frame.add(words(Point { x: 0.0, y: frame.bottom - 3.0 }, Anchor::Start, "lc-title", &line));
        }
        frame.bottom += 4.0;
        frame
    }

    /// The chart in words, for who cannot see it.
    pub fn describe(&mut self, description: String) {
        self.description = description;
    }

    /// Draws a piece.
    pub fn add(&mut self, shape: Element) {
        self.shapes.push(shape);
    }

    /// Takes room over the whole width, and says where it is.
    pub fn room(&mut self, height: f64) -> Area {
        let top = self.bottom;
        self.bottom += height;
        Area { left: 0.0, top, right: WIDTH, bottom: self.bottom }
    }

    /// A note below what has been drawn so far.
    pub fn note(&mut self, text: &str) {
        for line in wrap(text, NOTE_EM) {
            self.bottom += LINE;
            self.add(words(Point { x: 0.0, y: self.bottom - 4.0 }, Anchor::Start, "lc-note", &line));
        }
    }

    /// The chart as SVG text.
    pub fn finish(self) -> String {
        let id = self.id();
        let (title_id, description_id) = (format!("{id}-title"), format!("{id}-desc"));
        let view_box = format!("0 0 {} {}", coordinate(WIDTH), coordinate(self.bottom + 4.0));
        let label = format!("{title_id} {description_id}");
        let mut root = element(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("viewBox", &view_box),
                ("width", "100%"),
                ("role", "img"),
                ("class", "luodi-chart"),
                ("lang", self.lang.pick("zh-CN", "en")),
                ("font-family", FONTS),
                ("aria-labelledby", &label),
            ],
        );
        root.append(element_of_text("title", &[("id", &title_id)], &self.title));
        root.append(element_of_text("desc", &[("id", &description_id)], &self.description));
        root.append(element_of_text("style", &[], STYLE_SHEET));
        for shape in self.shapes {
            root.append(shape);
        }
        root.to_string()
    }

    /// An id that no other chart on the page has: it follows from what the chart says.
    fn id(&self) -> String {
        let said = [self.kind, "\n", &self.title, "\n", &self.description].concat();
        // FNV-1a: stable over runs and versions, which the hasher of the standard library does not promise.
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let hash = said.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
        format!("luodi-{}-{hash:016x}", self.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(title: &str, description: &str) -> String {
        let mut frame = Frame::new("months", Lang::Zh, title.to_owned(), title);
        frame.describe(description.to_owned());
        frame.note("注");
        frame.finish()
    }

    #[test]
    fn two_charts_on_a_page_have_different_ids() {
        let id = |text: &str| text.split_once("aria-labelledby=\"").map(|(_, rest)| rest[..40].to_owned());
        assert_ne!(id(&drawn("甲", "一")), id(&drawn("甲", "二")));
        assert_eq!(drawn("甲", "一"), drawn("甲", "一"));
    }

    #[test]
    fn a_chart_says_what_it_is() {
        let text = drawn("开工<率>", "2020届75.0%。");
        let document = roxmltree::Document::parse(&text).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        let found = |name: &str| root.children().find(|node| node.has_tag_name(name)).and_then(|n| n.text());
        assert_eq!((found("title"), found("desc")), (Some("开工<率>"), Some("2020届75.0%。")));
    }
}
