//! Writes a folder of synthetic returns: `write FOLDER UNITS MONTHS PROJECTS SEED [TRUTH]`, units taken from a units.csv.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number =
        |place: usize, usual: usize| arguments.get(place).and_then(|text| text.parse().ok()).unwrap_or(usual);
    let usual = samples::plan::Plan::default();
    let plan = samples::plan::Plan {
        n_units: number(1, 41),
        first: usual.last.plus(1 - number(2, 6) as i32),
        n_projects: number(3, 207),
        seed: number(4, 1) as u64,
        truth: number(5, 1) == 1,
        ..usual
    };
    let folder = arguments.first().map_or("samples", String::as_str);
    let mut units = Vec::new();
    if let Some(path) = arguments.get(6) {
        for unit in csv::Reader::from_path(path)?.deserialize::<model::reference::UnitRow>() {
            let unit = unit?;
            if unit.valid_from.is_empty() && unit.name != "两江新区x" { units.push(unit); }
        }
    }
    let started = std::time::Instant::now();
    let s = samples::write_samples::write_samples(Path::new(folder), &plan, &units)?;
    std::fs::write("/tmp/samples_time.txt", format!("{s:?} {:?}\n", started.elapsed()))?;
    Ok(())
}
