"""The class: opening one, going on with one, and the way in for students, large or small."""

from __future__ import annotations

from typing import Any

import ipywidgets

from servicequality.board.controls import button, dropdown, field, row, section
from servicequality.board.desk import REHEARSAL, Desk
from servicequality.board.join import is_loopback, join_address, join_page, qr_picture
from servicequality.board.say import Node, paragraph
from servicequality.notebook.parts import visible
from servicequality.notebook.widgets import box

DELETE, KEEP = "delete", "keep"


class RoomPart:
    """Before there is a class: opening one. Then its code, and the address as words and picture.

    `view` is the button that shows only what a class needs.
    """

    def __init__(self, desk: Desk, view: ipywidgets.Button) -> None:
        self.desk = desk
        say = desk.say
        self.large = True
        self.seen: tuple[str, bool] | None = None
        label = say.strings["promise"]
        self.promise = ipywidgets.RadioButtons(
            options=[(say.strings[f"promise_{name}"], name) for name in (DELETE, KEEP, REHEARSAL)],
            description=label,
            tooltip=label,
        )
        self.open = button(desk, "open_room", self.open_room, "sq-board-main")
        self.known = dropdown(desk, "go_on", [])
        self.go_on = button(desk, "go_on_with", self.enter_room)
        self.going_on = box("sq-board-going-on", [field(self.known), self.go_on])
        self.way_in = ipywidgets.HTML()
        self.size = button(desk, "code_small", self.resize, "sq-board-quiet")
        self.start = section(
            desk, "start", field(self.promise, "start_help", desk), self.open, self.going_on
        )
        self.mark, self.joined = ipywidgets.HTML(), ipywidgets.HTML()
        parts = [self.mark, self.way_in, self.joined, row(self.size, view)]
        self.room = box("sq-board-room", parts)
        self.widget = box("sq-board-part", [self.start, self.room])
        desk.changed.append(self.show)
        desk.counted.append(self.show_joined)

    def open_room(self) -> None:
        """Opens a class and shows the way in."""
        room = self.desk.client.open_room(self.promise.value)
        self.desk.enter(room)
        self.desk.tell(self.desk.say("opened_room", spoken=room["spoken"]))
        # The button that had the focus is gone.
        self.size.focus()

    def enter_room(self) -> None:
        """Goes on with the class that is chosen."""
        room = next(room for room in self.desk.client.rooms() if room["code"] == self.known.value)
        self.desk.enter(room)
        self.desk.tell(self.desk.say("went_on", spoken=room["spoken"]))
        self.size.focus()

    def find_rooms(self) -> None:
        """Lists the classes that are open."""
        options = []
        for room in self.desk.client.rooms():
            if room["open"]:
                kind = "_rehearsal" if room["promise"] == REHEARSAL else ""
                label = self.desk.say(f"room_option{kind}", spoken=room["spoken"])
                options.append((label, room["code"]))
        self.known.options = options
        visible(self.going_on, bool(options))

    def resize(self) -> None:
        """The code large or small."""
        self.large = not self.large
        self.show()

    def show(self) -> None:
        """Shows what belongs to a class, or how one is opened."""
        desk = self.desk
        there = desk.room is not None
        visible(self.start, not there)
        visible(self.room, there)
        if desk.room is None:
            self.seen, self.way_in.value = None, ""
            # What was said of the class that is gone stays to be read.
            self.find_rooms()
            return
        # Large until something is asked; then the question has the room.
        seen = (desk.room["code"], bool(desk.rounds))
        if seen != self.seen:
            self.seen, self.large = seen, not desk.rounds
        label = desk.say.strings["code_small" if self.large else "code_large"]
        self.size.description = self.size.tooltip = label
        nodes = self.large_nodes(desk.room) if self.large else self.strip(desk.room)
        self.way_in.value = desk.say.html(nodes)
        self.mark.value = desk.say.html(self.mark_nodes())
        visible(self.mark, desk.rehearsing)
        (self.room.remove_class if self.large else self.room.add_class)("sq-board-small")
        self.show_joined()

    def show_joined(self) -> None:
        """Shows how many have joined."""
        say, count = self.desk.say, self.desk.joined
        nodes = [paragraph(say("joined", count=count), "sq-board-joined")]
        self.joined.value = say.html(nodes)

    def mark_nodes(self) -> list[Node]:
        """That it is a rehearsal, where it is one."""
        if not self.desk.rehearsing:
            return []
        say = self.desk.say
        note = ["strong", {}, say.strings["rehearsal"] + ". "]
        return [["p", {"class": "sq-board-rehearsal"}, note, say.strings["rehearsal_note"]]]

    def large_nodes(self, room: Any) -> list[Node]:
        """The way in, large: code, address, picture, and what students are told."""
        say = self.desk.say
        address = join_address(room["code"], self.desk.address)
        digits = ["span", {"class": "sq-board-code"}, room["spoken"]]
        words = [["p", {"class": "sq-board-code-label"}, say.strings["code"]], digits]
        if address is None:
            return [["div", {"class": "sq-board-way-in"},
                     ["div", {}, *words, paragraph(say.strings["no_address"])]]]  # fmt: skip
        page = join_page(self.desk.address) or ""
        words.append(["p", {"class": "sq-board-join"}, say("join_at", address=page)])
        if is_loopback(address):
            words.append(paragraph(say.strings["loopback"], "sq-board-warning"))
        words.append(paragraph(room["told"], "sq-board-muted"))
        picture = {"html": qr_picture(address, say("qr_said", address=address))}
        return [["div", {"class": "sq-board-way-in"}, ["div", {}, *words], picture]]

    def strip(self, room: Any) -> list[Node]:
        """The way in, in a line."""
        say = self.desk.say
        address = join_page(self.desk.address)
        if address is None:
            text = say("strip_no_address", spoken=room["spoken"])
        else:
            text = say("strip", spoken=room["spoken"], address=address)
        return [["p", {"class": "sq-board-strip"}, text]]
