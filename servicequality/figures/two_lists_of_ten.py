"""Our ten principles beside the ten lessons of another list."""

from __future__ import annotations

from servicequality.charts.two_lists import DESCRIPTION, two_lists
from servicequality.declare import Picture

FIGURE = Picture(
    id="two-lists-of-ten",
    caption="Two lists of ten that agree on four, perhaps six",
    draw=two_lists,
    description=DESCRIPTION,
    source="Right: names of the lessons as a summary of the authors’ report gives them (Berry, "
    "Parasuraman and Zeithaml, 1994). The pairs are our reading, made from the names alone; "
    "the dotted ones are open to doubt.",
)
