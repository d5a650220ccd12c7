"""Exercises on the pages of the built site: finding, opening and reading them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from playwright.sync_api import Dialog, Locator, Page, TimeoutError, expect

from servicequality.core.evaluate import evaluate
from servicequality.declare import Exercise
from servicequality.exercises import find
from servicequality.page.exercise import chart_rows
from servicequality.page.html import to_text

EXPLORER = find("gap-explorer")
CHAPTER = "chapters/03-five-gap-model.html"

# What a view shows in words and numbers; a chart's picture is left out.
TEXTS = """(element) => Object.fromEntries(
  [...element.querySelectorAll("[data-output]")].map((output) => {
    const copy = output.cloneNode(true);
    copy.querySelectorAll(".sq-chart-picture").forEach((picture) => picture.remove());
    return [output.dataset.output, copy.textContent];
  }),
)"""


def named_pages(site: Path) -> list[str]:
    """The paths of all pages inside the site; templates that the theme leaves behind are none."""
    paths = (path.relative_to(site) for path in site.rglob("*.html"))
    return sorted(path.as_posix() for path in paths if path.parts[0] != "_static")


def page_of(site: Path, exercise_id: str) -> str:
    """The path, inside the site, of the first page that holds an exercise.

    Raises LookupError where none does.
    """
    for path in sorted(site.rglob("*.html")):
        if f'data-exercise="{exercise_id}"' in path.read_text(encoding="utf-8"):
            return path.relative_to(site).as_posix()
    raise LookupError(f"no page of the site shows the exercise {exercise_id!r}")


def the_exercise(page: Page, exercise_id: str = EXPLORER.id) -> Locator:
    """The element of an exercise on a page."""
    return page.locator(f'[data-exercise="{exercise_id}"]')


def show_interest(exercise: Locator) -> None:
    """Scrolls to an exercise and presses a key that does nothing, but shows that a reader is there.

    A page starts nothing without that. A tab behind others draws no frames, and sees no scrolling.
    """
    exercise.page.bring_to_front()
    exercise.scroll_into_view_if_needed()
    exercise.page.keyboard.press("Shift")


def bring_to_life(page: Page, exercise_id: str = EXPLORER.id) -> Locator:
    """The exercise on the page that is open, scrolled to and alive."""
    exercise = the_exercise(page, exercise_id)
    come_alive(exercise)
    return exercise


def come_alive(exercise: Locator) -> None:
    """Shows interest in an exercise and waits until it is alive."""
    show_interest(exercise)
    expect(exercise, f"where the page is: {seen(exercise)}").to_have_attribute("data-state", "live")


def seen(exercise: Locator) -> dict[str, Any]:
    """What of an exercise is on the screen, to tell why it did not start."""
    place: dict[str, Any] = exercise.evaluate(
        """(element) => ({
          ...element.getBoundingClientRect().toJSON(), scrolled: scrollY, window: innerHeight,
          visibility: document.visibilityState,
        })"""
    )
    return place


def put_kept(page: Page, place: str, texts: Mapping[str, str]) -> None:
    """Puts texts into the browser's storage by key, from a page of the site without exercises."""
    page.goto(f"{place}/search.html")
    # Who asks earlier may be given a storage that belongs to nobody (runtime/ready.js).
    page.evaluate(
        """async (texts) => {
          await globalThis.servicequalityReady;
          Object.assign(localStorage, texts);
        }""",
        dict(texts),
    )


def open_live(page: Page, place: str) -> Locator:
    """The gap explorer in its chapter, alive."""
    page.goto(f"{place}/{CHAPTER}")
    return bring_to_life(page)


def control(exercise: Locator, name: str) -> Locator:
    """The form control of a field."""
    return exercise.locator(f'[data-field="{name}"] :is(input, select, textarea)')


def output(exercise: Locator, name: str) -> Locator:
    """The element of a view."""
    return exercise.locator(f'[data-output="{name}"]')


