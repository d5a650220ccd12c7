"""The argument of the course, link by link, with how far each link holds."""

from __future__ import annotations

from servicequality.charts.argument_chain import DESCRIPTION, argument_chain
from servicequality.declare import Picture

FIGURE = Picture(
    id="argument-chain",
    caption="From better service to an advantage: four links, four questions",
    draw=argument_chain,
    description=DESCRIPTION,
    source="Our own drawing. How far each link holds is this course’s judgement of the works that "
    "it cites.",
)
