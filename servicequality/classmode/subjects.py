"""What a round asks about: an exercise, or a question of the bank.

A subject checks an answer against its declaration, with the same functions as page and notebook,
and spreads a checked answer over its *entries*: single things of which a class has a distribution,
a field, a cell of a table, a pair of a matching. Results need to know nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from servicequality.classmode.words import CLASS_MODE
from servicequality.core import answers as core_answers
from servicequality.core.evaluate import explain
from servicequality.core.values import read
from servicequality.declare import Exercise
from servicequality.declare.fields import Translate
from servicequality.exercises import registry
from servicequality.i18n.text import translator
from servicequality.page.html import to_text
from servicequality.practice import bank
from servicequality.practice.words import SELF_CHECK

EXERCISE, ITEM = "exercise/", "item/"
NUMBER, OPTIONS, TEXT = "number", "options", "text"
# A number of a question beyond that cannot be meant, and what is computed of several may be no
# number any more.
LARGEST_NUMBER = 1e12
# In the key of a cell, where rows come and go: a row of one student is not that of another.
ANY_ROW = "*"

Values = dict[str, Any]
Flat = dict[str, list[Any]]


class UnknownSubjectError(LookupError):
    """The course has no such exercise or question."""


class MisfitError(Exception):
    """An answer does not fit its subject.

    `faults` are dicts with `field` (a name, or None for the answer as a whole), `message` (in words
    for the student) and, in a table, `cell` (row and column).
    """

    def __init__(self, faults: list[dict[str, Any]]) -> None:
        super().__init__(faults[0]["message"])
        self.faults = faults


@dataclass(frozen=True)
class Entry:
    """One thing that a class answers: its key, how it is labelled, and what its values can be.

    `kind` is `NUMBER`, `OPTIONS` (values are ids of `options`; `several` at once may be) or `TEXT`.
    `right` holds the values that are right, where some are; a number is right within `tolerance`.
    """

    key: str
    label: str
    kind: str
    row: str = ""
    options: tuple[tuple[str, str], ...] = ()
    several: bool = False
    unit: str = ""
    decimals: int = 0
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    right: tuple[Any, ...] = ()
    tolerance: float = 0.0

    @property
    def plain(self) -> dict[str, Any]:
        """What a board shows of it."""
        return {
            "key": self.key,
            "label": self.label,
            "row": self.row,
            "kind": self.kind,
            "several": self.several,
            "unit": self.unit,
            "decimals": self.decimals,
            "right": list(self.right),
        }


class Subject:
    """What exercises and questions share. `id` is that of the rounds: `exercise/gap-explorer`."""

    id: str
    title: str
    question: str
    entries: tuple[Entry, ...]

    def checked(self, values: Any) -> Values:
        """An answer as it is stored. Raises MisfitError where it does not fit."""
        raise NotImplementedError

    def flat(self, values: Values) -> Flat:
        """A checked answer by the keys of entries, each with its values: one, none, or several."""
        raise NotImplementedError

    def entry(self, key: str) -> Entry | None:
        """The entry with a key, if there is one."""
        return next((entry for entry in self.entries if entry.key == key), None)


class ExerciseSubject(Subject):
    """An exercise of the course."""

    def __init__(self, exercise: Exercise, language: str) -> None:
        translate = translator(language)
        self.exercise = exercise
        self.language = language
        self.words = translated_words(translate)
        self.spec = exercise.spec(translate)
        self.id = EXERCISE + exercise.id
        self.title = self.spec["title"]
        self.question = self.spec["question"]
        self.entries = tuple(
            entry for field in self.spec["fields"] for entry in field_entries(field, self.words)
        )

    def checked(self, values: Any) -> Values:
        """An answer, by the names of fields, as `core.values.read` reads it."""
        if not isinstance(values, dict):
            raise MisfitError([whole(self.words["incomplete"])])
        if not well_formed(values):
            raise MisfitError([whole(self.words["half_character"])])
        known = [field["name"] for field in self.spec["fields"]]
        faults = [
            whole(self.words["unknown_field"].replace("{name}", name[:80]))
            for name in values
            if name not in known
        ][:5]
        found, problems = read(self.spec["fields"], values)
        for problem in problems:
            nodes = explain(self.spec["strings"], problem)
            fault = {"field": problem["field"], "message": to_text(nodes, self.language)}
            if "cell" in problem:
                fault["cell"] = problem["cell"]
            faults.append(fault)
        if faults:
            raise MisfitError(faults)
        return found

    def flat(self, values: Values) -> Flat:
        """A checked answer by entries; cells of tables too."""
        found: Flat = {entry.key: [] for entry in self.entries}
        for field in self.spec["fields"]:
            value = values[field["name"]]
            if field["kind"] != "rows":
                found[field["name"]] += listed(field, value)
                continue
            for row in value:
                name = row["id"] if field["blank"] is None else ANY_ROW
                for column in field["columns"]:
                    found[cell_key(field, name, column)] += listed(column, row[column["name"]])
        return found


class ItemSubject(Subject):
    """A question of the bank; its answer stands under the one name `answer`."""

    def __init__(self, item: Mapping[str, Any], language: str) -> None:
        translate = translator(language)
        self.item = bank.shown(dict(item), translate)
        self.words = translated_words(translate)
        self.id = ITEM + self.item["id"]
        self.title = self.question = self.item["question"]
        verdicts = {name: translate(SELF_CHECK[name]) for name in ("true", "false")}
        labels = {**self.words, **verdicts}
        statuses = tuple((name, self.words[name]) for name in ("right", "partly", "wrong"))
        verdict = Entry(
            "verdict", self.words["verdict"], OPTIONS, options=statuses, right=("right",)
        )
        self.entries = (*ITEM_ENTRIES[self.item["type"]](self.item, labels), verdict)

    def checked(self, values: Any) -> Values:
        """A complete answer, as `core.answers` describes it."""
        if not isinstance(values, dict) or set(values) != {"answer"}:
            raise MisfitError([whole(self.words["incomplete"])])
        if not well_formed(values):
            raise MisfitError([whole(self.words["half_character"])])
        draft, complete = core_answers.fitting(self.item, values["answer"])
        if not complete or core_answers.problem(self.item, draft) is not None:
            raise MisfitError([{"field": "answer", "message": self.words["incomplete"]}])
        if self.item["type"] == "numeric":
            found = core_answers.readings(self.item, draft)
            if any(abs(value) > LARGEST_NUMBER for value in found):
                raise MisfitError([{"field": "answer", "message": self.words["number_too_large"]}])
        return {"answer": draft}

    def flat(self, values: Values) -> Flat:
        """A checked answer by entries, and how it is judged."""
        answer = values["answer"]
        found: Flat = {entry.key: [] for entry in self.entries}
        kind = self.item["type"]
        if kind == "single":
            found["answer"] = [answer]
        elif kind == "multiple":
            found["answer"] = list(answer)
        elif kind == "true_false":
            found["answer"] = ["yes" if answer["answer"] else "no"]
            found["reason"] = [answer["reason"]]
        elif kind == "matching":
            for name in answer:
                found[f"answer/{name}"] = [answer[name]]
        elif kind == "numeric":
            found["answer"] = [meant_number(self.item, answer)]
        else:
            for place, name in enumerate(answer, start=1):
                found[f"answer/{name}"] = [place]
        found["verdict"] = [core_answers.checked(self.item, answer)["status"]]
        return found


def meant_number(item: dict[str, Any], answer: Any) -> float:
    """The number that an answer means: of two readings the right one, else the likelier."""
    readings = [float(value) for value in core_answers.readings(item, answer)]
    right = (value for value in readings if abs(value - item["answer"]) <= item["tolerance"])
    return next(right, readings[0])


def translated_words(translate: Translate) -> dict[str, str]:
    """The texts of class mode."""
    return {name: translate(text) for name, text in CLASS_MODE.items()}


def whole(message: str) -> dict[str, Any]:
    """What is wrong with an answer as a whole."""
    return {"field": None, "message": message}


def well_formed(value: Any) -> bool:
    """Whether all texts in plain data, keys too, can be written as UTF-8."""
    if isinstance(value, str):
        return not any("\ud800" <= character <= "\udfff" for character in value)
    if isinstance(value, dict):
        return all(well_formed(key) and well_formed(value[key]) for key in value)
    if isinstance(value, list):
        return all(well_formed(entry) for entry in value)
    return True


# Entries of exercises


def field_entries(field: Mapping[str, Any], words: Mapping[str, str]) -> list[Entry]:
    """The entries of a field: one, or one for each cell of a table."""
    if field["kind"] != "rows":
        return [entry_of(field, field["name"], "", words)]
    rows = field["rows"] if field["blank"] is None else [{"id": ANY_ROW, "label": ""}]
    return [
        entry_of(column, cell_key(field, row["id"], column), row["label"], words)
        for row in rows
        for column in field["columns"]
    ]


def cell_key(field: Mapping[str, Any], row: str, column: Mapping[str, Any]) -> str:
    """The key of a cell of a table."""
    return f"{field['name']}/{row}/{column['name']}"


def entry_of(field: Mapping[str, Any], key: str, row: str, words: Mapping[str, str]) -> Entry:
    """The entry of a field or column that is no table."""
    if field["kind"] == "slider":
        return Entry(
            key,
            field["label"],
            NUMBER,
            row,
            unit=field["unit"],
            decimals=field["decimals"],
            minimum=field["minimum"],
            maximum=field["maximum"],
            step=field["step"],
        )
    if field["kind"] in ("short_text", "long_text"):
        return Entry(key, field["label"], TEXT, row)
    if field["kind"] == "yes_no":
        options: tuple[tuple[str, str], ...] = (("yes", words["yes"]), ("no", words["no"]))
    else:
        options = tuple((option["id"], option["label"]) for option in field["options"])
    several = field["kind"] == "multiple_choice"
    return Entry(key, field["label"], OPTIONS, row, options=options, several=several)


def listed(field: Mapping[str, Any], value: Any) -> list[Any]:
    """The values of an entry in an answer; a text that was left empty is none."""
    if field["kind"] == "yes_no":
        return ["yes" if value else "no"]
    if field["kind"] == "multiple_choice":
        return list(value)
    if isinstance(value, str) and field["kind"] != "choice":
        return [value] if value.strip() else []
    return [value]


# Entries of questions


def options_of(
    parts: Sequence[Mapping[str, Any]], text: str = "text"
) -> tuple[tuple[str, str], ...]:
    """Options as an entry has them."""
    return tuple((part["id"], part[text]) for part in parts)


def right_of(parts: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The ids of the options that are right."""
    return tuple(part["id"] for part in parts if part["right"])


