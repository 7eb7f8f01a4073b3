//! The native charts (图表): counts with a rate, lines, bridges. They show cells of their sheet and hold no figure.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartMarker,
    ChartMarkerType, ChartSolidFill, ChartType, Color,
};

const FONT: &str = "宋体";
const BLUE: u32 = 0x0044_72B0;
const LIGHT_BLUE: u32 = 0x00A9_C4E4;
const RED: u32 = 0x00C0_392B;
const GREEN: u32 = 0x003A_8A5B;
const GREY: u32 = 0x0080_8080;
/// Colours of lines side by side; told apart by their marks as well.
const LINES: [u32; 6] = [BLUE, RED, GREEN, 0x00D6_8910, 0x0076_4BA2, GREY];

/// The rows of a sheet that a chart shows.
pub struct ChartRows<'a> {
    /// The sheet.
    pub sheet: &'a str,
    /// First row, from 0.
    pub first: u32,
    /// Last row.
    pub last: u32,
}

/// First row, first column, last row, last column, from 0.
pub type ChartArea = (u32, u16, u32, u16);

/// A named area.
pub type NamedArea = (String, ChartArea);

/// A named column.
pub type NamedSeries<'a> = (&'a str, u16);

impl ChartRows<'_> {
    fn column(&self, column: u16) -> (&str, u32, u16, u32, u16) {
        (self.sheet, self.first, column, self.last, column)
    }
}

/// Counts as columns, a rate as a line on the axis at the right.
pub fn counts_and_rate(
    rows: &ChartRows<'_>,
    title: &str,
    labels: u16,
    counts: &[NamedSeries<'_>],
    (rate_name, rate): NamedSeries<'_>,
) -> Chart {
    let mut chart = framed(Chart::new(ChartType::Column), title);
    for ((name, column), colour) in counts.iter().zip([LIGHT_BLUE, BLUE]) {
        let series = chart.add_series().set_name(*name).set_categories(rows.column(labels));
        series.set_values(rows.column(*column)).set_format(&mut filled(colour)).set_gap(80);
    }
    let mut line = Chart::new(ChartType::Line);
    let series = line.add_series().set_name(rate_name).set_categories(rows.column(labels));
    series.set_values(rows.column(rate)).set_secondary_axis(true).set_format(&mut drawn(RED));
    series.set_marker(&marker(ChartMarkerType::Circle, RED));
    line.y2_axis().set_name(rate_name).set_name_font(&small()).set_min(0).set_max(100).set_font(&small());
    chart.combine(&line);
    chart
}

/// Lines over months or ages.
pub fn lines(
    sheet: &str,
    title: &str,
    (axis, unit): (&str, &str),
    categories: ChartArea,
    series: &[NamedArea],
) -> Chart {
    let range =
        |(first_row, first, last_row, last): (u32, u16, u32, u16)| (sheet, first_row, first, last_row, last);
    let marks = [
        ChartMarkerType::Circle,
        ChartMarkerType::Square,
        ChartMarkerType::Triangle,
        ChartMarkerType::Diamond,
        ChartMarkerType::X,
        ChartMarkerType::PlusSign,
    ];
    let mut chart = framed(Chart::new(ChartType::Line), title);
    for (((name, cells), colour), mark) in
        series.iter().zip(LINES.into_iter().cycle()).zip(marks.into_iter().cycle())
    {
        let one = chart.add_series().set_name(name.as_str()).set_categories(range(categories));
        one.set_values(range(*cells)).set_format(&mut drawn(colour)).set_marker(&marker(mark, colour));
    }
    chart.x_axis().set_name(axis).set_name_font(&small());
    chart.y_axis().set_name(unit).set_name_font(&small());
    chart
}

/// A bridge: whole columns at its ends, between them what rises and what falls, each upon an unseen base.
pub fn bridge(
    rows: &ChartRows<'_>,
    title: &str,
    labels: u16,
    names: [&str; 4],
    first: u16,
    lowest: f64,
) -> Chart {
    let mut chart = framed(Chart::new(ChartType::ColumnStacked), title);
    let looks = [None, Some(BLUE), Some(GREEN), Some(RED)];
    for ((column, name), colour) in (first..).zip(names).zip(looks) {
        let series = chart.add_series().set_name(name).set_categories(rows.column(labels));
        series.set_values(rows.column(column)).set_gap(60).set_overlap(100);
        match colour {
            Some(colour) => {
                let mut label = ChartDataLabel::new();
                label.show_value().set_num_format("0.##;-0.##;;").set_font(&small());
                series.set_format(&mut filled(colour)).set_data_label(&label);
            }
            None => {
                series.set_format(ChartFormat::new().set_no_fill().set_no_line());
            }
        }
    }
    chart.y_axis().set_min(lowest);
    chart.legend().delete_entries(&[0]);
    chart
}

fn framed(mut chart: Chart, title: &str) -> Chart {
    let mut heavy = ChartFont::new();
    heavy.set_name(FONT).set_size(12).set_bold();
    chart.title().set_name(title).set_font(&heavy);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&small());
    let mut grid_line = ChartLine::new();
    grid_line.set_color(Color::RGB(0x00E0_E0E0));
    chart.y_axis().set_major_gridlines_line(&grid_line).set_font(&small());
    chart.x_axis().set_font(&small());
    chart.set_width(760).set_height(330).set_alt_text(title);
    chart
}

fn small() -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(9);
    font
}

fn filled(colour: u32) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour)));
    format
}

fn drawn(colour: u32) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_line(ChartLine::new().set_color(Color::RGB(colour)).set_width(1.75));
    format
}

fn marker(kind: ChartMarkerType, colour: u32) -> ChartMarker {
    let mut marker = ChartMarker::new();
    marker.set_type(kind).set_size(5).set_format(&mut filled(colour));
    marker
}
