"""Everything that can be tapped is large enough, or has room around it (WCAG 2.5.8)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pages import CHAPTER, named_pages, page_of
from tests.used import USES, exercises_on, show_lecture, show_shared, use_page

SCRIPT = Path(__file__).with_name("targets.js")


def too_small(page: Page) -> list[str]:
    """The targets of the open page that are below 24 pixels and stand too close to others."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate("tooSmallTargets(24)")
    return found


def test_every_target_of_every_page(page: Page, address: str, site: Path) -> None:
    for name in named_pages(site):
        page.goto(f"{address}/{name}")
        assert too_small(page) == [], name
        if exercises_on(page):
            use_page(page)
            assert too_small(page) == [], f"{name}, used"


def test_every_target_of_the_contents(page: Page, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.locator("[data-menu-open]").click()
    expect(page.locator("[data-menu-close]")).to_be_focused()
    assert too_small(page) == []


def test_every_target_among_what_a_search_finds(page: Page, address: str) -> None:
    page.goto(f"{address}/search.html?q=service")
    expect(page.locator("#search-results li").nth(1)).to_be_visible()
    assert too_small(page) == []


@pytest.mark.parametrize("exercise_id", USES)
def test_every_target_of_the_lecture_view(
    page: Page, address: str, site: Path, exercise_id: str
) -> None:
    page.goto(f"{address}/{page_of(site, exercise_id)}")
    show_lecture(page, exercise_id)
    assert too_small(page) == []


def test_every_target_where_values_came_with_a_link(page: Page, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    show_shared(page)
    assert too_small(page) == []
