"""The lecture view: one exercise alone, large, by button or by address, and back again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.declare import Exercise
from servicequality.i18n.interface import INTERFACE
from tests.of_each_kind import of_each_kind
from tests.pages import (
    CHAPTER,
    EXPLORER,
    Troubles,
    bring_to_life,
    control,
    expect_shown,
    expected,
    page_of,
    section_of,
    shown,
    slid,
    the_exercise,
    touch,
)
from tests.test_page_link import CLIPBOARD, copied

ASKED = f"#exercise-{EXPLORER.id}?lecture"
BESIDE = [exercise for exercise in of_each_kind() if not exercise.in_steps]


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    """An empty page of the size of a usual projector."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def switch(exercise: Locator) -> Locator:
    """The button that enters and leaves the view."""
    return exercise.locator('[data-action="lecture"]')


def enter(page: Page, exercise_id: str = EXPLORER.id) -> Locator:
    """The exercise of the open page, entered by its button."""
    exercise = bring_to_life(page, exercise_id)
    switch(exercise).click()
    expect(page.locator("html")).to_have_attribute("data-lecture", exercise_id)
    return exercise


# What is seen, heard or reached outside an exercise.
OUTSIDE = """(exercise) => {
  const others = [...document.querySelectorAll("body *")].filter((element) =>
    !exercise.contains(element) && !element.contains(exercise));
  const seen = others.filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  });
  const heard = others.filter((element) => element.checkVisibility());
  return { seen: seen.map(({ outerHTML }) => outerHTML.slice(0, 80)),
           heard: heard.map(({ tagName }) => tagName) };
}"""
FONT = "() => parseFloat(getComputedStyle(document.documentElement).fontSize)"


def assert_alone(exercise: Locator) -> None:
    """Fails where something besides an exercise is to be seen, or more than headings be heard."""
    outside = exercise.evaluate(OUTSIDE)
    assert outside["seen"] == []
    assert set(outside["heard"]) <= {"H1", "H2", "H3"}
    assert "H1" in outside["heard"]


@pytest.mark.parametrize("exercise", of_each_kind(), ids=lambda exercise: exercise.id)
def test_one_exercise_fills_the_screen_alone_and_large(
    wide: Page, address: str, site: Path, exercise: Exercise
) -> None:
    troubles = Troubles(wide)
    wide.goto(f"{address}/{page_of(site, exercise.id)}")
    before = wide.evaluate(FONT)
    element = enter(wide, exercise.id)
    assert_alone(element)
    assert 1.4 <= wide.evaluate(FONT) / before <= 1.6
    box = element.bounding_box()
    assert box is not None
    assert (box["x"], box["y"]) == (0, 0)
    assert box["width"] > 1280 - 20
    assert box["height"] >= 720
    assert wide.evaluate("document.documentElement.scrollWidth") <= 1280
    assert troubles == []


@pytest.mark.parametrize("exercise", BESIDE, ids=lambda exercise: exercise.id)
def test_inputs_stand_left_of_the_results(
    wide: Page, address: str, site: Path, exercise: Exercise
) -> None:
    wide.goto(f"{address}/{page_of(site, exercise.id)}")
    element = enter(wide, exercise.id)
    inputs = element.locator(".sq-inputs").bounding_box()
    results = element.locator(".sq-results").bounding_box()
    assert inputs is not None
    assert results is not None
    assert inputs["x"] + inputs["width"] <= results["x"]
    assert abs(inputs["y"] - results["y"]) < 2
    assert results["x"] + results["width"] > 1100


