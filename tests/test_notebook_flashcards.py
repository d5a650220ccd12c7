"""The notebook form of the flashcards: its widgets, used as readers use them, without a browser."""

from __future__ import annotations

import random
import re
import time
from datetime import datetime
from html import unescape
from typing import Any

import ipywidgets
import pytest

from servicequality import flashcards
from servicequality.core.flashcards import NEW_A_DAY, screen
from servicequality.core.memory import DAY, MINUTE
from servicequality.notebook import flashcards as module
from servicequality.notebook.flashcards import (
    BUTTONS,
    EVENTS,
    KEPT,
    MIME,
    LiveFlashcards,
    milliseconds,
    zone_at,
)
from servicequality.page.words import FLASHCARDS
from servicequality.practice.deck import KINDS, card_ids, entries

# A morning, in the time of this machine: no day ends while a test runs.
MORNING = int(datetime(2026, 11, 24, 9, 30).timestamp() * 1000)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> int:
        return self.now


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    KEPT.clear()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def live(clock: Clock) -> LiveFlashcards:
    return LiveFlashcards(kept={}, clock=clock)


def press(live: LiveFlashcards, *words: str) -> None:
    """Presses buttons, each of which is to be seen."""
    for word in words:
        assert word in buttons(live)
        live.buttons[word].click()


def buttons(live: LiveFlashcards) -> list[str]:
    """The buttons to be seen."""
    return [word for word, button in live.buttons.items() if button.layout.display != "none"]


def seen(live: LiveFlashcards) -> str:
    """The text that is to be seen, without the buttons."""
    widgets: list[ipywidgets.HTML] = [
        widget for widget in live.texts.values() if widget.layout.display != "none"
    ]
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", widget.value)) for widget in widgets)
    return re.sub(r"\s+", " ", text)


def check_shown(live: LiveFlashcards, clock: Clock) -> None:
    """What is seen is what the core's screen says."""
    shown = screen(live.state, live.deck, clock())
    assert live.shown == shown
    status, card, text = shown["status"], shown["card"], seen(live)
    undo = ["undo"] if shown["can_undo"] else []
    assert set(buttons(live)) == {*BUTTONS[status], *undo}
    due = shown["due"]["learning"] + shown["due"]["review"]
    counts = FLASHCARDS["counts"].replace("{due}", str(due)).replace("{new}", str(shown["new"]))
    assert (counts in text) is (status in ("idle", "front", "back"))
    if card is not None:
        assert FLASHCARDS["ask_" + card["kind"]] in text
        assert card["front"] in text
        for part in (card["more"], card["bulgarian"], FLASHCARDS["rate"]):
            assert (part in text) is (status == "back")
        assert (FLASHCARDS["own_proposal"] in text) is (status == "back" and card["own_proposal"])
    elif status != "idle":
        assert FLASHCARDS[status + "_title"] in text
        today = FLASHCARDS["today"].replace("{new}", str(shown["today"]["new"]))
        assert today.replace("{reviews}", str(shown["today"]["reviews"])) in text


def test_the_bundle_counts_terms_and_cards() -> None:
    shown = flashcards()
    bundle = shown._repr_mimebundle_()
    terms = len(entries())
    assert bundle[MIME] == {"terms": terms, "cards": 3 * terms}
    assert bundle["text/plain"] == f"Flashcards: {terms} terms, {3 * terms} cards"
    assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"]
    assert len(bundle) == 3


def test_before_the_start_it_says_how_it_goes(live: LiveFlashcards, clock: Clock) -> None:
    text = seen(live)
    for name in ("how_read", "how_turn", "how_back"):
        assert FLASHCARDS[name] in text
    assert FLASHCARDS["daily"].replace("{limit}", str(NEW_A_DAY)) in text
    assert "as long as this notebook or page is open" in text
    assert buttons(live) == ["start"]
    check_shown(live, clock)


def test_a_card_is_turned_and_rated_and_the_next_one_comes(
    live: LiveFlashcards, clock: Clock
) -> None:
    press(live, "start")
    first = card_ids()[0]
    assert live.shown["card"]["id"] == first
    assert live.shown["card"]["back"] not in seen(live)
    check_shown(live, clock)
    press(live, "show")
    assert live.shown["card"]["back"] in seen(live)
    check_shown(live, clock)
    waits = [live.buttons[word].description for word in ("again", "hard", "good", "easy")]
    assert waits == [
        "Again · 1 min", "Hard · 6 min", "Good · 10 min", "Easy · 8 days",
    ]  # fmt: skip
    press(live, "good")
    card = live.state["cards"][first]
    assert (card["due"], card["reviewed"]) == (MORNING + 10 * MINUTE, MORNING)
    assert live.shown["card"]["id"] == card_ids()[1]
    check_shown(live, clock)


