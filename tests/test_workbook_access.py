"""The workbook for everyone, empty pages are seen to elsewhere: filled, asking, refusing.

axe-core, keyboard, targets, small screens, HTML, as for the other pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from servicequality.page.words import WORKBOOK as WORDS
from tests.opened import Opener, modes
from tests.test_accessibility import violations
from tests.test_focus import BACK, walk
from tests.test_html_valid import ALIVE, errors
from tests.test_page_alive import FILL
from tests.test_reflow import TOO_WIDE
from tests.test_targets import too_small
from tests.test_workbook_files import OTHER, load, payload
from tests.test_workbook_page import press
from tests.worked import WORKBOOK, keep_work, record, some_work, workbook

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 3


def fill(page: Page) -> None:
    """Work, an alias, the choice open, a sentence said, a file refused, the storage full."""
    long = record("gap-explorer", service=LONG[:60], conclusion=LONG)
    damaged = {"version": 2, "values": []}
    records = {**some_work(), "gap-explorer": long, "quiet-nights": damaged}
    keep_work(page, page.url.removesuffix(f"/{WORKBOOK}"), records)
    page.locator("[data-own=alias]").fill(LONG[:40])
    page.locator(".sq-choices summary").click()
    page.evaluate(FILL)
    load(page, payload(f"{LONG}.json", {}), payload("good.json", workbook({}, alias="")))
    expect(page.get_by_role("alert")).not_to_be_empty()
    expect(page.locator("[data-storage]")).to_be_visible()


def ask_to_erase(page: Page) -> None:
    """The question before erasing."""
    keep_work(page, page.url.removesuffix(f"/{WORKBOOK}"))
    press(page, "erase")
    expect(page.get_by_role("dialog", name=WORDS["erase_title"])).to_be_visible()


def ask_which(page: Page) -> None:
    """The question which entries to keep."""
    keep_work(page, page.url.removesuffix(f"/{WORKBOOK}"))
    load(page, payload(f"{LONG}.json", workbook(OTHER)))
    expect(page.get_by_role("dialog", name=WORDS["conflict_title"])).to_be_visible()


STATES: dict[str, Callable[[Page], None]] = {
    "filled": fill,
    "asking to erase": ask_to_erase,
    "asking which": ask_which,
}
states = pytest.mark.parametrize("state", STATES)


@modes
@states
def test_axe_core_finds_nothing(opened: Opener, mode: str, state: str) -> None:
    page = opened(WORKBOOK, mode)
    STATES[state](page)
    assert violations(page) == []


@modes
@pytest.mark.parametrize("key", BACK)
def test_the_focus_is_seen_at_every_stop(opened: Opener, mode: str, key: str) -> None:
    page = opened(WORKBOOK, mode)
    fill(page)
    assert walk(page, key) == []


@modes
@pytest.mark.parametrize("state", ["asking to erase", "asking which"])
def test_the_focus_is_seen_in_a_question(opened: Opener, mode: str, state: str) -> None:
    page = opened(WORKBOOK, mode)
    STATES[state](page)
    buttons = page.get_by_role("dialog").get_by_role("button")
    # It begins at the first.
    expect(buttons.first).to_be_focused()
    for button in buttons.all()[1:]:
        page.keyboard.press("Tab")
        expect(button).to_be_focused()
        expect(button).to_have_css("outline-style", "solid")
        expect(button).to_be_in_viewport(ratio=1)
    page.keyboard.press("Shift+Tab")
    expect(buttons.nth(-2)).to_have_css("outline-style", "solid")


@states
def test_every_target_is_large_enough(page: Page, address: str, state: str) -> None:
    page.goto(f"{address}/{WORKBOOK}")
    STATES[state](page)
    assert too_small(page) == []


@states
def test_nothing_is_wider_than_a_small_screen(small: Page, address: str, state: str) -> None:
    small.goto(f"{address}/{WORKBOOK}")
    STATES[state](small)
    assert small.evaluate(TOO_WIDE) == []
    if state != "filled":
        box = small.get_by_role("dialog").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= small.evaluate("innerWidth")


@states
def test_it_is_valid_html(page: Page, address: str, tmp_path: Path, state: str) -> None:
    page.goto(f"{address}/{WORKBOOK}")
    STATES[state](page)
    path = tmp_path / "workbook.html"
    path.write_text(page.evaluate(ALIVE).replace(f"{address}/", ""), encoding="utf-8")
    assert errors([path]) == []


@pytest.fixture
def paper(browser: Browser, address: str) -> Iterator[Page]:
    """A filled workbook as it goes to the printer."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/{WORKBOOK}")
    keep_work(page, address)
    page.emulate_media(media="print")
    yield page
    context.close()


def test_paper_is_light_and_as_wide_as_its_text(paper: Page) -> None:
    paper.evaluate("document.documentElement.dataset.theme = 'dark'")
    sheet = paper.locator("[data-document]")
    expect(sheet).to_have_css("color", "rgb(0, 0, 0)")
    expect(sheet).to_have_css("padding", "0px")
    expect(sheet).to_have_css("box-shadow", "none")
    # In a grid it would hold all rows together, and the first page would be empty.
    expect(sheet.locator(".sq-pairs dt").first).to_have_css("break-after", "auto")
    assert paper.pdf(format="A4").startswith(b"%PDF")
