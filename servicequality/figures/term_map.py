"""The terms of chapter 2 on a map: whose they are, and when in a stay."""

from __future__ import annotations

from servicequality.charts.term_map import DESCRIPTION, term_map
from servicequality.declare import Picture

FIGURE = Picture(
    id="term-map",
    caption="Eleven words for quality: whose they are, and when they come into play",
    draw=term_map,
    description=DESCRIPTION,
    source="Own drawing.",
)
