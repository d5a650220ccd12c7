"""The look that all charts share.

Colours are CSS variables of the page (`book/_static/course.css`), so that a chart follows light,
dark and print without being drawn again.
"""

from __future__ import annotations

from typing import Any

import altair as alt

WIDTH = 320  # fits a 375 px phone; CSS scales the picture up on wider screens
INK = "var(--sq-ink)"
MUTED = "var(--sq-muted)"
LINE = "var(--sq-line)"
SHORTFALL = "var(--sq-shortfall)"
SURPLUS = "var(--sq-surplus)"

CONFIG: dict[str, Any] = {
    "background": "transparent",
    # A font that both the build and the browser can measure; the style sheet sets the page's own.
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": MUTED,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": LINE,
        "domain": False,
        "ticks": False,
        "labelLimit": 170,
    },
    "text": {"color": INK, "fontSize": 12},
}


def finish(chart: alt.LayerChart, height: int) -> alt.LayerChart:
    """A chart in the house style, at its final size in pixels."""
    finished: alt.LayerChart = chart.properties(
        width=WIDTH, height=height, autosize={"type": "fit", "contains": "padding"}
    ).configure(**CONFIG)
    return finished
