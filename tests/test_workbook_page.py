"""The student's workbook: what it shows, what one chooses, how it follows other tabs, erasing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.exercises import find
from servicequality.page.words import WORKBOOK as WORDS
from tests.pages import Troubles
from tests.progress import ALL
from tests.questions import tab_to
from tests.test_page_alive import BLOCKED, FILL
from tests.worked import (
    ANSWER,
    PREFIX,
    WORKBOOK,
    keep,
    keep_work,
    kept,
    record,
    some_work,
)


@pytest.fixture
def empty(page: Page, place: str) -> Page:
    """The workbook of a student who has done nothing, from a server and from a file."""
    page.goto(f"{place}/{WORKBOOK}")
    return page


@pytest.fixture
def filled(page: Page, address: str) -> Page:
    """The workbook of a student who has worked."""
    keep_work(page, address)
    return page


def sheet(page: Page) -> Locator:
    """The document of the workbook."""
    return page.locator("[data-document]")


def said(page: Page) -> Locator:
    """What the page says after an action."""
    return page.get_by_role("main").get_by_role("status")


def press(page: Page, action: str) -> None:
    """Presses one of the page's buttons."""
    page.locator(f'[data-action="{action}"]').click()


def item(page: Page, label: str) -> Locator:
    """A value of the document, with its label."""
    return sheet(page).locator(".sq-pairs > div").filter(has_text=label).first


# What it shows


def test_an_empty_workbook_leads_to_the_first_exercise(empty: Page) -> None:
    expect(empty.locator("[data-beyond] h2")).to_have_text(WORDS["empty_title"])
    expect(sheet(empty)).to_be_hidden()
    for part in empty.locator("[data-exports]").all():
        expect(part).to_be_hidden()
    expect(empty.locator('[data-count="exercises"]')).to_contain_text("0 of ")
    empty.locator("[data-beyond] a").click()
    expect(empty.locator(f"#exercise-{find('quiet-nights').id}")).to_be_in_viewport()


def test_without_javascript_it_says_what_it_would_do(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / WORKBOOK).as_uri())
    assert page.locator("[data-workbook]").inner_text().strip() == WORDS["no_script"]
    context.close()


def test_exercises_stand_below_their_pages_in_the_order_of_the_course(filled: Page) -> None:
    headings = sheet(filled).locator("h2, h3, h4").all_inner_texts()
    assert headings == [
        "Workbook",
        "The five-gap model", "The model, gap by gap", "Gap explorer",
        "Question 4: Kinds of quality", "Sorting board",
        "Question 5: Gap 1", "Guess and compare",
    ]  # fmt: skip
    link = sheet(filled).get_by_role("link", name="Gap explorer")
    assert link.get_attribute("href") == "../chapters/03-five-gap-model.html#exercise-gap-explorer"


def test_what_was_entered_stands_with_its_unit_and_what_was_not_is_marked(filled: Page) -> None:
    expect(item(filled, "Expectation (E)")).to_have_text("Expectation (E)6.4")
    expect(item(filled, "Perception (P)")).to_have_text("Perception (P)4.6 (start value)")
    expect(item(filled, "Guests heard the promise")).to_contain_text("yes")
    expect(item(filled, "Share of the outcome")).to_contain_text("65 %")
    expect(item(filled, "A poster in the lobby").locator("dd")).to_have_text(
        ["functional", "societal"]
    )
    expect(item(filled, "The room is clean.")).to_have_text("The room is clean.–")
    expect(item(filled, "Scores and weights")).to_contain_text(WORDS["start_table"])


def test_a_table_shows_in_bold_what_was_changed(filled: Page) -> None:
    table = sheet(filled).locator("table").filter(has_text="What guests of Hotel Yasen want")
    night = table.locator("tr").filter(has_text="Quiet night")
    expect(night.locator("td")).to_have_text(["25", "6.5"])
    expect(night.locator("strong")).to_have_count(2)
    expect(table.locator("tr").filter(has_text="Wi-Fi").locator("td")).to_have_text(["–", "4.0"])
    expect(table.locator("tr").filter(has_text="Clear bill").locator("strong")).to_have_count(0)


def test_what_a_student_wrote_is_text_with_its_lines(filled: Page) -> None:
    answer = sheet(filled).locator(".sq-answer").last
    assert answer.evaluate("(element) => element.textContent") == ANSWER
    expect(answer).to_have_css("white-space", "pre-wrap")
    expect(sheet(filled).locator("td b")).to_have_count(0)
    expect(sheet(filled).locator("td").filter(has_text="<b>late</b> bus")).to_be_visible()


