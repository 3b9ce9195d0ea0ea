"""A page of the built site with a block of our own in place of its own, so that every feature of the panel is met."""

import contextlib
import json

from built_site import try_it_blocks
from site_checks import PANEL

READ = """\
GET /v1/things/{thingId}/parts?limit={limit}&worker_id={worker_id}&state={state}&open={open}&since={since}&fixed=1 HTTP/1.1
Host: https://api.example.test
Authorization: Bearer {token}
# security: bearer, header api-key, query token
# path thingId: string, required, not last. A thing <img src=x onerror="window.hostile = true">, e.g. from `things.list`.
# query limit: integer, default 20, minimum 1, maximum 100. Rows per page.
# query worker_id: string, maxLength 80. May be pasted as `owner/name`.
#   replace: / with ~
# query state: string, one of ready "not ready" done-for. Only these.
# query open: boolean. Only open ones.
# query since: integer. Unix time.
# header X-Trace: string. Passed on.
# swift: try await coreclaw.things.parts({thingId}, state: .{state}, worker: {worker_id},
# swift:     since: Date(timeIntervalSince1970: {since}), open: {open}).page({limit=1}).rows({limit})
"""

WRITE = """\
POST /v1/things/{thingId} HTTP/1.1
Host: https://api.example.test
Authorization: Bearer {token}
# security: bearer
# path thingId: string, required. A thing.
# body: object, required. What to make.
# swift: try await coreclaw.things.make({thingId}, title: {title}, note: {note}, input: .raw({body.input}))
Content-Type: application/json

{
  "title": "a/b",
  "input": { "id": 1786001196232214890, "list": [1.50, true, null], "none": {} }
}
"""


@contextlib.contextmanager
def panel(browser, site, api, block, key="k3y", **options):
    """The page of the first endpoint with `block`; base URL, key and the required path parameter are filled in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.origin)
    endpoint = site.endpoints[0]
    data = json.loads(json.dumps(endpoint.data))
    for item in try_it_blocks(data):
        item["code"] = block.rstrip("\n").split("\n")
    context.route(f"**/data/{endpoint.path}.json", lambda route: route.fulfill(json=data))
    page = context.new_page()
    page.exceptions = []
    page.on("pageerror", lambda error: page.exceptions.append(str(error)))
    page.goto(site.url(endpoint))
    page.wait_for_selector(PANEL)
    page.fill("[name=base-url]", api.base)
    if page.locator("[name=api-key]").count():
        page.fill("[name=api-key]", key)
    if page.locator("[name=thingId]").count():
        page.fill("[name=thingId]", "t-1")
    try:
        yield page
    finally:
        context.close()


def shown(page, title):
    """The text of the box with the title: curl, Swift or Response body."""
    return page.inner_text(f"{PANEL} figure:has(figcaption:has-text('{title}')) pre")


def finished(page):
    """Waits until no request is under way."""
    page.wait_for_function("!document.querySelector('.send[aria-disabled]')")


def status(page, wait=".good, .bad"):
    """The status line, once it says how the request ended."""
    page.wait_for_selector(", ".join(f"{PANEL} .status{kind.strip()}" for kind in wait.split(",")), timeout=10_000)
    return page.inner_text(f"{PANEL} .status")