def test_figure_and_chart_stay_in_sight_while_sliders_are_moved(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{CHAPTER}{ASKED}")
    exercise = bring_to_life(wide)
    control(exercise, "delivery").scroll_into_view_if_needed()
    touch(exercise, "delivery", "End")
    expect(exercise.locator(".sq-figure-value")).to_be_in_viewport(ratio=1)
    expect(exercise.locator(".sq-chart-picture")).to_be_in_viewport(ratio=1)
    # The rest is reached by keyboard.
    table = exercise.locator("[data-output=gaps] tr").last
    expect(table).not_to_be_in_viewport(ratio=1)
    exercise.get_by_role("group", name=INTERFACE["results"]).press("End")
    expect(table).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("by", ["button", "escape"])
def test_leaving_brings_back_the_page_as_it_was(wide: Page, place: str, by: str) -> None:
    wide.goto(f"{place}/{CHAPTER}#the-weekend-gap-by-gap")
    exercise = bring_to_life(wide)
    wide.mouse.move(0, 0)
    wide.evaluate("scrollBy({ top: 123, behavior: 'instant' })")
    before = wide.evaluate("[scrollY, document.documentElement.scrollHeight]")
    switch(exercise).evaluate("(button) => button.focus({ preventScroll: true })")
    wide.keyboard.press("Enter")
    expect(wide.locator("html")).to_have_attribute("data-lecture", EXPLORER.id)
    expect(wide).to_have_url(f"{place}/{CHAPTER}{ASKED}")
    expect(switch(exercise)).to_have_text(INTERFACE["leave_lecture"])
    expect(switch(exercise)).to_be_focused()
    expect(switch(exercise)).to_be_in_viewport()

    if by == "escape":
        wide.keyboard.press("Escape")
    else:
        wide.keyboard.press("Enter")
    assert wide.locator("html").get_attribute("data-lecture") is None
    assert wide.evaluate("[scrollY, document.documentElement.scrollHeight]") == before
    expect(wide).to_have_url(f"{place}/{CHAPTER}#the-weekend-gap-by-gap")
    expect(switch(exercise)).to_have_text(INTERFACE["lecture"])
    expect(switch(exercise)).to_be_focused()
    expect(wide.locator(".sq-site-head")).to_be_visible()
    assert wide.locator("[data-lecture-chain], [data-lecture-shown]").count() == 0


def test_the_keyboard_stays_with_the_exercise(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{CHAPTER}{ASKED}")
    exercise = bring_to_life(wide)
    expect(exercise.locator(".sq-title")).to_be_focused()
    inside = """(exercise) => exercise.contains(document.activeElement)
      || document.activeElement === document.body"""
    wide.keyboard.press("Tab")
    expect(exercise.locator("summary").first).to_be_focused()
    for _ in range(30):
        wide.keyboard.press("Tab")
        assert exercise.evaluate(inside)


def test_the_address_asks_for_the_view(wide: Page, place: str) -> None:
    troubles = Troubles(wide)
    wide.goto(f"{place}/{CHAPTER}{ASKED}")
    exercise = the_exercise(wide)
    # Without a touch: whoever asks for it means it.
    expect(exercise).to_have_attribute("data-state", "live")
    assert_alone(exercise)
    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=slid("expectation", -1)))
    wide.reload()
    assert_alone(the_exercise(wide))

    wide.keyboard.press("Escape")
    expect(wide).to_have_url(f"{place}/{CHAPTER}")
    expect(exercise.locator(".sq-title")).to_be_in_viewport()
    expect(wide.locator(".sq-site-head")).to_be_visible()
    assert troubles == []


def test_a_link_may_carry_values_into_the_view_and_out_of_it(wide: Page, place: str) -> None:
    wide.add_init_script(CLIPBOARD)
    carried = quote(json.dumps({"expectation": 6.5}))
    wide.goto(f"{place}/{CHAPTER}{ASKED}&v={carried}")
    exercise = the_exercise(wide)
    expect(exercise.locator("[data-shared]")).to_be_visible()
    expect_shown(exercise, expected(expectation=6.5))
    assert_alone(exercise)
    link = copied(wide, exercise)
    assert link == f"{place}/{CHAPTER}{ASKED}&v=%7B%22expectation%22:6.5%7D"

    # Leaving does not decide about the values, deciding does not leave.
    wide.keyboard.press("Escape")
    expect(wide).to_have_url(
        f"{place}/{CHAPTER}#exercise-{EXPLORER.id}?v=%7B%22expectation%22:6.5%7D"
    )
    switch(exercise).click()
    expect(wide).to_have_url(link)
    exercise.get_by_role("button", name=INTERFACE["shared_back"]).click()
    expect(wide).to_have_url(f"{place}/{CHAPTER}{ASKED}")
    assert_alone(exercise)
    assert shown(exercise) == expected()


def test_an_address_followed_on_the_open_page_enters_changes_and_leaves(
    wide: Page, address: str
) -> None:
    wide.goto(f"{address}/{CHAPTER}")
    go = "(hash) => { location.hash = hash }"
    wide.evaluate(go, ASKED)
    expect(the_exercise(wide)).to_have_attribute("data-lecture-shown", "")
    wide.evaluate(go, "#exercise-gap-model?lecture")
    expect(the_exercise(wide, "gap-model")).to_have_attribute("data-lecture-shown", "")
    assert_alone(the_exercise(wide, "gap-model"))
    assert wide.locator("[data-lecture-shown]").count() == 1
    wide.evaluate(go, "#what-critics-say")
    expect(wide.get_by_role("heading", name="What critics say")).to_be_in_viewport()
    assert wide.locator("html").get_attribute("data-lecture") is None
    expect(wide).to_have_url(f"{address}/{CHAPTER}#what-critics-say")


