"""A built documentation site: served under its base path, and read for its pages."""

import functools
import json
import re
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def try_it_blocks(data):
    """The `http` code blocks of a page's data that stand under the heading "Try it"."""
    for section in data.get("primaryContentSections", []):
        under = False
        for item in section.get("content", []):
            if item.get("type") == "heading":
                under = item.get("anchor") == "Try-it"
            elif under and item.get("type") == "codeListing" and item.get("syntax") == "http":
                yield item


class Page:
    """One page of the site, as its data file has it."""

    def __init__(self, path, data):
        self.path = path  # "documentation/coreclaw/listruns"
        self.data = data
        self.blocks = ["\n".join(block["code"]) for block in try_it_blocks(data)]
        self.links = {
            reference["url"].strip("/")
            for reference in data.get("references", {}).values()
            if reference.get("type") in ("topic", "symbol") and "url" in reference
        }


class Site:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        # Not the root page: hosts replace it by a redirect.
        page = next(self.folder.glob("documentation/*/index.html"))
        self.base = re.search(r'var baseUrl ?= ?"([^"]*)"', page.read_text()).group(1)
        data = self.folder / "data"
        self.pages = {
            path: Page(path, json.loads(file.read_text()))
            for file in sorted(data.rglob("*.json"))
            for path in [file.relative_to(data).with_suffix("").as_posix()]
        }
        self.endpoints = [page for page in self.pages.values() if page.blocks]
        self.landing = [page for page in self.pages.values() if page.path.count("/") == 1 and not page.blocks]

    def start(self):
        """Serves the site on a free port of this machine."""
        handler = functools.partial(SiteHandler, self.base, directory=str(self.folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self.server.server_port}"

    def stop(self):
        self.server.shutdown()

    def url(self, page):
        return f"{self.origin}{self.base}{page.path}/"


class SiteHandler(SimpleHTTPRequestHandler):
    def __init__(self, base, *arguments, **options):
        self.base = base
        super().__init__(*arguments, **options)

    def translate_path(self, path):
        if not path.startswith(self.base):
            return "/nonexistent"  # a link that forgets the sub-path is a 404
        return super().translate_path("/" + path[len(self.base):])

    def log_message(self, *_):
        pass
