"""How far students are, as the contents and the front page show it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from servicequality.book.words import BOOK
from tests.opened import Opener, modes, on_phone
from tests.pages import CHAPTER, Troubles, bring_to_life, touch
from tests.practised import IDS, TOPIC, topic_record
from tests.progress import (
    ALL,
    ALL_DONE,
    COUNT,
    DRAWN,
    FRONT,
    GAP_MODEL,
    MOMENT,
    PLACES,
    QUESTION,
    TERMS,
    WORK,
    expect_nothing,
    expect_state,
    put,
    scroll_to_end,
)
from tests.test_accessibility import violations
from tests.test_focus import walk
from tests.test_page_alive import BLOCKED, NO_ROOM
from tests.test_reflow import TOO_WIDE
from tests.test_targets import too_small
from tests.worked import keep


def test_who_has_entered_nothing_sees_nothing(page: Page, place: str) -> None:
    troubles = Troubles(page)
    for name in (CHAPTER, FRONT):
        page.goto(f"{place}/{name}")
        page.evaluate(DRAWN)
        if name == CHAPTER:
            expect_nothing(page)
    assert troubles == []


def test_the_contents_show_what_is_open_begun_and_done(desktop: BrowserContext, place: str) -> None:
    page = desktop.new_page()
    keep(page, place, {**WORK, "pages": PLACES})
    page.goto(f"{place}/{TERMS}")
    # Done and begun exercises in it; read, not worked on; done, not read; read, nothing to do.
    expect_state(page, GAP_MODEL, "begun")
    expect_state(page, QUESTION, "begun")
    expect_state(page, "exercises/q5-gap-one", "begun")
    expect_state(page, "book/hotel-yasen", "done")
    expect_state(page, "exercises/q7-satisfied-staff", "open")
    # What nobody works through has no mark.
    expect(page.locator("#contents a:not([data-page]) .sq-page-state")).to_have_count(0)
    work = page.locator("[data-work]")
    expect(work).to_be_visible()
    expect(work.locator("[data-course-count]")).to_have_text(COUNT)
    assert work.locator("progress").evaluate("({ value, max }) => [value, max]") == [2, ALL]


def test_a_page_is_done_when_it_was_read_and_its_exercises_are_done(
    page: Page, address: str
) -> None:
    *first, last = ALL_DONE
    keep(page, address, {name: ALL_DONE[name] for name in first})
    # Its self-checks count too: test_workbook_practice.py.
    keep(page, address, {f"self-check/{TOPIC}": topic_record(dict.fromkeys(IDS, "right"))})
    keep(page, address, {"pages": {"version": 1, "read": {GAP_MODEL: MOMENT}}})
    page.reload()
    expect_state(page, GAP_MODEL, "begun")
    put(page, **{last: ALL_DONE[last]})
    page.reload()
    expect_state(page, GAP_MODEL, "done")


def test_marks_are_part_of_the_names_of_links(desktop: BrowserContext, address: str) -> None:
    page = desktop.new_page()
    keep(page, address, {**WORK, "pages": PLACES})
    page.reload()
    contents = page.get_by_role("navigation", name=BOOK["contents"])
    for name in (r"Hotel Yasen\s?, done", r"The five-gap model\s?, begun", "Question 4: .*quality"):
        expect(contents.get_by_role("link", name=re.compile(f"^{name}"))).to_have_count(1)
    expect(contents.get_by_role("link", name=re.compile("Question 7.*,"))).to_have_count(0)


def test_entries_of_an_older_or_a_newer_edition_are_work_begun(page: Page, address: str) -> None:
    old = {"version": 1, "values": {"gap": "G3"}}
    newer = {"version": 9, "progress": "done"}
    keep(page, address, {"exercise/recovery-analyser": old, "exercise/sorting-board": newer})
    page.reload()
    expect_state(page, QUESTION, "begun")
    expect_state(page, "exercises/q4-kinds-of-quality", "begun")
    expect(page.locator("[data-course-count]").first).to_have_text(
        BOOK["count"].format(done=0, all=ALL)
    )


def test_marks_follow_what_is_done_on_the_page(desktop: BrowserContext, place: str) -> None:
    page = desktop.new_page()
    page.goto(f"{place}/{CHAPTER}")
    expect_nothing(page)
    touch(bring_to_life(page), "expectation", "ArrowLeft")
    expect_state(page, GAP_MODEL, "begun")
    expect_state(page, QUESTION, "open")
    expect(page.locator("[data-work]")).to_be_visible()


def test_marks_follow_what_another_tab_does(desktop: BrowserContext, address: str) -> None:
    page, other = desktop.new_page(), desktop.new_page()
    page.goto(f"{address}/{TERMS}")
    expect_nothing(page)
    keep(other, address, WORK)
    expect_state(page, "exercises/q5-gap-one", "begun")
    expect(page.locator("[data-course-count]").first).to_have_text(COUNT)
    other.evaluate("localStorage.clear()")
    expect_nothing(page)


def test_marks_and_card_are_brought_up_to_date_when_one_comes_back(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/{FRONT}")
    put(page, **WORK, pages=PLACES)
    expect(page.locator(".sq-continue")).to_have_count(0)
    # As browsers tell it that keep a page in memory; the one of the tests keeps none.
    come_back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    for _ in range(2):
        page.evaluate(come_back)
        expect_state(page, "exercises/q5-gap-one", "begun")
        expect(page.locator(".sq-continue [data-course-count]")).to_have_text(COUNT)


# Where the browser gives nothing


@pytest.mark.parametrize("name", [FRONT, CHAPTER, "search.html"])
def test_a_blocked_storage_shows_nothing_and_breaks_nothing(
    page: Page, place: str, name: str
) -> None:
    troubles = Troubles(page)
    page.add_init_script(BLOCKED)
    page.goto(f"{place}/{name}")
    page.keyboard.press("Shift")
    scroll_to_end(page)
    page.evaluate(DRAWN)
    expect_nothing(page)
    # The page works.
    page.locator("[data-menu-open]").click()
    expect(page.locator("[data-menu-close]")).to_be_focused()
    assert troubles == []


def test_a_full_storage_is_not_told_here(page: Page, address: str) -> None:
    troubles = Troubles(page)
    page.goto(f"{address}/{CHAPTER}")
    page.evaluate(f"() => {{ {NO_ROOM} }}")
    page.keyboard.press("Shift")
    scroll_to_end(page)
    page.evaluate(DRAWN)
    page.goto(f"{address}/{FRONT}")
    expect_nothing(page)
    assert troubles == []


def test_without_scripts_nothing_is_shown(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/{FRONT}")
        expect_nothing(page)
        expect(page.locator("[data-course-count]").first).to_be_hidden()


# For everyone


@modes
def test_marks_and_card_break_no_rule(opened: Opener, address: str, mode: str) -> None:
    page = opened("search.html", mode)
    keep(page, address, {**WORK, "pages": PLACES})
    page.goto(f"{address}/{FRONT}")
    expect(page.locator(".sq-continue")).to_be_visible()
    assert violations(page) == []
    assert walk(page, "Tab") == []
    if on_phone(page):
        assert too_small(page) == []
        page.locator("[data-menu-open]").click()
        expect(page.locator("[data-menu-close]")).to_be_focused()
    page.get_by_role("button", name=BOOK["take"]).click()
    expect(page.locator("[data-taken]")).not_to_be_empty()
    assert violations(page) == []
    assert too_small(page) == []
    assert walk(page, "Tab") == []


def test_marks_and_card_fit_where_there_is_little_room(small: Page, address: str) -> None:
    keep(small, address, {**WORK, "pages": PLACES})
    small.goto(f"{address}/{FRONT}")
    expect(small.locator(".sq-continue")).to_be_visible()
    assert small.evaluate(TOO_WIDE) == []
    small.locator("[data-menu-open]").click()
    expect(small.get_by_role("button", name=BOOK["take"])).to_be_visible()
    assert small.evaluate(TOO_WIDE) == []
