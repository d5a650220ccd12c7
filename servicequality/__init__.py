"""Service Quality in Hospitality: what chapters and exercise pages need.

- `exercise("gap-explorer")` shows an exercise, in a notebook, in class and on the page;
- `figure("six-ratings")` shows a figure, the same everywhere;
- `self_check("five-gap-model")` shows a self-check on a topic, `flashcards()` the flashcards;
- `load("gaps")` gives the course's data by name.
"""

from typing import TYPE_CHECKING

from servicequality.content import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from servicequality.notebook import Shown
    from servicequality.notebook.figure import ShownFigure
    from servicequality.notebook.flashcards import ShownFlashcards
    from servicequality.notebook.self_check import ShownSelfCheck

__all__ = ["exercise", "figure", "flashcards", "load", "self_check"]


def exercise(exercise_id: str) -> "Shown":
    """The exercise with this id, to stand as the last line of a notebook cell.

    Raises UnknownExerciseError, naming near misses, where no exercise has the id.
    """
    # Imported late: the book build and the page runtime do without ipywidgets.
    from servicequality.notebook import Shown

    return Shown(exercise_id)


def figure(figure_id: str) -> "ShownFigure":
    """The figure with this id, to stand as the last line of a notebook cell.

    Raises UnknownFigureError, naming near misses, where no figure has the id.
    """
    from servicequality.notebook.figure import ShownFigure

    return ShownFigure(figure_id)


def self_check(topic: str, only: "Sequence[str] | None" = None) -> "ShownSelfCheck":
    """A self-check on a topic, to stand as the last line of a notebook cell.

    It asks all questions of `data/questions/TOPIC.yaml`, or those whose ids `only` lists, in that
    order. Raises BankError, naming near misses, for a topic or question that does not exist.
    """
    from servicequality.notebook.self_check import ShownSelfCheck

    return ShownSelfCheck(topic, only)


def flashcards() -> "ShownFlashcards":
    """The flashcards of the course, to stand as the last line of a notebook cell."""
    from servicequality.notebook.flashcards import ShownFlashcards

    return ShownFlashcards()
