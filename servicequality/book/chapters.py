"""What every chapter has: counted from its notebook, and told where something is missing.

`python -m servicequality.book.chapters` prints a line for each chapter.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from servicequality.declare import Chart, Diagram, Exercise, Figure, LongText, ShortText
from servicequality.exercises import find
from servicequality.exercises.patterns import pattern_of
from servicequality.practice.bank import items

ROOT = Path(__file__).parents[2]
# How many of each a chapter has at least; words of prose have an upper end too.
WORDS = (1500, 3000)
OBJECTIVES, EXPLORERS, FIGURES, ITEMS, CITATIONS, READINGS = 4, 2, 2, 6, 3, 3
# By then, as a share of the words, there is something to try.
SOON = 0.35
# Older than the pattern for cases to judge, and made for the same.
CASES = {"diagnose-gaps"}
# What nobody can test whether a student can.
VAGUE = {"understand", "know", "learn", "appreciate", "realise", "grasp", "see", "believe"}
# A reason takes a few words.
REASON_WORDS = 6

CITATION = re.compile(r"\{cite:[a-z]+\}`([^`]+)`")
ROLE = re.compile(r"\{[a-z:]+\}`([^`<]*)(?:<[^>`]*>)?`")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
WORD = re.compile(r"\w[\w’'.,%–-]*")
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+(.*)")


@dataclass(frozen=True)
class Shown:
    """What a code cell shows: the function, what it is called with, and how many words precede."""

    function: str
    name: str
    only: tuple[str, ...] | None
    before: int


@dataclass(frozen=True)
class Chapter:
    """What a chapter has. `boxes` are the lines of its boxes, by class."""

    name: str
    words: int
    boxes: dict[str, list[list[str]]]
    shown: list[Shown]
    citations: set[str]
    readings: list[str]
    pictures: int

    @property
    def objectives(self) -> list[str]:
        """The objectives, as they stand in their box."""
        return [line for box in self.boxes.get("objectives", []) for line in entries(box)]

    @property
    def exercises(self) -> list[Exercise]:
        """The exercises, in their order."""
        return [find(one.name) for one in self.shown if one.function == "exercise"]

    @property
    def explorers(self) -> list[str]:
        """The ids of the exercises in which a change of inputs shows in a picture or a figure."""
        return [exercise.id for exercise in self.exercises if explores(exercise)]

    @property
    def cases(self) -> list[str]:
        """The ids of the cases to judge."""
        return [e.id for e in self.exercises if pattern_of(e) == "judged_case" or e.id in CASES]

    @property
    def debates(self) -> list[str]:
        """The ids of the debates."""
        return [e.id for e in self.exercises if pattern_of(e) == "debate"]

    @property
    def figures(self) -> int:
        """How many figures stand in the text."""
        return self.pictures + sum(one.function == "figure" for one in self.shown)

    @property
    def items(self) -> int:
        """How many questions the self-checks ask."""
        checks = [one for one in self.shown if one.function == "self_check"]
        return sum(len(items(one.name, one.only)) for one in checks)

    @property
    def first_try(self) -> float:
        """The share of the words that stand before the first thing to try; 1 where there is none.

        The first is an exercise, not a self-check.
        """
        before = [one.before for one in self.shown if one.function == "exercise"]
        return min(before) / max(self.words, 1) if before else 1.0

    def faults(self) -> list[str]:
        """What is missing, one sentence each; an empty list if nothing is."""
        found = []
        low, high = WORDS
        if not low <= self.words <= high:
            found.append(f"words of prose: {self.words}; {low} to {high} are wanted.")
        counted = [
            ("objectives", len(self.objectives), OBJECTIVES),
            ("live explorers", len(self.explorers), EXPLORERS),
            ("figures", self.figures, FIGURES),
            ("cases to judge", len(self.cases), 1),
            ("debates", len(self.debates), 1),
            ("questions in self-checks", self.items, ITEMS),
            ("works cited", len(self.citations), CITATIONS),
            ("entries of further reading", len(self.readings), READINGS),
            ("summary boxes", len(self.boxes.get("summary", [])), 1),
            ("case boxes", len(self.boxes.get("case", [])), 1),
        ]
        found += [
            f"{what}: {n}; at least {least} wanted." for what, n, least in counted if n < least
        ]
        if self.first_try > SOON:
            found.append(f"The first thing to try comes after {self.first_try:.0%} of the words.")
        for objective in self.objectives:
            if objective.split(" ")[0].lower() in VAGUE:
                found.append(f"“{objective}” cannot be tested.")
        for reading in self.readings:
            if len(words_of(CITATION.sub("", reading))) < REASON_WORDS:
                found.append(f"“{reading}” does not say why to read it.")
        return found


def explores(exercise: Exercise) -> bool:
    """Whether an exercise is a live explorer: inputs that change what a picture or figure shows."""
    if pattern_of(exercise) is not None or exercise.id in CASES:
        return False
    inputs = [f for f in exercise.fields if not isinstance(f, (LongText, ShortText))]
    drawings = any(isinstance(view, Diagram) for view in exercise.views)
    shows = any(isinstance(view, (Chart, Figure)) for view in exercise.views)
    # A drawing is explored by a choice of its parts.
    return drawings or (shows and len(inputs) >= 2)


def words_of(text: str) -> list[str]:
    """The words of a piece of Markdown; a citation counts as none, a formula as none."""
    text = CITATION.sub("", text)
    text = re.sub(r"\$[^$]*\$", "", ROLE.sub(r"\1", text))
    return WORD.findall(LINK.sub(r"\1", text).replace("*", "").replace("`", ""))


def prose(text: str) -> Iterator[str]:
    """The lines of Markdown that are prose: no headings, tables, formulae, code or marks."""
    formula = code = False
    for line in text.splitlines():
        bare = line.strip()
        if bare.startswith("```"):
            code = not code
        elif bare == "$$":
            formula = not formula
        elif not (code or formula or re.match(r"(#|\||:::|:[a-z-]+:)", bare)):
            yield line


def boxes_of(text: str) -> dict[str, list[list[str]]]:
    """The lines inside admonitions, by the class of each."""
    found: dict[str, list[list[str]]] = {}
    for body in re.findall(r"^:{3,}\{admonition\}[^\n]*\n(.*?)^:{3,}$", text, re.M | re.S):
        if match := re.match(r":class: *([\w-]+)\n", body):
            found.setdefault(match[1], []).append(body[match.end() :].splitlines())
    return found


def entries(lines: list[str]) -> list[str]:
    """The entries of a list."""
    return [match[1] for line in lines if (match := ITEM.match(line))]


def readings_of(text: str) -> list[str]:
    """The entries under the heading “Further reading”."""
    found = re.search(r"^##+ Further reading\s*$(.*?)(?=^##? |\Z)", text, re.M | re.S)
    return entries(found[1].splitlines()) if found else []


def shown_by(source: str, before: int) -> Iterator[Shown]:
    """What a code cell shows, given how many words stand before it."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
            continue
        only = next((ast.literal_eval(k.value) for k in node.keywords if k.arg == "only"), None)
        name = str(ast.literal_eval(node.args[0]))
        yield Shown(node.func.id, name, None if only is None else tuple(only), before)


