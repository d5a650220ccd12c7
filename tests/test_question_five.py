"""Discussion question 5 from start to end by keyboard alone, and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.questions import open_question, output, tab_to, text_without_scripts

PAGE = "exercises/q5-gap-one.html"
ANSWER = (
    "Gap 1 is the difference between what managers believe that guests expect and what guests "
    "really expect. "
) * 6


@pytest.fixture
def question(page: Page, place: str) -> Page:
    """The page of question 5, alive, from a server and from a file."""
    return open_question(page, f"{place}/{PAGE}")


def test_done_from_start_to_end_by_keyboard(question: Page) -> None:
    page = question
    assert "Make your guess first" in output(page, "stage")
    # A guess: more points for the quiet night, fewer for the lobby.
    tab_to(page, "[data-row=quiet_night] [data-column=importance]")
    page.keyboard.press("Control+A")
    page.keyboard.type("18")
    tab_to(page, "[data-row=lobby_design] [data-column=importance]")
    page.keyboard.press("Control+A")
    page.keyboard.type("2")
    expect(page.locator("[data-output=points]")).to_have_text("Your points add up to 100.")
    tab_to(page, "#sq-guess-and-compare-compare")
    page.keyboard.press("Space")
    expect(page.locator("[data-output=stage]")).to_contain_text("That distance is Gap 1.")
    assert page.locator("[data-output=levels] tbody tr").count() == 10
    # One segment of guests.
    tab_to(page, "#sq-guess-and-compare-segment")
    all_guests = output(page, "levels")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-output=levels]")).not_to_have_text(all_guests)
    # Causes: a right one and a wrong one.
    for cause in ("no_research", "overpromise"):
        tab_to(page, f"input[value={cause}]")
        page.keyboard.press("Space")
    tab_to(page, "#sq-guess-and-compare-check_causes")
    page.keyboard.press("Space")
    checked = page.locator("[data-output=causes_checked]")
    expect(checked.locator("[data-state=right]")).to_have_count(1)
    expect(checked.locator("[data-state=wrong]")).to_contain_text("That is Gap 4.")
    expect(checked.locator("[data-state=missed]")).to_have_count(4)
    # Remedies: 20 thousand euros on asking guests.
    tab_to(page, "#sq-guess-and-compare-ask_guests")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-output=spending]")).to_contain_text("Your 20 thousand euros close")
    expect(page.locator("[data-output=effect]")).to_contain_text("Gap 1 shrinks")
    # The written answer, the model answer, the scores.
    tab_to(page, "#sq-guess-and-compare-written_answer")
    page.keyboard.type(ANSWER)
    expect(page.locator("[data-output=model_answer]")).to_contain_text("when you have finished")
    tab_to(page, "#sq-guess-and-compare-show_model")
    page.keyboard.press("Space")
    expect(page.locator("[data-output=model_answer]")).to_contain_text("the knowledge gap")
    for criterion in ("definition", "causes", "remedies", "example"):
        tab_to(page, f"#sq-guess-and-compare-score_{criterion}")
        page.keyboard.press("End")
    expect(page.locator("[data-output=self_score]")).to_have_text(
        "You give yourself 12 of 12 points. This is a pass."
    )
    # All of it is kept.
    page.reload()
    page.locator("[data-exercise]").scroll_into_view_if_needed()
    expect(page.locator("[data-exercise]")).to_have_attribute("data-state", "live")
    expect(page.locator("#sq-guess-and-compare-written_answer")).to_have_value(ANSWER)
    expect(page.locator("[data-output=self_score]")).to_contain_text("12 of 12")


def test_the_model_answer_waits_and_may_be_opened_at_once(question: Page) -> None:
    model = question.locator("[data-output=model_answer]")
    expect(model).to_contain_text("Write your own answer first: it has 0 of 80 words.")
    question.locator("#sq-guess-and-compare-show_model").check()
    expect(model).to_contain_text("Gap 1, the knowledge gap")


def test_a_cell_out_of_range_is_named_and_marked(question: Page) -> None:
    cell = question.locator("[data-row=wifi] [data-column=importance]")
    cell.fill("200")
    expect(question.locator(".sq-messages")).to_have_text(
        "Wi-Fi, Importance, points: 200 does not lie between 0 and 100."
    )
    expect(cell).to_have_attribute("aria-invalid", "true")
    assert question.locator("[aria-invalid]").count() == 1
    cell.fill("")
    expect(question.locator(".sq-messages")).to_contain_text("this is not a number")
    cell.fill("20")
    expect(question.locator(".sq-messages")).to_be_empty()
    assert question.locator("[aria-invalid]").count() == 0


@pytest.mark.parametrize("agree", [True, False])
def test_a_written_answer_is_deleted_only_when_told_so(question: Page, agree: bool) -> None:
    asked = []

    def answer(dialog: object) -> None:
        asked.append(dialog.message)  # type: ignore[attr-defined]
        dialog.accept() if agree else dialog.dismiss()  # type: ignore[attr-defined]

    question.on("dialog", answer)
    field = question.locator("#sq-guess-and-compare-written_answer")
    field.fill("My answer.")
    question.locator("[data-action=reset]").click()
    assert asked == ["This also deletes what you wrote. Go on?"]
    expect(field).to_have_value("" if agree else "My answer.")


def test_without_javascript_everything_is_readable(browser: Browser, site: Path) -> None:
    text = text_without_scripts(browser, site, PAGE)
    for part in (
        "Which of these facts about Hotel Yasen cause Gap 1?",
        "Expected levels: yours, those of Mira’s team, and the guests’ mean (synthetic)",
        "What is not asked stays a guess.",
        "Gap 1, the knowledge gap, is the difference",
        "What is real here, and what is not",
    ):
        assert part in text
