"""When an exercise starts: not before its reader does something, which then counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from servicequality.i18n.interface import INTERFACE
from tests.pages import (
    CHAPTER,
    EXPLORER,
    Troubles,
    chart_scores,
    control,
    expect_shown,
    expected,
    output,
    page_of,
    put_kept,
    shown,
    slid,
    the_exercise,
    touch,
)
from tests.test_page_alive import KEY, expect_bars, kept

QUESTION = "guess-and-compare"
LEFT = slid("expectation", -1)


@pytest.fixture
def tall(browser: Browser) -> Iterator[Page]:
    """An empty page so tall that a whole chapter is in sight, and nothing can be scrolled."""
    context = browser.new_context(viewport={"width": 1280, "height": 20000})
    yield context.new_page()
    context.close()


class Held(list[Route]):
    """Scripts that a page waits for: asked for, but not sent until `let_go`."""

    def __init__(self, page: Page, name: str) -> None:
        super().__init__()
        page.route(f"**/{name}-*.js*", lambda route: self.append(route))

    def wait(self, page: Page) -> None:
        """Waits until the page has asked."""
        while not self:
            page.evaluate("0")

    def let_go(self) -> None:
        """Sends what was asked for."""
        while self:
            self.pop().continue_()


def wheel(page: Page) -> None:
    """Turns the wheel, although there is nothing to scroll, and does not move the mouse."""
    page.evaluate("document.body.dispatchEvent(new WheelEvent('wheel', { bubbles: true }))")


def move(page: Page) -> None:
    """Moves the mouse over the head of the page."""
    page.mouse.move(600, 20)
    page.mouse.move(620, 25)


def press(page: Page) -> None:
    """Presses a key that does nothing."""
    page.keyboard.press("Shift")


def tap(page: Page) -> None:
    """Presses the mouse on the title of the page."""
    page.get_by_role("heading", level=1).click()


SIGNS = {"wheel": wheel, "mouse": move, "key": press, "tap": tap}


def asked_for(page: Page) -> list[str]:
    """The addresses that a page asks for, from now on."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    return addresses


def test_a_pointer_that_rests_on_a_page_is_no_sign(tall: Page, address: str) -> None:
    addresses = asked_for(tall)
    tall.goto(f"{address}/{CHAPTER}")
    tall.wait_for_load_state("networkidle")
    # As some browsers say it when a page is laid out below the pointer.
    tall.evaluate("document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))")
    tall.wait_for_timeout(300)
    tall.wait_for_load_state("networkidle")
    assert not any("/micropython-" in url for url in addresses)


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_a_page_waits_for_a_sign_of_life(
    tall: Page, address: str, sign: Callable[[Page], None]
) -> None:
    addresses = asked_for(tall)
    tall.goto(f"{address}/{CHAPTER}")
    tall.wait_for_load_state("networkidle")
    exercise = the_exercise(tall)
    expect(exercise).to_be_in_viewport(ratio=1)
    assert not any("/micropython-" in url for url in addresses)
    expect(exercise).to_have_attribute("data-state", "static")
    assert exercise.locator("[aria-busy]").count() == 0

    sign(tall)
    expect(exercise).to_have_attribute("data-state", "live")
    assert sum("/micropython-" in url for url in addresses) == 1
    assert not any("/vega-" in url for url in addresses)


def test_scrolling_to_an_exercise_starts_it(page: Page, place: str) -> None:
    page.goto(f"{place}/{CHAPTER}")
    the_exercise(page).evaluate("(element) => element.scrollIntoView()")
    expect(the_exercise(page)).to_have_attribute("data-state", "live")


def test_a_page_that_opens_further_down_starts_what_is_there(page: Page, place: str) -> None:
    page.goto(f"{place}/{CHAPTER}#exercise-{EXPLORER.id}")
    expect(the_exercise(page)).to_have_attribute("data-state", "live")


def test_an_exercise_far_away_waits_until_the_reader_comes(page: Page, place: str) -> None:
    page.goto(f"{place}/{CHAPTER}")
    last = page.locator("[data-exercise]").last
    press(page)
    the_exercise(page).evaluate("(element) => element.scrollIntoView()")
    expect(the_exercise(page)).to_have_attribute("data-state", "live")
    expect(last).to_have_attribute("data-state", "static")


