"""What the browser keeps of an exercise: editions, refusals, two tabs, own files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.i18n.interface import INTERFACE
from tests.pages import (
    CHAPTER,
    EXPLORER,
    answer_dialogs,
    bring_to_life,
    control,
    expect_shown,
    expected,
    open_live,
    put_kept,
    slid,
    touch,
)
from tests.test_page_alive import BLOCKED, FILL

KEY = f"servicequality/exercise/{EXPLORER.id}"
ASIDE = f"servicequality/aside/{EXPLORER.id}"
LEFT = slid("expectation", -1)
WRITING = "conclusion"
# A tab that has not heard of the others, as one that the browser has put to sleep.
DEAF = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true);"


def stored(page: Page, key: str = KEY) -> Any:
    """What is kept under a key, parsed."""
    text = page.evaluate("(key) => localStorage.getItem(key)", key)
    return None if text is None else json.loads(text)


def put(page: Page, address: str, text: str) -> None:
    """Stores a text for the exercise, from another page of the site."""
    put_kept(page, address, {KEY: text})


def notice(exercise: Locator) -> Locator:
    return exercise.locator("[data-notice]")


def wait_until_kept(page: Page, text: str) -> None:
    """Waits until a text is among what is kept."""
    page.wait_for_function(
        "([key, text]) => localStorage.getItem(key)?.includes(text)", arg=[KEY, text]
    )


# Records


def test_a_record_has_a_version_a_moment_and_the_progress(page: Page, place: str) -> None:
    exercise = open_live(page, place)
    assert stored(page) is None
    touch(exercise, "expectation", "ArrowLeft")
    wait_until_kept(page, "begun")
    record = stored(page)
    assert list(record) == ["version", "changed", "progress", "values"]
    assert record["version"] == 2
    assert record["values"]["expectation"] == LEFT
    control(exercise, WRITING).fill("Gap 3")
    wait_until_kept(page, "done")


def test_entries_of_version_one_come_back_and_become_version_two(page: Page, address: str) -> None:
    put(page, address, json.dumps({"version": 1, "values": {"expectation": LEFT}}))
    exercise = open_live(page, address)
    expect_shown(exercise, expected(expectation=LEFT))
    control(exercise, WRITING).fill("Gap 3")
    wait_until_kept(page, "Gap 3")
    assert stored(page)["version"] == 2
    assert stored(page)["values"]["expectation"] == LEFT


def test_entries_of_a_newer_edition_are_not_touched(page: Page, address: str) -> None:
    newer = json.dumps({"version": 3, "values": {"expectation": 2}})
    put(page, address, newer)
    exercise = open_live(page, address)
    expect(notice(exercise)).to_have_text(INTERFACE["record_newer"])
    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=LEFT))
    exercise.get_by_role("button", name=INTERFACE["reset"]).click()
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == newer
    # What is entered now can still be saved.
    expect(exercise.get_by_role("button", name=INTERFACE["own_save"])).to_be_visible()


def test_a_damaged_record_is_put_aside_and_said(page: Page, address: str) -> None:
    put(page, address, '{"version": 2, "val')
    exercise = open_live(page, address)
    expect(notice(exercise)).to_have_text(INTERFACE["record_damaged"])
    touch(exercise, "expectation", "ArrowLeft")
    wait_until_kept(page, "progress")
    assert page.evaluate("(key) => localStorage.getItem(key)", ASIDE) == '{"version": 2, "val'


def test_a_record_deeper_than_any_of_ours_is_damaged(page: Page, address: str) -> None:
    deep = "[" * 100_000 + "]" * 100_000
    put(page, address, '{"version": 1, "values": {"expectation": ' + deep + "}}")
    exercise = open_live(page, address)
    expect(notice(exercise)).to_have_text(INTERFACE["record_damaged"])
    touch(exercise, "expectation", "ArrowLeft")
    expect_shown(exercise, expected(expectation=LEFT))


@pytest.mark.parametrize("leaving", ["hidden", "gone"])
def test_what_is_typed_is_kept_by_whoever_leaves_at_once(
    page: Page, address: str, leaving: str
) -> None:
    exercise = open_live(page, address)
    # No frame is drawn any more.
    page.evaluate("globalThis.requestAnimationFrame = () => 1")
    control(exercise, WRITING).fill("Gap 3")
    assert stored(page) is None
    if leaving == "hidden":
        page.evaluate("Object.defineProperty(document, 'hidden', { value: true })")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    else:
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert stored(page)["values"][WRITING] == "Gap 3"


def test_an_unfinished_entry_comes_back_with_its_message(page: Page, address: str) -> None:
    put(page, address, json.dumps({"version": 1, "values": {"service": "x" * 61}}))
    exercise = open_live(page, address)
    expect(control(exercise, "service")).to_have_value("x" * 61)
    expect(exercise.get_by_role("alert")).to_contain_text("61 characters are too many")


# What the student is told


def test_that_browsers_clear_idle_sites_is_told_once(page: Page, place: str) -> None:
    exercise = open_live(page, place)
    idle = exercise.locator("[data-idle]")
    expect(idle).to_be_hidden()
    touch(exercise, "expectation", "ArrowLeft")
    expect(idle).to_be_visible()
    expect(idle).to_contain_text("seven days")
    page.reload()
    exercise = bring_to_life(page)
    expect(exercise.locator("[data-kept]")).to_be_visible()
    expect(idle).to_be_hidden()


def test_the_workbook_and_a_copy_are_one_tap_away(page: Page, place: str) -> None:
    exercise = open_live(page, place)
    take = exercise.get_by_role("button", name=INTERFACE["take_along"])
    expect(take).to_be_hidden()
    touch(exercise, "expectation", "ArrowLeft")
    with page.expect_download() as download:
        take.click()
    file = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [record["id"] for record in file["exercises"]] == [EXPLORER.id]
    assert file["exercises"][0] == {"id": EXPLORER.id, **stored(page)}
    expect(exercise.get_by_role("status")).to_have_text(INTERFACE["own_saved"])
    exercise.get_by_role("link", name=INTERFACE["workbook"]).click()
    expect(page).to_have_url(f"{place}/book/workbook.html")


@pytest.mark.parametrize("fault", ["blocked", "full"])
def test_where_nothing_is_kept_entries_go_to_a_file_and_come_back(
    browser: Browser, address: str, tmp_path: Path, fault: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    if fault == "blocked":
        page.add_init_script(BLOCKED)
    exercise = open_live(page, address)
    if fault == "full":
        page.evaluate(FILL)
    touch(exercise, "expectation", "ArrowLeft")
    control(exercise, WRITING).fill("x" * 3000)
    told = {"blocked": "not_kept", "full": "kept_full"}[fault]
    expect(exercise.locator("[data-kept]")).to_have_text(INTERFACE[told])
    save = exercise.get_by_role("button", name=INTERFACE["own_save"])
    with page.expect_download() as download:
        save.click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)

    page.reload()
    exercise = bring_to_life(page)
    expect(control(exercise, WRITING)).to_have_value("")
    exercise.get_by_label(INTERFACE["own_load"]).set_input_files(file)
    expect(control(exercise, WRITING)).to_have_value("x" * 3000)
    expect_shown(exercise, expected(expectation=LEFT, conclusion="x" * 3000))
    expect(exercise.get_by_role("status")).to_have_text(INTERFACE["own_loaded"])
    context.close()


def test_a_file_for_another_exercise_or_none_changes_nothing(page: Page, address: str) -> None:
    page.add_init_script(BLOCKED)
    exercise = open_live(page, address)
    touch(exercise, "expectation", "ArrowLeft")
    load = exercise.get_by_label(INTERFACE["own_load"])
    none = {"format": "service-quality-workbook", "version": 1, "alias": "", "date": ""}
    none |= {"pages": [], "exercises": [{"id": "gap-model", "version": 1, "values": {}}]}
    for content, told in [
        (json.dumps(none), "own_none"),
        (json.dumps({}), "file_foreign"),
        ("{", "file_not_json"),
        ("[" * 100_000 + "]" * 100_000, "file_not_json"),
        (" " * 2_000_001, "file_too_large"),
    ]:
        given = {"name": "a.json", "mimeType": "application/json", "buffer": content.encode()}
        load.set_input_files(given)  # type: ignore[arg-type]
        expect(notice(exercise)).to_have_text(INTERFACE[told])
        expect_shown(exercise, expected(expectation=LEFT))


def test_a_file_replaces_entries_only_if_told_so(page: Page, address: str) -> None:
    page.add_init_script(BLOCKED)
    asked = answer_dialogs(page, agree=False)
    exercise = open_live(page, address)
    with page.expect_download() as download:
        exercise.get_by_role("button", name=INTERFACE["own_save"]).click()
    touch(exercise, "expectation", "ArrowLeft")
    exercise.get_by_label(INTERFACE["own_load"]).set_input_files(download.value.path())
    page.wait_for_function("document.querySelector('[data-own-file] input').value === ''")
    expect_shown(exercise, expected(expectation=LEFT))
    assert asked == [INTERFACE["own_asks"]]


# As in browsers that keep a storage for each file.
APART = """
  for (const name of ["getItem", "setItem", "removeItem"]) {
    const step = Storage.prototype[name];
    Storage.prototype[name] = function (key, ...rest) {
      return step.call(this, `${location.pathname} ${key}`, ...rest);
    };
  }
