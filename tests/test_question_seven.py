"""Discussion question 7 from start to end by keyboard alone, and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.questions import open_question, tab_to
from tests.test_page_bad_input import set_by_script

PAGE = "exercises/q7-satisfied-staff.html"
ANSWER = (
    "Good quality makes work easier, because fewer guests are angry and less is done twice. " * 6
)


@pytest.fixture
def question(page: Page, place: str) -> Page:
    """The page of question 7, alive, from a server and from a file."""
    return open_question(page, f"{place}/{PAGE}")


def field(name: str) -> str:
    """The selector of a field."""
    return f"#sq-chain-simulator-{name}"


def test_done_from_start_to_end_by_keyboard(question: Page) -> None:
    page = question

    def shown(name: str) -> object:
        return expect(page.locator(f"[data-output={name}]"))

    shown("payback").to_contain_text("The money is back in month 16.")
    # The cheapest programme: internal quality 52, problems solved at once, a reward of 10 euros.
    tab_to(page, field("internal"))
    page.keyboard.press("Home")
    for _ in range(52):
        page.keyboard.press("ArrowRight")
    tab_to(page, "input[value=small_things]")
    page.keyboard.press("ArrowDown")
    tab_to(page, field("reward"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    shown("turnover").to_contain_text("10.1 points less. The goal of 10 points is reached.")
    expect(page.locator("[data-output=parts] tbody tr").last).to_contain_text("+2,300")
    # The loop, closed and run down.
    tab_to(page, field("complaints"))
    page.keyboard.press("End")
    tab_to(page, field("loop"))
    shown("direction").to_contain_text("It is not yet a loop")
    page.keyboard.press("Space")
    shown("direction").to_contain_text("The loop runs down")
    # The money.
    tab_to(page, field("cost_per_point"))
    page.keyboard.press("End")
    shown("payback").to_contain_text("The money is not back within 36 months")
    shown("curve").to_contain_text("The hole grows")
    expect(page.locator("[data-output=back_in]")).to_contain_text("–")
    # Turnover in 98 hotels, and where the line says nothing.
    tab_to(page, field("adr"))
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    shown("line").to_contain_text("one point costs 19,625 dollars a year")
    page.keyboard.press("Home")
    shown("line").to_contain_text("the published line says nothing")
    # The written answer, the model answer, the scores.
    tab_to(page, field("written_answer"))
    page.keyboard.type(ANSWER)
    shown("model_answer").to_contain_text("when you have finished")
    tab_to(page, field("show_model"))
    page.keyboard.press("Space")
    shown("model_answer").to_contain_text("There is also a way back.")
    for criterion in ("mechanisms", "loop", "evidence", "example"):
        tab_to(page, field(f"score_{criterion}"))
        page.keyboard.press("End")
    shown("self_score").to_have_text("You give yourself 12 of 12 points. This is a pass.")
    # All of it is kept.
    page.reload()
    page.locator("[data-exercise]").scroll_into_view_if_needed()
    expect(page.locator("[data-exercise]")).to_have_attribute("data-state", "live")
    expect(page.locator(field("written_answer"))).to_have_value(ANSWER)
    shown("self_score").to_contain_text("12 of 12")
    shown("line").to_contain_text("the published line says nothing")


def test_both_charts_follow_what_is_changed(question: Page) -> None:
    for name, control in (("levels_chart", "internal"), ("money_chart", "cost_per_point")):
        question.locator(field(control)).focus()
        question.keyboard.press("ArrowLeft")
        picture = question.locator(f"[data-output={name}] .sq-chart-picture")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_attribute("data-chart-state", "live")


def test_a_value_out_of_range_is_named(question: Page) -> None:
    exercise = question.locator("[data-exercise]")
    set_by_script(exercise, "internal", "101")
    expect(question.locator(".sq-messages")).to_contain_text(
        "Internal quality after the change: 101 does not lie between 0 and 100."
    )
    expect(question.locator(field("internal"))).to_have_attribute("aria-invalid", "true")
    set_by_script(exercise, "internal", "80")
    expect(question.locator(".sq-messages")).to_be_empty()
    assert question.locator("[aria-invalid]").count() == 0


def test_without_javascript_everything_is_readable(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    text = page.locator("[data-exercise]").inner_text()
    charts = page.locator("[data-exercise] .sq-chart svg").count()
    context.close()
    assert charts == 2
    for part in (
        "When a guest has a problem, staff",
        "The money is back in month 16.",
        "This is a J-curve.",
        "one point costs 14,375 dollars a year",
        "There is also a way back.",
        "What is real here, and what is not",
    ):
        assert part in text
