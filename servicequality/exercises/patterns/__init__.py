"""Forms that many exercises share: a module of the course then declares the content alone.

    from servicequality.exercises.patterns import debate, judged_case

    EXERCISE = debate(id="debate-quality-is-free", title=…, claim=…, …)

`judged_case` is a case to judge, `debate` a claim to take a position on. Both need no `compute`, no
line in `tests/used.py` and no test of their own.
"""

from __future__ import annotations

from servicequality.declare import Exercise
from servicequality.exercises.patterns.debate import debate
from servicequality.exercises.patterns.judged_case import judged_case

__all__ = ["debate", "judged_case", "pattern_of"]


def pattern_of(exercise: Exercise) -> str | None:
    """The name of the pattern after which an exercise is made: `debate`, `judged_case` or None."""
    package, _, name = exercise.compute.__module__.rpartition(".")
    return name if package == __name__ else None
