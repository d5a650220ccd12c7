"""The front page leads those who come back to where they were."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from servicequality.book.words import BOOK
from tests.pages import CHAPTER, Troubles
from tests.progress import (
    COUNT,
    FRONT,
    GAP_MODEL,
    PLACES,
    QUESTION,
    TERMS,
    WORK,
    expect_state,
    jump_to,
    places,
    put,
)
from tests.worked import keep

# What has moved on the page since it was opened, as browsers reckon it.
MOVED = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(
    list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
  )).observe({ type: "layout-shift", buffered: true });
  // It is not called where nothing has moved.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(0))));
})"""


def test_the_front_page_leads_back_to_where_one_was(desktop: BrowserContext, place: str) -> None:
    page = desktop.new_page()
    keep(page, place, WORK)
    page.goto(f"{place}/{CHAPTER}")
    jump_to(page, "exercise-diagnose-gaps")
    title = page.locator("#exercise-diagnose-gaps-title").inner_text()
    page.goto(f"{place}/{FRONT}")
    card = page.locator(".sq-continue")
    expect(card.locator("[data-course-count]")).to_have_text(COUNT)
    way = card.get_by_role("link", name=BOOK["continue"])
    expect(way).to_have_text(f"{BOOK['continue']} The five-gap model {title}")
    expect(way).to_have_attribute("href", f"{CHAPTER}#exercise-diagnose-gaps")
    way.click()
    expect(page).to_have_url(f"{place}/{CHAPTER}#exercise-diagnose-gaps")
    expect(page.locator("#exercise-diagnose-gaps")).to_be_in_viewport()
    page.go_back()
    card.get_by_role("link", name=BOOK["workbook"]).click()
    expect(page).to_have_url(f"{place}/book/workbook.html")


def test_at_the_top_of_a_page_no_section_is_named(page: Page, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    page.goto(f"{address}/{FRONT}")
    way = page.get_by_role("link", name=BOOK["continue"])
    expect(way).to_have_attribute("href", CHAPTER)
    expect(way).to_have_text(f"{BOOK['continue']} The five-gap model", use_inner_text=True)
    # Nothing was begun yet, so nothing is counted.
    expect(page.locator(".sq-continue [data-course-count]")).to_be_hidden()


def test_the_lecture_view_is_a_place_too(desktop: BrowserContext, address: str) -> None:
    page = desktop.new_page()
    page.goto(f"{address}/{CHAPTER}#exercise-gap-explorer?lecture")
    expect(page.locator("html")).to_have_attribute("data-lecture", "gap-explorer")
    page.goto(f"{address}/{FRONT}")
    assert places(page)["last"]["anchor"] == "exercise-gap-explorer"


def test_what_is_looked_up_in_between_does_not_take_the_place_of_work(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/{TERMS}")
    page.goto(f"{address}/{FRONT}")
    assert places(page)["last"]["page"] == "book/key-terms"
    for name in (CHAPTER, TERMS, FRONT, "search.html"):
        page.goto(f"{address}/{name}")
    assert places(page)["last"]["page"] == GAP_MODEL


def test_a_hidden_tab_has_kept_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    jump_to(page, "what-critics-say")
    hide = """() => {
      Object.defineProperty(document, "hidden", { value: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(hide)
    assert places(page)["last"] == {
        "page": GAP_MODEL, "anchor": "what-critics-say", "title": "What critics say",
    }  # fmt: skip


@pytest.mark.parametrize(
    "last",
    [
        {"page": "chapters/gone", "anchor": "", "title": ""},
        {"page": 7, "anchor": "", "title": ""},
        {"page": GAP_MODEL, "anchor": {}, "title": ""},
        "chapters",
    ],
)
def test_a_place_that_is_not_there_is_not_offered(page: Page, address: str, last: Any) -> None:
    troubles = Troubles(page)
    keep(page, address, {"pages": {**PLACES, "last": last}})
    page.goto(f"{address}/{FRONT}")
    expect_state(page, QUESTION, "begun")
    expect(page.locator(".sq-continue")).to_have_count(0)
    # Exercises begun are shown without a place too.
    put(page, **WORK)
    page.reload()
    expect(page.locator(".sq-continue [data-course-count]")).to_have_text(COUNT)
    expect(page.locator("[data-continue-link]")).to_have_count(0)
    assert troubles == []


def test_a_place_is_a_text_whatever_it_holds(page: Page, address: str) -> None:
    odd = {"page": GAP_MODEL, "anchor": '"><img src=x>?lecture', "title": "<b>bold</b>"}
    keep(page, address, {"pages": {**PLACES, "last": odd}})
    page.goto(f"{address}/{FRONT}")
    way = page.get_by_role("link", name=BOOK["continue"])
    expect(way).to_contain_text("<b>bold</b>")
    expect(way).to_have_attribute("href", f"{CHAPTER}#%22%3E%3Cimg%20src%3Dx%3E%3Flecture")


@pytest.mark.parametrize("returning", [False, True])
@pytest.mark.parametrize("width", [375, 1280])
def test_the_card_moves_nothing(
    browser: Browser, address: str, width: int, returning: bool
) -> None:
    with browser.new_context(viewport={"width": width, "height": 812}) as context:
        page = context.new_page()
        if returning:
            keep(page, address, {**WORK, "pages": PLACES})
        held: list[Route] = []
        page.route(re.compile(r"/site-\w+\.js"), lambda route: held.append(route))
        page.goto(f"{address}/{FRONT}", wait_until="commit")
        # The worst case: the page is drawn before its script comes.
        page.wait_for_function(
            "performance.getEntriesByName('first-contentful-paint').length > 0"
            " && document.querySelector('footer')"
        )
        before = page.locator(".sq-begin a").evaluate("(link) => link.getBoundingClientRect().top")
        held[0].continue_()
        page.wait_for_load_state("load")
        expect(page.locator(".sq-continue")).to_have_count(1 if returning else 0)
        after = page.locator(".sq-begin a").evaluate("(link) => link.getBoundingClientRect().top")
        assert abs(after - before) < 1
        assert page.evaluate(MOVED) < 0.02
