"""Taking the work along from any page."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from servicequality.book.words import BOOK
from servicequality.core.workbook import read_workbook
from tests.pages import CHAPTER
from tests.progress import (
    PLACES,
    TERMS,
    WORK,
)
from tests.test_core_workbook import COURSE
from tests.test_focus import BACK, walk
from tests.worked import keep, some_work


def test_the_work_is_taken_along_in_one_tap(desktop: BrowserContext, place: str) -> None:
    page = desktop.new_page()
    keep(page, place, {**WORK, "pages": PLACES})
    page.goto(f"{place}/{TERMS}")
    with page.expect_download() as download:
        page.get_by_role("button", name=BOOK["take"]).click()
    expect(page.locator("[data-work]").get_by_role("status")).to_have_text(BOOK["taken"])
    assert re.fullmatch(r"workbook-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    text = download.value.path().read_text(encoding="utf-8")
    file = json.loads(text)
    assert text == json.dumps(file, ensure_ascii=False, indent=2) + "\n"
    assert {one["page"] for one in file["pages"]} == set(PLACES["read"])
    assert {one["id"]: one for one in file["exercises"]} == {
        name: {"id": name, **one} for name, one in some_work().items()
    }


def test_on_a_phone_it_is_in_the_contents(page: Page, address: str) -> None:
    keep(page, address, WORK)
    page.goto(f"{address}/{CHAPTER}")
    take = page.get_by_role("button", name=BOOK["take"])
    expect(take).to_be_hidden()
    page.locator("[data-menu-open]").click()
    expect(take).to_be_in_viewport(ratio=1)
    with page.expect_download():
        take.click()
    expect(page.locator("[data-work]").get_by_role("status")).to_have_text(BOOK["taken"])


@pytest.mark.parametrize("height", [900, 480])
@pytest.mark.parametrize("key", BACK)
def test_the_focus_is_seen_all_through_the_marked_contents(
    desktop: BrowserContext, address: str, height: int, key: str
) -> None:
    page = desktop.new_page()
    keep(page, address, {**WORK, "pages": PLACES})
    page.set_viewport_size({"width": 1280, "height": height})
    page.goto(f"{address}/{TERMS}")
    assert walk(page, key) == []


def test_the_keyboard_goes_from_the_contents_to_the_button(
    desktop: BrowserContext, address: str
) -> None:
    page = desktop.new_page()
    keep(page, address, {**WORK, "pages": PLACES})
    page.goto(f"{address}/{TERMS}")
    page.locator("#contents a").last.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=BOOK["take"])).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-taken]")).to_have_text(BOOK["taken"])


def test_a_damaged_record_does_not_spoil_the_file(desktop: BrowserContext, address: str) -> None:
    page = desktop.new_page()
    damaged = {"exercise/gap-model": {"version": 2, "values": []}, "exercise/gap-explorer": 7}
    keep(page, address, {**WORK, **damaged})
    page.goto(f"{address}/{TERMS}")
    with page.expect_download() as download:
        page.get_by_role("button", name=BOOK["take"]).click()
    file = json.loads(download.value.path().read_text(encoding="utf-8"))
    rest = {"sorting-board", "guess-and-compare"}
    assert {one["id"] for one in file["exercises"]} == rest
    assert {one["id"] for one in read_workbook(COURSE, file)["exercises"]} == rest
