"""Annotated returns opened by LibreOffice (用办公软件打开批注表)."""

import pathlib
import re
import shutil
import subprocess
import tempfile

import openpyxl

# LibreOffice is given so many files at a time.
BATCH = 40


def cells_there(sheet):
    """The cells that there are: a sheet with one cell far out has a rectangle without end."""
    return [cell for _, cell in sorted(sheet._cells.items())]


def n_comments(path):
    sheets = openpyxl.load_workbook(path).worksheets
    return sum(bool(cell.comment) for sheet in sheets for cell in cells_there(sheet))


def converted(office, folder, inputs):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", f"{folder}/out"]
    subprocess.run([*command, *map(str, inputs)], check=False, capture_output=True)


def some_of_each_ending(files, number):
    """As many files of each ending as they were sent with."""
    chosen = {}
    for file in files:
        kind = re.search(r"(?:（原为|-was-)(\w+)|$", file.name)[1] or file.suffix
        chosen.setdefault(kind, []).append(file)
    return [file for kind in sorted(chosen) for file in chosen[kind][:number]]


def unopened(files, number):
    """What is wrong with files that LibreOffice opens, so many of each ending."""
    office = shutil.which("soffice")
    if not office:
        print("LibreOffice is not installed: opening the files with it was skipped")
        return []
    files, problems = some_of_each_ending(files, number), []
    print(f"{len(files)} annotated returns are opened with LibreOffice")
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
                problems.append(f"{file.name}: LibreOffice does not open it")
            elif opens(file) and n_comments(file) != n_comments(path):
                problems.append(f"{file.name}: LibreOffice sees {n_comments(path)} of {n_comments(file)} comments")
    return problems


def opens(path):
    try:
        openpyxl.load_workbook(path)
    except Exception:
        return False
    return True
