//! The boxes of comments (批注框): old Excel drawings, without which no office shows a comment.

use model::cell_address::CellAddress;

use crate::annotated::unpatchable::Unpatchable;

const HEAD: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
    xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>";
const TYPE: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" \
    path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
const END: &str = "</xml>";
const SHAPE_ID: &str = "_x0000_s";
const FIRST_SHAPE: u32 = 1_025;
const LINE_HEIGHT: usize = 13;

/// One box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CommentBox {
    /// The cell that it belongs to.
    pub(crate) cell: CellAddress,
    /// How many lines of text it shows.
    pub(crate) n_lines: usize,
}

/// How many characters a line of a box holds; a Chinese one counts two.
pub(crate) const LINE_WIDTH: usize = 44;

/// A drawing with these boxes besides those that it had. Old drawings are often no proper XML: they are only added to.
pub(crate) fn with_boxes(old: Option<String>, boxes: &[CommentBox]) -> Result<String, Unpatchable> {
    let mut text = old.unwrap_or_else(|| format!("{HEAD}{END}"));
    let end = text.rfind(END).ok_or_else(|| Unpatchable::because("a drawing has no end"))?;
    let mut shapes = if text.contains("id=\"_x0000_t202\"") { String::new() } else { TYPE.to_owned() };
    let mut id = next_shape(&text);
    for comment in boxes {
        shapes.push_str(&shape(comment, id));
        id = id.saturating_add(1);
    }
    text.insert_str(end, &shapes);
    Ok(text)
}

/// The number after the greatest that is used.
fn next_shape(text: &str) -> u32 {
    let digits = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    let used = text.split(SHAPE_ID).skip(1).filter_map(|rest| digits(rest).parse::<u32>().ok());
    used.max().map_or(FIRST_SHAPE, |greatest| greatest.saturating_add(1).max(FIRST_SHAPE))
}

fn shape(comment: &CommentBox, id: u32) -> String {
    let height = comment.n_lines.clamp(3, 30) * LINE_HEIGHT + 10;
    let (row, column) = (comment.cell.row.saturating_sub(1), comment.cell.col.saturating_sub(1));
    format!(
        "<v:shape id=\"{SHAPE_ID}{id}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;\
         width:240pt;height:{height}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">\
         <v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>\
         <v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>\
         <x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_added_behind_those_that_are_there() {
        let one = CommentBox { cell: CellAddress::new(12, 8), n_lines: 2 };
        let first = with_boxes(None, &[one]).unwrap();
        assert!(
            first.contains("_x0000_s1025\"") && first.contains("<x:Row>11</x:Row><x:Column>7</x:Column>")
        );
        let second = with_boxes(Some(first), &[one]).unwrap();
        assert!(second.contains("_x0000_s1026\"") && second.ends_with(END));
        assert_eq!(second.matches("<v:shapetype").count(), 1);
        let broken = "<xml id=\"_x0000_t202\"><br>_x0000_s2049</xml>\n".to_owned();
        assert!(
            with_boxes(Some(broken), &[one])
                .unwrap()
                .contains("<br>_x0000_s2049<v:shape id=\"_x0000_s2050\"")
        );
        assert!(with_boxes(Some("nothing".to_owned()), &[one]).is_err());
    }
}
