//! Addresses of findings, as areas (位置): `H12`, `A6:K6`, several joined by `,`.

use model::cell_address::{Area, CellAddress};

/// The areas that an address names. What is no address, such as `(file)`, names none; a sheet before `!` is left out.
pub(crate) fn areas(address: &str) -> Vec<Area> {
    address.split(',').filter_map(|part| area(part.trim())).collect()
}

/// The smallest rectangle that holds all of some areas.
pub(crate) fn bounds(areas: impl IntoIterator<Item = Area>) -> Option<Area> {
    areas.into_iter().reduce(|whole, area| {
        let first =
            CellAddress::new(whole.first.row.min(area.first.row), whole.first.col.min(area.first.col));
        let last = CellAddress::new(whole.last.row.max(area.last.row), whole.last.col.max(area.last.col));
        Area::new(first, last)
    })
}

fn area(text: &str) -> Option<Area> {
    let text = text.rsplit_once('!').map_or(text, |(_, address)| address);
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last): (CellAddress, CellAddress) = (first.parse().ok()?, last.parse().ok()?);
    bounds([Area::new(first, first), Area::new(last, last)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expected: &[&str]) {
        let found: Vec<String> = areas(address).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{address}");
    }

    #[test]
    fn addresses_become_areas() {
        check("H12", &["H12"]);
        check("A6:K6,B9", &["A6:K6", "B9"]);
        check("台账!C3", &["C3"]);
        check("(file)", &[]);
        check("", &[]);
        assert_eq!(bounds(areas("B9,A6:K6")).unwrap().to_string(), "A6:K9");
    }
}
