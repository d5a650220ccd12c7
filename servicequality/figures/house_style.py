"""A drawing as a figure: for the style page."""

from __future__ import annotations

from servicequality.charts.gap_model import DESCRIPTION, gap_model
from servicequality.declare import Picture

FIGURE = Picture(
    id="house-style-drawing",
    caption="A drawing: the five-gap model",
    draw=gap_model,
    description=DESCRIPTION,
    source="Own drawing after Parasuraman et al. (1985).",
)
