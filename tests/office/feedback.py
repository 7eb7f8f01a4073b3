#!/usr/bin/env python3
"""Holds annotated returns (退回批注表) against the files that were sent.

    feedback.py ORIGINALS_DIR ANNOTATED_DIR FINDINGS [--office]

FINDINGS is the dataset `findings` as .parquet, .csv or .json ({"columns": […], "rows": […]}).
Everything of a returned .xlsx must be as it was sent, but for colours and comments at the cells of findings; every
finding with an address must have a comment there, and a line on the list that leads there. With --office LibreOffice
opens every file; where it is not installed, this part is skipped.
"""
import csv, json, pathlib, re, shutil, subprocess, sys, tempfile, zipfile

import openpyxl
from openpyxl.utils.cell import coordinate_from_string, column_index_from_string, range_boundaries

LIST_NAMES = ("问题清单", "Problems")
PATCHED_PARTS = re.compile(
    r"^\[Content_Types\]\.xml$|workbook\.xml$|\.rels$|styles\.xml$|worksheets/.*\.xml$|comments.*\.xml$|\.vml$|threaded|persons?/"
)
AS_SENT = ("原表内容和格式未作改动", "is as it was sent but")
UNREAD = ("原文件无法读取", "could not be read")
# LibreOffice is given so many files at a time.
BATCH = 40
problems = []


def wrong(file, text):
    problems.append(f"{file}: {text}")


def findings_of(path):
    if path.suffix == ".parquet":
        import polars

        rows = polars.read_parquet(path).to_dicts()
    elif path.suffix == ".csv":
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]
    else:
        table = json.loads(path.read_text(encoding="utf-8"))
        rows = [dict(zip(table["columns"], row)) for row in table["rows"]]
    by_file = {}
    for row in rows:
        if row["file"]:
            by_file.setdefault(row["file"], []).append(row)
    return by_file


def pairs(originals, annotated):
    """Every annotated file with the one that was sent: `北碚.xls` comes back as `北碚（原为xls）-批注.xlsx`."""
    for back in sorted(annotated.rglob("*.xls[xm]")):
        name = re.fullmatch(r"(.*?)(?:（原为(\w+)）|-was-(\w+))?-(?:批注|annotated)\.(xls[xm])", back.name)
        if not name:
            continue
        stem, ending = name[1], name[2] or name[3] or name[4]
        folder = originals / back.parent.relative_to(annotated)
        sent = [path for path in folder.iterdir() if path.stem == stem and path.suffix.lower() == f".{ending}"]
        if sent:
            yield sent[0], back
        else:
            wrong(back.name, "the file that was sent is not found")


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


def cells_there(sheet):
    """The cells that there are: a sheet with one cell far out has a rectangle without end."""
    return [cell for _, cell in sorted(sheet._cells.items())]


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


def n_comments(path):
    sheets = openpyxl.load_workbook(path).worksheets
    return sum(bool(cell.comment) for sheet in sheets for cell in cells_there(sheet))


def converted(office, folder, inputs):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", f"{folder}/out"]
    subprocess.run([*command, *map(str, inputs)], check=False, capture_output=True)


def opens_in_office(files):
    office = shutil.which("soffice")
    if not office:
        print("LibreOffice is not installed: opening the files with it was skipped")
        return
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "in").mkdir()
        copies = [pathlib.Path(folder, "in", f"{number}{file.suffix}") for number, file in enumerate(files)]
        opened = [pathlib.Path(folder, "out", f"{number}.xlsx") for number in range(len(files))]
        for file, copy in zip(files, copies):
            shutil.copy(file, copy)
        for begin in range(0, len(copies), BATCH):
            converted(office, folder, copies[begin : begin + BATCH])
        for file, copy, path in zip(files, copies, opened):
            if not path.exists():
                converted(office, folder, [copy])
            if not path.exists():
                wrong(file.name, "LibreOffice does not open it")
            elif opens(file) and n_comments(file) != n_comments(path):
                wrong(file.name, f"LibreOffice sees {n_comments(path)} of {n_comments(file)} comments")


def opens(path):
    try:
        openpyxl.load_workbook(path)
    except Exception:
        return False
    return True


def main():
    originals, annotated, findings = (pathlib.Path(path) for path in sys.argv[1:4])
    by_file = findings_of(findings)
    n_in_place, files = 0, []
    for sent, back in pairs(originals, annotated):
        name = sent.relative_to(originals).as_posix()
        files.append(back)
        try:
            n_in_place += bool(check(sent, back, by_file.get(name, [])))
        except Exception as error:
            if opens(sent):
                wrong(back.name, f"cannot be opened: {error}")
            else:
                print(f"{back.name}: not compared, what was sent does not open either")
    if "--office" in sys.argv:
        opens_in_office(files)
    print(f"{len(files)} annotated returns, {n_in_place} marked in place, {len(problems)} problems")
    for problem in problems[:50]:
        print(" ", problem)
    sys.exit(bool(problems) or not files)


if __name__ == "__main__":
    main()
