"""Checks of how the panel looks and is used: contrast in both themes, a phone, the keyboard alone."""

from fixture import READ, WRITE, panel, status
from site_checks import PANEL

# Texts of the panel, with their contrast against what is painted behind them (WCAG 2.1).
CONTRASTS = """() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = (color) => {
    const linear = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = channels(color).map((value) => linear(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const color = getComputedStyle(node).backgroundColor;
      if ((channels(color)[3] ?? 1) === 1) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const ratio = (one, two) => {
    const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const found = [];
  for (const node of document.querySelectorAll("form.try-it *")) {
    if (!node.checkVisibility()) continue;
    const field = /^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName);
    const hasText = field || [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!hasText) continue;
    found.push([node.className || node.name || node.tagName, ratio(getComputedStyle(node).color, behind(node))]);
    if (node.placeholder) found.push(["placeholder", ratio(getComputedStyle(node, "::placeholder").color, behind(node))]);
    const border = ratio(getComputedStyle(node).borderTopColor, behind(node.parentElement));
    if (field) found.push(["border of " + node.name, 1.5 * border]);  // 3:1 is enough for a border, 4.5:1 for text
  }
  return found;
}"""


def contrast_is_sufficient(report, browser, site, api):
    for scheme in ("light", "dark"):
        with panel(browser, site, api, WRITE, color_scheme=scheme) as page:
            def measure(state):
                low = [(name, round(ratio, 2)) for name, ratio in page.evaluate(CONTRASTS) if ratio < 4.5]
                report.equal(f"{scheme}, {state}", low, [])

            background = page.evaluate("getComputedStyle(document.querySelector('form.try-it')).backgroundColor")
            report.check(f"{scheme} is {scheme}", (int(background[4:].split(",")[0]) < 128) == (scheme == "dark"), background)
            page.click("button.send")
            page.wait_for_timeout(300)
            measure("asking")
            page.wait_for_timeout(400)
            page.click("button.send")
            status(page, ".good")
            measure("answered")
            page.fill("[name=body]", "{")
            page.click("button.send")
            status(page, ".bad")
            measure("invalid")
        with panel(browser, site, api, READ, color_scheme=scheme) as page:
            measure("parameters")


def theme_toggle_is_followed(report, browser, site, api):
    with panel(browser, site, api, READ, color_scheme="light") as page:
        page.evaluate("document.body.dataset.colorScheme = 'dark'")
        report.equal("dark", page.evaluate("getComputedStyle(document.querySelector('form.try-it')).colorScheme"), "dark")
        page.evaluate("document.body.dataset.colorScheme = 'light'")
        report.equal("light", page.evaluate("getComputedStyle(document.querySelector('form.try-it')).colorScheme"), "light")


def fits_a_phone(report, browser, site, api):
    for block in (READ, WRITE):
        with panel(browser, site, api, block) as page:
            page.set_viewport_size({"width": 360, "height": 760})
            page.fill("[name=thingId]", "a-very-long-identifier-" * 8)
            page.click("button.send")
            page.wait_for_timeout(600)
            if page.locator("button.armed").count():
                page.click("button.send")
            status(page, ".good")
            report.check("no sideways scrolling", page.evaluate("document.documentElement.scrollWidth") <= 360)
            outside = page.locator(f"{PANEL} *:visible").evaluate_all(
                "all => all.filter(node => node.getBoundingClientRect().right > innerWidth).map(node => node.className)")
            report.equal("nothing outside", outside, [])
            small = page.locator(f"{PANEL} :is(input, select, textarea, button):visible").evaluate_all(
                "all => all.filter(node => node.getBoundingClientRect().height < 24).map(node => node.name)")
            report.equal("large enough to touch", small, [])


def keyboard_is_enough(report, browser, site, api):
    with panel(browser, site, api, WRITE) as page:
        page.focus("[name=base-url]")
        order = []
        for _ in range(5):
            page.keyboard.press("Tab")
            order.append(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
        report.equal("order", order, ["authentication", "api-key", "thingId", "body", "Send"])
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        report.equal("the focus is visible", outline, "solid")
        page.keyboard.press("Enter")
        page.wait_for_timeout(600)
        page.keyboard.press("Enter")
        report.check("Enter sends", status(page, ".good").startswith("200"))

        page.focus("[name=body]")
        page.keyboard.press("Control+A")
        page.keyboard.type('{"a": "x/y"}')
        report.equal("a slash is a slash", page.input_value("[name=body]"), '{"a": "x/y"}')
        for _ in range(2):
            page.keyboard.press("Control+Enter")
            page.wait_for_timeout(600)
        report.equal("Ctrl+Enter sends", [each.body for each in api.received[1:]], ['{"a": "x/y"}'])

        api.received.clear()
        page.keyboard.down("Control")
        for _ in range(30):  # a key held down
            page.keyboard.down("Enter")
            page.wait_for_timeout(40)
        page.keyboard.up("Enter")
        page.keyboard.up("Control")
        report.equal("a held key confirms nothing", api.received, [])


ALL = [contrast_is_sufficient, theme_toggle_is_followed, fits_a_phone, keyboard_is_enough]