def read_chapter(path: Path) -> Chapter:
    """A chapter, counted."""
    words, texts = 0, []
    shown: list[Shown] = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            shown += shown_by(cell.source, words)
        else:
            texts.append(cell.source)
            words += sum(len(words_of(line)) for line in prose(cell.source))
    text = "\n\n".join(texts)
    keys = {key.strip() for group in CITATION.findall(text) for key in group.split(",")}
    pictures = len(re.findall(r"\{figure\}|!\[", text))
    return Chapter(path.stem, words, boxes_of(text), shown, keys, readings_of(text), pictures)


def all_chapters(root: Path = ROOT) -> list[Path]:
    """The chapters' notebooks, in their order."""
    return sorted(root.glob("chapters/*.ipynb"))


def main() -> int:
    """Prints what every chapter has, and what is missing; gives the exit status."""
    heads = ["words", "objectives", "explorers", "figures", "cases", "debates", "items", "cited"]
    print(f"{'chapter':34}" + "".join(f"{head:>11}" for head in heads))
    status = 0
    for path in all_chapters():
        one = read_chapter(path)
        counts = [
            one.words, len(one.objectives), len(one.explorers), one.figures, len(one.cases),
            len(one.debates), one.items, len(one.citations),
        ]  # fmt: skip
        print(f"{one.name:34}" + "".join(f"{count:>11}" for count in counts))
        for fault in one.faults():
            status = 1
            print(f"    {fault}")
    return status


if __name__ == "__main__":
    sys.exit(main())
