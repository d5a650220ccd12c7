"""Discussion question 3 from start to end by keyboard alone, and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.questions import open_question, output, tab_to, text_without_scripts

PAGE = "exercises/q3-mcdonalds.html"
OWN = "#sq-criteria-scales-"
ANSWER = (
    "High quality means that a guest gets what this guest expects. I judge by six criteria. "
) * 6


@pytest.fixture
def question(page: Page, place: str) -> Page:
    """The page of question 3, alive, from a server and from a file."""
    return open_question(page, f"{place}/{PAGE}")


def type_into(page: Page, selector: str, text: str) -> None:
    """Goes to a box with the Tab key and types over what it holds."""
    tab_to(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def cell(row: str, column: str) -> str:
    """The box of a criterion in one of the two tables."""
    return f"[data-row={row}] [data-column={column}]"


def test_done_from_start_to_end_by_keyboard(question: Page) -> None:
    page = question
    assert "The guests disagree" in output(page, "profiles")
    type_into(page, f"{OWN}other_name", "Da Gino")
    type_into(page, f"{OWN}own_name", "Quiet")
    # A societal criterion instead of tangibles, for both guests.
    for guest, points in (("family", "10"), ("couple", "15")):
        type_into(page, cell("food_packaging", guest), points)
        page.keyboard.press("Shift+Tab")
        type_into(page, cell("tangibles", guest), "0")
    checks = page.locator("[data-output=checks]")
    expect(checks.locator("[data-state=right]")).to_have_count(7)
    expect(page.locator("[data-output=couple_sum]")).to_contain_text("add up to 100")
    type_into(page, cell("food_packaging", "mcdonalds"), "4")
    type_into(page, cell("food_packaging", "other"), "7")
    expect(page.locator("[data-output=family_verdict]")).to_contain_text(
        "For the family, McDonald’s scores 7.30. That reaches your bar of 7.0"
    )
    expect(page.locator("[data-output=family_verdict]")).to_contain_text("ahead of Da Gino (6.60)")
    # Evidence for all that is used, and notes.
    for criterion in ("value", "food_packaging"):
        tab_to(page, f"[data-field=seen] input[value={criterion}]")
        page.keyboard.press("Space")
    expect(page.locator("[data-output=evidence]")).to_contain_text("Write down what it was")
    type_into(page, f"{OWN}notes", "Lunch on Saturday, two visits.")
    expect(page.locator("[data-output=evidence]")).to_contain_text("you have written it down")
    # The bar.
    tab_to(page, f"{OWN}bar")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-output=family_verdict]")).to_contain_text("misses your bar of 7.5")
    expect(page.locator("[data-output=family_turn]")).to_contain_text("is easily turned")
    expect(page.locator("[data-output=table] tbody tr")).to_have_count(2)
    # The written answer, the model answer, the scores.
    tab_to(page, f"{OWN}written_answer")
    page.keyboard.type(ANSWER)
    expect(page.locator("[data-output=model_answer]")).to_contain_text("when you have finished")
    tab_to(page, f"{OWN}show_model")
    page.keyboard.press("Space")
    expect(page.locator("[data-output=model_answer]")).to_contain_text(
        "my six criteria are product features"
    )
    for criterion in ("criteria", "evidence", "guest", "conclusion"):
        tab_to(page, f"{OWN}score_{criterion}")
        page.keyboard.press("End")
    expect(page.locator("[data-output=self_score]")).to_have_text(
        "You give yourself 12 of 12 points. This is a pass."
    )
    # All of it is kept.
    page.reload()
    page.locator("[data-exercise]").scroll_into_view_if_needed()
    expect(page.locator("[data-exercise]")).to_have_attribute("data-state", "live")
    expect(page.locator(f"{OWN}written_answer")).to_have_value(ANSWER)
    expect(page.locator(cell("food_packaging", "couple"))).to_have_value("15")
    expect(page.locator("[data-output=family_verdict]")).to_contain_text("Da Gino")


def test_a_cell_out_of_range_is_named_and_marked(question: Page) -> None:
    box = question.locator(cell("empathy", "mcdonalds"))
    box.fill("11")
    expect(question.locator(".sq-messages")).to_have_text(
        "Empathy, McDonald’s, 1–10: 11 does not lie between 1 and 10."
    )
    expect(box).to_have_attribute("aria-invalid", "true")
    assert question.locator("[aria-invalid]").count() == 1
    box.fill("")
    expect(question.locator(".sq-messages")).to_contain_text("this is not a number")
    box.fill("4")
    expect(question.locator(".sq-messages")).to_be_empty()


def test_no_points_for_a_guest_get_a_sentence(question: Page) -> None:
    for box in question.locator("[data-column=couple]").all():
        box.fill("0")
    expect(question.locator("[data-output=couple_sum]")).to_have_text(
        "The couple has no points yet, so there is no verdict for it. Share out 100."
    )
    expect(question.locator("[data-output=profiles]")).to_contain_text("need points")
    assert "NaN" not in question.locator("[data-exercise]").inner_text()


def test_a_name_is_shown_as_text_whatever_it_holds(question: Page) -> None:
    question.locator(f"{OWN}other_name").fill("<b>Щ</b> 🍔 שלום")
    expect(question.locator("[data-output=family_verdict]")).to_contain_text("<b>Щ</b> 🍔 שלום")
    assert question.locator("[data-output=family_verdict] b").count() == 0


def test_without_javascript_everything_is_readable(browser: Browser, site: Path) -> None:
    text = text_without_scripts(browser, site, PAGE)
    for part in (
        "What remains for the guest after money, time and effort are taken off?",
        "Harm to guests, staff or surroundings does not show in the other scores.",
        "8.9 of 100 points, moved from responsiveness to empathy",
        "my six criteria are product features",
        "What is real here, and what is not",
    ):
        assert part in text
