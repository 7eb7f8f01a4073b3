//! Colors, dashes and markers (配色): lines are told apart by three signs at once, so that color-blind readers and
//! black-and-white paper lose nothing. A page may set every color by a CSS variable; without one it is a light chart.

/// The form of a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// ●
    Circle,
    /// ■
    Square,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
    /// ▼
    Tip,
    /// ▮
    Tall,
}

/// How one line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The class that sets its color.
    pub class: &'static str,
    /// Its dash pattern; empty is solid.
    pub dash: &'static str,
    /// Its marker.
    pub marker: Marker,
}

/// The looks of editions, in order. More lines than these cannot be told apart.
pub const LOOKS: [Look; 6] = [
    Look { class: "lc-1", dash: "", marker: Marker::Circle },
    Look { class: "lc-2", dash: "8 3", marker: Marker::Square },
    Look { class: "lc-3", dash: "2.5 2.5", marker: Marker::Triangle },
    Look { class: "lc-4", dash: "9 3 2 3", marker: Marker::Diamond },
    Look { class: "lc-5", dash: "14 4", marker: Marker::Tip },
    Look { class: "lc-6", dash: "5 2 1.5 2 1.5 2", marker: Marker::Tall },
];

/// The look of all editions together.
pub const WHOLE: Look = Look { class: "lc-all", dash: "", marker: Marker::Diamond };

/// The look of the line with this index.
pub fn look(index: usize) -> Look {
    LOOKS.get(index % LOOKS.len()).copied().unwrap_or(WHOLE)
}

/// The style sheet of a chart; every name in it begins with `lc-` or stands below `.luodi-chart`.
pub const STYLE_SHEET: &str = "\
.luodi-chart{display:block;width:100%;height:auto;max-width:640px;background:#fff;background:var(--chart-paper,#fff)}
.luodi-chart text{font-size:14px;fill:#1f2933;fill:var(--chart-ink,#1f2933)}
.luodi-chart .lc-title{font-size:15px;font-weight:700}
.luodi-chart .lc-tick,.luodi-chart .lc-note{font-size:13px;fill:#4a5561;fill:var(--chart-muted,#4a5561)}
.luodi-chart .lc-label,.luodi-chart .lc-key{fill:currentColor;font-weight:600}
.luodi-chart .lc-label{paint-order:stroke;stroke:#fff;stroke:var(--chart-paper,#fff);stroke-width:3px;stroke-linejoin:round}
.luodi-chart .lc-in{font-size:11px;fill:#fff;fill:var(--chart-paper,#fff)}
.lc-grid{fill:none;stroke:#dde2e7;stroke:var(--chart-grid,#dde2e7);stroke-width:.8}
.lc-axis{fill:none;stroke:#6b7683;stroke:var(--chart-muted,#6b7683);stroke-width:1}
.lc-line{fill:none;stroke:currentColor;stroke-width:2.2;stroke-linejoin:round}
.lc-thick{fill:none;stroke:currentColor;stroke-width:3.4;stroke-linejoin:round}
.lc-thin{fill:none;stroke:currentColor;stroke-width:1.2}
.lc-band{fill:currentColor;opacity:.13}
.lc-solid{fill:currentColor;stroke:currentColor;stroke-width:1.2}
.lc-hollow{fill:#fff;fill:var(--chart-paper,#fff);stroke:currentColor;stroke-width:1.6}
.lc-gap{fill:none;stroke:#fff;stroke:var(--chart-paper,#fff);stroke-width:3}
.lc-all{color:#1f2933;color:var(--chart-ink,#1f2933)}
.lc-dim{color:#6b7683;color:var(--chart-muted,#6b7683)}
.lc-1{color:#0067a3;color:var(--chart-1,#0067a3)}
.lc-2{color:#b84a00;color:var(--chart-2,#b84a00)}
.lc-3{color:#00754f;color:var(--chart-3,#00754f)}
.lc-4{color:#9c3f86;color:var(--chart-4,#9c3f86)}
.lc-5{color:#806400;color:var(--chart-5,#806400)}
.lc-6{color:#5a5f9e;color:var(--chart-6,#5a5f9e)}
@media (min-width:640px){
.luodi-chart text{font-size:12px}
.luodi-chart .lc-title{font-size:13.5px}
.luodi-chart .lc-tick,.luodi-chart .lc-note{font-size:11.5px}
.luodi-chart .lc-in{font-size:10px}
}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_lines_share_a_color_a_dash_or_a_marker() {
        for (index, one) in LOOKS.iter().enumerate() {
            for other in LOOKS.iter().skip(index + 1) {
                assert!(one.class != other.class && one.dash != other.dash && one.marker != other.marker);
            }
        }
    }

    #[test]
    fn every_look_has_its_color() {
        for one in LOOKS.iter().chain([&WHOLE]) {
            assert!(STYLE_SHEET.contains(&format!(".{}{{color:", one.class)), "{}", one.class);
        }
    }
}
