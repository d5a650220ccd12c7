"""Service Quality in Hospitality: what chapters and exercise pages need.

- `exercise("gap-explorer")` shows an exercise, in a notebook, in class and on the page;
- `load("gaps")` gives the course's data by name.
"""

from typing import TYPE_CHECKING

from servicequality.content import load

if TYPE_CHECKING:
    from servicequality.notebook import Shown

__all__ = ["exercise", "load"]


def exercise(exercise_id: str) -> "Shown":
    """The exercise with this id, to stand as the last line of a notebook cell.

    Raises UnknownExerciseError, naming near misses, where no exercise has the id.
    """
    # Imported late: the book build and the page runtime do without ipywidgets.
    from servicequality.notebook import Shown

    return Shown(exercise_id)
