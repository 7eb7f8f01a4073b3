"""The report page in a real browser (网页报告的浏览器测试).

    python tests/browser/page.py PAGE.html RELEASE_FOLDER [PICTURES]

Opens the page from file://, fails on any error of the console and on any request, clicks what a reader would click, and
compares figures with the datasets of the release (Parquet). Pictures go to the third folder, where one is given. Needs
a Chromium and the packages `polars` and `websocket-client`; without them it says `skipped` and ends with 0.
"""

import json
import sys
from pathlib import Path

try:
    import polars as pl

    from browser import Browser, find_chromium
    from pictures import pictures
    CHROMIUM = find_chromium()
except ImportError as missing:
    CHROMIUM, REASON = None, f"no package {missing.name}"
else:
    REASON = "no chromium"

COUNTS = ["n_projects", "n_started", "n_production", "n_suspended", "n_terminated", "n_unreported", "new_started"]
AMOUNTS = ["contract_yuan", "capital_yuan", "capital_month_yuan"]
RATES = {"start_rate": ("n_started", "n_projects"), "capital_rate": ("capital_yuan", "contract_yuan"),
         "start_rate_by_value": ("contract_started_yuan", "contract_yuan")}


class Check:
    """Counts what was checked, and keeps what was wrong."""

    def __init__(self):
        self.n, self.wrong = 0, []

    def __call__(self, is_so, what):
        self.n += 1
        if not is_so:
            self.wrong.append(what)

    def equal(self, shown, expected, what):
        self(shown == expected, f"{what}: the page shows {shown!r}, the datasets say {expected!r}")


def half_up(numerator, denominator, decimals=1):
    """A quotient as a bulletin prints it: a half goes away from zero."""
    scaled = abs(numerator) * 10 ** decimals
    digits, rest = divmod(scaled, abs(denominator))
    digits += 2 * rest >= abs(denominator)
    sign = "-" if (numerator < 0) != (denominator < 0) and digits else ""
    text = str(digits).rjust(decimals + 1, "0")
    return f"{sign}{text[:-decimals]}.{text[-decimals:]}"


def expected_text(row, measure):
    """What the cell of a measure must show in Chinese, without the mark of small numbers."""
    if measure in COUNTS:
        return str(row[measure])
    if measure in AMOUNTS:
        return half_up(row[measure], 10 ** 8)
    top, bottom = RATES[measure]
    return half_up(row[top] * 100, row[bottom]) if row[bottom] else "—"


def shown_rows(browser, table):
    """The rows of a table of figures: edition, value, text by measure."""
    return browser.run("""[...document.getElementById(%s).tBodies[0].rows].map(row => [row.dataset.cohort, row.dataset.value,
        Object.fromEntries([...row.querySelectorAll('td[data-m]')].map(cell => [cell.dataset.m, shownText(cell).replace('*', '')]))])"""
                       % json.dumps(table))


def check_tables(browser, metrics, check):
    """Every cell of the tables of editions, units, industries and groups."""
    event = browser.run("data.cuts.length ? data.cuts[0][0] : ''")
    last = metrics.filter((pl.col("as_of") == metrics["as_of"].max()) & (pl.col("event") == event))
    rows = {(row["cohort"], row["dimension"], row["value"]): row for row in last.to_dicts()}
    for table, dimension in [("editions", "all"), ("units", "unit"), ("industry", "industry"), ("unit_group", "unit_group"), ("size_band", "size_band")]:
        if not browser.run(f"!!document.getElementById({json.dumps(table)})"):
            continue
        shown = shown_rows(browser, table)
        expected = [key for key in rows if (key[1] == dimension and (dimension == "all" or key[0] == "all")) or key == ("all", "all", "all")]
        check.equal(len(shown), len(expected), f"rows of {table}")
        for cohort, value, texts in shown:
            key = (cohort, "all" if value == "all" else dimension, value)
            for measure in COUNTS + AMOUNTS + list(RATES):
                check.equal(texts.get(measure), expected_text(rows[key], measure), f"{table} {key} {measure}")


