"""Checks of the site as it was built: every endpoint's page, the landing pages, navigation, a page without JavaScript."""

import re

KEY = "k3y-only-for-this-test"
PANEL = "form.try-it"


def open_page(browser_page, site, page):
    browser_page.goto(site.url(page), wait_until="load")
    browser_page.wait_for_selector("main h1, .documentation-hero h1")


def send(browser_page):
    """Presses Send, and confirms when asked, later than a double click would."""
    button = browser_page.locator(f"{PANEL} button.send")
    button.click()
    if "armed" in (button.get_attribute("class") or ""):
        browser_page.wait_for_timeout(550)
        button.click()


def fill_required(browser_page):
    for field in browser_page.locator(f"{PANEL} [aria-required=true]:is(input, textarea)").all():
        if field.get_attribute("name") == "api-key":
            field.fill(KEY)
        elif field.input_value() == "":
            number = field.get_attribute("type") == "number"
            value = (field.get_attribute("min") or "1") if number else "sample"
            field.fill("{}" if field.get_attribute("name") == "body" else value)


def endpoint(report, browser_page, site, api, page):
    """One page: one panel, made from its block, which sends what the block says."""
    name, block = page.path, page.blocks[0]
    method, target = re.match(r"(\S+) (\S+)", block).groups()
    open_page(browser_page, site, page)
    browser_page.wait_for_selector(PANEL, timeout=10_000)
    report.equal(f"{name}: one block", len(page.blocks), 1)
    report.equal(f"{name}: one panel", browser_page.locator(PANEL).count(), 1)
    report.equal(f"{name}: the block is hidden", browser_page.locator(f"{PANEL} + [data-syntax=http]:visible").count(), 0)
    described = set(re.findall(r"^# (?:path|query|header) ([^:]+):", block, re.M)) | set(re.findall(r"\{(\w+)\}", target))
    named = {field.get_attribute("name") for field in browser_page.locator(f"{PANEL} fieldset [name]").all()}
    report.check(f"{name}: a field for each parameter", described <= named, f"{sorted(described - named)} missing")

    api.reset()
    browser_page.fill(f"{PANEL} [name=base-url]", api.base)
    fill_required(browser_page)
    send(browser_page)
    browser_page.wait_for_selector(f"{PANEL} .status.good, {PANEL} .status.bad", timeout=10_000)
    status = browser_page.inner_text(f"{PANEL} .status")
    report.check(f"{name}: the answer is shown", status.startswith("200"), status)
    if report.equal(f"{name}: requests received", len(api.received), 1):
        received = api.received[0]
        expected = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(target.split("?")[0]))
        report.equal(f"{name}: method", received.method, method)
        report.check(f"{name}: path", re.fullmatch(expected, received.path.split("?")[0]), received.path)
        public = re.search(r"^# security: none\s*$", block, re.M)
        report.check(f"{name}: key", (KEY in str(received)) == (not public), received)
        report.check(f"{name}: no body without one", ("content-type" in received.headers) == bool(received.body), received)
    swift = browser_page.locator(f"{PANEL} figure:has(figcaption:has-text('Swift')) pre")
    if swift.count():
        report.check(f"{name}: the Swift line is filled in", not re.search(r"\{[\w.]+\}", swift.inner_text()), swift.inner_text())

    browser_page.set_viewport_size({"width": 360, "height": 760})
    width = browser_page.evaluate("document.documentElement.scrollWidth")
    report.check(f"{name}: no sideways scrolling on a phone", width <= 360, f"{width} px wide")
    browser_page.set_viewport_size({"width": 1280, "height": 900})


def landing(report, browser_page, site):
    report.check("landing pages found", site.landing)
    for page in site.landing:
        open_page(browser_page, site, page)
        browser_page.wait_for_timeout(500)
        report.equal(f"{page.path}: no panel", browser_page.locator(PANEL).count(), 0)


def navigation(report, browser_page, site):
    """Goes from page to page without loading anew, there and back."""
    endpoints = {page.path for page in site.endpoints}
    plain = next(page for page in site.pages.values() if not page.blocks and page.links & endpoints)
    open_page(browser_page, site, plain)
    browser_page.evaluate("window.notReloaded = true")
    report.equal("navigation: none on a page without a block", browser_page.locator(PANEL).count(), 0)

    def follow(path):
        browser_page.locator(f'main a[href$="/{path}" i]:visible, main a[href$="/{path}/" i]:visible').first.click()
        browser_page.wait_for_url(re.compile(re.escape(path) + "/?$", re.I))

    def expect(title, page):
        method, target = re.match(r"(\S+) ([^\s?]+)", page.blocks[0]).groups()
        shown = "text => document.querySelector('form.try-it .target')?.textContent === text"
        browser_page.wait_for_function(shown, arg=method + target)
        report.equal(f"navigation: one panel {title}", browser_page.locator(PANEL).count(), 1)

    first = site.pages[sorted(plain.links & endpoints)[0]]
    follow(first.path)
    expect("after a link", first)
    others = sorted((first.links & endpoints) - {first.path})
    if report.check("navigation: an endpoint links to another", others):
        second = site.pages[others[0]]
        follow(second.path)
        expect("on the next endpoint", second)
        browser_page.go_back()
        expect("after going back", first)
    browser_page.go_back()
    browser_page.wait_for_function("!document.querySelector('form.try-it')")
    report.equal("navigation: none after leaving", browser_page.locator(PANEL).count(), 0)
    report.check("navigation: without loading anew", browser_page.evaluate("window.notReloaded === true"))


def without_javascript(report, browser, site):
    context = browser.new_context(java_script_enabled=False)
    browser_page = context.new_page()
    page = site.endpoints[0]
    browser_page.goto(site.url(page))
    text = browser_page.inner_text("body")
    if page.blocks[0].splitlines()[0] not in browser_page.content():
        print("  the site was built without the pages' content in the HTML, so there is nothing to read")
        context.close()
        return
    report.check("without JavaScript the block is there to read", page.blocks[0].splitlines()[0] in text, text[:200])
    context.close()
