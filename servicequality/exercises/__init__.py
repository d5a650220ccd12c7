"""The exercises of the course: one module each, holding `EXERCISE` and its `compute`."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from functools import cache

from servicequality.declare import Exercise


class UnknownExerciseError(LookupError):
    """No exercise has the id that was asked for; the text lists those there are."""


@cache
def registry() -> dict[str, Exercise]:
    """All exercises by id, in the order of their modules' names.

    Raises DeclarationError where two modules declare the same id.
    """
    found: dict[str, Exercise] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        exercise: Exercise = importlib.import_module(f"{__name__}.{module}").EXERCISE
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
        near = difflib.get_close_matches(exercise_id, exercises, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise UnknownExerciseError(
            f"There is no exercise {exercise_id!r}.{hint} There are: {', '.join(exercises)}."
        )
    return exercises[exercise_id]
