"""The exercise on its page: it comes alive, answers the keyboard and keeps what was entered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from servicequality.i18n.interface import INTERFACE
from tests.pages import (
    CHAPTER,
    EXPLORER,
    Troubles,
    answer_dialogs,
    bring_to_life,
    chart_scores,
    control,
    expect_shown,
    expected,
    open_live,
    output,
    put_kept,
    shown,
    slid,
    start_values,
    the_exercise,
    touch,
)

# Expectation after one press of the left arrow.
LEFT = slid("expectation", -1)
KEY = f"servicequality/exercise/{EXPLORER.id}"

# Lengths of the chart's bars, from top to bottom.
BARS = """(picture) => [...picture.querySelectorAll(".mark-rect path")]
  .map((bar) => bar.getBBox().width)"""

STATES = """
  globalThis.states = [];
  new MutationObserver((changes) => changes.forEach(({ target, oldValue }) =>
    states.push([target.dataset.exercise, oldValue, target.dataset.state]),
  )).observe(document, { subtree: true, attributeFilter: ["data-state"], attributeOldValue: true });
"""


def kept(page: Page) -> Any:
    """The values that the browser keeps for the exercise, or None."""
    text = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    return None if text is None else json.loads(text)["values"]


def form(exercise: Locator) -> dict[str, str | bool]:
    """What the form shows, by field name."""
    found = {}
    for field in EXPLORER.fields:
        place = control(exercise, field.name)
        found[field.name] = place.is_checked() if field.kind == "yes_no" else place.input_value()
    return found


def as_shown(values: dict[str, Any]) -> dict[str, str | bool]:
    """Values as the form shows them: numbers in their shortest writing."""
    return {
        name: value if isinstance(value, (str, bool)) else f"{value:g}"
        for name, value in values.items()
    }


def change_everything(exercise: Locator) -> dict[str, Any]:
    """Changes one field of each kind; gives all values that the form then holds."""
    touch(exercise, "expectation", "End")
    control(exercise, "service").fill("Закуска & <чай>")
    control(exercise, "promise_heard").check()
    control(exercise, "pull").select_option("full")
    control(exercise, "conclusion").fill("First line\nsecond line")
    return {
        **start_values(),
        "expectation": 7,
        "service": "Закуска & <чай>",
        "promise_heard": True,
        "pull": "full",
        "conclusion": "First line\nsecond line",
    }


def test_it_goes_from_static_to_live_once(page: Page, place: str) -> None:
    page.add_init_script(STATES)
    exercise = open_live(page, place)
    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=LEFT))
    states = page.evaluate("states")
    assert [EXPLORER.id, "static", "live"] in states
    # The exercises beside it may have come alive too, each of them once.
    assert len({name for name, *_ in states}) == len(states)
    assert all(change == ["static", "live"] for _, *change in states)


def test_it_comes_alive_when_reached_by_keyboard(page: Page, place: str) -> None:
    page.goto(f"{place}/{CHAPTER}")
    exercise = the_exercise(page)
    page.keyboard.press("Tab")
    expect(exercise).to_have_attribute("data-state", "static")
    control(exercise, "expectation").focus()
    expect(exercise).to_have_attribute("data-state", "live")


@pytest.mark.parametrize(("key", "step"), [("ArrowLeft", -1), ("ArrowRight", 1)])
def test_an_arrow_key_changes_figure_table_and_chart(
    page: Page, place: str, key: str, step: int
) -> None:
    troubles = Troubles(page)
    exercise = open_live(page, place)
    picture = output(exercise, "gap_chart").locator(".sq-chart-picture")
    built = picture.evaluate(BARS)

    touch(exercise, "expectation", key)
    value = slid("expectation", step)
    scores = chart_scores(expectation=value)
    written = f"−{-scores[-1]:.1f}"
    expect(output(exercise, "customer_gap").locator(".sq-figure-value")).to_have_text(
        f"{written} points"
    )
    last_row = output(exercise, "gaps").locator("tbody tr").last
    expect(last_row.locator(".sq-number")).to_have_text(written)
    expect_shown(exercise, expected(expectation=value))

    expect(picture).to_have_attribute("data-chart-state", "live")
    expect_bars(page, picture, scores)
    assert picture.evaluate(BARS) != built

    # The next step changes the living picture in place.
    drawing = picture.locator("svg").element_handle()
    touch(exercise, "expectation", key)
    expect_bars(page, picture, chart_scores(expectation=slid("expectation", 2 * step)))
    assert drawing.evaluate("(svg) => svg.isConnected")
    assert troubles == []


def expect_bars(page: Page, picture: Locator, scores: list[float]) -> None:
    """Waits until the chart's bars are as long, compared with each other, as the scores."""
    sizes = [abs(score) for score in scores]
    page.wait_for_function(
        f"""([picture, sizes]) => {{
          const bars = ({BARS})(picture);
          return bars.length === sizes.length && sizes.every((size, n) =>
            Math.abs(bars[n] / bars.at(-1) - size / sizes.at(-1)) < 0.02);
        }}""",
        arg=[picture.element_handle(), sizes],
    )


