//! Gray's test against cmprsk (格雷检验对照): `survival/gray.csv`.

use crate::reference_tests::comparison::{Comparison, conclude, relative};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::samples::{members_of, samples};
use crate::reference_tests::table::Table;
use crate::survival::gray::gray_test;

#[test]
fn gray_tests_are_those_of_cmprsk() {
    let Some(folder) = reference_folder("Gray's tests") else { return };
    let file = "survival/gray.csv";
    let table = Table::read(&folder, file);
    let mut comparison = Comparison::of(file);
    for row in table.rows() {
        let (members, n_groups) =
            members_of(&samples(&folder, row.text("set")), !row.text("strata").is_empty());
        let ours = gray_test(&members, n_groups, row.count("cause") as usize, 0.0).unwrap();
        let place = format!("{} {} {}", row.text("set"), row.text("strata"), row.text("cause"));
        let figures = [("stat", ours.statistic), ("p", ours.p_value), ("df", ours.degrees_of_freedom as f64)];
        for (column, ours) in figures {
            comparison.check(&format!("{column} {place}"), Some(ours), row.figure(column), relative(1e-8));
        }
    }
    conclude(&[comparison]);
}
