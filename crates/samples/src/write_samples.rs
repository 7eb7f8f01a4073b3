//! A folder of synthetic returns (合成报表目录): received, ledger, truth and README.

use std::path::Path;

use model::month::Month;
use model::reference::UnitRow;
use rayon::prelude::*;

use crate::book_writer::write_book;
use crate::drawing::Drawing;
use crate::error::SampleError;
use crate::ledger::ledger_book;
use crate::line::LineRole;
use crate::plan::{Plan, Summary};
use crate::return_sheet::ReturnSheet;
use crate::submissions::{Submission, submissions};
use crate::truth::headline::Headline;
use crate::truth::readme::readme;
use crate::truth::tables::{TruthTables, count_planted};
use crate::truth::world_tables::{write_projects, write_units};
use crate::world::project::Project;
use crate::world::projects_of;
use crate::world::units::units_of;

/// Everything that is open while samples are written.
struct Desk<'a> {
    folder: &'a Path,
    plan: &'a Plan,
    truth: Option<TruthTables>,
    headline: Headline,
    register: Vec<String>,
    summary: Summary,
}

/// Writes `received/`, `ledger/`, `truth/` and a README below a folder. The same plan and units give the same bytes.
///
/// `units` are taken in their order; where the plan asks for more, synthetic ones are added. Nothing is overwritten.
pub fn write_samples(folder: &Path, plan: &Plan, units: &[UnitRow]) -> Result<Summary, SampleError> {
    refuse_filled_folders(folder)?;
    let units = units_of(plan.n_units, units);
    let projects = projects_of(plan, units.len());
    let by_unit = projects_by_unit(&projects, units.len());
    let truth_folder = folder.join("truth");
    let truth = if plan.truth { Some(TruthTables::create(&truth_folder, plan.first)?) } else { None };
    let summary = Summary { n_units: units.len(), n_projects: projects.len(), ..Summary::default() };
    let (headline, register) = (Headline::default(), Vec::new());
    let mut desk = Desk { folder, plan, truth, headline, register, summary };
    for month in plan.first.through(plan.last) {
        fs_err::create_dir_all(folder.join(format!("received/{}{:02}", month.year(), month.month())))?;
        let sent: Vec<Result<Vec<Submission>, SampleError>> = (0..units.len())
            .into_par_iter()
            .filter_map(|place| Some((place, units.get(place)?, by_unit.get(place)?)))
            .map(|(place, unit, own)| submissions(plan, place, unit, month, own))
            .collect();
        for submissions in sent {
            submissions?.iter().try_for_each(|submission| desk.write_submission(submission))?;
        }
        desk.close_month(month, &projects)?;
    }
    if plan.truth {
        write_projects(&truth_folder, &projects, &units)?;
        write_units(&truth_folder, &units)?;
    }
    write_ledger(folder, &projects, &units)?;
    desk.finish()
}

impl Desk<'_> {
    fn write_submission(&mut self, sent: &Submission) -> Result<(), SampleError> {
        fs_err::write(self.folder.join(&sent.path), &sent.bytes)?;
        let below_root = sent.path.strip_prefix("received/").unwrap_or(&sent.path);
        self.register.push(format!("{below_root},{}\n", sent.received_at));
        self.count(&sent.sheet, &sent.drawing);
        if let Some(truth) = &mut self.truth {
            if !sent.superseded {
                self.headline.read(&sent.sheet, &sent.drawing);
            }
            truth.write_return(sent)?;
        }
        Ok(())
    }

    fn count(&mut self, sheet: &ReturnSheet, drawing: &Drawing) {
        self.summary.n_returns += 1;
        self.summary.n_records += drawing.rows.len();
        self.summary.n_cells += drawing.rows.iter().map(|row| row.cells.len()).sum::<usize>();
        self.summary.n_planted_errors += count_planted(sheet, drawing);
    }

    fn close_month(&mut self, month: Month, projects: &[Project]) -> Result<(), SampleError> {
        match &mut self.truth {
            Some(truth) => truth.write_headline(&self.headline.close_month(month, projects)),
            None => Ok(()),
        }
    }

    fn finish(self) -> Result<Summary, SampleError> {
        let register = format!("file,received_at\n{}", self.register.concat());
        fs_err::create_dir_all(self.folder.join("received"))?;
        fs_err::write(self.folder.join("received/register.csv"), register)?;
        fs_err::write(self.folder.join("README.md"), readme(self.plan, &self.summary))?;
        if let Some(truth) = self.truth {
            truth.finish()?;
        }
        Ok(self.summary)
    }
}

