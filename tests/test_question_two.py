"""Discussion question 2 from start to end by keyboard alone, and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.questions import open_question, tab_to, text_without_scripts

PAGE = "exercises/q2-relationships.html"
OWN = "#sq-portfolio-builder-"
ANSWER = (
    "A relationship is an investment, so it should bring back more than it costs, and guests "
    "differ in what they are worth. "
) * 5


@pytest.fixture
def question(page: Page, place: str) -> Page:
    """The page of question 2, alive, from a server and from a file."""
    return open_question(page, f"{place}/{PAGE}")


def enter(page: Page, row: str, column: str, text: str) -> None:
    """Goes to a cell by Tab and replaces what it holds."""
    tab_to(page, f"[data-row={row}] [data-column={column}]")
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def view(page: Page, name: str) -> Locator:
    """The place of a view."""
    return page.locator(f"[data-output={name}]")


def test_done_from_start_to_end_by_keyboard(question: Page) -> None:
    page = question
    expect(view(page, "loser")).to_contain_text("most of all Long-stay guests")
    # A better plan: nothing for those who lose money, more for those who stay and earn.
    for row, amount in zip(range(1, 7), ("15", "15", "0", "0", "0", "0"), strict=True):
        enter(page, f"segment_{row}", "money", amount)
    expect(view(page, "plan")).to_contain_text("No other use of the same money")
    expect(view(page, "loser")).to_be_empty()
    expect(view(page, "net")).to_contain_text("+43.4")
    # A segment more, with a name of its own, and one less.
    tab_to(page, "[data-action=add-row]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-row=segment_7]")).to_be_visible()
    tab_to(page, "[data-row=segment_7] [data-column=name]", backwards=True)
    page.keyboard.type("Families")
    expect(view(page, "ranking")).to_contain_text("Families")
    tab_to(page, "[data-row=segment_7] .sq-row-remove")
    page.keyboard.press("Enter")
    expect(view(page, "ranking")).not_to_contain_text("Families")
    # The cuts, the discount rate, the convention.
    tab_to(page, f"{OWN}lifetime_cut")
    page.keyboard.press("Home")
    expect(view(page, "kinds")).not_to_contain_text("Butterfly")
    tab_to(page, f"{OWN}discount")
    page.keyboard.press("ArrowRight")
    expect(view(page, "formula")).to_contain_text("i = 11%")
    tab_to(page, "input[value=later]")
    page.keyboard.press("ArrowRight")
    expect(view(page, "formula")).to_contain_text("This year’s profit counts too")
    # The budget, and a lower forecast.
    tab_to(page, f"{OWN}budget")
    page.keyboard.press("Home")
    expect(view(page, "plan")).to_contain_text("Take some back")
    page.keyboard.press("End")
    tab_to(page, f"{OWN}lift")
    page.keyboard.press("Home")
    expect(view(page, "plan")).to_contain_text("The best plan spends nothing")
    # The written answer, the model answer, the scores.
    tab_to(page, f"{OWN}written_answer")
    page.keyboard.type(ANSWER)
    tab_to(page, f"{OWN}show_model")
    page.keyboard.press("Space")
    expect(view(page, "model_answer")).to_contain_text("A tie is an investment")
    for criterion in ("worth", "numbers", "policy", "limits"):
        tab_to(page, f"{OWN}score_{criterion}")
        page.keyboard.press("End")
    expect(view(page, "self_score")).to_have_text(
        "You give yourself 12 of 12 points. This is a pass."
    )
    # All of it is kept.
    page.reload()
    page.locator("[data-exercise]").scroll_into_view_if_needed()
    expect(page.locator("[data-exercise]")).to_have_attribute("data-state", "live")
    expect(page.locator(f"{OWN}written_answer")).to_have_value(ANSWER)
    expect(page.locator("[data-row=segment_1] [data-column=money]")).to_have_value("15")
    expect(view(page, "self_score")).to_contain_text("12 of 12")


def test_segments_may_go_down_to_one_without_guests(question: Page) -> None:
    for _ in range(5):
        question.locator(".sq-row-remove:visible").last.click()
    question.locator("[data-row=segment_1] [data-column=guests]").fill("0")
    expect(view(question, "whale")).to_contain_text("No segment has guests")
    expect(view(question, "ghost")).to_contain_text("There are no guests in Spa couples")
    assert "NaN" not in question.locator("[data-exercise]").inner_text()


def test_a_cell_out_of_range_is_named_and_marked(question: Page) -> None:
    cell = question.locator("[data-row=segment_2] [data-column=retention]")
    cell.fill("100")
    expect(question.locator(".sq-messages")).to_have_text(
        "Segment 2, Retention, % a year: 100 does not lie between 0 and 99."
    )
    expect(cell).to_have_attribute("aria-invalid", "true")
    assert question.locator("[aria-invalid]").count() == 1
    cell.fill("78")
    expect(question.locator(".sq-messages")).to_be_empty()
    assert question.locator("[aria-invalid]").count() == 0


def test_markup_in_a_name_is_shown_as_text(question: Page) -> None:
    cell = question.locator("[data-row=segment_1] [data-column=name]")
    for name in ("<b>Гости</b> 👩‍👧 שלום", "<script>alert(1)</script>"):
        cell.fill(name)
        expect(view(question, "values")).to_contain_text(name)


def test_without_javascript_everything_is_readable(browser: Browser, site: Path) -> None:
    text = text_without_scripts(browser, site, PAGE)
    for part in (
        "Kinds of guests at Hotel Yasen",
        "The peak is 115% of the profit.",
        "CLV = m × r ÷ (1 + i − r)",
        "Warning: loyalty money goes to 2 segments that lose money",
        "Relationship marketing builds and keeps close ties",
        "What is real here, and what is not",
    ):
        assert part in text
