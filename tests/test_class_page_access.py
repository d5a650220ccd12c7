"""A student's page in a class, for everyone: rules of axe-core, keyboard, small screens, weight."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from servicequality.page.words import CLASS_PAGE
from tests.class_api import EXERCISE, Api
from tests.class_visit import (
    alive,
    class_site,
    cut_off,
    expect_state,
    join,
    line,
    look,
    send_button,
)
from tests.opened import WIDTHS, in_colours, modes
from tests.pages import CHAPTER, touch
from tests.test_accessibility import violations
from tests.test_focus import walk
from tests.test_page_weight import kind
from tests.test_reflow import TOO_WIDE
from tests.test_targets import too_small
from tests.used import exercises_on

ITEM = "item/heard-at-the-hotel"
# Of what a visit to a class fetches besides its pages: script, styles, words.
FOR_A_CLASS = 16_000


@pytest.fixture(scope="module")
def api(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    with class_site(site, tmp_path_factory.mktemp("class")) as api:
        yield api


@pytest.fixture(params=WIDTHS)
def student(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width = WIDTHS[request.param]
    context = browser.new_context(viewport={"width": width, "height": 812}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[str]:
    """What is wrong with the open page for some of its readers."""
    return [*violations(page), *too_small(page), *page.evaluate(TOO_WIDE)]


@modes
def test_every_state_is_for_everyone(student: Page, api: Api, mode: str) -> None:
    code = api.room()
    join(student, api, code)
    in_colours(student, mode)
    assert faults(student) == []
    number, other = api.round(code), api.round(code, ITEM)
    look(student)
    expect_state(student, "unsent")
    line(student).locator("summary").click()
    explorer = alive(student)
    assert faults(student) == []
    send_button(student).click()
    expect_state(student, "sent")
    assert faults(student) == []
    touch(explorer, "perception", "ArrowRight")
    expect_state(student, "changed")
    cut_off(student)
    send_button(student).click()
    expect_state(student, "waiting")
    expect(line(student)).to_contain_text(CLASS_PAGE["cut_off_waiting"])
    assert faults(student) == []
    student.unroute("**/class/api/**")
    look(student)
    expect_state(student, "sent")
    send_button(student, ITEM).click()
    assert faults(student) == []
    for one in (number, other):
        api.teach("PATCH", f"/rooms/{code}/rounds/{one}", {"open": False})
    send_button(student).click()
    expect_state(student, "refused_earlier")
    look(student)
    expect_state(student, "closed_unsent", ITEM)
    assert faults(student) == []
    line(student).get_by_role("button", name=CLASS_PAGE["leave"]).click()
    expect(student.get_by_role("dialog")).to_be_visible()
    assert violations(student) == []
    student.keyboard.press("Escape")
    api.teach("POST", f"/rooms/{code}/end", {"keep": True})
    look(student)
    expect(line(student)).to_contain_text("has ended")
    assert faults(student) == []


def test_the_contents_of_a_phone_lie_over_the_line_too(page: Page, api: Api) -> None:
    join(page, api, api.room())
    page.locator("[data-menu-open]").click()
    expect(page.locator("[data-menu-close]")).to_be_focused()
    assert line(page).evaluate("(element) => element.inert")
    page.keyboard.press("Escape")
    assert not line(page).evaluate("(element) => element.inert")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_keyboard_passes_line_and_bar(student: Page, api: Api, key: str) -> None:
    code = api.room()
    api.round(code)
    join(student, api, code)
    # What comes alive on the way has buttons that were not there before.
    for name in exercises_on(student):
        alive(student, name)
    expect_state(student, "unsent")
    assert walk(student, key) == []


def test_a_small_screen_has_room_for_all_of_it(small: Page, api: Api) -> None:
    code = api.room()
    api.round(code)
    api.round(code, ITEM)
    join(small, api, code)
    alive(small)
    send_button(small).click()
    expect_state(small, "sent")
    line(small).locator("summary").click()
    assert small.evaluate(TOO_WIDE) == []


def test_in_the_lecture_view_the_bar_stays_with_its_exercise(page: Page, api: Api) -> None:
    code = api.room()
    api.round(code)
    join(page, api, code)
    alive(page).locator('[data-action="lecture"]').click()
    expect(send_button(page)).to_be_visible()
    expect(line(page)).to_be_hidden()
    send_button(page).click()
    expect_state(page, "sent")


def test_a_class_costs_little_more_than_the_page(page: Page, api: Api) -> None:
    code = api.room()
    api.round(code)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    join(page, api, code)
    page.wait_for_load_state("networkidle")
    own = {kind(one.url): one for one in answers if "/class" in one.url and "/api/" not in one.url}
    assert set(own) == {"class.js", "class.css", "class-words.json"}
    sizes = {name: len(gzip.compress(one.body(), 6)) for name, one in own.items()}
    print(sizes)
    assert sum(sizes.values()) <= FOR_A_CLASS
    # No Python before the exercise is touched.
    assert not [one.url for one in answers if "micropython" in one.url]


def test_on_paper_there_is_nothing_of_the_class(page: Page, api: Api) -> None:
    code = api.room()
    api.round(code)
    join(page, api, code, CHAPTER)
    expect_state(page, "unsent", EXERCISE)
    page.emulate_media(media="print")
    expect(line(page)).to_be_hidden()
    expect(send_button(page)).to_be_hidden()
