"""The exercises of the course: one module each, holding `EXERCISE` and its `compute`.

What many exercises share in form stands in `patterns`: there a module only declares the content.
"""

from __future__ import annotations

from functools import cache

from servicequality.declare import Exercise
from servicequality.declare.exercise import short_path
from servicequality.declare.found import modules, unknown

PATTERNS = "patterns"


class UnknownExerciseError(LookupError):
    """No exercise has the id that was asked for; the text lists those there are."""


@cache
def registry() -> dict[str, Exercise]:
    """All exercises by id, in the order of their modules' names.

    Raises DeclarationError where two modules declare the same id.
    """
    found: dict[str, Exercise] = {}
    for module in modules(__name__, __path__, leave=(PATTERNS,)):
        exercise: Exercise = module.EXERCISE
        # Not where `compute` stands, which a pattern has for many.
        object.__setattr__(exercise, "origin", short_path(module.__file__))
        if exercise.id in found:
            raise exercise.fault(f"the id is already used in {found[exercise.id].origin}")
        found[exercise.id] = exercise
    return found


def all_exercises() -> list[Exercise]:
    """Every exercise of the course."""
    return list(registry().values())


def find(exercise_id: str) -> Exercise:
    """The exercise with an id. Raises UnknownExerciseError, naming near misses, if none has it."""
    exercises = registry()
    if exercise_id not in exercises:
        raise UnknownExerciseError(unknown("exercise", exercise_id, exercises))
    return exercises[exercise_id]