def choice_entries(item: dict[str, Any], labels: Mapping[str, str]) -> list[Entry]:
    """One entry, whose values are options."""
    options, right = options_of(item["options"]), right_of(item["options"])
    several = item["type"] == "multiple"
    label = labels["answer"]
    return [Entry("answer", label, OPTIONS, options=options, several=several, right=right)]


def true_false_entries(item: dict[str, Any], labels: Mapping[str, str]) -> list[Entry]:
    """True or false, and the reason."""
    both = (("yes", labels["true"]), ("no", labels["false"]))
    right = ("yes" if item["answer"] else "no",)
    reasons, why = options_of(item["reasons"]), right_of(item["reasons"])
    return [
        Entry("answer", labels["answer"], OPTIONS, options=both, right=right),
        Entry("reason", labels["reason"], OPTIONS, options=reasons, right=why),
    ]


def matching_entries(item: dict[str, Any], _labels: Mapping[str, str]) -> list[Entry]:
    """An entry for each left side."""
    options = options_of([*item["pairs"], *item["extra"]], "right")
    return [
        Entry(f"answer/{pair['id']}", pair["left"], OPTIONS, options=options, right=(pair["id"],))
        for pair in item["pairs"]
    ]


def numeric_entries(item: dict[str, Any], labels: Mapping[str, str]) -> list[Entry]:
    """The number."""
    unit, decimals, right = item["unit"], item["decimals"], (item["answer"],)
    label = labels["answer"]
    near = item["tolerance"]
    return [
        Entry("answer", label, NUMBER, unit=unit, decimals=decimals, right=right, tolerance=near)
    ]


