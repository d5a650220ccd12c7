"""Discussion question 4 from start to end by keyboard alone, and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from servicequality.content import load
from tests.pages import bring_to_life
from tests.questions import open_question, output, tab_to, text_without_scripts

PAGE = "exercises/q4-kinds-of-quality.html"
OWN = "#sq-sorting-board-"
ANSWER = "The bed is technical quality, the welcome functional, the fair pay societal. " * 8


@pytest.fixture
def question(page: Page, place: str) -> Page:
    """The page of question 4, alive, from a server and from a file."""
    return open_question(page, f"{place}/{PAGE}")


def test_done_from_start_to_end_by_keyboard(question: Page) -> None:
    page = question
    for component in load("components"):
        for kind in component["accepted"][0]:
            tab_to(page, f"{OWN}kinds_{component['id']}-{kind}")
            page.keyboard.press("Space")
    # A card of one's own.
    tab_to(page, "[data-field=own_cards] [data-action=add-row]")
    page.keyboard.press("Enter")
    tab_to(page, "[data-row=own1] [data-column=name]")
    page.keyboard.type("Sauna")
    tab_to(page, "[data-row=own1] [data-column=technical]")
    page.keyboard.press("Space")
    tab_to(page, f"{OWN}unseen-wages")
    page.keyboard.press("Space")
    tab_to(page, f"{OWN}check")
    page.keyboard.press("Space")
    expect(page.locator("[data-output=stage]")).to_contain_text("13 of 13 cards agree")
    assert page.locator("[data-output=checked] li").count() == 13
    assert "Paid hours" in output(page, "unseen_checked")
    expect(page.locator("[data-output=verdict]")).to_contain_text("the service fails")
    # The labels are mended, and so is the composting.
    for row in ("allergens", "leftovers"):
        tab_to(page, f"[data-field=ratings] [data-row={row}] [data-column=score]")
        page.keyboard.press("Control+A")
        page.keyboard.type("8")
    expect(page.locator("[data-output=verdict]")).to_contain_text("Nothing in the societal box")
    tab_to(page, f"{OWN}written_answer")
    page.keyboard.type(ANSWER)
    tab_to(page, f"{OWN}show_model")
    page.keyboard.press("Space")
    expect(page.locator("[data-output=model_answer]")).to_contain_text("borderline")
    for criterion in ("sorting", "kinds", "borderline", "priority"):
        tab_to(page, f"{OWN}score_{criterion}")
        page.keyboard.press("End")
    expect(page.locator("[data-output=self_score]")).to_contain_text("12 of 12")
    page.reload()
    bring_to_life(page, "sorting-board")
    expect(page.locator(f"{OWN}written_answer")).to_have_value(ANSWER)
    expect(page.locator("[data-row=own1] [data-column=name]")).to_have_value("Sauna")
    expect(page.locator("[data-output=self_score]")).to_contain_text("12 of 12")


def test_without_javascript_everything_is_readable(browser: Browser, site: Path) -> None:
    text = text_without_scripts(browser, site, PAGE)
    for part in (
        "A poster in the lobby says that the hotel loves the planet.",
        "Can be defended: The clean room.",
        "A poster does no good and no harm.",
        "Technical quality is what I take away from it",
        "What is real here, and what is not",
    ):
        assert part in text
