//! The styles of a workbook (样式部件): every mark is the style of its cell with another fill; nothing else changes.

use std::collections::BTreeMap;

use model::severity::Severity;

use crate::annotated::content_types::add_part;
use crate::annotated::looks::{FILLS, FONTS, LOOKS, Look, fill_of};
use crate::annotated::package::Package;
use crate::annotated::relations::add_relation;
use crate::annotated::style_sections::{Section, child_elements, sections};
use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::workbook_part::WorkbookPart;
use crate::annotated::xml::pieces;

const EMPTY: &str = "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>";

/// The styles of a workbook while marks are added.
pub(crate) struct StylesPart {
    part: String,
    text: String,
    prefix: String,
    sections: BTreeMap<&'static str, Section>,
    /// The styles of cells as they came.
    formats: Vec<String>,
    /// Marked styles by what they mark, in the order of their first use.
    marked: BTreeMap<(u32, usize), usize>,
    added: Vec<(u32, usize)>,
}

impl StylesPart {
    /// Reads the styles; a workbook without any gets a part of its own.
    pub(crate) fn read(package: &mut Package, workbook: &WorkbookPart) -> Result<StylesPart, Unpatchable> {
        let known = workbook.relations.iter().find(|relation| relation.kind == "styles");
        let part = match known {
            Some(relation) => relation.part.clone(),
            None => add_empty(package, workbook)?,
        };
        let text = package.text(&part)?.ok_or_else(|| Unpatchable::because("there is no styles part"))?;
        let sections = sections(&text)?;
        let formats = match sections.get("cellXfs") {
            Some(section) => child_elements(&text, section)?,
            None => return Err(Unpatchable::because("the workbook has no styles of cells")),
        };
        let prefix = pieces(&text).flatten().find(|piece| piece.opens("styleSheet", 0));
        let prefix = prefix.map(|piece| piece.prefix().to_owned()).unwrap_or_default();
        Ok(StylesPart { part, text, prefix, sections, formats, marked: BTreeMap::new(), added: Vec::new() })
    }

    /// The style of a cell that is marked; its own where such a mark has no colour.
    pub(crate) fn marked(&mut self, style: u32, severity: Severity) -> u32 {
        let Some(fill) = fill_of(severity) else { return style };
        let next = self.added.len();
        let index = *self.marked.entry((style, fill)).or_insert(next);
        if index == next {
            self.added.push((style, fill));
        }
        as_index(self.formats.len() + LOOKS.len() + index)
    }

    /// The style of a look.
    pub(crate) fn look(&self, look: Look) -> u32 {
        let place = LOOKS.iter().position(|known| *known == look).unwrap_or(0);
        as_index(self.formats.len() + place)
    }

    /// Writes the part with everything that was added.
    pub(crate) fn finish(self, package: &mut Package) -> Result<(), Unpatchable> {
        let mut text = self.text.clone();
        let prefix = self.prefix.as_str();
        let added = [
            ("cellXfs", self.new_formats()?),
            ("borders", vec![thin_border(prefix)]),
            ("fills", FILLS.iter().map(|color| fill(prefix, color)).collect()),
            ("fonts", FONTS.iter().map(|parts| font(prefix, parts)).collect()),
        ];
        // From the last section to the first, so that the places of the others stay right.
        for (name, elements) in added {
            let section = self.sections.get(name);
            let section =
                section.ok_or_else(|| Unpatchable::because("a section of the styles is missing"))?;
            section.extend(&mut text, &elements);
        }
        package.set(&self.part, text);
        Ok(())
    }

    fn new_formats(&self) -> Result<Vec<String>, Unpatchable> {
        let looks = LOOKS.iter().map(|look| Ok(self.look_format(*look)));
        let marked = self.added.iter().map(|(style, fill)| self.marked_format(*style, *fill));
        looks.chain(marked).collect()
    }

    /// The style of a cell, with another fill.
    fn marked_format(&self, style: u32, fill: usize) -> Result<String, Unpatchable> {
        let own = self.formats.get(style as usize).or(self.formats.first());
        let own = own.ok_or_else(|| Unpatchable::because("the workbook has no styles of cells"))?;
        let tag = pieces(own).next().transpose()?;
        let tag = tag.ok_or_else(|| Unpatchable::because("a style is empty"))?;
        let fill = (self.count("fills") + fill).to_string();
        let changed = tag.with(&[("fillId", Some(&fill)), ("applyFill", Some("1"))]);
        Ok(format!("{changed}{}", own.get(tag.end()..).unwrap_or_default()))
    }

    fn look_format(&self, look: Look) -> String {
        let fill = look.fill().map_or(0, |fill| self.count("fills") + fill);
        let border = if look.is_bordered() { self.count("borders") } else { 0 };
        let quoted = if look.is_quoted() { " quotePrefix=\"1\"" } else { "" };
        format!(
            "<{p}xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\"{quoted} applyFont=\"1\" \
             applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\"><{p}alignment horizontal=\"{horizontal}\" \
             vertical=\"center\" wrapText=\"1\"/><{p}protection locked=\"0\"/></{p}xf>",
            p = self.prefix,
            font = self.count("fonts") + look.font(),
            horizontal = look.horizontal(),
        )
    }

    fn count(&self, section: &str) -> usize {
        self.sections.get(section).map_or(0, |section| section.n_children)
    }
}

fn add_empty(package: &mut Package, workbook: &WorkbookPart) -> Result<String, Unpatchable> {
    let part = package.free_name(&format!("{}styles", workbook.folder()), ".xml");
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    package.set(&part, format!("{head}<styleSheet xmlns=\"{}\">{EMPTY}</styleSheet>", workbook.namespace()));
    add_part(package, &part, "styles")?;
    add_relation(package, &workbook.part, ("styles", &part), workbook.is_strict)?;
    Ok(part)
}

fn as_index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(0)
}

fn fill(p: &str, color: &str) -> String {
    format!(
        "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{color}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
    )
}

fn font(p: &str, parts: &[(&str, &str)]) -> String {
    let inner: String = parts.iter().map(|(name, value)| format!("<{p}{name} {value}/>")).collect();
    format!("<{p}font>{inner}</{p}font>")
}

fn thin_border(p: &str) -> String {
    let side = |name: &str| format!("<{p}{name} style=\"thin\"><{p}color rgb=\"FFBFBFBF\"/></{p}{name}>");
    let sides: String = ["left", "right", "top", "bottom"].into_iter().map(side).collect();
    format!("<{p}border>{sides}<{p}diagonal/></{p}border>")
}
