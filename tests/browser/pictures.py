"""Pictures of the page (截图): for people to look at."""


def pictures(browser, folder):
    """Phone, laptop, one project, paper."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, width, height in [("phone", 360, 740), ("laptop", 1366, 768)]:
        browser.size(width, height)
        browser.settle()
        browser.picture(folder / f"{name}.png", whole=True)
    browser.size(1366, 768)
    browser.click(".tiles a.f")
    browser.picture(folder / "figure.png")
    browser.click("#view tbody th a")
    browser.picture(folder / "project.png")
    browser.size(360, 740)
    browser.settle()
    browser.picture(folder / "project-phone.png")
    browser.press("Escape")
    browser.size(1366, 768)
    browser.paper(folder / "paper.pdf")