def ordering_entries(item: dict[str, Any], _labels: Mapping[str, str]) -> list[Entry]:
    """For each step the place where it was put."""
    last = len(item["steps"])
    return [
        Entry(
            f"answer/{step['id']}", step["text"], NUMBER, minimum=1, maximum=last, step=1,
            right=(place,),
        )
        for place, step in enumerate(item["steps"], start=1)
    ]  # fmt: skip


ITEM_ENTRIES = {
    "single": choice_entries,
    "multiple": choice_entries,
    "true_false": true_false_entries,
    "matching": matching_entries,
    "numeric": numeric_entries,
    "ordering": ordering_entries,
}


# Finding them


@cache
def find_subject(name: str, language: str = "en") -> Subject:
    """The subject with an id, `exercise/ID` or `item/ID`. Raises UnknownSubjectError for none."""
    if name.startswith(EXERCISE):
        exercise = registry().get(name.removeprefix(EXERCISE))
        if exercise is not None:
            return ExerciseSubject(exercise, language)
    elif name.startswith(ITEM):
        item = items_by_id().get(name.removeprefix(ITEM))
        if item is not None:
            return ItemSubject(item, language)
    raise UnknownSubjectError(name)


@cache
def items_by_id() -> dict[str, bank.Item]:
    """All questions of the bank; their ids are unique, which the build checks."""
    return {item["id"]: item for item in bank.every_item()}


def every_subject() -> list[str]:
    """The ids of all subjects: exercises, then questions in the order of chapters."""
    return [*(EXERCISE + name for name in registry()), *(ITEM + name for name in items_by_id())]