def check_figures(browser, check):
    """Every figure that can be opened is made by the projects behind it; the arithmetic is the page's own, in one go."""
    wrong = browser.run("""(() => { const wrong = []; let n = 0; data.cuts.forEach((cut, place) => FIGURES.forEach(measure => { n += 1;
        const projects = inCut(cut).filter(MEMBERS[measure] ?? (() => true));
        if (!isEqual(measure, cut, projects, inCut(cut))) wrong.push(cut.slice(0, 4).join(' ') + ' ' + measure); }));
        return [n, wrong]; })()""")
    check.n += wrong[0]
    check.wrong += [f"the projects behind it do not make {one}" for one in wrong[1]]


def check_cuts(browser, metrics, check):
    """The figures that the page compares with are those of the dataset."""
    names = browser.run("FIGURES")
    last = metrics.filter(pl.col("as_of") == metrics["as_of"].max())
    rows = {(row["event"], row["cohort"], row["dimension"], row["value"]): row for row in last.to_dicts()}
    cuts = browser.run("data.cuts")
    check.equal(len(cuts), len(rows), "number of cuts")
    for *key, figures, _ in cuts:
        for name, figure in zip(names, figures):
            check.equal(int(figure), rows[tuple(key)][name], f"{key} {name}")


def check_ages(browser, ages, check):
    """The cells at equal age, and the projects behind them."""
    last = ages.filter((pl.col("as_of") == ages["as_of"].max()) & (pl.col("dimension") == "all"))
    rows = {(row["event"], row["cohort"], row["age_months"]): row for row in last.to_dicts()}
    cells = browser.run("""[...document.querySelectorAll('#ages-start td a, #ages-capital td a')].map(a => [a.getAttribute('href').slice(1), a.textContent])""")
    for address, text in cells:
        kind, place, age = address.split("/")
        event, cohort = browser.run(f"data.cuts[{place}].slice(0, 2)")
        row = rows[(event, cohort, int(age))]
        view = browser.run(f"(() => {{ const line = VIEWS[{json.dumps(kind)}]({json.dumps(place)}, {json.dumps(age)})[1]; return {{...line.dataset}}; }})()")
        if kind == "age":
            check.equal(text, half_up(row["n_started"] * 100, row["n_projects"]), f"start rate {cohort} at {age}")
            check.equal([int(view["n"]), int(view["of"])], [row["n_started"], row["n_projects"]], f"projects behind {cohort} at {age}")
        else:
            check.equal(text, half_up(row["capital_yuan"] * 100, row["contract_yuan"]), f"capital rate {cohort} at {age}")
            check.equal([int(view["capital"]), int(view["of"])], [row["capital_yuan"], row["contract_yuan"]], f"capital behind {cohort} at {age}")


def check_bridge(browser, changes, check):
    """The steps since last month."""
    last = changes.filter((pl.col("to_as_of") == changes["to_as_of"].max()) & (pl.col("cohort") == "all") & pl.col("project_id").is_not_null())
    made = {tuple(key): total for *key, total in last.group_by("event", "measure", "component").agg(pl.col("amount").sum()).iter_rows()}
    for address in browser.run("[...document.querySelectorAll('#bridge a.f')].map(a => a.getAttribute('href').slice(1))"):
        _, place, measure, step = address.split("/")
        event = browser.run(f"data.events[{place}]")
        total = browser.run(f"VIEWS.bridge({json.dumps(place)}, {json.dumps(measure)}, {json.dumps(step)})[1].dataset.total")
        check.equal(int(total), made[(event, measure, step)], f"bridge {measure} {step}")


def is_open(browser):
    return browser.run("document.getElementById('view').open")


