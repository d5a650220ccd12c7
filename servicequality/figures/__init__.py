"""The figures of the course: one module each, holding `FIGURE`.

A figure is shown by a cell of one line with the tag `remove-input`, after a cell that imports it:

    figure("six-ratings")

It needs no line anywhere else: tests walk over all figures.
"""

from __future__ import annotations

from functools import cache

from servicequality.declare import DeclarationError, Picture
from servicequality.declare.exercise import short_path
from servicequality.declare.found import modules, unknown


class UnknownFigureError(LookupError):
    """No figure has the id that was asked for; the text lists those there are."""


@cache
def registry() -> dict[str, Picture]:
    """All figures by id, in the order of their modules' names.

    Raises DeclarationError where two modules declare the same id.
    """
    found: dict[str, Picture] = {}
    for module in modules(__name__, __path__):
        picture: Picture = module.FIGURE
        if picture.id in found:
            where = short_path(module.__file__)
            raise DeclarationError(f"{where}: figure {picture.id!r}: the id is already used.")
        found[picture.id] = picture
    return found


def all_figures() -> list[Picture]:
    """Every figure of the course."""
    return list(registry().values())


def origins() -> dict[str, Picture]:
    """Every figure by the file that declares it."""
    return {short_path(module.__file__): module.FIGURE for module in modules(__name__, __path__)}


def find(figure_id: str) -> Picture:
    """The figure with an id. Raises UnknownFigureError, naming near misses, if none has it."""
    figures = registry()
    if figure_id not in figures:
        raise UnknownFigureError(unknown("figure", figure_id, figures))
    return figures[figure_id]
