"""Pages that show how far a student is: what is kept for them, and what is waited for."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from servicequality.book.chapters import ROOT, read_chapter
from servicequality.book.words import BOOK
from servicequality.marking.course import Course
from tests.worked import kept, record, some_work

FRONT = "index.html"
TERMS = "book/key-terms.html"
MOMENT = "2026-11-24T12:00:00.000Z"
GAP_MODEL = "chapters/03-five-gap-model"
QUESTION = "exercises/q1-recovery"
DIAGNOSIS = {"page": GAP_MODEL, "anchor": "diagnose", "title": "Diagnose"}

# All exercises of the page, done.
ALL_DONE = {
    f"exercise/{exercise.id}": {**record(exercise.id), "progress": "done"}
    for exercise in read_chapter(ROOT / f"{GAP_MODEL}.ipynb").exercises
}
# Two exercises are done and two begun; a question was read, but not worked on.
WORK = {f"exercise/{name}": one for name, one in some_work().items()}
PLACES = {"version": 1, "read": {QUESTION: MOMENT, "book/hotel-yasen": MOMENT}, "last": DIAGNOSIS}
# The exercises that count: all but those of the house style.
ALL = len(Course("en").shown)
COUNT = BOOK["count"].format(done=2, all=ALL)

# Resolves when the browser has drawn the page and told who watches what is in view.
DRAWN = """() => new Promise((resolve) => {
  const watch = new IntersectionObserver(() => requestAnimationFrame(() => {
    watch.disconnect();
    resolve();
  }));
  watch.observe(document.body);
})"""


def link(page: Page, name: str) -> Locator:
    """A link of the contents."""
    return page.locator(f'#contents a[data-page="{name}"]')


def expect_state(page: Page, name: str, state: str) -> None:
    """Waits until the contents say how far a page is; "" where they say nothing of any page."""
    place = link(page, name).locator("[data-progress]")
    expect(place).to_have_attribute("data-progress", state)
    shapes = place.locator("svg")
    expect(shapes).to_have_count(1 if state else 0)
    if state:
        expect(shapes).to_have_class(f"sq-icon sq-icon-{state}")
    words = {"begun": f", {BOOK['begun']}", "done": f", {BOOK['done']}"}
    expect(place).to_have_text(words.get(state, ""), use_inner_text=False)


def expect_nothing(page: Page) -> None:
    """Waits until the open page shows nothing of progress."""
    expect(page.locator("#contents a[data-page]").first).to_be_attached()
    expect(page.locator("[data-progress] > *")).to_have_count(0)
    for hidden in ("[data-work]", ".sq-continue"):
        expect(page.locator(hidden)).to_be_hidden()


def put(page: Page, **changed: Any) -> None:
    """Changes what the open page has in its storage; nobody on this page is told of it."""
    texts = {f"servicequality/{key}": json.dumps(value) for key, value in changed.items()}
    page.evaluate("(texts) => Object.assign(localStorage, texts)", texts)


def places(page: Page) -> dict[str, Any]:
    """What is kept of reading."""
    found: dict[str, Any] = json.loads(kept(page).get("servicequality/pages", "{}"))
    return found


def wait_until_read(page: Page, name: str) -> None:
    """Waits until a page is among those read to the end."""
    page.wait_for_function(
        "(start) => localStorage.getItem('servicequality/pages')?.includes(start)",
        arg=f'"{name}":"20',
    )


def jump_to(page: Page, anchor: str) -> None:
    """Scrolls to a part of the open page."""
    jump = "(anchor) => document.getElementById(anchor).scrollIntoView({ behavior: 'instant' })"
    page.evaluate(jump, anchor)


def scroll_to_end(page: Page) -> None:
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
