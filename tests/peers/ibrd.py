"""The IBRD loans by an independent computation, against the datasets of a run of pipelines/ibrd-loans.toml.

    python3 tests/peers/ibrd.py SNAPSHOT.csv.gz RELEASE_FOLDER

Reads the published list with the csv module alone and computes the cohort table and the Kaplan-Meier shares itself.
Counts must be equal, commitments equal to the dollar, disbursements to half a dollar for each loan (each is rounded to
the dollar), shares to 1e-12. Prints one line for each year and exits 1 at the first difference.
"""

import csv
import datetime
import gzip
import sys

try:
    import polars
except ImportError:
    print("skipped: the package polars is not here")
    sys.exit(0)

AS_OF = datetime.date(2023, 5, 31)


def day(text):
    return datetime.datetime.strptime(text[:10], "%m/%d/%Y").date() if text else None


def share_started(followed, until):
    """1 - Kaplan-Meier survival; followed holds (exit, started)."""
    survival = 1.0
    for time in sorted({time for time, started in followed if started and time <= until}):
        at_risk = sum(exit >= time for exit, _ in followed)
        events = sum(exit == time and started for exit, started in followed)
        survival *= 1 - events / at_risk
    return 1 - survival


def loans_of(path, year):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return [row for row in rows if (signed := day(row["Agreement Signing Date"])) and signed.year == year]


def expected(loans):
    months, days = [], []
    started_value = 0.0
    for loan in loans:
        signed, effective = day(loan["Agreement Signing Date"]), day(loan["Effective Date (Most Recent)"])
        started = effective is not None and effective <= AS_OF
        until = effective if started else AS_OF
        months.append((max(0, (until.year - signed.year) * 12 + until.month - signed.month), started))
        days.append((max(0, (until - signed).days), started))
        started_value += float(loan["Original Principal Amount"] or 0) * started
    return {
        "n_projects": len(loans),
        "n_started": sum(started for _, started in months),
        "contract_yuan": sum(float(loan["Original Principal Amount"] or 0) for loan in loans),
        "contract_started_yuan": started_value,
        "capital_yuan": sum(float(loan["Disbursed Amount"] or 0) for loan in loans),
        "km_3_months": share_started(months, 3),
        "km_90_days": share_started(days, 90),
        "naive_3_months": sum(started and time <= 3 for time, started in months) / len(loans),
    }


def found(release, year):
    metrics = polars.read_parquet(f"{release}/cohort_metrics.parquet")
    row = metrics.filter(
        (polars.col("as_of") == AS_OF) & (polars.col("dimension") == "all") & (polars.col("cohort") == str(year))
    ).row(0, named=True)
    curves = polars.read_parquet(f"{release}/start_curves.parquet").filter(
        (polars.col("as_of") == AS_OF) & (polars.col("dimension") == "all") & (polars.col("cohort") == str(year))
    )

    def at(method):
        steps = curves.filter((polars.col("method") == method) & (polars.col("age_months") <= 3)).sort("age_months")
        return 1 - steps["survival"][-1]

    names = ["n_projects", "n_started", "contract_yuan", "contract_started_yuan", "capital_yuan"]
    return {**{name: row[name] for name in names}, "km_3_months": at("km"), "km_90_days": at("km_days")}


def main(snapshot, release):
    for year in range(2019, 2024):
        loans = loans_of(snapshot, year)
        theirs, ours = expected(loans), found(release, year)
        tolerances = {"contract_yuan": 0.5, "contract_started_yuan": 0.5, "capital_yuan": 0.5 * len(loans)}
        for name, value in ours.items():
            if abs(value - theirs[name]) > tolerances.get(name, 1e-12):
                print(f"{year} {name}: {value}, expected {theirs[name]}")
                sys.exit(1)
        print(
            f"{year}: {ours['n_projects']} loans, {ours['n_started']} effective, "
            f"{100 * ours['contract_started_yuan'] / ours['contract_yuan']:.2f} % by value, "
            f"{100 * ours['capital_yuan'] / ours['contract_yuan']:.2f} % disbursed; within 3 months "
            f"{100 * ours['km_3_months']:.2f} % on the month clock, {100 * ours['km_90_days']:.2f} % at 90 days, "
            f"{100 * theirs['naive_3_months']:.2f} % naively"
        )
    print("equal to the independent computation")


if __name__ == "__main__":
    main(*sys.argv[1:3])
