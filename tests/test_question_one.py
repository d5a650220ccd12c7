"""Discussion question 1 from start to end by keyboard alone, and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.questions import open_question, tab_to, text_without_scripts

PAGE = "exercises/q1-recovery.html"
PREFIX = "#sq-recovery-analyser-"
ANSWER = (
    "We flew in the evening and the airline had lost our bag. The desk was closed, and nobody "
    "answered the telephone until the next day. "
) * 4


@pytest.fixture
def question(page: Page, place: str) -> Page:
    """The page of question 1, alive, from a server and from a file."""
    return open_question(page, f"{place}/{PAGE}")


def tick(page: Page, field: str, option: str) -> None:
    """Ticks one option of several with the space bar."""
    tab_to(page, f'[data-field="{field}"] input[value="{option}"]')
    page.keyboard.press("Space")


def replace(page: Page, field: str, text: str) -> None:
    """Writes into a text field what stands there from now on."""
    tab_to(page, PREFIX + field)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def test_done_from_start_to_end_by_keyboard(question: Page) -> None:
    page = question

    def shows(view: str, text: str) -> None:
        expect(page.locator(f"[data-output={view}]")).to_contain_text(text)

    shows("weakest", "Distributive justice")
    # The failure: a case of one's own.
    tab_to(page, '[data-field="whose"] input')
    page.keyboard.press("ArrowDown")
    replace(page, "promised", "The bag travels with me")
    replace(page, "failed", "The bag stayed in Vienna")
    tab_to(page, PREFIX + "severity")
    page.keyboard.press("ArrowRight")
    tab_to(page, PREFIX + "dimension")
    page.keyboard.press("ArrowDown")
    shows("classified", "goes better with a process failure")
    page.keyboard.press("ArrowUp")
    tab_to(page, PREFIX + "gap")
    page.keyboard.press("ArrowUp")
    shows("gap_told", "To show Gap 3, name the standard")
    # The recovery: help at once, and the problem solved.
    tab_to(page, PREFIX + "minutes")
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    tab_to(page, PREFIX + "employees")
    page.keyboard.press("Home")
    for option in ("explanation", "choice", "authority"):
        tick(page, "done", option)
    tab_to(page, PREFIX + "compensation")
    page.keyboard.press("ArrowRight")
    tab_to(page, '[data-field="resolved"] input')
    page.keyboard.press("ArrowLeft")
    shows("deviation", "No clear double deviation")
    page.keyboard.press("ArrowLeft")
    shows("deviation", "No double deviation")
    shows("weakest", "Interactional justice (was the guest treated fairly?) is weakest: 70 of 100")
    shows("at_risk", "24")
    expect(page.locator("[data-output=rights] [data-state=right]")).to_have_count(7)
    # This guest and all guests.
    tab_to(page, PREFIX + "retention")
    page.keyboard.press("ArrowRight")
    shows("worth", "81%")
    tab_to(page, PREFIX + "helped")
    page.keyboard.press("Home")
    shows("inviting", "Inviting complaints harms")
    # The measure.
    shows("measure", "You have named no measure yet")
    tab_to(page, PREFIX + "prevention")
    page.keyboard.type("Scan each bag at the gate")
    shows("measure", "Test your measure, “Scan each bag at the gate”")
    # The written answer, the model answer, the scores.
    tab_to(page, PREFIX + "written_answer")
    page.keyboard.type(ANSWER)
    shows("model_answer", "when you have finished")
    tab_to(page, PREFIX + "show_model")
    page.keyboard.press("Space")
    shows("model_answer", "The root is Gap 4")
    for criterion in ("account", "classification", "evaluation", "improvement"):
        tab_to(page, f"{PREFIX}score_{criterion}")
        page.keyboard.press("End")
    shows("self_score", "You give yourself 12 of 12 points. This is a pass.")
    # All of it is kept.
    page.reload()
    page.locator("[data-exercise]").scroll_into_view_if_needed()
    expect(page.locator("[data-exercise]")).to_have_attribute("data-state", "live")
    expect(page.locator(PREFIX + "written_answer")).to_have_value(ANSWER)
    expect(page.locator(PREFIX + "failed")).to_have_value("The bag stayed in Vienna")
    shows("self_score", "12 of 12")


def test_a_hotel_that_was_not_told_is_not_scored(question: Page) -> None:
    chart = question.locator("[data-output=justice_chart]")
    question.locator(PREFIX + "told").uncheck()
    expect(chart).to_contain_text("There is nothing to score")
    expect(question.locator("[data-output=parts]")).to_be_empty()
    question.locator(PREFIX + "told").check()
    expect(chart).to_contain_text("distributive justice 17")


@pytest.mark.parametrize(
    "text", ["<b>quiet</b> & {measure}", "חדר שקט בלילה", "👩‍👩‍👧‍👦 🇧🇬 тихи стаи"]
)
def test_a_measure_is_shown_as_it_was_written(question: Page, text: str) -> None:
    question.locator(PREFIX + "prevention").fill(text)
    expect(question.locator("[data-output=measure]")).to_contain_text(f"“{text}”")
    assert question.locator("[data-output=measure] b").count() == 0


def test_without_javascript_everything_is_readable(browser: Browser, site: Path) -> None:
    text = text_without_scripts(browser, site, PAGE)
    for part in (
        "On Saturday at 23:40 a couple call reception",
        "Double deviation: first the service failed",
        "Where the points come from (a construct of this course)",
        "R8, material compensation",
        "Break-even compensation",
        "Preventing beats recovering",
        "You have named no measure yet",
        "The root is Gap 4",
        "What is real here, and what is not",
    ):
        assert part in text
