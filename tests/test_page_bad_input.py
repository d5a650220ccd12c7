"""Bad input on the page: named in the exercise, shown as text, and never the end of the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from servicequality.i18n.interface import INTERFACE
from tests.pages import (
    CHAPTER,
    EXPLORER,
    Troubles,
    bring_to_life,
    control,
    expect_shown,
    expected,
    open_live,
    output,
    section_of,
    show_interest,
    shown,
    slid,
    start_values,
    the_exercise,
    touch,
)
from tests.test_page_without_script import assert_rest_alive

# Expectation after one press of the left arrow.
LEFT = slid("expectation", -1)
START = slid("expectation", 0)
MARKUP = "<b>x</b><img src=x onerror=obeyed=1>&amp;{perception}"


def messages(exercise: Locator) -> Locator:
    """Where an exercise says what is wrong."""
    return exercise.get_by_role("alert")


def set_by_script(exercise: Locator, name: str, value: str) -> None:
    """Puts a value into a slider that its range forbids, as a browser's own tools can."""
    control(exercise, name).evaluate(
        """(slider, value) => {
          slider.removeAttribute("max");
          slider.max = "1000";
          slider.value = value;
          slider.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        value,
    )


def test_markup_is_shown_as_text(page: Page, place: str) -> None:
    exercise = open_live(page, place)
    elements = "(element) => element.querySelectorAll('*').length"
    before = output(exercise, "verdict").evaluate(elements)
    control(exercise, "service").fill(MARKUP)
    expect(output(exercise, "verdict")).to_have_text(expected(service=MARKUP)["verdict"])
    assert MARKUP in shown(exercise)["verdict"]
    assert output(exercise, "verdict").evaluate(elements) == before
    expect(exercise.get_by_role("status")).to_contain_text(MARKUP)
    assert exercise.locator("img, b").count() == 0
    assert page.evaluate("globalThis.obeyed") is None


def test_a_value_out_of_range_is_named_and_a_right_one_clears_it(page: Page, place: str) -> None:
    troubles = Troubles(page)
    exercise = open_live(page, place)
    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=LEFT))
    set_by_script(exercise, "perception", "99")
    expect(messages(exercise)).to_have_text("Perception (P): 99 does not lie between 1 and 7.")
    expect(messages(exercise)).to_be_visible()
    expect(messages(exercise).locator("p")).to_be_in_viewport(ratio=1)
    expect(control(exercise, "perception")).to_have_attribute("aria-invalid", "true")
    assert exercise.locator("[aria-invalid]").count() == 1
    assert shown(exercise) == expected(expectation=LEFT)
    assert is_marked_stale(exercise)

    # A second fault is named beside the first.
    set_by_script(exercise, "promise", "8")
    expect(messages(exercise).locator("p")).to_have_count(2)
    expect(messages(exercise)).to_contain_text("Promise (A)")

    set_by_script(exercise, "promise", str(slid("promise", 0)))
    touch(exercise, "perception", "Home")
    expect(messages(exercise)).to_have_text("")
    assert exercise.locator("[aria-invalid]").count() == 0
    expect_shown(exercise, expected(expectation=LEFT, perception=1))
    assert not is_marked_stale(exercise)
    assert_rest_alive(page)
    assert troubles == []


def is_marked_stale(exercise: Locator) -> bool:
    """Whether results are said to be older than what the form holds, in words and by an edge.

    They are as easy to read as before.
    """
    edges = """(outputs) => outputs.map((output) => getComputedStyle(output).borderLeftStyle)"""
    outputs = exercise.locator("[data-output]:not(:empty)")
    assert outputs.count() > 3
    found = set(outputs.evaluate_all(edges))
    said = exercise.get_by_text(INTERFACE["stale"]).is_visible()
    assert found == ({"dashed"} if said else {"none"})
    faint = """(outputs) => outputs.some((output) =>
      [...output.children].some((child) => getComputedStyle(child).opacity !== "1"))"""
    assert not outputs.evaluate_all(faint)
    return said


def test_a_value_out_of_range_is_not_brought_back_by_a_reload(page: Page, place: str) -> None:
    exercise = open_live(page, place)
    set_by_script(exercise, "perception", "99")
    expect(messages(exercise)).not_to_be_empty()
    page.reload()
    exercise = bring_to_life(page)
    assert control(exercise, "perception").input_value() == f"{start_values()['perception']:g}"
    assert shown(exercise) == expected()


# Mistakes that come out only where the reader lowers Expectation.
MISTAKES = {
    "raises": "1 / 0",
    "wrong shape": "{}",
    "not finite": "dict(compute_well(values), customer_gap=float('inf'))",
    "unknown id": "dict(compute_well(values), verdict='sideways')",
    "no list": "dict(compute_well(values), rows=7)",
    "endless": "deeper(1)",
}
FAULTY = """

compute_well = compute

def deeper(depth):
    return deeper(depth + 1)

def compute(values):
    if values["expectation"] > {limit}:
        return compute_well(values)
    return {mistake}
"""


def with_faulty_compute(site: Path, mistake: str, limit: float = (LEFT + START) / 2) -> str:
    """The chapter's HTML with a compute that makes a mistake where Expectation is not above."""
    html = (site / CHAPTER).read_text(encoding="utf-8")
    found = section_of(html)
    payload = json.loads(found[2])
    payload["source"] += FAULTY.replace("{mistake}", mistake).replace("{limit}", str(limit))
    written = json.dumps(payload).replace("<", "\\u003c")
    return html[: found.start(2)] + written + html[found.end(2) :]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_compute_that_fails_says_so_in_the_exercise_alone(
    page: Page, place: str, site: Path, mistake: str
) -> None:
    troubles = Troubles(page)
    body = with_faulty_compute(site, MISTAKES[mistake])
    page.route(f"**/{CHAPTER}", lambda route: route.fulfill(body=body, content_type="text/html"))
    exercise = open_live(page, place)
    touch(exercise, "perception", "Home")
    expect_shown(exercise, expected(perception=1))

    touch(exercise, "expectation", "ArrowLeft")
    expect(messages(exercise)).to_have_text(INTERFACE["cannot_compute"])
    expect(messages(exercise)).to_be_visible()
    assert shown(exercise) == expected(perception=1)
    assert is_marked_stale(exercise)
    assert exercise.locator("[aria-invalid]").count() == 0

    # The exercise itself goes on, and so does the page.
    touch(exercise, "expectation", "ArrowRight")
    expect(messages(exercise)).to_have_text("")
    expect_shown(exercise, expected(perception=1))
    assert not is_marked_stale(exercise)
    assert_rest_alive(page)
    assert troubles == []


def test_a_compute_that_is_no_python_fails_before_it_lives(
    page: Page, place: str, site: Path
) -> None:
    troubles = Troubles(page)
    body = with_faulty_compute(site, ")(")
    page.route(f"**/{CHAPTER}", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{place}/{CHAPTER}")
    exercise = the_exercise(page)
    show_interest(exercise)
    expect(exercise).to_have_attribute("data-state", "failed")
    expect(exercise.locator("[data-notice]")).to_have_text(INTERFACE["failed"])
    assert shown(exercise) == expected()
    assert_rest_alive(page)
    assert troubles == []


def test_an_exercise_beside_a_broken_one_works(page: Page, place: str, site: Path) -> None:
    html = (site / CHAPTER).read_text(encoding="utf-8")
    section = section_of(html)[0]
    sick = section_of(with_faulty_compute(site, "1 / 0", limit=99))[0]
    body = html.replace(section, sick.replace(EXPLORER.id, "broken") + section)
    page.route(f"**/{CHAPTER}", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{place}/{CHAPTER}")
    bad = bring_to_life(page, "broken")
    expect(messages(bad)).to_have_text(INTERFACE["cannot_compute"])
    good = bring_to_life(page)
    touch(good, "expectation", "ArrowLeft")
    expect_shown(good, expected(expectation=LEFT))
    expect(messages(good)).to_have_text("")
