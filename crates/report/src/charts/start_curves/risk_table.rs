//! The numbers at risk under the curves (风险集项目数): on how many projects each curve rests at an age.

use crate::charts::frame::Frame;
use crate::charts::geometry::Point;
use crate::charts::palette::look;
use crate::charts::scale::Scale;
use crate::charts::shapes::{Anchor, words};
use crate::charts::start_curves::points::Curve;
use crate::charts::text_fit::shorten;
use crate::charts::words::edition;
use crate::lang::Lang;

/// Height of a row, and room for the name of an edition.
const ROW: f64 = 18.0;
const NAME_EM: f64 = 3.3;

/// One row an edition, a number under each tick.
pub fn draw(frame: &mut Frame, curves: &[Curve<'_>], ages: &[i32], scale: &Scale, lang: Lang) {
    let title = lang.pick("各龄仍在观察的项目数（个）", "Projects still under observation at that age");
    let head = frame.room(ROW + 2.0);
    frame.add(words(Point { x: 0.0, y: head.bottom - 5.0 }, Anchor::Start, "lc-tick", title));
    for (index, curve) in curves.iter().enumerate().filter(|(_, curve)| !curve.steps.is_empty()) {
        let row = frame.room(ROW);
        let y = row.bottom - 5.0;
        let name = shorten(&edition(curve.cohort, lang), NAME_EM);
        let class = format!("lc-key {}", look(index).class);
        frame.add(words(Point { x: 0.0, y }, Anchor::Start, &class, &name));
        for age in ages {
            let number = curve.n_risk_at(*age).map_or_else(|| "—".to_owned(), |n| n.to_string());
            let place = Point { x: scale.at(f64::from(*age)), y };
            frame.add(words(place, Anchor::Middle, "lc-tick", &number));
        }
    }
}
