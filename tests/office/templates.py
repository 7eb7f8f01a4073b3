"""Templates there and back (预填模板往返): what is typed into a template is exactly what the datasets say afterwards.

    python tests/office/templates.py [--luodi target/release/luodi] [--units NUMBER] [--keep DIR]

Publishes the sample, has the templates of the next month written, fills them in as clerks do (one in three as it is
saved by openpyxl, one opened and saved again as xlsx by an office, one as xls), lets one unit send its template back
untouched, runs again, and compares; then the same for the month after, whose returns come in the form of the month
before. With --units only so many units are served, those with something special among them. Without openpyxl or polars
it says so and passes; without LibreOffice it does the rest.
"""

import argparse
import datetime
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
    import polars
except ImportError as missing:
    print(f"skipped: the package {missing.name} is not installed")
    sys.exit(0)

ROOT = pathlib.Path(__file__).resolve().parents[2]
MONTH_ENDS = [datetime.date(2023, 8, 31), datetime.date(2023, 9, 30)]
FIRST_ROW = 4
SHEET = "进展情况表"
UNTOUCHED = "万州区"
WITH_NEW_PROJECT = "渝北区"
NEW_PROJECT = "=新签 & <智能>制造项目"

NEW_PROJECT_READ = {
    "project_name": NEW_PROJECT,
    "investor": "+新投资（重庆）有限公司",
    "event_year": "2022",
    "sign_date": "2022-12-01/day",
    "contract_value": "123456789",
    "arrived_total": "0",
    "status_raw": "signed",
    "planned_start": "2024-05-20/day",
}