def test_own_scores_have_a_total_once_all_are_given(page: Page, address: str) -> None:
    scores = {"score_definition": "3", "score_causes": "0", "score_remedies": "1"}
    keep_work(page, address, {"guess-and-compare": record("guess-and-compare", **scores)})
    table = sheet(page).locator("table").filter(has_text=WORDS["scores"])
    expect(table.locator("tbody td").last).to_have_text("not scored yet")
    expect(table.locator("tfoot")).to_have_count(0)
    expect(sheet(page)).to_contain_text(WORDS["no_answer"])
    full = record("guess-and-compare", **scores, score_example="2")
    keep_work(page, address, {"guess-and-compare": full})
    expect(table.locator("tfoot")).to_have_text("Total6 of 12 points")


def test_drafts_are_shown_as_they_are(page: Page, address: str) -> None:
    draft = record("gap-explorer", expectation=None, perception=99.125, belief="six", pull="none")
    keep_work(page, address, {"gap-explorer": draft})
    expect(item(page, "Expectation (E)")).to_contain_text("–")
    expect(item(page, "Perception (P)")).to_contain_text("99.125")
    expect(item(page, "Belief (M)")).to_contain_text(WORDS["unreadable"])
    expect(item(page, "How far a heard")).to_contain_text(WORDS["unreadable"])


def test_records_of_the_first_edition_are_begun(page: Page, address: str) -> None:
    old = {"version": 1, "values": {"expectation": 6.9}}
    keep_work(page, address, {"gap-explorer": old})
    expect(sheet(page).locator(".sq-sheet-note").first).to_have_text("Begun")
    expect(item(page, "Expectation (E)")).to_contain_text("6.9")
    expect(item(page, "Perception (P)")).to_contain_text("4.6")


STRANGE: dict[str, Any] = {
    "gap-model": {"version": 99, "entries": "of another time"},
    "gap-explorer": {"version": 2, "values": ["a", "list"]},
    "diagnose-gaps": ["a", "list"],
    "guess-and-compare": {"version": "2", "values": {}},
}


def test_newer_and_damaged_records_are_told_and_not_touched(page: Page, address: str) -> None:
    keep_work(page, address, STRANGE)
    before = kept(page)
    notes = sheet(page).locator(".sq-sheet-note")
    expect(notes).to_have_text([WORDS["newer"], *[WORDS["damaged"]] * 3])
    page.locator(".sq-choices summary").click()
    page.get_by_role("checkbox", name="Gap explorer").uncheck()
    expect(notes).to_have_count(3)
    press(page, "choose-all")
    page.reload()
    expect(notes).to_have_count(4)
    assert {key: text for key, text in kept(page).items() if "exercise" in key} == before


def test_damaged_records_do_not_spoil_the_file(page: Page, address: str) -> None:
    keep_work(page, address, {**STRANGE, "gap-model": record("gap-model", gap="G2")})
    with page.expect_download() as download:
        press(page, "take-along")
    data = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [one["id"] for one in data["exercises"]] == ["gap-model"]


def test_what_is_kept_of_the_workbook_may_be_damaged(page: Page, address: str) -> None:
    troubles = Troubles(page)
    strange = {"alias": 7, "date": "someday", "left_out": "all"}
    keep(page, address, {"workbook": strange, "pages": {"read": "all"}})
    keep_work(page, address)
    expect(page.locator("[data-own=alias]")).to_have_value("")
    expect(sheet(page).locator("h4")).to_have_count(4)
    assert troubles == []


def test_progress_counts_exercises_and_pages(page: Page, address: str) -> None:
    read = {"chapters/03-five-gap-model": "2026-11-24T09:00:00.000Z", "gone": "2026-11-24"}
    keep(page, address, {"pages": {"version": 1, "read": read}})
    keep_work(page, address)
    counts = page.locator("[data-count]")
    expect(counts.first).to_have_text(f"2 of {ALL} exercises done, 2 begun")
    expect(counts.last).to_contain_text("1 of ")
    expect(page.locator("[data-beyond]")).to_contain_text(WORDS["not_begun"])
    expect(page.locator("[data-beyond] li")).to_have_count(ALL - 4)


