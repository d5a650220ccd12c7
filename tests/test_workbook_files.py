"""Files that are loaded into the workbook: refused with a reason, asked about, or kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from servicequality.core.workbook import FILE_VERSION
from servicequality.i18n.interface import INTERFACE
from servicequality.page.words import WORKBOOK as WORDS
from tests.pages import Troubles
from tests.test_page_alive import BLOCKED, FILL
from tests.test_workbook_page import press, said, sheet
from tests.worked import (
    PREFIX,
    WORKBOOK,
    as_browsers_write,
    file_text,
    keep,
    keep_work,
    kept,
    record,
    some_work,
    with_cells,
    workbook,
)

NAME = "handed-in.json"
TITLE = "Gap explorer"


def with_record(**changed: Any) -> dict[str, Any]:
    """A workbook file with one record, parts of which are changed."""
    return workbook({"gap-explorer": {**record("gap-explorer"), **changed}})


def with_value(name: str, value: Any) -> dict[str, Any]:
    """A workbook file in which one value of an exercise is another."""
    return with_record(values={**record("gap-explorer")["values"], name: value})


def deep(levels: int) -> str:
    """JSON of lists within each other."""
    return "[" * levels + "]" * levels


def told(key: str, **words: Any) -> str:
    """What the page says of a file that it refuses."""
    message = INTERFACE[key].format(**words)
    return WORDS["refused"].format(file=NAME, message=message)


def about_value(key: str, label: str = "Expectation (E)", **words: Any) -> str:
    """What the page says of a file with a value that no form can hold."""
    message = INTERFACE["file_value"].format(title=TITLE)
    why = INTERFACE[key].format(label=label, **words)
    return WORDS["refused"].format(file=NAME, message=f"{message} {why}")


GOOD = file_text(with_record())
OVER_AND_OVER = {**with_record(), "exercises": with_record()["exercises"] * 2}

# By what is wrong with them: the file, and what the page says.
DAMAGED: dict[str, tuple[Any, str]] = {
    "empty": ("", told("file_not_json")),
    "truncated": (GOOD[: len(GOOD) // 2], told("file_not_json")),
    "without its last character": (GOOD.rstrip()[:-1], told("file_not_json")),
    "not JSON": ("Dear teacher, this is my workbook.", told("file_not_json")),
    "a page": ("<!DOCTYPE html><title>Sign in</title>", told("file_not_json")),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
                  told("file_not_json")),
    "a number that JSON does not have": (GOOD.replace("4.6", "NaN"), told("file_not_json")),
    "100,000 levels deep": (deep(100_000), told("file_not_json")),
    "deep inside": (GOOD.replace("4.6", deep(50_000)), told("file_not_json")),
    "a list": ([with_record()], told("file_foreign")),
    "a text": ("A text.", told("file_foreign")),
    "nothing": (None, told("file_foreign")),
    "of another program": ({"format": "notebook", "cells": []}, told("file_foreign")),
    "without a format": ({"version": 1, "exercises": []}, told("file_foreign")),
    "newer": (workbook({}, version=FILE_VERSION + 1), told("file_newer")),
    "older": (workbook({}, version=0), told("file_older")),
    "with a version in words": (workbook({}, version="1"), told("file_damaged")),
    "with more parts": (workbook({}, grade=6), told("file_damaged")),
    "without exercises": ({key: value for key, value in with_record().items()
                           if key != "exercises"}, told("file_damaged")),
    "with exercises by name": (workbook({}, exercises={"gap-explorer": {}}), told("file_damaged")),
    "with an exercise without an id": (workbook({}, exercises=[{"values": {}}]),
                                       told("file_damaged")),
    "with pages that are none": (workbook({}, pages=["index"]), told("file_damaged")),
    "with a moment that is none": (workbook({}, pages=[{"page": "index", "read": "today"}]),
                                   told("file_damaged")),
    "with a prototype": (GOOD.replace('"alias"', '"__proto__": {"alias": "x"}, "alias"'),
                         told("file_damaged")),
    "with a constructor": (GOOD.replace('"alias"', '"constructor": {"prototype": {}}, "alias"'),
                           told("file_damaged")),
    "with a long alias": (workbook({}, alias="x" * 41), told("file_alias", maximum=40)),
    "with an alias of two lines": (workbook({}, alias="a\nb"), told("file_alias", maximum=40)),
    "without an alias": (workbook({}, alias=None), told("file_alias", maximum=40)),
    "with a bad date": (workbook({}, date="24.11.2026"), told("file_date")),
    "with an exercise twice": (OVER_AND_OVER, told("file_repeats", title=TITLE)),
    "with a newer record": (with_record(version=3), told("file_newer")),
    "with a record without values": (with_record(values=None), told("file_record", title=TITLE)),
    "with values in a list": (with_record(values=[1, 2]), told("file_record", title=TITLE)),
    "with a record of no version": (with_record(version=None), told("file_record", title=TITLE)),
    "with a change at no time": (with_record(changed="yesterday"),
                                 told("file_record", title=TITLE)),
    "with a slider that holds a text": (with_value("expectation", "high"),
                                        about_value("not_a_number")),
    "with a slider that holds a tick": (with_value("expectation", True),
                                        about_value("not_a_number")),
    "with a slider without end": (GOOD.replace("4.6", "1e999"),
                                  about_value("not_a_number", "Perception (P)")),
    "with a tick that is a word": (
        with_value("promise_heard", "yes"),
        about_value("not_yes_or_no", "Guests heard the promise before they came"),
    ),
    "with a text that is a list": (with_value("service", ["Check-in"]),
                                   about_value("not_text", "Service you rate")),
    "with a choice that is a number": (
        with_value("pull", 1),
        about_value("not_an_option", "How far a heard promise lifts expectations"),
    ),
    "with a text without end": (
        with_value("service", "x" * 100_001),
        about_value("too_long", "Service you rate", length="100,001", maximum="100,000"),
    ),
    "of 50 MB": (" " * 50_000_000, told("file_too_large")),
}  # fmt: skip


@pytest.fixture(scope="module")
def loading(browser: Browser, address: str) -> Iterator[Page]:
    """One page with some work, into which many files are loaded."""
    context = browser.new_context(viewport={"width": 375, "height": 812})
    page = context.new_page()
    keep(page, address, {"workbook": {"version": 1, "alias": "Heron", "left_out": ["gap-model"]}})
    keep_work(page, address)
    yield page
    context.close()


def written(path: Path, content: Any) -> Path:
    """A file with this content: bytes, a text that is JSON or not, or data."""
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else file_text(content))
    return path


def load(page: Page, *files: Path | FilePayload) -> None:
    """Chooses files to load."""
    page.locator("[data-load]").set_input_files(list(files))


def payload(name: str, data: Any) -> FilePayload:
    """Data as a file to load."""
    return {"name": name, "mimeType": "application/json", "buffer": file_text(data).encode()}


@pytest.mark.parametrize("fault", DAMAGED)
def test_a_file_that_cannot_be_used_changes_nothing(
    loading: Page, tmp_path: Path, fault: str
) -> None:
    content, message = DAMAGED[fault]
    if fault == "a text":
        content = json.dumps(content)
    before, document = kept(loading), sheet(loading).inner_text()
    troubles = Troubles(loading)
    load(loading, written(tmp_path / NAME, content))
    expect(loading.get_by_role("alert")).to_have_text(message, timeout=30_000)
    expect(said(loading)).to_be_empty()
    assert kept(loading) == before
    assert sheet(loading).inner_text() == document
    assert loading.evaluate("({}).alias") is None
    assert troubles == []


def test_each_fault_has_a_message_that_fits() -> None:
    assert len(DAMAGED) >= 15
    assert len({message for _content, message in DAMAGED.values()}) >= 15


def test_keys_of_javascript_are_left_out_of_values(page: Page, address: str) -> None:
    text = GOOD.replace('"expectation"', '"__proto__": {"perception": 1}, "constructor": 2, '
                                         '"expectation"')  # fmt: skip
    page.goto(f"{address}/{WORKBOOK}")
    load(page, {"name": NAME, "mimeType": "application/json", "buffer": text.encode()})
    names = f"“__proto__” ({TITLE}), “constructor” ({TITLE})"
    expected = WORDS["left_out"].format(file=NAME, names=names)
    expect(page.get_by_role("alert")).to_have_text(expected)
    found = json.loads(kept(page)[f"{PREFIX}exercise/gap-explorer"])
    assert found["values"] == record("gap-explorer")["values"]


# Files that can be used


def test_a_file_is_kept_and_shown(page: Page, place: str) -> None:
    page.goto(f"{place}/{WORKBOOK}")
    load(page, payload(NAME, workbook(some_work())))
    expect(said(page)).to_have_text(WORDS["loaded"].format(files=NAME))
    expect(sheet(page).locator("h4")).to_have_count(4)
    expect(page.locator("[data-own=alias]")).to_have_value("Blue Heron")
    expect(page.locator("[data-own=date]")).to_have_value("2026-11-24")
    expect(page.get_by_role("alert")).to_be_empty()
    # The same file once more: nothing to ask.
    load(page, payload(NAME, workbook(some_work())))
    expect(said(page)).to_have_text(WORDS["loaded"].format(files=NAME))


def test_several_files_are_loaded_one_after_another(page: Page, address: str) -> None:
    page.goto(f"{address}/{WORKBOOK}")
    files = [payload(f"{name}.json", workbook({name: found}, alias=""))
             for name, found in some_work().items()]  # fmt: skip
    bad: FilePayload = {"name": "b.json", "mimeType": "application/json", "buffer": b"{"}
    load(page, files[0], bad, *files[1:])
    names = ", ".join(f"{name}.json" for name in some_work())
    expect(said(page)).to_have_text(WORDS["loaded"].format(files=names))
    refused = WORDS["refused"].format(file="b.json", message=INTERFACE["file_not_json"])
    expect(page.get_by_role("alert")).to_have_text(refused)
    expect(sheet(page).locator("h4")).to_have_count(4)


def test_an_alias_of_ones_own_is_not_taken_away_by_a_file_without_one(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/{WORKBOOK}")
    page.locator("[data-own=alias]").fill("Heron")
    load(page, payload(NAME, workbook({"gap-model": record("gap-model", gap="G2")}, alias="")))
    expect(said(page)).not_to_be_empty()
    expect(page.locator("[data-own=alias]")).to_have_value("Heron")


def test_what_this_edition_does_not_have_is_told(page: Page, address: str) -> None:
    page.goto(f"{address}/{WORKBOOK}")
    strange = {"version": 2, "changed": None, "progress": "done", "values": {}}
    other = record("gap-explorer", pull="twice", weather=1)
    load(page, payload(NAME, workbook({"gone": strange, "gap-explorer": other})))
    label = "How far a heard promise lifts expectations"
    names = f"“gone”, “{label}” ({TITLE}), “weather” ({TITLE})"
    expected = WORDS["left_out"].format(file=NAME, names=names)
    expect(page.get_by_role("alert")).to_have_text(expected)
    expect(said(page)).to_have_text(WORDS["loaded"].format(files=NAME))


def test_a_file_of_the_first_edition_is_brought_up_to_date(page: Page, address: str) -> None:
    page.goto(f"{address}/{WORKBOOK}")
    old = {"version": 1, "values": record("gap-model", gap="G4")["values"]}
    load(page, payload(NAME, workbook({"gap-model": old})))
    expect(said(page)).not_to_be_empty()
    found = json.loads(kept(page)[f"{PREFIX}exercise/gap-model"])
    assert found == {**record("gap-model", gap="G4"), "changed": None}


@pytest.mark.parametrize("value", [6.3, 2.675, 0.1 + 0.2, 1e-7, 123456789.125, 5, -0.5, None])
def test_numbers_come_back_as_they_were(page: Page, address: str, value: float | None) -> None:
    page.goto(f"{address}/{WORKBOOK}")
    ratings = with_cells("guess-and-compare", "ratings", wifi={"expected": value})
    found = workbook({"guess-and-compare": record("guess-and-compare", ratings=ratings)})
    load(page, payload(NAME, found))
    expect(said(page)).not_to_be_empty()
    with page.expect_download() as download:
        press(page, "take-along")
    again = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert again == as_browsers_write(found)


# Where a file meets other entries


OTHER = {
    "gap-explorer": record("gap-explorer", expectation=2.5),
    "chain-simulator": record("chain-simulator", internal=55),
}


@pytest.fixture
def asked(page: Page, address: str) -> Page:
    """The workbook, asking which entries to keep."""
    keep(page, address, {"workbook": {"version": 1, "alias": "Mine", "date": "2026-01-01"}})
    keep_work(page, address)
    # Whoever chooses a file comes from there.
    page.locator("[data-load]").focus()
    load(page, payload(NAME, workbook(OTHER)))
    dialog = page.get_by_role("dialog", name=WORDS["conflict_title"])
    expect(dialog).to_be_visible()
    expect(dialog.locator("[data-text]")).to_have_text(WORDS["conflict"].format(file=NAME))
    expect(dialog.locator("li")).to_have_text([TITLE])
    return page


def answer(page: Page, key: str) -> None:
    """Presses a button of the dialog."""
    page.get_by_role("dialog").get_by_role("button", name=WORDS[key]).click()


def values(page: Page, exercise_id: str) -> dict[str, Any]:
    """What the browser keeps of an exercise's values."""
    found: dict[str, Any] = json.loads(kept(page)[f"{PREFIX}exercise/{exercise_id}"])["values"]
    return found


