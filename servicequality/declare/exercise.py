"""An exercise: its identity, what it asks, what it computes and how it shows the result."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from servicequality.core.evaluate import evaluate
from servicequality.declare.fields import Field, Translate
from servicequality.declare.rows import Rows
from servicequality.declare.teaching import Teaching
from servicequality.declare.views import Chart, View, translated
from servicequality.i18n.interface import INTERFACE

IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class DeclarationError(Exception):
    """An exercise is declared in a way that cannot work; the text names the file and the fault."""


@dataclass(frozen=True)
class Group:
    """Fields that belong together.

    `legend` names them (it may be empty where the only field says enough), `text` is something to
    read first, and `shows` names the views that stand right below, instead of with the results.
    """

    legend: str
    fields: Sequence[Field]
    text: str = ""
    shows: Sequence[str] = ()


@dataclass(frozen=True)
class Task:
    """Something to try, and where there is one, the answer to check against afterwards."""

    text: str
    answer: str = ""


@dataclass(frozen=True)
class Exercise:
    """One exercise, declared once for every surface.

    `compute(values)` is a pure function from field values (a dict by field name) to plain data;
    with `data`, plain tables by name, it is called `compute(values, data)`. It runs on both Pythons
    and keeps to the rules of `servicequality.core`. `announce` names the sentence that a screen
    reader is told after a change. `teaches` lists the ids of the source text that the exercise
    itself teaches. An exercise `in_steps` is worked through from top to bottom: its results stand
    below its inputs instead of beside them. `revealed` are the values, by field name, under which a
    reader without JavaScript sees what the exercise otherwise holds back until it is answered.
    `done_with` names the fields that must have been changed before an exercise without a written
    answer counts as done, those of `revealed` where none are named.

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
    tasks: Sequence[Task] = ()
    in_steps: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)
    teaching: Teaching | None = None
    revealed: Mapping[str, Any] = field(default_factory=dict)
    done_with: Sequence[str] = ()
    origin: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "origin", short_path(inspect.getsourcefile(self.compute)))
        names = [f.name for f in self.fields] + [v.name for v in self.all_views]
        faults = [fault for f in self.fields for fault in f.problems()]
        if self.teaching is not None:
            faults.extend(self.teaching.problems())
        if not IDENTIFIER.fullmatch(self.id):
            faults.append(f"id {self.id!r} must be lower-case words joined by hyphens")
        if repeated := more_than_once(names):
            faults.append(f"the names {', '.join(repeated)} are used more than once")
        placed = [name for group in self.all_groups for name in group.shows]
        if strange := sorted(set(placed) - {view.name for view in self.all_views}):
            faults.append(f"a group shows {', '.join(strange)}, which is not among its views")
        if repeated := more_than_once(placed):
            faults.append(f"{', '.join(repeated)} must be shown by one group, once")
        for said, named in (("revealed", self.revealed), ("done_with", self.done_with)):
            if strange := sorted(set(named) - {f.name for f in self.fields}):
                faults.append(f"{said} names {', '.join(strange)}, which is not among its fields")
        if self.announce not in {view.name for view in self.views if view.kind == "sentence"}:
            faults.append(f"announce {self.announce!r} is not one of its sentence views")
        if faults:
            raise self.fault("; ".join(faults))

    @property
    def all_groups(self) -> list[Group]:
        """The groups of fields in the order in which they are asked, those of teaching last."""
        groups = list(self.groups)
        if self.teaching is not None:
            answer, compare, scores = self.teaching.parts
            groups.append(Group(INTERFACE["your_answer"], answer))
            groups.append(Group(INTERFACE["compare"], compare, shows=("model_answer",)))
            groups.append(
                Group(
                    INTERFACE["score_yourself"],
                    scores,
                    text=INTERFACE["score_help"],
                    shows=("self_score",),
                )
            )
        return groups

    @property
    def all_views(self) -> list[View]:
        """The views in the order in which they are shown, those of teaching last."""
        return [*self.views, *(self.teaching.views if self.teaching is not None else [])]

    @property
    def fields(self) -> list[Field]:
        """All fields, in the order in which they are asked."""
        return [f for group in self.all_groups for f in group.fields]

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
            "tasks": [
                {"text": translate(task.text), "answer": translate(task.answer)}
                for task in self.tasks
            ],
            "in_steps": self.in_steps,
            "groups": [
                {
                    "legend": translate(group.legend),
                    "text": translate(group.text),
                    "names": [f.name for f in group.fields],
                    "shows": list(group.shows),
                    "teaching": group not in self.groups,
                }
                for group in self.all_groups
            ],
            "fields": [f.spec(translate) for f in self.fields],
            "views": [view.spec(translate) for view in self.all_views],
            "teaching": None if self.teaching is None else self.teaching.spec(translate),
            "done_with": list(self.done_with or self.revealed),
            "announce": self.announce,
            "strings": translated(INTERFACE, translate),
        }

    def start(
        self, translate: Translate, changed: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """What the exercise shows before anything is changed, as `evaluate` gives it.

        `changed` replaces start values by field name. Raises DeclarationError where `compute`
        fails at these values, returns the wrong shape, or returns what is not plain data, and where
        the values do not fit their fields.
        """
        spec = self.spec(translate)
        raw = {f["name"]: f["default"] for f in spec["fields"]} | dict(changed or {})
        answer = evaluate(spec, self.compute, raw, self.tables)
        if answer["status"] == "error":
            raise self.fault(answer["error"])
        if answer["status"] == "invalid":
            told = " ".join(one_line(message["nodes"]) for message in answer["messages"])
            raise self.fault(f"values are refused: {told.rstrip('.')}")
        return answer

    def revealed_values(self, translate: Translate) -> dict[str, Any]:
        """The values of `revealed`, the texts in their rows translated."""
        tables = {field.name: field for field in self.fields if isinstance(field, Rows)}
        return {
            name: [tables[name].cells(row, translate) for row in value] if name in tables else value
            for name, value in self.revealed.items()
        }

    @property
    def tables(self) -> dict[str, Any] | None:
        """The tables that `compute` is given, by name, or None where there are none."""
        return dict(self.data) or None


def one_line(nodes: Sequence[Any]) -> str:
    """A message as whoever wrote the exercise reads it."""
    return "".join(node if isinstance(node, str) else str(node["number"]) for node in nodes)


def more_than_once(names: Sequence[str]) -> list[str]:
    """The names that occur more than once, sorted."""
    return sorted({name for name in names if names.count(name) > 1})


def short_path(source: str | None) -> str:
    """A source file's path as a contributor knows it: from the repository's root where it can."""
    if source is None:
        return "an exercise without a file"
    path = Path(source)
    root = Path(__file__).parents[2]
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