def test_the_value_beside_a_slider_follows_it(page: Page, place: str) -> None:
    exercise = open_live(page, place)
    beside = exercise.locator('[data-field="expectation"] .sq-value')
    expect(beside).to_have_text(f"{slid('expectation', 0):.1f}")
    touch(exercise, "expectation", "Home")
    expect(beside).to_have_text("1.0")


def test_values_survive_a_reload(page: Page, place: str) -> None:
    exercise = open_live(page, place)
    expect(exercise.locator("[data-kept]")).to_have_text(INTERFACE["kept"])
    values = change_everything(exercise)
    expect_shown(exercise, expected(**values))
    page.wait_for_function(
        "([key]) => localStorage.getItem(key)?.includes('second line')", arg=[KEY]
    )

    page.reload()
    exercise = bring_to_life(page)
    assert form(exercise) == as_shown(values)
    assert shown(exercise) == expected(**values)
    expect(exercise.locator("[data-notice]")).to_be_hidden()


def test_reset_restores_the_start_values_and_forgets_the_rest(page: Page, place: str) -> None:
    page.goto(f"{place}/{CHAPTER}")
    built = shown(the_exercise(page))
    exercise = bring_to_life(page)
    change_everything(exercise)
    page.wait_for_function(
        "([key]) => localStorage.getItem(key)?.includes('second line')", arg=[KEY]
    )

    asked = answer_dialogs(page)
    exercise.get_by_role("button", name=INTERFACE["reset"]).click()
    assert asked == [INTERFACE["reset_asks"]]
    assert form(exercise) == as_shown(start_values())
    assert shown(exercise) == built
    expect(exercise.get_by_role("status")).to_have_text(INTERFACE["reset_done"])
    assert kept(page) is None

    page.reload()
    exercise = bring_to_life(page)
    assert form(exercise) == as_shown(start_values())
    assert shown(exercise) == built


def test_two_pages_with_the_same_exercise_share_its_values(
    page: Page, place: str, site: Path
) -> None:
    exercise = open_live(page, place)
    touch(exercise, "perception", "End")
    page.wait_for_function("([key]) => localStorage.getItem(key) !== null", arg=[KEY])

    other = page.context.new_page()
    other.route("**/chapters/another-page.html", lambda route: route.fulfill(path=site / CHAPTER))
    other.goto(f"{place}/chapters/another-page.html")
    second = bring_to_life(other)
    assert control(second, "perception").input_value() == "7"
    assert shown(second) == expected(perception=7)


