"""The round that is shown: what is asked, how many have answered, closing it, asking again."""

from __future__ import annotations

from typing import Any

import ipywidgets

from servicequality.board.client import ClassError
from servicequality.board.controls import (
    CONTROL,
    button,
    dropdown,
    field,
    row,
    section,
    set_options,
    whole_number,
)
from servicequality.board.desk import Desk
from servicequality.board.rehearsal import MOST_STUDENTS, rehearse
from servicequality.board.say import Node, paragraph, whole
from servicequality.board.shown_options import option_list
from servicequality.notebook.parts import visible
from servicequality.notebook.widgets import box

STUDENTS, SEED, LARGEST_SEED = 30, 1, 9999


class RoundPart:
    """The question in large type, the count in larger, and what can be done with the round."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.rounds = dropdown(desk, "rounds", [])
        self.question = ipywidgets.HTML()
        self.count = ipywidgets.HTML()
        # First the one that lets a class talk before it sees what others think.
        self.close = button(desk, "close", self.close_hiding, "sq-board-main")
        self.close_and_show = button(desk, "close_and_show", self.close_showing)
        self.again = button(desk, "again", self.vote_again)
        self.reopen = button(desk, "reopen", self.open_again)
        self.show_or_hide = button(desk, "show_results", self.turn)
        self.students = whole_number(desk, "students", STUDENTS, 1, MOST_STUDENTS)
        self.seed = whole_number(desk, "seed", SEED, 0, LARGEST_SEED)
        self.let_answer = button(desk, "let_answer", self.let_them_answer)
        self.simulated = ipywidgets.HTML()
        self.simulated_for: int | None = None
        self.rehearsal = box(
            "sq-board-rehearsal-part",
            [
                row(field(self.students), field(self.seed, "seed_help", desk)),
                row(self.let_answer),
                self.simulated,
            ],
        )
        self.list = field(self.rounds)
        controls = (self.close, self.close_and_show, self.again, self.show_or_hide, self.reopen)
        for part in (self.list, self.rehearsal):
            part.add_class(CONTROL)
        self.widget = section(
            desk, "round", self.list, self.question,
            box("sq-board-counting", [self.count, row(*controls)]),
            self.rehearsal,
        )  # fmt: skip
        self.rounds.observe(self.choose, "value")
        desk.changed.append(self.show)
        desk.counted.append(self.show_count)

    @property
    def number(self) -> int:
        """The id of the round that is shown."""
        assert self.desk.number is not None
        return self.desk.number

    def choose(self, change: Any) -> None:
        """Shows the round that is chosen."""
        if change["new"] is not None:
            self.desk.attempt(lambda: self.desk.choose(change["new"]))

    def close_showing(self) -> None:
        """Closes answers and shows the results."""
        self.desk.shown.add(self.number)
        self.close_round()

    def close_hiding(self) -> None:
        """Closes answers, and keeps the results for after the discussion."""
        self.desk.shown.discard(self.number)
        self.close_round()

    def close_round(self) -> None:
        """Closes answers."""
        desk = self.desk
        desk.client.change_round(desk.code, self.number, open=False)
        desk.refresh()
        assert desk.round is not None
        desk.tell(desk.say("closed_now", count=desk.round["answers"]))
        # The button that had the focus is gone, here as below.
        self.show_or_hide.focus()

    def open_again(self) -> None:
        """Takes more answers to the same round."""
        desk = self.desk
        desk.client.change_round(desk.code, self.number, open=True)
        desk.shown.discard(self.number)
        desk.refresh()
        desk.tell(desk.say.strings["opened_round"])
        self.close.focus()

    def vote_again(self) -> None:
        """Asks the same once more, in a round of its own."""
        desk = self.desk
        assert desk.round is not None
        made = desk.client.open_round(desk.code, desk.round["subject"], True)
        desk.number = made["id"]
        desk.refresh()
        desk.tell(desk.say("opened_again", number=made["number"]))
        self.close.focus()

    def turn(self) -> None:
        """Shows or hides results of a round that is closed."""
        self.desk.shown ^= {self.number}
        self.desk.show()

    def let_them_answer(self) -> None:
        """Lets simulated students answer."""
        desk, found, subject = self.desk, self.desk.round, self.desk.subject
        if found is None or subject is None:
            return
        count, say = self.students.value, desk.say

        def told(sent: int, error: ClassError | None) -> None:
            if desk.number != found["id"]:
                # Another round has come meanwhile.
                return
            if error is None:
                text = say("simulated_so_far", sent=sent, count=count)
            else:
                text = say("simulated_stopped", sent=sent, count=count, why=str(error))
            self.simulated.value = say.html([paragraph(text)])

        work = rehearse(
            desk.client, desk.code, found["id"], subject, found["number"], count,
            self.seed.value, told, say.translate,
        )  # fmt: skip
        # Those of an earlier round stop by themselves where it is closed.
        desk.background.start(f"rehearsal {found['id']}", work)

    def show(self) -> None:
        """Shows the round and what can be done with it."""
        desk, found = self.desk, self.desk.round
        visible(self.widget, found is not None)
        if found is None:
            self.simulated.value = ""
            set_options(self.rounds, [], None, self.choose)
            return
        options = [(self.label(one), one["id"]) for one in reversed(desk.rounds)]
        if list(self.rounds.options) != options or self.rounds.value != found["id"]:
            set_options(self.rounds, options, found["id"], self.choose)
        visible(self.list, len(desk.rounds) > 1)
        is_open = found["open"]
        others = [one for one in desk.rounds if one["subject"] == found["subject"]]
        for control in (self.close_and_show, self.close):
            visible(control, is_open)
        for control in (self.reopen, self.show_or_hide):
            visible(control, not is_open)
        # Only one vote on a subject is open at a time.
        visible(self.again, not any(one["open"] for one in others))
        label = desk.say.strings["hide_results" if desk.visible else "show_results"]
        self.show_or_hide.description = self.show_or_hide.tooltip = label
        visible(self.rehearsal, is_open and desk.rehearsing)
        if not is_open or desk.number != self.simulated_for:
            self.simulated.value = ""
        self.simulated_for = desk.number
        self.question.value = desk.say.html(self.question_nodes(found))
        self.show_count()

    def label(self, found: Any) -> str:
        """A round in the list."""
        state = self.desk.say.strings["state_open" if found["open"] else "state_closed"]
        title = found["title"] or found["subject"]
        return self.desk.say("round_option", title=title, number=found["number"], state=state)

    def question_nodes(self, found: Any) -> list[Node]:
        """What is asked and, while it is open, what there is to choose from."""
        say, subject = self.desk.say, self.desk.subject
        title = found["title"] or found["subject"]
        nodes = [["p", {"class": "sq-board-asked"}, title]]
        # Of a question of the bank, title and question are the same.
        if subject is not None and subject.question != title:
            nodes.append(paragraph(subject.question, "sq-board-question"))
        if found["open"] and subject is not None:
            nodes += option_list(say, subject)
        return nodes

    def show_count(self) -> None:
        """Shows how many have answered, in which vote, and whether more can."""
        found = self.desk.round
        if found is None:
            return
        number = ["span", {"class": "sq-board-answers"}, whole(found["answers"])]
        say = self.desk.say
        words = ["p", {"class": "sq-board-counted"}, say.strings["answers"], " ", number]
        if found["open"]:
            words += [" ", say("of_joined", count=self.desk.joined)]
        state = say.strings["is_open" if found["open"] else "is_closed"]
        if found["number"] > 1:
            state = f"{say('vote_number', number=found['number'])}. {state}"
        self.count.value = say.html([words, paragraph(state, "sq-board-muted sq-board-state")])