def test_the_entries_of_the_file_can_be_used(asked: Page) -> None:
    answer(asked, "use_file")
    expect(said(asked)).to_have_text(WORDS["loaded"].format(files=NAME))
    assert values(asked, "gap-explorer")["expectation"] == 2.5
    assert values(asked, "chain-simulator")["internal"] == 55
    expect(asked.locator("[data-own=alias]")).to_have_value("Blue Heron")


def test_own_entries_can_be_kept_and_the_rest_added(asked: Page) -> None:
    answer(asked, "keep_mine")
    expect(said(asked)).to_have_text(WORDS["loaded_rest"].format(files=NAME))
    assert values(asked, "gap-explorer")["expectation"] == 6.4
    assert values(asked, "chain-simulator")["internal"] == 55
    expect(asked.locator("[data-own=alias]")).to_have_value("Mine")
    expect(asked.locator("[data-own=date]")).to_have_value("2026-01-01")


@pytest.mark.parametrize("how", ["button", "Escape"])
def test_loading_can_be_cancelled(asked: Page, how: str) -> None:
    before = kept(asked)
    if how == "Escape":
        asked.keyboard.press("Escape")
    else:
        answer(asked, "cancel")
    expect(said(asked)).to_have_text(WORDS["load_cancelled"].format(files=NAME))
    assert kept(asked) == before
    expect(asked.locator("[data-load]")).to_be_focused()