@pytest.mark.parametrize("event", ["pointerenter", "pointerdown", "focusin"])
def test_an_exercise_that_is_touched_starts_at_once(page: Page, address: str, event: str) -> None:
    page.goto(f"{address}/{CHAPTER}")
    exercise = the_exercise(page)
    # By script alone, so that the page has seen no sign of life.
    exercise.evaluate("(element, event) => element.dispatchEvent(new PointerEvent(event))", event)
    expect(exercise).to_have_attribute("data-state", "live")
    expect(page.locator("[data-exercise]").last).to_have_attribute("data-state", "static")


# Holds the answer that pages from a folder wait for before they ask for what is kept.
HOLD_STORAGE = """
if (navigator.locks) {
  navigator.locks.query = () => new Promise((resolve) => (globalThis.letStorageGo = resolve));
}
"""


@pytest.mark.parametrize(
    "act", [press, lambda page: the_exercise(page).locator("input").first.focus()]
)
def test_what_is_done_before_the_storage_is_ready_counts(
    tall: Page, site: Path, act: Callable[[Page], None]
) -> None:
    tall.add_init_script(HOLD_STORAGE)
    tall.goto(f"{site.as_uri()}/{CHAPTER}")
    act(tall)
    expect(the_exercise(tall)).to_have_attribute("data-state", "static")
    tall.evaluate("letStorageGo()")
    expect(the_exercise(tall)).to_have_attribute("data-state", "live")


def test_what_is_moved_while_python_is_on_its_way_counts(page: Page, place: str) -> None:
    put_kept(
        page, place, {KEY: json.dumps({"version": 1, "values": {"expectation": 2, "belief": 4}})}
    )
    held = Held(page, "micropython")
    page.goto(f"{place}/{CHAPTER}")
    exercise = the_exercise(page)
    touch(exercise, "expectation", "ArrowLeft")
    held.wait(page)
    beside = exercise.locator('[data-field="expectation"] .sq-value')
    expect(beside).to_have_text(f"{LEFT:.1f}")
    expect(exercise).to_have_attribute("data-state", "static")

    held.let_go()
    # What was moved wins over what was kept, and what was kept over the start.
    expect_shown(exercise, expected(expectation=LEFT, belief=4))
    assert control(exercise, "expectation").input_value() == f"{LEFT:g}"
    assert control(exercise, "belief").input_value() == "4"
    assert (kept(page)["expectation"], kept(page)["belief"]) == (LEFT, 4)
    expect(exercise.get_by_role("status")).to_have_text(shown(exercise)["verdict"])
    picture = exercise.locator(".sq-chart-picture")
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect_bars(page, picture, chart_scores(expectation=LEFT, belief=4))


def test_a_slider_that_is_moved_and_moved_back_counts_too(page: Page, address: str) -> None:
    put_kept(page, address, {KEY: json.dumps({"version": 1, "values": {"expectation": 2}})})
    held = Held(page, "micropython")
    page.goto(f"{address}/{CHAPTER}")
    exercise = the_exercise(page)
    touch(exercise, "expectation", "ArrowLeft")
    touch(exercise, "expectation", "ArrowRight")
    held.wait(page)
    held.let_go()
    expect(exercise).to_have_attribute("data-state", "live")
    assert shown(exercise) == expected()
    assert kept(page)["expectation"] == slid("expectation", 0)


def test_what_is_changed_before_the_first_script_comes_counts(page: Page, place: str) -> None:
    put_kept(
        page, place, {KEY: json.dumps({"version": 1, "values": {"expectation": 2, "pull": "full"}})}
    )
    held = Held(page, "exercises")
    page.goto(f"{place}/{CHAPTER}", wait_until="commit")
    exercise = the_exercise(page)
    touch(exercise, "expectation", "End")
    control(exercise, "promise_heard").check()
    held.wait(page)
    held.let_go()
    expect(exercise).to_have_attribute("data-state", "live")
    values = {"expectation": 7, "promise_heard": True, "pull": "full"}
    expect_shown(exercise, expected(**values))
    assert {name: kept(page)[name] for name in values} == values


