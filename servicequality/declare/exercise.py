"""An exercise: its identity, what it asks, what it computes and how it shows the result."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from servicequality.content import load
from servicequality.core.evaluate import evaluate
from servicequality.declare.fields import Field, Translate
from servicequality.declare.views import Chart, View, translated
from servicequality.i18n.interface import INTERFACE

IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class DeclarationError(Exception):
    """An exercise is declared in a way that cannot work; the text names the file and the fault."""


@dataclass(frozen=True)
class Group:
    """Fields that belong together, under one legend."""

    legend: str
    fields: Sequence[Field]


@dataclass(frozen=True)
class Exercise:
    """One exercise, declared once for every surface.

    `compute(values)` is a pure function from field values (a dict by field name) to plain data;
    with `data`, the names of tables under `data/`, it is called `compute(values, tables)`. It runs
    on both Pythons and keeps to the rules of `servicequality.core`. `announce` names the sentence
    that a screen reader is told after a change. `teaches` lists the ids of the source text.

    Raises DeclarationError, naming file and fault, where the declaration cannot work.
    """

    id: str
    title: str
    question: str
    teaches: Sequence[str]
    minutes: int
    groups: Sequence[Group]
    compute: Callable[..., dict[str, Any]]
    views: Sequence[View]
    announce: str
    tasks: Sequence[str] = ()
    data: Sequence[str] = ()
    origin: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "origin", short_path(inspect.getsourcefile(self.compute)))
        names = [f.name for f in self.fields] + [v.name for v in self.views]
        faults = [fault for f in self.fields for fault in f.problems()]
        if not IDENTIFIER.fullmatch(self.id):
            faults.append(f"id {self.id!r} must be lower-case words joined by hyphens")
        if repeated := sorted({name for name in names if names.count(name) > 1}):
            faults.append(f"the names {', '.join(repeated)} are used more than once")
        if self.announce not in {view.name for view in self.views if view.kind == "sentence"}:
            faults.append(f"announce {self.announce!r} is not one of its sentence views")
        if faults:
            raise self.fault("; ".join(faults))

    @property
    def fields(self) -> list[Field]:
        """All fields, in the order in which they are asked."""
        return [f for group in self.groups for f in group.fields]

    @property
    def charts(self) -> dict[str, Chart]:
        """The chart views, by name."""
        return {view.name: view for view in self.views if isinstance(view, Chart)}

    def fault(self, text: str) -> DeclarationError:
        """An error about this exercise, its file named."""
        return DeclarationError(f"{self.origin}: exercise {self.id!r}: {text}.")

    def spec(self, translate: Translate) -> dict[str, Any]:
        """The exercise as plain data, its texts translated; `compute` and charts left out."""
        return {
            "id": self.id,
            "title": translate(self.title),
            "question": translate(self.question),
            "minutes": self.minutes,
            "tasks": [translate(task) for task in self.tasks],
            "groups": [
                {"legend": translate(group.legend), "names": [f.name for f in group.fields]}
                for group in self.groups
            ],
            "fields": [f.spec(translate) for f in self.fields],
            "views": [view.spec(translate) for view in self.views],
            "announce": self.announce,
            "strings": translated(INTERFACE, translate),
        }

    def start(self, translate: Translate) -> dict[str, Any]:
        """What the exercise shows before anything is changed, as `evaluate` gives it.

        Raises DeclarationError where `compute` fails at the start values, returns the wrong shape,
        or returns what JSON cannot carry.
        """
        spec = self.spec(translate)
        raw = {f["name"]: f["default"] for f in spec["fields"]}
        answer = evaluate(spec, self.compute, raw, self.tables)
        if answer["status"] == "error":
            raise self.fault(answer["error"])
        if answer["status"] == "invalid":
            raise self.fault(f"start values are refused: {answer['messages']}")
        try:
            json.dumps(answer, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise self.fault(f"compute must return plain, finite data ({error})") from None
        return answer

    @property
    def tables(self) -> dict[str, Any] | None:
        """The tables that `compute` is given, by name, or None where it names none."""
        return {name: load(name) for name in self.data} or None


def short_path(source: str | None) -> str:
    """A source file's path as a contributor knows it: from the repository's root where it can."""
    if source is None:
        return "an exercise without a file"
    path = Path(source)
    root = Path(__file__).parents[2]
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
