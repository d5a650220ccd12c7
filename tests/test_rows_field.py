"""Rows that a reader adds and removes: by mouse and keyboard, kept, shared, on narrow screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.exercises import find
from servicequality.i18n.interface import INTERFACE
from tests.pages import (
    Troubles,
    bring_to_life,
    expect_shown,
    expected,
    page_of,
    shown,
    start_values,
    the_exercise,
)
from tests.test_page_link import CLIPBOARD, carried_by, choose, copied, fragment

STYLE = find("house-style")
KEY = f"servicequality/exercise/{STYLE.id}"
FAMILIES, BUSINESS, COUPLES = start_values(STYLE)["segments"]
BLANK = {"name": "", "nights": 2, "loyalty": "low"}


def blank(row: str) -> dict[str, Any]:
    """A row as it is when it is added."""
    return {"id": row, **BLANK}


@pytest.fixture
def style(page: Page, place: str, site: Path) -> Locator:
    """The exercise of the style page, alive, on a phone."""
    page.goto(f"{place}/{page_of(site, STYLE.id)}")
    return bring_to_life(page, STYLE.id)


def table(exercise: Locator) -> Locator:
    """The field whose rows come and go."""
    return exercise.locator('[data-field="segments"]')


def adder(exercise: Locator) -> Locator:
    """The button that adds a row."""
    return table(exercise).get_by_role("button", name=INTERFACE["add_row"])


def remover(exercise: Locator, number: int) -> Locator:
    """The button that removes a row."""
    return table(exercise).get_by_role("button", name=f"Remove Segment {number}", exact=True)


def cell(exercise: Locator, number: int, column: str) -> Locator:
    """The control of a cell."""
    return table(exercise).locator(f"[data-row=s{number}] [data-column={column}]")


def expect_rows(exercise: Locator, rows: list[dict[str, Any]]) -> None:
    """Waits until the results are those of these rows, and compares form and screen with them."""
    expect_shown(exercise, expected(STYLE, segments=rows))
    assert exercise.evaluate("(element) => element.exercise.fields.read().segments") == rows
    lines = table(exercise).locator("[data-row]:visible")
    ids = lines.evaluate_all("(lines) => lines.map((line) => line.dataset.row)")
    assert ids == [row["id"] for row in rows]


def wait_until_kept(page: Page, text: str) -> None:
    """Waits until a text is among what the browser keeps of the exercise."""
    page.wait_for_function(
        "([key, text]) => localStorage.getItem(key)?.includes(text)", arg=[KEY, text]
    )


def test_a_row_is_added_blank_and_can_be_filled_at_once(page: Page, style: Locator) -> None:
    adder(style).click()
    expect(cell(style, 4, "name")).to_be_focused()
    expect(style.get_by_role("status")).to_have_text("Segment 4 added.")
    expect_rows(style, [FAMILIES, BUSINESS, COUPLES, blank("s4")])
    page.keyboard.type("Pilgrims")
    cell(style, 4, "nights").fill("6.5")
    cell(style, 4, "loyalty").select_option("high")
    filled = {"id": "s4", "name": "Pilgrims", "nights": 6.5, "loyalty": "high"}
    expect_rows(style, [FAMILIES, BUSINESS, COUPLES, filled])


def test_a_cell_is_named_by_its_row_and_its_column(style: Locator) -> None:
    adder(style).click()
    names = {"name": "Name", "nights": "Nights a stay", "loyalty": "Loyalty"}
    for number in (1, 4):
        for column, label in names.items():
            name = f"Segment {number} {label}"
            expect(cell(style, number, column)).to_have_accessible_name(name)


def test_a_removed_row_leaves_the_others_as_they_are(style: Locator) -> None:
    cell(style, 3, "name").fill("Mine")
    remover(style, 2).click()
    expect(style.get_by_role("status")).to_have_text("Segment 2 removed.")
    expect_rows(style, [FAMILIES, {**COUPLES, "name": "Mine"}])


def test_a_row_that_comes_back_is_blank_and_in_its_place(style: Locator) -> None:
    remover(style, 1).click()
    expect_rows(style, [BUSINESS, COUPLES])
    adder(style).click()
    expect(cell(style, 1, "name")).to_be_focused()
    expect_rows(style, [blank("s1"), BUSINESS, COUPLES])


def test_there_are_never_more_rows_than_there_can_be(page: Page, style: Locator) -> None:
    troubles = Troubles(page)
    for number in (4, 5):
        expect(adder(style)).to_be_enabled()
        adder(style).click()
        expect(cell(style, number, "name")).to_be_focused()
    full = [FAMILIES, BUSINESS, COUPLES, blank("s4"), blank("s5")]
    expect(adder(style)).to_be_disabled()
    adder(style).dispatch_event("click")
    expect_rows(style, full)
    remover(style, 5).click()
    expect(adder(style)).to_be_enabled()
    assert troubles == []


def test_the_last_row_stays(style: Locator) -> None:
    for number in (1, 2):
        expect(remover(style, number)).to_be_enabled()
        remover(style, number).click()
    expect(remover(style, 3)).to_be_disabled()
    remover(style, 3).dispatch_event("click")
    expect_rows(style, [COUPLES])
    adder(style).click()
    expect(remover(style, 3)).to_be_enabled()


def test_rows_are_added_and_removed_by_keyboard_alone(page: Page, style: Locator) -> None:
    cell(style, 3, "loyalty").focus()
    page.keyboard.press("Tab")
    expect(remover(style, 3)).to_be_focused()
    page.keyboard.press("Tab")
    expect(adder(style)).to_be_focused()
    page.keyboard.press("Enter")
    expect(cell(style, 4, "name")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(remover(style, 4)).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    expect(remover(style, 3)).to_be_focused()
    page.keyboard.press("Space")
    expect(remover(style, 4)).to_be_focused()
    page.keyboard.press("Enter")
    expect(adder(style)).to_be_focused()
    expect_rows(style, [FAMILIES, BUSINESS])


def test_what_cannot_be_done_now_keeps_the_focus(page: Page, style: Locator) -> None:
    remover(style, 1).press("Enter")
    remover(style, 2).press("Enter")
    expect(remover(style, 3)).to_be_focused()
    page.keyboard.press("Enter")
    expect(remover(style, 3)).to_be_focused()
    expect_rows(style, [COUPLES])


def test_enter_in_a_cell_adds_and_removes_nothing(style: Locator) -> None:
    cell(style, 1, "name").press("Enter")
    cell(style, 1, "nights").press("Enter")
    cell(style, 1, "nights").press("ArrowUp")
    expect_rows(style, [{**FAMILIES, "nights": 4.5}, BUSINESS, COUPLES])


def test_rows_survive_a_reload(page: Page, style: Locator) -> None:
    remover(style, 1).click()
    adder(style).click()
    adder(style).click()
    cell(style, 4, "name").fill("Pilgrims")
    remover(style, 3).click()
    rows = [blank("s1"), BUSINESS, {**blank("s4"), "name": "Pilgrims"}]
    expect_rows(style, rows)
    wait_until_kept(page, "Pilgrims")
    page.reload()
    again = bring_to_life(page, STYLE.id)
    expect_rows(again, rows)
    expect(again.locator("[data-notice]")).to_be_hidden()


def test_reset_brings_the_rows_of_the_start(style: Locator) -> None:
    remover(style, 1).click()
    remover(style, 2).click()
    adder(style).click()
    style.get_by_role("button", name=INTERFACE["reset"]).click()
    expect_rows(style, [FAMILIES, BUSINESS, COUPLES])
    expect(adder(style)).to_be_enabled()
    expect(remover(style, 1)).to_be_enabled()


@pytest.mark.parametrize(
    "rows", [[], [COUPLES, FAMILIES], [FAMILIES, FAMILIES], [blank("s6")]], ids=repr
)
def test_kept_rows_that_do_not_fit_are_not_used(
    page: Page, address: str, site: Path, rows: list[dict[str, Any]]
) -> None:
    page.goto(f"{address}/search.html")
    page.evaluate(
        "([key, values]) => localStorage.setItem(key, JSON.stringify({ version: 1, values }))",
        [KEY, {"segments": rows, "service": "Mine"}],
    )
    page.goto(f"{address}/{page_of(site, STYLE.id)}")
    style = bring_to_life(page, STYLE.id)
    assert shown(style) == expected(STYLE, service="Mine")
    expect(style.locator("[data-notice]")).to_contain_text("A table with rows to add and remove:")


def test_a_row_touched_before_the_page_is_alive_stays(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}/search.html")
    page.evaluate(
        "([key, values]) => localStorage.setItem(key, JSON.stringify({ version: 1, values }))",
        [KEY, {"segments": [BUSINESS]}],
    )
    page.goto(f"{address}/{page_of(site, STYLE.id)}")
    # In one go, before the script of Python can have come.
    the_exercise(page, STYLE.id).evaluate(
        """(element) => {
          const name = element.querySelector('[data-row="s3"] [data-column="name"]');
          name.value = "Early";
          name.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    style = bring_to_life(page, STYLE.id)
    expect_rows(style, [BUSINESS, {**blank("s3"), "name": "Early"}])


def test_a_link_carries_the_rows(page: Page, place: str, site: Path) -> None:
    page.add_init_script(CLIPBOARD)
    page.goto(f"{place}/{page_of(site, STYLE.id)}")
    style = bring_to_life(page, STYLE.id)
    remover(style, 2).click()
    remover(style, 3).click()
    for _ in range(3):
        adder(style).click()
    cell(style, 3, "name").fill("Mine")
    cell(style, 4, "nights").fill("14")
    remover(style, 2).click()
    rows = [FAMILIES, {**blank("s3"), "name": "Mine"}, {**blank("s4"), "nights": 14}]
    expect_rows(style, rows)
    link = copied(page, style)
    assert carried_by(link) == {
        "segments": {"s2": None, "s3": {"name": "Mine"}, "s4": {"nights": 14}}
    }

    page.evaluate("() => localStorage.clear()")
    page.goto("about:blank")
    page.goto(link)
    opened = the_exercise(page, STYLE.id)
    expect(opened.locator("[data-shared]")).to_be_visible()
    expect_rows(opened, rows)
    choose(opened, "shared_back")
    expect_rows(opened, [FAMILIES, BUSINESS, COUPLES])


def test_a_link_carries_a_row_that_was_only_added(page: Page, address: str, site: Path) -> None:
    page.add_init_script(CLIPBOARD)
    page.goto(f"{address}/{page_of(site, STYLE.id)}")
    style = bring_to_life(page, STYLE.id)
    adder(style).click()
    assert carried_by(copied(page, style)) == {"segments": {"s4": {}}}


TABLES = [{"s6": {}}, {"s4": 3}, {"s4": {"gone": 1}}, {"s1": None, "s2": None, "s3": None},
          {"s6": None}, {"s4": {"nights": 99}}, [], None]  # fmt: skip


@pytest.mark.parametrize("carried", TABLES, ids=repr)
def test_rows_of_a_link_that_do_not_fit_are_refused(
    page: Page, address: str, site: Path, carried: Any
) -> None:
    troubles = Troubles(page)
    values = {"segments": carried, "service": "Linked"}
    page.goto(f"{address}/{page_of(site, STYLE.id)}{fragment(values, STYLE.id)}")
    style = the_exercise(page, STYLE.id)
    expect(style.locator("[data-shared]")).to_be_visible()
    expect(style.locator("[data-notice]")).to_be_visible()
    assert shown(style) == expected(STYLE, service="Linked")
    assert troubles == []


def test_a_fixed_table_loses_no_row_by_a_link(page: Page, address: str, site: Path) -> None:
    values = {"ratings": {"wifi": None}, "service": "Linked"}
    page.goto(f"{address}/{page_of(site, STYLE.id)}{fragment(values, STYLE.id)}")
    style = the_exercise(page, STYLE.id)
    expect(style.locator("[data-notice]")).to_be_visible()
    assert shown(style) == expected(STYLE, service="Linked")


def test_a_bad_cell_of_an_added_row_is_named_and_marked(style: Locator) -> None:
    adder(style).click()
    nights = cell(style, 4, "nights")
    nights.fill("99")
    expect(style.get_by_role("alert")).to_have_text(
        "Segment 4, Nights a stay: 99 does not lie between 0.5 and 14."
    )
    expect(nights).to_have_attribute("aria-invalid", "true")
    remover(style, 4).click()
    expect(style.get_by_role("alert")).to_have_text("")
    expect_rows(style, [FAMILIES, BUSINESS, COUPLES])


def test_without_scripts_the_rows_of_the_start_are_there_and_no_button(
    browser: Browser, address: str, site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(f"{address}/{page_of(site, STYLE.id)}")
    field = table(the_exercise(still, STYLE.id))
    expect(field.locator("[data-row]:visible")).to_have_count(3)
    expect(field.locator("button:visible")).to_have_count(0)
    context.close()


# The parts of the table: where the labels of its columns are, and how its first row lies.
LAYOUT = """(field) => {
  const row = field.querySelector("[data-row]");
  const tops = [...row.querySelectorAll("[data-column]")].map((c) => c.getBoundingClientRect().top);
  return {
    columns: field.querySelector("thead").getBoundingClientRect().width > 2,
    labels: getComputedStyle(row.querySelector("td"), "::before").content !== "none",
    oneLine: Math.max(...tops) - Math.min(...tops) < 20,
    inside: [...field.querySelectorAll("[data-row]:not([hidden]) :is(input, select, button)")]
      .every((c) => c.getBoundingClientRect().right <= field.getBoundingClientRect().right + 1),
  };
}"""


@pytest.mark.parametrize(("width", "cards"), [(320, True), (375, True), (700, False)])
def test_rows_are_cards_with_labels_where_there_is_little_room(
    browser: Browser, address: str, site: Path, width: int, cards: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/{page_of(site, STYLE.id)}")
    style = bring_to_life(page, STYLE.id)
    # Beside its results the table would be narrow on any screen.
    style.locator(".sq-body").evaluate("(body) => body.classList.add('sq-steps')")
    assert table(style).evaluate(LAYOUT) == {
        "columns": not cards,
        "labels": cards,
        "oneLine": not cards,
        "inside": True,
    }
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for button in [remover(style, 1), adder(style)]:
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    context.close()


def test_no_table_stands_next_to_a_container(page: Page, address: str) -> None:
    """Chromium leaves some of those tables without a layout (styles/rows.css)."""
    page.goto(f"{address}/exercises/q6-gap-four.html")
    kinds = page.evaluate(
        """() => [...document.querySelectorAll(".sq-rows")].map((table) =>
          [table.parentElement, table.closest(".sq-field"), table.closest("fieldset")].map(
            (element) => getComputedStyle(element).containerType))"""
    )
    assert kinds
    assert {kind for around in kinds for kind in around} == {"normal"}
