"""Pages on small screens and with large text: no page scrolls sideways, no text is cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.of_each_kind import EXERCISE_IDS
from tests.pages import CHAPTER, named_pages, page_of
from tests.used import (
    QUESTION,
    exercises_on,
    show_lecture,
    show_shared,
    spoil_a_cell,
    use_page,
)

# What is wider than the page, or than a box that neither grows nor scrolls.
TOO_WIDE = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  const cut = [...document.querySelectorAll("body *")].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    // What is there for the ear alone is a pixel wide.
    if (!element.checkVisibility() || element.clientWidth <= 1) return false;
    if (element.matches("input, select, textarea")) return false;
    return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
  });
  const page = scrollWidth > clientWidth ? [`the page: ${scrollWidth} > ${clientWidth}`] : [];
  return [...page, ...cut.map((element) => element.outerHTML.slice(0, 100))];
}"""


def test_every_page(small: Page, address: str, site: Path) -> None:
    for name in named_pages(site):
        small.goto(f"{address}/{name}")
        assert small.evaluate(TOO_WIDE) == [], name
        if exercises_on(small):
            use_page(small)
            assert small.evaluate(TOO_WIDE) == [], f"{name}, used"
        if QUESTION in exercises_on(small):
            spoil_a_cell(small)
            assert small.evaluate(TOO_WIDE) == [], f"{name}, with a message"


def test_the_open_contents(small: Page, address: str) -> None:
    small.goto(f"{address}/{CHAPTER}")
    small.locator("[data-menu-open]").click()
    expect(small.locator("[data-menu-close]")).to_be_focused()
    assert small.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("exercise_id", EXERCISE_IDS)
def test_the_lecture_view(small: Page, address: str, site: Path, exercise_id: str) -> None:
    small.goto(f"{address}/{page_of(site, exercise_id)}")
    show_lecture(small, exercise_id)
    assert small.evaluate(TOO_WIDE) == []


def test_values_from_a_link(small: Page, address: str) -> None:
    small.goto(f"{address}/{CHAPTER}")
    show_shared(small)
    assert small.evaluate(TOO_WIDE) == []


def test_what_a_search_finds(small: Page, address: str) -> None:
    small.goto(f"{address}/search.html?q=service")
    expect(small.locator("#search-results li").nth(1)).to_be_visible()
    assert small.evaluate(TOO_WIDE) == []
