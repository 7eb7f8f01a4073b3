//! Conversations at cells (会话式批注): newer Excel shows them in place of comments, so that our words are a reply.

use model::cell_address::CellAddress;
use model::date::Date;
use model::digest::short_digest;

use crate::annotated::comments_part::{AUTHOR, Notes};
use crate::annotated::package::Package;
use crate::annotated::relations::{Relation, with_child};
use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::xml::pieces;
use crate::annotated::xml_text::{attributes, escaped};

/// Replies to the conversations at cells that have something to be said.
pub(crate) fn reply(
    package: &mut Package,
    of_workbook: &[Relation],
    of_sheet: &[Relation],
    notes: &Notes,
    day: Option<Date>,
) -> Result<(), Unpatchable> {
    let part_of = |relations: &[Relation], kind: &str| {
        relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.part.clone())
    };
    let Some(threads) = part_of(of_sheet, "threadedComment") else { return Ok(()) };
    let (Some(persons), Some(mut text)) = (part_of(of_workbook, "person"), package.text(&threads)?) else {
        return Ok(());
    };
    for (root, cell) in roots(&text)? {
        let Some(notes) = notes.get(&cell) else { continue };
        let said: Vec<String> = notes.iter().map(|note| format!("{} {}", note.tag, note.body)).collect();
        let said = said.join("\n");
        let id = guid(&[&root, &said]);
        if text.contains(&id) {
            continue;
        }
        let at = format!("{}T00:00:00.00", day.unwrap_or_default());
        let pairs = attributes(&[
            ("ref", &cell.to_string()),
            ("dT", &at),
            ("personId", &guid(&[AUTHOR])),
            ("id", &id),
            ("parentId", &root),
        ]);
        let said = escaped(&said);
        text = with_child(&text, &format!("threadedComment{pairs}><text>{said}</text></threadedComment>"))?;
    }
    package.set(&threads, text);
    introduce(package, &persons)
}

/// The conversations of a sheet: id and cell of what began each.
fn roots(text: &str) -> Result<Vec<(String, CellAddress)>, Unpatchable> {
    let mut roots = Vec::new();
    for piece in pieces(text) {
        let piece = piece?;
        if piece.opens("threadedComment", 1) && piece.attribute("parentId").is_none() {
            let cell = piece.attribute("ref").and_then(|cell| cell.parse().ok());
            roots.extend(piece.attribute("id").zip(cell));
        }
    }
    Ok(roots)
}

/// Names us among the persons of the workbook.
fn introduce(package: &mut Package, persons: &str) -> Result<(), Unpatchable> {
    let Some(text) = package.text(persons)? else { return Ok(()) };
    let id = guid(&[AUTHOR]);
    if text.contains(&id) {
        return Ok(());
    }
    let pairs =
        attributes(&[("displayName", AUTHOR), ("id", &id), ("userId", AUTHOR), ("providerId", "None")]);
    package.set(persons, with_child(&text, &format!("person{pairs}/>"))?);
    Ok(())
}

/// An id that always comes out the same for the same texts.
fn guid(texts: &[&str]) -> String {
    let twice: Vec<&str> = texts.iter().copied().chain(["again"]).collect();
    let digits: String = [short_digest(texts), short_digest(&twice)].concat().to_uppercase();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default().to_owned();
    format!("{{{}-{}-{}-{}-{}}}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::annotated::comments_part::Note;
    use crate::annotated::tests::bench::packed;

    #[test]
    fn our_words_reply_to_the_conversation() {
        let bytes = packed(&[
            (
                "t.xml",
                "<ThreadedComments><threadedComment ref=\"B2\" personId=\"{P}\" id=\"{R}\"><text>a</text></threadedComment></ThreadedComments>",
            ),
            ("p.xml", "<personList><person displayName=\"x\" id=\"{P}\"/></personList>"),
        ]);
        let mut package = Package::open(&bytes).unwrap();
        let relation = |kind: &str, part: &str| Relation {
            id: "1".to_owned(),
            kind: kind.to_owned(),
            part: part.to_owned(),
        };
        let note = Note { tag: "[T501 错误]".to_owned(), body: "有误 <b>".to_owned() };
        let notes: Notes = BTreeMap::from([(CellAddress::new(2, 2), vec![note])]);
        let (book, sheet) = ([relation("person", "p.xml")], [relation("threadedComment", "t.xml")]);
        for _ in 0..2 {
            reply(&mut package, &book, &sheet, &notes, None).unwrap();
        }
        let threads = package.text("t.xml").unwrap().unwrap();
        assert_eq!(threads.matches("parentId=\"{R}\"").count(), 1, "said once: {threads}");
        assert!(threads.contains("<text>[T501 错误] 有误 &lt;b&gt;</text>"));
        let persons = package.text("p.xml").unwrap().unwrap();
        assert_eq!(persons.matches("displayName=\"luodi\"").count(), 1);
        let id = guid(&["a"]);
        assert_eq!((id.len(), id.matches('-').count()), (38, 4));
    }
}
