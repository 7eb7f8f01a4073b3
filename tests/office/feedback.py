#!/usr/bin/env python3
"""Holds the annotated returns (退回批注表) of a release against the files that were sent.

    feedback.py ORIGINALS_DIR RELEASE_DIR [--office [NUMBER]]

RELEASE_DIR holds the datasets and `feedback/UNIT/…`. Every return of the last month that can be answered must have come
back. Everything of a returned .xlsx must be as it was sent, but for colours and comments at the cells of findings; every
finding with an address must have a comment there, and a line on the list that leads there. Every unit has a covering
summary of texts and numbers alone. With --office LibreOffice opens every file, or that NUMBER of each kind of ending;
where it is not installed, this part is skipped, and without openpyxl or polars everything.
"""
import argparse, pathlib, re, sys, zipfile

try:
    import openpyxl
    import polars
    from opening import cells_there, opens, unopened
    from openpyxl.utils.cell import coordinate_from_string, column_index_from_string, range_boundaries
except ImportError as missing:
    print(f"skipped: the package {missing.name} is not installed")
    sys.exit(0)

LIST_NAMES = ("问题清单", "Problems")
PATCHED_PARTS = re.compile(
    r"^\[Content_Types\]\.xml$|workbook\.xml$|\.rels$|styles\.xml$|worksheets/.*\.xml$|comments.*\.xml$|\.vml$|threaded|persons?/"
)
AS_SENT = ("原表内容和格式未作改动", "is as it was sent but")
UNREAD = ("原文件无法读取", "could not be read")
UNITS = pathlib.Path(__file__).resolve().parents[2] / "data/reference/units.csv"
# What becomes of returns that are answered.
ANSWERED = ["accepted", "superseded", "rejected"]
problems = []


def wrong(file, text):
    problems.append(f"{file}: {text}")


def findings_of(release):
    by_file = {}
    for row in polars.read_parquet(release / "findings.parquet").iter_rows(named=True):
        if row["file"]:
            by_file.setdefault(row["file"], []).append(row)
    return by_file


def answered_files(release):
    """The returns that must come back, by the unit that sent them, stem and ending."""
    units = dict(polars.read_csv(UNITS, infer_schema=False).select("unit_id", "name").iter_rows())
    last = polars.read_parquet(release / "cohort_metrics.parquet")["as_of"].max()
    rows = polars.read_parquet(release / "returns.parquet")
    answered = rows.filter((polars.col("period") == last) & polars.col("status").is_in(ANSWERED))
    by_name = {}
    for unit, file in sorted(answered.select(polars.col("unit_code").fill_null(""), "file").iter_rows()):
        path = pathlib.PurePosixPath(file)
        key = (units.get(unit, "unknown"), path.stem, path.suffix.lower())
        by_name.setdefault(key, []).append(file)
    return by_name


def pairs(release):
    """Every annotated file with the one that was sent: `北碚.xls` comes back as `北碚（原为xls）-批注.xlsx`."""
    waiting = answered_files(release)
    for back in sorted((release / "feedback").rglob("*.xls[xm]")):
        name = re.fullmatch(r"(.*?)(?:（原为(\w+)）|-was-(\w+))?-(?:批注|annotated)\.(xls[xm])", back.name)
        if not name:
            continue
        sent = waiting.get((back.parent.name, name[1], f".{name[2] or name[3] or name[4]}"))
        if sent:
            yield sent.pop(0), back
        else:
            wrong(back.name, "the file that was sent is not found")
    for file in sum(waiting.values(), []):
        wrong(file, "has not come back")


def check_summaries(release):
    """One covering summary in the folder of each unit, without formulas."""
    folders = sorted(path for path in (release / "feedback").iterdir() if path.is_dir() and path.name != "unknown")
    for folder in folders:
        summaries = [path for path in folder.glob(f"{folder.name}-*.xlsx") if not path.stem.endswith(("批注", "annotated"))]
        if len(summaries) != 1:
            wrong(folder.name, f"{len(summaries)} covering summaries")
        for path in summaries:
            is_harmless(path.name, openpyxl.load_workbook(path))
    return len(folders)


