"""One round, or two side by side: what every figure of the board is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from servicequality.board.say import Say
from servicequality.classmode.results import distribution
from servicequality.classmode.subjects import ExerciseSubject

Told = Mapping[str, Any]


@dataclass(frozen=True)
class Side:
    """A round under the label it has here, “Vote 2”; `entries` are its distributions by key.

    A distribution is a dict as `servicequality.classmode.results.distribution` gives it.
    """

    label: str
    entries: Mapping[str, Told]

    @classmethod
    def of(cls, label: str, results: Told) -> Side:
        """The side of a round, from what the class server tells of its results."""
        return cls(label, {entry["key"]: entry for entry in results["entries"]})


def start_side(label: str, subject: ExerciseSubject) -> Side:
    """What an exercise has in its fields at the start, as a round of one answer."""
    values = {field["name"]: field["default"] for field in subject.spec["fields"]}
    flat = subject.flat(subject.checked(values))
    return Side.of(label, {"entries": [distribution(e, [flat]) for e in subject.entries]})


@dataclass(frozen=True)
class Beside:
    """An entry of the round that is shown, and of the one that stands beside it, if there is one.

    `now` is the later round; `before` comes first to the eye.
    """

    now: Told
    now_label: str
    before: Told | None = None
    before_label: str = ""

    @property
    def sides(self) -> list[tuple[str, Told]]:
        """Labels and distributions, the earlier round first."""
        now = (self.now_label, self.now)
        return [now] if self.before is None else [(self.before_label, self.before), now]


def beside(key: str, now: Side, before: Side | None) -> Beside:
    """An entry in one round or two. What the earlier round does not have it is shown without."""
    earlier = None if before is None else before.entries.get(key)
    if before is None or earlier is None:
        return Beside(now.entries[key], now.label)
    return Beside(now.entries[key], now.label, earlier, before.label)


def entry_label(say: Say, entry: Told) -> str:
    """What an entry is called: in a table by its row and column."""
    if not entry["row"]:
        label: str = entry["label"]
        return label
    return say("nested", row=entry["row"], column=entry["label"])


def groups(entries: Sequence[Told]) -> list[list[Told]]:
    """Entries that belong into one table, together: a column of a table, the pairs of a matching.

    Any other stands alone. The order is that in which they come.
    """
    found: dict[tuple[str, ...], list[Told]] = {}
    for entry in entries:
        parts = entry["key"].split("/")
        if len(parts) == 3:
            name: tuple[str, ...] = (parts[0], "column", parts[2])
        elif len(parts) == 2:
            name = (parts[0], "parts")
        else:
            name = (entry["key"],)
        found.setdefault(name, []).append(entry)
    return list(found.values())
