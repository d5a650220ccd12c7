"""The page of the flashcards: opened at a known moment, and what it has to show by the core."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.units import format_unit
from playwright.sync_api import Locator, Page, expect

from servicequality.core.flashcards import kept, new_state, screen, step
from servicequality.core.memory import DAY, MINUTE
from servicequality.page.words import FLASHCARDS
from servicequality.practice.deck import card_ids, deck

CARDS_PAGE = "practice/flashcards.html"
KEY = "servicequality/flashcards"
# 24 November 2026, 9:30 in Sofia, where readers of the tests are.
SOFIA = "Europe/Sofia"
ZONE = 120
NOW = 1795505400000
DECK = deck(str)
RATINGS = ("again", "hard", "good", "easy")
START, TURN, UNDO, STOP = ({"kind": kind} for kind in ("start", "turn", "undo", "stop"))

# What stands in the place of the cards, read off the page.
SEEN = """(element) => {
  const shown = (selector) => {
    const found = element.querySelector(selector);
    return found?.checkVisibility() ? found.textContent : null;
  };
  const next = [...element.querySelectorAll("[data-next]")].find((one) => one.checkVisibility());
  return {
    counts: shown("[data-counts]"),
    asks: shown("[data-asks]"),
    front: shown("[data-front]"),
    answer: shown("[data-answer]"),
    english: shown("[data-english] dd"),
    bulgarian: shown("[data-bulgarian] [lang=bg]"),
    proposal: shown("[data-proposal]") !== null,
    label: shown("[data-more] dt"),
    more: shown("[data-more] dd"),
    waits: [...element.querySelectorAll("[data-wait]")]
      .filter((one) => one.checkVisibility()).map((one) => one.textContent),
    undo: shown("[data-action=undo]") !== null,
    end: shown("[data-end]"),
    today: shown("[data-today]"),
    next: next?.textContent ?? null,
    start: [...element.querySelectorAll("[data-action=start]")]
      .some((one) => one.checkVisibility()),
  };
}"""


def rated(rating: int) -> dict[str, Any]:
    """The event of a rating, 1 to 4."""
    return {"kind": "rate", "rating": rating}


class Session:
    """What the core makes of the same events."""

    def __init__(self) -> None:
        self.state = new_state(card_ids(), zone=ZONE)
        self.now = NOW

    def do(self, *events: dict[str, Any]) -> None:
        """Events that happen now; each must do something."""
        for event in events:
            self.state = step(self.state, event, self.now)
            assert self.state["message"] is None, event

    @property
    def screen(self) -> dict[str, Any]:
        """What is to be seen now."""
        return screen(self.state, DECK, self.now)

    @property
    def record(self) -> dict[str, Any]:
        """What is to be kept."""
        return kept(self.state)

    def seen(self) -> dict[str, Any]:
        """What the page has to show, in the shape of `SEEN`."""
        found = self.screen
        card, status = found["card"], found["status"]
        back = card if status == "back" else None
        due = found["due"]["learning"] + found["due"]["review"]
        some = due + found["new"] > 0
        end = card is None and status != "idle"
        return {
            "counts": FLASHCARDS["counts"].format(due=due, new=found["new"]),
            "asks": card and FLASHCARDS[f"ask_{card['kind']}"],
            "front": card and card["front"],
            "answer": back and back["back"],
            "english": None,
            "bulgarian": back and back["bulgarian"],
            "proposal": bool(back and back["own_proposal"]),
            "label": back and FLASHCARDS[f"more_{back['kind']}"],
            "more": back and back["more"],
            "waits": [wait_text(wait) for wait in found["waits"] or []],
            "undo": found["can_undo"],
            "end": FLASHCARDS[f"{status}_title"] if end else None,
            "today": FLASHCARDS["today"].format(**found["today"]) if end else None,
            "next": None if card or some else self.next_text(found["next_due"]),
            "start": card is None and some,
        }

    def next_text(self, moment: int | None) -> str | None:
        """When the next card comes back, in words."""
        if moment is None:
            return None
        day, minutes = divmod(moment // MINUTE + ZONE, DAY // MINUTE)
        if day == (self.now // MINUTE + ZONE) // (DAY // MINUTE):
            time = f"{minutes // 60:02}:{minutes % 60:02}"
            return FLASHCARDS["next_today"].format(time=time)
        of_day = date.fromordinal(date(1970, 1, 1).toordinal() + day)
        this_year = of_day.year == 2026
        written = format_date(of_day, "EEEE d MMMM" + ("" if this_year else " y"), locale="en_GB")
        return FLASHCARDS["next_later"].format(date=written)


def wait_text(wait: int, language: str = "en") -> str:
    """A wait as pages word it."""
    minutes, days = wait / MINUTE, wait / DAY
    for unit, count, limit, length in (
        ("minute", minutes, 60, "short"),
        ("hour", minutes / 60, 24, "long"),
        ("day", days, 60, "long"),
        ("month", days / 30.4375, 24, "long"),
        ("year", days / 365.25, float("inf"), "long"),
    ):
        if count < limit:
            whole = max(1, int(count + 0.5))
            return str(format_unit(whole, f"duration-{unit}", length, locale=language))
    raise AssertionError(wait)


def at(page: Page, now: int) -> None:
    """Sets the clock of a page's browser, which takes seconds."""
    page.context.clock.set_fixed_time(now / 1000)


def open_cards(page: Page, place: str) -> Locator:
    """The flashcards on their page, alive, at `NOW`."""
    at(page, NOW)
    page.goto(f"{place}/{CARDS_PAGE}")
    return come_alive(page)


def come_alive(page: Page) -> Locator:
    """Shows interest in the flashcards of the open page and waits until they are alive."""
    cards = page.locator("[data-flashcards]")
    page.bring_to_front()
    cards.locator("[data-cards]").scroll_into_view_if_needed()
    page.keyboard.press("Shift")
    expect(cards).to_have_attribute("data-state", "live")
    return cards


def press(cards: Locator, event: dict[str, Any]) -> None:
    """Does on the page, with a mouse, what an event says."""
    if event["kind"] == "rate":
        cards.locator(f'[data-rating="{event["rating"]}"]').click()
    else:
        cards.locator(f'[data-action="{event["kind"]}"]:visible').click()


def seen(cards: Locator) -> dict[str, Any]:
    """What the page shows in the place of the cards."""
    found: dict[str, Any] = cards.evaluate(SEEN)
    return found


def kept_record(page: Page) -> Any:
    """What the browser keeps of the flashcards, or None."""
    text = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    return None if text is None else json.loads(text)


def expect_said(cards: Locator, text: str) -> None:
    """Waits until a sentence is said to those who do not see the page."""
    expect(cards.get_by_role("status")).to_have_text(text)


def said(name: str, **words: Any) -> str:
    """A text of the flashcards with its places filled."""
    return FLASHCARDS[name].format(**words)