def merged_head(sheet, address):
    column, row = coordinate_from_string(address)
    column = column_index_from_string(column)
    for area in sheet.merged_cells.ranges:
        if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col:
            return area.start_cell.coordinate
    return address


def cells_of(address):
    for part in address.split(","):
        first_column, first_row, last_column, last_row = range_boundaries(part)
        for row in range(first_row, last_row + 1):
            for column in range(first_column, last_column + 1):
                yield openpyxl.utils.get_column_letter(column) + str(row)


def looks(cell, known):
    """Everything of its style but the fill, and the fill; a style is looked at once."""
    if cell.style_id not in known:
        parts = (cell.font, cell.border, cell.alignment, cell.protection)
        rest = [cell.number_format, bool(cell.quotePrefix), *(repr(part) for part in parts)]
        known[cell.style_id] = (rest, repr(cell.fill))
    return known[cell.style_id]


def same_dimensions(file, sheet, before, after):
    for name in ("column_dimensions", "row_dimensions"):
        old, new = getattr(before, name), getattr(after, name)
        for key, size in old.items():
            other = new[key]
            pair = [(getattr(it, "width", None), getattr(it, "height", None), it.hidden) for it in (size, other)]
            if pair[0] != pair[1]:
                wrong(file, f"{sheet}: {name} {key} was {pair[0]}, is {pair[1]}")


def same_sheet(file, before, after, marked):
    """Values, formats, merges, widths, heights, what is hidden, validations, protection."""
    sheet, old_looks, new_looks = before.title, {}, {}
    for cell in cells_there(before):
        other = after[cell.coordinate]
        if cell.value != other.value or cell.data_type != other.data_type:
            wrong(file, f"{sheet}!{cell.coordinate} was {cell.value!r}, is {other.value!r}")
        (old_rest, old_fill), (new_rest, new_fill) = looks(cell, old_looks), looks(other, new_looks)
        if old_rest != new_rest:
            wrong(file, f"{sheet}!{cell.coordinate} looks otherwise")
        if old_fill != new_fill and cell.coordinate not in marked:
            wrong(file, f"{sheet}!{cell.coordinate} is coloured and no finding stands there")
        if cell.comment and (not other.comment or cell.comment.text not in other.comment.text):
            wrong(file, f"{sheet}!{cell.coordinate} has lost its comment")
    for cell in cells_there(after):
        if cell.value is not None and before[cell.coordinate].value is None:
            wrong(file, f"{sheet}!{cell.coordinate} was blank")
    same_dimensions(file, sheet, before, after)
    for name in ("sheet_state", "freeze_panes", "print_area", "print_title_rows"):
        if getattr(before, name) != getattr(after, name):
            wrong(file, f"{sheet}: {name} was {getattr(before, name)}, is {getattr(after, name)}")
    if sorted(map(str, before.merged_cells.ranges)) != sorted(map(str, after.merged_cells.ranges)):
        wrong(file, f"{sheet}: other merged ranges")
    validations = [
        [(str(of.sqref), of.type, of.formula1, of.formula2) for of in of_sheet.data_validations.dataValidation]
        for of_sheet in (before, after)
    ]
    if validations[0] != validations[1]:
        wrong(file, f"{sheet}: other validations")
    if before.protection.sheet != after.protection.sheet:
        wrong(file, f"{sheet}: other protection")


def same_parts(file, sent, back):
    """Parts that marks have no business with are the same to the byte."""
    with zipfile.ZipFile(sent) as old, zipfile.ZipFile(back) as new:
        names = {name.replace("\\", "/") for name in old.namelist() if not name.endswith("/")}
        for name in names - set(new.namelist()):
            wrong(file, f"the part {name} is lost")
        for info in old.infolist():
            name = info.filename.replace("\\", "/")
            if name in new.namelist() and not PATCHED_PARTS.search(name) and old.read(info) != new.read(name):
                wrong(file, f"the part {name} is changed")


