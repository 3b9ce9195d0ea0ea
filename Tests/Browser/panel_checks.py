"""Checks of what the panel does: fields, validation, requests, the curl and Swift lines, answers and failures."""

import re
import subprocess

from fixture import READ, WRITE, finished, panel, shown, status
from site_checks import PANEL, send


def fields_are_typed_and_described(report, browser, site, api):
    with panel(browser, site, api, READ) as page:
        attribute = lambda name, key: page.get_attribute(f"{PANEL} [name='{name}']", key)
        report.equal("number", [attribute("limit", key) for key in ("type", "min", "max")], ["number", "1", "100"])
        options = page.locator("[name=state] option").evaluate_all("all => all.map(option => option.value)")
        report.equal("enum", options, ["", "ready", "not ready", "done-for"])
        options = page.locator("[name=open] option").evaluate_all("all => all.map(option => option.value)")
        report.equal("boolean", options, ["", "true", "false"])
        report.equal("required", attribute("thingId", "aria-required"), "true")
        report.equal("optional", attribute("limit", "aria-required"), None)
        report.equal("key", (attribute("api-key", "type"), attribute("api-key", "autocomplete")), ("password", "off"))
        unlabelled = page.locator(f"{PANEL} :is(input, select, textarea)").evaluate_all(
            "all => all.filter(input => !input.labels.length || !input.ariaDescribedByElements?.length).map(input => input.name)")
        report.equal("labels and descriptions", unlabelled, [])
        help_text = page.inner_text("#" + attribute("limit", "aria-describedby").split()[0])
        report.equal("help", help_text, "Rows per page. (integer, default 20, from 1, up to 100)")
        report.check("other constraints", "maxLength 80" in page.inner_text(PANEL))
        report.check("page text is only text", "<img src=x" in page.inner_text(PANEL) and not page.evaluate("window.hostile"))
        stored = f"Stored only in this browser tab. Sent only to {api.base}."
        report.check("where the key goes", stored in page.inner_text(PANEL))


def invalid_input_is_refused_at_its_field(report, browser, site, api):
    cases = [
        ("thingId", "", "Please fill in thingId."),
        ("thingId", "..", "thingId cannot be “..”."),
        ("thingId", "last", "thingId cannot be “last”: that is another operation's address."),
        ("limit", "0", "limit is at least 1."),
        ("limit", "101", "limit is at most 100."),
        ("limit", "1.5", "limit is a whole number."),
        ("X-Trace", "é", "X-Trace may only have ASCII characters."),
        ("api-key", "", "Please fill in your API key."),
        ("api-key", "a b", "A key has no spaces and only ASCII characters."),
        ("base-url", "nowhere", "The base URL starts with https:// and a host name."),
        ("base-url", "ftp://a.test", "The base URL starts with https:// (or http:// on this machine)."),
        ("base-url", "https://u:p@a.test", "The base URL has no user name, ? or #."),
    ]
    with panel(browser, site, api, READ) as page:
        for name, value, words in cases:
            input_ = page.locator(f"[name='{name}']")
            before = input_.input_value()
            input_.fill(value)
            page.click("button.send")
            report.equal(f"{name} = {value!r}", status(page), words)
            report.equal(f"{name} = {value!r} has the focus", page.evaluate("document.activeElement.name"), name)
            report.equal(f"{name} = {value!r} is marked", input_.get_attribute("aria-invalid"), "true")
            input_.fill(before)
        page.fill("[name=base-url]", "http://api.example.test")
        page.fill("[name=api-key]", "k3y")
        page.click("button.send")
        report.equal("a key over http", status(page), "A key is sent over https only, except to this machine.")
    with panel(browser, site, api, WRITE) as page:
        page.fill("[name=body]", '{"a": }')
        report.check("JSON syntax while typing", "This is not JSON" in page.inner_text(".problem:visible"))
        page.click("button.send")
        report.equal("JSON has the focus", page.evaluate("document.activeElement.name"), "body")
    report.equal("nothing was sent", api.received + api.preflights, [])


def request_is_what_was_typed(report, browser, site, api):
    with panel(browser, site, api, READ) as page:
        page.fill("[name=thingId]", " a b/ü~?#% ")
        page.fill("[name=worker_id]", "owner/name")
        page.select_option("[name=state]", "not ready")
        page.fill("[name='X-Trace']", "abc")
        page.keyboard.press("Control+Enter")
        report.check("answer", status(page).startswith("200 OK"), page.inner_text(".status"))
        sent = api.received[0]
        path, query = "/v1/things/a%20b%2F%C3%BC~%3F%23%25/parts", "fixed=1&worker_id=owner~name&state=not%20ready"
        report.equal("path and query", sent.path, f"{path}?{query}")
        report.equal("bearer", sent.headers.get("authorization"), "Bearer k3y")
        report.equal("header parameter", sent.headers.get("x-trace"), "abc")
        report.check("no cookies, no referrer", not {"cookie", "referer"} & set(sent.headers), sent.headers)

        page.select_option("[name=authentication]", "query token")
        page.fill("[name=api-key]", "k&y")
        page.click("button.send")
        finished(page)
        second = api.received[1]
        report.check("query token", second.path.endswith("&token=k%26y") and "authorization" not in second.headers, second)
        page.select_option("[name=authentication]", "header api-key")
        report.check("the header has its note", "does not let browsers send this header" in page.inner_text(PANEL))
        page.click("button.send")
        finished(page)
        third = api.received[2]
        report.equal("header", (third.headers.get("api-key"), third.headers.get("authorization")), ("k&y", None))


