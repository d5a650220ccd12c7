"""The flashcards as ipywidgets, for JupyterLab and Voilà; `core.flashcards` says what happens."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, MutableMapping
from datetime import UTC, datetime
from math import inf
from typing import Any, Literal

import ipywidgets
from babel.dates import format_date, format_time
from babel.units import format_unit

from servicequality.core.flashcards import new_state, screen, step
from servicequality.core.memory import DAY, MINUTE
from servicequality.core.views import fill
from servicequality.i18n.text import translator
from servicequality.notebook.parts import PRACTICE_STYLE, classes, visible
from servicequality.notebook.widgets import box, html
from servicequality.notebook.words import PRACTICE
from servicequality.page.html import to_html
from servicequality.page.words import FLASHCARDS
from servicequality.practice.deck import card_ids, deck, entries

MIME = "application/vnd.servicequality.flashcards+json"
RATINGS = {"again": 1, "hard": 2, "good": 3, "easy": 4}
EVENTS: dict[str, dict[str, Any]] = {
    "start": {"kind": "start"},
    "show": {"kind": "turn"},
    **{word: {"kind": "rate", "rating": rating} for word, rating in RATINGS.items()},
    "go_on": {"kind": "start"},
    "undo": {"kind": "undo"},
    "stop": {"kind": "stop"},
}
# The buttons of each status; the last rating can be taken back wherever there is one.
BUTTONS = {
    "idle": ["start"],
    "front": ["show", "stop"],
    "back": [*RATINGS, "stop"],
    "ready": ["go_on", "stop"],
    "waiting": ["go_on", "stop"],
    "done": ["stop"],
}
MAIN = ("start", "show", "go_on")
# How long a wait is said in: the unit, its length in milliseconds, up to which wait, in which form.
UNITS: tuple[tuple[str, float, float, Literal["short", "long"]], ...] = (
    ("minute", MINUTE, 60 * MINUTE, "short"),
    ("hour", 60 * MINUTE, DAY, "long"),
    ("day", DAY, 60 * DAY, "long"),
    ("month", 30.4375 * DAY, 2 * 365.25 * DAY, "long"),
    ("year", 365.25 * DAY, inf, "long"),
)

# What this kernel keeps: a cell that is run again goes on where the reader was.
KEPT: dict[str, Any] = {}


class ShownFlashcards:
    """The flashcards on display: what a notebook cell that shows them returns.

    The data count terms and cards; a stored output changes only when these do.
    """

    def __init__(self, language: str | None = None) -> None:
        self.language = language or os.environ.get("SERVICEQUALITY_LANGUAGE", "en")
        self.data = {"terms": len(entries()), "cards": len(card_ids())}

    def __repr__(self) -> str:
        return f"Flashcards: {self.data['terms']} terms, {self.data['cards']} cards"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        live = LiveFlashcards(self.language)
        bundle = live.widget._repr_mimebundle_(**kwargs)
        return {**bundle, "text/plain": repr(self), MIME: self.data}


def milliseconds() -> int:
    """Now, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class LiveFlashcards:
    """The flashcards wired up: `widget` to show, `shown` the screen that it shows.

    `buttons` has those of `EVENTS` by the id of their text. `kept` holds the state under `"state"`;
    `clock` gives the moment in milliseconds since 1970.
    """

    def __init__(
        self,
        language: str = "en",
        kept: MutableMapping[str, Any] | None = None,
        clock: Callable[[], int] = milliseconds,
    ) -> None:
        self.language, self.clock = language, clock
        translate = translator(language)
        self.strings = {name: translate(text) for name, text in {**FLASHCARDS, **PRACTICE}.items()}
        self.deck = deck(translate)
        self.kept = KEPT if kept is None else kept
        ids = [card["id"] for card in self.deck]
        self.kept.setdefault("state", new_state(ids, zone=zone_at(clock())))
        self.texts = {name: ipywidgets.HTML() for name in ("intro", "front", "back", "pause")}
        for name in ("front", "back", "pause"):
            self.texts[name].add_class("sq-focus")
        self.texts["back"].add_class("sq-back")
        self.buttons = {word: self.button(word) for word in EVENTS}
        self.shown: dict[str, Any] = {}
        self.widget = self.assemble()
        self.show()

    @property
    def state(self) -> dict[str, Any]:
        """The state of the session, as `core.flashcards` describes it."""
        found: dict[str, Any] = self.kept["state"]
        return found

    def happen(self, event: dict[str, Any]) -> None:
        """Lets an event happen and shows what comes of it; the focus goes to what is new."""
        self.kept["state"] = step(self.state, event, self.clock())
        self.show()
        new = {"front": "front", "back": "back"}.get(self.shown["status"], "pause")
        self.texts[new].focus()

    def button(self, word: str) -> ipywidgets.Button:
        """The button with a text. It does nothing while the screen does not have it."""
        button = ipywidgets.Button(description=self.strings[word], tooltip=self.strings[word])

        def clicked(_button: ipywidgets.Button) -> None:
            if word in self.offered():
                self.happen(EVENTS[word])

        button.on_click(clicked)
        if word in MAIN:
            classes(button, "sq-main")
        return button

    def offered(self) -> list[str]:
        """The buttons that the screen has."""
        undo = ["undo"] if self.shown["can_undo"] else []
        return BUTTONS[self.shown["status"]] + undo

    def assemble(self) -> ipywidgets.Widget:
        """All of it."""
        words = {"terms": str(len(entries())), "cards": str(len(self.deck))}
        head = [
            ["p", {"class": "sq-kicker"}, self.strings["flashcards"]],
            ["h3", {"class": "sq-title"}, *fill(self.strings["title"], words)],
        ]
        actions = box("sq-actions", list(self.buttons.values()))
        parts = [html(PRACTICE_STYLE + self.html(head)), *self.texts.values(), actions]
        whole = box("sq-exercise", parts)
        whole.add_class("sq-practice")
        return whole

    # What is shown

    def show(self) -> None:
        """Shows the state as it is."""
        self.shown = shown = screen(self.state, self.deck, self.clock())
        card, status = shown["card"], shown["status"]
        self.write("intro", self.intro() if status == "idle" else [])
        self.write("front", self.front(card) if card else [])
        self.write("back", self.back(card) if status == "back" else [])
        self.write("pause", [] if card or status == "idle" else self.pause())
        offered = self.offered()
        for word, button in self.buttons.items():
            visible(button, word in offered)
        for word, rating in RATINGS.items():
            label = self.strings[word]
            if shown["waits"]:
                label += f" · {self.duration(shown['waits'][rating - 1])}"
            self.buttons[word].description = self.buttons[word].tooltip = label

    def intro(self) -> list[Any]:
        """What is said before a session."""
        how = " ".join(self.strings[name] for name in ("how_read", "how_turn", "how_back"))
        daily = fill(self.strings["daily"], {"limit": str(self.state["limit"])})
        return [
            ["p", {"class": "sq-question"}, how],
            ["p", {}, *daily],
            ["p", {}, *self.counts()],
            ["p", {"class": "sq-help"}, self.strings["cards_kept_here"]],
        ]

    def counts(self) -> list[Any]:
        """How many cards are due, and how many new ones may come."""
        due = self.shown["due"]["learning"] + self.shown["due"]["review"]
        return fill(self.strings["counts"], {"due": str(due), "new": str(self.shown["new"])})

    def front(self, card: dict[str, Any]) -> list[Any]:
        """The front of a card."""
        return [
            ["p", {"class": "sq-help"}, *self.counts()],
            ["h4", {"class": "sq-position"}, self.strings["ask_" + card["kind"]]],
            ["p", {"class": "sq-face"}, card["front"]],
        ]

    def back(self, card: dict[str, Any]) -> list[Any]:
        """The back of a card, with the term in both languages."""
        bulgarian: list[Any] = [["span", {"lang": "bg"}, card["bulgarian"]]]
        if card["own_proposal"]:
            bulgarian.append(f" ({self.strings['own_proposal']})")
        return [
            ["h4", {"class": "sq-position"}, self.strings["answer"]],
            ["p", {"class": "sq-face"}, card["back"]],
            ["p", {}, ["strong", {}, self.strings["more_" + card["kind"]]], ": ", card["more"]],
            [
                "p",
                {"class": "sq-help"},
                f"{self.strings['in_english']}: ",
                ["span", {"lang": "en"}, card["english"]],
                f" · {self.strings['in_bulgarian']}: ",
                *bulgarian,
            ],
            ["p", {"class": "sq-label"}, self.strings["rate"]],
        ]

    def pause(self) -> list[Any]:
        """What is said between cards and after the last one."""
        status, today = self.shown["status"], self.shown["today"]
        lines: list[Any] = [["h4", {"class": "sq-position"}, self.strings[status + "_title"]]]
        if status == "waiting":
            lines.append(["p", {}, self.strings["waiting_text"]])
        if status != "ready" and self.shown["next_due"] is not None:
            lines.append(["p", {}, *self.next_due(self.shown["next_due"])])
        words = {name: str(today[name]) for name in ("new", "reviews")}
        lines.append(["p", {"class": "sq-help"}, *fill(self.strings["today"], words)])
        return lines

    def next_due(self, due: int) -> list[Any]:
        """When the next card comes back."""
        when, now = local(due), local(self.clock())
        # The course is written in British English.
        locale = "en_GB" if self.language == "en" else self.language.replace("-", "_")
        if when.date() == now.date():
            time_of_day = format_time(when, "short", locale=locale)
            return fill(self.strings["next_today"], {"time": time_of_day})
        return fill(self.strings["next_later"], {"date": format_date(when, "full", locale=locale)})

    def duration(self, wait: int) -> str:
        """A wait in milliseconds as a rounded number of one unit: “10 min”, “8 days”."""
        unit, length, form = next(
            (unit, length, form) for unit, length, below, form in UNITS if wait < below
        )
        count = max(1, round(wait / length))
        locale = self.language.replace("-", "_")
        return format_unit(count, f"duration-{unit}", form, locale=locale)

    def write(self, name: str, nodes: list[Any]) -> None:
        """Shows nodes in one of the texts."""
        self.texts[name].value = self.html(nodes)
        visible(self.texts[name], bool(nodes))

    def html(self, nodes: list[Any]) -> str:
        """Nodes as HTML."""
        return to_html(nodes, self.language)


def local(moment: int) -> datetime:
    """A moment in milliseconds since 1970 in the time of this machine."""
    return datetime.fromtimestamp(moment / 1000, UTC).astimezone()


def zone_at(moment: int) -> int:
    """The time of this machine at a moment, in minutes east of UTC."""
    offset = local(moment).utcoffset()
    return 0 if offset is None else int(offset.total_seconds() // 60)
