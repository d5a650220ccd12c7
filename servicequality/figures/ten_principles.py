"""The ten principles of a quality programme, and the gap that each works on first."""

from __future__ import annotations

from servicequality.charts.principle_loop import DESCRIPTION, principle_loop
from servicequality.declare import Picture

FIGURE = Picture(
    id="ten-principles",
    caption="Ten principles: each works on a gap, and the tenth closes the loop",
    draw=principle_loop,
    description=DESCRIPTION,
    source="Our own drawing. Principles 1 to 9 are those of the lecture notes, in their numbering; "
    "the order from top to bottom and the gaps are our reading.",
)