def same_workbook(file, sent, back, findings):
    before, after = openpyxl.load_workbook(sent), openpyxl.load_workbook(back)
    if after.sheetnames[1:] != before.sheetnames:
        wrong(file, f"other sheets: {after.sheetnames}")
        return
    if sorted(before.defined_names) != sorted(after.defined_names):
        wrong(file, "other defined names")
    for name in before.sheetnames:
        sheet = before[name]
        if not hasattr(sheet, "iter_rows"):
            continue
        marked = set()
        for finding in findings:
            if finding["sheet"] == name and finding["address"]:
                marked |= {merged_head(sheet, cell) for cell in cells_of(finding["address"])}
        same_sheet(file, sheet, after[name], marked)
    same_parts(file, sent, back)


def finding_is_said(file, workbook, listed, finding):
    sheet = finding["sheet"]
    if sheet not in workbook.sheetnames:
        wrong(file, f"no sheet {sheet}")
        return
    head = merged_head(workbook[sheet], finding["address"].split(",")[0].split(":")[0])
    comment = workbook[sheet][head].comment
    if not comment or finding["code"] not in comment.text:
        wrong(file, f"no comment of {finding['code']} at {sheet}!{head}")
    quoted = sheet.replace("'", "''")
    if f"'{quoted}'!{head}" not in listed:
        wrong(file, f"no line leads to {sheet}!{head}")


def is_harmless(file, workbook):
    """The list holds texts only, and what begins like a formula is shown as text."""
    for row in workbook.worksheets[0].iter_rows():
        for cell in row:
            if cell.data_type == "f":
                wrong(file, f"{cell.coordinate} of the list is a formula")
            if isinstance(cell.value, str) and cell.value[:1] in "=+-@" and cell.value and not cell.quotePrefix:
                wrong(file, f"{cell.coordinate} of the list is not marked as text")


def check(sent, back, findings):
    file = back.name
    workbook = openpyxl.load_workbook(back)
    first = workbook.worksheets[0]
    if not first.title.startswith(LIST_NAMES) or workbook.active is not first:
        wrong(file, f"the list is not the first sheet, but {first.title}")
        return
    if sum(bool(sheet.sheet_view.tabSelected) for sheet in workbook.worksheets) != 1:
        wrong(file, "several sheets are selected together")
    listed = {cell.hyperlink.location for row in first.iter_rows() for cell in row if cell.hyperlink}
    heading = " ".join(str(row[0].value) for row in first.iter_rows(max_row=8, max_col=1))
    is_in_place = any(words in heading for words in AS_SENT)
    is_unread = any(words in heading for words in UNREAD)
    for finding in findings:
        if finding["address"] and finding["sheet"] and not is_unread:
            finding_is_said(file, workbook, listed, finding)
    is_harmless(file, workbook)
    if is_in_place:
        same_workbook(file, sent, back, findings)
    return is_in_place


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("originals", type=pathlib.Path)
    parser.add_argument("release", type=pathlib.Path)
    parser.add_argument("--office", nargs="?", type=int, const=sys.maxsize, default=0)
    given = parser.parse_args()
    by_file = findings_of(given.release)
    n_in_place, n_findings, files = 0, 0, []
    for name, back in pairs(given.release):
        sent = given.originals / name
        files.append(back)
        n_findings += len(by_file.get(name, []))
        try:
            n_in_place += bool(check(sent, back, by_file.get(name, [])))
        except Exception as error:
            if opens(sent):
                wrong(back.name, f"cannot be opened: {error}")
            else:
                print(f"{back.name}: not compared, what was sent does not open either")
    n_summaries = check_summaries(given.release)
    if given.office:
        problems.extend(unopened(files, given.office))
    print(f"{len(files)} annotated returns, {n_in_place} marked in place, {n_findings} findings, "
          f"{n_summaries} covering summaries, {len(problems)} problems")
    for problem in problems[:50]:
        print(" ", problem)
    sys.exit(bool(problems) or not files)


if __name__ == "__main__":
    main()
