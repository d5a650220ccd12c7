"""Which pages count as read to the end."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.pages import CHAPTER, Troubles
from tests.progress import (
    DIAGNOSIS,
    DRAWN,
    FRONT,
    GAP_MODEL,
    MOMENT,
    PLACES,
    TERMS,
    expect_nothing,
    expect_state,
    places,
    scroll_to_end,
    wait_until_read,
)
from tests.worked import keep


def test_a_short_page_is_read_only_after_a_sign_of_life(
    desktop: BrowserContext, place: str
) -> None:
    page = desktop.new_page()
    # A window so high that the whole page is in view.
    page.set_viewport_size({"width": 1280, "height": 9000})
    page.goto(f"{place}/book/hotel-yasen.html")
    page.evaluate(DRAWN)
    assert places(page) == {}
    page.keyboard.press("Shift")
    wait_until_read(page, "book/hotel-yasen")
    expect_state(page, "book/hotel-yasen", "done")


def test_a_long_page_is_read_at_its_end(page: Page, place: str) -> None:
    page.goto(f"{place}/{CHAPTER}")
    page.keyboard.press("Shift")
    page.evaluate("scrollTo({ top: 2000, behavior: 'instant' })")
    page.evaluate(DRAWN)
    assert places(page) == {}
    scroll_to_end(page)
    wait_until_read(page, GAP_MODEL)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", places(page)["read"][GAP_MODEL])
    expect_state(page, GAP_MODEL, "begun")


def test_the_first_time_stays(page: Page, address: str) -> None:
    keep(page, address, {"pages": PLACES})
    page.goto(f"{address}/book/hotel-yasen.html")
    page.keyboard.press("Shift")
    scroll_to_end(page)
    page.evaluate(DRAWN)
    page.goto(f"{address}/{FRONT}")
    assert places(page)["read"]["book/hotel-yasen"] == MOMENT


def test_a_link_to_the_end_of_a_page_is_not_reading_it(
    desktop: BrowserContext, address: str
) -> None:
    page = desktop.new_page()
    page.goto(f"{address}/{CHAPTER}#further-reading")
    page.wait_for_function("scrollY > 0")
    page.evaluate(DRAWN)
    assert places(page) == {}
    page.keyboard.press("Shift")
    wait_until_read(page, GAP_MODEL)


def test_pages_for_contributors_are_not_counted(page: Page, address: str) -> None:
    page.goto(f"{address}/book/house-style.html")
    page.keyboard.press("Shift")
    scroll_to_end(page)
    page.evaluate(DRAWN)
    page.goto(f"{address}/search.html")
    assert places(page) == {}


def test_two_tabs_keep_what_both_have_read(desktop: BrowserContext, address: str) -> None:
    page, other = desktop.new_page(), desktop.new_page()
    for tab, name in ((page, TERMS), (other, "book/hotel-yasen.html")):
        tab.goto(f"{address}/{name}")
    for tab, name in ((page, "book/key-terms"), (other, "book/hotel-yasen")):
        tab.bring_to_front()
        tab.keyboard.press("Shift")
        scroll_to_end(tab)
        wait_until_read(tab, name)
    # What the other tab has kept arrives a little later.
    wait_until_read(page, "book/hotel-yasen")
    assert set(places(page)["read"]) == {"book/key-terms", "book/hotel-yasen"}


@pytest.mark.parametrize(
    "damaged",
    [
        "no JSON", "[]", "null", '"text"', '{"read": {}}', '{"version": "1"}',
        '{"version": 1, "read": ["x"], "last": {"page": 7}}',
        '{"version": 1, "read": {"book/key-terms": 5}, "last": "chapters"}',
    ],
)  # fmt: skip
def test_what_is_damaged_is_replaced(page: Page, address: str, damaged: str) -> None:
    troubles = Troubles(page)
    page.goto(f"{address}/search.html")
    page.evaluate("(text) => localStorage.setItem('servicequality/pages', text)", damaged)
    page.goto(f"{address}/{CHAPTER}")
    expect_nothing(page)
    page.keyboard.press("Shift")
    scroll_to_end(page)
    wait_until_read(page, GAP_MODEL)
    page.goto(f"{address}/{FRONT}")
    found = places(page)
    assert found["version"] == 1
    assert set(found["read"]) == {GAP_MODEL}
    assert found["last"]["page"] == GAP_MODEL
    assert troubles == []


def test_what_a_newer_edition_has_kept_is_left_alone(page: Page, address: str) -> None:
    newer = {"version": 2, "read": {"book/key-terms": MOMENT}, "last": DIAGNOSIS}
    keep(page, address, {"pages": newer})
    page.goto(f"{address}/{CHAPTER}")
    expect_nothing(page)
    page.keyboard.press("Shift")
    scroll_to_end(page)
    page.evaluate(DRAWN)
    page.goto(f"{address}/{FRONT}")
    expect_nothing(page)
    assert places(page) == newer
