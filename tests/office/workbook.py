#!/usr/bin/env python3
"""Opens a report workbook in LibreOffice, lets it recompute every formula, and compares (报表复算检验).

    workbook.py WORKBOOK [--datasets FOLDER_OF_PARQUET] [--pages FOLDER_FOR_PDF]

Fails when a recomputed value differs from the stored one, when a cell holds an error, when a text is a formula, when
a link leads nowhere, or when a figure by edition is not that of `cohort_metrics`. Without LibreOffice or the Python
packages it says `skipped: …` and succeeds.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

TOLERANCE = 1e-12
FUNCTIONS = {"IF", "ROUND", "ROUNDDOWN", "COUNTIFS", "COUNTIF", "COUNTA", "SUMIFS", "SUM"}
FIGURES = {
    1: "n_projects", 2: "n_started", 4: "n_production", 6: "n_suspended", 7: "n_terminated",
    9: "new_started", 10: "n_unreported", 11: "contract_yuan", 12: "contract_started_yuan",
    14: "capital_yuan", 16: "capital_month_yuan",
}


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(0)


def convert(workbook, folder, kind):
    """LibreOffice with a profile of its own, so that no other run is disturbed."""
    profile = (Path(folder) / "profile").as_uri()
    command = [OFFICE, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind, "--outdir",
               str(folder), str(workbook)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return Path(folder) / f"{Path(workbook).stem}.{kind.split(':')[0]}"


def forget_results(workbook, folder):
    """A copy whose formulas have no stored result, so that LibreOffice cannot but recompute them."""
    copy = Path(folder) / Path(workbook).name
    with zipfile.ZipFile(workbook) as whole, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as bare:
        for name in whole.namelist():
            content = whole.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(<f>[^<]*</f>)<v>[^<]*</v>", rb"\1", content)
            bare.writestr(name, content)
    return copy


def same(stored, recomputed):
    """Whole numbers exactly, others to the last digits, an empty text like nothing."""
    if stored in (None, "") and recomputed in (None, ""):
        return True
    if isinstance(stored, (int, float)) and isinstance(recomputed, (int, float)):
        if float(stored).is_integer() and float(recomputed).is_integer():
            return stored == recomputed
        return abs(stored - recomputed) <= TOLERANCE * max(abs(stored), abs(recomputed))
    return stored == recomputed


def check_formulas(formulas, stored, recomputed, failures):
    """Every formula cell, in every sheet; gives how many there are."""
    count = 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                was, now = (book[sheet.title][cell.coordinate] for book in (stored, recomputed))
                place = f"{sheet.title}!{cell.coordinate}"
                if "e" in (was.data_type, now.data_type):
                    failures.append(f"{place} holds the error {was.value} or {now.value}")
                was, now = was.value, now.value
                if cell.data_type != "f":
                    continue
                count += 1
                outside_texts = re.sub(r'"[^"]*"', '""', cell.value)
                unknown = set(re.findall(r"([A-Z][A-Z.]+)\(", outside_texts)) - FUNCTIONS
                if unknown:
                    failures.append(f"{place} calls {sorted(unknown)}: {cell.value}")
                if not same(was, now):
                    failures.append(f"{place} is stored as {was!r} and recomputed as {now!r}: {cell.value}")
    return count


def check_links(book, failures):
    """Every link leads to a cell of the workbook; none leads outside."""
    count = 0
    for sheet in book.worksheets:
        linked = (cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink)
        for link in linked:
            count += 1
            inside = re.fullmatch(r"'([^']+)'!A(\d+)", link.location or "")
            if link.target or not inside or inside[1] not in book.sheetnames:
                failures.append(f"{sheet.title}!{link.ref} leads to {link.target or link.location}")
            elif book[inside[1]][f"A{inside[2]}"].value in (None, ""):
                failures.append(f"{sheet.title}!{link.ref} leads to the empty cell {link.location}")
    return count


def check_parts(workbook, failures):
    """Nothing in the file but sheets, looks and drawings."""
    with zipfile.ZipFile(workbook) as parts:
        for name in parts.namelist():
            if re.search(r"vba|external|embed|activeX|connections|query", name, re.IGNORECASE):
                failures.append(f"the workbook holds {name}")


def printed(value, name, english):
    if not name.endswith("_yuan"):
        return float(value)
    unit, decimals = (Decimal(10) ** 9, Decimal("0.01")) if english else (Decimal(10) ** 8, Decimal("0.1"))
    return float((Decimal(value) / unit).quantize(decimals, ROUND_HALF_UP))


def check_editions(recomputed, datasets, failures):
    """The recomputed figures of every edition against `cohort_metrics`; half up, as the sample pipelines print."""
    import polars

    metrics = polars.read_parquet(Path(datasets) / "cohort_metrics.parquet")
    last = metrics.filter((polars.col("as_of") == metrics["as_of"].max()) & (polars.col("dimension") == "all"))
    english = "Editions" in recomputed.sheetnames
    sheet = recomputed["Editions" if english else "分届次"]
    rules = next(row for row in sheet.iter_rows() if row[0].value in ("甲", "a"))
    columns = {str(cell.value).split("=")[0]: cell.column - 1 for cell in rules}
    count = 0
    for row in sheet.iter_rows(min_row=rules[0].row + 1, values_only=True):
        word = str(row[0] or "")
        cohort = "all" if word in ("合计", "total") else re.sub(r"(年| edition)$", "", word)
        found = last.filter(polars.col("cohort") == cohort)
        if found.height != 1 or row[1] is None:
            continue
        for number, name in FIGURES.items():
            shown, known = row[columns[str(number)]], printed(found[name][0], name, english)
            count += 1
            if not same(float(shown), known):
                failures.append(f"{word} {name}: the workbook gives {shown}, cohort_metrics {known}")
    if count == 0:
        failures.append("no edition was compared")
    return count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("workbook", type=Path)
    parser.add_argument("--datasets", type=Path)
    parser.add_argument("--pages", type=Path)
    arguments = parser.parse_args()
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "again").mkdir()
        again = convert(forget_results(arguments.workbook, folder), Path(folder) / "again", "xlsx")
        formulas = openpyxl.load_workbook(arguments.workbook)
        stored = openpyxl.load_workbook(arguments.workbook, data_only=True)
        recomputed = openpyxl.load_workbook(again, data_only=True)
        n_formulas = check_formulas(formulas, stored, recomputed, failures)
        n_links = check_links(formulas, failures)
        check_parts(arguments.workbook, failures)
        n_figures = check_editions(recomputed, arguments.datasets, failures) if arguments.datasets else 0
        if arguments.pages:
            arguments.pages.mkdir(parents=True, exist_ok=True)
            shutil.copy(convert(arguments.workbook, folder, "pdf"), arguments.pages)
    for failure in failures[:50]:
        print(failure)
    print(f"{arguments.workbook.name}: {len(formulas.sheetnames)} sheets, {n_formulas} formulas recomputed, "
          f"{n_links} links, {n_figures} figures of editions compared, {len(failures)} failures")
    sys.exit(1 if failures else 0)


OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
if OFFICE is None:
    skip("LibreOffice is not installed")
try:
    import openpyxl
except ImportError:
    skip("the Python package openpyxl is not installed")
if "--datasets" in sys.argv:
    try:
        import polars  # noqa: F401
    except ImportError:
        skip("the Python package polars is not installed")
if __name__ == "__main__":
    main()
