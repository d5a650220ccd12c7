"""The mistakes of chapter 10, each with the gap that it widens first."""

from __future__ import annotations

from servicequality.charts.mistakes_and_gaps import DESCRIPTION, mistakes_and_gaps
from servicequality.declare import Picture

FIGURE = Picture(
    id="mistakes-and-gaps",
    caption="Five mistakes of leaders, and the gaps that they widen first",
    draw=mistakes_and_gaps,
    description=DESCRIPTION,
    source="Our own reading; dashed: only where guests are promised it. The article behind this "
    "course does not use the gap model.",
)
