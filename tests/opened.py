"""Pages opened as readers open them: on a phone or a desktop, in light or dark colours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

# Readers who set large text in their browser.
LARGER = """addEventListener("DOMContentLoaded", () => {
  document.documentElement.style.fontSize = "%s";
});"""

WIDTHS = {"phone": 375, "desktop": 1280}

Opener = Callable[[str, str], Page]

modes = pytest.mark.parametrize("mode", ["light", "dark"])


def opener(context: BrowserContext, address: str) -> Opener:
    """What opens a page of the site in a colour mode, chosen as readers choose it."""

    def open_it(name: str, mode: str) -> Page:
        page = context.new_page()
        page.goto(f"{address}/{name}")
        in_colours(page, mode)
        return page

    return open_it


def in_colours(page: Page, mode: str) -> None:
    """Puts the open page into a colour mode, by its switch."""
    for _ in range(3):
        if page.locator("html").get_attribute("data-mode") != mode:
            page.locator("[data-mode-switch]").click()
    expect(page.locator("html")).to_have_attribute("data-mode", mode)
    expect(page.locator("html")).to_have_attribute("data-theme", mode)


def on_phone(page: Page) -> bool:
    """Whether a page is shown at the width of a phone."""
    return page.evaluate("innerWidth") == WIDTHS["phone"]
