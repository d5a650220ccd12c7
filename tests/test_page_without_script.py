"""The page where scripts are off, or where the exercise's own cannot run: still worth reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.i18n.interface import INTERFACE
from tests.pages import (
    CHAPTER,
    EXPLORER,
    Troubles,
    control,
    expect_shown,
    expected,
    open_live,
    output,
    show_interest,
    shown,
    slid,
    start_values,
    the_exercise,
    touch,
)


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """An empty page, the size of a phone, whose browser runs no scripts."""
    context = browser.new_context(viewport={"width": 375, "height": 812}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_inputs_and_result_are_shown(scriptless: Page, place: str) -> None:
    scriptless.goto(f"{place}/{CHAPTER}")
    exercise = the_exercise(scriptless)
    expect(exercise).to_have_attribute("data-state", "static")
    for name, value in start_values().items():
        field = control(exercise, name)
        expect(field).to_be_visible()
        if isinstance(value, bool):
            assert field.is_checked() == value
        else:
            assert field.input_value() == (value if isinstance(value, str) else f"{value:g}")
    texts = expected()
    assert shown(exercise) == texts
    for view in EXPLORER.views:
        # A sentence that has nothing to say takes no room.
        expect(output(exercise, view.name)).to_be_visible(visible=texts[view.name] != "")


def test_without_scripts_chart_and_table_can_be_read(scriptless: Page, place: str) -> None:
    scriptless.goto(f"{place}/{CHAPTER}")
    exercise = the_exercise(scriptless)
    picture = output(exercise, "gap_chart").locator(".sq-chart-picture svg")
    size = picture.bounding_box()
    assert size is not None
    assert size["width"] > 250
    assert size["height"] > 120
    assert picture.locator(".mark-rect path").count() == 5
    rows = output(exercise, "gaps").locator("tbody tr")
    assert rows.count() == 5
    for row in rows.all():
        expect(row).to_be_visible()
    assert_dark_on_light(output(exercise, "gaps").locator("tbody tr").first)


def assert_dark_on_light(element: Locator) -> None:
    """Fails where the page's colours are missing, as they are where the theme waits for scripts."""
    ink = element.evaluate("(element) => getComputedStyle(element).color")
    paper = element.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert luminance(paper) - luminance(ink) > 0.5, (ink, paper)


def luminance(colour: str) -> float:
    """How light a colour in the browser's writing `rgb(…)` is, from 0 to 1."""
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def test_without_scripts_the_reader_is_told_and_offered_no_dead_button(
    scriptless: Page, place: str
) -> None:
    scriptless.goto(f"{place}/{CHAPTER}")
    exercise = the_exercise(scriptless)
    notice = exercise.locator("noscript p")
    expect(notice).to_be_visible()
    expect(notice).to_have_text(INTERFACE["no_script"])
    for button in exercise.get_by_role("button", include_hidden=True).all():
        expect(button).to_be_hidden()
    for notice in ("notice", "shared", "kept", "copied", "link", "starting", "stale"):
        expect(exercise.locator(f"[data-{notice}]")).to_be_hidden()
    expect(exercise.locator("[data-starting] span")).to_be_hidden()


def test_enter_does_not_send_the_form_away(scriptless: Page, place: str) -> None:
    scriptless.goto(f"{place}/{CHAPTER}")
    field = control(the_exercise(scriptless), "service")
    field.fill("Breakfast")
    field.press("Enter")
    # A page that was left would have lost the entry.
    control(the_exercise(scriptless), "conclusion").fill("x")
    assert scriptless.url == f"{place}/{CHAPTER}"
    assert field.input_value() == "Breakfast"


NO_WASM = {
    "no WebAssembly": "delete globalThis.WebAssembly;",
    "WebAssembly refused": """
      WebAssembly.instantiate = WebAssembly.compile = () =>
        Promise.reject(new WebAssembly.CompileError("blocked by policy"));
      WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError("no"); } };
    """,
    "no DecompressionStream": "delete globalThis.DecompressionStream;",
}


def assert_readable_and_alive(page: Page, place: str) -> None:
    """Fails unless the exercise has failed in good order and the rest of its page works."""
    troubles = Troubles(page)
    page.goto(f"{place}/{CHAPTER}")
    exercise = the_exercise(page)
    show_interest(exercise)
    expect(exercise).to_have_attribute("data-state", "failed")
    notice = exercise.locator("[data-notice]")
    expect(notice).to_be_visible()
    expect(notice).to_have_text(INTERFACE["failed"])
    for action in ("reset", "copy-link"):
        expect(exercise.locator(f'[data-action="{action}"]')).to_be_hidden()
    expect(exercise.locator("[data-starting] span")).to_be_hidden()
    assert exercise.locator("[aria-busy]").count() == 0

    touch(exercise, "expectation", "ArrowLeft")
    assert shown(exercise) == expected()
    expect(output(exercise, "gap_chart").locator("svg")).to_be_visible()
    assert_rest_alive(page)
    # MicroPython's loader says on the console what it lacks; no error may get away.
    assert [trouble for trouble in troubles if trouble.startswith("script error")] == []


def assert_rest_alive(page: Page) -> None:
    """Fails unless the page's own buttons work: colours, contents, search."""
    before = page.locator("html").get_attribute("data-mode")
    page.locator("[data-mode-switch]").click()
    expect(page.locator("html")).not_to_have_attribute("data-mode", str(before))
    page.locator("[data-menu-open]").click()
    field = page.locator("#contents input[name=q]")
    field.fill("shortfall")
    field.press("Enter")
    found = page.locator("#search-results").get_by_role("link", name="The five-gap model")
    expect(found.first).to_be_visible()


@pytest.mark.parametrize("fault", NO_WASM)
def test_where_wasm_is_blocked_the_page_stays_readable(page: Page, place: str, fault: str) -> None:
    page.add_init_script(NO_WASM[fault])
    assert_readable_and_alive(page, place)


def test_where_micropython_does_not_arrive_the_page_stays_readable(page: Page, place: str) -> None:
    page.route("**/micropython-*.js*", lambda route: route.abort())
    assert_readable_and_alive(page, place)


def test_where_vega_does_not_arrive_all_but_the_chart_answers(page: Page, place: str) -> None:
    page.route("**/vega-*.js*", lambda route: route.abort())
    exercise = open_live(page, place)
    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=slid("expectation", -1)))
    expect(exercise.locator("[data-notice]")).to_have_text(INTERFACE["chart_failed"])
    expect(exercise).to_have_attribute("data-state", "live")
    expect(output(exercise, "gap_chart").locator("svg")).to_be_visible()