def check_drill_down(browser, check):
    """Headline figure → project → record → cell, with mouse and keyboard, and back."""
    n_links = browser.run("document.querySelectorAll('.tiles a.f').length")
    for place in range(n_links):
        browser.run(f"document.querySelectorAll('.tiles a.f').forEach((a, i) => a.toggleAttribute('data-next', i === {place}))")
        address = browser.run("document.querySelector('[data-next]').getAttribute('href')")
        browser.click("[data-next]")
        check(is_open(browser), f"{address} opens its projects")
        check.equal(browser.run("document.querySelector('#view .sum').dataset.equal"), "yes", f"{address} adds up")
        browser.press("Escape")
        check(not is_open(browser), f"{address} is closed by Escape")
    browser.click(".tiles a.f")
    browser.click("#view tbody th a")
    check("#project/" in browser.run("location.hash"), "a project opens")
    check(browser.run("document.querySelectorAll('#view .record[open] code').length") > 0, "a record shows its cells")
    check(" › " in browser.run("document.querySelector('#view .record .place').textContent"), "a record says file › sheet › row")
    browser.click("#close")
    check(not is_open(browser), "the button closes the view")


def check_sorting(browser, check):
    """Ascending, descending, the total below; then the search."""
    column = "[...document.querySelectorAll('#units tbody tr:not(.total):not([hidden]) td[data-m=n_projects]')].map(c => Number(c.textContent))"
    for expected in [sorted(browser.run(column), reverse=True), sorted(browser.run(column))]:
        browser.click("#units thead th.n .sort")
        check.equal(browser.run(column), expected, "units by number of projects")
        check(browser.run("document.querySelector('#units tbody tr:last-child').classList.contains('total')"), "the total stays below")
    name = browser.run("document.querySelector('#units tbody th').textContent.trim()")
    browser.run(f"(() => {{ const i = document.querySelector('input[data-table=units]'); i.value = {json.dumps(name)}; i.dispatchEvent(new Event('input')); }})()")
    left = browser.run("[...document.querySelectorAll('#units tbody tr:not([hidden])')].map(r => r.textContent)")
    check(len(left) >= 1 and all(name in text for text in left), f"the search for {name} leaves it")
    browser.run("(() => { const i = document.querySelector('input[data-table=units]'); i.value = ''; i.dispatchEvent(new Event('input')); })()")


def check_language(browser, check):
    """The switch changes language, title and address; the address alone brings it back."""
    sentence = "[...document.querySelectorAll('.sentence span')].find(s => getComputedStyle(s).display !== 'none').lang"
    check.equal(browser.run(sentence), "zh-CN", "language at first")
    browser.click("#language")
    check.equal([browser.run(sentence), browser.run("document.documentElement.lang"), browser.run("location.hash")], ["en", "en", "#en/"], "language after the switch")
    browser.click(".tiles a.f")
    check(browser.run("location.hash").startswith("#en/figure/"), "the language stays when a figure is opened")
    browser.press("Escape")
    browser.click("#language")
    check.equal(browser.run(sentence), "zh-CN", "language after switching back")


def check_width(browser, check):
    """Nothing but tables scrolls sideways, from a phone to a projector."""
    for width, height in [(360, 740), (768, 1024), (1366, 768), (1920, 1080)]:
        browser.size(width, height)
        browser.settle()
        check(browser.run("document.documentElement.scrollWidth") <= width, f"the page scrolls sideways at {width}")


def check_structure(browser, check):
    """What assistive technology needs."""
    check.equal(browser.run("document.querySelectorAll('h1').length"), 1, "one h1")
    check.equal(browser.run("[...document.querySelectorAll('table')].filter(t => !t.caption || !t.tHead || [...t.tHead.rows[0].cells].some(c => c.scope !== 'col')).length"), 0, "tables without caption or scope")
    check.equal(browser.run("[...document.querySelectorAll('main section')].filter(s => !s.querySelector('h2')).length"), 0, "sections without heading")
    ids = browser.run("[...document.querySelectorAll('[id]')].map(e => e.id)")
    check.equal(sorted(ids), sorted(set(ids)), "ids are unique")