# Where the browser does not help


def test_a_file_for_which_there_is_no_room_changes_nothing(page: Page, address: str) -> None:
    keep_work(page, address)
    page.evaluate(FILL)
    before = kept(page)
    load(page, payload(NAME, workbook({"chain-simulator": record("chain-simulator", reward=5)})))
    refused = WORDS["refused"].format(file=NAME, message=WORDS["load_no_room"])
    expect(page.get_by_role("alert")).to_have_text(refused)
    assert kept(page) == before


def test_a_file_that_the_browser_does_not_let_the_page_keep_is_told(
    page: Page, address: str
) -> None:
    page.add_init_script(BLOCKED)
    page.goto(f"{address}/{WORKBOOK}")
    load(page, payload(NAME, workbook(some_work())))
    refused = WORDS["refused"].format(file=NAME, message=WORDS["load_blocked"])
    expect(page.get_by_role("alert")).to_have_text(refused)


def test_where_python_does_not_start_loading_says_so(page: Page, address: str) -> None:
    keep_work(page, address)
    before = kept(page)
    page.route("**/micropython-*.js", lambda route: route.abort())
    load(page, payload(NAME, workbook(some_work())))
    refused = WORDS["refused"].format(file=NAME, message=WORDS["load_failed"])
    expect(page.get_by_role("alert")).to_have_text(refused)
    assert kept(page) == before