def key_stays_with_its_origin(report, browser, site, api):
    with panel(browser, site, api, READ, key="s3cret") as page:
        page.click("button.send")
        status(page)
        report.check("not in the page", "s3cret" not in page.inner_text("body") + page.url)
        report.check("only in this tab", page.evaluate("localStorage.length === 0 && document.cookie === ''")
                     and page.evaluate("JSON.stringify(sessionStorage).includes('s3cret')"))
        page.fill("[name=base-url]", "https://other.example.test")
        report.equal("another base URL has no key", page.input_value("[name=api-key]"), "")
        page.fill("[name=base-url]", api.base + "/prefix/")
        report.equal("back at its own", page.input_value("[name=api-key]"), "s3cret")
        page.click("button.send")
        finished(page)
        report.equal("path prefix", api.received[-1].path, "/prefix/v1/things/t-1/parts?fixed=1")
        page.fill("[name=base-url]", "https:api.example.test")
        curl = shown(page, "curl")
        report.check("never relative to this page", curl.startswith("curl 'https://api.example.test/v1/"), curl)
        page.fill("[name=base-url]", api.base)
        page.reload()
        page.wait_for_selector(PANEL)
        kept = [page.input_value(f"[name={name}]") for name in ("base-url", "api-key", "thingId")]
        report.equal("kept for the session", kept, [api.base, "s3cret", "t-1"])
        api.answer = (302, {"Location": api.base + "/elsewhere"}, "")
        page.click("button.send")
        report.check("redirects are not followed", "redirect" in status(page, ".bad"))
        report.check("nothing at the target", not any("elsewhere" in each.path for each in api.received))


def shell_arguments(line, key):
    """What a shell makes of the curl line."""
    script = "curl() { printf '%s\\0' \"$@\"; }\n" + line
    result = subprocess.run(["bash", "-c", script], env={"CORECLAW_API_KEY": key}, capture_output=True, text=True, check=True)
    return result.stdout.split("\0")[:-1]


def curl_line_means_the_same_request(report, browser, site, api):
    with panel(browser, site, api, WRITE) as page:
        body = '{"title": "it\'s $(id) `x` \\\\ !", "input": {}}'
        page.fill("[name=thingId]", "a'b$c")
        page.fill("[name=body]", body)
        report.equal("arguments", shell_arguments(shown(page, "curl"), "k"), [
            "-X", "POST", f"{api.base}/v1/things/a'b%24c", "-H", "Authorization: Bearer k",
            "-H", "Content-Type: application/json", "--data-raw", body])
        send(page)
        status(page, ".good")
        report.equal("sent", (api.received[0].path, api.received[0].body), ("/v1/things/a'b%24c", body))
    with panel(browser, site, api, READ) as page:
        page.fill("[name=thingId]", "")
        page.select_option("[name=authentication]", "query token")
        url = f"{api.base}/v1/things/YOUR_THING_ID/parts?fixed=1&token=k"
        report.equal("query token", shell_arguments(shown(page, "curl"), "k"), [url])
        page.click(f"{PANEL} figure:has(figcaption:has-text('curl')) button")
        page.wait_for_selector("text=Copied")
        report.equal("copied", page.evaluate("navigator.clipboard.readText()"), shown(page, "curl"))


def swift_line_follows(report, browser, site, api):
    with panel(browser, site, api, READ) as page:
        page.fill("[name=base-url]", "https://api.example.test")
        line = lambda: shown(page, "Swift")
        report.equal("only what is typed", line(), 'try await coreclaw.things.parts("t-1").page(1).rows(20)')
        page.fill("[name=thingId]", '"\\(x)')
        page.fill("[name=worker_id]", "o/n, )")
        page.select_option("[name=state]", "done-for")
        page.fill("[name=since]", "17")
        page.select_option("[name=open]", "true")
        page.fill("[name=limit]", "5")
        report.equal("all arguments", line(), r'try await coreclaw.things.parts("\"\\(x)", state: .doneFor, worker: "o/n, )",'
                     "\n    since: Date(timeIntervalSince1970: 17), open: true).page(5).rows(5)")
        page.fill("[name=thingId]", "")
        page.select_option("[name=state]", "")
        page.fill("[name=since]", "")
        call = 'try await coreclaw.things.parts("YOUR_THING_ID", worker: "o/n, )", open: true).page(5).rows(5)'
        report.equal("some arguments", line(), call)
        page.fill("[name=base-url]", api.base)
        report.equal("another base URL", line(), f'let coreclaw = CoreClawClient(baseURL: URL(string: "{api.base}"))\n{call}')
    with panel(browser, site, api, WRITE) as page:
        call = ('try await coreclaw.things.make("t-1", title: "a/b", input: .raw(["id": 1786001196232214890, '
                '"list": [1.50, true, nil], "none": [:]]))')
        report.equal("body members", shown(page, "Swift").splitlines()[-1], call)


