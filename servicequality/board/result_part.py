"""Results of a round: figures, an earlier round beside them, who moved, the model answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import ipywidgets

from servicequality.board.controls import (
    CONTROL,
    button,
    checkbox,
    dropdown,
    field,
    row,
    section,
    set_options,
)
from servicequality.board.desk import Desk
from servicequality.board.model_answer import model_nodes
from servicequality.board.overview import entry_nodes, overview_nodes, pictures
from servicequality.board.pictures import Picture
from servicequality.board.say import Node, paragraph
from servicequality.board.shown_moves import move_nodes
from servicequality.board.shown_profile import profile_nodes, profile_picture
from servicequality.board.shown_scatter import scatter_nodes, scatter_picture
from servicequality.board.shown_texts import text_nodes
from servicequality.board.sides import Side, Told, beside, entry_label, start_side
from servicequality.classmode.subjects import ANY_ROW, NUMBER, TEXT, ExerciseSubject, ItemSubject
from servicequality.notebook.parts import visible
from servicequality.notebook.widgets import box

# Results that come in while answers are open are drawn anew at most every so many seconds.
SECONDS = 3.0
# So many earlier classes are looked through for rounds on the same subject.
EARLIER = 20

# A round of this class or another: the code of its class and its id.
Place = tuple[str, int]
NOWHERE: Place = ("", 0)
# Not a round, but what an exercise has in its fields before anybody enters anything.
START: Place = ("", 1)


class ResultPart:
    """Everything that is shown of a round's results.

    `now` and `before` are the round and the one beside it, None while there is nothing to show.
    """

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        self.desk = desk
        self.clock = clock
        self.now: Side | None = None
        self.before: Side | None = None
        self.profile: list[Any] | None = None
        # What is drawn: the round, how many had answered, and when.
        self.drawn: tuple[int, int] | None = None
        self.drawn_at = 0.0
        self.listed_for: int | None = None
        self.earlier: dict[str, list[Told]] = {}
        self.entry = dropdown(desk, "shown_entry", [])
        self.beside = dropdown(desk, "beside", [])
        self.mark = checkbox(desk, "mark")
        self.model = checkbox(desk, "show_model")
        self.x, self.y = dropdown(desk, "scatter_x", []), dropdown(desk, "scatter_y", [])
        self.fresh = button(desk, "show_approved", self.show_texts)
        names = ("state", "profile", "figures", "moves", "scatter", "texts", "model")
        self.places = {name: ipywidgets.HTML() for name in names}
        self.scattering = row(field(self.x), field(self.y))
        self.ticks = row(field(self.mark), field(self.model))
        lists = row(field(self.entry), field(self.beside))
        for part in (lists, self.scattering):
            part.add_class(CONTROL)
        self.chosen = box("sq-board-chosen", [lists, self.ticks])
        self.writing = box("sq-board-writing", [self.places["texts"], row(self.fresh)])
        self.figures = box(
            "sq-board-figures",
            [
                self.chosen, self.places["profile"], self.places["figures"], self.places["moves"],
                self.scattering, self.places["scatter"], self.writing, self.places["model"],
            ],
        )  # fmt: skip
        self.widget = section(desk, "results", self.places["state"], self.figures)
        self.beside.observe(self.change_beside, "value")
        for control in (self.entry, self.mark, self.model):
            control.observe(self.redraw, "value")
        for control in (self.x, self.y):
            control.observe(self.change_scatter, "value")
        desk.changed.append(self.show)
        desk.counted.append(self.show_more)
        desk.judged.append(self.show_texts)

    # What is there to show

    def show(self) -> None:
        """Shows results where they may be seen, else why they are not."""
        found, subject = self.desk.round, self.desk.subject
        visible(self.widget, found is not None and self.desk.visible)
        if found is None or subject is None or not self.desk.visible:
            self.forget()
            return
        self.list_choices()
        self.load()

    def show_more(self) -> None:
        """Shows what has come in meanwhile, where results are seen while answers come."""
        found = self.desk.round
        if found is None or not self.desk.visible or self.desk.subject is None:
            return
        news = self.drawn != (found["id"], found["answers"])
        if news and self.clock() - self.drawn_at >= SECONDS:
            self.load()

    def forget(self) -> None:
        """Nothing is shown, and what is marked or modelled is not shown of the next one either."""
        self.now = self.before = self.profile = self.drawn = self.listed_for = None
        self.mark.value = self.model.value = False
        for place in self.places.values():
            place.value = ""

    def load(self) -> None:
        """Asks for the results and draws them."""
        desk, found = self.desk, self.desk.round
        assert found is not None
        results = desk.client.results(desk.code, found["id"])
        self.drawn, self.drawn_at = (found["id"], results["answers"]), self.clock()
        say = desk.say
        state = []
        if results["withheld"]:
            state.append(paragraph(say.strings[results["withheld"]]))
        if results["left_out"]:
            state.append(paragraph(say("left_out", count=results["left_out"])))
        self.places["state"].value = say.html(state)
        visible(self.figures, results["entries"] is not None)
        if results["entries"] is None:
            self.now = self.before = None
            return
        self.now = Side.of(say("vote_number", number=found["number"]), results)
        self.load_before()
        self.profile = desk.client.profile(desk.code, found["id"])
        self.draw()
        self.draw_scatter()
        self.show_texts()

    def load_before(self) -> None:
        """Asks for the round that stands beside, if one is chosen and its results may be shown."""
        self.before = None
        place: Place = self.beside.value
        label = self.beside.label
        if place == NOWHERE:
            return
        if place == START:
            subject = self.desk.subject
            assert isinstance(subject, ExerciseSubject)
            self.before = start_side(label, subject)
            return
        if place[0] == self.desk.code:
            numbers = {found["id"]: found["number"] for found in self.desk.rounds}
            label = self.desk.say("vote_number", number=numbers[place[1]])
        results = self.desk.client.results(*place)
        if results["entries"] is not None:
            self.before = Side.of(label, results)

    # Choosing

    def list_choices(self) -> None:
        """What can be chosen for a round: entries, rounds beside it, axes of a scatter."""
        desk, found, subject = self.desk, self.desk.round, self.desk.subject
        assert found is not None
        assert subject is not None
        if self.listed_for == found["id"]:
            return
        self.listed_for = found["id"]
        # What is loaded is of another round.
        self.now = self.before = None
        say = desk.say
        self.mark.value = self.model.value = False
        plain = [entry.plain for entry in subject.entries]
        entries: list[tuple[str, str]] = [(say.strings["everything"], "")]
        entries += [(entry_label(say, entry), entry["key"]) for entry in plain]
        set_options(self.entry, entries, "", self.redraw)
        numbers = [
            (entry_label(say, entry), entry["key"])
            for entry in plain
            if entry["kind"] == NUMBER and ANY_ROW not in entry["key"].split("/")
        ]
        for control in (self.x, self.y):
            options = [(say.strings["scatter_none"], ""), *numbers]
            set_options(control, options, "", self.change_scatter)
        visible(self.scattering, len(numbers) > 1)
        visible(self.mark, any(entry["right"] for entry in plain))
        visible(self.model, bool(model_nodes(say, subject)))
        visible(self.writing, any(entry["kind"] == TEXT for entry in plain))
        self.list_beside(found)

    def list_beside(self, found: Told) -> None:
        """The rounds that may stand beside one; of a second vote the one before it does."""
        desk, say = self.desk, self.desk.say
        options: list[tuple[str, Place]] = [(say.strings["beside_nothing"], NOWHERE)]
        value = NOWHERE
        for other in desk.rounds:
            same = other["subject"] == found["subject"] and other["id"] != found["id"]
            if same and not other["open"]:
                place = (desk.code, other["id"])
                options.append((say("beside_vote", number=other["number"]), place))
                if other["number"] == found["number"] - 1:
                    value = place
        for room, other in self.earlier_rounds():
            if other["subject"] == found["subject"]:
                date = datetime.fromtimestamp(room["opened"] / 1000, UTC).date().isoformat()
                label = say("beside_class", date=date, number=other["number"])
                options.append((label, (room["code"], other["id"])))
        if isinstance(desk.subject, ExerciseSubject):
            options.append((say.strings["beside_start"], START))
        set_options(self.beside, options, value, self.change_beside)
        visible(self.beside, len(options) > 1)

    def earlier_rounds(self) -> list[tuple[Told, Told]]:
        """The rounds of classes that have ended and were kept, each with its class."""
        rooms = [room for room in self.desk.client.rooms() if not room["open"]][:EARLIER]
        for room in rooms:
            if room["code"] not in self.earlier:
                # What has ended changes no more.
                board = self.desk.client.board(room["code"])
                self.earlier[room["code"]] = board["rounds"]
        return [(room, found) for room in rooms for found in self.earlier[room["code"]]]

    def change_beside(self, _change: Any = None) -> None:
        """Puts another round beside."""
        if self.now is not None:
            self.desk.attempt(self.load_before)
            self.redraw()

    def change_scatter(self, _change: Any = None) -> None:
        """Draws another scatter."""
        self.desk.attempt(self.draw_scatter)

    def redraw(self, _change: Any = None) -> None:
        """Draws what is loaded in another way."""
        if self.now is not None:
            self.desk.attempt(self.draw)

    # Drawing

    def draw(self) -> None:
        """Draws what is loaded."""
        subject, now = self.desk.subject, self.now
        if subject is None or now is None:
            return
        say, key, mark = self.desk.say, self.entry.value or "", bool(self.mark.value)
        if key:
            inner = entry_nodes(say, key, now, self.before, mark)
            nodes: list[Node] = [["div", {"class": "sq-board-figure"}, *inner]]
        else:
            nodes = overview_nodes(say, subject, now, self.before, mark)
        self.put("figures", nodes)
        self.put("moves", self.moves(key or self.main_entry(), mark))
        self.put("profile", [] if key or not self.profile else profile_nodes(say, self.profile))
        self.put("model", model_nodes(say, subject) if self.model.value else [])

    def put(self, place: str, nodes: list[Node]) -> None:
        """Shows nodes in a place."""
        self.places[place].value = self.desk.say.html(nodes)

    def main_entry(self) -> str:
        """The entry of whose moves is told while everything is shown: that of a question."""
        assert self.now is not None
        is_item = isinstance(self.desk.subject, ItemSubject)
        return "answer" if is_item and "answer" in self.now.entries else ""

    def moves(self, key: str, mark: bool) -> list[Node]:
        """Who moved from the round beside to this one."""
        desk, place = self.desk, self.beside.value
        if self.now is None or self.before is None or place == START or not key:
            return []
        if place[0] != desk.code:
            return [paragraph(desk.say.strings["moves_other_class"], "sq-board-muted")]
        found = beside(key, self.now, self.before)
        if found.before is None or found.now["kind"] == TEXT:
            return []
        assert desk.number is not None
        moved = desk.client.moves(desk.code, place[1], desk.number, key)
        return [] if moved is None else move_nodes(desk.say, found, moved, mark)

    def scatter(self) -> Any:
        """The points of the scatter that is chosen; None where there is none."""
        desk = self.desk
        if self.now is None or desk.number is None or not (self.x.value and self.y.value):
            return None
        told = desk.client.scatter(desk.code, desk.number, self.x.value, self.y.value)
        if told["points"] is None:
            return None
        return {**told, "ranges": [self.range_of(told[axis]["key"]) for axis in ("x", "y")]}

    def range_of(self, key: str) -> tuple[float, float] | None:
        """The lowest and the highest number that an entry may have, where both are declared."""
        entry = None if self.desk.subject is None else self.desk.subject.entry(key)
        if entry is None or entry.minimum is None or entry.maximum is None:
            return None
        return entry.minimum, entry.maximum

    def draw_scatter(self) -> None:
        """Draws the scatter that is chosen."""
        told = self.scatter()
        self.put("scatter", [] if told is None else scatter_nodes(self.desk.say, told))

    def show_texts(self) -> None:
        """Shows the written answers that are approved."""
        desk, now = self.desk, self.now
        subject = desk.subject
        if now is None or subject is None or desk.number is None:
            return
        nodes: list[Node] = []
        for entry in subject.entries:
            if entry.kind == TEXT:
                texts = desk.client.texts(desk.code, desk.number, entry.key, shown=True)
                if texts or "/" not in entry.key:
                    nodes += text_nodes(desk.say, entry_label(desk.say, entry.plain), texts)
        self.put("texts", nodes)

    def pictures(self) -> list[tuple[str, Picture]]:
        """The charts that are shown, each under its title. Raises ClassError."""
        subject, now, say = self.desk.subject, self.now, self.desk.say
        if subject is None or now is None:
            return []
        key, mark = self.entry.value or "", bool(self.mark.value)
        found = pictures(say, subject, key, now, self.before, mark)
        if self.profile and not key:
            found.append((say.strings["profile"], profile_picture(say, self.profile)))
        told = self.scatter()
        if told is not None and told["points"]:
            title = say("scatter_title", x=told["x"]["label"], y=told["y"]["label"])
            found.append((title, scatter_picture(say, told, subject.title)))
        return found
