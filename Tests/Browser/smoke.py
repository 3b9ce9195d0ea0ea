"""Drives a built documentation site in a real browser: python3 Tests/Browser/smoke.py <site folder>

Needs Chromium (the variable CHROMIUM, or /usr/bin/chromium) and `pip install playwright`. No key and no network: this
process serves both the pages and the API that they call.
"""

import os
import pathlib
import sys

from playwright.sync_api import sync_playwright

import look_checks
import panel_checks
import site_checks
from built_site import Site
from mock_api import MockAPI
from report import Report


GENERATED = pathlib.Path(__file__).resolve().parents[2] / "Documentation.docc" / "Generated"


def watch(context, origins):
    """The list that console errors, exceptions, missing files and requests to other hosts are added to."""
    problems = []

    def request(event):
        if not event.url.startswith((*origins, "data:", "blob:")):
            problems.append(f"request to {event.url}")

    context.on("request", request)
    context.on("console", lambda message: message.type == "error" and problems.append(f"console: {message.text}"))
    context.on("weberror", lambda error: problems.append(f"exception: {error.error}"))
    context.on("response", lambda answer: answer.status >= 400 and problems.append(f"{answer.status} {answer.url}"))
    return problems


def main(folder):
    report, site, api = Report(), Site(folder), MockAPI()
    site.start()
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        problems = watch(context, [site.origin, api.base])
        page = context.new_page()

        report.check("pages with a panel found", site.endpoints, folder)
        # A page whose address a symbol has as well would be lost, silently.
        report.equal("a page for every operation", len(site.endpoints), len(list(GENERATED.glob("Operation-*.md"))))
        for endpoint in site.endpoints:
            report.section(endpoint.path, site_checks.endpoint, page, site, api, endpoint)
        report.section("landing pages", site_checks.landing, page, site)
        report.section("navigation", site_checks.navigation, page, site)
        report.equal("errors, exceptions, missing files, other hosts", problems, [])
        context.close()

        if site.endpoints:
            report.section("without JavaScript", site_checks.without_javascript, browser, site)
            for check in panel_checks.ALL + look_checks.ALL:
                api.reset()
                report.section(check.__name__.replace("_", " "), check, browser, site, api)
        browser.close()
    site.stop()
    api.stop()
    return report.finish()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