def test_escape_that_closes_a_list_does_not_leave(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{CHAPTER}{ASKED}")
    exercise = bring_to_life(wide)
    field = control(exercise, "pull")
    field.click()
    expect(wide.locator("select:open")).to_have_count(1)
    # Keys go to the open list, not to the page; some browsers tell the page as well.
    field.dispatch_event("keydown", {"key": "Escape", "bubbles": True})
    expect(wide.locator("html")).to_have_attribute("data-lecture", EXPLORER.id)
    wide.keyboard.press("Escape")
    expect(wide.locator("select:open")).to_have_count(0)
    expect(wide.locator("html")).to_have_attribute("data-lecture", EXPLORER.id)
    # With the list closed it leaves from there too.
    wide.keyboard.press("Escape")
    expect(wide.locator("html")).not_to_have_attribute("data-lecture", EXPLORER.id)


@pytest.mark.parametrize(
    "event", [{"isComposing": True}, {"cancelled": True}], ids=["composing", "used"]
)
def test_escape_that_means_something_else_does_not_leave(
    wide: Page, address: str, event: dict[str, bool]
) -> None:
    wide.goto(f"{address}/{CHAPTER}{ASKED}")
    control(bring_to_life(wide), "service").evaluate(
        """(field, { cancelled, isComposing }) => {
          if (cancelled) field.addEventListener("keydown", (event) => event.preventDefault());
          field.dispatchEvent(new KeyboardEvent("keydown",
            { key: "Escape", bubbles: true, cancelable: true, isComposing }));
        }""",
        event,
    )
    expect(wide.locator("html")).to_have_attribute("data-lecture", EXPLORER.id)


def test_the_note_on_keeping_is_left_out_and_the_model_answer_is_not(
    wide: Page, address: str, site: Path
) -> None:
    wide.goto(f"{address}/{page_of(site, 'guess-and-compare')}")
    exercise = enter(wide, "guess-and-compare")
    expect(exercise.locator("[data-kept]")).to_be_hidden()
    control(exercise, "show_model").check()
    expect(exercise.locator('[data-output="model_answer"] .sq-model-answer')).to_be_visible()


def test_paper_gets_that_exercise_in_its_usual_size(wide: Page, address: str) -> None:
    wide.goto(f"{address}/{CHAPTER}")
    wide.emulate_media(media="print")
    usual = wide.evaluate(FONT)
    wide.emulate_media(media="screen")
    exercise = enter(wide)
    wide.emulate_media(media="print")
    assert wide.evaluate(FONT) == usual
    assert_alone(exercise)
    expect(exercise.locator(".sq-chart-picture")).to_be_visible()
    # Nothing that one can only press.
    assert exercise.get_by_role("button").count() == 0


# A page that has nothing of the course's own layout, and does its best to be in the way.
STRANGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Strange</title>
<style>
  body {{ display: flex; max-width: 40rem; margin: 3rem auto; padding: 2rem; }}
  .out {{ display: grid; grid-template-columns: 8rem 10rem; overflow: hidden; height: 300px;
         transform: translate(30px, 40px); position: relative; width: 18rem; }}
  .in {{ grid-column: 2; max-width: 9rem; padding: 1rem; filter: blur(0); contain: strict; }}
  .in::before {{ content: "Before"; display: block; height: 4rem; }}
</style>
{sheets}{script}</head><body><p>Above</p><div class="out"><h1>Strange</h1><aside>Beside</aside>
<div class="in"><p id="near" style="display: flex">Near</p>{section}</div></div>
<dialog open>Dialog</dialog></body></html>"""


def test_the_view_does_not_lean_on_the_layout_of_the_page(
    wide: Page, address: str, site: Path
) -> None:
    html = (site / CHAPTER).read_text(encoding="utf-8")
    sheets = "".join(part for part in html.split("\n") if 'rel="stylesheet"' in part)
    script = next(part for part in html.split("\n") if "/exercises-" in part)
    body = STRANGE.format(sheets=sheets, script=script, section=section_of(html)[0])
    place = f"{address}/chapters/strange.html"
    wide.route(f"{place}*", lambda route: route.fulfill(body=body, content_type="text/html"))
    wide.goto(f"{place}{ASKED}")
    exercise = bring_to_life(wide)
    wide.evaluate("document.body.append(document.createTextNode(''), document.createElement('hr'))")
    assert exercise.evaluate(OUTSIDE)["seen"] == []
    box: Any = exercise.bounding_box()
    assert (box["x"], box["y"]) == (0, 0)
    assert box["width"] > 1260
    assert box["height"] > 1500
    wide.keyboard.press("Escape")
    expect(wide.get_by_text("Beside")).to_be_visible()
