//! A chart of the bulletin (图): a native chart of Office with its numbers in it, so that it can be edited in Word and
//! WPS.

use crate::bulletin::document::{BarChart, BarSeries};
use crate::bulletin::docx::looks::{BODY_FONT, LATIN_FONT};
use crate::bulletin::docx::node::{Node, node, text, val, word};

/// Width and height in 914,400ths of an inch: 150 mm by 75 mm.
const SIZE: (u32, u32) = (5_400_000, 2_700_000);
/// Colours that differ on a grey copy as well.
const COLOURS: [&str; 4] = ["1F4E79", "F4B183", "548235", "A5A5A5"];

/// The paragraph in which chart number n stands.
pub fn chart_anchor(chart: &BarChart, number: usize) -> Node {
    let (width, height) = SIZE;
    let reference = node("c:chart").with("r:id", format!("rIdChart{number}"));
    let data = node("a:graphicData")
        .with("uri", "http://schemas.openxmlformats.org/drawingml/2006/chart")
        .child(reference);
    let properties = node("wp:docPr")
        .with("id", number)
        .with("name", format!("Chart {number}"))
        .with("descr", &chart.title);
    let inline = ["distT", "distB", "distL", "distR"].into_iter();
    let inline = inline.fold(node("wp:inline"), |inline, side| inline.with(side, 0));
    let inline = inline
        .child(node("wp:extent").with("cx", width).with("cy", height))
        .child(properties)
        .child(node("wp:cNvGraphicFramePr"))
        .child(node("a:graphic").child(data));
    node("w:p")
        .child(node("w:pPr").child(word("w:pStyle", "Figure")))
        .child(node("w:r").child(node("w:drawing").child(inline)))
}