def test_a_change_is_announced_in_one_short_sentence(page: Page, place: str) -> None:
    exercise = open_live(page, place)
    region = exercise.get_by_role("status")
    assert exercise.locator("[aria-live], [role=status], [role=alert]").count() == 2
    expect(region).to_have_text("")
    region.evaluate(
        """(region) => {
          globalThis.announced = [];
          new MutationObserver(() => announced.push(region.textContent))
            .observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )
    page.clock.install()
    for _ in range(3):
        touch(exercise, "expectation", "ArrowLeft")
        page.clock.run_for(200)
    assert page.evaluate("announced") == []
    page.clock.run_for(2000)

    announced = page.evaluate("announced")
    assert announced == [expected(expectation=slid("expectation", -3))["verdict"]]
    assert len(announced[0]) < 150


BLOCKED = """
  Object.defineProperty(globalThis, "localStorage", {
    get() { throw new DOMException("blocked", "SecurityError"); },
  });
"""
NO_ROOM = """
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
"""


@pytest.mark.parametrize(
    ("fault", "told"),
    [(BLOCKED, "not_kept"), (NO_ROOM, "kept_full")],
    ids=["blocked", "no room"],
)
def test_it_works_where_nothing_can_be_kept_and_says_so(
    page: Page, place: str, fault: str, told: str
) -> None:
    page.add_init_script(fault)
    exercise = open_live(page, place)
    expect(exercise.locator("[data-kept]")).to_have_text(INTERFACE[told])
    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=LEFT))
    expect(exercise.locator("[data-kept]")).to_have_text(INTERFACE[told])
    exercise.get_by_role("button", name=INTERFACE["reset"]).click()
    assert shown(exercise) == expected()


FILL = """() => {
  let size = 1 << 22;
  for (let name = 0; size >= 1; name += 1) {
    try { localStorage.setItem(`filler ${name}`, "x".repeat(size)); } catch { size >>= 1; }
  }
}"""


def test_storage_that_fills_up_is_said_and_noticed_when_it_is_free_again(
    page: Page, place: str
) -> None:
    exercise = open_live(page, place)
    note = exercise.locator("[data-kept]")
    expect(note).to_have_text(INTERFACE["kept"])
    page.evaluate(FILL)
    control(exercise, "conclusion").fill("x" * 4000)
    expect(note).to_have_text(INTERFACE["kept_full"])
    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=LEFT))

    page.evaluate("localStorage.clear()")
    control(exercise, "service").fill("Breakfast")
    expect(note).to_have_text(INTERFACE["kept"])
    assert kept(page)["conclusion"] == "x" * 4000


DAMAGED = [
    "",
    "{",
    "null",
    "7",
    '"text"',
    "[]",
    '{"expectation": 2}',
    '{"version": 1}',
    '{"version": 1, "values": null}',
    '{"version": 1, "values": [2]}',
    '{"version": 1, "values": {"a field of long ago": 2}}',
]


@pytest.mark.parametrize("stored", DAMAGED)
def test_damaged_or_foreign_entries_do_no_harm(page: Page, address: str, stored: str) -> None:
    troubles = Troubles(page)
    others = {"servicequality/exercise/another": "{", "mine": "1"}
    put_kept(page, address, {KEY: stored, **others})
    exercise = open_live(page, address)
    assert form(exercise) == as_shown(start_values())
    assert shown(exercise) == expected()

    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=LEFT))
    assert kept(page)["expectation"] == LEFT
    left = page.evaluate("(names) => names.map((name) => localStorage.getItem(name))", [*others])
    assert left == [*others.values()]
    assert troubles == []


UNFIT = [
    ("expectation", 99, "Expectation (E): 99 does not lie between 1 and 7."),
    ("expectation", -1e300, "Expectation (E)"),
    ("expectation", "6", "Expectation (E): this is not a number."),
    ("expectation", True, "Expectation (E): this is not a number."),
    ("expectation", None, "Expectation (E): this is not a number."),
    (
        "promise_heard",
        "yes",
        "Guests heard the promise before they came: tick it or leave it empty.",
    ),
    ("pull", "tenth", "How far a heard promise lifts expectations: choose one of the options."),
    ("service", 5, "Service you rate: this is not a text."),
    ("conclusion", ["x"], "Which gap would you work on first"),
]


@pytest.mark.parametrize(("field", "value", "message"), UNFIT)
def test_a_stored_value_that_does_not_fit_is_not_used_and_said(
    page: Page, address: str, field: str, value: Any, message: str
) -> None:
    put_kept(
        page, address, {KEY: json.dumps({"version": 1, "values": {"belief": 4, field: value}})}
    )
    exercise = open_live(page, address)
    assert form(exercise) == as_shown({**start_values(), "belief": 4})
    assert shown(exercise) == expected(belief=4)
    notice = exercise.locator("[data-notice]")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text(INTERFACE["saved_refused"].split("{")[0].strip())
    expect(notice).to_contain_text(message)


def test_start_values_end_the_notice_on_a_stored_value(page: Page, place: str) -> None:
    page.route("**/vega-*.js*", lambda route: route.abort())
    put_kept(page, place, {KEY: json.dumps({"version": 1, "values": {"expectation": 99}})})
    exercise = open_live(page, place)
    notice = exercise.locator("[data-notice]")
    expect(notice).to_contain_text("99 does not lie between 1 and 7.")
    # What else the reader was told still holds.
    touch(exercise, "expectation", "ArrowLeft")
    expect(notice).to_contain_text(INTERFACE["chart_failed"])
    exercise.get_by_role("button", name=INTERFACE["reset"]).click()
    expect(notice).to_have_text(INTERFACE["chart_failed"])


def test_markup_among_stored_entries_is_shown_as_text(page: Page, address: str) -> None:
    markup = "<img src=x onerror=globalThis.obeyed=1><b>bold</b>"
    put_kept(page, address, {KEY: json.dumps({"version": 1, "values": {"service": markup}})})
    exercise = open_live(page, address)
    expect(output(exercise, "verdict")).to_contain_text(markup)
    assert exercise.locator("img, b").count() == 0
    assert page.evaluate("globalThis.obeyed") is None
