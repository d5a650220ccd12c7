"""Exercises to try the machinery with: all but the repeats of a pattern.

Cases to judge and debates share one declaration, one `compute` and one use; only their texts
differ. What is slow, because a browser or a second Python takes part, tries one of each pattern.
What is quick, and all that looks at pages, still sees every exercise.
"""

from __future__ import annotations

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


EXERCISE_IDS = [exercise.id for exercise in of_each_kind()]

# Every exercise in one of both colour modes, by turns.
exercise_and_mode = pytest.mark.parametrize(
    ("exercise_id", "mode"),
    [(name, ["light", "dark"][place % 2]) for place, name in enumerate(EXERCISE_IDS)],
)
