"""A page from a folder asks for the storage only once the browser has taken note of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.flashcards import CARDS_PAGE
from tests.pages import CHAPTER, put_kept
from tests.worked import WORKBOOK

# Counts how often the storage is asked for, and keeps the browser's answer back until told.
WATCHED = """
  const own = Object.getOwnPropertyDescriptor(Window.prototype, "localStorage")
    ?? Object.getOwnPropertyDescriptor(window, "localStorage");
  globalThis.asked = 0;
  Object.defineProperty(window, "localStorage", {
    get() { globalThis.asked += 1; return own.get.call(window); },
  });
  const held = new Promise((resolve) => { globalThis.answer = resolve; });
  LockManager.prototype.query = () => held.then(() => ({}));
"""


@pytest.mark.parametrize("name", ["index.html", CHAPTER, WORKBOOK, CARDS_PAGE])
def test_the_storage_is_not_asked_for_before(page: Page, site: Path, name: str) -> None:
    put_kept(page, site.as_uri(), {"mode": "dark"})
    page.add_init_script(WATCHED)
    page.goto(f"{site.as_uri()}/{name}")
    page.keyboard.press("Shift")
    expect(page.locator("html")).to_have_attribute("data-mode", "auto")
    assert page.evaluate("asked") == 0
    page.evaluate("answer()")
    expect(page.locator("html")).to_have_attribute("data-mode", "dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("asked") > 0


def test_a_browser_without_locks_is_not_waited_for(page: Page, site: Path) -> None:
    put_kept(page, site.as_uri(), {"mode": "dark"})
    page.add_init_script("delete Navigator.prototype.locks;")
    page.goto(f"{site.as_uri()}/{CHAPTER}")
    expect(page.locator("html")).to_have_attribute("data-mode", "dark")


def test_from_a_server_colours_are_settled_before_anything_is_drawn(
    page: Page, address: str
) -> None:
    put_kept(page, address, {"mode": "dark"})
    page.add_init_script(WATCHED)
    page.goto(f"{address}/{CHAPTER}")
    # The answer never comes.
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