def changes_are_confirmed(report, browser, site, api):
    with panel(browser, site, api, WRITE) as page:
        page.click("button.send")
        report.check("asks", "Press again" in page.inner_text(".status"), page.inner_text(".status"))
        page.click("button.send")
        page.wait_for_timeout(200)
        report.equal("a double click sends nothing", api.received, [])
        page.fill("[name=thingId]", "t-2")
        report.equal("typing takes it back", page.inner_text("button.send"), "Send")
        send(page)
        status(page, ".good")
        report.equal("then it is sent once", [(each.method, each.path) for each in api.received], [("POST", "/v1/things/t-2")])
    with panel(browser, site, api, WRITE.replace("# security", "# safe\n# security")) as page:
        page.click("button.send")
        status(page, ".good")
        report.equal("safe ones are not asked", len(api.received), 2)


def answers_are_shown(report, browser, site, api):
    def answer(page):
        page.click("button.send")
        finished(page)
        return status(page)

    with panel(browser, site, api, READ) as page:
        text = answer(page)
        report.check("status, time, request id", re.fullmatch(r"200 OK · \d+ ms · request id req-mock", text), text)
        body = shown(page, "Response body")
        exact = '  "data": {\n    "id": 1786001196232214890,\n    "text": "<img'
        report.check("pretty, exact, as text", exact in body and '"none": []' in body, body)
        page.click("summary")
        report.check("headers", "req-header" in page.inner_text(".result dl"), page.inner_text(".result"))
        api.json(401, {"code": 12002, "message": "invalid token", "request_id": "r1"})
        text = answer(page)
        words = "The service did not accept the key. — Code 12002: invalid token."
        report.check("401", text.startswith("401 ") and text.endswith(words), text)
        api.json(200, {"code": 11000, "message": "invalid argument"})
        text = answer(page)
        report.check("an error inside 200", "Code 11000: invalid argument." in text and page.locator(".status.bad").count(), text)
        api.answer = (502, {"Content-Type": "text/html"}, "<h1>Bad gateway</h1>")
        text = answer(page)
        report.check("not JSON", "not JSON (text/html)" in text and shown(page, "Response body") == "<h1>Bad gateway</h1>", text)
        api.answer = (204, {}, "")
        report.check("no body", "The answer has no body." in answer(page))
        report.equal("exceptions", page.exceptions, [])


def failures_are_told_in_words(report, browser, site, api):
    with panel(browser, site, api, READ) as page:
        page.fill("[name=base-url]", "http://127.0.0.1:9")
        page.fill("[name=api-key]", "k3y")
        page.click("button.send")
        report.check("unreachable", status(page).startswith("No answer from http://127.0.0.1:9. It cannot be reached"))
        page.fill("[name=base-url]", api.base)
        api.cors = False
        page.click("button.send")
        finished(page)
        report.check("CORS", "does not allow requests from web pages (CORS)" in status(page, ".bad"))
        api.cors, api.hold = True, True
        page.click("button.send")
        page.click("button:has-text('Cancel')")
        page.wait_for_function("document.querySelector('.status').textContent === 'Cancelled.'")
        report.equal("the focus goes back", page.inner_text("*:focus"), "Send")
        page.clock.install()
        page.click("button.send")
        page.wait_for_timeout(200)
        page.clock.fast_forward(31_000)
        report.equal("time-out", status(page, ".bad"), "No answer within 30 s.")
        api.release.set()
        report.equal("exceptions", page.exceptions, [])


def block_that_changes_has_one_panel(report, browser, site, api):
    with panel(browser, site, api, READ) as page:
        page.evaluate("text => { document.querySelector('form.try-it + * code').textContent = text }", WRITE)
        page.wait_for_function("document.querySelector('form.try-it .method').textContent === 'POST'")
        report.equal("one panel", page.locator(PANEL).count(), 1)
        page.evaluate("document.querySelector('form.try-it + * code').textContent = 'no request line'")
        page.wait_for_function("!document.querySelector('form.try-it')")
        report.equal("an unreadable block is shown", page.locator("#Try-it + [data-syntax=http]:visible").count(), 1)


ALL = [
    fields_are_typed_and_described, invalid_input_is_refused_at_its_field, request_is_what_was_typed, key_stays_with_its_origin,
    curl_line_means_the_same_request, swift_line_follows, changes_are_confirmed, answers_are_shown, failures_are_told_in_words,
    block_that_changes_has_one_panel,
]
