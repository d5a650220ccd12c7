"""A self-check as ipywidgets, for JupyterLab and Voilà; `core.self_check` says what happens."""

from __future__ import annotations

import os
import random
from collections.abc import MutableMapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any

import ipywidgets

from servicequality.core.answers import key_of
from servicequality.core.self_check import restored, screen, step
from servicequality.core.views import fill
from servicequality.i18n.text import translator
from servicequality.notebook.items import Controls, answer, controls, feedback, instruction
from servicequality.notebook.parts import PRACTICE_STYLE, classes, close, visible
from servicequality.notebook.widgets import box, html
from servicequality.notebook.words import PRACTICE
from servicequality.page.html import to_html
from servicequality.practice import bank

MIME = "application/vnd.servicequality.self-check+json"
# In the order in which they stand on every screen that has them.
BUTTONS = (
    "start_once",
    "start_end",
    "back",
    "check",
    "to_results",
    "again_missed",
    "next",
    "finish",
    "stop",
    "reveal",
    "again_all",
)

# The records of this kernel by topic: all self-checks of a topic work on one, and a cell that is
# run again goes on where the reader was.
RECORDS: dict[str, Any] = {}


class ShownSelfCheck:
    """A self-check on display: what a notebook cell that shows one returns.

    As with exercises, each surface picks the form it can show. The data are topic, items asked for
    and right answers, and no wording: a stored output changes only when one of these changes.
    """

    def __init__(
        self, topic: str, only: Sequence[str] | None = None, language: str | None = None
    ) -> None:
        if isinstance(only, str):
            raise bank.BankError(f"`only` takes a list of items: only=[{only!r}].")
        self.topic = topic
        self.only = None if only is None else list(only)
        self.language = language or os.environ.get("SERVICEQUALITY_LANGUAGE", "en")
        self.spec = bank.spec(topic, translator(self.language), self.only)
        self.data = {
            "topic": topic,
            "only": self.only,
            "keys": {item["id"]: key_of(item) for item in self.spec["items"]},
        }

    def __repr__(self) -> str:
        asked = "" if self.only is None else f" ({', '.join(self.only)})"
        return f"Self-check: {self.topic}{asked}"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        live = LiveSelfCheck(self.spec, self.language)
        bundle = live.widget._repr_mimebundle_(**kwargs)
        return {**bundle, "text/plain": repr(self), MIME: self.data}


