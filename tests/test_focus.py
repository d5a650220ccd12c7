"""Keyboard: every place that can be acted on is reached, in order, and the focus is seen there."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.opened import Opener, modes, on_phone
from tests.pages import CHAPTER
from tests.used import show_shared

SCRIPT = Path(__file__).with_name("focus.js")
BACK = {"Tab": "Shift+Tab", "Shift+Tab": "Tab"}


def walk(page: Page, key: str) -> list[str]:
    """Presses a key from one end of the open page to the other; gives what is wrong on the way."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    # An outline that is always there would show nothing.
    page.evaluate("document.activeElement.blur()")
    assert page.evaluate("focusOn.outlined()") == []
    wanted = list(range(page.evaluate("focusOn.stops()")))
    if key == "Shift+Tab":
        wanted.reverse()
    # Come from outside, as a reader does.
    page.evaluate("(first) => focusOn.focus(first)", wanted[0])
    page.keyboard.press(BACK[key])
    seen: list[dict[str, Any]] = []
    while not seen or seen[-1]["stop"] != wanted[-1]:
        page.keyboard.press(key)
        seen.append(page.evaluate("focusOn.state()"))
        # A table that scrolls is a stop of its own in some browsers.
        assert len(seen) < len(wanted) + 10, seen
    # In a date, day, month and year have the focus one after another.
    stops = [stop for stop, _ in groupby(stop["stop"] for stop in seen if stop["stop"] >= 0)]
    assert stops == wanted
    return [f"{fault}: {stop['html']}" for stop in seen for fault in stop["faults"]]


@modes
def test_the_focus_is_seen_where_values_came_with_a_link(opened: Opener, mode: str) -> None:
    page = opened(CHAPTER, mode)
    show_shared(page)
    assert walk(page, "Tab") == []


@modes
def test_the_focus_is_seen_in_the_open_contents(opened: Opener, mode: str) -> None:
    page = opened(CHAPTER, mode)
    if on_phone(page):
        page.locator("[data-menu-open]").click()
        expect(page.locator("[data-menu-close]")).to_be_focused()
        assert walk(page, "Tab") == []
