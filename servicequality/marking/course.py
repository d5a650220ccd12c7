"""What the marking page knows of the course: its exercises in order, their criteria, its words."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from servicequality.core.evaluate import explain_fault
from servicequality.core.views import fill
from servicequality.core.workbook import Fault
from servicequality.exercises import all_exercises
from servicequality.i18n.interface import INTERFACE
from servicequality.i18n.text import translator
from servicequality.marking.words import ASK, FAULTS, MARKING
from servicequality.page.html import to_text

# Pages that students work through. Others, for contributors, show exercises of their own.
ROOT = Path(__file__).parents[2]
PAGES = ("index.md", "chapters/*.ipynb", "exercises/*.ipynb")
SHOWN = re.compile(r"""exercise\(\\?["']([\w-]+)""")
QUESTION = re.compile(r"Q\d+")


@cache
def for_students() -> frozenset[str]:
    """The ids of the exercises on pages that students work through, from the pages' sources."""
    pages = [path for pattern in PAGES for path in ROOT.glob(pattern)]
    return frozenset(name for page in pages for name in SHOWN.findall(page.read_text("utf-8")))


@dataclass(frozen=True)
class Criterion:
    """A criterion of a rubric: the name of its field, and what is looked for."""

    name: str
    label: str


class Course:
    """The exercises of the course as specifications.

    `shown` are the ids of those that students work on, the discussion questions first.
    """

    def __init__(self, language: str | None = None) -> None:
        self.language = language or os.environ.get("SERVICEQUALITY_LANGUAGE", "en")
        self.translate = translator(self.language)
        exercises = all_exercises()
        self.specs = {exercise.id: exercise.spec(self.translate) for exercise in exercises}
        # The number of the discussion question that an exercise teaches: "Q6".
        self.numbers = {
            exercise.id: name
            for exercise in exercises
            for name in exercise.teaches
            if QUESTION.fullmatch(name) and exercise.teaching is not None
        }
        by_number = sorted(self.numbers, key=lambda name: int(self.numbers[name][1:]))
        self.shown = [
            *by_number,
            *(name for name in self.specs if name not in self.numbers and name in for_students()),
        ]

    @cached_property
    def strings(self) -> dict[str, str]:
        """The texts of interface and marking page, by name."""
        texts = {**INTERFACE, **MARKING, **FAULTS}
        return {name: self.translate(text) for name, text in texts.items()}

    def say(self, name: str, **words: Any) -> str:
        """A text filled with words and whole numbers, or with number nodes."""
        nodes = {
            key: word if isinstance(word, (str, dict)) else whole(word)
            for key, word in words.items()
        }
        return to_text(fill(self.strings[name], nodes), self.language)

    def fault(self, fault: Fault) -> str:
        """What is wrong with a file, in a sentence or two."""
        return to_text(explain_fault(self.strings, fault), self.language)

    def ask(self, fault: Fault) -> str:
        """What to ask the student for when a file cannot be used."""
        return self.translate(ASK.get(fault.message, ASK["other"]))

    @property
    def questions(self) -> list[str]:
        """The ids of the exercises that have a rubric, in order."""
        return [name for name in self.shown if self.specs[name]["teaching"] is not None]

    def criteria(self, exercise: str) -> list[Criterion]:
        """The criteria of an exercise; none where it has no rubric."""
        spec = self.specs[exercise]
        if spec["teaching"] is None:
            return []
        labels = {field["name"]: field["label"] for field in spec["fields"]}
        return [Criterion(name, labels[name]) for name in spec["teaching"]["scores"]]

    def short(self, exercise: str) -> str:
        """The number of a discussion question, or an exercise's title."""
        title: str = self.numbers.get(exercise) or self.specs[exercise]["title"]
        return title

    def title(self, exercise: str) -> str:
        """An exercise's title, after the number of its question where it has one."""
        title: str = self.specs[exercise]["title"]
        if exercise not in self.numbers:
            return title
        return self.say("question_title", question=self.numbers[exercise], title=title)


def whole(number: float) -> dict[str, Any]:
    """The node of a number without decimals."""
    return decimal(number, 0)


def decimal(number: float, decimals: int, signed: bool = False) -> dict[str, Any]:
    """The node of a number."""
    return {"number": number, "decimals": decimals, "signed": signed}
