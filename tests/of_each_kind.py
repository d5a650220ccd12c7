"""Exercises to try the machinery with: all but the repeats of a pattern.

Cases to judge and debates share one declaration, one `compute` and one use; only their texts
differ. What is slow, because a browser or a second Python takes part, tries one of each pattern.
What is quick, and all that looks at pages, still sees every exercise.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from servicequality.declare import Exercise
from servicequality.exercises import all_exercises
from servicequality.exercises.patterns import pattern_of


def of_each_kind() -> list[Exercise]:
    """All exercises, and of each pattern the first."""
    found: list[Exercise] = []
    seen = set()
    for exercise in all_exercises():
        pattern = pattern_of(exercise)
        if pattern is None or pattern not in seen:
            found.append(exercise)
        seen.add(pattern)
    return found


# The exercises of the seven discussion questions carry most; others share their parts.
QUESTIONS = {
    found[1]
    for path in (Path(__file__).parents[1] / "exercises").glob("q*.ipynb")
    if (found := re.search(r'exercise\(\\"([a-z-]+)\\"\)', path.read_text(encoding="utf-8")))
}
MANY, SOME = 1000, 200
WISHED = os.environ.get("SERVICEQUALITY_INPUTS")


def inputs_for(exercise: Exercise) -> int:
    """How many inputs are drawn for an exercise, where the environment does not say.

    Many for a discussion question, and for what is made to try the tests themselves.
    """
    if WISHED:
        return int(WISHED)
    common = exercise.id in EXERCISE_IDS and exercise.id not in QUESTIONS
    return SOME if common else MANY


EXERCISE_IDS = [exercise.id for exercise in of_each_kind()]

# Every exercise in one of both colour modes, by turns.
exercise_and_mode = pytest.mark.parametrize(
    ("exercise_id", "mode"),
    [(name, ["light", "dark"][place % 2]) for place, name in enumerate(EXERCISE_IDS)],
)
