"""Before anybody is called unwilling: four questions."""

from __future__ import annotations

from servicequality.charts.four_causes import DESCRIPTION, four_causes
from servicequality.declare import Picture

FIGURE = Picture(
    id="four-causes",
    caption="Unwilling? Four questions come first",
    draw=four_causes,
    description=DESCRIPTION,
    source="Our own drawing, after the causes and remedies of the performance gap in chapter 3. "
    "The fourth question is there called “Control and rewards favour something other than good "
    "service”: it asks about the hotel, not yet about anybody’s will.",
)