class LiveSelfCheck:
    """A self-check wired up: `widget` to show, `shown` the screen that it shows.

    `buttons` (by the id of their text), `places` (the list of questions) and `controls` (those of
    the question that is asked) are what a reader uses. `records` holds what is kept, by topic.
    """

    def __init__(
        self,
        spec: dict[str, Any],
        language: str = "en",
        records: MutableMapping[str, Any] | None = None,
        seed: int | None = None,
    ) -> None:
        self.spec, self.language = spec, language
        self.strings = {
            **spec["strings"],
            **{name: translator(language)(text) for name, text in PRACTICE.items()},
        }
        self.records = RECORDS if records is None else records
        seed = random.randrange(2**30) if seed is None else seed
        kept = self.records.get(spec["topic"])
        self.records[spec["topic"]] = restored(kept, spec, seed)["record"]
        self.controls: Controls = {}
        self.review = box("sq-review", [])
        self.entries: dict[str, tuple[ipywidgets.HTML, ipywidgets.Button]] = {}
        names = ("intro", "position", "asked", "said", "problem", "note", "results")
        self.texts = {name: ipywidgets.HTML() for name in names}
        for name in ("position", "said", "results"):
            self.texts[name].add_class("sq-focus")
        self.body = box("sq-answer", [])
        self.buttons = {word: self.button(word) for word in BUTTONS}
        self.places = [self.place(number) for number in range(len(spec["items"]))]
        # Which question is shown, and how much of it; None where none is.
        self.showing: tuple[Any, ...] | None = None
        self.shown: dict[str, Any] = {}
        self.widget = self.assemble()
        self.show()

    @property
    def record(self) -> dict[str, Any]:
        """The topic's record, which other self-checks on it may have changed."""
        found: dict[str, Any] = self.records[self.spec["topic"]]
        return found

    def happen(self, event: dict[str, Any]) -> None:
        """Lets an event happen and shows what comes of it; the focus goes to what is new."""
        before = self.showing
        self.records[self.spec["topic"]] = step(self.record, event, moment(), self.spec)
        self.show()
        if self.showing != before:
            new = {"asking": "position", "told": "said", "done": "results"}
            self.texts[new[self.shown["phase"]]].focus()

    def button(self, word: str) -> ipywidgets.Button:
        """The button with a text. It does nothing while the screen does not have it."""
        button = ipywidgets.Button(description=self.strings[word], tooltip=self.strings[word])

        def clicked(_button: ipywidgets.Button) -> None:
            for found in self.shown["buttons"]:
                if found["word"] == word:
                    self.happen(found["event"])
                    return

        button.on_click(clicked)
        return button

    def place(self, number: int) -> ipywidgets.Button:
        """A button of the list of questions."""
        button = ipywidgets.Button()
        button.on_click(lambda _button: self.happen(self.shown["list"][number]["event"]))
        return button

    def assemble(self) -> ipywidgets.Widget:
        """The whole self-check."""
        strings, spec = self.strings, self.spec
        count = str(len(spec["items"]))
        asked = strings["questions_one" if count == "1" else "questions"].replace("{count}", count)
        head = [
            ["p", {"class": "sq-kicker"}, strings["self_check"], " · ", asked],
            ["h3", {"class": "sq-title"}, spec["title"]],
        ]
        named = html(f'<p class="sq-legend sq-hidden">{escape(strings["list"])}</p>')
        self.list = box("sq-places", [named, *self.places])
        texts = self.texts
        question = box("sq-asked", [texts["asked"], texts["said"], self.body, texts["problem"]])
        parts = [texts["intro"], self.list, texts["position"], question]
        parts += [texts["note"], texts["results"], self.review]
        actions = box("sq-actions", list(self.buttons.values()))
        whole = box("sq-exercise", [html(PRACTICE_STYLE + self.html(head)), *parts, actions])
        whole.add_class("sq-practice")
        return whole

    # What is shown

    def show(self) -> None:
        """Shows the record as it is."""
        self.shown = shown = screen(self.record, self.spec)
        phase, said = shown["phase"], shown["say"]
        self.write("intro", self.intro() if phase == "ready" else [])
        asked = shown["item"]
        self.write("position", self.position() if asked else [])
        self.write("asked", [["p", {"class": "sq-legend"}, asked["question"]]] if asked else [])
        verdict = {"class": "sq-said", "data-verdict": asked["status"] if asked else None}
        self.write("said", [["p", verdict, *said]] if phase == "told" else [])
        alert = ["div", {"class": "sq-messages", "role": "alert"}, ["p", {}, *said]]
        self.write("problem", [alert] if shown["problem"] else [])
        self.write("note", [["p", {"class": "sq-help"}, *shown["note"]]] if shown["note"] else [])
        self.write("results", self.results() if phase == "done" else [])
        self.show_list()
        self.show_question()
        self.show_review()
        for word, button in self.buttons.items():
            found = [entry for entry in shown["buttons"] if entry["word"] == word]
            visible(button, bool(found))
            classes(button, "sq-main" if found and found[0]["main"] else "")

    def intro(self) -> list[Any]:
        """What is said before the start."""
        return [
            ["p", {"class": "sq-question"}, self.strings["intro"]],
            ["p", {}, *self.shown["say"]],
            ["p", {"class": "sq-help"}, self.strings["kept_here"]],
        ]

    def position(self) -> list[Any]:
        """Where the reader is."""
        position, item = self.shown["position"], self.shown["item"]
        words = {name: str(position[name]) for name in ("at", "of")}
        line = [*fill(self.strings["question_at"], words), " · ", self.strings[item["difficulty"]]]
        if position["try"] > 1:
            line += [" · ", self.strings["second_try"]]
        return [["h4", {"class": "sq-position"}, *line]]

    def results(self) -> list[Any]:
        """The counts of a run that is over."""
        counts = self.shown["results"]
        lines = [["p", {}, *self.shown["say"]]]
        for name in ("revealed", "unanswered"):
            if counts[name]:
                text = fill(self.strings["results_" + name], {name: str(counts[name])})
                lines.append(["p", {}, *text])
        return [["h4", {"class": "sq-position"}, self.strings["results"]], *lines]

    def show_list(self) -> None:
        """Shows the buttons of the questions of this run, with their states."""
        entries = self.shown["list"]
        visible(self.list, self.shown["item"] is not None and len(entries) > 1)
        for number, button in enumerate(self.places):
            visible(button, number < len(entries))
            if number < len(entries):
                entry = entries[number]
                words = {"at": str(number + 1), "state": self.strings["state_" + entry["state"]]}
                said = "".join(fill(self.strings["list_entry"], words))
                button.description = button.tooltip = said
                current = "sq-current" if entry["current"] else ""
                classes(button, f"sq-state-{entry['state']}", current)

    def show_question(self) -> None:
        """Shows the question with its controls, or what came of it; drafts stay as they are."""
        item, position = self.shown["item"], self.shown["position"]
        showing = None
        if item is not None:
            showing = (item["id"], position["at"], item["locked"], item["key"])
        if showing == self.showing:
            return
        self.showing = showing
        self.controls = {}
        old = self.body.children
        self.body.children = [] if item is None else self.parts(item)
        for widget in old:
            close(widget)

    def parts(self, item: dict[str, Any]) -> list[ipywidgets.Widget]:
        """The widgets below a question: its controls, or its feedback."""
        if item["locked"]:
            return [html(self.html(feedback(item, self.strings)))]
        self.controls = controls(item, self.strings)
        for control in self.controls.values():
            control.observe(self.take, names="value")
        do = instruction(item, self.strings)
        head = [html(self.html([["p", {"class": "sq-help"}, do]]))] if do else []
        return [*head, *(box("sq-live-field", [part]) for part in self.controls.values())]

    def take(self, _change: Any) -> None:
        """Takes the answer from the controls."""
        item = self.shown["item"]
        self.happen({"kind": "answer", "value": answer(item, self.controls)})

    def show_review(self) -> None:
        """Shows all questions of a run that is over, with a button for each answer not shown."""
        reviewed = self.shown["review"]
        if list(self.entries) != [entry["item"]["id"] for entry in reviewed]:
            for widget in self.review.children:
                close(widget)
            self.entries = {entry["item"]["id"]: self.entry(entry) for entry in reviewed}
            title = html(self.html([["h4", {"class": "sq-position"}, self.strings["review"]]]))
            parts = [box("sq-reviewed", list(entry)) for entry in self.entries.values()]
            self.review.children = [title, *parts] if parts else []
        results = self.shown["results"]
        items = [] if results is None else results["items"]
        for entry, result in zip(reviewed, items, strict=True):
            place, button = self.entries[entry["item"]["id"]]
            place.value = self.html(self.reviewed(entry["item"], result["tries"]))
            visible(button, entry["event"] is not None)

    def entry(self, reviewed: dict[str, Any]) -> tuple[ipywidgets.HTML, ipywidgets.Button]:
        """The places of a question in the review."""
        place = ipywidgets.HTML()
        place.add_class("sq-focus")
        # Its name says which question it belongs to.
        name = f"{self.strings['reveal']}: {reviewed['item']['question']}"
        button = ipywidgets.Button(description=self.strings["reveal"], tooltip=name)

        def clicked(_button: ipywidgets.Button) -> None:
            self.happen({"kind": "reveal", "item": reviewed["item"]["id"]})
            place.focus()

        button.on_click(clicked)
        return place, button

    def reviewed(self, item: dict[str, Any], tries: list[str]) -> list[Any]:
        """A question in the review; one that was right is folded."""
        state = self.strings["state_" + item["status"]]
        told = ["span", {"class": f"sq-state sq-state-{item['status']}"}, state]
        lines = feedback(item, self.strings)
        if len(tries) > 1:
            words = ", ".join(self.strings["state_" + result] for result in tries)
            told_tries = [self.strings["results_tries"], ": ", words]
            lines = [["p", {"class": "sq-help"}, *told_tries], *lines]
        summary = ["summary", {}, item["question"], " ", told]
        return [["details", {"open": item["status"] != "right"}, summary, *lines]]

    def write(self, name: str, nodes: list[Any]) -> None:
        """Shows nodes in one of the texts."""
        self.texts[name].value = self.html(nodes)
        visible(self.texts[name], bool(nodes))

    def html(self, nodes: list[Any]) -> str:
        """Nodes as HTML."""
        return to_html(nodes, self.language)


def moment() -> str:
    """Now, as JavaScript writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