def touch(exercise: Locator, field: str, key: str) -> None:
    """One key pressed on a field, as a reader without a mouse does."""
    control(exercise, field).focus()
    control(exercise, field).press(key)


def answer_dialogs(page: Page, agree: bool = True) -> list[str]:
    """Answers what the page asks its reader from now on; gives the list of what it has asked."""
    asked: list[str] = []

    def answer_one(dialog: Dialog) -> None:
        asked.append(dialog.message)
        if agree:
            dialog.accept()
        else:
            dialog.dismiss()

    page.on("dialog", answer_one)
    return asked


def shown(exercise: Locator) -> dict[str, str]:
    """The visible text of every view, charts left out, by name."""
    texts: dict[str, str] = exercise.evaluate(TEXTS)
    return texts


def start_values(exercise: Exercise = EXPLORER) -> dict[str, Any]:
    """What the form of an exercise holds as built, by field name."""
    return {field["name"]: field["default"] for field in exercise.spec(str)["fields"]}


def slid(name: str, steps: int, exercise: Exercise = EXPLORER) -> float:
    """Where a slider stands some steps right of its start value; negative steps lie left of it."""
    field = next(field for field in exercise.spec(str)["fields"] if field["name"] == name)
    return float(Decimal(str(field["default"])) + steps * Decimal(str(field["step"])))


def answer(exercise: Exercise, raw: dict[str, Any]) -> dict[str, Any]:
    """What Python gives for entered values."""
    return evaluate(exercise.spec(str), exercise.compute, raw, exercise.tables)


def expected(exercise: Exercise = EXPLORER, **changed: Any) -> dict[str, str]:
    """The visible text of every view, by name, for the start values and the changed ones."""
    views = answer(exercise, {**start_values(exercise), **changed})["views"]
    return {name: to_text(nodes, "en") for name, nodes in views.items()}


def chart_scores(**changed: Any) -> list[float]:
    """What the bars of the gap explorer show, from top to bottom."""
    views = answer(EXPLORER, {**start_values(), **changed})["views"]
    return [row["score"] for row in chart_rows(views["gap_chart"])]


def section_of(html: str, exercise_id: str = EXPLORER.id) -> re.Match[str]:
    """Where an exercise stands in the HTML of a page; group 2 is its payload."""
    found = re.search(
        rf'(<section [^>]*data-exercise="{exercise_id}".*?<script [^>]*data-payload[^>]*>)'
        r"(.*?)(</script>.*?</section>)",
        html,
        re.DOTALL,
    )
    assert found, f"the page does not show {exercise_id}"
    return found


def expect_shown(exercise: Locator, texts: dict[str, str]) -> None:
    """Waits until the views show these texts; fails with what they show instead."""
    same = f"""([element, texts]) => {{
      const now = ({TEXTS})(element);
      return Object.keys(texts).every((name) => now[name] === texts[name]);
    }}"""
    try:
        exercise.page.wait_for_function(same, arg=[exercise.element_handle(), texts])
    except TimeoutError:
        now = shown(exercise)
        assert {name: now.get(name) for name in texts} == texts


def revive_all(page: Page) -> None:
    """Brings all exercises and self-checks of the open page to life, and has charts drawn."""
    for check in page.locator("[data-self-check]").all():
        come_alive(check)
    for exercise in page.locator("[data-exercise]").all():
        come_alive(exercise)
        # End would scroll the page away from a choice, which does not know that key.
        exercise.locator("input, select, textarea").first.press("Shift")
        # A chart that has nothing to show yet is not on the page.
        for picture in exercise.locator(".sq-chart-picture").all():
            expect(picture).to_have_attribute("data-chart-state", "live")


class Troubles(list[str]):
    """What goes wrong on a page: errors of scripts, error messages on the console."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        page.on("pageerror", lambda error: self.append(f"script error: {error}"))
        page.on("console", self.note)

    def note(self, message: Any) -> None:
        """Notes a message on the console if it is an error."""
        if message.type == "error":
            self.append(f"console: {message.text}")