# Heading without unit, dataset column, and how a typed value looks there.
AMOUNTS = {"正式合同额": "contract_yuan", "累计到位资金": "capital_cumulative_yuan"}
DATES = {
    "签约时间": "sign_date",
    "开工时间": "start_date",
    "投产时间": "production_date",
    "计划开工时间": "planned_start_date",
    "计划投产时间": "planned_production_date",
}
WORDS = {"项目名称": "project_name", "投资方": "investor", "进展情况": "progress_text", "存在问题": "problem_text"}
STAGES = {
    "签约": "signed",
    "已注册": "registered",
    "前期": "pre_construction",
    "拿地": "land_acquired",
    "开工": "started",
    "在建": "under_construction",
    "部分投产": "partial_production",
    "竣工": "completed",
    "投产": "in_production",
    "达产": "full_capacity",
    "停工": "suspended",
    "终止": "terminated",
}
STARTED = ["开工", "在建", "部分投产", "竣工", "投产", "达产"]
PRODUCING = ["部分投产", "投产", "达产"]
BEFORE_START = ["签约", "已注册", "前期", "拿地"]
# What the sample itself gives cause for, whatever form it comes in: movements against other months and the ledger.
FAMILIES_OF_OTHERS = {"time", "link"}
# Columns moved, renamed, new or gone against the month before: in the first month, when the template replaces the
# unit's own form, and never again.
CODES_OF_A_NEW_FORM = {"H211", "H212", "H213", "H214"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--luodi", default=ROOT / "target/release/luodi", type=pathlib.Path)
    parser.add_argument("--data", default=ROOT / "data", type=pathlib.Path, help="received, ledger, reference, decisions")
    parser.add_argument("--units", type=int, help="so many units instead of all")
    parser.add_argument("--keep", type=pathlib.Path, help="folder for the workspace, which is then kept")
    return parser.parse_args()


def workspace(folder, data):
    for name in ("received", "ledger", "reference", "decisions"):
        shutil.copytree(data / name, folder / "data" / name)
    for file in data.glob("*.csv"):
        shutil.copy(file, folder / "data" / file.name)
    (folder / "pipelines").mkdir()
    text = (ROOT / "pipelines/smart-expo.toml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^min_coverage.*", "min_coverage = 0.0", text)
    pipeline = folder / "pipelines/smart-expo.toml"
    pipeline.write_text(text, encoding="utf-8")
    return pipeline


def luodi(binary, *words):
    done = subprocess.run([binary, *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"luodi {' '.join(map(str, words))}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


def chosen_units(release, number):
    """Words of the command that name units: the special ones first, then the largest."""
    rows = polars.read_parquet(release / "returns.parquet").filter(polars.col("unit_code").is_not_null())
    names = dict(polars.read_csv(ROOT / "data/reference/units.csv").select("unit_id", "name").iter_rows())
    sent = rows.group_by("unit_code").agg(polars.col("n_records").sum()).sort("n_records", "unit_code", descending=True)
    largest = [names[code] for code in sent["unit_code"]]
    chosen = list(dict.fromkeys([UNTOUCHED, WITH_NEW_PROJECT, *largest]))[:number]
    return [word for name in chosen for word in ("--unit", name)]


def headings(sheet):
    texts = {cell.column: str(cell.value or "") for cell in sheet[FIRST_ROW - 1]}
    return {re.sub(r"\s*（.*", "", text).strip(): column for column, text in texts.items()}


def prompts(sheet, column):
    letter = openpyxl.utils.get_column_letter(column)
    rules = sheet.data_validations.dataValidation
    return {str(rule.sqref): rule.prompt for rule in rules if str(rule.sqref).startswith(letter)}


def last_stage(prompt):
    word = re.match(r"上期：([^。]*)。", prompt or "").group(1)
    return {"注册": "已注册"}.get(word, word)


def fill(path, unit, month_end):
    """Types into the open cells of a template."""
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    place = headings(sheet)
    stage_prompts = prompts(sheet, place["项目阶段"])
    row = FIRST_ROW
    while sheet.cell(row, place["序号"]).value:
        chance = random.Random(f"{unit} {row} {month_end}")
        letter = openpyxl.utils.get_column_letter(place["项目阶段"])
        type_into(sheet, row, place, last_stage(stage_prompts[f"{letter}{row}"]), month_end, chance)
        row += 1
    if unit == WITH_NEW_PROJECT:
        add_new_project(sheet, row, place)
    book.save(path)


def type_into(sheet, row, place, stage, month_end, chance):
    def cell(heading):
        return sheet.cell(row, place[heading])

    def put(heading, value, number_format=None):
        target = cell(heading)
        if target.protection.locked:
            sys.exit(f"{sheet.title}!{target.coordinate} is asked for and locked")
        target.value = value
        if number_format:
            target.number_format = number_format

    before, contract = cell("截止上一报告期累计到位资金").value or 0, cell("正式合同额").value
    room = max(0, round((contract - before) * 10000) // 20)
    put("累计到位资金", round(before * 10000 + chance.randint(0, room)) / 10000)
    put("项目阶段", stage)
    signed = cell("签约时间").value.date()
    if stage in STARTED and cell("开工时间").value is None:
        put("开工时间", signed + datetime.timedelta(days=chance.randint(1, 30)))
    if stage in PRODUCING and cell("投产时间").value is None:
        put("投产时间", month_end - datetime.timedelta(days=chance.randint(0, 20)))
    if stage in BEFORE_START and cell("计划开工时间").value is None:
        put("计划开工时间", datetime.date(2024, chance.randint(1, 12), 1), 'yyyy"年"m"月"')
    if chance.random() < 0.7:
        put("进展情况", "各项工作按计划推进，服务专班每周调度。")
    if chance.random() < 0.3:
        put("存在问题", "用电容量需协调增容。")


def add_new_project(sheet, row, place):
    typed = {
        "项目名称": NEW_PROJECT,
        "投资方": "+新投资（重庆）有限公司",
        "届次": 2022,
        "签约时间": datetime.date(2022, 12, 1),
        "正式合同额": 12345.6789,
        "累计到位资金": 0,
        "项目阶段": "签约",
        "计划开工时间": datetime.date(2024, 5, 20),
    }
    for heading, value in typed.items():
        target = sheet.cell(row, place[heading])
        if target.protection.locked:
            sys.exit(f"{target.coordinate} of an empty row is locked")
        target.value = value
        if isinstance(value, str):
            target.data_type = "s"


def expected(path):
    """What the datasets should say, by row: read off the workbook, cell by cell."""
    sheet = openpyxl.load_workbook(path)[SHEET]
    place = headings(sheet)
    rows = {}
    for row in range(FIRST_ROW, sheet.max_row):
        value = {heading: sheet.cell(row, column).value for heading, column in place.items()}
        if not value["投资方"]:
            continue
        said = {"ledger_no": value["台账编号"], "is_new": not value["序号"], "cohort": str(value["届次"]), "stage": STAGES.get(value["项目阶段"])}
        for heading, column in AMOUNTS.items():
            said[column] = None if value[heading] is None else round(value[heading] * 10000)
        for heading, column in DATES.items():
            said[column] = value[heading] and value[heading].date()
            is_month = "d" not in sheet.cell(row, place[heading]).number_format
            said[f"{column}_precision"] = value[heading] and ("month" if is_month else "day")
        for heading, column in WORDS.items():
            said[column] = value[heading]
        rows[row] = said
    return rows


def office(path, ending):
    """The same workbook, opened and saved by an office."""
    with tempfile.TemporaryDirectory() as out:
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{out}/profile", "--convert-to", ending]
        subprocess.run([*command, "--outdir", out, str(path)], capture_output=True, check=True)
        saved = path.with_suffix(f".{ending}")
        path.unlink()
        shutil.move(pathlib.Path(out) / saved.name, saved)
    return saved


def send(templates, received, month_end):
    """Fills in and sends; gives what each file should say."""
    received.mkdir(parents=True)
    has_office = shutil.which("soffice") is not None
    if not has_office:
        print("LibreOffice is not installed: workbooks are read as openpyxl saves them")
    said = {}
    for number, template in enumerate(sorted(templates.glob("*.xlsx"))):
        path = received / template.name
        shutil.copy(template, path)
        unit = re.match(r"(.*?)\d{4}年", template.name).group(1)
        if unit != UNTOUCHED:
            fill(path, unit, month_end)
        rows = expected(path)
        ending = (None, "xlsx", "xls")[number % 3]
        if has_office and ending and unit != UNTOUCHED:
            path = office(path, ending)
        said[f"{received.name}/{path.name}"] = rows
    return said


def compare(current, said, is_new_form):
    def dataset(name):
        return polars.read_parquet(current / f"{name}.parquet")

    failures = []
    returns = dataset("returns").filter(polars.col("file").is_in(list(said)))
    ids = dict(returns.select("return_id", "file").iter_rows())
    of_ours = polars.col("return_id").is_in(list(ids))
    if len(ids) != len(said):
        failures.append(f"{len(said)} templates were sent, {len(ids)} returns were read")
    for line in returns.filter(polars.col("status") != "accepted").iter_rows(named=True):
        failures.append(f"{line['file']}: {line['status']} {line['reason']}")
    for line in dataset("columns").filter(of_ours).iter_rows(named=True):
        if (line["method"], line["confidence"]) != ("exact", 1.0):
            failures.append(f"{ids[line['return_id']]}: {line['header']} is matched {line['method']}")
    records = dataset("records").filter(of_ours)
    values = dataset("values").join(records.select("record_id", "return_id"), on="record_id")
    failures += compare_rows(records, dataset("observations"), dataset("links"), ids, said)
    failures += compare_new_project(records, values)
    doubtful = values.filter((polars.col("confidence") < 1) | polars.col("withheld") | polars.col("flags").is_not_null())
    for line in doubtful.iter_rows(named=True):
        told = [line[name] for name in ("address", "field", "raw", "value", "rule", "flags", "confidence")]
        failures.append(f"{ids[line['return_id']]}: {told}")
    n_of_new_form = 0
    findings = dataset("findings").filter(of_ours & (polars.col("state") != "fixed"))
    for line in findings.iter_rows(named=True):
        told = f"{line['file']} {line['address']}: {line['code']} {line['message_zh']}"
        if line["family"] in FAMILIES_OF_OTHERS:
            print(f"from other months or the ledger: {told}")
        elif is_new_form and line["code"] in CODES_OF_A_NEW_FORM:
            n_of_new_form += 1
        else:
            failures.append(told)
    print(f"{len(said)} templates, {records.height} rows, {values.height} values compared")
    print(f"{n_of_new_form} headings differ from the unit's own form of the month before")
    return failures


def compare_rows(records, observations, links, ids, said):
    failures = []
    seen = 0
    linked = {line["record_id"]: line for line in links.iter_rows(named=True)}
    observed = {line["record_id"]: line for line in observations.iter_rows(named=True)}
    for record in records.iter_rows(named=True):
        file = ids[record["return_id"]]
        wanted = said[file].get(record["row_first"])
        if wanted and wanted["is_new"]:
            seen += 1
            continue
        where = f"{file} row {record['row_first']}"
        if wanted is None or record["record_id"] not in observed:
            failures.append(f"{where}: {record['disposition']} {record['reason']}, not expected")
            continue
        seen += 1
        observation, link = observed[record["record_id"]], linked[record["record_id"]]
        for name, value in wanted.items():
            if name not in ("ledger_no", "is_new") and observation[name] != value:
                failures.append(f"{where} {name}: typed {value!r}, read {observation[name]!r}")
        # A part that has no number of its own is told by its locked name.
        number = (link["project_id"], link["method"]) if wanted["ledger_no"] else (None, link["method"])
        if number not in ((wanted["ledger_no"], "ledger_no"), (None, "exact_name")):
            failures.append(f"{where}: {wanted['ledger_no']} is linked to {link['project_id']} by {link['method']}")
    total = sum(len(rows) for rows in said.values())
    if seen != total:
        failures.append(f"{total} rows were sent, {seen} were read")
    return failures


def compare_new_project(records, values):
    """A project that the ledger does not list yet stays out of the figures, but is read word for word."""
    new = records.filter(polars.col("project_code_local").is_null() & polars.col("row_no").is_null())
    told = [(line["disposition"], line["reason"]) for line in new.iter_rows(named=True)]
    read = dict(values.join(new.select("record_id"), on="record_id", how="semi").select("field", "value").iter_rows())
    failures = [] if told == [("excluded", "not_in_ledger")] else [f"the new project is {told}"]
    for field, value in NEW_PROJECT_READ.items():
        if read.get(field) != value:
            failures.append(f"new project {field}: {read.get(field)!r} instead of {value!r}")
    return failures


def main():
    given = arguments()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or pathlib.Path(temporary)
        pipeline = workspace(folder, given.data)
        luodi(given.luodi, "run", pipeline)
        release = folder / "data/store/current"
        units = chosen_units(release, given.units) if given.units else []
        failures = []
        for month_end in MONTH_ENDS:
            templates = folder / f"templates-{month_end:%Y%m}"
            luodi(given.luodi, "template", pipeline, "--month", f"{month_end:%Y-%m}", "--output", templates, *units)
            said = send(templates, folder / f"data/received/{month_end:%Y%m}", month_end)
            luodi(given.luodi, "run", pipeline)
            failures += compare(release, said, month_end == MONTH_ENDS[0])
    for failure in failures:
        print(f"differs: {failure}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
