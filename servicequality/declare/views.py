"""The kinds of view that an exercise may show its result by.

A view is data: which entry of the result it shows, and in which words. To add a kind:

1. its class here, with `kind` and `spec()`;
2. its function in `servicequality.core.views` (`VIEWS`), which gives the nodes and serves every
   surface.

Every text in a view is written in English and translated when a surface asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from servicequality.declare.fields import Translate, option_specs

if TYPE_CHECKING:
    import altair

# Colours with a meaning: each is a class `sq-TONE` and a token `--sq-TONE` of tokens.css.
TONES = ("gap-1", "gap-2", "gap-3", "gap-4", "gap-5", "case", "debate", "definition")


@dataclass(frozen=True)
class Number:
    """How a number is written: how many decimals, and whether a plus sign is shown."""

    decimals: int = 0
    signed: bool = False

    def spec(self) -> dict[str, Any]:
        return {"decimals": self.decimals, "signed": self.signed}


@dataclass(frozen=True)
class Value:
    """What fills one `{placeholder}` of a text: an entry of the result.

    With `words`, the entry is an id and its text is shown; a text of the student's own is shown
    as it is; any other entry is a number, written after `style`.
    """

    key: str
    style: Number = field(default_factory=Number)
    words: Mapping[str, str] | None = None

    def spec(self, name: str, translate: Translate) -> dict[str, Any]:
        return {
            "name": name,
            "key": self.key,
            "style": self.style.spec(),
            "words": translated(self.words, translate),
        }


def translated(words: Mapping[str, str] | None, translate: Translate) -> dict[str, str] | None:
    """Words by id, translated; None stays None."""
    return None if words is None else {key: translate(text) for key, text in words.items()}


@dataclass(frozen=True)
class View:
    """What all views share: a name, and the key of the result that they show."""

    kind: ClassVar[str]

    name: str
    key: str

    def spec(self, translate: Translate) -> dict[str, Any]:
        """The view as plain data, its texts translated: what pages and both Pythons read."""
        raise NotImplementedError


@dataclass(frozen=True)
class Figure(View):
    """One number, large. `compute` gives a finite number under `key`."""

    kind: ClassVar[str] = "figure"

    label: str
    style: Number
    unit: str = ""
    note: str = ""

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "key": self.key,
            "label": translate(self.label),
            "style": self.style.spec(),
            "unit": translate(self.unit),
            "note": translate(self.note),
        }


@dataclass(frozen=True)
class Sentence(View):
    """One sentence out of several. `compute` gives, under `key`, the id of the one to show.

    A `spoken` sentence is told to screen readers and not shown: where the eye sees it anyway.
    """

    kind: ClassVar[str] = "sentence"

    sentences: Mapping[str, str]
    values: Mapping[str, Value] = field(default_factory=dict)
    spoken: bool = False

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "key": self.key,
            "sentences": translated(self.sentences, translate),
            "values": [value.spec(name, translate) for name, value in self.values.items()],
            "spoken": self.spoken,
        }


@dataclass(frozen=True)
class Column:
    """A column of a table: the entry of each row, as words for an id, as number or as text."""

    key: str
    label: str
    style: Number | None = None
    words: Mapping[str, str] | None = None

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "key": self.key,
            "label": translate(self.label),
            "style": None if self.style is None else self.style.spec(),
            "words": translated(self.words, translate),
        }


@dataclass(frozen=True)
class Table(View):
    """Rows and columns. `compute` gives a list of dicts; the first column names the row."""

    kind: ClassVar[str] = "table"

    caption: str
    columns: Sequence[Column]
    empty: str = "There is nothing to show yet."

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "key": self.key,
            "caption": translate(self.caption),
            "columns": [column.spec(translate) for column in self.columns],
            "empty": translate(self.empty),
        }


@dataclass(frozen=True)
class Chart(View):
    """A chart. `compute` gives a list of dicts under `key`; `draw` turns them into Altair.

    `draw(rows, texts)` receives rows in which ids are already replaced by `words` (by column; the
    id stays under `COLUMN_id`), and the translated `texts` for axes and legends. Its specification
    must not depend on the rows: the page replaces the data in place. `summary` states what the
    chart shows, for those who do not see it.
    """

    kind: ClassVar[str] = "chart"

    title: str
    draw: Callable[[list[dict[str, Any]], Mapping[str, str]], altair.Chart | altair.LayerChart]
    summary: str
    values: Mapping[str, Value] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    empty: str = "There is nothing to show yet."

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "key": self.key,
            "title": translate(self.title),
            "summary": translate(self.summary),
            "values": [value.spec(name, translate) for name, value in self.values.items()],
            "words": {column: translated(words, translate) for column, words in self.words.items()},
            "texts": translated(self.texts, translate),
            "empty": translate(self.empty),
        }


@dataclass(frozen=True)
class Checklist(View):
    """Items with a state each. `compute` gives a list of dicts with `item`, `state` and `note`.

    All three are ids; `note` is None where nothing more is said about an item.
    """

    kind: ClassVar[str] = "checklist"

    title: str
    items: Mapping[str, str]
    states: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    empty: str = "There is nothing to show yet."

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "key": self.key,
            "title": translate(self.title),
            "items": translated(self.items, translate),
            "states": translated(self.states, translate),
            "notes": translated(self.notes, translate),
            "empty": translate(self.empty),
        }


@dataclass(frozen=True)
class Card:
    """A titled piece of text: paragraphs, then titled lists, then titled notes.

    `tone` names the colour at its edge, one of `TONES`: what the card is about. It is empty for a
    card about nothing in particular. Raises ValueError for any other name.
    """

    title: str
    paragraphs: Sequence[str] = ()
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    tone: str = ""

    def __post_init__(self) -> None:
        if self.tone and self.tone not in TONES:
            raise ValueError(
                f"card {self.title!r}: its tone must be one of {', '.join(TONES)}, "
                f"not {self.tone!r}."
            )

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "title": translate(self.title),
            "tone": self.tone,
            "paragraphs": [translate(text) for text in self.paragraphs],
            "lists": [
                {"title": translate(title), "items": [translate(item) for item in items]}
                for title, items in self.lists.items()
            ],
            "notes": [
                {"title": translate(title), "text": translate(text)}
                for title, text in self.notes.items()
            ],
        }


@dataclass(frozen=True)
class Cards(View):
    """Cards out of a set. `compute` gives the list of ids of those to show, in order."""

    kind: ClassVar[str] = "cards"

    cards: Mapping[str, Card]

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "key": self.key,
            "cards": {key: card.spec(translate) for key, card in self.cards.items()},
        }


@dataclass(frozen=True)
class Diagram(View):
    """A drawing with parts that light up. `compute` gives the id of the part to light.

    `draw(translate)` gives the drawing as nodes (an `svg` element), the parts marked by
    `data-part`; an element with `data-pick="FIELD=VALUE"` sets that field when it is tapped.
    `captions` says in words, for each id, what is lit: it is the drawing's text alternative.
    """

    kind: ClassVar[str] = "diagram"

    draw: Callable[[Translate], Any]
    captions: Mapping[str, str]

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "key": self.key,
            "drawing": self.draw(translate),
            "captions": translated(self.captions, translate),
        }


@dataclass(frozen=True)
class Blueprint(View):
    """A service blueprint. `compute` gives a list of dicts with `label`, `lane`, `fail`, `wait`.

    `lanes` maps the ids of the lanes to their names, from the guest's side down; `lines` maps the
    lane above each line to the line's name; `words` says what the marks mean (`fail`, `wait`), by
    which letters they are shown (`mark_fail`, `mark_wait`), and what the drawing is for those who
    do not see it (`label`). The drawing holds the steps' names,
    so that it says the same when it is saved; still, a table should list all that is known of them.
    """

    kind: ClassVar[str] = "blueprint"

    lanes: Mapping[str, str]
    lines: Mapping[str, str]
    words: Mapping[str, str]
    caption: str
    empty: str = "There is nothing to show yet."

    def spec(self, translate: Translate) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "key": self.key,
            "lanes": option_specs(self.lanes, translate),
            "lines": translated(self.lines, translate),
            "words": translated(self.words, translate),
            "caption": translate(self.caption),
            "empty": translate(self.empty),
        }