def test_on_paper_there_is_the_document_alone(filled: Page) -> None:
    filled.emulate_media(media="print")
    shown = filled.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((element) => element.checkVisibility() && !element.children.length)
          .filter((element) => !element.closest("[data-document]") && element.textContent.trim())
          .map((element) => element.outerHTML)"""
    )
    assert shown == []
    expect(sheet(filled)).to_be_visible()


# Alias, date, what goes in


def test_alias_and_date_are_kept_as_they_are_typed(filled: Page) -> None:
    filled.locator("[data-own=alias]").press_sequentially("Blue <i>Heron</i>")
    filled.locator("[data-own=date]").fill("2026-12-01")
    own = json.loads(kept(filled)[f"{PREFIX}workbook"])
    assert own == {
        "version": 1, "alias": "Blue <i>Heron</i>", "date": "2026-12-01", "left_out": [],
    }  # fmt: skip
    facts = sheet(filled).locator(".sq-facts dd")
    expect(facts).to_have_text(["Blue <i>Heron</i>", "1 December 2026"])
    filled.reload()
    expect(filled.locator("[data-own=alias]")).to_have_value("Blue <i>Heron</i>")
    expect(facts).to_have_text(["Blue <i>Heron</i>", "1 December 2026"])


def test_an_alias_has_at_most_forty_characters(filled: Page) -> None:
    filled.locator("[data-own=alias]").press_sequentially("x" * 50)
    expect(filled.locator("[data-own=alias]")).to_have_value("x" * 40)


def test_what_is_left_out_is_not_shown_and_stays_left_out(page: Page, address: str) -> None:
    keep(page, address, {"workbook": {"version": 1, "left_out": ["of-another-edition"]}})
    keep_work(page, address)
    page.locator(".sq-choices summary").click()
    page.get_by_role("checkbox", name="Gap explorer").uncheck()
    expect(sheet(page).locator("h4")).to_have_count(3)
    expect(page.locator("[data-chosen]")).to_have_text(f"Choose what goes in: {ALL - 1} of {ALL}")
    own = json.loads(kept(page)[f"{PREFIX}workbook"])
    assert own["left_out"] == ["of-another-edition", "gap-explorer"]
    page.reload()
    expect(sheet(page).locator("h4")).to_have_count(3)
    page.locator(".sq-choices summary").click()
    press(page, "choose-none")
    expect(sheet(page)).to_be_hidden()
    expect(page.locator("[data-beyond]")).to_contain_text(WORDS["nothing_chosen"])
    expect(page.locator('[data-action="take-along"]')).to_be_hidden()
    press(page, "choose-all")
    expect(sheet(page).locator("h4")).to_have_count(4)
    assert json.loads(kept(page)[f"{PREFIX}workbook"])["left_out"] == ["of-another-edition"]


# Other tabs


def test_it_follows_what_another_tab_keeps(filled: Page, address: str) -> None:
    filled.locator(".sq-choices summary").click()
    other = filled.context.new_page()
    other.goto(f"{address}/{WORKBOOK}")
    other.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [f"{PREFIX}exercise/quiet-nights", json.dumps(record("quiet-nights", promise=2))],
    )
    other.locator("[data-own=alias]").fill("Heron")
    expect(sheet(filled).locator("h4").first).to_have_text("“Quiet nights, always.”")
    expect(filled.locator("[data-own=alias]")).to_have_value("Heron")
    expect(filled.locator('[data-state-of="quiet-nights"]')).not_to_have_text("not begun")
    other.evaluate("localStorage.clear()")
    expect(filled.locator("[data-beyond] h2")).to_have_text(WORDS["empty_title"])


# Erasing


def test_erasing_asks_and_cancelling_changes_nothing(filled: Page) -> None:
    before = kept(filled)
    button = filled.locator('[data-action="erase"]')
    dialog = filled.get_by_role("dialog", name=WORDS["erase_title"])
    for leave in ("Escape", "button"):
        button.click()
        expect(dialog).to_be_visible()
        if leave == "Escape":
            filled.keyboard.press("Escape")
        else:
            dialog.get_by_role("button", name=WORDS["cancel"]).click()
        expect(dialog).to_be_hidden()
        expect(button).to_be_focused()
    assert kept(filled) == before


def test_erasing_leaves_nothing_but_the_colours(filled: Page) -> None:
    filled.locator("[data-mode-switch]").click()
    filled.locator("[data-own=alias]").fill("Heron")
    marks = filled.locator("#contents [data-progress=begun]")
    expect(marks).not_to_have_count(0)
    press(filled, "erase")
    filled.get_by_role("button", name=WORDS["erase_only"]).click()
    expect(said(filled)).to_have_text(WORDS["erased"])
    expect(marks).to_have_count(0)
    expect(filled.locator("[data-own=alias]")).to_have_value("")
    expect(filled.locator("[data-beyond] h2")).to_have_text(WORDS["empty_title"])
    assert kept(filled) == {}
    assert filled.evaluate("localStorage.getItem('mode')") == "light"


def test_before_erasing_all_can_be_taken_along(filled: Page) -> None:
    filled.locator(".sq-choices summary").click()
    filled.get_by_role("checkbox", name="Gap explorer").uncheck()
    press(filled, "erase")
    with filled.expect_download() as download:
        filled.get_by_role("button", name=WORDS["erase_take"]).click()
    data = json.loads(download.value.path().read_text(encoding="utf-8"))
    # What was left out too: it would be lost.
    assert {one["id"] for one in data["exercises"]} == set(some_work())
    expect(said(filled)).to_have_text(WORDS["erased"])
    assert kept(filled) == {}


# Where the browser does not keep things


def test_a_blocked_storage_is_told(page: Page, address: str) -> None:
    troubles = Troubles(page)
    page.add_init_script(BLOCKED)
    page.goto(f"{address}/{WORKBOOK}")
    expect(page.locator("[data-storage]")).to_have_text(WORDS["storage_blocked"])
    page.locator("[data-own=alias]").fill("Heron")
    page.locator(".sq-choices summary").click()
    page.get_by_role("checkbox", name="Gap explorer").uncheck()
    expect(page.locator("[data-chosen]")).to_have_text(f"Choose what goes in: {ALL - 1} of {ALL}")
    expect(page.locator("[data-own=alias]")).to_have_value("Heron")
    press(page, "erase")
    page.get_by_role("button", name=WORDS["erase_only"]).click()
    assert troubles == []


def test_a_full_storage_is_told_and_the_work_can_be_taken_along(filled: Page) -> None:
    filled.evaluate(FILL)
    filled.reload()
    expect(filled.locator("[data-storage]")).to_have_text(WORDS["storage_full"])
    filled.locator("[data-own=alias]").fill("Heron")
    filled.locator(".sq-choices summary").click()
    filled.get_by_role("checkbox", name="Gap explorer").uncheck()
    expect(sheet(filled).locator("h4")).to_have_count(3)
    with filled.expect_download() as download:
        press(filled, "take-along")
    data = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert data["alias"] == "Heron"
    assert len(data["exercises"]) == 3
    press(filled, "erase")
    filled.get_by_role("button", name=WORDS["erase_only"]).click()
    expect(filled.locator("[data-storage]")).to_be_hidden()


# By keyboard alone


def test_done_from_start_to_end_by_keyboard(filled: Page) -> None:
    page = filled
    tab_to(page, "[data-own=alias]")
    page.keyboard.type("Heron")
    tab_to(page, '[data-action="take-along"]')
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("workbook-Heron-")
    tab_to(page, "[data-load]")
    tab_to(page, '[data-action="erase"]')
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    # The focus stays among the buttons of the question.
    for _ in range(6):
        page.keyboard.press("Tab")
        inside = (
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert page.evaluate(inside)
    page.keyboard.press("Escape")
    expect(page.locator('[data-action="erase"]')).to_be_focused()
    tab_to(page, ".sq-choices summary")
    page.keyboard.press("Enter")
    tab_to(page, "#workbook-choice-gap-explorer")
    page.keyboard.press("Space")
    expect(sheet(page).locator("h4")).to_have_count(3)
    tab_to(page, "[data-document] h4 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/03-five-gap-model.html#exercise-gap-model")


# Its texts


def test_every_text_of_the_page_has_a_use(site: Path) -> None:
    page = BeautifulSoup((site / WORKBOOK).read_text(encoding="utf-8"), "html.parser")
    payload = json.loads(page.select_one("[data-workbook-payload]").get_text())
    scripts = Path(__file__).parents[1].joinpath("servicequality/page")
    sources = [*scripts.glob("runtime/workbook/*.js"), scripts / "workbook.py"]
    code = "".join(path.read_text(encoding="utf-8") for path in sources)
    computed = {f"state_{state}" for state in ("open", "begun", "done", "newer", "damaged")}
    computed |= {"alias_hint", "date_hint", "erase_title", "conflict_title"}
    unused = [key for key in WORDS if key not in computed and f".{key}" not in code
              and f'"{key}"' not in code and f"{key}:" not in code]  # fmt: skip
    # Named by the state of a record.
    assert set(unused) <= {"done", "begun", "newer", "damaged"}
    assert set(WORDS) <= set(payload["strings"])
