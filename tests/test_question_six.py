"""Discussion question 6 from start to end by keyboard alone, and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.pages import bring_to_life, output
from tests.questions import tab_to, text_without_scripts
from tests.test_page_bad_input import messages

QUESTION = "promise-audit"
PAGE = "exercises/q6-gap-four.html"
FIELD = f"#sq-{QUESTION}-"
ANSWER = (
    "The website of the restaurant promised a table by the window. We sat beside the kitchen door, "
    "and nobody had asked the kitchen. "
) * 6


@pytest.fixture
def question(page: Page, place: str) -> Locator:
    """The exercise of question 6, alive, from a server and from a file."""
    page.goto(f"{place}/{PAGE}")
    return bring_to_life(page, QUESTION)


def fill_cell(page: Page, row: str, column: str, text: str) -> None:
    """Goes to a cell by the Tab key and writes into it."""
    tab_to(page, f"[data-row={row}] [data-column={column}]")
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def test_done_from_start_to_end_by_keyboard(question: Locator) -> None:
    page = question.page
    expect(output(question, "index")).to_contain_text("1.7 points")
    # A case of one's own.
    tab_to(page, f"{FIELD}case-supplied")
    page.keyboard.press("ArrowRight")
    expect(output(question, "case_note")).to_contain_text("Put your own promises into the rows")
    # One row goes, one comes and is filled.
    tab_to(page, "[data-row=p1] [data-action=remove-row]")
    page.keyboard.press("Enter")
    expect(output(question, "fours").locator("tbody tr")).to_have_count(3)
    tab_to(page, "[data-action=add-row]")
    page.keyboard.press("Enter")
    expect(question.locator("[data-row=p1] [data-column=text]")).to_be_focused()
    page.keyboard.type("A table by the window.")
    fill_cell(page, "p1", "promised", "6.5")
    fill_cell(page, "p1", "delivered", "2")
    fill_cell(page, "p1", "importance", "40")
    first = output(question, "fours").locator("tbody tr").first
    expect(first).to_have_text("1A table by the window.−4.5")
    kinds = output(question, "kinds")
    expect(kinds.locator("[data-state=gap_4_unknown]")).to_contain_text("Promise 1")
    # With the standard, gap 3 is known as well.
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(kinds.locator("[data-state=both]")).to_have_count(2)
    # The guest.
    tab_to(page, f"{FIELD}price")
    page.keyboard.press("Home")
    expect(output(question, "money")).to_contain_text("the price is 0")
    tab_to(page, f"{FIELD}pull")
    page.keyboard.press("Home")
    expect(output(question, "lesson")).to_contain_text("The promises lift nothing")
    page.keyboard.press("End")
    # The promise rewritten.
    tab_to(page, f"{FIELD}new_text")
    page.keyboard.press("Control+A")
    page.keyboard.type("A table in the room that you choose.")
    tab_to(page, f"{FIELD}new_level")
    page.keyboard.press("Home")
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    expect(output(question, "rewrite")).to_contain_text("a promise that can be kept")
    expect(output(question, "other_gap")).to_contain_text("Gap 3 stays as it is.")
    expect(output(question, "wording")).to_contain_text("rate the promise at 2.0")
    for tick in ("absolute", "measurable"):
        tab_to(page, f"{FIELD}{tick}")
        page.keyboard.press("Space")
    expect(output(question, "wording")).to_contain_text("clear, modest and can be checked")
    tab_to(page, f"{FIELD}response")
    page.keyboard.press("End")
    expect(output(question, "trade")).to_contain_text("32 of 100 guests still book")
    # Causes and remedies: a right one and a wrong one of each.
    for cause in ("photographs", "untrained"):
        tab_to(page, f"input[value={cause}]")
        page.keyboard.press("Space")
    tab_to(page, f"{FIELD}check_causes")
    page.keyboard.press("Space")
    checked = output(question, "causes_checked")
    expect(checked.locator("[data-state=right]")).to_contain_text("A photograph is a promise too.")
    expect(checked.locator("[data-state=wrong]")).to_contain_text("That is Gap 3.")
    expect(checked.locator("[data-state=missed]")).to_have_count(4)
    for remedy in ("sign_off", "plan_peaks"):
        tab_to(page, f"input[value={remedy}]")
        page.keyboard.press("Space")
    tab_to(page, f"{FIELD}check_remedies")
    page.keyboard.press("Space")
    treated = output(question, "remedies_checked")
    expect(treated.locator("[data-state=wrong]")).to_contain_text("This works on Gap 3.")
    expect(treated.locator("[data-state=untreated]")).to_contain_text("six years old")
    # The written answer, the model answer, the scores.
    tab_to(page, f"{FIELD}written_answer")
    page.keyboard.type(ANSWER)
    expect(output(question, "model_answer")).to_contain_text("when you have finished")
    tab_to(page, f"{FIELD}show_model")
    page.keyboard.press("Space")
    expect(output(question, "model_answer")).to_contain_text("I use the supplied case.")
    for criterion in ("account", "gap", "cause", "remedy"):
        tab_to(page, f"{FIELD}score_{criterion}")
        page.keyboard.press("End")
    expect(output(question, "self_score")).to_have_text(
        "You give yourself 12 of 12 points. This is a pass."
    )
    # All of it is kept.
    page.reload()
    bring_to_life(page, QUESTION)
    expect(page.locator(f"{FIELD}written_answer")).to_have_value(ANSWER)
    cell = question.locator("[data-row=p1] [data-column=text]")
    expect(cell).to_have_value("A table by the window.")
    expect(output(question, "trade")).to_contain_text("32 of 100")


def test_the_last_promise_cannot_be_removed(question: Locator) -> None:
    for row in ("p1", "p2", "p3"):
        question.locator(f"[data-row={row}] [data-action=remove-row]").click()
    expect(output(question, "fours").locator("tbody tr")).to_have_count(1)
    last = question.locator("[data-row=p4] [data-action=remove-row]")
    expect(last).to_have_attribute("aria-disabled", "true")
    expect(output(question, "rewrite")).to_have_text(
        "Promise 1 is not in your table. Choose one that is."
    )


def test_what_does_not_fit_is_named_and_no_importance_gets_a_sentence(question: Locator) -> None:
    cell = question.locator("[data-row=p2] [data-column=promised]")
    cell.fill("9")
    expect(messages(question)).to_have_text(
        "Promise 2, Promised (A): 9 does not lie between 1 and 7."
    )
    expect(cell).to_have_attribute("aria-invalid", "true")
    cell.fill("7")
    expect(messages(question)).to_be_empty()
    for row in ("p1", "p2", "p3", "p4"):
        question.locator(f"[data-row={row}] [data-column=importance]").fill("0")
    expect(output(question, "verdict")).to_contain_text("so nothing can be weighed")
    expect(messages(question)).to_be_empty()


@pytest.mark.parametrize("text", ["<b>bold</b>", "שקט תמיד", "🏨 always"])
def test_a_wording_is_shown_as_it_was_written(question: Locator, text: str) -> None:
    question.locator("[data-row=p1] [data-column=text]").fill(text)
    cell = output(question, "fours").locator("tbody tr").first.locator("td").first
    expect(cell).to_have_text(text)


def test_without_javascript_everything_is_readable(browser: Browser, site: Path) -> None:
    text = text_without_scripts(browser, site, PAGE)
    for part in (
        "Which of these facts about Hotel Yasen cause Gap 4?",
        "Gap 4, delivered minus promised (D − A). Negative is an over-promise.",
        "Work and words both need changing.",
        "90 of 100 guests still book",
        "A photograph is a promise too.",
        "Works on rules that contradict each other.",
        "I use the supplied case.",
        "What is real here, and what is not",
    ):
        assert part in text