fn refuse_filled_folders(folder: &Path) -> Result<(), SampleError> {
    for part in ["received", "ledger", "truth", "README.md"] {
        let path = folder.join(part);
        let filled = path.is_file() || path.is_dir() && fs_err::read_dir(&path)?.next().is_some();
        if filled {
            return Err(SampleError::NotEmpty { folder: path.display().to_string() });
        }
    }
    Ok(())
}

fn projects_by_unit(projects: &[Project], n_units: usize) -> Vec<Vec<&Project>> {
    let mut by_unit = vec![Vec::new(); n_units];
    for project in projects {
        if let Some(own) = by_unit.get_mut(project.unit) {
            own.push(project);
        }
    }
    for own in &mut by_unit {
        own.sort_by_key(|project| (project.role == LineRole::OtherEvent, project.edition, project.number));
    }
    by_unit
}

fn write_ledger(folder: &Path, projects: &[Project], units: &[UnitRow]) -> Result<(), SampleError> {
    let book = ledger_book(projects, units);
    let bytes = write_book(&book)
        .map_err(|source| SampleError::Workbook { layout: "ledger", source: Box::new(source) })?;
    fs_err::create_dir_all(folder.join("ledger"))?;
    Ok(fs_err::write(folder.join("ledger/签约项目台账.xlsx"), bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Layout;

    fn small_plan() -> Plan {
        let last: Month = "2023-07".parse().unwrap();
        let n_units = Layout::ALL.len();
        Plan { first: last.plus(-1), last, n_units, n_projects: 3 * n_units, ..Plan::default() }
    }

    /// Every file below a folder, with its bytes.
    fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        let mut open = vec![folder.to_owned()];
        while let Some(next) = open.pop() {
            for entry in fs_err::read_dir(next).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(folder).unwrap().display().to_string();
                    found.push((name, fs_err::read(&path).unwrap()));
                }
            }
        }
        found.sort();
        found
    }

    #[test]
    fn the_same_plan_gives_the_same_bytes_and_the_summary_counts_what_was_written() {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let plan = Plan { errors_per_thousand_cells: 50, ..small_plan() };
        let plan = Plan { missing_per_hundred: 5, resubmitted_per_hundred: 20, ..plan };
        let summary = write_samples(one.path(), &plan, &[]).unwrap();
        assert_eq!(summary, write_samples(two.path(), &plan, &[]).unwrap());
        let files = contents(one.path());
        assert!(files == contents(two.path()), "the bytes differ");
        let n_lines = |name: &str| {
            let (_, bytes) = files.iter().find(|(path, _)| path == name).unwrap();
            csv::Reader::from_reader(bytes.as_slice()).records().filter(Result::is_ok).count()
        };
        assert_ne!(summary.n_returns, 2 * plan.n_units);
        assert_eq!(files.iter().filter(|(path, _)| path.ends_with(".xlsx")).count(), summary.n_returns + 1);
        assert_eq!(n_lines("received/register.csv"), summary.n_returns);
        assert_eq!(n_lines("truth/returns.csv"), summary.n_returns);
        assert_eq!(n_lines("truth/rows.csv"), summary.n_records);
        assert_eq!(n_lines("truth/planted_errors.csv"), summary.n_planted_errors);
        assert_eq!(n_lines("truth/projects.csv"), summary.n_projects);
        assert_eq!(n_lines("truth/headline.csv"), 2 * 2 * 4);
        assert!(summary.n_planted_errors > 0);
    }

    #[test]
    fn nothing_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        write_samples(folder.path(), &small_plan(), &[]).unwrap();
        let refused = write_samples(folder.path(), &small_plan(), &[]);
        assert!(matches!(refused, Err(SampleError::NotEmpty { .. })));
    }

    #[test]
    fn a_plan_of_nothing_writes_no_return() {
        let folder = tempfile::tempdir().unwrap();
        let plan = Plan { n_units: 0, n_projects: 0, layouts: Vec::new(), ..Plan::default() };
        let summary = write_samples(folder.path(), &plan, &[]).unwrap();
        assert_eq!((summary.n_returns, summary.n_records), (0, 0));
    }
}
