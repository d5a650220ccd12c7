"""Links that carry values: what is in them, and that they harm neither a page nor its reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.declare import Exercise
from servicequality.exercises import find
from servicequality.i18n.interface import INTERFACE
from tests.drawing import values
from tests.of_each_kind import of_each_kind
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
    page_of,
    shown,
    slid,
    start_values,
    the_exercise,
    touch,
)
from tests.test_page_alive import BLOCKED, KEY, as_shown, expect_bars, form, kept
from tests.test_page_start import Held

QUESTION = find("guess-and-compare")
LEFT = slid("expectation", -1)

# A clipboard that tells the test what it was given: the real one is not to be had everywhere.
CLIPBOARD = """
  Object.defineProperty(navigator, "clipboard", { value: {
    writeText: async (text) => { globalThis.clipped = text; },
  } });
"""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


def fragment(carried: Any, exercise_id: str = EXPLORER.id) -> str:
    """The fragment of a link with values."""
    return f"#exercise-{exercise_id}?v={quote(json.dumps(carried))}"


def carried_by(link: str) -> Any:
    """The values that a link carries."""
    return json.loads(unquote(urlsplit(link).fragment.split("v=")[1]))


def copy_link(exercise: Locator) -> None:
    """Presses the button that copies the link."""
    exercise.get_by_role("button", name=INTERFACE["copy_link"]).click()


def copied(page: Page, exercise: Locator) -> str:
    """The link that the button copies, by CLIPBOARD."""
    copy_link(exercise)
    page.wait_for_function("globalThis.clipped")
    link: str = page.evaluate("clipped")
    return link


def open_link(page: Page, place: str, carried: Any) -> Locator:
    """The gap explorer, opened by a link with values."""
    page.goto(f"{place}/{CHAPTER}{fragment(carried)}")
    exercise = the_exercise(page)
    expect(exercise).to_have_attribute("data-state", "live")
    return exercise


def choose(exercise: Locator, key: str) -> None:
    """Presses a button of the notice about values from a link."""
    exercise.get_by_role("button", name=INTERFACE[key]).click()


def stored(page: Page) -> str | None:
    """What the browser keeps for the exercise, to the letter."""
    text: str | None = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    return text


def keep_once(page: Page, place: str, entries: dict[str, Any]) -> str:
    """Has entries stored for the exercise, once; gives what is stored, to the letter."""
    page.goto(f"{place}/search.html")
    text = json.dumps({"version": 1, "values": entries}, separators=(",", ":"))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    return text


# Copying


def test_a_link_carries_what_differs_from_the_start_and_no_long_text(
    page: Page, place: str
) -> None:
    page.add_init_script(CLIPBOARD)
    exercise = open_live(page, place)
    touch(exercise, "expectation", "ArrowLeft")
    control(exercise, "service").fill("Закуска & <чай> (100 %)")
    control(exercise, "promise_heard").check()
    control(exercise, "conclusion").fill("My own thoughts")
    link = copied(page, exercise)
    assert link.startswith(f"{place}/{CHAPTER}#exercise-{EXPLORER.id}?v=")
    assert carried_by(link) == {
        "service": "Закуска & <чай> (100 %)",
        "expectation": LEFT,
        "promise_heard": True,
    }
    # Nothing that a program which looks for links would take for the end of this one.
    assert set(urlsplit(link).fragment) <= set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~%?=:,"
    )
    said = INTERFACE["link_copied_without"]
    expect(exercise.get_by_role("status")).to_have_text(said)
    expect(exercise.locator("[data-copied]")).to_have_text(said)
    expect(exercise.locator("[data-link]")).to_be_hidden()
    expect(page).to_have_url(f"{place}/{CHAPTER}")


def test_a_link_carries_nothing_where_nothing_was_changed(page: Page, address: str) -> None:
    page.add_init_script(CLIPBOARD)
    exercise = open_live(page, address)
    control(exercise, "conclusion").fill("My own thoughts")
    assert carried_by(copied(page, exercise)) == {}


def test_what_surrounds_the_model_answer_is_in_no_link(
    page: Page, address: str, site: Path
) -> None:
    page.add_init_script(CLIPBOARD)
    page.goto(f"{address}/{page_of(site, QUESTION.id)}")
    exercise = bring_to_life(page, QUESTION.id)
    exercise.locator("[data-row=wifi] [data-column=importance]").fill("9")
    exercise.locator('input[value="no_research"]').check()
    control(exercise, "written_answer").fill("My answer.")
    control(exercise, "show_model").check()
    touch(exercise, "score_causes", "End")
    assert carried_by(copied(page, exercise)) == {
        "ratings": {"wifi": {"importance": 9}},
        "causes": ["no_research"],
    }


def test_a_value_that_does_not_fit_is_not_shared(page: Page, address: str, site: Path) -> None:
    page.add_init_script(CLIPBOARD)
    page.goto(f"{address}/{page_of(site, QUESTION.id)}")
    exercise = bring_to_life(page, QUESTION.id)
    exercise.locator("[data-row=wifi] [data-column=importance]").fill("900")
    touch(exercise, "ask_guests", "ArrowRight")
    assert list(carried_by(copied(page, exercise))) == ["ask_guests"]


def test_an_exercise_without_long_texts_says_just_that_the_link_is_copied(
    page: Page, address: str
) -> None:
    page.add_init_script(CLIPBOARD)
    page.goto(f"{address}/{CHAPTER}")
    model = bring_to_life(page, "gap-model")
    copied(page, model)
    expect(model.get_by_role("status")).to_have_text(INTERFACE["link_copied"])


def test_the_browsers_own_clipboard_gets_the_link(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    exercise = open_live(page, address)
    touch(exercise, "expectation", "ArrowLeft")
    copy_link(exercise)
    expect(exercise.locator("[data-copied]")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert carried_by(link) == {"expectation": LEFT}


LAPTOP = "http://laptop.test"
SELECTED = "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"


def serve_from_a_laptop(page: Page, site: Path) -> None:
    """Has the site at an address where browsers give pages no clipboard, as in class."""
    page.route(
        f"{LAPTOP}/**",
        lambda route: route.fulfill(path=site / urlsplit(route.request.url).path[1:]),
    )


def test_where_there_is_no_clipboard_the_link_is_copied_the_old_way(page: Page, site: Path) -> None:
    serve_from_a_laptop(page, site)
    exercise = open_live(page, LAPTOP)
    assert page.evaluate("[isSecureContext, typeof navigator.clipboard]") == [False, "undefined"]
    touch(exercise, "expectation", "ArrowLeft")
    copy_link(exercise)
    field = exercise.get_by_label(INTERFACE["link_label"])
    expect(field).to_be_visible()
    expect(field).to_be_focused()
    link = field.input_value()
    assert carried_by(link) == {"expectation": LEFT}
    assert field.evaluate(SELECTED) == link
    expect(exercise.get_by_role("status")).to_have_text(INTERFACE["link_copied_without"])
    control(exercise, "conclusion").press("Control+V")
    assert control(exercise, "conclusion").input_value() == link


@pytest.mark.parametrize(
    "fault",
    [
        NO_CLIPBOARD,
        CLIPBOARD.replace("globalThis", "throw new DOMException('no', 'NotAllowedError'); this"),
    ],
    ids=["none", "closed"],
)
def test_where_nothing_can_be_copied_the_link_is_there_to_be_copied(
    page: Page, place: str, fault: str
) -> None:
    page.add_init_script(fault + "document.execCommand = () => false;")
    troubles = Troubles(page)
    exercise = open_live(page, place)
    copy_link(exercise)
    field = exercise.get_by_label(INTERFACE["link_label"])
    expect(field).to_be_focused()
    assert field.evaluate(SELECTED) == field.input_value()
    assert carried_by(field.input_value()) == {}
    field.press("x")
    assert carried_by(field.input_value()) == {}
    # It was not copied, and nobody says so.
    expect(exercise.locator("[data-copied]")).to_be_hidden()
    expect(exercise.get_by_role("status")).to_have_text("")
    assert troubles == []


# There and back

every_exercise = pytest.mark.parametrize(
    "exercise", of_each_kind(), ids=lambda exercise: exercise.id
)

TRAVEL = """async ([id, inputs]) => {
  const { exercise } = document.querySelector(`[data-exercise="${id}"]`);
  const start = Object.fromEntries(exercise.spec.fields.map((f) => [f.name, f.default]));
  const found = [];
  for (const raw of inputs) {
    exercise.fields.write(raw);
    const link = exercise.sharing.address();
    exercise.fields.write(start);
    const followed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = new URL(link).hash;
    await followed;
    found.push([exercise.fields.read(), exercise.sharing.active]);
    exercise.sharing.back();
  }
  return found;
}"""


@pytest.fixture(scope="module")
def open_page(browser: Browser, address: str, site: Path) -> Iterator[Callable[[Exercise], Page]]:
    """Opens the page of an exercise, alive."""
    page = browser.new_page()

    def open_it(exercise: Exercise) -> Page:
        page.goto(f"{address}/{page_of(site, exercise.id)}")
        bring_to_life(page, exercise.id)
        return page

    yield open_it
    page.close()


@every_exercise
def test_drawn_values_come_out_of_a_link_as_they_went_in(
    open_page: Callable[[Exercise], Page], exercise: Exercise
) -> None:
    page = open_page(exercise)
    spec = exercise.spec(str)
    own = {name for group in spec["groups"] if group["teaching"] for name in group["names"]}
    own |= {field["name"] for field in spec["fields"] if field["kind"] == "long_text"}

    @settings(
        max_examples=15, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
    )  # fmt: skip
    @given(st.lists(values(exercise), min_size=4, max_size=4))
    def check(inputs: list[dict[str, Any]]) -> None:
        found = page.evaluate(TRAVEL, [exercise.id, inputs])
        for raw, (shown_values, active) in zip(inputs, found, strict=True):
            assert active
            for name, value in start_values(exercise).items():
                assert shown_values[name] == (value if name in own else raw[name])

    check()


# Opening


def test_a_link_shows_its_values_without_a_touch(page: Page, place: str) -> None:
    troubles = Troubles(page)
    values = {"expectation": 6.5, "perception": 3, "service": "Breakfast", "promise_heard": True}
    exercise = open_link(page, place, values)
    expect_shown(exercise, expected(**values))
    assert form(exercise) == as_shown({**start_values(), **values})
    expect(exercise.locator(".sq-title")).to_be_in_viewport()
    expect(exercise.locator(".sq-title")).to_be_focused()
    assert page.locator("html").get_attribute("data-lecture") is None
    notice = exercise.locator("[data-shared]")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text(INTERFACE["shared"])
    expect(exercise.get_by_role("status")).to_have_text(INTERFACE["shared"])
    expect(exercise.locator("[data-notice]")).to_be_hidden()
    expect(exercise.locator("[data-kept]")).to_be_hidden()
    picture = exercise.locator(".sq-chart-picture")
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect_bars(page, picture, chart_scores(**{"expectation": 6.5, "perception": 3,
                                               "promise_heard": True}))  # fmt: skip
    assert troubles == []


def test_the_readers_entries_come_back_as_they_were(page: Page, place: str) -> None:
    entries = {"belief": 4, "expectation": 2, "conclusion": "My own thoughts"}
    text = keep_once(page, place, entries)
    exercise = open_link(page, place, {"expectation": 6.5})
    # A link says where every field stands, but has no long texts: those are the reader's.
    expect_shown(exercise, expected(expectation=6.5))
    assert control(exercise, "conclusion").input_value() == "My own thoughts"
    touch(exercise, "perception", "End")
    expect_shown(exercise, expected(expectation=6.5, perception=7))
    assert stored(page) == text
    expect(exercise.locator("[data-shared]")).to_be_visible()

    choose(exercise, "shared_back")
    expect_shown(exercise, expected(expectation=2, belief=4))
    assert form(exercise) == as_shown({**start_values(), **entries})
    assert stored(page) == text
    expect(page).to_have_url(f"{place}/{CHAPTER}")
    expect(exercise.locator("[data-shared]")).to_be_hidden()
    expect(exercise.locator("[data-kept]")).to_have_text(INTERFACE["kept"])
    expect(exercise.get_by_role("status")).to_have_text(INTERFACE["shared_back_done"])
    expect(exercise.locator(".sq-title")).to_be_focused()

    touch(exercise, "perception", "End")
    expect_shown(exercise, expected(expectation=2, belief=4, perception=7))
    page.wait_for_function("([key, text]) => localStorage.getItem(key) !== text", arg=[KEY, text])
    assert kept(page)["perception"] == 7


def test_values_that_are_kept_become_the_readers_entries(page: Page, place: str) -> None:
    entries = {"belief": 4, "conclusion": "My own thoughts"}
    keep_once(page, place, entries)
    exercise = open_link(page, place, {"expectation": 6.5})
    touch(exercise, "perception", "End")
    expect_shown(exercise, expected(expectation=6.5, perception=7))
    choose(exercise, "shared_keep")
    expect(exercise.get_by_role("status")).to_have_text(INTERFACE["shared_keep_done"])
    wanted = {
        **start_values(), "expectation": 6.5, "perception": 7, "conclusion": "My own thoughts"
    }  # fmt: skip
    assert kept(page) == wanted
    expect(page).to_have_url(f"{place}/{CHAPTER}")
    expect(exercise.locator("[data-kept]")).to_have_text(INTERFACE["kept"])

    page.reload()
    exercise = bring_to_life(page)
    assert form(exercise) == as_shown(wanted)
    expect(exercise.locator("[data-shared]")).to_be_hidden()


def test_a_reload_before_the_choice_shows_the_link_again(page: Page, place: str) -> None:
    text = keep_once(page, place, {"belief": 4})
    open_link(page, place, {"expectation": 6.5})
    page.reload()
    exercise = the_exercise(page)
    expect(exercise.locator("[data-shared]")).to_be_visible()
    expect_shown(exercise, expected(expectation=6.5))
    assert stored(page) == text


def test_who_never_entered_anything_goes_back_to_the_start(page: Page, place: str) -> None:
    exercise = open_link(page, place, {"expectation": 6.5})
    choose(exercise, "shared_back")
    expect_shown(exercise, expected())
    assert stored(page) is None


def test_a_long_text_written_meanwhile_is_not_lost(page: Page, address: str) -> None:
    text = keep_once(page, address, {"belief": 4, "conclusion": "Old"})
    exercise = open_link(page, address, {"expectation": 6.5})
    control(exercise, "conclusion").fill("New")
    expect_shown(exercise, expected(expectation=6.5, conclusion="New"))
    assert stored(page) == text
    choose(exercise, "shared_back")
    assert control(exercise, "conclusion").input_value() == "New"
    wanted = {**start_values(), "belief": 4, "conclusion": "New"}
    assert kept(page) == wanted


def test_start_values_asked_for_beside_a_link_cost_no_entry(page: Page, address: str) -> None:
    asked = answer_dialogs(page)
    text = keep_once(page, address, {"belief": 4, "conclusion": "My own thoughts"})
    exercise = open_link(page, address, {"expectation": 6.5})
    choose(exercise, "reset")
    expect_shown(exercise, expected())
    assert control(exercise, "conclusion").input_value() == "My own thoughts"
    assert (stored(page), asked) == (text, [])
    choose(exercise, "shared_back")
    expect_shown(exercise, expected(belief=4))


def test_what_is_moved_before_the_link_is_shown_wins(page: Page, address: str) -> None:
    text = keep_once(page, address, {"belief": 4})
    held = Held(page, "micropython")
    link = f"{address}/{CHAPTER}{fragment({'expectation': 2, 'perception': 3})}"
    page.goto(link, wait_until="commit")
    held.wait(page)
    exercise = the_exercise(page)
    touch(exercise, "expectation", "ArrowLeft")
    held.let_go()
    expect(exercise).to_have_attribute("data-state", "live")
    expect_shown(exercise, expected(expectation=LEFT, perception=3))
    assert stored(page) == text
    choose(exercise, "shared_back")
    expect_shown(exercise, expected(expectation=LEFT, belief=4))
    assert (kept(page)["expectation"], kept(page)["belief"]) == (LEFT, 4)


def test_a_link_works_where_nothing_can_be_kept(page: Page, address: str) -> None:
    page.add_init_script(BLOCKED)
    exercise = open_live(page, address)
    touch(exercise, "belief", "End")
    page.evaluate("(hash) => { location.hash = hash }", fragment({"expectation": 6.5}))
    expect_shown(exercise, expected(expectation=6.5))
    choose(exercise, "shared_back")
    expect_shown(exercise, expected(belief=7))
    expect(exercise.locator("[data-kept]")).to_have_text(INTERFACE["not_kept"])


def test_a_link_followed_on_the_open_page_shows_its_values(page: Page, place: str) -> None:
    exercise = open_live(page, place)
    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=LEFT))
    page.wait_for_function("(key) => localStorage.getItem(key)", arg=KEY)
    text = stored(page)
    for value in (2, 3):
        page.evaluate("(hash) => { location.hash = hash }", fragment({"expectation": value}))
        expect_shown(exercise, expected(expectation=value))
    assert stored(page) == text
    choose(exercise, "shared_back")
    expect_shown(exercise, expected(expectation=LEFT))


def test_an_address_that_asks_for_something_else_by_now_stays(page: Page, place: str) -> None:
    exercise = open_link(page, place, {"expectation": 6.5})
    page.evaluate("() => { location.hash = '#what-critics-say' }")
    choose(exercise, "shared_keep")
    expect(page).to_have_url(f"{place}/{CHAPTER}#what-critics-say")


def test_a_link_to_one_exercise_leaves_the_others_alone(page: Page, address: str) -> None:
    open_link(page, address, {"expectation": 6.5})
    model = bring_to_life(page, "gap-model")
    model.locator('[data-pick="gap=G3"]').click()
    expect(output(model, "shown")).to_contain_text("Gap 3")
    saved = "localStorage.getItem('servicequality/exercise/gap-model')"
    page.wait_for_function(f"{saved}?.includes('G3')")
    expect(model.locator("[data-shared]")).to_be_hidden()


def test_markup_in_a_link_is_shown_as_text(page: Page, address: str) -> None:
    markup = "<img src=x onerror=globalThis.obeyed=1><b>bold</b>"
    exercise = open_link(page, address, {"service": markup})
    expect(output(exercise, "verdict")).to_contain_text(markup)
    assert exercise.locator("img, b").count() == 0
    assert page.evaluate("globalThis.obeyed") is None


# What does not fit

DEEP = '{"expectation":' + "[" * 4000 + "]" * 4000 + "}"
DAMAGED = {
    "nothing": "",
    "no json": "hello",
    "half": fragment({"expectation": 6.5, "service": "Breakfast"}).split("v=")[1][:-15],
    "half an escape": "%7B%22expectation%2",
    "no utf-8": "%FF%FE",
    "a number": "7",
    "a text": '"expectation"',
    "a list": "[2]",
    "null": "null",
    "of another exercise": quote('{"gap":"G2"}'),
    "prototype": quote('{"__proto__":{"polluted":1}}'),
    "constructor": quote('{"constructor":{"prototype":{"polluted":1}}}'),
    "huge": quote(json.dumps({"service": "x" * 100_000})),
    "deep": quote(DEEP),
}


@pytest.mark.parametrize("carried", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_link_is_named_and_does_no_harm(page: Page, address: str, carried: str) -> None:
    troubles = Troubles(page)
    keep_once(page, address, {"belief": 4})
    page.goto(f"{address}/{CHAPTER}#exercise-{EXPLORER.id}?v={carried}")
    exercise = the_exercise(page)
    expect(exercise.locator("[data-notice]")).to_have_text(INTERFACE["link_damaged"])
    expect(exercise).to_have_attribute("data-state", "live")
    expect(exercise.locator("[data-shared]")).to_be_hidden()
    assert form(exercise) == as_shown({**start_values(), "belief": 4})
    assert shown(exercise) == expected(belief=4)
    expect(page).to_have_url(f"{address}/{CHAPTER}")
    assert page.evaluate("({}).polluted ?? null") is None

    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=LEFT, belief=4))
    page.wait_for_function("(key) => localStorage.getItem(key)?.includes('promise')", arg=KEY)
    assert (kept(page)["expectation"], kept(page)["belief"]) == (LEFT, 4)
    assert troubles == []


def test_a_damaged_link_works_from_a_file_too(page: Page, site: Path) -> None:
    troubles = Troubles(page)
    page.goto(f"{site.as_uri()}/{CHAPTER}#exercise-{EXPLORER.id}?v={DAMAGED['half']}")
    notice = the_exercise(page).locator("[data-notice]")
    expect(notice).to_have_text(INTERFACE["link_damaged"])
    expect(page).to_have_url(f"{site.as_uri()}/{CHAPTER}")
    choose(the_exercise(page), "reset")
    expect(notice).to_be_hidden()
    assert troubles == []


@pytest.mark.parametrize(
    "hash_", ["#exercise-gone?v=%7B%7D", "#exercise-", "#exercise-gap-explorer?", "#?v=1", "#%"]
)
def test_a_fragment_that_asks_for_nothing_of_an_exercise_is_left_alone(
    page: Page, address: str, hash_: str
) -> None:
    troubles = Troubles(page)
    page.goto(f"{address}/{CHAPTER}{hash_}")
    exercise = bring_to_life(page)
    assert shown(exercise) == expected()
    for notice in ("notice", "shared"):
        expect(exercise.locator(f"[data-{notice}]")).to_be_hidden()
    expect(page).to_have_url(f"{address}/{CHAPTER}{hash_}")
    assert troubles == []


UNFIT = {
    "out of range": ("expectation", "99", "Expectation (E): 99 does not lie between 1 and 7."),
    "endless": ("expectation", "1e999", "Expectation (E): this is not a number."),
    "text for a number": ("expectation", '"6"', "Expectation (E): this is not a number."),
    "a list for a number": ("expectation", "[6]", "Expectation (E): this is not a number."),
    "no option": ("pull", '"constructor"', "choose one of the options."),
    "too long": ("service", f'"{"x" * 61}"', "61 characters are too many"),
    "no text": ("service", '{"a":1}', "this is not a text."),
}


@pytest.mark.parametrize(("field", "value", "message"), UNFIT.values(), ids=UNFIT)
def test_a_value_that_does_not_fit_is_named_and_the_rest_shown(
    page: Page, address: str, field: str, value: str, message: str
) -> None:
    carried = f'{{"belief":4,"{field}":{value},"conclusion":"Not mine"}}'
    page.goto(f"{address}/{CHAPTER}#exercise-{EXPLORER.id}?v={quote(carried)}")
    exercise = the_exercise(page)
    expect_shown(exercise, expected(belief=4))
    assert form(exercise) == as_shown({**start_values(), "belief": 4})
    notice = exercise.locator("[data-notice]")
    expect(notice).to_contain_text(INTERFACE["link_refused"].split("{")[0].strip())
    expect(notice).to_contain_text(message)
    expect(exercise.locator("[data-shared]")).to_be_visible()
    choose(exercise, "shared_keep")
    expect(notice).to_be_hidden()


def test_a_link_whose_values_all_do_not_fit_shows_the_own_entries(page: Page, address: str) -> None:
    keep_once(page, address, {"belief": 4})
    exercise = open_link(page, address, {"expectation": 99, "pull": "tenth"})
    assert shown(exercise) == expected(belief=4)
    notice = exercise.locator("[data-notice]")
    expect(notice).to_contain_text("99 does not lie between 1 and 7.")
    expect(notice).to_contain_text("choose one of the options.")
    expect(exercise.locator("[data-shared]")).to_be_hidden()
    expect(page).to_have_url(f"{address}/{CHAPTER}")


TABLES = [7, [], {"gone": {"importance": 1}}, {"wifi": 3}, {"wifi": {"gone": 1}},
          {"wifi": {"importance": "9"}}, {"wifi": {"importance": 900}},
          {"__proto__": {"importance": 1}}]  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=json.dumps)
def test_a_table_that_does_not_fit_is_refused(
    page: Page, address: str, site: Path, table: Any
) -> None:
    troubles = Troubles(page)
    carried = {"ratings": table, "ask_guests": 20}
    name = page_of(site, QUESTION.id)
    page.goto(f"{address}/{name}{fragment(carried, QUESTION.id)}")
    exercise = the_exercise(page, QUESTION.id)
    expect(exercise.locator("[data-shared]")).to_be_visible()
    expect(exercise.locator("[data-notice]")).to_be_visible()
    assert shown(exercise) == expected(QUESTION, ask_guests=20)
    assert troubles == []
