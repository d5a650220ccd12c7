"""Everything that can be tapped is large enough, or has room around it (WCAG 2.5.8)."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.pages import CHAPTER
from tests.used import show_shared

SCRIPT = Path(__file__).with_name("targets.js")


def too_small(page: Page) -> list[str]:
    """The targets of the open page that are below 24 pixels and stand too close to others."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate("tooSmallTargets(24)")
    return found


def test_every_target_of_the_contents(page: Page, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.locator("[data-menu-open]").click()
    expect(page.locator("[data-menu-close]")).to_be_focused()
    assert too_small(page) == []


def test_every_target_among_what_a_search_finds(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=service")
    expect(page.locator("#search-results li").nth(1)).to_be_visible()
    assert too_small(page) == []


def test_every_target_where_values_came_with_a_link(page: Page, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    show_shared(page)
    assert too_small(page) == []