"""


def test_a_browser_that_keeps_pages_apart_is_noticed_from_a_folder_only(
    page: Page, place: str
) -> None:
    page.add_init_script(APART)
    exercise = open_live(page, place)
    if place.startswith("file:"):
        expect(exercise.locator("[data-kept]")).to_have_text(INTERFACE["kept_apart"])
        expect(exercise.get_by_role("button", name=INTERFACE["own_save"])).to_be_visible()
    else:
        touch(exercise, "expectation", "ArrowLeft")
        expect(exercise.locator("[data-idle]")).to_be_visible()
        expect(exercise.locator("[data-kept]")).to_have_text(INTERFACE["kept"])


# Two tabs


@pytest.fixture
def tabs(browser: Browser, address: str) -> Any:
    """The exercise, alive in two tabs of one browser."""
    context = browser.new_context()
    both = [open_live(context.new_page(), address) for _ in range(2)]
    yield both
    context.close()


def test_a_change_in_one_tab_is_seen_in_the_other(tabs: list[Locator]) -> None:
    one, other = tabs
    touch(one, "expectation", "ArrowLeft")
    control(one, WRITING).fill("Gap 3")
    expect(control(other, WRITING)).to_have_value("Gap 3")
    expect_shown(other, expected(expectation=LEFT, conclusion="Gap 3"))
    expect(notice(other)).to_have_text(INTERFACE["tab_changed"])
    expect(notice(one)).to_be_hidden()
    # The notice goes with the next change.
    control(other, WRITING).fill("Gap 3, then Gap 1")
    expect(notice(other)).to_be_hidden()
    expect(control(one, WRITING)).to_have_value("Gap 3, then Gap 1")


def test_start_values_in_one_tab_are_start_values_in_the_other(tabs: list[Locator]) -> None:
    one, other = tabs
    touch(one, "expectation", "ArrowLeft")
    expect_shown(other, expected(expectation=LEFT))
    one.get_by_role("button", name=INTERFACE["reset"]).click()
    expect_shown(other, expected())
    expect(notice(other)).to_have_text(INTERFACE["tab_erased"])


def test_tabs_that_have_not_heard_of_each_other_lose_nothing(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    context.add_init_script(DEAF)
    one, other = (open_live(context.new_page(), address) for _ in range(2))
    touch(one, "expectation", "ArrowLeft")
    control(one, WRITING).fill("Gap 3 first.")
    wait_until_kept(one.page, "Gap 3 first.")
    touch(other, "perception", "ArrowRight")
    right = slid("perception", 1)
    expect(control(other, WRITING)).to_have_value("Gap 3 first.")
    expect_shown(other, expected(expectation=LEFT, perception=right, conclusion="Gap 3 first."))

    # Both go on writing without having seen the other's text.
    control(other, WRITING).fill("Gap 3 first. Because it is near.")
    wait_until_kept(other.page, "near")
    # A tab behind another one draws no frames, and so evaluates nothing.
    one.page.bring_to_front()
    control(one, WRITING).fill("Gap 1 first.")
    both = f"Gap 1 first.\n\n{INTERFACE['tab_other']}\nGap 3 first. Because it is near."
    expect(control(one, WRITING)).to_have_value(both)
    expect(notice(one)).to_have_text(INTERFACE["tab_merged"])
    wait_until_kept(one.page, "Gap 1")
    values = stored(one.page)["values"]
    assert values[WRITING] == both
    assert values["perception"] == right
    context.close()


def test_entries_that_are_gone_are_kept_again_and_said(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    exercise = open_live(page, address)
    touch(exercise, "expectation", "ArrowLeft")
    wait_until_kept(page, "values")
    page.evaluate("localStorage.clear()")
    control(exercise, WRITING).fill("Gap 3")
    wait_until_kept(page, "Gap 3")
    assert stored(page)["values"]["expectation"] == LEFT
    expect(notice(exercise)).to_have_text(INTERFACE["kept_again"])
    context.close()


def test_a_page_that_was_left_and_comes_back_has_the_new_entries(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    context.add_init_script(DEAF)
    page = context.new_page()
    exercise = open_live(page, address)
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [KEY, json.dumps({"version": 1, "values": {"expectation": LEFT}})],
    )
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect_shown(exercise, expected(expectation=LEFT))
    context.close()


def test_values_of_a_link_are_not_mixed_with_what_another_tab_keeps(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    one = open_live(context.new_page(), address)
    page = context.new_page()
    page.goto(f'{address}/{CHAPTER}#exercise-{EXPLORER.id}?v=%7B"expectation":2%7D')
    other = bring_to_life(page)
    expect(other.locator("[data-shared]")).to_be_visible()
    touch(one, "expectation", "ArrowLeft")
    wait_until_kept(one.page, "values")
    expect_shown(other, expected(expectation=2.0))
    other.get_by_role("button", name=INTERFACE["shared_back"]).click()
    expect_shown(other, expected(expectation=LEFT))
    context.close()
