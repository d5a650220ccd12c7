"""Written answers that wait to be read: shown to the class only once they are approved."""

from __future__ import annotations

from typing import Any

import ipywidgets

from servicequality.board.controls import button, dropdown, field, row, section, set_options
from servicequality.board.desk import Desk
from servicequality.board.say import paragraph
from servicequality.board.shown_texts import judged_so_far, quoted
from servicequality.board.sides import entry_label
from servicequality.classmode.subjects import TEXT
from servicequality.notebook.parts import visible
from servicequality.notebook.widgets import box

# Texts in sight at once: controls take a browser some time.
AT_ONCE = 8


class TextCard:
    """One text with its two buttons. It is shown again for others, since widgets are slow to make.

    `text` is what the class server tells of the text.
    """

    def __init__(self, part: TextsPart) -> None:
        self.part = part
        self.text: dict[str, Any] = {}
        self.head, self.words, self.state = (ipywidgets.HTML() for _ in range(3))
        self.approve = button(part.desk, "approve", lambda: self.judge(True))
        self.hide = button(part.desk, "hide", lambda: self.judge(False), "sq-board-quiet")
        buttons = row(self.approve, self.hide)
        self.widget = box("sq-board-card", [self.head, self.words, self.state, buttons])
        # The class server names cards of this class anew whenever they show something else.
        self.widget.add_class("sq-mark-card")

    def show(self, text: dict[str, Any], number: int) -> None:
        """Shows a text; students have numbers here, in the order in which they answered."""
        say = self.part.desk.say
        self.text = text
        legend = say("text_number", number=number)
        # In its own element, so that the class server can name the group by it.
        self.head.value = say.html([["h3", {"class": "sq-legend"}, legend]])
        self.words.value = say.html(quoted(text["texts"]))
        for control, name in ((self.approve, "approve"), (self.hide, "hide")):
            control.tooltip = f"{say.strings[name]}, {legend}"
        self.show_state()

    def show_state(self) -> None:
        """Shows what was judged of the text."""
        say = self.part.desk.say
        names = {True: "is_approved", False: "is_hidden", None: "not_judged"}
        told = say.strings[names[self.text["shown"]]]
        self.state.value = say.html([paragraph(told, "sq-board-muted")])
        self.approve.disabled = self.text["shown"] is True
        self.hide.disabled = self.text["shown"] is False

    def judge(self, shown: bool) -> None:
        """Approves or hides the text."""
        self.part.judge(self.text, shown)
        self.show_state()


class TextsPart:
    """Closed until it is asked for: whoever sees the screen reads what stands here."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.reading = False
        self.listed_for: int | None = None
        self.texts: list[dict[str, Any]] = []
        self.cards: list[TextCard] = []
        self.moderate = button(desk, "moderate", self.turn)
        self.entry = dropdown(desk, "texts_entry", [])
        self.range = dropdown(desk, "texts_range", [])
        self.read = button(desk, "texts_read", self.load)
        self.told = ipywidgets.HTML()
        self.told.add_class("sq-announce")
        self.grid = box("sq-board-cards", [])
        self.approve_all = button(desk, "approve_all", self.approve_left, "sq-board-quiet")
        warning = paragraph(desk.say.strings["moderate_warning"], "sq-board-warning")
        self.panel = box(
            "sq-board-moderation",
            [
                ipywidgets.HTML(desk.say.html([warning])),
                row(field(self.entry), field(self.range)),
                row(self.read),
                self.told,
                self.grid,
                row(self.approve_all),
            ],
        )
        self.widget = section(desk, "texts", row(self.moderate), self.panel)
        self.entry.observe(self.change_entry, "value")
        self.range.observe(self.show_cards, "value")
        desk.changed.append(self.show)

    def show(self) -> None:
        """Shows the part where the round asks for texts."""
        desk, subject = self.desk, self.desk.subject
        entries = [] if subject is None else [e for e in subject.entries if e.kind == TEXT]
        visible(self.widget, bool(entries))
        if desk.number != self.listed_for or not entries:
            # Texts of another round are not put on the screen unasked.
            self.listed_for, self.reading, self.texts = desk.number, False, []
            options = [(entry_label(desk.say, entry.plain), entry.key) for entry in entries]
            first = options[0][1] if options else None
            set_options(self.entry, options, first, self.change_entry)
            self.grid.children = []
        visible(self.panel, self.reading)
        label = desk.say.strings["moderate_end" if self.reading else "moderate"]
        self.moderate.description = self.moderate.tooltip = label

    def turn(self) -> None:
        """Opens the part, or closes it."""
        self.reading = not self.reading
        if self.reading:
            self.load()
        else:
            self.texts, self.grid.children = [], []
        self.show()

    def change_entry(self, _change: Any = None) -> None:
        """Reads the texts of another entry."""
        if self.reading:
            self.desk.attempt(self.load)

    def load(self) -> None:
        """Reads what has been written; what was not judged comes first."""
        desk = self.desk
        if desk.number is None or self.entry.value is None:
            return
        found = desk.client.texts(desk.code, desk.number, self.entry.value)
        for number, text in enumerate(found, start=1):
            text["number"] = number
        self.texts = sorted(found, key=lambda text: text["shown"] is not None)
        starts = range(0, max(1, len(found)), AT_ONCE)
        options = [(self.range_label(start), start) for start in starts]
        set_options(self.range, options, 0, self.show_cards)
        visible(self.range, len(options) > 1)
        self.show_cards()
        self.count()

    def range_label(self, start: int) -> str:
        """Which texts stand on a page of cards: “9 to 16 of 26”."""
        last = min(start + AT_ONCE, len(self.texts))
        say = self.desk.say
        return say("texts_range_option", first=start + 1, last=last, all=len(self.texts))

    def show_cards(self, _change: Any = None) -> None:
        """Shows the texts that are chosen."""
        wanted = self.texts[self.range.value : self.range.value + AT_ONCE]
        while len(self.cards) < len(wanted):
            self.cards.append(TextCard(self))
        for card, text in zip(self.cards, wanted, strict=False):
            card.show(text, text["number"])
        self.grid.children = [card.widget for card in self.cards[: len(wanted)]]
        self.offer_all()

    @property
    def left(self) -> list[TextCard]:
        """The cards that are seen and whose texts were not judged yet."""
        seen = self.cards[: len(self.grid.children)]
        return [card for card in seen if card.text["shown"] is None]

    def offer_all(self) -> None:
        """Offers to approve what is left, where that is more than one."""
        visible(self.approve_all, len(self.left) > 1)

    def approve_left(self) -> None:
        """Approves the texts that are seen and were neither approved nor hidden."""
        for card in self.left:
            card.judge(True)
        # The button that had the focus is gone.
        self.moderate.focus()

    def count(self) -> None:
        """Says how far the reading is."""
        say = self.desk.say
        told = judged_so_far(say, self.texts) if self.texts else say.strings["judge_none"]
        self.told.value = say.html([paragraph(told)])

    def judge(self, text: dict[str, Any], shown: bool) -> None:
        """Approves or hides a text, and shows what is approved."""
        desk = self.desk
        assert desk.number is not None
        answer, sequence = text["answer"], text["sequence"]
        desk.client.judge(desk.code, desk.number, answer, sequence, self.entry.value, shown)
        text["shown"] = shown
        self.count()
        self.offer_all()
        for judged in desk.judged:
            judged()