def test_each_rating_is_the_one_of_its_button(clock: Clock) -> None:
    for word, due in {"again": MINUTE, "good": 10 * MINUTE, "easy": 8 * DAY}.items():
        live = LiveFlashcards(kept={}, clock=clock)
        press(live, "start", "show", word)
        assert live.state["cards"][card_ids()[0]]["due"] == MORNING + due


def test_the_last_rating_is_taken_back(live: LiveFlashcards, clock: Clock) -> None:
    press(live, "start", "show")
    assert "undo" not in buttons(live)
    press(live, "again", "undo")
    assert live.shown["status"] == "back"
    assert live.state["cards"] == {}
    check_shown(live, clock)


def test_a_second_click_does_no_harm(live: LiveFlashcards) -> None:
    press(live, "start", "show", "good")
    before = live.state
    live.buttons["good"].click()
    live.buttons["start"].click()
    assert live.state == before


def test_after_the_new_cards_of_a_day_it_says_when_the_next_comes(
    live: LiveFlashcards, clock: Clock
) -> None:
    press(live, "start")
    for _ in range(NEW_A_DAY - 1):
        press(live, "show", "easy")
    press(live, "show", "good")
    check_shown(live, clock)
    assert live.shown["status"] == "waiting"
    assert FLASHCARDS["next_today"].replace("{time}", "09:40") in seen(live)
    press(live, "go_on")
    assert live.shown["status"] == "waiting"
    clock.now += 10 * MINUTE
    press(live, "go_on")
    assert live.shown["status"] == "front"
    press(live, "show", "easy")
    assert live.shown["status"] == "done"
    date = "Saturday, 28 November 2026"
    assert FLASHCARDS["next_later"].replace("{date}", date) in seen(live)
    check_shown(live, clock)
    press(live, "stop")
    assert live.shown["status"] == "idle"


def test_waits_are_told_in_the_unit_that_is_easiest_to_grasp(live: LiveFlashcards) -> None:
    told = [live.duration(days * DAY) for days in (1, 59, 61, 400, 800)]
    assert told == ["1 day", "59 days", "2 months", "13 months", "2 years"]
    assert [live.duration(minutes * MINUTE) for minutes in (0.1, 59, 60)] == [
        "1 min", "59 min", "1 hour",
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_random_readers_see_what_the_core_says(
    seed: int, live: LiveFlashcards, clock: Clock
) -> None:
    rng = random.Random(seed)
    kinds = set()
    for _ in range(120):
        live.buttons[rng.choice(buttons(live))].click()
        check_shown(live, clock)
        if live.shown["card"]:
            kinds.add(live.shown["card"]["kind"])
        clock.now += rng.choice([0, MINUTE, 15 * MINUTE, DAY])
        live.show()
    assert kinds <= set(KINDS)
    assert live.state["cards"]


def test_a_cell_that_is_run_again_goes_on() -> None:
    first = LiveFlashcards()
    press(first, "start", "show")
    again = LiveFlashcards()
    assert again.shown["card"] == first.shown["card"]
    assert again.shown["status"] == "back"


def test_every_button_and_status_has_its_words() -> None:
    assert EVENTS.keys() <= FLASHCARDS.keys()
    assert {word for words in BUTTONS.values() for word in words} | {"undo"} == EVENTS.keys()
    for status in ("ready", "waiting", "done"):
        assert f"{status}_title" in FLASHCARDS


def test_a_day_begins_where_the_reader_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for zone, minutes in {"Europe/Sofia": 120, "America/St_Johns": -210, "UTC": 0}.items():
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert zone_at(1_795_512_600_000) == minutes
    monkeypatch.undo()
    time.tzset()


def test_the_clock_counts_milliseconds() -> None:
    assert abs(milliseconds() - datetime.now().timestamp() * 1000) < DAY


def test_terms_are_marked_with_their_languages(live: LiveFlashcards) -> None:
    press(live, "start", "show")
    card: dict[str, Any] = live.shown["card"]
    html = live.texts["back"].value
    assert f'<span lang="bg">{card["bulgarian"]}</span>' in html
    assert f'<span lang="en">{card["english"]}</span>' in html


def test_texts_are_translated_and_names_of_terms_are_not(
    monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setattr(module, "translator", lambda _language: lambda text: f"({text})")
    live = LiveFlashcards("bg", {}, clock)
    press(live, "start", "show")
    assert live.buttons["again"].description == "(Again) · 1 мин"
    card = live.shown["card"]
    assert card["back"].startswith("(")
    assert not card["english"].startswith("(")