def processor_seconds(browser, action):
    """How long the page computes for an action; a busy machine does not count."""
    spent = lambda: next(one["value"] for one in browser.call("Performance.getMetrics")["metrics"] if one["name"] == "TaskDuration")
    before = spent()
    action()
    return spent() - before


def check_speed(browser, check):
    """What a reader waits for, in seconds of the processor."""
    browser.call("Performance.enable", timeDomain="threadTicks")
    sort = "document.querySelector('#units thead th.n .sort').click(); document.body.offsetHeight"
    seconds = {name: processor_seconds(browser, action) for name, action in [
        ("list of all projects", lambda: browser.go(browser.run("document.querySelector('.tiles a.f').getAttribute('href').slice(1)"))),
        ("one project", lambda: browser.go("project/" + browser.run("encodeURIComponent(data.projects[0].id)"))),
        ("sorting the units", lambda: browser.run(sort)),
        ("switching the language", lambda: browser.run("document.getElementById('language').click(); document.body.offsetHeight")),
    ]}
    browser.run("document.getElementById('language').click()")
    browser.go("")
    for name, took in seconds.items():
        check(took < 1.5, f"{name} takes {took:.2f} s of the processor")
    print("; ".join(f"{name} {took * 1000:.0f} ms" for name, took in seconds.items()))


def check_privacy(browser, check):
    """No telephone number stands anywhere in the file."""
    found = browser.run(r"""(() => { const texts = [...records().strings, ...data.findings.strings, document.querySelector('main').textContent,
        ...data.projects.flatMap(p => [p.name, p.investor ?? '', p.entity ?? '', p.aliases ?? ''])];
        return texts.filter(text => !/^[\d.,]+$/.test(text) && /(?<![0-9A-Za-z.])1[3-9]\d{9}(?![0-9A-Za-z])/.test(text)).slice(0, 5); })()""")
    check.equal(found, [], "telephone numbers")


def check_words(browser, check):
    """No name of a dataset's column or code stands where a reader expects a word; the definitions quote them."""
    found = browser.run("""[...document.querySelectorAll('main section:not(#definitions)')].flatMap(section =>
        section.textContent.match(/\\b[a-z]+_[a-z_]+/g) ?? [])""")
    check.equal(sorted(set(found)), [], "codes in place of words")


def check_page(browser, page, release, check):
    """Everything, in the order in which a reader would come upon it. Gives the seconds of loading."""
    read = lambda name: pl.read_parquet(release / f"{name}.parquet")
    metrics = read("cohort_metrics")
    browser.size(1366, 768)
    seconds = browser.open(page)
    check_structure(browser, check)
    check_cuts(browser, metrics, check)
    check_tables(browser, metrics, check)
    check_figures(browser, check)
    check_ages(browser, read("cohort_ages"), check)
    check_bridge(browser, read("changes"), check)
    check_sorting(browser, check)
    check_language(browser, check)
    check_drill_down(browser, check)
    check_width(browser, check)
    check_privacy(browser, check)
    check_words(browser, check)
    check_speed(browser, check)
    return seconds


def main(arguments):
    """Exit code 0 when all is well or when there is no browser, else 1."""
    if CHROMIUM is None:
        print(f"skipped: {REASON}")
        return 0
    if len(arguments) not in (2, 3):
        print(__doc__)
        return 2
    page, release = Path(arguments[0]), Path(arguments[1])
    browser, check = Browser(CHROMIUM), Check()
    try:
        seconds = check_page(browser, page, release, check)
        if len(arguments) == 3:
            pictures(browser, Path(arguments[2]))
        own = [page.resolve().name]
        strangers = [url for url in browser.requests if url != "about:blank" and not url.split("#")[0].endswith(own[0])]
        check.equal(strangers, [], "requests that leave the page")
        check.equal(browser.errors, [], "errors of the console")
    finally:
        browser.close()
    for one in check.wrong[:40]:
        print(f"wrong: {one}")
    print(f"{check.n} checks, {len(check.wrong)} wrong; {page.stat().st_size} bytes, loaded in {seconds:.2f} s")
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
