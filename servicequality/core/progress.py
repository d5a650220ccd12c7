"""How far a student is with an exercise."""

from __future__ import annotations

from typing import Any

from servicequality.core.teaching import OPEN_SCORE, count_words
from servicequality.core.values import read

OPEN, BEGUN, DONE = "open", "begun", "done"


def start_values(spec: dict[str, Any]) -> dict[str, Any]:
    """The values that an exercise starts with, by field name."""
    raw = {}
    for field in spec["fields"]:
        raw[field["name"]] = field["default"]
    return read(spec["fields"], raw)[0]


def progress(spec: dict[str, Any], raw: dict[str, Any]) -> str:
    """How far an exercise is, as `progress_of`; values that do not fit yet count as begun.

    `spec` is the exercise's specification, `raw` what was entered, by field name.
    """
    values, problems = read(spec["fields"], raw)
    return BEGUN if problems else progress_of(spec, values)


def progress_of(spec: dict[str, Any], values: dict[str, Any]) -> str:
    """How far an exercise is: `"open"` (nothing entered), `"begun"` or `"done"`.

    An exercise with a written answer is done when the answer has the words that it asks for, the
    model answer was opened and every criterion has a score. Any other is done when something was
    entered, and all of what `done_with` names, where it names something. `spec` is the exercise's
    specification, `values` are checked, by field name.
    """
    start = start_values(spec)
    if values == start:
        return OPEN
    teaching = spec["teaching"]
    if teaching is None:
        finished = all(values[name] != start[name] for name in spec["done_with"])
    else:
        finished = (
            count_words(values[teaching["answer"]]) >= teaching["words"]
            and values[teaching["reveal"]]
            and all(values[name] != OPEN_SCORE for name in teaching["scores"])
        )
    return DONE if finished else BEGUN
