"""Opens a Word bulletin (通报) in LibreOffice: what the file says must stand on the printed pages.

    python3 tests/office/bulletin.py BULLETIN.docx [MORE.docx …]

Makes a PDF of each file and looks for every paragraph, cell and number of a chart in it, and for head and number of
every page. Prints a word and ends with 0 where LibreOffice or pdftotext is not installed. Needs the standard library of
Python alone.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NEEDED = ("soffice", "pdftotext")


def main(paths):
    missing = [tool for tool in NEEDED if shutil.which(tool) is None]
    if missing:
        print(f"skipped: {' and '.join(missing)} not installed")
        return 0
    if not paths:
        print(__doc__)
        return 2
    return 1 if any([not check(Path(path)) for path in paths]) else 0


def check(path):
    """Whether all that stands in a file stands on its pages."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(content)
    pages = [without_spaces(page) for page in printed_pages(path)]
    header = without_spaces("".join(texts(parts["word/header1.xml"])))
    edges = [(header, f"—{number}—") for number in range(1, len(pages) + 1)]
    bare = [edge[1] for page, edge in zip(pages, edges) if not all(part in page for part in edge)]
    printed = "".join(between(page, *edge) for page, edge in zip(pages, edges))
    wanted = [*texts(parts["word/document.xml"]), *chart_texts(parts)]
    lost = [text for text in wanted if without_spaces(text) not in printed]
    for complaint, found in (("not printed", lost), ("no header or number on page", bare)):
        for item in found:
            print(f"{path.name}: {complaint}: {item}")
    print(f"{path.name}: {len(pages)} pages, {len(wanted)} texts, {len(lost)} lost")
    return not (lost or bare)


def printed_pages(path):
    """The text of each page as LibreOffice prints it."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder, "profile").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, str(path)], check=True, capture_output=True, timeout=300)
        pdf = Path(folder, path.stem + ".pdf")
        text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, timeout=60).stdout
    return text.decode("utf-8").split("\f")[:-1]


def between(page, header, number):
    """A page without what repeats at its head and foot: a paragraph may go on over the edge of a page."""
    return "".join(page.replace(header, "", 1).rsplit(number, 1))


def texts(part):
    """The paragraphs of a part that hold a text."""
    paragraphs = ElementTree.fromstring(part).iter(f"{WORD}p")
    lines = ("".join(run.text or "" for run in paragraph.iter(f"{WORD}t")) for paragraph in paragraphs)
    return [line for line in lines if line.strip()]


def chart_texts(parts):
    """The names and printed numbers of the charts."""
    charts = (content for name, content in parts.items() if re.fullmatch(r"word/charts/chart\d+\.xml", name))
    return [value.text for chart in charts for value in ElementTree.fromstring(chart).iter(f"{CHART}v")]


def without_spaces(text):
    """A text without the white space that layout puts in, and without commas, which may hang over an edge."""
    return re.sub(r"[\s,，、]+", "", text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