/// The part of the chart itself.
pub fn chart_part(chart: &BarChart) -> Node {
    let series = chart.series.iter().enumerate().map(|(index, series)| bars(chart, series, index));
    let plot = node("c:barChart")
        .child(val("c:barDir", "col"))
        .child(val("c:grouping", "clustered"))
        .child(val("c:varyColors", 0))
        .children(series)
        .child(val("c:gapWidth", 80))
        .child(val("c:overlap", -5))
        .children([val("c:axId", 1), val("c:axId", 2)]);
    let area = node("c:plotArea").child(node("c:layout")).child(plot).child(categories()).child(per_cent());
    let legend = node("c:legend").child(val("c:legendPos", "b")).child(val("c:overlay", 0));
    let whole = node("c:chart")
        .child(val("c:autoTitleDeleted", 1))
        .child(area)
        .child(legend)
        .child(val("c:plotVisOnly", 1))
        .child(val("c:dispBlanksAs", "gap"));
    node("c:chartSpace")
        .with("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart")
        .with("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
        .with("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        .child(val("c:roundedCorners", 0))
        .child(whole)
        .child(node("c:spPr").child(node("a:ln").child(node("a:noFill"))))
        .child(letters(1050))
        .child(node("c:externalData").with("r:id", "rIdData").child(val("c:autoUpdate", 0)))
}

fn bars(chart: &BarChart, series: &BarSeries, index: usize) -> Node {
    let colour = COLOURS.get(index % COLOURS.len()).copied().unwrap_or("808080");
    let column = column_name(index);
    let last = chart.categories.len() + 1;
    let name = node("c:strRef").child(text("c:f", &format!("Sheet1!${column}$1"))).child(points(
        "c:strCache",
        &[Some(series.name.clone())],
        None,
    ));
    let names: Vec<Option<String>> = chart.categories.iter().cloned().map(Some).collect();
    let categories = node("c:strRef").child(text("c:f", &format!("Sheet1!$A$2:$A${last}"))).child(points(
        "c:strCache",
        &names,
        None,
    ));
    let format = number_format(series);
    let values = node("c:numRef")
        .child(text("c:f", &format!("Sheet1!${column}$2:${column}${last}")))
        .child(points("c:numCache", &series.values, Some(&format)));
    node("c:ser")
        .children([val("c:idx", index), val("c:order", index)])
        .child(node("c:tx").child(name))
        .child(node("c:spPr").child(node("a:solidFill").child(val("a:srgbClr", colour))))
        .child(val("c:invertIfNegative", 0))
        .child(labels(&format))
        .child(node("c:cat").child(categories))
        .child(node("c:val").child(values))
}

/// The letter of a column of the data: names stand in A, the first series in B.
fn column_name(index: usize) -> char {
    char::from(b'B'.saturating_add(u8::try_from(index).unwrap_or(0)))
}

/// As many decimals as the printed numbers have.
pub fn number_format(series: &BarSeries) -> String {
    let decimals = |value: &String| value.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    match series.values.iter().flatten().map(decimals).max().unwrap_or(0) {
        0 => "0".to_owned(),
        decimals => format!("0.{}", "0".repeat(decimals)),
    }
}

/// The copy of the data that is drawn without opening the workbook.
fn points(name: &'static str, values: &[Option<String>], format: Option<&str>) -> Node {
    let point = |(index, value): (usize, &Option<String>)| {
        Some(node("c:pt").with("idx", index).child(text("c:v", value.as_ref()?)))
    };
    node(name)
        .children(format.map(|code| text("c:formatCode", code)))
        .child(val("c:ptCount", values.len()))
        .children(values.iter().enumerate().filter_map(point))
}

fn labels(format: &str) -> Node {
    let shown = [("c:showLegendKey", 0), ("c:showVal", 1), ("c:showCatName", 0), ("c:showSerName", 0)];
    let shown = shown.into_iter().chain([("c:showPercent", 0), ("c:showBubbleSize", 0)]);
    node("c:dLbls")
        .child(node("c:numFmt").with("formatCode", format).with("sourceLinked", 0))
        .child(node("c:spPr").child(node("a:noFill")).child(node("a:ln").child(node("a:noFill"))))
        .child(letters(1000))
        .child(val("c:dLblPos", "outEnd"))
        .children(shown.map(|(name, value)| val(name, value)))
}

fn categories() -> Node {
    axis("c:catAx", (1, 2), "b", None)
        .child(val("c:crosses", "autoZero"))
        .child(val("c:auto", 0))
        .child(val("c:lblAlgn", "ctr"))
        .child(val("c:lblOffset", 100))
}

/// From 0 to 100: a share is not to look larger than it is.
fn per_cent() -> Node {
    let lines = node("c:majorGridlines").child(node("c:spPr").child(stroke("D9D9D9")));
    axis("c:valAx", (2, 1), "l", Some(lines))
        .child(val("c:crosses", "autoZero"))
        .child(val("c:crossBetween", "between"))
        .child(val("c:majorUnit", 20))
}

fn axis(name: &'static str, (own, other): (u32, u32), side: &str, lines: Option<Node>) -> Node {
    let is_share = lines.is_some();
    let scaling = node("c:scaling").child(val("c:orientation", "minMax"));
    let limits = is_share.then(|| [val("c:max", 100), val("c:min", 0)]);
    node(name)
        .child(val("c:axId", own))
        .child(scaling.children(limits.into_iter().flatten()))
        .child(val("c:delete", 0))
        .child(val("c:axPos", side))
        .children(lines)
        .child(node("c:numFmt").with("formatCode", "0").with("sourceLinked", 0))
        .child(val("c:majorTickMark", "none"))
        .child(val("c:minorTickMark", "none"))
        .child(val("c:tickLblPos", "nextTo"))
        .child(node("c:spPr").child(stroke("7F7F7F")))
        .child(val("c:crossAx", other))
}

fn stroke(colour: &str) -> Node {
    node("a:ln").with("w", 6350).child(node("a:solidFill").child(val("a:srgbClr", colour)))
}

fn letters(size: u32) -> Node {
    let run = node("a:defRPr")
        .with("sz", size)
        .child(node("a:latin").with("typeface", LATIN_FONT))
        .child(node("a:ea").with("typeface", BODY_FONT));
    node("c:txPr")
        .child(node("a:bodyPr"))
        .child(node("a:lstStyle"))
        .child(node("a:p").child(node("a:pPr").child(run)).child(node("a:endParaRPr").with("lang", "zh-CN")))
}