def test_saved_cells_stay_beside_one_that_is_changed_early(
    page: Page, address: str, site: Path
) -> None:
    page.goto(f"{address}/{page_of(site, QUESTION)}")
    exercise = the_exercise(page, QUESTION)
    touch_cell(exercise, "wifi", "7")
    expect(exercise).to_have_attribute("data-state", "live")
    touch_cell(exercise, "quiet_night", "31")
    exercise.locator('input[value="no_research"]').check()
    stored = f"localStorage.getItem('servicequality/exercise/{QUESTION}')"
    page.wait_for_function(f"{stored}?.includes('no_research')")

    held = Held(page, "micropython")
    # The browser may go back to where it was, and fetch before the page counts as loaded.
    page.reload(wait_until="domcontentloaded")
    touch_cell(exercise, "wifi", "9")
    exercise.locator('input[value="overpromise"]').check()
    held.wait(page)
    held.let_go()
    expect(exercise).to_have_attribute("data-state", "live")
    assert cell(exercise, "wifi").input_value() == "9"
    assert cell(exercise, "quiet_night").input_value() == "31"
    for cause in ("no_research", "overpromise"):
        expect(exercise.locator(f'input[value="{cause}"]')).to_be_checked()
    saved = json.loads(page.evaluate(stored))["values"]
    points = {row["id"]: row["importance"] for row in saved["ratings"]}
    assert (points["wifi"], points["quiet_night"]) == (9, 31)
    assert saved["causes"] == ["no_research", "overpromise"]


def cell(exercise: Locator, row: str) -> Locator:
    """The importance of an attribute, in question 5's table."""
    return exercise.locator(f"[data-row={row}] [data-column=importance]")


def touch_cell(exercise: Locator, row: str, text: str) -> None:
    """Enters an importance."""
    cell(exercise, row).fill(text)


def test_a_tap_on_a_diagram_is_not_lost_either(page: Page, place: str) -> None:
    held = Held(page, "micropython")
    page.goto(f"{place}/{CHAPTER}")
    model = the_exercise(page, "gap-model")
    model.locator('[data-pick="gap=G3"]').click()
    held.wait(page)
    expect(model.locator('input[value="G3"]')).to_be_checked()
    held.let_go()
    expect(output(model, "shown")).to_contain_text("Gap 3")


SIZES = """() => [document.documentElement.scrollHeight,
  ...[...document.querySelectorAll(".sq-exercise, .sq-exercise *")].map((element) => {
    const { top, height, width } = element.getBoundingClientRect();
    return element.closest(".sq-starting") ? 0 : [top + scrollY, height, width];
  })]"""


def test_a_start_that_takes_long_is_said_and_moves_nothing(page: Page, place: str) -> None:
    held = Held(page, "micropython")
    # A page that glides to where the focus is would be measured on its way.
    page.emulate_media(reduced_motion="reduce")
    page.clock.install(time=0)
    page.goto(f"{place}/{CHAPTER}")
    exercise = the_exercise(page)
    page.clock.pause_at(3_600_000)
    control(exercise, "perception").focus()
    held.wait(page)
    before: Any = page.evaluate(SIZES)
    results = exercise.get_by_role("group", name=INTERFACE["results"])
    hint = exercise.locator("[data-starting] span")
    page.clock.run_for(300)
    expect(results).to_have_attribute("aria-busy", "true")
    expect(hint).to_be_hidden()
    page.clock.run_for(200)
    expect(hint).to_have_text(INTERFACE["starting"])
    expect(hint).to_be_in_viewport(ratio=1)
    assert page.evaluate(SIZES) == before

    held.let_go()
    expect(exercise).to_have_attribute("data-state", "live")
    expect(hint).to_be_hidden()
    expect(results).not_to_have_attribute("aria-busy", "true")


def test_a_start_that_fails_ends_the_wait(page: Page, address: str) -> None:
    troubles = Troubles(page)
    page.route("**/micropython-*.js*", lambda route: route.abort())
    page.goto(f"{address}/{CHAPTER}")
    exercise = the_exercise(page)
    touch(exercise, "expectation", "ArrowLeft")
    expect(exercise).to_have_attribute("data-state", "failed")
    assert exercise.locator("[aria-busy]").count() == 0
    # The results are those of the start, as the notice says; the slider says where it stands.
    assert shown(exercise) == expected()
    expect(exercise.locator('[data-field="expectation"] .sq-value')).to_have_text(f"{LEFT:.1f}")
    assert [trouble for trouble in troubles if trouble.startswith("script error")] == []


def test_a_chart_is_drawn_anew_where_kept_entries_differ_from_its_picture(
    page: Page, place: str
) -> None:
    put_kept(page, place, {KEY: json.dumps({"version": 1, "values": {"perception": 2}})})
    page.goto(f"{place}/{CHAPTER}")
    exercise = the_exercise(page)
    exercise.evaluate("(element) => element.scrollIntoView()")
    picture = exercise.locator(".sq-chart-picture")
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect_bars(page, picture, chart_scores(perception=2))
